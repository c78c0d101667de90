"""A hand on the mouse over the tree: where words stand, drags over them, and what is painted."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model import Article
from gui.insights.view import InsightView


def article_in(view: InsightView) -> Article:
    assert view.annotated is not None
    return view.annotated.article


def point(view: InsightView, position: int, offset: int) -> QPoint:
    """Give where a code point of a row's text begins, in the viewport."""
    index = view.model().at(position)  # type: ignore[attr-defined]
    delegate = view._drawn
    laid = delegate.laid(index)
    place = laid.place_of(laid.units.to_qt(offset))
    origin = delegate.origin(view.visualRect(index).toRectF(), index)
    return (place.center() + origin).toPoint()


def drag(view: InsightView, position: int, start: int, end: int) -> None:
    left, viewport = Qt.MouseButton.LeftButton, view.viewport()
    QTest.mousePress(viewport, left, pos=point(view, position, start))
    QTest.mouseMove(viewport, point(view, position, (start + end) // 2))
    move(view, point(view, position, end))
    QTest.mouseRelease(viewport, left, pos=point(view, position, end))


def move(view: InsightView, to: QPoint) -> None:
    """Move the mouse with its left button held; QTest's own move tells of no button."""
    viewport, left = view.viewport(), Qt.MouseButton.LeftButton
    where, none = viewport.mapToGlobal(to).toPointF(), Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, to.toPointF(), where, none, left, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(viewport, event)


def words_rect(view: InsightView, position: int, start: int, end: int) -> QRect:
    """Give the rectangle of words that stand on one line, in the viewport."""
    first, last = point(view, position, start), point(view, position, end)
    height = view.fontMetrics().height()
    return QRect(first.x(), first.y() - height // 2, last.x() - first.x(), height)


def is_painted(view: InsightView, position: int, span: tuple[int, int], colour: QColor) -> bool:
    """Tell whether a colour covers a good part of the words."""
    image = view.viewport().grab(words_rect(view, position, *span)).toImage()
    spots = [(x, y) for x in range(image.width()) for y in range(0, image.height(), 3)]
    found = sum(image.pixelColor(x, y).rgb() == colour.rgb() for x, y in spots)
    return found > len(spots) // 3
