"""Highlights in place: text with `==` round what was marked.

Where passages overlap or touch, their marks run together; each is told whole elsewhere. A mark that
would stand between a letter and a full-width sign is moved inward past the sign, for there most
readers of Markdown do not see it.
"""

import re
from collections.abc import Iterable, Iterator
from unicodedata import category

from core.anchor import snap
from core.export.escape import Markdown, escape

Span = tuple[int, int]
_LINE = re.compile("[^\n\r\x0b\f\x1c-\x1e\x85\u2028\u2029]+")
_UNSEEN = re.compile("[\\s\u202a-\u202e\u2066-\u2069]*")


def marked(text: str, spans: Iterable[Span]) -> Markdown:
    """Give text as one line, with these spans marked."""
    return _marked(text, 0, len(text), _united(text, spans))


def paragraphs(text: str, spans: Iterable[Span]) -> tuple[Markdown, ...]:
    """Give each line of a text, with these spans marked; empty lines are left out."""
    united = _united(text, spans)
    lines = (_marked(text, *line.span(), united) for line in _LINE.finditer(text))
    return tuple(line for line in lines if line)


def _united(text: str, spans: Iterable[Span]) -> list[Span]:
    """Put spans in order, on grapheme borders, and those that overlap or touch together."""
    united = list[Span]()
    for start, end in sorted(_whole(text, spans)):
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united


def _whole(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    for start, end in spans:
        first, last = max(start, 0), min(end, len(text))
        if first < last:
            yield snap(text, first, last)


def _marked(text: str, first: int, last: int, spans: list[Span]) -> Markdown:
    if not spans:
        return Markdown(escape(text[first:last]).strip(" "))
    line, parts, at = text[first:last], list[str](), 0
    for start, end in _within(line, first, spans):
        parts += (escape(line[at:start]), "==", escape(line[start:end]), "==")
        at = end
    return Markdown("".join((*parts, escape(line[at:]))).strip(" "))


def _within(line: str, first: int, spans: list[Span]) -> Iterator[Span]:
    for start, end in spans:
        begin = max(start - first, 0)
        inside = line[begin : max(end - first, 0)]
        left, right = len(_edge(inside)), len(_edge(inside[::-1]))
        if left < len(inside):
            yield _seen(line, begin + left, begin + len(inside) - right)


def _edge(text: str) -> str:
    """Give what text begins with that nobody sees."""
    found = _UNSEEN.match(text)
    return found[0] if found else ""


def _seen(line: str, start: int, end: int) -> Span:
    """Move the ends inward to where CommonMark lets emphasis begin and end, if there is room."""
    first, last = start, end
    while first < last and not _opens(line, first):
        first += 1
    while first < last and not _closes(line, last):
        last -= 1
    return (first, last) if first < last else (start, end)


def _opens(line: str, at: int) -> bool:
    """Tell whether a mark here would be taken for an opening one."""
    inside, outside = _class(line[at]), _class(line[at - 1]) if at else "Z"
    return inside not in "ZM" and (inside not in "PS" or outside in "ZPSC")


def _closes(line: str, at: int) -> bool:
    """Tell whether a mark here would be taken for a closing one."""
    inside, outside = _class(line[at - 1]), _class(line[at]) if at < len(line) else "Z"
    return inside != "Z" and outside != "M" and (inside not in "PS" or outside in "ZPSC")


def _class(char: str) -> str:
    """Give the class of a character, that of white space for the ends of lines, too."""
    return "Z" if char.isspace() else category(char)[0]
