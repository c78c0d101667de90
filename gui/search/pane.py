"""The results: asked for as words are typed, shown once they are there, and kept in their place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout

from core.library import Reader
from core.model import Card
from gui.parts.handing import HandsOn
from gui.search import sentences
from gui.search.asking import PAGE, Answer, Asker, Listed, Question
from gui.search.head import Head
from gui.search.model import ResultModel
from gui.search.view import ResultList
from gui.tongue import tr

Select = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line leads: an article, the row and the highlight in it, and what found it.

    Of a title there is no row to go to.
    """

    article: str
    node: int | None
    highlight: str
    query: str
    literal: bool


class ResultsPane(HandsOn):
    """Findings and articles that say what was typed, and where. It looks, and never writes."""

    shown = Signal(int)  # articles that were found
    listed = Signal(object)  # array of rows: what has no words in it wants no more than a list
    moved = Signal()
    opened = Signal()
    finding_opened = Signal(str)
    left = Signal()  # back to the words
    rewritten = Signal(str)  # another query
    collected = Signal()
    menu_asked = Signal(QPoint)
    failed = Signal(object)  # MeipiError
    none_unread = Signal()  # among all that is found, once it was looked for

    def __init__(self, reader: Reader, spoken: Callable[[Card], str]) -> None:
        super().__init__()
        self._reader = reader
        self._asked: Question | None = None
        self._seeks_unread = False  # among what is to come
        self.head = Head(self)
        self.results = ResultModel(spoken, self)
        self.view = ResultList(self.results, self)
        self.nothing = QLabel(self)
        self.asker = Asker(reader.path, self)
        self._answered: Answer | None = None
        self._build()
        self._tie()

    def _build(self) -> None:
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.nothing.setMargin(32)
        self.nothing.setAccessibleName(tr("Nothing found"))
        self.nothing.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.nothing.setBackgroundRole(self.palette().ColorRole.Base)
        self.nothing.setAutoFillBackground(True)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.view)
        self._middle.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._middle, 1)
        self.hand_on(self.view)

    def _tie(self) -> None:
        self.asker.answered.connect(self._show)
        self.asker.failed.connect(self.failed)
        self.moved.connect(self._seek_no_more)
        self.head.changed.connect(self.ask_again)
        self.head.rewritten.connect(self.rewritten)
        self.head.collected.connect(self.collected)
        self.results.more_wanted.connect(self._ask_for_more)
        view = self.view
        for mine, its in (
            (self.moved, view.moved),
            (self._open, view.opened),
            (self.left, view.left),
            (self._ask_for_menu, view.menu_asked),
        ):
            its.connect(mine)

    # What is asked

    def ask(self, text: str) -> None:
        """Ask for what was typed; what is shown stays until the answer is there."""
        self._asked = Question(text, self.head.by(), self.head.is_literal())
        self.asker.ask(self._asked)

    def ask_again(self) -> None:
        """Ask the same again: the library has changed, or the order."""
        if self._asked is not None:
            many = max(PAGE, self.results.given())
            text, by, literal = self._asked.text, self.head.by(), self.head.is_literal()
            self._asked = Question(text, by, literal, many=many)
            self.asker.ask(self._asked)

    def _ask_for_more(self) -> None:
        if self._asked is not None and not self.asker.is_waiting():
            self.asker.ask(replace(self._asked, first=self.results.given(), many=PAGE))

    def set_text_font(self, font: QFont) -> None:
        """Show what was found in this size."""
        self.view.set_text_font(font)

    def show_anew(self) -> None:
        """Show texts as Chinese is shown now."""
        self.view.show_anew()

    def forget(self) -> None:
        """Ask for nothing, and show nothing."""
        self._asked = self._answered = None
        self.asker.forget()
        with self.view.settling():
            self.results.forget()

    # What is shown

    def _show(self, answer: Answer | Listed) -> None:
        if isinstance(answer, Listed):
            self.listed.emit(answer.rows)
            return
        question = answer.question
        if question.first:
            self.results.add(answer)
            self.head.show_count(self.results.total, self.results.places(), self._concluded())
            if self._seeks_unread and not self.step_to_unread():
                self.none_unread.emit()
            return
        self._seek_no_more()
        self.view.painter.forget()
        if self._answered and question.is_like(self._answered.question):
            self.view.keep_place(lambda: self.results.show(answer))
        else:
            with self.view.settling():
                self.results.show(answer)
                self.view.leave()
        self._answered = answer
        self.head.show_answer(answer, self.results.places())
        self._say(question)
        self.shown.emit(answer.found.total)

    def _concluded(self) -> int:
        return self._answered.concluded if self._answered else 0

    def _say(self, question: Question) -> None:
        """Where nothing was found, say what could help."""
        found = bool(self.results.lines)
        said = "" if found else sentences.nothing(question.text, literal=question.literal)
        self.nothing.setText(said)
        self._middle.setCurrentWidget(self.view if found else self.nothing)

    def look_again(self) -> None:
        """Show what readers did meanwhile to the articles that are shown."""
        hits = self.results.hits.values()
        cards = self._reader.cards([hit.row for hit in hits]) if hits else []
        self.results.show_cards({card.id: card for card in cards})

    # What is chosen

    def current(self) -> str | None:
        """Give the article of the current line."""
        line = self.view.line()
        return (line.card.id or None) if line else None

    def place(self) -> Place | None:
        """Give where the current line leads."""
        line, answer = self.view.line(), self._answered
        if line is None or line.finding or answer is None:
            return None
        row = line.row
        where = (row.node, row.highlight) if row else (None, "")
        return Place(line.card.id, *where, answer.found.query, answer.question.literal)

    def selected(self) -> list[str]:
        """Give the articles chosen, each once, in their order."""
        return [card.id for card in self.cards()]

    def cards(self) -> list[Card]:
        chosen = (line.card for line in self.view.chosen() if not line.finding)
        return list({card.id: card for card in chosen}.values())

    def open_finding(self) -> bool:
        """Ask for the finding that is chosen; False where something else is."""
        line = self.view.line()
        if line and line.finding:
            self.finding_opened.emit(line.finding)
        return bool(line and line.finding)

    def _open(self) -> None:
        if not self.open_finding():
            self.opened.emit()

    def _ask_for_menu(self, place: QPoint) -> None:
        """Ask for the menu of the articles chosen; a finding has none here."""
        if self.cards():
            self.menu_asked.emit(place)

    def choose(self, article: str) -> bool:
        """Go to the best place of an article; False if it is not among those found."""
        place = self.results.first_stop(article)
        if place is not None and self.current() != article:
            self.view.go(place)
        return place is not None

    def leave(self) -> None:
        """Choose nothing any more."""
        with self.view.settling():
            self.view.selectionModel().setCurrentIndex(QModelIndex(), Select.Clear)

    def step(self, by: int) -> None:
        """Go so many articles down, or up."""
        articles, here = self.results.articles(), self.current()
        if articles:
            new = by - 1 if here is None else articles.index(here) + by
            self.choose(articles[min(max(new, 0), len(articles) - 1)])

    def step_to_unread(self) -> bool:
        """Go to the next article left to read, from the end to the top; False if there is none.

        Those that are to come yet are asked for first, and `none_unread` may tell of them.
        """
        articles, here = self.results.articles(), self.current()
        at = articles.index(here) if here else -1
        found = self._go_to_unread(articles[at + 1 :])
        self._seeks_unread = not found and self.results.given() < self.results.total
        if self._seeks_unread:
            self.results.fetchMore(QModelIndex())
        return found or self._seeks_unread or self._go_to_unread(articles[: max(at, 0)])

    def _go_to_unread(self, articles: Sequence[str]) -> bool:
        left = {line.card.id for line in self.results.lines if not line.card.read}
        return any(one in left and self.choose(one) for one in articles)

    def _seek_no_more(self) -> None:
        self._seeks_unread = False

    def enter(self) -> None:
        """Take the keys; with nothing chosen yet, choose the first article, else a finding."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.view.line() is None:
            self.step(1)
        if self.view.line() is None and self.results.lines:
            self.view.go(0)
