"""What a body is made of, in reading order: headings, claims, and text that no rule could place.

`flat` and `lined` find the pieces; `gather` makes rows of the insight tree of them.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.model import Kind, Node
from core.parse import cites, headings

#: What a citation has left that was cut in two.
_BROKEN = re.compile(r"\s*\[\d{1,3}\Z")
#: The level of a table's heading and rows: what follows the table stands where the table does.
IN_TABLE = -1
_HABIT = 2  # claims that tell how a text ends its own
_STOPS = frozenset(".。!?！？…;；\"”’')）]】")


class Piece(NamedTuple):
    """A heading (its `level` in Markdown, if it had one), a claim, or a block of text.

    Those of a table have a level of their own.
    A claim's citations are taken off it already where `cites` has them.
    """

    kind: Kind
    text: str
    level: int = 0
    cites: tuple[int, ...] | None = None


def heading(text: str, level: int = 0) -> Piece:
    return Piece(Kind.NAMED, text, level)


def claim(text: str) -> Piece:
    return Piece(Kind.CLAIM, text)


def block(text: str) -> Piece:
    return Piece(Kind.BLOCK, text)


def answer(text: str) -> Piece:
    """Give what stands under a heading without a dash: a claim if it is cited, else a block."""
    return claim(text) if cites.last_end(text) >= 0 else block(text)


class _Depth:
    """How deep the next section stands: under wrappers, and under numbers of the same kind."""

    def __init__(self) -> None:
        self._open: list[tuple[int, bool]] = []  # level in Markdown, whether numbered

    def of(self, head: headings.Head, piece: Piece, *, upper: bool) -> int:
        """Give the depth of a section; an `upper` one or a wrapper holds those that follow.

        So does one of Markdown, but a lead, those of a deeper level.
        """
        numbered = headings.is_number(piece.text)
        while self._open and self._closes(head.kind, piece.level, numbered):
            self._open.pop()
        depth = len(self._open)
        if head.kind is Kind.SUPER or upper or (piece.level and head.kind is not Kind.LEAD):
            self._open.append((piece.level, numbered))
        return depth

    def _closes(self, kind: Kind, level: int, numbered: bool) -> bool:
        above, above_numbered = self._open[-1]
        if level or above:
            return level <= above
        if numbered or above_numbered:
            return numbered and above_numbered
        return kind in (Kind.LEAD, Kind.SUPER)


def gather(pieces: Iterable[Piece], *, last_is_cut: bool) -> list[Node]:
    """Make rows of pieces. With `last_is_cut`, a claim that ends the text was cut off by it."""
    rows: list[Node] = []
    depths, under = _Depth(), 0
    made, a_claim, a_block = list(pieces), Kind.CLAIM, Kind.BLOCK
    for place, piece in enumerate(made):
        kind, said, level, numbers = piece
        if not said:
            continue
        position = len(rows)
        if kind is a_claim:
            text, numbers = cites.off(said) if numbers is None else (said, numbers)
            if text:
                depth = under + 1 if level == IN_TABLE else under
                rows.append(Node(position, depth, kind, text, None, None, numbers))
            else:
                rows.append(Node(position, under, a_block, said))
        elif kind is a_block:
            rows.append(Node(position, under, kind, said))
        else:
            head = headings.classify(said)
            if level == IN_TABLE:
                depth = under
            else:
                upper = head.kind is Kind.NAMED and _leads_to_heading(made, place)
                depth = depths.of(head, piece, upper=upper)
                under = depth + 1
            rows.append(Node(position, depth, head.kind, said, head.title, head.number))
    return _cut(rows) if last_is_cut else rows


def _leads_to_heading(made: Sequence[Piece], place: int) -> bool:
    """Tell whether another section begins right below a heading."""
    following = made[place + 1 : place + 2]
    return any(one.kind is Kind.NAMED and one.level != IN_TABLE for one in following)


def _cut(rows: list[Node]) -> list[Node]:
    if not rows or rows[-1].kind is not Kind.CLAIM or not _is_open(rows[-1]):
        return rows
    others = [row for row in rows[:-1] if row.kind is Kind.CLAIM]
    if len(others) >= _HABIT and all(map(_is_open, others)):
        return rows  # it ends as all of them do
    last = rows[-1]
    text = _BROKEN.sub("", last.text) or last.text
    cut = Node(last.position, last.depth, Kind.CLAIM, text, None, None, last.citations, True)
    return [*rows[:-1], cut]


def _is_open(last: Node) -> bool:
    return not last.citations and last.text[-1] not in _STOPS
