"""The page of the timeline: near and far, by status or by tag, and the same as a table."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from core.finding import Status
from core.natural import natural
from gui.ledger import inks
from gui.ledger.legend import Entry
from gui.ledger.picture import Picture
from gui.ledger.row import Row
from gui.ledger.spans import View, fit, pack
from gui.ledger.timeline import Bar, Timeline, bar_of
from gui.ledger.words import status_words
from gui.tongue import phrase, tr

CLOSER, FARTHER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal), (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
ALL = Qt.Key.Key_0
NOTCH, STEP = 120.0, 1.25
NEAREST = 40.0  # pixels a day
EMPTY = phrase(
    "No finding has a horizon yet. Make a finding of a claim that says when: “within five years”, "
    "“by the end of 2030”."
)


class Horizons(Picture):
    """The timeline: it zooms about the mouse or what is chosen, and is dragged along the days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Timeline of horizons"), tr(EMPTY), parent)
        self._rows: tuple[Row, ...] = ()
        self._today = date.min
        self._by_tag = False
        self._view: View | None = None  # None: all is seen
        self._dragged: float | None = None

    @property
    def timeline(self) -> Timeline | None:
        return self.scene if isinstance(self.scene, Timeline) else None

    def show_rows(self, rows: Sequence[Row], today: date) -> None:
        self._rows, self._today = tuple(rows), today
        self._lay()

    def colour_by(self, *, tag: bool) -> None:
        """Tell bars apart by tag, or by how far the reader is with them."""
        self._by_tag = tag
        self._lay()

    def _lay(self) -> None:
        """Make the bars anew."""
        styles, entries = self._styles()
        made = (bar_of(row, self.font(), styles(row), self._today) for row in self._rows)
        bars = [bar for bar in made if bar is not None]
        if not bars:
            self.show_scene(None)
            return
        spans = [bar.span for bar in bars]
        self._whole = fit(spans, self._today.toordinal(), self.viewport().width())
        view = self._view or self._whole
        self.show_scene(Timeline(_packed(bars, view), view, self._today, self.font(), entries))

    def _styles(self) -> tuple[Callable[[Row], inks.Style], list[Entry]]:
        due = [row for row in self._rows if row.finding.due]
        if not self._by_tag:
            there = [s for s in Status if any(row.finding.status is s for row in due)]
            entries = [Entry(inks.OF_STATUS[one], status_words(one)) for one in there]
            return lambda row: inks.OF_STATUS[row.finding.status], entries
        tags = sorted({tag for row in due for tag in row.tags[:1]}, key=natural)
        of = {tag: inks.of_number(number) for number, tag in enumerate(tags)}
        entries = [Entry(style, tag) for tag, style in of.items()]
        return lambda row: of[row.tags[0]] if row.tags else inks.NO_TAG, entries

    # Near and far

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Look so many times as close, at x, else at what is chosen, else at the middle."""
        now = self.timeline
        if now is None:
            return
        if x is None:
            middle = self.viewport().width() / 2
            chosen = now.place(self.current).center().x() if self.current else middle
            x = chosen if 0 <= chosen <= self.viewport().width() else middle
        factor = min(factor, NEAREST / now.view.scale)
        view = now.view.zoomed(factor, x)
        self._see(None if view.scale <= self._whole.scale else view)

    def fit(self) -> None:
        """Show all of it."""
        self._see(None)

    def pan(self, pixels: float) -> None:
        if self.timeline and self._view:
            self._see(self._view.panned(pixels))

    def _see(self, view: View | None) -> None:
        now = self.timeline
        if now:
            self._view = self._held(view) if view else None
            seen = self._view or self._whole
            bars = now.bars if seen.scale == now.view.scale else _packed(now.bars, seen)
            self.show_scene(replace(now, bars=bars, view=seen))

    def _held(self, view: View) -> View:
        """Keep a view within what there is to see."""
        wide = self.viewport().width()
        first, last = self._whole.day(0), self._whole.day(wide) - wide / view.scale
        return replace(view, origin=min(max(view.origin, first), max(last, first)))

    def choose(self, one: str) -> None:
        super().choose(one)
        now = self.timeline
        if now and self._view and one in now.order:
            place, wide = now.place(one), self.viewport().width()
            if place.left() > wide - 80 or place.right() < 40:
                self.pan(wide / 3 - place.left())

    # Qt's questions

    def own_keys(self) -> tuple[Qt.Key, ...]:
        return (*super().own_keys(), *CLOSER, *FARTHER, ALL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in CLOSER or key in FARTHER:
            self.zoom(STEP if key in CLOSER else 1 / STEP)
        elif key == ALL:
            self.fit()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _SIDES:
            self.pan(_SIDES[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the mouse; with Shift, or by a wheel that goes sideways, along the days."""
        by = event.angleDelta()
        sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier or not by.y()
        bar = self.verticalScrollBar()
        if sideways:
            self.pan(by.x() or by.y())
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and bar.maximum():
            bar.setValue(bar.value() - by.y())
        else:
            self.zoom(STEP ** (by.y() / NOTCH), event.position().x())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._dragged = event.position().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.pan(event.position().x() - self._dragged)
            self._dragged = event.position().x()
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None
        super().mouseReleaseEvent(event)


def _packed(bars: Sequence[Bar], view: View) -> list[Bar]:
    """Give every bar its line, as close as one looks."""
    lines = pack([bar.span for bar in bars], view)
    return [replace(bar, line=line) for bar, line in zip(bars, lines, strict=True)]


_SIDES = {Qt.Key.Key_Left: 120.0, Qt.Key.Key_Right: -120.0}
