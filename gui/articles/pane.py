"""The pane: a search line over the list, and what becomes of both when the library changes."""

from array import array
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from core.change import BIRTH, Change, Record
from core.errors import MeipiError
from core.library import Reader
from core.model import Card
from gui import theme, work
from gui.articles.dates import Clock, now, spoken
from gui.articles.model import ArticleModel
from gui.articles.view import ArticleList

FEW = 2_000  # articles, searched while a key goes down
PAUSE = 120  # milliseconds after the last key
NOTHING_YET = "Nothing here yet.\nPaste a page (Ctrl+V), or drop a file."
NOTHING_FOUND = "No article holds these words."
Found = tuple[int, str, "array[int]"]


class SearchLine(QLineEdit):
    """Words to find. Escape clears them, Down and Enter go to the list."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Search articles")
        self.setAccessibleName("Search articles")
        self.setClearButtonEnabled(True)
        glass = self.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText("Search")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ArticlePane(QWidget):
    """The bilingual article list. It looks at the library and never writes to it."""

    chosen = Signal(str)
    opened = Signal(str)
    menu_asked = Signal(list, QPoint)
    failed = Signal(object)  # MeipiError, from a search off the main thread
    counted = Signal(int, int)  # articles shown, of so many in the library

    def __init__(self, reader: Reader, clock: Clock = now) -> None:
        super().__init__()
        self._reader = reader
        self._clock = clock
        self._zone = "local"
        self._chosen: str | None = None
        self._shown = ""  # the words that the list answers
        self._size = 0
        self._ticket = 0  # of the last question; answers to earlier ones are dropped
        self._job: work.Job[Found] | None = None
        self._late = False  # a question waits for the job at work
        self.search = SearchLine(self)
        self.list = ArticleList(ArticleModel(reader, self._spoken, self), self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._build()
        self._tie()
        self.reload()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(10, 10, 10, 8)
        top.addWidget(self.search)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.setMinimumWidth(220)

    def _tie(self) -> None:
        self.search.textChanged.connect(self._words_changed)
        self.search.left.connect(self._go_to_list)
        self._pause.timeout.connect(self._find)
        self.list.moved.connect(self._tell)
        self.list.opened.connect(lambda: self.opened.emit(self.current()))
        self.list.menu_asked.connect(lambda place: self.menu_asked.emit(self.selected(), place))

    # What is shown

    def count(self) -> int:
        """Count the articles of the library, shown or not."""
        return self._size

    def current(self) -> str | None:
        """Give the current article, if it is among those shown."""
        position = self.list.position()
        card = self.list.articles.card(position) if position is not None else None
        return card.id if card else None

    def selected(self) -> list[str]:
        """Give the articles selected, in the order of the list."""
        return self.list.articles.ids(self.list.positions())

    def selected_cards(self) -> list[Card]:
        """Give the same as cards."""
        found = (self.list.articles.card(position) for position in self.list.positions())
        return [card for card in found if card]

    def choose(self, article: str) -> bool:
        """Make an article the current one; False if it is not among those shown."""
        position = self.list.articles.position(self._reader.row(article))
        if position is not None:
            self.list.go(position)
        return position is not None

    def step(self, by: int) -> None:
        """Go so many articles down the list, or up."""
        position, count = self.list.position(), len(self.list.articles.rows)
        if count:
            new = by - 1 if position is None else position + by
            self.list.go(min(max(new, 0), count - 1))

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

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

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.list.position() is None:
            self.step(1)

    # What changes

    def show_changes(self, change: Change) -> None:
        """Show what was done to the library."""
        if _touches(change, Record.HIGHLIGHT):
            self.list.articles.look_again_at_all()
        if _touches(change, Record.ARTICLE):
            self.reload()
        else:
            self.list.articles.look_again(change.records(Record.ARTICLE))

    def reload(self) -> None:
        """Look at the library anew, at the same place."""
        self._ticket += 1
        self._size = self._reader.count()
        self.list.articles.look_again_at_all()
        self._find()

    def _words_changed(self) -> None:
        self._ticket += 1
        if self._is_quick():
            self._pause.stop()
            self._find()
        else:
            self._pause.start()

    def _words(self) -> str:
        return " ".join(self.search.text().split())

    def _is_quick(self) -> bool:
        return self._size <= FEW or not self._words()

    def _find(self) -> None:
        words = self._words()
        if self._is_quick():
            self._show(words, self._reader.order(words))
        elif self._job is not None:
            self._late = True
        else:
            self._late = False
            path, ticket = self._reader.path, self._ticket
            self._job = work.run(
                lambda _progress: _look(path, ticket, words), self._found, self._not_found
            )

    def _found(self, found: Found) -> None:
        self._job = None
        ticket, words, rows = found
        if ticket == self._ticket:
            self._show(words, rows)
        elif self._late:
            self._find()

    def _not_found(self, error: MeipiError) -> None:
        self._job = None
        self.failed.emit(error)

    def _show(self, words: str, rows: "array[int]") -> None:
        anew, self._shown = words != self._shown, words
        with self.list.settling():
            if anew:
                self._show_anew(rows)
            else:
                self.list.take_in_place(rows)
        self.list.say("" if rows else NOTHING_FOUND if self._size else NOTHING_YET)
        self.counted.emit(len(rows), self._size)
        self._tell()

    def _show_anew(self, rows: "array[int]") -> None:
        """Show what other words found. The article being read stays, in the list or out of it."""
        articles = self.list.articles
        articles.take(rows)
        row = self._reader.row(self._chosen) if self._chosen else None
        self.list.make_current(articles.position(row))


def _touches(change: Change, kind: Record) -> bool:
    """Tell whether records of a kind come or go, or show another text."""
    fields = (BIRTH[kind], "removed")
    return any(edit.kind is kind and edit.field in fields for edit in change.edits)


def _look(path: Path, ticket: int, words: str) -> Found:
    with Reader(path) as reader:
        return ticket, words, reader.order(words)
