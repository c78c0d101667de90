"""The plate behind a row that is chosen, or that the keys stand on; and that of a small widget.

The view is asked for both and not a painter's options: Qt's enums for those take long to load.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen
from PySide6.QtWidgets import QApplication, QListView, QWidget

from gui import theme


def paint(
    painter: QPainter,
    view: QListView,
    index: QModelIndex | QPersistentModelIndex,
    area: QRectF,
    inset: float,
) -> bool:
    """Paint the plate of a row in `area`; tell whether the row has one.

    The ink of one chosen by keys is `inset` shorter at both ends.
    """
    tones, focused = theme.tones(), _has_keys(view)
    painter.setPen(Qt.PenStyle.NoPen)
    if view.selectionModel().isSelected(index):
        painter.setBrush(tones.chosen)
        painter.drawRoundedRect(area, 8, 8)
        if focused:
            painter.setBrush(tones.accent)
            ink = area.adjusted(0, inset, 3 - area.width(), -inset)
            painter.drawRoundedRect(ink, 1.5, 1.5)
        return True
    if focused and index == view.currentIndex():
        painter.setPen(QPen(tones.accent, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        return True
    return False


def _has_keys(view: QListView) -> bool:
    """Tell whether keys go to a list; or will, once its window is the one at the front again."""
    return (QApplication.focusWidget() or view.window().focusWidget()) is view


def is_pointed(view: QListView, row: QRect) -> bool:
    """Tell whether the mouse is over a row."""
    ground = view.viewport()
    return ground.underMouse() and row.contains(ground.mapFromGlobal(QCursor.pos()))


def paint_under(painter: QPainter, area: QRectF) -> None:
    """Paint the plate of a row that something is held over, which it would take."""
    tones = theme.tones()
    painter.setPen(QPen(tones.accent, 1.5))
    painter.setBrush(tones.chosen)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def paint_all(painter: QPainter, widget: QWidget, ground: QColor, bend: float) -> None:
    """Paint all of a widget as a plate with a thin line about it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.tones().line)
    painter.setBrush(ground)
    painter.drawRoundedRect(widget.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), bend, bend)
