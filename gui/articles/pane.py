"""The pane: a search line over the list, and what becomes of both when the library changes.

Where words are searched, the list gives way to what shows where they stand; the pane is handed a
maker of that, for the first key.
"""

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from core.change import BIRTH, Change, Record
from core.library import Reader
from core.model import Card
from gui.articles.arrangement import USUAL, Arrangement
from gui.articles.dates import Clock, now, spoken
from gui.articles.following import Unread, followed
from gui.articles.head import ListHead
from gui.articles.model import FEW, ArticleModel, Spoken
from gui.articles.ports import ShowsFound
from gui.articles.search_line import SearchLine
from gui.articles.view import ArticleList
from gui.parts.handing import HandsOn
from gui.parts.listing import around
from gui.tongue import phrase, tr

LOOKED_AT = 200  # articles, of those that came
Select = QItemSelectionModel.SelectionFlag
NOTHING_YET = phrase("No articles yet.")
NOTHING_FOUND = phrase("No article matches.")


class ArticlePane(HandsOn):
    """The bilingual article list. It looks at the library and never writes to it."""

    chosen = Signal(str)
    opened = Signal(str)
    menu_asked = Signal(list, QPoint)
    beside_asked = Signal(str)  # to be opened beside what is read
    searched = Signal()  # other words
    place_chosen = Signal()  # where something was found; after `chosen`
    name_asked = Signal()  # for what is shown
    failed = Signal(object)  # MeipiError, from a search off the main thread
    counted = Signal(int, int)  # articles shown, of so many in the library

    def __init__(
        self, reader: Reader, results: Callable[[Reader, Spoken], ShowsFound], clock: Clock = now
    ) -> None:
        super().__init__()
        self._reader = reader
        self._make_results = results
        self._results: ShowsFound | None = None
        self._clock = clock
        self._zone = "local"
        self._chosen: str | None = None
        self._shown = ""  # the words that the list answers
        self._size = 0
        self._rows = array("q")  # those that the list answers with, the newest first
        self._is_whole = False  # they are all there are now
        self.arrangement = USUAL
        self._arranged: array[int] | None = None  # those rows as they are arranged, once they are
        self._unread: Unread | None = None  # once they are counted
        self.search, self.head = SearchLine(self), ListHead(self)
        self.list = ArticleList(ArticleModel(reader, self._spoken, self), self)
        self._stack = QStackedWidget(self)
        self._build()
        self._tie()
        self._turn_to(0)
        self.reload()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(10, 10, 10, 8)
        top.addWidget(self.search)
        column.addLayout(top)
        column.addWidget(self.head)
        self._stack.addWidget(self.list)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(164)

    def _tie(self) -> None:
        self.search.textChanged.connect(self._words_changed)
        self.search.left.connect(self._go_to_list)
        self.list.moved.connect(self._tell)
        self.list.opened.connect(lambda: self.opened.emit(self.current()))
        self.list.beside_asked.connect(self.beside_asked)
        self.list.menu_asked.connect(lambda place: self.menu_asked.emit(self.selected(), place))

    def _tie_results(self, made: ShowsFound) -> None:
        made.set_text_font(self.list.text_font)
        made.shown.connect(self._show_results)
        made.listed.connect(lambda rows: self._show(self._words(), rows))
        made.moved.connect(self._tell_place)
        made.opened.connect(lambda: self.opened.emit(self.current()))
        made.left.connect(self.focus_search)
        made.rewritten.connect(self.search.setText)
        made.collected.connect(self.head.collected)
        made.menu_asked.connect(lambda place: self.menu_asked.emit(self.selected(), place))
        made.failed.connect(self.failed)

    # What is shown

    def _found(self) -> ShowsFound | None:
        """Give the results while they are shown, in place of the list."""
        return None if self._stack.currentWidget() is self.list else self._results

    def count(self) -> int:
        """Count the articles of the library, shown or not."""
        return self._size

    def current(self) -> str | None:
        """Give the current article, if it is among those shown."""
        found = self._found()
        return found.current() if found else self._current_in_list()

    def _current_in_list(self) -> str | None:
        position = self.list.position()
        card = self.list.articles.card(position) if position is not None else None
        return card.id if card else None

    def has_keys(self) -> bool:
        """Tell whether keys go to the list, or to the results in its place."""
        return self._stack.isAncestorOf(_focused())

    def selected(self) -> list[str]:
        """Give the articles selected, in the order of the list."""
        found = self._found()
        return found.selected() if found else self.list.articles.ids(self.list.positions())

    def selected_rows(self) -> Sequence[int]:
        """Give the rows of the shelf of these, which takes no time where they are many."""
        found = self._found()
        if found:
            return [card.row for card in found.cards()]
        rows = self.list.articles.rows
        return [rows[position] for position in self.list.positions()]

    def choose(self, article: str) -> bool:
        """Make an article the current one; False if it is not among those shown."""
        found = self._found()
        if found:
            return found.choose(article)
        position = self.list.articles.position(self._reader.row(article))
        if position is not None:
            self.list.go(position)
        return position is not None

    def choose_first(self, articles: Sequence[str]) -> None:
        """Make the one of these that stands first in the list the current one."""
        if self._found():
            self.choose(articles[0])
            return
        rows = map(self._reader.row, articles[:LOOKED_AT])
        places = [place for row in rows if (place := self.list.articles.position(row)) is not None]
        if places:
            self.list.go(min(places))

    def leave(self) -> None:
        """Choose no article any more: something else is read."""
        self._chosen = None
        with self.list.settling():
            self.list.selectionModel().setCurrentIndex(QModelIndex(), Select.Clear)
        if self._results:
            self._results.leave()

    def step(self, by: int) -> None:
        """Go so many articles down the list, or up."""
        found = self._found()
        if found:
            found.step(by)
            return
        position, count = self.list.position(), len(self.list.articles.rows)
        if count:
            new = by - 1 if position is None else position + by
            self.list.go(min(max(new, 0), count - 1))

    def step_to_unread(self) -> bool:
        """Go to the next article left to read, from the end to the top; False if there is none."""
        if found := self._found():
            return found.step_to_unread()
        articles, marked = self.list.articles, self._unread or Unread(b"")
        for place in around(len(articles.rows), self.list.position()):
            card = articles.card(place) if marked.holds(articles.rows[place]) else None
            if card and not card.read:
                self.list.go(place)
                return True
        return False

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def set_text_font(self, font: QFont) -> None:
        """Show the list, and what was found, in this size."""
        self.list.set_text_font(font)
        if self._results:
            self._results.set_text_font(font)

    def set_zone(self, zone: str) -> None:
        """Show times in the zone "local" or "UTC"."""
        if zone != self._zone:
            self._zone = zone
            self.list.viewport().update()

    def _spoken(self, card: Card) -> str:
        return spoken(card, self._zone, self._clock)

    def _tell(self) -> None:
        """Say which article is current, once."""
        current = self.current()
        if current and current != self._chosen:
            self._chosen = current
            self.chosen.emit(current)

    def _tell_place(self) -> None:
        self._tell()
        self.place_chosen.emit()

    def _go_to_list(self) -> None:
        found = self._found()
        if found:
            found.enter()
            return
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.list.position() is None:
            self.step(1)

    # What changes

    def show_contested(self, articles: frozenset[str]) -> None:
        """Show in which articles something holds two versions."""
        self.list.articles.contested = articles
        self.list.viewport().update()

    def hide_marks(self, authors: frozenset[str]) -> None:
        """Count the marks of these no more, and of nobody else."""
        if authors != self.list.articles.hidden:
            self.list.articles.hidden = authors
            self.list.articles.look_again_at_all()

    def show_anew(self) -> None:
        """Show titles as Chinese is shown now."""
        self.list.show_anew()
        if self._results:
            self._results.show_anew()

    def show_changes(self, change: Change) -> None:
        """Show what was done to the library."""
        if _touches(change, Record.HIGHLIGHT):
            self.list.articles.look_again_at_all()
        if _touches(change, Record.ARTICLE):
            self._look_around(change)
            return
        found = self._found()
        if found and change.records(Record.FINDING):
            found.ask_again()
        self.list.articles.look_again(change.records(Record.ARTICLE))
        if self._results:
            self._results.look_again()

    def reload(self) -> None:
        """Look at the library anew, at the same place."""
        self._look_around(None)

    def _look_around(self, change: Change | None) -> None:
        """Show what there is after a deed, or whatever was done."""
        self._size = self._reader.count()
        if self._chosen and self._reader.row(self._chosen) is None:
            self._chosen = None  # taken away; where it comes back, it is told of again
        self.list.articles.look_again_at_all()
        if self._words() and self._results:
            self._is_whole = False
            self._results.ask_again()
        else:
            self._show("", self._followed(change) or self._reader.order())

    def _followed(self, change: Change | None) -> "array[int] | None":
        """Give what a deed about a few articles left of the rows shown, where that is certain."""
        named = change.records(Record.ARTICLE) if change and not change.source else ()
        if not named or len(named) > FEW or self._shown:
            return None
        rows = followed(self._rows, self._reader.stands(named))
        return rows if rows is not None and len(rows) == self._size else None

    def arrange(self, arrangement: Arrangement) -> None:
        """Show articles in another order, under headings or none."""
        before, self.arrangement, self._arranged = self.arrangement, arrangement, None
        self.list.articles.headed = None if arrangement.group == "none" else self._heading
        if before.group != arrangement.group:
            self.list.show_anew()
        if self._found() is None:
            self._show(self._shown, self._rows)
        self.list.viewport().update()

    def _heading(self, card: Card) -> str:
        return self.arrangement.heading(card, self._zone, self._clock)

    def show_unread(self, marked: bytes) -> None:
        """Say how many of the articles shown are left to read."""
        self._unread = Unread(marked)
        self._say_left()

    def _say_left(self) -> None:
        if self._unread is not None:
            self.head.say_left(self._unread.count(self._rows))

    def _words(self) -> str:
        return " ".join(self.search.text().split())

    def _words_changed(self) -> None:
        words = self._words()
        self.head.offer_collecting(possible=bool(words))
        self.searched.emit()
        if words:
            self._ask(words)
            return
        if self._results:
            self._results.forget()
        self._show("", self._rows if self._is_whole else self._reader.order())

    def _ask(self, words: str) -> None:
        if self._results is None:
            made = self._make_results(self._reader, self._spoken)
            assert isinstance(made, QWidget), "a pane is handed widgets"
            self._results = made
            self._tie_results(made)
            self._stack.addWidget(made)
        self._results.ask(words)

    def _turn_to(self, place: int) -> None:
        """Show the list (0) or the results (1); whichever is shown has the keys that go to both."""
        widget, had_keys = self._stack.widget(place), self.has_keys()
        assert widget
        self._stack.setCurrentIndex(place)
        self.head.setVisible(place == 0)  # the results have their own
        self.hand_on(widget)
        if had_keys:
            widget.setFocus()

    def _show_results(self, articles: int) -> None:
        self._turn_to(1)
        self.counted.emit(articles, self._size)

    def _show(self, words: str, rows: "array[int]") -> None:
        """Show the list: of all articles, or of those that words without results leave."""
        rows = self._arrange(rows)
        elsewhere = self._found() is not None and self._current_in_list() != self._chosen
        anew, self._shown = elsewhere or words != self._shown, words
        self._is_whole = not words
        self._turn_to(0)
        with self.list.settling():
            if anew:
                self._show_anew(rows)
            else:
                self.list.take_in_place(rows)
        self.list.say("" if rows else tr(NOTHING_FOUND) if self._size else tr(NOTHING_YET))
        self.counted.emit(len(rows), self._size)
        self._say_left()
        self._tell()

    def _arrange(self, rows: "array[int]") -> "array[int]":
        """Take these rows, the newest first; give them as they are arranged."""
        made, before, self._rows = self._arranged, self._rows, rows
        order = self.arrangement
        self._arranged = order.order(rows) if made is None else order.follow(made, before, rows)
        return self._arranged

    def _show_anew(self, rows: "array[int]") -> None:
        """Show what other words found. The article being read stays, in the list or out of it."""
        articles = self.list.articles
        articles.take(rows)
        row = self._reader.row(self._chosen) if self._chosen else None
        self.list.make_current(articles.position(row))

    # Qt's questions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._words():
            self.focus_search()
        elif event.key() == Qt.Key.Key_F2:
            self.name_asked.emit()
        else:
            super().keyPressEvent(event)


def _focused() -> QWidget:
    return QApplication.focusWidget() or QWidget()


def _touches(change: Change, kind: Record) -> bool:
    """Tell whether records of a kind come or go, or show another text."""
    fields = (BIRTH[kind], "removed")
    return any(edit.kind is kind and edit.field in fields for edit in change.edits)
