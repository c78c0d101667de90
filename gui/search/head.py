"""What stands over the results: how many there are, in what order, and ways to have fewer.

Every way to have fewer is a change of the query's text, so that what is searched can be read.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core import sources
from gui import theme
from gui.look import sizing
from gui.search import refine, sentences
from gui.search.asking import Answer, By
from gui.search.count import Count
from gui.search.flow import Flow
from gui.search.refine import Filter
from gui.tongue import tr

#: A menu shows no more than this many, those of the most articles.
OFFERED = 20
LONGEST = 40  # code points of a name in a menu or on a chip
SMALL = "QToolButton { padding: 2px 5px; }"

TAKE_OFF = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return)

#: What a menu offers: a name, of how many articles, and the query it makes.
Offer = tuple[str, int, str]


class Facet(QToolButton):
    """A menu of what was found: each with its number of articles."""

    narrowed = Signal(str)

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = words
        self.setText(f"{words}\N{EN SPACE}")
        self.setStyleSheet(SMALL)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Narrow by {0}").format(words.lower()))
        self.setToolTip(tr("Only what has one of these {0}").format(words.lower()))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._offers: list[Offer] = []
        self.menu_of_offers = QMenu(self)
        self.menu_of_offers.aboutToShow.connect(self._fill)
        self.setMenu(self.menu_of_offers)
        self.offer(())

    def offer(self, offers: Iterable[Offer]) -> None:
        """Offer these; where there is nothing to choose from, be disabled."""
        self._offers = list(offers)
        self.setEnabled(bool(self._offers))

    def _fill(self) -> None:
        """Make the menu when it is opened, for most never are."""
        menu = self.menu_of_offers
        menu.clear()
        for name, many, query in self._offers:
            action = menu.addAction(f"{_short(name).replace('&', '&&')}\t{many:,}")
            action.triggered.connect(lambda _on=False, query=query: self.narrowed.emit(query))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tones = theme.tones()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tones.faint, 1.3))
            long, short = sizing.px(6) / 2, sizing.px(3) / 2
            x, y = self.width() - 5.5 - long, self.height() / 2 + 0.5
            points = (
                QPointF(x - long, y - short),
                QPointF(x, y + short),
                QPointF(x + long, y - short),
            )
            painter.drawPolyline(QPolygonF(points))


class Chip(QToolButton):
    """A part of the query; a click, Delete or Backspace takes it off."""

    def __init__(self, one: Filter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(_short(one.name).replace("&", "&&"))
        self.setIcon(theme.icon("clear"))
        self.setIconSize(sizing.icons(16))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross behind the words
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Take off {spoken}").format(spoken=one.spoken))
        self.setToolTip(
            tr("Take this off ({0})").format(_short(one.name)) if "<" not in one.name else ""
        )
        self.setObjectName("chip")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in TAKE_OFF:
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in TAKE_OFF)  # not the window's command of that key
            return True
        return super().event(event)


class Head(QWidget):
    """Tells by `changed` that another order or only literal words are wanted, by `rewritten` a
    query to be asked instead, by `collected` that all claims are to be shown together.
    """

    changed = Signal()
    rewritten = Signal(str)
    collected = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.count = Count(self)
        self.hint = QLabel(self)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.best = self._toggle(tr("Best"), tr("The best first"))
        self.date = self._toggle(tr("Date"), tr("The newest first"))
        self.best.setChecked(True)
        self._order = QButtonGroup(self)
        self._order.addButton(self.best)
        self._order.addButton(self.date)
        self.tags, self.sources, self.months = (
            Facet(words, self) for words in (tr("Tags"), tr("Sources"), tr("Months"))
        )
        self.literal = self._toggle(
            tr("Literal only"), tr("Only what was typed, and no other names of it")
        )
        self.collect = self._button(
            tr("Collect"), tr("Show the claims of all these articles together")
        )
        self.collect.clicked.connect(self.collected)
        self.chips = QWidget(self)
        self._build()
        for facet in (self.tags, self.sources, self.months):
            facet.narrowed.connect(self.rewritten)
        self._order.buttonToggled.connect(lambda _button, on: self.changed.emit() if on else None)
        self.literal.toggled.connect(lambda _on: self.changed.emit())

    def _toggle(self, words: str, tip: str) -> QToolButton:
        button = self._button(words, tip)
        button.setCheckable(True)
        return button

    def _button(self, words: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setStyleSheet(SMALL)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _build(self) -> None:
        top, ways = QWidget(self), QWidget(self)
        over, inset = Flow(top), QHBoxLayout()
        inset.setContentsMargins(7, 0, 0, 0)
        inset.addWidget(top)
        for widget in (self.count, self.collect, self.best, self.date):
            over.addWidget(widget)
        flow = Flow(ways)
        for button in (self.tags, self.sources, self.months, self.literal):
            flow.addWidget(button)
        Flow(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 0, 7, 7)
        column.setSpacing(3)
        column.addLayout(inset)
        column.addWidget(ways)
        column.addWidget(self.chips)
        column.addWidget(self.hint)

    # What is wanted

    def by(self) -> By:
        return "date" if self.date.isChecked() else "best"

    def is_literal(self) -> bool:
        return self.literal.isChecked()

    # What is shown

    def show_answer(self, answer: Answer, places: int | None) -> None:
        """Say what was found, and offer ways to have less of it."""
        text, counts = answer.question.text, answer.found.counts
        self.show_count(answer.found.total, places, answer.concluded)
        self.hint.setText(sentences.begins(answer.begun) if answer.begun else "")
        self.hint.setVisible(bool(answer.begun))
        named = [(answer.tags[tag], n) for tag, n in counts.tags.items() if tag in answer.tags]
        self.tags.offer((path, n, refine.with_tag(text, path)) for path, n in _most(named))
        self.sources.offer(_of_sources(text, counts.sources))
        months = sorted(_most(counts.months.items()), reverse=True)
        self.months.offer(
            (refine.month_name(month), n, refine.with_month(text, month))
            for month, n in months
            if refine.month_name(month) != month
        )
        self._show_chips(refine.filters(text))

    def show_count(self, total: int, places: int | None, findings: int) -> None:
        self.count.setText(sentences.counted(total, places, findings))

    def _show_chips(self, filters: tuple[Filter, ...]) -> None:
        """Show a chip for each part."""
        flow = self.chips.layout()
        assert flow is not None
        while (item := flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in filters:
            chip = Chip(one, self.chips)
            chip.clicked.connect(lambda _on=False, query=one.without: self.rewritten.emit(query))
            flow.addWidget(chip)
            chip.show()
        self.chips.setVisible(bool(filters))
        self.chips.updateGeometry()


def _of_sources(text: str, counts: dict[str, int]) -> Iterator[Offer]:
    for source, many in _most((one, n) for one, n in counts.items() if one):
        yield sources.name(source) or source, many, refine.with_source(text, source)


def _most(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(counts, key=lambda one: (-one[1], one[0]))[:OFFERED]


def _short(name: str) -> str:
    name = "".join(char if char.isprintable() else " " for char in name)
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
