"""Boxes to tick and dots to choose by, painted: as large as the letters beside them.

What is drawn here is what the rows of `ticks` have before them, too.
"""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from gui import theme
from gui.look import sizing

BOX = 16  # pixels, at the usual size of text
REACH = 8  # of a box from its words
AROUND = 4  # of the words from the ring about them
MARK = ((0.24, 0.53), (0.43, 0.71), (0.77, 0.31))
ON, PARTLY = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked


class TickBox(QCheckBox):
    """A box to tick with words behind it."""

    # Qt's questions

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            box = _paint_words(painter, self)
            draw_tick(painter, box, self.checkState())


class Dot(QRadioButton):
    """A dot with words behind it; of those beside one another, one is chosen."""

    # Qt's questions

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            box = _paint_words(painter, self)
            _draw_dot(painter, box, self)


def box_size() -> int:
    """Give how wide a box is beside letters of the size in force."""
    return sizing.px(BOX)


def draw_tick(painter: QPainter, box: QRect, state: Qt.CheckState) -> None:
    """Draw a box that is ticked, partly so, or empty."""
    t, unit = theme.tones(), box.width() / BOX
    area = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    some = state in (ON, PARTLY)
    painter.setPen(t.accent if some else t.faint)
    painter.setBrush(t.accent if some else t.base)
    painter.drawRoundedRect(area, 4 * unit, 4 * unit)
    painter.setPen(QPen(t.base, 1.8 * unit))
    if state is ON:
        spots = [area.topLeft() + QPointF(x, y) * area.width() for x, y in MARK]
        painter.drawPolyline(spots)
    elif state is PARTLY:
        middle, half = area.center(), QPointF(3.5 * unit, 0)
        painter.drawLine(middle - half, middle + half)


def _draw_dot(painter: QPainter, box: QRect, button: QRadioButton) -> None:
    t, area = theme.tones(), QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    chosen = button.isChecked()
    painter.setPen(t.faint if button.isEnabled() else t.line)
    painter.setBrush(t.base)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.accent if button.isEnabled() else t.faint)
    painter.drawEllipse(area)
    if chosen:
        painter.setBrush(t.base)
        painter.drawEllipse(area.center(), area.width() * 0.19, area.width() * 0.19)


def _size(button: QAbstractButton) -> QSize:
    words = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text())
    wide = box_size() + REACH + words.width() + AROUND + 1
    return QSize(wide, max(box_size(), words.height()) + 6)


def _paint_words(painter: QPainter, button: QAbstractButton) -> QRect:
    """Paint the words, and the ring of what has the keys; give the place of the box."""
    t, size = theme.tones(), box_size()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    words = button.rect().adjusted(size + REACH, 0, 0, 0)
    if button.hasFocus():
        painter.setPen(QPen(t.accent, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = QRectF(words).adjusted(-AROUND, 0, 0, 0)
        ring.setRight(min(button.sizeHint().width(), button.width()))
        painter.drawRoundedRect(ring.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(t.text if button.isEnabled() else t.faint)
    at = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(words, at | Qt.TextFlag.TextShowMnemonic, button.text())
    return QRect(0, (button.height() - size) // 2, size, size)
