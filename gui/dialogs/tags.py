"""The reader's tags in order: all of them, and what one is called, coloured, joined with.

Stays open beside the window. It asks, by signals, and is shown what became of the tags.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.model import Colour, Tag
from core.outline import normal
from gui.dialogs.parts import GAP, MARGIN, room, trouble
from gui.highlights.choices import ColourRow
from gui.labels import faint, words
from gui.tags.offers import Offer, OfferRow
from gui.tags.popup import TagPopup
from gui.tongue import phrase, tr

Index = QModelIndex | QPersistentModelIndex
PICK = phrase("Choose a tag to rename it, give it a colour or names, or join it with another.")


class TagsDialog(QDialog):
    """All tags at the left, one of them at the right."""

    renamed = Signal(str, str)  # id, path
    described = Signal(str, dict)  # id, of zh, en and colour what is to be otherwise
    joined = Signal(str, str)  # id of the one that goes, path of the one that stays
    removed = Signal(str)
    looked_for = Signal(str)  # a path
    pinned = Signal(str, int)  # id, and the number of its key; 0 is none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Tags"))
        room(self, 680, 480)
        self.search = QLineEdit(placeholderText=tr("Find a tag"))
        self.search.setAccessibleName(tr("Find a tag"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.model = TagsModel(self)
        self._pins: Sequence[str] = ()
        self.list = _list(self.model)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.form = TagForm()
        self.form.renamed.connect(lambda path: self.renamed.emit(self._id(), path))
        self.form.described.connect(lambda said: self.described.emit(self._id(), said))
        self.form.looked_for.connect(lambda: self.looked_for.emit(self.form.path.text()))
        self.form.removed.connect(lambda: self.removed.emit(self._id()))
        self.form.joining.connect(self._choose_other)
        self.form.pinned.connect(lambda place: self.pinned.emit(self._id(), place))
        self.pick = faint(tr(PICK), wrap=True)
        self.trouble = trouble()
        self._put_together()
        self._show()

    def _put_together(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        right.setSpacing(GAP)
        right.addWidget(self.pick)
        right.addWidget(self.form)
        right.addWidget(self.trouble)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.setSpacing(MARGIN)
        row.addLayout(left, 5)
        row.addLayout(right, 6)

    def show_tags(self, tags: Sequence[Tag], pins: Sequence[str] = ()) -> None:
        """Show the tags as they are now; the one that is chosen stays it while it is there.

        `pins` are the ids of those that have a key, in the order of the keys.
        """
        chosen, self._pins = self._id(), pins
        self.model.keep(tags)
        self._find(self.search.text())
        self.list.setCurrentIndex(self.model.index(self.model.place(chosen)))
        self._show()

    def refuse(self, sentence: str) -> None:
        """Say why something is not done, and show the tag as it is."""
        self._show()
        self.trouble.setText(sentence)
        self.trouble.show()

    def _find(self, typed: str) -> None:
        self.model.find(typed)

    def _id(self) -> str:
        one = self.model.tag(self.list.currentIndex().row())
        return one.id if one else ""

    def _show(self) -> None:
        one = self.model.tag(self.list.currentIndex().row())
        self.trouble.hide()
        self.pick.setVisible(one is None)
        self.form.setVisible(one is not None)
        if one:
            self.form.show_tag(one, self._pins.index(one.id) + 1 if one.id in self._pins else 0)

    def _choose_other(self) -> None:
        """Let the reader choose the tag that is to stay."""
        gone = self._id()
        popup = TagPopup(self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.given.connect(lambda path: self.joined.emit(gone, path))
        place = self.form.join.mapToGlobal(QPoint(0, self.form.join.height() + 2))
        popup.open_at(place, [tag for tag in self.model.all() if tag.id != gone])


class TagForm(QWidget):
    """What one tag is called and how it is coloured; a field tells of itself when it is left."""

    renamed = Signal(str)
    described = Signal(dict)
    looked_for = Signal()
    joining = Signal()
    removed = Signal()
    pinned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._tag = Tag("", "", None, "")
        self.path, self.zh, self.en = QLineEdit(), QLineEdit(), QLineEdit()
        self.path.editingFinished.connect(self._rename)
        self.zh.editingFinished.connect(lambda: self._describe("zh", self.zh.text()))
        self.en.editingFinished.connect(lambda: self._describe("en", self.en.text()))
        self.colours = ColourRow()
        self.colours.chosen.connect(lambda colour: self._describe("colour", colour))
        self.plain = QPushButton(tr("No Colour"))
        self.plain.clicked.connect(lambda: self._describe("colour", ""))
        self.key = QComboBox()
        self.key.addItems([tr("None"), *(f"Ctrl+{place}" for place in range(1, 10))])
        self.key.activated.connect(self.pinned)
        self.uses = words()
        self.look = QPushButton(tr("Show Them"))
        self.look.clicked.connect(self.looked_for)
        self.join = QPushButton(tr("Join with…"))
        self.join.clicked.connect(self.joining)
        self.remove = QPushButton(tr("Remove"))
        self.remove.clicked.connect(self.removed)
        self._put_together()

    def _put_together(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GAP)
        for name, field in ((tr("Name"), self.path), ("中文", self.zh), (tr("English"), self.en)):
            field.setAccessibleName(name)
            form.addRow(faint(name), field)
        form.addRow(faint(tr("Colour")), self.colours)
        form.addRow("", _row(self.plain))
        self.key.setAccessibleName(tr("Key"))
        form.addRow(faint(tr("Key")), _row(self.key))
        form.addRow(faint(tr("Used")), _row(self.uses, self.look))
        form.addRow("", _row(self.join, self.remove))
        for button in (self.plain, self.look, self.join, self.remove):
            button.setAutoDefault(False)

    def show_tag(self, one: Tag, place: int) -> None:
        self._tag = one
        self.key.setCurrentIndex(place)
        for field, text in ((self.path, one.path), (self.zh, one.zh), (self.en, one.en)):
            if not (field.hasFocus() and field.isModified()):
                field.setText(text)
        named = one.colour in set(Colour)
        self.colours.show_value(Colour(one.colour) if named else None)
        self.plain.setEnabled(bool(one.colour))
        self.uses.setText(_uses(one))
        self.look.setEnabled(one.uses + one.findings > 0)

    def _rename(self) -> None:
        path = self.path.text()
        self.path.setModified(False)
        if path != self._tag.path:
            self.renamed.emit(path)

    def _describe(self, name: str, value: str) -> None:
        for field in (self.zh, self.en):
            field.setModified(False)
        if value != getattr(self._tag, name):
            self.described.emit({name: value})


class TagsModel(QAbstractListModel):
    """The tags that answer to what is typed, by path."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tags: Sequence[Tag] = ()
        self._rows: list[Tag] = []

    def keep(self, tags: Sequence[Tag]) -> None:
        """Hold these; `find` shows them."""
        self._tags = tags

    def all(self) -> Sequence[Tag]:
        return self._tags

    def find(self, typed: str) -> None:
        """Show the tags that are called so, in any of their names."""
        wanted = normal(typed)
        self.beginResetModel()
        self._rows = [
            tag for tag in self._tags if wanted in normal(f"{tag.path} {tag.zh} {tag.en}")
        ]
        self.endResetModel()

    def tag(self, row: int) -> Tag | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def place(self, tag: str) -> int:
        """Give the row of a tag, -1 if it is not shown."""
        return next((row for row, one in enumerate(self._rows) if one.id == tag), -1)

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.tag(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            named = ", ".join(filter(None, (one.path, one.zh, one.en)))
            return ", ".join((named, _uses(one)))
        if role == Qt.ItemDataRole.DisplayRole:
            return one.path
        return Offer(one.path, one) if role == Qt.ItemDataRole.UserRole else None


def _uses(one: Tag) -> str:
    """Say what carries a tag; findings only where there are any."""
    marks = tr("%n highlight(s)", "", one.uses)
    return ", ".join((marks, tr("%n finding(s)", "", one.findings))) if one.findings else marks


def _list(model: TagsModel) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(OfferRow(view))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setUniformItemSizes(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAccessibleName(tr("Tags"))
    return view


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
