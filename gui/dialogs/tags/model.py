"""The tags that answer to what is typed, as Qt asks for them, and the list that shows them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QFrame, QListView

from core.model import Tag
from core.outline import normal
from gui.parts.lines import one_line
from gui.parts.people import LONGEST
from gui.tags.offers import Offer, OfferRow
from gui.tongue import tr

Index = QModelIndex | QPersistentModelIndex
NOBODY: Mapping[str, str] = {}


class TagsModel(QAbstractListModel):
    """The tags that answer to what is typed, by path."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tags: Sequence[Tag] = ()
        self._rows: list[Tag] = []
        self._makers: Mapping[str, str] = {}

    def keep(self, tags: Sequence[Tag], makers: Mapping[str, str] = NOBODY) -> None:
        """Hold these; `find` shows them. `makers` are those of tags that have one name."""
        self._tags, self._makers = tags, makers

    def maker(self, one: Tag) -> str:
        """Give who made a tag, if another has its name."""
        return one_line(self._makers.get(one.id, ""), LONGEST)

    def all(self) -> Sequence[Tag]:
        return self._tags

    def shared(self, one: Tag) -> tuple[str, str] | None:
        """Give another name of a tag that means another tag as well, and that one's path.

        Two readers gave it before they knew of each other.
        """
        own = {normal(name): name for name in one.aliases}
        for tag in self._tags:
            names = (tag.path, tag.name, tag.zh, tag.en, *tag.aliases)
            both = own.keys() & set(map(normal, names)) if own and tag.id != one.id else set[str]()
            if both:
                return own[min(both)], tag.path
        return None

    def find(self, typed: str, kept: str = "") -> None:
        """Show the tags that are called so, in any of their names, and the one of this id."""
        wanted, before = normal(typed), [tag.id for tag in self._rows]
        rows = [tag for tag in self._tags if not wanted or wanted in _called(tag) or tag.id == kept]
        if [tag.id for tag in rows] == before:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def tag(self, row: int) -> Tag | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def place(self, tag: str) -> int:
        """Give the row of a tag, -1 if it is not shown."""
        return next((row for row, one in enumerate(self._rows) if one.id == tag), -1)

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.tag(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            called = (one.path, self.maker(one), one.zh, one.en, *one.aliases)
            named = ", ".join(filter(None, called))
            return ", ".join((named, uses(one)))
        if role == Qt.ItemDataRole.DisplayRole:
            return one.path
        offer = Offer(one.path, one, maker=self.maker(one))
        return offer if role == Qt.ItemDataRole.UserRole else None


def _called(tag: Tag) -> str:
    return _folded(tag.path, tag.zh, tag.en, tag.aliases)


@lru_cache(maxsize=1 << 15)  # each key looks through all of them
def _folded(path: str, zh: str, en: str, aliases: tuple[str, ...]) -> str:
    return normal(" ".join((path, zh, en, *aliases)))


def uses(one: Tag) -> str:
    """Say what carries a tag; findings only where there are any."""
    marks = tr("%n highlight(s)", "", one.uses)
    return tr(", ").join((marks, tr("%n finding(s)", "", one.findings))) if one.findings else marks


def list_of(model: TagsModel) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(OfferRow(view))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setUniformItemSizes(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAccessibleName(tr("Tags"))
    return view
