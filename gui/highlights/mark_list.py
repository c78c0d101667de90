"""The list of an article's highlights, with a quiet word where there are none yet."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from core.model import Annotated
from gui.highlights.card import CardDelegate
from gui.highlights.marks import Mark, Marks
from gui.highlights.mentions import Mentions
from gui.highlights.parts import EDGE
from gui.highlights.words import faint_label
from gui.parts import menus, viewport
from gui.parts.binding import key_of
from gui.parts.labels import words
from gui.tongue import tr

MANY = 200  # highlights


class MarkList(QListView):
    """A click or Enter on a row tells its highlight by `jumped`.

    With Ctrl or Shift, rows are selected beside one another, and nothing is told.
    """

    jumped = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        viewport.meet(self)
        self.marks = Marks(self)
        self.setModel(self.marks)
        self.setItemDelegate(CardDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setStyleSheet("background: transparent")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.clicked.connect(self._click)

    def lay_out_by_parts(self, many: bool) -> None:
        """Lay rows out a part at a time where there are many, so that nobody waits for the last."""
        parted, whole = QListView.LayoutMode.Batched, QListView.LayoutMode.SinglePass
        self.setLayoutMode(parted if many else whole)

    def selected(self) -> list[str]:
        """Give the highlights selected, in the order of the list."""
        rows = sorted(self.selectedIndexes(), key=lambda index: index.row())
        found = (index.data(Qt.ItemDataRole.UserRole) for index in rows)
        return [row.highlight.id for row in found if isinstance(row, Mark)]

    def _click(self, index: QModelIndex) -> None:
        if len(self.selectedIndexes()) == 1:
            self._jump(index)

    def _jump(self, index: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Mark):
            self.jumped.emit(row.highlight.id)

    # Qt's questions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._jump(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, place = menus.asked(self, event)
        if len(self.selectedIndexes()) < 2:
            self._jump(index)
        if isinstance(index.data(Qt.ItemDataRole.UserRole), Mark):
            self.menu_asked.emit(place)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters belong to the window."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)


class MarksPage(QWidget):
    """A heading with the number of highlights, and their list or a hint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotated: Annotated | None = None
        self._hidden = ""
        self.list = MarkList(self)
        self._title, self._count = words(within=self), faint_label(self)
        self.hint, self.mentions = _hint(self), Mentions()
        self.mentions.setContentsMargins(EDGE, 6, EDGE, EDGE)
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, 12, EDGE, 6)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hint)
        layout.addWidget(self.mentions)
        layout.addStretch(0)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self.show_article(None)

    def show_article(self, annotated: Annotated | None) -> None:
        self._annotated = annotated
        self.list.lay_out_by_parts(len(annotated.placed if annotated else ()) > MANY)
        self.list.marks.show_article(annotated)
        self._say()

    def show_contested(self, highlights: frozenset[str]) -> None:
        """Show which highlights hold two versions of something."""
        self.list.marks.contested = highlights
        self.list.marks.show_article(self._annotated)

    def say_hidden(self, words: str) -> None:
        """Say, where nothing is listed, that something is hidden."""
        self._hidden = words
        self._say()

    def choose(self, highlight: str) -> None:
        """Stand on a highlight's row, without telling of it."""
        self.list.setCurrentIndex(self.list.marks.index(self.list.marks.row_of(highlight)))

    def _say(self) -> None:
        count = len(self._annotated.placed) if self._annotated else 0
        self._title.setText(tr("Highlights"))
        self._count.setText(str(count) if count else "")
        self.list.setAccessibleName(tr("Highlights of this article"))
        inviting = tr("Select words in a claim and press {key} to highlight them.")
        inviting = inviting.format(key=key_of("highlight", "H"))
        self.hint.setText((self._hidden or inviting) if self._annotated else "")
        self.list.setVisible(bool(count))
        self.hint.setVisible(not count)


def _hint(parent: QWidget) -> QLabel:
    label = words(within=parent)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    label.setMargin(40)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
