"""Headings in the list: over the first article of a group, and at the top over what is in sight.

The first of a group gives it one of its own lines: all rows stay equally high, and none is asked
for before it is seen.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from gui import theme


def paint(painter: QPainter, band: QRectF, left: float, font: QFont, words: str) -> None:
    """Paint a heading in a band of the list."""
    tones, metrics = theme.tones(), QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(tones.faint)
    room = band.width() - 2 * left
    said = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    y = band.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(band.left() + left, y), said)


def paint_band(painter: QPainter, band: QRectF, left: float, font: QFont, words: str) -> None:
    """Paint the heading that stays at the top, over the rows that go by under it."""
    tones = theme.tones()
    painter.fillRect(band, tones.base)
    paint(painter, band, left, font, words)
    painter.fillRect(QRectF(band.left(), band.bottom() - 1, band.width(), 1), tones.line)
