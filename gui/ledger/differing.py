"""Where two claims say other words: spans of code points in each, for the eye to go to.

A Chinese character is a word here, and so is a run of letters or of figures. Texts that have
little in common, as those in two languages, have no spans: all of them differs.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+|\S")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
ALIKE = 0.34
LONGEST = 1500  # words; more are not compared
Spans = tuple[tuple[int, int], ...]


def differing(one: str, other: str) -> tuple[Spans, Spans]:
    """Give the spans that differ, in the first text and in the second."""
    first, second = list(_words(one)), list(_words(other))
    if max(len(first), len(second)) > LONGEST:
        return (), ()
    match = SequenceMatcher(None, _said(one, first), _said(other, second), autojunk=False)
    if match.ratio() < ALIKE:
        return (), ()
    changes = [code for code in match.get_opcodes() if code[0] != "equal"]
    return (
        tuple(_joined(first, begin, end) for _, begin, end, _, _ in changes if begin < end),
        tuple(_joined(second, begin, end) for _, _, _, begin, end in changes if begin < end),
    )


def _words(text: str) -> Iterator[tuple[int, int]]:
    for found in _WORD.finditer(text):
        if _HAN.search(found.group()):
            yield from ((n, n + 1) for n in range(found.start(), found.end()))
        else:
            yield found.span()


def _said(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[begin:end].casefold() for begin, end in spans]


def _joined(spans: list[tuple[int, int]], begin: int, end: int) -> tuple[int, int]:
    return spans[begin][0], spans[end - 1][1]
