"""How a finding is told from others: an ink and a pattern, so that no colour is needed to tell."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from core.finding import Result, Status
from gui import theme

HAIR = 1.3


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
    return Style(number % len(theme.INKS), PATTERNS[number % len(PATTERNS)])


def draw_bar(
    painter: QPainter, place: QRectF, style: Style, *, fades: tuple[float, float] = (0, 0)
) -> None:
    """Draw a bar; it fades over so many pixels at its left and right."""
    ink, round_ = style.colour, min(place.height() / 2, 2.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush = _fading(place, ink, fades)
    outline = place.adjusted(HAIR / 2, HAIR / 2, -HAIR / 2, -HAIR / 2)
    if style.pattern is Pattern.DASHED:
        pen = QPen(brush, 2)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(
            QPointF(place.left(), place.center().y()), QPointF(place.right(), place.center().y())
        )
        painter.restore()
        return
    if style.pattern is Pattern.SOLID:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRoundedRect(place, round_, round_)
    else:
        painter.setPen(QPen(brush, HAIR))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(outline, round_, round_)
        _stripe(painter, outline, brush, style.pattern)
    painter.restore()


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


def _stripe(painter: QPainter, place: QRectF, brush: QBrush, pattern: Pattern) -> None:
    """Draw slanted lines into a bar, one way or both."""
    if pattern is Pattern.HOLLOW:
        return
    painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(brush, HAIR))
    high, x = place.height(), place.left() - place.height()
    lines = QPainterPath()
    while x < place.right():
        lines.moveTo(x, place.bottom())
        lines.lineTo(x + high, place.top())
        if pattern is Pattern.HATCHED:
            lines.moveTo(x, place.top())
            lines.lineTo(x + high, place.bottom())
        x += 5
    painter.drawPath(lines)


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
