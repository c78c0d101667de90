"""Which tags stand together: a table to sort, and the same as a square of numbers.

It asks, by signals: for what has two tags, and to be saved. What is counted is handed in.
"""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Signal
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

from core.together import Found, Pair, Wanted
from gui.dialogs.boxes import Dot
from gui.dialogs.parts import GAP, MARGIN, room
from gui.dialogs.together.matrix import Matrix
from gui.dialogs.together.shown import IN_SQUARE, IN_TABLE, Shown, name, shown
from gui.parts.labels import faint
from gui.parts.pressed import by_itself
from gui.parts.search_field import SearchField
from gui.parts.sheet import Head, Sheet
from gui.tongue import phrase, tr

HEADS = (
    Head(phrase("Tag")),
    Head(phrase("Stands with")),
    Head(phrase("Highlights"), 12, right=True),
    Head(phrase("Articles"), 12, right=True),
)
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
    turned = Signal()  # other pairs are wanted, or another order

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Tags Together"))
        room(self, 760, 600)
        self._found = Found((), {})
        self._shown = shown(self._found, Wanted())
        self._order, self._falls = 3, True
        self._make_head()
        self._make_views()
        self._lay_out()

    def _make_head(self) -> None:
        self.search = SearchField(tr("Find a tag"))
        self.search.textChanged.connect(self.turned)
        self.counted = QComboBox()
        self.counted.setAccessibleName(tr("What is counted"))
        self.counted.setAccessibleDescription(tr("What is counted"))
        self.counted.addItems([tr("On one article"), tr("On one highlight")])
        self.counted.activated.connect(self.turned)
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
        self.told = faint(tr("Counting…"), wrap=True)
        self.save.setEnabled(False)
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

    def wanted(self) -> Wanted:
        """Tell which pairs are wanted, and in which order."""
        on = ON[self.counted.currentIndex()]
        return Wanted(self.search.text(), on, self._order, self._falls)

    def show_found(self, found: Found, now: Shown) -> None:
        """Show what was found, as it is wanted."""
        self._found, self._shown = found, now
        on = now.wanted.on
        self.table.show_lines(now.lines)
        self.matrix.show_square(now.square, articles=on == "articles")
        for column, head in enumerate(HEADS):
            arrow = " ▾" if now.wanted.falls else " ▴"
            self.table.sheet.name(column, tr(head.name) + arrow * (column == now.wanted.order))
        self.save.setEnabled(bool(now.pairs))
        self._say()

    def pairs(self) -> tuple[Pair, ...]:
        """Give the pairs that are shown, in their order."""
        return self._shown.pairs

    def _say(self) -> None:
        many, more = len(self._shown.pairs), self._shown.tags - IN_SQUARE
        if not many:
            self.told.setText(tr(NOT_FOUND if self._found.pairs else EMPTY))
        elif self.as_square.isChecked() and more > 0:
            words = tr("The {0} tags that stand together most; %n more are in the table.", "", more)
            self.told.setText(words.format(IN_SQUARE))
        else:
            said = tr("%n pair(s) of tags. Choose one to see what has both.", "", many)
            self.told.setText(" ".join((said, *self._left_out(many))))

    def _left_out(self, many: int) -> Iterator[str]:
        """Say what the table does not show."""
        if self._found.is_cut:
            yield tr("More tags stand together; these do so most often.")
        if many > IN_TABLE:
            yield tr("The first {0} of them are shown: find one by its name.").format(
                f"{IN_TABLE:,}"
            )

    def _turn(self, wanted: bool) -> None:
        self.views.setCurrentWidget(self.area if wanted else self.table)
        self._say()

    def _sort(self, column: int) -> None:
        """Sort by a column; once more, the other way round. Numbers begin with the largest."""
        self._falls = not self._falls if column == self._order else column > 1
        self._order = column
        self.turned.emit()

    def _open(self, both: str) -> None:
        found = next((pair for pair in self._shown.pairs if name(pair) == both), None)
        if found:
            self.asked.emit(found.one, found.other)

    # Qt's questions

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "matrix"):
            self.matrix.show_square(self._shown.square, articles=self.matrix.articles)
