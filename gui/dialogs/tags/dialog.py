"""All tags, and what one of them is called and used by.

Stays open beside the window. It asks, by signals, and is shown what became of the tags.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from core.model import Tag
from gui.dialogs.parts import GAP, MARGIN, Unfilled, room, trouble
from gui.dialogs.tags.form import TagForm
from gui.dialogs.tags.model import NOBODY, TagsModel, list_of
from gui.dialogs.tags.used import UsedList
from gui.parts.binding import key_of
from gui.parts.labels import faint
from gui.parts.onward import leads_to
from gui.parts.pressed import by_itself
from gui.parts.search_field import SearchField
from gui.tags.popup import AmongPopup
from gui.tongue import phrase, tr

PICK = phrase("Choose a tag to rename it, give it a colour or names, or join it with another.")
NONE = phrase("No tags yet. Choose a claim, and press {key} to give it one.")
NOT_FOUND = phrase("No tag is called that.")


class TagsDialog(QDialog):
    """All tags at the left, one of them at the right."""

    renamed = Signal(str, str)  # id, path
    described = Signal(str, dict)  # id, of zh, en and colour what is to be otherwise
    joined = Signal(str, str)  # id of the one that goes, path of the one that stays
    removed = Signal(str)
    called = Signal(str, tuple)  # id, and all its other names
    looked_for = Signal(str)  # a path
    together_asked = Signal()
    used_asked = Signal(str)  # an id: what uses it is to be shown
    opened = Signal(str, str)  # of what uses it, the kind and the id
    pinned = Signal(str, int)  # id, and the number of its key; 0 is none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Tags"))
        room(self, 760, 720)
        self.search = SearchField(tr("Find a tag"))
        self.search.textChanged.connect(self._find)
        self.model = TagsModel(self)
        self._pins: Sequence[str] = ()
        self._heir = ""  # the tag that another was last joined with
        self._closed = False
        self.list = list_of(self.model)
        leads_to(self.search, self.list)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.form = TagForm()
        self.form.renamed.connect(lambda path: self.renamed.emit(self._id(), path))
        self.form.described.connect(lambda said: self.described.emit(self._id(), said))
        self.form.looked_for.connect(lambda: self.looked_for.emit(self.form.path.text()))
        self.form.removed.connect(lambda: self.removed.emit(self._id()))
        self.form.joining.connect(self._choose_other)
        self.form.pinned.connect(lambda place: self.pinned.emit(self._id(), place))
        self.form.called.connect(lambda names: self.called.emit(self._id(), names))
        self.used = UsedList()
        self.used.opened.connect(self.opened)
        self.together = QPushButton(tr("Tags Together…"))
        by_itself(self.together)
        self.together.clicked.connect(self.together_asked)
        self.none = Unfilled(self.list, "")
        self.pick = faint(tr(PICK), wrap=True)
        self.trouble = trouble()
        self._put_together()
        self._show()

    def _put_together(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        left.addWidget(self.together, 0, Qt.AlignmentFlag.AlignLeft)
        right.setSpacing(GAP)
        right.addWidget(self.pick)
        right.addWidget(self.form)
        right.addWidget(self.trouble)
        right.addWidget(self.used, 1)
        self.filler = QWidget()
        right.addWidget(self.filler, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.setSpacing(MARGIN)
        row.addLayout(left, 5)
        row.addLayout(right, 6)

    def show_tags(
        self, tags: Sequence[Tag], pins: Sequence[str] = (), makers: Mapping[str, str] = NOBODY
    ) -> None:
        """Show the tags as they are now; the one that is chosen stays it, whatever it is called.

        Where it was joined with another, that one is chosen instead.
        `pins` are the ids of those that have a key, in the order of the keys; `makers` made those
        that have one name.
        """
        chosen, self._pins = self._id(), pins
        if self._heir and all(one.id != chosen for one in tags):
            chosen = self._heir
        self.model.keep(tags, makers)
        self._find(self.search.text(), chosen)

    def close_to_writing(self, why: str) -> None:
        """Let tags be looked at alone, and say why."""
        self._closed = True
        self.pick.setText(why)
        self.form.close_to_writing()

    def choose(self, path: str) -> None:
        """Choose the tag at a path, whatever is looked for."""
        self.search.clear()
        one = next((tag for tag in self.model.all() if tag.path == path), None)
        place = self.model.index(self.model.place(one.id)) if one else QModelIndex()
        self.list.setCurrentIndex(place)
        self.list.scrollTo(place, QListView.ScrollHint.PositionAtCenter)

    def refuse(self, sentence: str) -> None:
        """Say why something is not done; what was typed for it stays, to be mended."""
        self._show()
        self.form.show_given()
        self.trouble.setText(sentence)
        self.trouble.show()

    def _find(self, typed: str, kept: str = "") -> None:
        """Show what is like it, and `kept`; the tag chosen stays so while it is among them."""
        chosen = kept or self._id()
        self.model.find(typed, kept)
        none = tr(NONE).format(key=key_of("tag", "T"))
        self.none.setText(tr(NOT_FOUND) if self.model.all() else none)
        self.none.show_if(empty=not self.model.rowCount())
        there = self.model.index(self.model.place(chosen))
        if there == self.list.currentIndex():  # nothing is told of one that stays, or is gone
            self._show()
        else:
            self.list.setCurrentIndex(there)

    def _id(self) -> str:
        one = self.model.tag(self.list.currentIndex().row())
        return one.id if one else ""

    def _show(self) -> None:
        one = self.model.tag(self.list.currentIndex().row())
        self.trouble.hide()
        self.pick.setVisible(self._closed or (one is None and self.model.rowCount() > 0))
        self.form.setVisible(one is not None)
        self.used.setVisible(one is not None)
        self.filler.setVisible(one is None)
        if one:
            self.used_asked.emit(one.id)
            self.form.show_shared(self.model.shared(one), self.model.maker(one))
            paths = {tag.id: tag.path for tag in self.model.all()}
            self.form.show_keys([paths.get(pin, "") if pin != one.id else "" for pin in self._pins])
            self.form.show_tag(one, self._pins.index(one.id) + 1 if one.id in self._pins else 0)

    def _choose_other(self) -> None:
        """Let the reader choose the tag that is to stay."""
        gone = self._id()
        popup = AmongPopup(self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.given.connect(lambda path: self._join(gone, path))
        join = self.form.join
        place = QRect(join.mapToGlobal(QPoint()), join.size())
        popup.open_beside(place, [tag for tag in self.model.all() if tag.id != gone])

    def _join(self, gone: str, path: str) -> None:
        others = (tag for tag in self.model.all() if tag.path == path and tag.id != gone)
        self._heir = next((tag.id for tag in others), "")
        self.joined.emit(gone, path)
