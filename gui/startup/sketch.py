"""The window before anything is in it: its bars and panes as plain ground, edge by edge.

It is what a start shows where no picture is true, and it says nothing that could be untrue. Where
the edges stood is remembered by `places`; the rest of the look is `theme`'s, which loads more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter

from gui.look.tones import Tones

MARGIN = 10  # around the search line
ROUND = 7  # its corners


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the parts of the window end, in pixels; what is not shown has none.

    `bars` is the menu and the tool bar, `search` the search line and `head` all that is above the
    list. `ledger` is below the panes, `foot` at the bottom. Where there is nothing to read, readers
    are `greeted` in the middle.
    """

    bars: int
    side: int
    articles: int
    search: int
    head: int
    inspector: int
    ledger: int
    foot: int
    greeted: int  # 1 where they are

    @classmethod
    def usual(cls, line: int, *, empty: bool) -> Self:
        """Give those of a window that was never arranged, from the height of a line of text."""
        wide, inspector = (330, 0) if empty else (330, 304)
        bars, search, head, foot = line + 57, line + 14, 2 * line + 43, line + 12
        return cls(bars, 184, wide, search, head, inspector, 0, foot, int(empty))

    @classmethod
    def kept(cls, sizes: Sequence[object]) -> Self | None:
        """Give those that were remembered, None where they make no sense."""
        known = [int(one) for one in map(str, sizes) if one.isdecimal()]
        return cls(*known) if len(known) == len(cls.__slots__) else None

    def sizes(self) -> list[int]:
        return [getattr(self, name) for name in self.__slots__]


def paint(painter: QPainter, size: QSize, edges: Edges, tones: Tones) -> None:
    """Paint a window of this size that has nothing in it."""
    painter.fillRect(QRect(0, 0, size.width(), size.height()), tones.window)
    painter.fillRect(QRect(0, edges.bars - 1, size.width(), 1), tones.line)
    left = edges.side and edges.side + 1
    painter.fillRect(QRect(left, edges.bars, edges.articles, edges.head), tones.window)
    cover(painter, size, edges, tones)
    _search(painter, QRect(left, edges.bars, edges.articles, edges.search), tones)


def cover(painter: QPainter, size: QSize, edges: Edges, tones: Tones) -> None:
    """Paint over all that a window tells of a library; its bars and its search line stay."""
    for rect, ground in _grounds(size.width(), size.height(), edges, tones):
        painter.fillRect(rect, ground)


def _grounds(wide: int, high: int, edges: Edges, tones: Tones) -> Iterator[tuple[QRect, QColor]]:
    """Give what is shown, from left to right and down, with the lines between."""
    foot = high - edges.foot
    low = foot - edges.ledger
    end = low - (1 if edges.ledger else 0)
    left, top = 0, edges.bars
    if edges.side:
        yield QRect(0, top, edges.side, end - top), tones.window
        yield QRect(edges.side, top, 1, end - top), tones.line
        left = edges.side + 1
    yield QRect(left, top + edges.head, edges.articles, end - top - edges.head), tones.base
    left += edges.articles
    yield QRect(left, top, 1, end - top), tones.line
    right = wide
    if edges.inspector:
        right -= edges.inspector
        yield QRect(right, top, edges.inspector, end - top), tones.window
        right -= 1
        yield QRect(right, top, 1, end - top), tones.line
    read = tones.window if edges.greeted else tones.base
    yield QRect(left + 1, top, right - left - 1, end - top), read
    if edges.ledger:
        yield QRect(0, end, wide, 1), tones.line
        yield QRect(0, low, wide, edges.ledger), tones.window
    yield QRect(0, foot, wide, 1), tones.line
    yield QRect(0, foot + 1, wide, edges.foot - 1), tones.window


def _search(painter: QPainter, above: QRect, tones: Tones) -> None:
    """Paint the search line, a box with round corners, where it stands over the list."""
    wide = 1 + tones.contrast
    box = above.adjusted(MARGIN, MARGIN, -MARGIN, MARGIN)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    for inset, ground in ((0, tones.edge), (wide, tones.base)):
        painter.setBrush(ground)
        inner = box.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inner, ROUND - inset, ROUND - inset)
