"""A claim in clauses: where one thing is said of one subject.

A clause that names no subject goes on about the one before. What stands before a colon is the
subject of all.
"""

import re
from typing import NamedTuple

from core.quantity.plain import plain
from core.relate.terms import Term

_BREAK = re.compile(
    r"(?P<full>[。！？!?；;]|\.(?=\s+[\"'“(]?[A-Z\u4e00-\u9fff])|\.\s*$)|,(?=\s|[^\d\s])|，"
    r"|[ ](?<=[a-z][ ])(?:while|whereas|but|although|though|with)[ ]|[(（)）](?!\d{6})"
    r"|(?:而|但是|但)(?=\S)"
)
_LABEL = re.compile(r"^[\s*\-•]*(?P<label>[^:：,，.。;；]{1,48})[:：](?!\d)\**\s*")


class Clause(NamedTuple):
    """A piece of a text, and of what sentence it is."""

    start: int
    end: int
    sentence: int


def clauses(text: str) -> tuple[int, list[Clause]]:
    """Give the length of the label before a colon, and the clauses behind it."""
    match = _LABEL.match(text)
    at = match.end() if match else 0
    label, found, sentence = at, list[Clause](), 0
    for cut in _BREAK.finditer(text, at):
        if text[at : cut.start()].strip():
            found.append(Clause(at, cut.start(), sentence))
        at = cut.end()
        sentence += bool(cut["full"])
    if text[at:].strip():
        found.append(Clause(at, len(text), sentence))
    return label, found


def folded(text: str) -> str:
    """Fold a text; every character keeps its place."""
    return plain(text).low


def between(terms: list[Term], start: int, end: int) -> list[Term]:
    return [term for term in terms if start <= term.start < end]
