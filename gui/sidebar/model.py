"""The rows of the side bar as Qt asks for them: headings, and shelves that are not folded away.

Rows are told from one another by their keys. What becomes of them is told row by row, so that a
view keeps its place; a shelf that stays what it was costs a comparison.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon

from core.model import Colour
from core.outline import normal
from core.query import form
from gui import theme
from gui.parts import strokes
from gui.parts.tip import tip
from gui.sidebar.shelf import HEADS, Shelf, parents
from gui.tongue import tr

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Flag = Qt.ItemFlag
NOWHERE = QModelIndex()
CHOSEN = Flag.ItemIsEnabled | Flag.ItemIsSelectable
WRITTEN = CHOSEN | Flag.ItemIsEditable
TAKEN = WRITTEN | Flag.ItemIsDragEnabled
QUERY = Role.UserRole
SEARCH = Role.UserRole + 1  # the id of a search that the reader keeps
COUNT = Role.UserRole + 2
KEY = Role.UserRole + 3  # what a row is told from others by
DEPTH = Role.UserRole + 4  # 0 of a heading
PARENT = Role.UserRole + 5  # whether rows stand below it
FOLDED = Role.UserRole + 6
TAG = Role.UserRole + 7  # the path of the tag
ALSO = Role.UserRole + 8  # its name in the other language, and how many tags have it
TWINS = Role.UserRole + 9  # whether it stands for several tags

Row = Shelf | str  # a heading is the name of its section


class ShelvesModel(QAbstractListModel):
    """The rows that are seen; what a search or tag is called in its row is told, and not kept."""

    named = Signal(object, str)  # a shelf, and its new name

    def __init__(self, parent: QObject | None = None, *, writable: bool = True) -> None:
        super().__init__(parent)
        self.writable = writable
        self._sections: Mapping[str, Sequence[Shelf]] = {}
        self.above = frozenset[str]()  # the paths of tags below which others stand
        self._by_form = dict[str, Shelf]()
        self.counts: Mapping[str, int | None] = {}
        self._folded = set[str]()
        self._wanted = ""
        self._names = dict[str, list[str]]()  # folded, of each section, once they are looked for
        self._rows: list[Row] = []

    # What is shown

    def show(self, sections: Mapping[str, Sequence[Shelf]]) -> None:
        """Show these shelves by their sections, tags each below its parents."""
        if sections == self._sections:
            return
        self._sections, self._names = sections, {}
        self.above = parents(sections.get("tags", ()))
        self._by_form = {}
        for shelves in sections.values():
            for one in shelves:
                self._by_form.setdefault(form(one.query), one)
        self._become([*self._seen()])

    def count(self, counts: Mapping[str, int | None]) -> None:
        """Show how many articles the queries find."""
        before, self.counts = self.counts, counts
        self._tell(
            lambda one: not isinstance(one, str) and before.get(one.query) != counts.get(one.query)
        )

    def find(self, typed: str) -> None:
        """Show what is called so, and the tags that it stands below; "" is everything."""
        self._wanted = normal(typed)
        self._become([*self._seen()])

    def fold(self, keys: Iterable[str]) -> None:
        """Fold these and no others."""
        turned = self._folded ^ set(keys)
        self._folded = set(keys)
        self._become([*self._seen()])
        self._tell(lambda one: _key(one) in turned)

    def folds(self) -> list[str]:
        """Give what is folded, by the names under which it is remembered."""
        return sorted(self._folded)

    def turn(self, row: int) -> None:
        """Fold a row, or unfold it. All is open while something is looked for."""
        if not self._wanted:
            self.fold(self._folded ^ {_key(self._rows[row])})

    def _seen(self) -> Iterator[Row]:
        """Give the rows that are neither folded away nor called otherwise than is looked for."""
        for head, shelves in self._sections.items():
            if self._wanted:
                shown = self._called(head, shelves)
            else:
                shown = self._open(shelves) if head not in self._folded else []
            if shown or (shelves and not self._wanted):
                yield head
                yield from shown

    def _open(self, shelves: Sequence[Shelf]) -> list[Shelf]:
        shown, closed = list[Shelf](), ""
        for one in shelves:
            if closed and one.tag.startswith(closed):
                continue
            closed = f"{one.tag}/" if one.tag and one.key in self._folded else ""
            shown.append(one)
        return shown

    def _called(self, head: str, shelves: Sequence[Shelf]) -> list[Shelf]:
        if head not in self._names:
            self._names[head] = [
                normal(" ".join((one.name, one.also, *one.aliases))) for one in shelves
            ]
        found = self._matching(head)
        return _with_parents(found, shelves) if head == "tags" else found

    def _matching(self, head: str) -> list[Shelf]:
        named = zip(self._sections[head], self._names[head], strict=True)
        return [one for one, name in named if self._wanted in name]

    def _become(self, rows: list[Row]) -> None:
        """Exchange what lies between the rows at either end that stay."""
        old = self._rows
        first = _alike(old, rows)
        last = _alike(
            islice(reversed(old), len(old) - first), islice(reversed(rows), len(rows) - first)
        )
        if first + last < len(old):
            self.beginRemoveRows(NOWHERE, first, len(old) - last - 1)
            self._rows = old[:first] + old[len(old) - last :]
            self.endRemoveRows()
        if first + last < len(rows):
            self.beginInsertRows(NOWHERE, first, len(rows) - last - 1)
            self._rows = rows
            self.endInsertRows()
        self._rows = rows
        told = {_key(one): one for one in old}
        self._tell(lambda one: (had := told.get(_key(one), one)) is not one and had != one)

    def _tell(self, is_other: Callable[[Row], bool]) -> None:
        """Tell of the first to the last row that is otherwise now."""
        places = [place for place, one in enumerate(self._rows) if is_other(one)]
        if places:
            self.dataChanged.emit(self.index(places[0]), self.index(places[-1]))

    # Where something is

    def shelf(self, query: str) -> Shelf | None:
        """Give the shelf that asks for this, however it is spelt; it may be folded away."""
        return self._by_form.get(form(query))

    def now(self, tag: Shelf) -> Shelf | None:
        """Give the shelf of a tag as it is now, whatever it is called."""
        tags = self._sections.get("tags", ())
        return next((one for one in tags if one.key == tag.key), None)

    def place(self, key: str) -> QModelIndex:
        """Give where the row with a key stands, if it is seen."""
        return next(
            (self.index(n) for n, one in enumerate(self._rows) if _key(one) == key), NOWHERE
        )

    def over(self, key: str, tag: str) -> QModelIndex:
        """Give the row of a key, or of what it stands below, as far up as that is seen.

        A tag that is not there any more stood at this path.
        """
        tags = self._sections.get("tags", ())
        place, path = self.place(key), next((one.tag for one in tags if one.key == key), tag)
        while not place.isValid() and path:
            path = path.rpartition("/")[0]
            place = next((self.place(one.key) for one in tags if one.tag == path), NOWHERE)
        return place

    def first(self) -> QModelIndex:
        """Give the first row whose own name is what is looked for, and not only a name below it."""
        heads = self._names if self._wanted else ()
        called = (one for head in heads for one in self._matching(head))
        one = next(called, None)
        return self.place(one.key) if one else NOWHERE

    # Qt's questions

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        if isinstance(one, str):
            of_heading = _HEADING.get(role)
            return of_heading(self, one) if of_heading else None
        of_shelf = _SHELF.get(role)
        return of_shelf(self, one) if of_shelf else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """Name the one column: it is read out, though it is not seen."""
        is_it = orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole
        return tr("Shelves") if is_it and not section else None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        one = self._rows[index.row()]
        if role != Role.EditRole or isinstance(one, str) or str(value) == one.name:
            return False
        self.named.emit(one, str(value))
        return True

    def flags(self, index: Index) -> Flag:
        if not index.isValid():
            return Flag.NoItemFlags
        one = self._rows[index.row()]
        if isinstance(one, str):
            return Flag.ItemIsEnabled
        if not self.writable:
            return CHOSEN
        return TAKEN if one.tag else WRITTEN if one.id else CHOSEN

    # What they are answered with

    def is_folded(self, one: Row) -> bool:
        return not self._wanted and _key(one) in self._folded

    def icon(self, one: Shelf) -> QIcon:
        """Make it anew each time.

        The last of an icon must not go with what collects cycles: that takes what draws it before.
        """
        is_dot = one.colour in set(Colour)
        return strokes.dot(Colour(one.colour)) if is_dot else theme.icon(one.icon)

    def spoken(self, one: Shelf) -> str:
        above, number = one.tag.rpartition("/")[0], self.counts.get(one.query)
        return "".join(
            (
                one.name,
                tr(", below {0}").format(above) if above else "",
                tr(", %n tags of this name", "", len(one.makers)) if one.makers else "",
                "" if number is None else tr(", %n article(s)", "", number),
                tr(", folded") if one.tag in self.above and self.is_folded(one) else "",
            )
        )

    def spoken_head(self, one: str) -> str:
        return tr(HEADS[one]) + (tr(", folded") if self.is_folded(one) else "")


def _key(one: Row) -> str:
    return one if isinstance(one, str) else one.key


def _alike(some: Iterable[Row], others: Iterable[Row]) -> int:
    """Count the rows at the beginning of both that have the same keys."""
    many = 0
    for one, other in zip(some, others, strict=False):
        if one is not other and _key(one) != _key(other):
            break
        many += 1
    return many


def _with_parents(found: Iterable[Shelf], tags: Iterable[Shelf]) -> list[Shelf]:
    shown = set[str]()
    for one in found:
        path = one.tag
        while path and path not in shown:
            shown.add(path)
            path = path.rpartition("/")[0]
    return [one for one in tags if one.tag in shown]


def _tip(one: Shelf) -> str:
    """Show the whole name and what it asks for: as text, whatever it looks like."""
    made = tr("%n tags have this name, made by {0}", "", len(one.makers))
    return tip(
        one.tag or one.name,
        one.also,
        one.query if one.query != one.name else "",
        made.format(tr(", ").join(one.makers)) if one.makers else "",
    )


def _beside(one: Shelf) -> str:
    """Give what is shown faint behind a name."""
    many = tr("%n tags", "", len(one.makers)) if one.makers else ""
    return " · ".join(filter(None, (one.also, many)))


_HEADING: Mapping[int, Callable[[ShelvesModel, str], object]] = {
    Role.DisplayRole: lambda _, head: tr(HEADS[head]),
    Role.AccessibleTextRole: ShelvesModel.spoken_head,
    KEY: lambda _, head: head,
    DEPTH: lambda *_: 0,
    PARENT: lambda *_: True,
    FOLDED: ShelvesModel.is_folded,
}
_SHELF: Mapping[int, Callable[[ShelvesModel, Shelf], object]] = {
    Role.DisplayRole: lambda _, one: one.name,
    Role.EditRole: lambda _, one: one.name,
    Role.DecorationRole: ShelvesModel.icon,
    Role.ToolTipRole: lambda _, one: _tip(one),
    Role.AccessibleTextRole: ShelvesModel.spoken,
    QUERY: lambda _, one: one.query,
    SEARCH: lambda _, one: None if one.tag else one.id or None,
    COUNT: lambda model, one: model.counts.get(one.query),
    KEY: lambda _, one: one.key,
    DEPTH: lambda _, one: one.depth + 1,
    PARENT: lambda model, one: bool(one.tag) and one.tag in model.above,
    FOLDED: ShelvesModel.is_folded,
    TAG: lambda _, one: one.tag or None,
    ALSO: lambda _, one: _beside(one),
    TWINS: lambda _, one: bool(one.makers),
}
