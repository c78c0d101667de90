"""The drawings in resources/icons, painted: paths, circles and rounded rectangles, and no more.

Qt's own reader knows all of SVG, which takes a megabyte of every window, and is not asked.
"""

import re
from functools import cache
from math import atan2, ceil, cos, hypot, sin, sqrt, tan, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from resources import HERE

Said = dict[str, str]

_PART = re.compile(r"<(/?)(\w+)([^>]*?)(/?)>")
_SAID = re.compile(r'([\w-]+)="([^"]*)"')
_STEP = re.compile(r"([a-zA-Z])([^a-zA-Z]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+")
#: What is so where a drawing does not say it.
USUAL = {"fill": "black", "stroke": "none", "stroke-width": "1", "x": "0", "y": "0", "rx": "0"}
#: How many numbers a step of a path takes at a time.
TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "a": 7, "z": 1}


def paint(painter: QPainter, name: str, ink: str) -> None:
    """Paint a drawing over all that the painter paints on, in this ink."""
    size, parts = _drawing(name)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(painter.window().width() / size, painter.window().height() / size)
    for path, said in parts:
        painter.setPen(_pen(said, ink))
        painter.setBrush(_colour(said["fill"], ink))
        painter.drawPath(path)


def _pen(said: Said, ink: str) -> QPen:
    pen = QPen(_colour(said["stroke"], ink))
    pen.setWidthF(float(said["stroke-width"]))
    is_round = said.get("stroke-linecap") == "round"
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if is_round else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if is_round else Qt.PenJoinStyle.MiterJoin)
    return pen if said["stroke"] != "none" else QPen(Qt.PenStyle.NoPen)


def _colour(name: str, ink: str) -> QColor:
    if name == "none":
        return QColor(0, 0, 0, 0)
    return QColor(ink if name == "currentColor" else name)


@cache
def _drawing(name: str) -> tuple[float, list[tuple[QPainterPath, Said]]]:
    """Read how large a drawing is, and its parts: where each goes, and how it is drawn."""
    text = (HERE / "icons" / f"{name}.svg").read_text("utf-8")
    size, within, parts = 0.0, [USUAL], []
    for ends, kind, words, is_whole in _PART.findall(text):
        said = within[-1] | dict(_SAID.findall(words))
        if ends:
            within.pop()
        elif is_whole:
            parts.append((_path(kind, said), said))
        else:
            within.append(said)
            size = float(said["width"]) if kind == "svg" else size
    return size, parts


def _path(kind: str, said: Said) -> QPainterPath:
    if kind == "path":
        return _Pencil(said["d"]).path
    path = QPainterPath()
    if kind == "circle":
        far = float(said["r"])
        path.addEllipse(QPointF(float(said["cx"]), float(said["cy"])), far, far)
    else:
        across, down, wide, high = (float(said[name]) for name in ("x", "y", "width", "height"))
        path.addRoundedRect(QRectF(across, down, wide, high), float(said["rx"]), float(said["rx"]))
    return path


class _Pencil:
    """What follows the steps of a path: small letters go from where it is."""

    def __init__(self, steps: str) -> None:
        self.path = QPainterPath()
        self._bend = QPointF()  # from where the last curve came to its end
        for letter, words in _STEP.findall(steps):
            numbers = [float(one) for one in _NUMBER.findall(words)] or [0.0]
            takes = TAKES[letter.lower()]
            for at in range(0, len(numbers), takes):
                self._step(letter, numbers[at : at + takes])
                letter = {"m": "l", "M": "L"}.get(letter, letter)  # noqa: PLW2901  what follows

    def _step(self, letter: str, numbers: list[float]) -> None:
        here = self.path.currentPosition()
        start = here if letter.islower() else QPointF()
        match letter.lower():
            case "z":
                self.path.closeSubpath()
            case "h":
                self.path.lineTo(start.x() + numbers[0], here.y())
            case "v":
                self.path.lineTo(here.x(), start.y() + numbers[0])
            case "a":
                there, (far, _, _, large, swept) = start + QPointF(*numbers[5:]), numbers[:5]
                self._arc(there, far, is_left=large != swept, is_right_hand=bool(swept))
            case kind:
                pairs = zip(numbers[::2], numbers[1::2], strict=True)
                self._line(kind, here, [start + QPointF(*pair) for pair in pairs])

    def _line(self, kind: str, here: QPointF, points: list[QPointF]) -> None:
        if kind == "m":
            self.path.moveTo(points[0])
        elif kind == "l":
            self.path.lineTo(points[0])
        else:
            first = points[0] if kind == "c" else here * 2 - self._bend
            self._bend = points[-2]
            self.path.cubicTo(first, points[-2], points[-1])

    def _arc(self, there: QPointF, far: float, *, is_left: bool, is_right_hand: bool) -> None:
        """Go along a circle of this radius; its middle is on one side of the way or the other."""
        here = self.path.currentPosition()
        half = (there - here) / 2
        long = hypot(half.x(), half.y())
        aside = sqrt(max(far * far - long * long, 0)) / long * (1 if is_left else -1)
        middle = here + half + QPointF(-half.y(), half.x()) * aside
        first, last = (atan2(one.y() - middle.y(), one.x() - middle.x()) for one in (here, there))
        turn = (last - first) % tau if is_right_hand else -((first - last) % tau)
        parts = ceil(abs(turn) / (tau / 4) - 0.01)
        pull = 4 / 3 * tan(turn / parts / 4) * far
        for part in range(parts):
            ends = [first + turn * at / parts for at in (part, part + 1)]
            out, into = (QPointF(cos(end), sin(end)) * far + middle for end in ends)
            pulls = [QPointF(-sin(end), cos(end)) * pull for end in ends]
            self.path.cubicTo(out + pulls[0], into - pulls[1], into if part + 1 < parts else there)
