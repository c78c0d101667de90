"""Words that narrow lines parted at a hyphen, as those of a printed page do: put together again.

A hyphen at the end of a line may be the word's own. So only what is a word without it is joined:
one that stands elsewhere in the text, or that the dictionary or the terms of the field have.
"""

import re
from collections.abc import Container

from core.parse.together import MARGIN

_MARGINS = f"[{MARGIN}]{{0,40}}"
#: The half above a hyphen and the half below it, with what may not begin a line: it would be taken
#: for a bullet, or for citations alone.
_PARTED = re.compile(
    rf"(?<![\w'’-])([A-Za-z]{{2,30}})-{_MARGINS}\n{_MARGINS}([a-z]{{2,30}})(?![\w-])"
    r"(?P<end>['’]?[.,;:)]{0,3}(?: ?\[\d{1,3}\]){0,9}[.,;]?(?: [-–—−•*](?: [^\s-]{1,40}(?=\s))?)?)"
    rf"{_MARGINS}\n?"
)
_BREAK = re.compile(rf"-{_MARGINS}\n{_MARGINS}[a-z]")
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")


def joined(text: str) -> str:
    """Put such words together, each on the line on which it begins."""
    if _BREAK.search(text) is None:
        return text  # as most
    parted = {(found[1].lower(), found[2]) for found in _PARTED.finditer(text)}
    stand = _standing(text, {spelt for halves in parted for spelt in _spelt(*halves)})
    whole = {halves for halves in parted if _is_whole(*_spelt(*halves), stand)}
    return _PARTED.sub(lambda found: _put(found, whole), text) if whole else text


def _spelt(above: str, below: str) -> tuple[str, str]:
    return above + below, f"{above}-{below}"


def _standing(text: str, words: Container[str]) -> set[str]:
    """Give which of these words stand in a text elsewhere."""
    return {found for word in _WORD.finditer(text) if (found := word[0].lower()) in words}


def _is_whole(word: str, hyphened: str, stand: Container[str]) -> bool:
    """Tell whether two halves are one word: by the text itself, or else by what words there are."""
    from core.glossary import concept, dictionary  # few texts are so parted

    if word in stand or hyphened in stand:
        return word in stand
    return dictionary.has(word) or bool(concept.of_the_field(concept.key(word)))


def _put(found: re.Match[str], whole: Container[tuple[str, str]]) -> str:
    if (found[1].lower(), found[2]) not in whole:
        return found[0]
    return f"{found[1]}{found[2]}{found['end']}\n"
