"""How a square of numbers is laid out and painted: names at two sides, a number in every cell.

The more there are, the deeper a cell is shaded; but the number says it all, and no colour is
needed to read it. Nothing here knows a mouse or a key.
"""

from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from core.together import Square
from gui import theme
from gui.parts.lines import one_line
from gui.tags.ink import paint_dot, shortened

EDGE, GAP, DOT = 16.0, 8.0, 20.0
LONGEST, HIGHEST = 190.0, 130.0  # pixels of a name beside and above, at the usual size of text
DEEPEST = 0.42  # how much of the ink is in the deepest shade
NARROWEST = 34.0

Cell = tuple[int, int]  # row and column


@dataclass(frozen=True)
class Chart:
    """A square in a font: where everything in it stands."""

    square: Square
    font: QFont
    scale: float = 1.0

    @cached_property
    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.font)

    @cached_property
    def high(self) -> float:
        """How high a row is, and how wide a column at the least."""
        return round(self._metrics.height() + 10)

    @cached_property
    def wide(self) -> float:
        most = max((self.square.counts.values()), default=0)
        return max(NARROWEST * self.scale, self._metrics.horizontalAdvance(f"{most:,}") + 12)

    @cached_property
    def _longest(self) -> float:
        widths = (self._metrics.horizontalAdvance(one_line(t.path)) for t in self.square.tags)
        return max(widths, default=0.0)

    def room(self, most: float) -> float:
        """How much room the longest name takes, where there is so much."""
        return min(self._longest, most * self.scale) + 2

    @cached_property
    def corner(self) -> QPointF:
        """Where the cells begin."""
        return QPointF(EDGE + self.room(LONGEST) + DOT + GAP, EDGE + self.room(HIGHEST) + GAP)

    def size(self) -> QSizeF:
        many, corner = len(self.square.tags), self.corner
        return QSizeF(corner.x() + many * self.wide + EDGE, corner.y() + many * self.high + EDGE)

    def cell(self, at: Cell) -> QRectF:
        row, column = at
        x, y = self.corner.x() + column * self.wide, self.corner.y() + row * self.high
        return QRectF(x, y, self.wide, self.high)

    def at(self, place: QPointF) -> Cell | None:
        """Give the cell at a place, if there is one."""
        off = place - self.corner
        row, column = int(off.y() // self.high), int(off.x() // self.wide)
        many = len(self.square.tags)
        return (row, column) if 0 <= row < many and 0 <= column < many else None

    def paint(self, painter: QPainter, chosen: Cell | None = None) -> None:
        """Paint all of it; the row and column of the chosen cell are named louder."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font)
        row, column = chosen or (-1, -1)
        for number in range(len(self.square.tags)):
            self._paint_name(painter, number, loud=number == row)
            self._paint_head(painter, number, loud=number == column)
            for each in range(len(self.square.tags)):
                self._paint_cell(painter, (number, each))
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.tones().accent, 2))
            painter.drawRect(self.cell(chosen).adjusted(1, 1, -1, -1))

    def _paint_name(self, painter: QPainter, number: int, *, loud: bool) -> None:
        tag, middle = self.square.tags[number], self.corner.y() + (number + 0.5) * self.high
        room = self.room(LONGEST)
        paint_dot(painter, tag, QPointF(EDGE + room + DOT / 2, middle))
        place = QRectF(EDGE, middle - self.high / 2, room, self.high)
        self._say(painter, place, tag.path, Qt.AlignmentFlag.AlignRight, loud=loud)

    def _paint_head(self, painter: QPainter, number: int, *, loud: bool) -> None:
        """Paint the name over a column, from below upwards."""
        painter.save()
        painter.translate(self.corner.x() + (number + 0.5) * self.wide, self.corner.y() - GAP)
        painter.rotate(-90)
        place = QRectF(0, -self.high / 2, self.room(HIGHEST), self.high)
        self._say(
            painter, place, self.square.tags[number].path, Qt.AlignmentFlag.AlignLeft, loud=loud
        )
        painter.restore()

    def _say(
        self, painter: QPainter, place: QRectF, path: str, side: Qt.AlignmentFlag, *, loud: bool
    ) -> None:
        words = shortened(path, self._metrics, place.width())
        painter.setPen(theme.tones().accent if loud else theme.tones().text)
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_cell(self, painter: QPainter, at: Cell) -> None:
        tones, place, many = theme.tones(), self.cell(at), self.square.count(*at)
        alone = at[0] == at[1]
        painter.setPen(QPen(tones.line, 1))
        painter.setBrush(tones.chip if alone else shade(many, self.square.most))
        painter.drawRect(place)
        if many:
            painter.setPen(tones.faint if alone else tones.text)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{many:,}")


def shade(many: int, most: int) -> QColor:
    """Give the ground of a cell: the accent laid over the base, deeper for a larger count."""
    tones = theme.tones()
    depth = DEEPEST * sqrt(many / most) if many else 0.0
    base, ink = tones.base, tones.accent
    parts = ((base.red(), ink.red()), (base.green(), ink.green()), (base.blue(), ink.blue()))
    return QColor(*(round(under + (over - under) * depth) for under, over in parts))
