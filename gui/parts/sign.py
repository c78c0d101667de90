"""The sign of a finding: a small diamond, wherever one is shown."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from gui import theme

HALF = 4.0


def paint(painter: QPainter, x: float, y: float) -> None:
    """Paint the sign around a point."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tones().accent)
    corners = ((0, -HALF), (HALF, 0), (0, HALF), (-HALF, 0))
    painter.drawPolygon([QPointF(x + dx, y + dy) for dx, dy in corners])
