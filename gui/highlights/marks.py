"""The highlights of one article as rows: first, apart, those that need a look; then the rest."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from core.model import Annotated, Highlight, Placed, Tag
from core.natural import natural
from gui.highlights.words import private_word, trouble, two_versions
from gui.parts.lines import first_line, one_line, unstarred
from gui.parts.people import Person, people
from gui.tongue import tr
from gui.tongue.names import colour_name, stance_name

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Mark:
    """A row: a highlight with its tags, and what is the matter with it, if anything.

    `by` is its reader where a library has several; `contested` holds two versions of something.
    """

    highlight: Highlight
    tags: tuple[Tag, ...]
    trouble: str
    by: Person | None = None
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that names the group under it."""

    words: str


def tags_of(highlight: Highlight, known: Mapping[str, Tag]) -> tuple[Tag, ...]:
    """Give a highlight's tags by path; one that is not known here is left out."""
    found = (known[tag] for tag in highlight.tags if tag in known)
    return tuple(sorted(found, key=lambda tag: natural(tag.path)))


class Marks(QAbstractListModel):
    """What the list shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Mark | Heading] = []
        self.contested: frozenset[str] = frozenset()

    def show_article(self, annotated: Annotated | None) -> None:
        rows = self._grouped(annotated) if annotated else []
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _grouped(self, annotated: Annotated) -> list[Mark | Heading]:
        known = people(annotated.authors.values()) if len(annotated.authors) > 1 else {}
        marks = [_mark(placed, annotated, known, self.contested) for placed in annotated.placed]
        troubled = [mark for mark in marks if mark.trouble]
        well = [mark for mark in marks if not mark.trouble]
        if not troubled:
            return list(well)
        first = Heading(tr("The text has changed: please look"))
        rest: list[Mark | Heading] = [Heading(tr("In the text")), *well] if well else []
        return [first, *troubled, *rest]

    def row_of(self, highlight: str) -> int:
        rows = enumerate(self._rows)
        return next((i for i, r in rows if isinstance(r, Mark) and r.highlight.id == highlight), -1)

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words if isinstance(row, Heading) else row.highlight.passage.quote
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words if isinstance(row, Heading) else _spoken(row)
        return None


def _mark(
    placed: Placed, annotated: Annotated, known: Mapping[str, Person], contested: frozenset[str]
) -> Mark:
    one = placed.highlight
    tags, by = tags_of(one, annotated.tags), known.get(one.author)
    return Mark(one, tags, trouble(placed.anchoring), by, one.id in contested)


def _spoken(mark: Mark) -> str:
    """Say a whole row, for a reader who hears it."""
    one = mark.highlight
    stance = stance_name(one.stance) if one.stance else ""
    parts = (
        two_versions() if mark.contested else "",
        *(mark.trouble, one_line(unstarred(one.passage.quote)), first_line(one.note)),
        *(stance, *(tag.path for tag in mark.tags), colour_name(one.colour)),
        mark.by.name if mark.by else "",
        private_word() if one.private else "",
    )
    return " — ".join(part for part in parts if part)
