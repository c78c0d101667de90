"""Which tags stand together: a table to sort, and the same as a square of numbers.

It asks, by signals: for what has two tags, and to be saved. What is counted is handed in.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.outline import normal
from core.together import Pair, square
from gui.dialogs.boxes import Dot
from gui.dialogs.parts import GAP, MARGIN, room
from gui.dialogs.together.matrix import Matrix
from gui.ledger.sheet import Head, Line, Sheet
from gui.parts.labels import faint
from gui.parts.lines import one_line
from gui.parts.pressed import by_itself
from gui.parts.search_field import SearchField
from gui.tongue import phrase, tr

Index = QModelIndex | QPersistentModelIndex
HEADS = (
    Head(phrase("Tag")),
    Head(phrase("Stands with")),
    Head(phrase("Highlights"), 12, right=True),
    Head(phrase("Articles"), 12, right=True),
)
MOST = 30  # tags in the square
EMPTY = phrase("No two tags stand together yet. Give a highlight, or an article, two of them.")
NOT_FOUND = phrase("No tag that stands with another is called that.")
FILES = {
    "csv": phrase("Table (CSV)"),
    "svg": phrase("Picture (SVG)"),
    "png": phrase("Picture (PNG)"),
}
ON = ("articles", "highlights")


class TogetherDialog(QDialog):
    """The table in front, or the square; both of the tags that answer to what is typed."""

    asked = Signal(object, object)  # two tags
    saved = Signal(str)  # csv, svg or png

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Tags Together"))
        room(self, 760, 600)
        self._pairs: tuple[Pair, ...] = ()
        self._alone: Mapping[str, tuple[int, int]] = {}
        self._order, self._falls = 3, True
        self._make_head()
        self._make_views()
        self._lay_out()

    def _make_head(self) -> None:
        self.search = SearchField(tr("Find a tag"))
        self.search.textChanged.connect(lambda _text: self._show())
        self.counted = QComboBox()
        self.counted.setAccessibleName(tr("What is counted"))
        self.counted.setAccessibleDescription(tr("What is counted"))
        self.counted.addItems([tr("On one article"), tr("On one highlight")])
        self.counted.activated.connect(lambda _place: self._show())
        self.as_table, self.as_square = Dot(tr("Table")), Dot(tr("Picture"))
        views = QButtonGroup(self)
        for button in (self.as_table, self.as_square):
            views.addButton(button)
        self.as_table.setChecked(True)
        self.as_square.toggled.connect(self._turn)
        self.save = QPushButton(tr("Save"))
        by_itself(self.save)
        menu = QMenu(self)
        for kind, words in FILES.items():
            menu.addAction(tr(words)).triggered.connect(
                lambda _checked=False, kind=kind: self.saved.emit(kind)
            )
        self.save.setMenu(menu)

    def _make_views(self) -> None:
        self.table = Sheet(tr("Tags Together"), HEADS)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(lambda index: self._open(self.table.sheet.lines[index.row()].id))
        header = self.table.header()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        self.matrix = Matrix()
        self.matrix.asked.connect(self.asked)
        self.area = QScrollArea()
        self.area.setWidget(self.matrix)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setBackgroundRole(QPalette.ColorRole.Base)
        self.area.setFocusProxy(self.matrix)
        self.matrix.moved.connect(lambda at: self.area.ensureVisible(at.x(), at.y(), 60, 40))
        self.views = QStackedWidget()
        self.views.addWidget(self.table)
        self.views.addWidget(self.area)

    def _lay_out(self) -> None:
        self.told = faint(wrap=True)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.search, 1)
        for widget in (self.counted, self.as_table, self.as_square, self.save):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.views, 1)
        column.addWidget(self.told)

    # What is shown

    def show_pairs(self, pairs: Sequence[Pair], alone: Mapping[str, tuple[int, int]]) -> None:
        """Show these pairs; `alone` tells how much each tag is on by itself."""
        self._pairs, self._alone = tuple(pairs), alone
        self._show()

    def pairs(self) -> list[Pair]:
        """Give the pairs that are shown, in their order."""
        on, wanted = ON[self.counted.currentIndex()], normal(self.search.text())
        shown = [pair for pair in self._pairs if pair.many(on) and _is_called(pair, wanted)]
        return sorted(shown, key=_orders(self._order), reverse=self._falls)

    def _show(self) -> None:
        pairs, on = self.pairs(), ON[self.counted.currentIndex()]
        self.table.show_lines([_line(pair) for pair in pairs])
        made = square(pairs, dict(self._alone), on, MOST)
        self.matrix.show_square(made, articles=on == "articles")
        for column, head in enumerate(HEADS):
            arrow = " ▾" if self._falls else " ▴"
            self.table.sheet.name(column, tr(head.name) + arrow * (column == self._order))
        self.save.setEnabled(bool(pairs))
        self._say(pairs, left_out=len({t.id for p in pairs for t in (p.one, p.other)}) - MOST)

    def _say(self, pairs: Sequence[Pair], left_out: int) -> None:
        if not pairs:
            self.told.setText(tr(NOT_FOUND if self._pairs else EMPTY))
        elif self.as_square.isChecked() and left_out > 0:
            words = tr(
                "The {0} tags that stand together most; %n more are in the table.", "", left_out
            )
            self.told.setText(words.format(MOST))
        else:
            self.told.setText(
                tr("%n pair(s) of tags. Choose one to see what has both.", "", len(pairs))
            )

    def _turn(self, wanted: bool) -> None:
        self.views.setCurrentWidget(self.area if wanted else self.table)
        self._show()

    def _sort(self, column: int) -> None:
        """Sort by a column; once more, the other way round. Numbers begin with the largest."""
        self._falls = not self._falls if column == self._order else column > 1
        self._order = column
        self._show()

    def _open(self, both: str) -> None:
        found = next((pair for pair in self._pairs if _name(pair) == both), None)
        if found:
            self.asked.emit(found.one, found.other)

    # Qt's questions

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "matrix"):
            self._show()


def _is_called(pair: Pair, wanted: str) -> bool:
    names = (" ".join((tag.path, tag.zh, tag.en, *tag.aliases)) for tag in (pair.one, pair.other))
    return any(wanted in normal(each) for each in names)


def _orders(column: int) -> Callable[[Pair], tuple[Any, ...]]:
    """Give how rows are put in order by a column: what is alike in it by numbers, then by names."""

    def key(pair: Pair) -> tuple[Any, ...]:
        paths = (normal(pair.one.path), normal(pair.other.path))
        first = (*paths, pair.highlights, pair.articles)[column]
        return (first, pair.articles, pair.highlights, *paths)

    return key


def _line(pair: Pair) -> Line:
    names = (one_line(pair.one.path), one_line(pair.other.path))
    return Line((*names, f"{pair.highlights:,}", f"{pair.articles:,}"), _name(pair))


def _name(pair: Pair) -> str:
    return f"{pair.one.id} {pair.other.id}"
