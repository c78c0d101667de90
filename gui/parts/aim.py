"""A place in a text that is shown, and where its words stand on the screen.

Panes make these of where somebody points; what word that is, and what is told of it, is not theirs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QHelpEvent, QTextLayout, QTextLine
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gui.units import Units


@dataclass(frozen=True, slots=True)
class Aim:
    """A code point of a text. `words_at` gives where code points from one to another are seen.

    `chosen` are words that the reader chose herself, `also` is what else is to be told there.
    """

    text: str
    place: int
    words_at: Callable[[int, int], QRect]
    chosen: tuple[int, int] | None = None
    also: str = ""


def aim_at(widget: QWidget, layout: QTextLayout, origin: QPointF, at: QPointF) -> Aim | None:
    """Give the Chinese character of a laid-out text that a point of a widget lies on."""
    unit = _under(layout, at - origin)
    if unit is None:
        return None
    text = layout.text()
    place = Units(text).to_core(unit)
    return aim(widget, layout, origin, place) if _is_chinese(text[place : place + 1]) else None


def aim(widget: QWidget, layout: QTextLayout, origin: QPointF, place: int) -> Aim:
    """Give a place in a laid-out text."""
    return Aim(layout.text(), place, partial(_words, widget, layout, origin))


def pointed(
    view: QAbstractItemView, event: QEvent, aim_in: Callable[[QModelIndex, QPoint], Aim | None]
) -> Aim | None:
    """Give what the mouse rests on in a row of a view, where Qt asks for a tip."""
    if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
        return None
    index = view.indexAt(event.pos())
    return aim_in(index, event.pos()) if index.isValid() else None


def first_chinese(text: str, start: int = 0, end: int | None = None) -> int | None:
    """Give the place of the first Chinese character between two places."""
    places = range(start, len(text) if end is None else min(end, len(text)))
    return next((place for place in places if _is_chinese(text[place])), None)


def _is_chinese(char: str) -> bool:
    from core.words import is_han  # not before somebody points

    return is_han(char)


def _under(layout: QTextLayout, point: QPointF) -> int | None:
    """Give the UTF-16 unit of the character that a point lies on."""
    for line in _lines(layout):
        beside = 0 <= point.x() < line.naturalTextWidth()
        if beside and line.y() <= point.y() < line.y() + line.height():
            return line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)
    return None


def _lines(layout: QTextLayout) -> list[QTextLine]:
    return [layout.lineAt(number) for number in range(layout.lineCount())]


def _words(widget: QWidget, layout: QTextLayout, origin: QPointF, start: int, end: int) -> QRect:
    """Give where words are seen on the screen; where they wrap, the part on the first line.

    The text may be shown cut short, and words may go on beyond the cut.
    """
    units, length = Units(layout.text()), len(layout.text())
    first, last = (units.to_qt(min(one, length)) for one in (start, end))
    line = layout.lineForTextPosition(first)
    if not line.isValid():
        return QRect()
    left, right = (
        _x(line, min(one, line.textStart() + line.textLength())) for one in (first, last)
    )
    place = QRectF(left, line.y(), right - left, line.height()).translated(origin).toAlignedRect()
    return QRect(widget.mapToGlobal(place.topLeft()), place.size())


def _x(line: QTextLine, unit: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(unit))
    return x
