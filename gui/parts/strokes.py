"""A stroke of its own for each colour of highlight, so that colour is never the only sign.

Strokes are drawn where `on()`: always, never, or in the themes of high contrast. Where they stand
is decided by who paints.
"""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPolygonF

from core.model import Colour
from gui import theme

HEIGHT = 4.0  # of the highest
#: The dashes and gaps of those made of a broken line, in pixels.
BROKEN = {
    Colour.GREEN: (5.0, 3.0),
    Colour.PURPLE: (2.0, 2.0),
    Colour.MAGENTA: (8.0, 2.0, 2.0, 2.0),
}


class _State:
    wanted = "contrast"


def apply(wanted: str) -> None:
    """Draw strokes "always", "never", or in high "contrast"."""
    _State.wanted = wanted


def on() -> bool:
    if _State.wanted == "contrast":
        return theme.tones().contrast
    return _State.wanted == "always"


def along(painter: QPainter, colour: Colour, line: QLineF, weight: float = 1.0) -> None:
    """Draw a colour's stroke along a line that is level, sharp where it is at a whole pixel."""
    ink, (x, y), right = theme.strong(colour), line.p1().toTuple(), line.x2()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(ink, 2 * weight, BROKEN.get(colour, ())))
    if colour is Colour.RED:
        painter.setPen(_pen(ink, 1.4 * weight))
        painter.drawPolyline(_wave(x, right, y))
    elif colour is Colour.BLUE:
        painter.setPen(_pen(ink, weight))
        painter.drawLines([line.translated(0, -1.5), line.translated(0, 1.5)])
    elif colour is Colour.ORANGE:
        painter.setPen(_pen(ink, HEIGHT * weight))
        painter.drawLine(line)
    elif colour is Colour.GREY:
        painter.setPen(_pen(ink, 1.4 * weight))
        half, ticks = HEIGHT / 2, range(max(1, round((right - x) / 4)))
        painter.drawLines([QLineF(x + 1 + 4 * n, y - half, x + 1 + 4 * n, y + half) for n in ticks])
    else:
        painter.drawLine(line)


def upright(painter: QPainter, colour: Colour, edge: QRectF) -> None:
    """Fill an edge beside words with a colour, or draw its stroke there where those are on."""
    if not on():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.strong(colour))
        painter.drawRoundedRect(edge, edge.width() / 2, edge.width() / 2)
        return
    painter.save()
    painter.translate(edge.center().x(), edge.top())
    painter.rotate(90)
    along(painter, colour, QLineF(0, 0, edge.height(), 0))
    painter.restore()


def spot(
    painter: QPainter, colour: Colour, middle: QPointF, radius: float, edge: float = 1.0
) -> QPointF:
    """Draw a round spot in a colour, its stroke under it where those are on; give its middle."""
    if on():
        half = radius + 2
        y = middle.y() + radius
        along(painter, colour, QLineF(middle.x() - half, y, middle.x() + half, y))
        radius -= 2.5
        middle = QPointF(middle.x(), middle.y() - 3)
    painter.setPen(QPen(theme.strong(colour), edge))
    painter.setBrush(theme.fill(colour))
    painter.drawEllipse(middle, radius, radius)
    return middle


def dot(colour: Colour) -> QIcon:
    """Give a spot of a colour, for menus."""
    return QIcon(_Dot(colour.value))


class _Dot(theme.Drawn):
    """A spot in one of the colours of highlights; with a heart while it is in force."""

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, state: QIcon.State) -> None:
        colour, wide = Colour(self.name), QRectF(rect).width()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = spot(painter, colour, QRectF(rect).center(), wide * 0.38)
        if state is QIcon.State.On:
            painter.setBrush(theme.strong(colour))
            painter.drawEllipse(middle, wide * 0.19, wide * 0.19)


def _pen(ink: QColor, width: float, broken: Sequence[float] = ()) -> QPen:
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if broken:
        pen.setDashPattern([length / width for length in broken])
    return pen


def _wave(left: float, right: float, y: float) -> QPolygonF:
    """Give a line that goes up and down, every three pixels."""
    count = max(2, round((right - left) / 3) + 1)
    step = (right - left) / (count - 1)
    return QPolygonF([QPointF(left + n * step, y + (1.6, -1.6)[n % 2]) for n in range(count)])
