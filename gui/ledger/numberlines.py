"""Number lines as they are drawn: under one axis, each finding's range beside its words.

What stands on one axis, and in which unit, `core.ledger` knows; keys and mouse are the picture's.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import log10

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from core.ledger.axes import Axis, Mark
from gui import theme
from gui.ledger import inks
from gui.ledger.axis import Tick, log_ticks, number_ticks
from gui.ledger.legend import Entry, draw_legend
from gui.ledger.row import Row
from gui.ledger.tips import told
from gui.ledger.words import axis_words, figure_words
from gui.look.letters import FINE, SMALL
from gui.parts.figures import tabular
from gui.tongue import tr
from gui.tongue.days import day_words

LEGEND, HEAD, FOOT, BELOW = 32.0, 40.0, 26.0, 14.0
BAR, DOT, ARROW, SHORTEST = 8.0, 9.0, 46.0, 14.0
LEFT, RIGHT = 16.0, 170.0
WIDE = 100  # an axis that spans more than two powers of ten is a logarithmic one
TICK_ROOM = 76.0


@dataclass(frozen=True)
class Scale:
    """Where numbers stand between two places."""

    low: float
    high: float
    left: float
    right: float
    log: bool

    def x(self, value: float) -> float:
        low, high, at = (log10(v) if self.log else v for v in (self.low, self.high, value))
        return self.left + (at - low) / (high - low) * (self.right - self.left)

    def ticks(self) -> list[Tick]:
        if self.log:
            return log_ticks(self.low, self.high)
        return number_ticks(self.low, self.high, int((self.right - self.left) // TICK_ROOM))


def scale_of(axis: Axis, left: float, right: float) -> Scale:
    """Give the scale on which all of an axis is seen; one of amounts begins at nothing."""
    ends = [float(v) for mark in axis.marks for v in (mark.low, mark.high) if v is not None]
    low, high = min(ends), max(ends)
    if low > 0 and high / low > WIDE:
        return Scale(low / 1.5, high * 1.5, left, right, log=True)
    low, high = min(low, 0.0), max(high, 0.0)
    spare = (high - low or 1.0) * 0.04
    return Scale(low - spare * (low < 0), high + spare, left, right, log=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands in the picture: its axis, its mark, and its top."""

    axis: int
    mark: Mark
    top: float


