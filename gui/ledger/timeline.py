"""The timeline of horizons as it is drawn: bars along the days, with their words over them.

Where bars stand `spans` works out, how they look `inks`; keys and mouse are the picture's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from core.finding import Status
from gui import theme
from gui.ledger import inks
from gui.ledger.axis import Tick, day_ticks
from gui.ledger.legend import Entry, draw_legend
from gui.ledger.row import Row
from gui.ledger.spans import FADE, GAP, Span, View
from gui.ledger.tips import told
from gui.ledger.words import is_over
from gui.look.letters import FINE, SMALL
from gui.parts.figures import tabular
from gui.parts.horizons import due_words
from gui.parts.lines import width_in, write
from gui.tongue import tr
from gui.tongue.days import day_words

AXIS, LEGEND, TOP, BAR, BETWEEN = 34.0, 32.0, 8.0, 7.0, 12.0
SHORT = 7.0  # pixels; what would be shorter is a lozenge
WORDS = 300.0  # pixels, the longest that a statement is shown
SIGN, TICK_ROOM = 11.0, 84.0
BEYOND = 60.0  # pixels, a whole number of stripes, to which a bar is drawn out of sight


@dataclass(frozen=True, slots=True)
class Bar:
    """A finding on the timeline: its words, where they begin, its line, and how it is drawn."""

    row: Row
    span: Span
    said: str
    when: str
    style: inks.Style
    line: int = 0


@dataclass(frozen=True)
class Timeline:
    """A scene of bars, seen from one view."""

    bars: Sequence[Bar]
    view: View
    today: date
    font: QFont
    entries: Sequence[Entry] = ()
    above: float = field(default=AXIS, init=False)
    below: float = field(default=LEGEND, init=False)

    @cached_property
    def _high(self) -> float:
        return QFontMetricsF(self.font).height()

    @cached_property
    def pitch(self) -> float:
        """How far one line is from the next."""
        return self._high + 2 + BAR + BETWEEN

    @property
    def height(self) -> float:
        return TOP * 2 + self.pitch * (1 + max((bar.line for bar in self.bars), default=-1))

    @cached_property
    def order(self) -> tuple[str, ...]:
        sooner = sorted(self.bars, key=lambda bar: (bar.span.last, bar.span.first, bar.line))
        return tuple(bar.row.id for bar in sooner)

    @cached_property
    def _by_line(self) -> list[list[Bar]]:
        lines: list[list[Bar]] = []
        for bar in sorted(self.bars, key=lambda bar: (bar.line, bar.span.first)):
            while len(lines) <= bar.line:
                lines.append([])
            lines[bar.line].append(bar)
        return lines

    def _top(self, line: int) -> float:
        return TOP + line * self.pitch

    def place(self, one: str) -> QRectF:
        bar = next(bar for bar in self.bars if bar.row.id == one)
        return self._area(bar)

    def _area(self, bar: Bar) -> QRectF:
        left = self.view.left(bar.span)
        right = max(self.view.right(bar.span), left + SHORT)
        return QRectF(left, self._top(bar.line), right - left, self.pitch - BETWEEN)

    def at(self, x: float, y: float) -> str:
        number = int((y - TOP) // self.pitch)
        line = self._by_line[number] if 0 <= number < len(self._by_line) else []
        for place, bar in enumerate(line):
            area = self._area(bar)
            words = max(area.left(), 0) + self._room(line, place)
            if area.left() - 4 <= x <= max(area.right(), min(words, area.left() + bar.span.words)):
                return bar.row.id
        return ""

    def told(self, one: str) -> tuple[str, list[str]]:
        return told(next(bar.row for bar in self.bars if bar.row.id == one), self.today)

    def _room(self, line: Sequence[Bar], place: int) -> float:
        """Give the room that words have before those of the next bar on the line."""
        begins = max(self.view.left(line[place].span), 0)
        if place + 1 == len(line):
            return WORDS * 2
        return self.view.left(line[place + 1].span) - begins - GAP / 2

    # Painting

    def paint(self, painter: QPainter, size: QSizeF, top: float, chosen: str, pointed: str) -> None:
        body = QRectF(0, AXIS, size.width(), size.height() - AXIS - LEGEND)
        ticks = day_ticks(
            self.view.day(0), self.view.day(size.width()), int(size.width() // TICK_ROOM)
        )
        self._paint_rules(painter, ticks, body)
        self._paint_today_line(painter, body)
        painter.save()
        painter.setClipRect(body)
        painter.translate(0, AXIS - top)
        first = max(0, int((top - TOP) // self.pitch))
        last = int((top + body.height()) // self.pitch) + 1
        for line in self._by_line[first:last]:
            self._paint_line(painter, line, size.width(), (chosen, pointed))
        painter.restore()
        self._paint_axis(painter, ticks, size.width())
        self._paint_today(painter, body)
        foot = QRectF(0, size.height() - LEGEND, size.width(), LEGEND)
        draw_legend(painter, self.font, foot, self.entries)

    def _paint_line(
        self, painter: QPainter, line: Sequence[Bar], width: float, lit: tuple[str, str]
    ) -> None:
        for place, bar in enumerate(line):
            if self.view.left(bar.span) > width:
                break
            if self.view.right(bar.span) > -SHORT:
                whole = self._area(bar)
                self._paint_plate(painter, bar, _seen(whole, width), lit)
                self._paint_bar(painter, bar, whole, width)
                room = self._room(line, place)
                self._paint_words(painter, bar, whole, room, plain=bar.row.id not in lit)

    def _paint_rules(self, painter: QPainter, ticks: Sequence[Tick], body: QRectF) -> None:
        line = QColor(theme.tones().line)
        for tick in ticks:
            line.setAlphaF(0.9 if tick.strong else 0.45)
            painter.setPen(QPen(line, 1))
            x = round(self.view.x(tick.at)) + 0.5
            painter.drawLine(QLineF(x, body.top(), x, body.bottom()))

    def _paint_axis(self, painter: QPainter, ticks: Sequence[Tick], width: float) -> None:
        tones, font = theme.tones(), tabular(self.font, SMALL)
        metrics = QFontMetricsF(font)
        hidden = self._today_words(metrics, width)
        for tick in ticks:
            wide = metrics.horizontalAdvance(tick.words)
            place = QRectF(self.view.x(tick.at) - wide / 2, 0, wide, AXIS - 4)
            if place.left() < 2 or place.right() > width - 2 or place.intersects(hidden):
                continue
            painter.setFont(font)
            painter.setPen(tones.text if tick.strong else tones.faint)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, tick.words)
        painter.setPen(QPen(tones.line, 1))
        painter.drawLine(QLineF(0, AXIS - 0.5, width, AXIS - 0.5))

    def _today_words(self, metrics: QFontMetricsF, width: float) -> QRectF:
        wide = metrics.horizontalAdvance(tr("Today, {0}").format(day_words(self.today)))
        x = self.view.x(self.today.toordinal())
        place = QRectF(max(x - wide / 2, 8), 0, wide, AXIS - 4).adjusted(-10, 0, 10, 0)
        if 0 <= x <= width:
            place.moveRight(min(place.right(), width - 2))
        return place

    def _paint_today(self, painter: QPainter, body: QRectF) -> None:
        x = self.view.x(self.today.toordinal())
        if not 0 <= x <= body.width():
            return
        font, accent = tabular(self.font, SMALL), theme.tones().accent
        place = self._today_words(QFontMetricsF(font), body.width())
        painter.setFont(font)
        painter.setPen(accent)
        painter.drawText(
            place, Qt.AlignmentFlag.AlignCenter, tr("Today, {0}").format(day_words(self.today))
        )

    def _paint_today_line(self, painter: QPainter, body: QRectF) -> None:
        x = round(self.view.x(self.today.toordinal())) + 0.5
        painter.setPen(QPen(theme.tones().accent, 1))
        painter.drawLine(QLineF(x, AXIS - 5, x, body.bottom()))

    def _paint_bar(self, painter: QPainter, bar: Bar, whole: QRectF, width: float) -> None:
        area = _seen(whole, width)
        place = QRectF(area.left(), area.bottom() - BAR, area.width(), BAR)
        open_ = (
            FADE if bar.span.start is None and area.left() == whole.left() else 0,
            FADE if bar.span.end is None and area.right() == whole.right() else 0,
        )
        long = self.view.x(bar.span.last) - self.view.x(bar.span.first) >= SHORT
        if long or None in (bar.span.start, bar.span.end):
            inks.draw_bar(painter, place, bar.style, fades=open_)
            self._paint_ends(painter, bar, place)
        else:
            self._paint_lozenge(painter, bar, place)

    def _paint_plate(self, painter: QPainter, bar: Bar, area: QRectF, lit: tuple[str, str]) -> None:
        """Lay a plate under the bar that is chosen, and a fainter one where the mouse is."""
        if bar.row.id not in lit:
            return
        tones, chosen = theme.tones(), bar.row.id == lit[0]
        wide = max(area.width(), min(bar.span.words, WORDS * 2))
        plate = QRectF(area.left(), area.top(), wide, area.height()).adjusted(-7, -3, 7, 4)
        painter.setPen(QPen(tones.accent, 1) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(tones.chosen if chosen else tones.chip)
        painter.drawRoundedRect(plate, 6, 6)

    def _paint_ends(self, painter: QPainter, bar: Bar, place: QRectF) -> None:
        """Draw an upright where it is due."""
        if bar.span.end is not None:
            painter.setPen(QPen(bar.style.colour, 1.6))
            x = place.right() - 0.8
            painter.drawLine(QLineF(x, place.top() - 3, x, place.bottom() + 3))

    def _paint_lozenge(self, painter: QPainter, bar: Bar, place: QRectF) -> None:
        centre, half = QPointF(place.left() + 5, place.center().y()), 5.0
        corners = ((0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0))
        shape = QPolygonF([centre + QPointF(x, y) for x, y in corners])
        hollow = bar.style.pattern in (inks.Pattern.HOLLOW, inks.Pattern.DASHED)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(bar.style.colour, inks.HAIR))
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else bar.style.colour)
        painter.drawPolygon(shape)

    def _paint_words(
        self, painter: QPainter, bar: Bar, area: QRectF, room: float, *, plain: bool
    ) -> None:
        tones, one = theme.tones(), bar.row.finding
        left = max(area.left(), 8.0)
        room = min(room, bar.span.words + 1)
        if plain:  # no rule goes through words
            painter.fillRect(QRectF(left, area.top(), room, self._high), _veil())
        if one.outcome or is_over(one, self.today):
            place = QRectF(left, area.top() + (self._high - SIGN) / 2, SIGN, SIGN)
            _paint_sign(painter, bar, place, self.today)
            left, room = left + SIGN + 6, room - SIGN - 6
        faint = one.status in (Status.DROPPED, Status.SETTLED)
        painter.setFont(self.font)
        painter.setPen(tones.faint if faint else tones.text)
        place = QRectF(left, area.top(), min(room, WORDS), self._high)
        wide = write(painter, place, bar.said)
        font = tabular(self.font, FINE)
        more = QFontMetricsF(font).horizontalAdvance(bar.when)
        if wide + 8 + more <= room + 1:
            painter.setFont(font)
            painter.setPen(tones.faint)
            at = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(
                QRectF(left + wide + 8, area.top(), more + 2, self._high), at, bar.when
            )


def _seen(area: QRectF, width: float) -> QRectF:
    """Cut off what is far out of sight; stripes stay where they are."""
    left = max(area.left(), area.left() % inks.STRIPE - BEYOND)
    return QRectF(left, area.top(), min(area.right(), width + BEYOND) - left, area.height())


def _veil() -> QColor:
    ground = QColor(theme.tones().base)
    ground.setAlphaF(0.86)
    return ground


def _paint_sign(painter: QPainter, bar: Bar, place: QRectF, today: date) -> None:
    """Draw what became of it, or a ring in the accent where it waits to be judged."""
    outcome = bar.row.finding.outcome
    if outcome:
        inks.draw_sign(painter, outcome.result, place, theme.tones().text)
    elif is_over(bar.row.finding, today):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.tones().accent, 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place.adjusted(1.5, 1.5, -1.5, -1.5))


def bar_of(row: Row, font: QFont, style: inks.Style, today: date) -> Bar | None:
    """Give the bar of a finding with a horizon, with the room that its words need."""
    due = row.finding.due
    if due is None or (due.earliest is None and due.latest is None):
        return None
    said, when = " ".join(row.finding.statement[:400].split()), due_words(due)
    small = QFontMetricsF(tabular(font, FINE))
    sign = SIGN + 6 if row.finding.outcome or is_over(row.finding, today) else 0
    wide = sign + min(width_in(said, font), WORDS) + 8 + small.horizontalAdvance(when)
    start = due.earliest.toordinal() if due.earliest else None
    end = due.latest.toordinal() + 1 if due.latest else None
    return Bar(row, Span(start, end, wide + 2), said, when, style)
