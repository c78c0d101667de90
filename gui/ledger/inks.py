"""How a finding is told from others: an ink and a pattern, so that no colour is needed to tell."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
)

from core.finding import Result, Status
from gui import theme
from gui.look import dyes

HAIR = 1.3  # the width of an outline
STRIPE = 5.0  # from one stripe to the next


class Pattern(Enum):
    """What a bar is filled with."""

    SOLID = auto()
    STRIPED = auto()
    HOLLOW = auto()
    HATCHED = auto()
    DASHED = auto()


@dataclass(frozen=True, slots=True)
class Style:
    """One way to draw a bar: an ink by number (None: faint), and a pattern."""

    ink: int | None
    pattern: Pattern

    @property
    def colour(self) -> QColor:
        return QColor(theme.tones().faint) if self.ink is None else theme.ink(self.ink)


OF_STATUS = {
    Status.OPEN: Style(0, Pattern.SOLID),
    Status.WATCHED: Style(1, Pattern.STRIPED),
    Status.SETTLED: Style(2, Pattern.HOLLOW),
    Status.DROPPED: Style(None, Pattern.DASHED),
}
PATTERNS = tuple(Pattern)
NO_TAG = Style(None, Pattern.SOLID)


def of_number(number: int) -> Style:
    """Give a style for the tag of this number: inks and patterns come round at different times."""
    return Style(number % len(dyes.INKS), PATTERNS[number % len(PATTERNS)])


def draw_bar(
    painter: QPainter, place: QRectF, style: Style, *, fades: tuple[float, float] = (0, 0)
) -> None:
    """Draw a bar; it fades over so many pixels at its left and right.

    Lines are filled shapes: an SVG of Qt's keeps neither a pen that fades nor a clip.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(_shape(place, style.pattern), _fading(place, style.colour, fades))
    painter.restore()


def _shape(place: QRectF, pattern: Pattern) -> QPainterPath:
    shape, lines = QPainterPath(), QPainterPath()
    round_ = min(place.height() / 2, 2.5)
    if pattern is Pattern.SOLID:
        shape.addRoundedRect(place, round_, round_)
        return shape
    if pattern is Pattern.DASHED:
        lines.moveTo(place.left(), place.center().y())
        lines.lineTo(place.right(), place.center().y())
        return _stroked(lines, 2, dashes=(3, 2))
    inner = place.adjusted(HAIR / 2, HAIR / 2, -HAIR / 2, -HAIR / 2)
    lines.addRoundedRect(inner, round_, round_)
    if pattern in (Pattern.STRIPED, Pattern.HATCHED):
        _stripe(lines, inner, crossed=pattern is Pattern.HATCHED)
    return _stroked(lines, HAIR)


def _stroked(lines: QPainterPath, width: float, dashes: tuple[float, ...] = ()) -> QPainterPath:
    pen = QPainterPathStroker()
    pen.setWidth(width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern(list(dashes))
    shape = pen.createStroke(lines)
    shape.setFillRule(Qt.FillRule.WindingFill)
    return shape


def _stripe(lines: QPainterPath, place: QRectF, *, crossed: bool) -> None:
    """Put slanted lines into a bar, one way or both, each cut off at its ends."""
    high, x = place.height(), place.left() - place.height() + STRIPE
    while x < place.right():
        first, last = max(x, place.left()), min(x + high, place.right())
        up = [QPointF(at, place.bottom() - (at - x)) for at in (first, last)]
        lines.moveTo(up[0])
        lines.lineTo(up[1])
        if crossed:
            lines.moveTo(first, place.top() + (first - x))
            lines.lineTo(last, place.top() + (last - x))
        x += STRIPE


def _fading(place: QRectF, ink: QColor, fades: tuple[float, float]) -> QBrush:
    if not any(fades):
        return QBrush(ink)
    width = max(place.width(), 1.0)
    clear = QColor(ink)
    clear.setAlpha(0)
    made = QLinearGradient(place.topLeft(), place.topRight())
    made.setColorAt(0, clear if fades[0] else ink)
    made.setColorAt(min(fades[0] / width, 1), ink)
    made.setColorAt(max(1 - fades[1] / width, 0), ink)
    made.setColorAt(1, clear if fades[1] else ink)
    return QBrush(made)


def draw_sign(painter: QPainter, result: Result, place: QRectF, colour: QColor) -> None:
    """Draw what became of it: a tick, a cross, half a disc, a question mark, a dash."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if result is Result.PARTLY:
        disc = place.adjusted(1, 1, -1, -1)
        painter.drawEllipse(disc)
        painter.setBrush(colour)
        painter.drawChord(disc, 90 * 16, 180 * 16)
    else:
        painter.drawPath(_sign(result, place))
    painter.restore()


def _sign(result: Result, place: QRectF) -> QPainterPath:
    strokes = {
        Result.CAME_TRUE: (((0.1, 0.55), (0.4, 0.85), (0.92, 0.2)),),
        Result.FAILED: (((0.18, 0.18), (0.82, 0.82)), ((0.82, 0.18), (0.18, 0.82))),
        Result.MOOT: (((0.15, 0.5), (0.85, 0.5)),),
        Result.UNCLEAR: (
            ((0.28, 0.28), (0.36, 0.12), (0.58, 0.08), (0.72, 0.24), (0.66, 0.42), (0.5, 0.52)),
            ((0.5, 0.52), (0.5, 0.66)),
            ((0.5, 0.9), (0.5, 0.92)),
        ),
    }[result]
    path = QPainterPath()
    for stroke in strokes:
        points = [
            QPointF(place.left() + x * place.width(), place.top() + y * place.height())
            for x, y in stroke
        ]
        path.moveTo(points[0])
        for point in points[1:]:
            path.lineTo(point)
    return path