@dataclass(frozen=True)
class NumberLines:
    """A scene of axes under one another."""

    axes: Sequence[Axis]
    rows: Mapping[str, Row]
    today: date
    font: QFont
    width: float
    entries: Sequence[Entry] = ()
    above: float = field(default=0.0, init=False)
    below: float = field(default=LEGEND, init=False)

    @cached_property
    def _high(self) -> float:
        return QFontMetricsF(self.font).height()

    @cached_property
    def pitch(self) -> float:
        return self._high * 1.9 + 12

    @cached_property
    def _words(self) -> float:
        """How wide the words at the left are."""
        return min(max(self.width * 0.34, 180.0), 420.0)

    @cached_property
    def _tops(self) -> list[float]:
        tops = [6.0]
        for axis in self.axes:
            tops.append(tops[-1] + HEAD + len(axis.marks) * self.pitch + FOOT + BELOW)
        return tops

    @property
    def height(self) -> float:
        return self._tops[-1]

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {
            mark.finding: Place(number, mark, self._tops[number] + HEAD + n * self.pitch)
            for number, axis in enumerate(self.axes)
            for n, mark in enumerate(axis.marks)
        }

    @cached_property
    def order(self) -> tuple[str, ...]:
        return tuple(self._places)

    def place(self, one: str) -> QRectF:
        return QRectF(0, self._places[one].top, self.width, self.pitch)

    def at(self, x: float, y: float) -> str:  # noqa: ARG002
        place = bisect_right(self._row_tops, y) - 1
        if place < 0 or y >= self._row_tops[place] + self.pitch:
            return ""
        return self.order[place]

    def told(self, one: str) -> tuple[str, list[str]]:
        return told(self.rows[one], self.today)

    @cached_property
    def _row_tops(self) -> list[float]:
        return [place.top for place in self._places.values()]

    @cached_property
    def _scales(self) -> list[Scale]:
        ends = (LEFT + self._words + 24, self.width - RIGHT)
        return [scale_of(axis, *ends) for axis in self.axes]

    # Painting

    def paint(self, painter: QPainter, size: QSizeF, top: float, chosen: str, pointed: str) -> None:
        body = QRectF(0, 0, size.width(), size.height() - LEGEND)
        painter.save()
        painter.setClipRect(body)
        painter.translate(0, -top)
        for number, axis in enumerate(self.axes):
            if self._tops[number + 1] > top and self._tops[number] < top + body.height():
                self._paint_axis(painter, number, axis)
                first = self._tops[number] + HEAD
                begin = max(int((top - first) // self.pitch), 0)
                end = max(int((top + body.height() - first) // self.pitch) + 1, 0)
                for mark in axis.marks[begin:end]:
                    lit = 2 if mark.finding == chosen else int(mark.finding == pointed)
                    self._paint_row(painter, self._places[mark.finding], lit)
        painter.restore()
        foot = QRectF(0, size.height() - LEGEND, size.width(), LEGEND)
        draw_legend(painter, self.font, foot, self.entries)

    def _paint_axis(self, painter: QPainter, number: int, axis: Axis) -> None:
        tones, scale, top = theme.tones(), self._scales[number], self._tops[number]
        self._paint_head(painter, axis, scale, top)
        first, last = top + HEAD - 2, self._tops[number + 1] - FOOT - BELOW
        font = tabular(self.font, SMALL)
        metrics, line = QFontMetricsF(font), QColor(tones.line)
        painter.setFont(font)
        for tick in scale.ticks():
            x = round(scale.x(tick.at)) + 0.5
            line.setAlphaF(0.9 if tick.strong else 0.45)
            painter.setPen(QPen(tones.faint if tick.at == 0 else line, 1))
            painter.drawLine(QLineF(x, first, x, last + 4))
            wide = metrics.horizontalAdvance(tick.words)
            painter.setPen(tones.faint)
            place = QRectF(x - wide / 2, last + 5, wide + 1, FOOT - 6)
            painter.drawText(place, _MIDDLE, tick.words)
        painter.setPen(QPen(tones.line, 1))
        painter.drawLine(QLineF(scale.left - 8, last + 0.5, scale.right + 8, last + 0.5))

    def _paint_head(self, painter: QPainter, axis: Axis, scale: Scale, top: float) -> None:
        tones, bold = theme.tones(), QFont(self.font)
        bold.setBold(True)
        high = self._high + 4
        place = QRectF(LEFT, top + HEAD - high - 6, self._words, high)
        subject = " ".join(axis.subject.split())
        painter.setFont(bold)
        painter.setPen(tones.text)
        name = QFontMetricsF(bold).elidedText(subject or axis_words(axis), _RIGHT_CUT, self._words)
        painter.drawText(place, _LEFT, name)
        painter.setFont(tabular(self.font, SMALL))
        painter.setPen(tones.faint)
        sources = len({source for m in axis.marks for source in self.rows[m.finding].sources})
        words = [axis_words(axis)] if subject else []
        words += [tr("%n source(s)", "", sources)] if sources > 1 else []
        words += [tr("logarithmic")] if scale.log else []
        painter.drawText(place.translated(scale.left - LEFT, 0), _LEFT, " · ".join(words))

    def _paint_row(self, painter: QPainter, place: Place, lit: int) -> None:
        row, area = self.rows[place.mark.finding], self.place(place.mark.finding)
        if lit:
            tones = theme.tones()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tones.accent, 1) if lit == 2 else Qt.PenStyle.NoPen)
            painter.setBrush(tones.chosen if lit == 2 else tones.chip)
            painter.drawRoundedRect(area.adjusted(8.5, 1.5, -8.5, -1.5), 7, 7)
        self._paint_words(painter, row, area)
        self._paint_mark(painter, row, place, area.center().y())

    def _paint_words(self, painter: QPainter, row: Row, area: QRectF) -> None:
        tones, small = theme.tones(), tabular(self.font, FINE)
        said = " ".join(row.finding.statement[:400].split())
        words = QFontMetricsF(self.font).elidedText(said, _RIGHT_CUT, self._words)
        top = area.top() + 5
        painter.setFont(self.font)
        painter.setPen(tones.text)
        painter.drawText(QRectF(LEFT, top, self._words + 4, self._high), _LEFT, words)
        whose = " · ".join(filter(None, (", ".join(row.sources), day_words(row.published))))
        words = QFontMetricsF(small).elidedText(whose, _RIGHT_CUT, self._words)
        painter.setFont(small)
        painter.setPen(tones.faint)
        below = QRectF(LEFT, top + self._high, self._words + 4, self._high)
        painter.drawText(below, _LEFT, words)

    def _paint_mark(self, painter: QPainter, row: Row, place: Place, y: float) -> None:
        scale, style = self._scales[place.axis], inks.OF_STATUS[row.finding.status]
        ends = (place.mark.low, place.mark.high)
        low, high = (None if end is None else scale.x(float(end)) for end in ends)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if low is not None and high is not None and high - low < 4:
            _draw_dot(painter, QPointF((low + high) / 2, y), style)
            right = high + DOT / 2
        else:
            right = _draw_range(painter, low, high, (y, scale.left), style)
        font = tabular(self.font, SMALL)
        said = QFontMetricsF(font).elidedText(
            figure_words(row.finding.figure), _RIGHT_CUT, max(self.width - right - 24, 40)
        )
        painter.setFont(font)
        painter.setPen(theme.tones().text)
        room = QRectF(right + 8, y - self._high / 2, self.width - right, self._high)
        painter.drawText(room, _LEFT, said)


def _draw_dot(painter: QPainter, centre: QPointF, style: inks.Style) -> None:
    hollow = style.pattern in (inks.Pattern.HOLLOW, inks.Pattern.DASHED)
    painter.setPen(QPen(style.colour, 1.6))
    painter.setBrush(theme.tones().base if hollow else style.colour)
    painter.drawEllipse(centre, DOT / 2, DOT / 2)


def _draw_range(
    painter: QPainter,
    low: float | None,
    high: float | None,
    place: tuple[float, float],
    style: inks.Style,
) -> float:
    """Draw a bar, with an arrow at an end that is open; give where it ends.

    `place` is its height, and where the axis begins: no arrow goes far beyond.
    """
    y, least = place
    if low is not None and high is not None:
        inks.draw_bar(painter, QRectF(low, y - BAR / 2, high - low, BAR), style)
        return high
    begin = low if low is not None else high
    assert begin is not None
    way = 1 if high is None else -1
    tip_at = begin + ARROW if way > 0 else min(max(begin - ARROW, least), begin - SHORTEST)
    painter.setPen(QPen(style.colour, 2))
    painter.drawLine(QLineF(begin, y, tip_at - way * 6, y))
    painter.drawLine(QLineF(begin, y - 6, begin, y + 6))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour)
    back = tip_at - way * 9
    painter.drawPolygon(QPolygonF([QPointF(tip_at, y), QPointF(back, y - 5), QPointF(back, y + 5)]))
    return max(begin, tip_at)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_RIGHT_CUT = Qt.TextElideMode.ElideRight
