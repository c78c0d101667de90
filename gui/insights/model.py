"""Qt's view of an article, or of claims of several: core's rows as a tree, with what is in each."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from core.model import Annotated, Kind, Placed
from core.natural import natural
from core.outline import parents, uncited
from gui.insights.layout import Row
from gui.parts.people import Person, people
from gui.tongue import called, phrase, tr
from gui.tongue.names import colour_name

if TYPE_CHECKING:
    from core.search import Part
    from gui.insights.together import Together

Index = QModelIndex | QPersistentModelIndex
Statements = Callable[[str], tuple[str, ...]]
ROW, SPOKEN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.AccessibleTextRole
NOTHING = QModelIndex()
FEW = 40  # rows that are told of one by one
SAID = 5  # statements that are told of one row
PAGES = 128  # that claims of several articles may come in before all are shown as one page again
HEAD = -1  # the node of the head of one article among several
PAGE = 1 << 40  # the internal id of the first page: so many rows there never are
#: How a row that is no section is told of aloud, and which of how many it is.
PLACES = {
    Kind.CLAIM: phrase("claim {0} of {1}"),
    Kind.BLOCK: phrase("block {0} of {1}"),
}


def _nowise() -> None:
    """Do nothing."""


class InsightModel(QAbstractItemModel):
    """The rows of one article, or of several `together`. An index's internal id is its row's
    number and one more.

    So the root, whose id is 0, is asked like any row; Qt asks six times for each row it unfolds.

    Where rows come below the root, a view lays all out anew. So rows of several articles stand
    below pages, which are there from the start, are no rows, and are not seen.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.annotated: Annotated | None = None  # the article that is shown alone
        self.together: Together | None = None
        self.contested: frozenset[str] = frozenset()
        self.statements: Statements = _nothing  # what rests on a highlight
        self._rows: list[Row] = []
        self._children: dict[int, list[QModelIndex]] = {}  # by internal id
        self._indexes: list[QModelIndex] = []
        self._above = [NOTHING]  # of each, by internal id
        self._begun = 0  # pages that hold rows

    def show(self, annotated: Annotated | None) -> list[int]:
        """Show an article; give the positions that changed if it was shown already."""
        rows = list(_rows(annotated, self.contested, self.statements)) if annotated else []
        if annotated is not None and self.shows(annotated):
            return self._repaint(annotated, rows)
        self.beginResetModel()
        self.annotated, self._rows, self.together = annotated, rows, None
        self._arrange(parents([row.node for row in rows]))
        self.endResetModel()
        return []

    def shows(self, annotated: Annotated) -> bool:
        """Tell whether this text is the one that is shown alone."""
        shown = self.annotated
        return shown is not None and shown.article.edition.id == annotated.article.edition.id

    def show_together(
        self, together: "Together", parts: "Sequence[Part]", before: Callable[[], None] = _nowise
    ) -> list[int]:
        """Show parts of several articles; give the rows that changed of those shown already.

        `before` is called where rows come or go elsewhere than below all others.
        """
        had = together.keys if self.together is together else []
        together.take(parts, lambda one: _rows(one, self.contested, self.statements))
        more = had and had == together.keys[: len(had)] and together.is_head(len(had))
        if more and self._begun < PAGES:
            changed = self._repaint(None, together.rows[: len(had)])
            self._append(together)
            return changed
        before()
        self.beginResetModel()
        self.annotated, self.together, self._rows = None, together, together.rows
        self._arrange(together.parents)
        self.endResetModel()
        return []

    def _append(self, together: "Together") -> None:
        """Show the rows that came below all others."""
        come = together.parents[len(self._rows) :].count(None)
        if come:
            self.beginInsertRows(self._children[0][self._begun], 0, come - 1)
            self._rows = together.rows
            self._arrange_more(together.parents)
            self.endInsertRows()

    def _repaint(self, annotated: Annotated | None, rows: list[Row]) -> list[int]:
        before = self._rows
        changed = [i for i, row in enumerate(rows) if row is not before[i] and row != before[i]]
        self.annotated, self._rows = annotated, rows
        if len(changed) > FEW:
            for siblings in filter(None, self._children.values()):
                self.dataChanged.emit(siblings[0], siblings[-1])
            return changed
        for position in changed:
            index = self.at(position)
            self.dataChanged.emit(index, index)
        return changed

    def _arrange(self, above: list[int | None]) -> None:
        many = PAGES + 1 if self.together else 0  # the last one stays empty: it is an end
        pages = [self.createIndex(n, 0, PAGE + n) for n in range(many)]
        self._children, self._indexes, self._above = {0: pages}, [], [NOTHING]
        self._begun = 0
        self._arrange_more(above)

    def _arrange_more(self, above: list[int | None]) -> None:
        """Arrange the rows that are not yet; of several articles on a page of their own."""
        page = self._children[0][self._begun] if self.together else NOTHING
        self._begun += 1
        for position in range(len(self._indexes), len(above)):
            parent = above[position]
            over = page.internalId() if parent is None else parent + 1
            siblings = self._children.setdefault(over, [])
            index = self.createIndex(len(siblings), 0, position + 1)
            siblings.append(index)
            self._indexes.append(index)
            self._above.append(page if parent is None else self._indexes[parent])

    def length(self) -> int:
        return len(self._rows)

    def rows(self) -> Sequence[Row]:
        return self._rows

    def row(self, position: int) -> Row:
        return self._rows[position]

    def position(self, index: Index) -> int:
        return int(index.internalId()) - 1

    def among(self, chosen: QItemSelection) -> Iterator[int]:
        """Walk the positions of the rows that are in ranges, pages aside."""
        for number in range(chosen.size()):
            one = chosen.at(number)
            siblings = self._children[one.parent().internalId()]
            ids = (each.internalId() for each in siblings[one.top() : one.bottom() + 1])
            yield from (each - 1 for each in ids if each < PAGE)

    def is_page(self, index: Index) -> bool:
        return int(index.internalId()) >= PAGE

    def pages(self) -> Sequence[QModelIndex]:
        """Give the pages that hold rows; there are none of an article that is shown alone."""
        return self._children[0][: self._begun] if self.together else ()

    def at(self, position: int) -> QModelIndex:
        """Give the index of the node at a position."""
        return self._indexes[position]

    def claims(self) -> list[int]:
        """Give the positions of what can be marked: claims, and blocks."""
        return [at for at, row in enumerate(self._rows) if not row.node.kind.is_section]

    def annotated_at(self, position: int | None) -> Annotated | None:
        """Give the article that a row is of."""
        if self.together is None or not self._rows:
            return self.annotated
        return self.together.whose[position or 0].annotated

    def has_below(self, position: int) -> bool:
        return position + 1 in self._children

    def node(self, position: int) -> int:
        """Give the place of a row in its article."""
        return self._rows[position].node.position

    def marked(self, highlights: Collection[str | None]) -> list[tuple[int, str]]:
        """Give the rows that these highlights stand in, with each."""
        return [
            (at, mark.highlight.id)
            for at, row in enumerate(self._rows)
            for mark in row.marks
            if mark.highlight.id in highlights
        ]

    # Qt's questions

    def index(self, row: int, column: int, parent: Index = NOTHING) -> QModelIndex:
        children = self._children.get(parent.internalId(), ())
        return children[row] if not column and 0 <= row < len(children) else QModelIndex()

    def parent(self, index: Index = NOTHING) -> QModelIndex:  # type: ignore[override]
        at = index.internalId()
        return self._above[at] if at < PAGE else NOTHING

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.column() > 0 else len(self._children.get(parent.internalId(), ()))

    def hasChildren(self, parent: Index = NOTHING) -> bool:
        return parent.internalId() in self._children

    def columnCount(self, _parent: Index = NOTHING) -> int:
        return 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the head, which is not seen, but read out; Qt would call it by its number."""
        del section, orientation
        return tr("Insights") if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if self.is_page(index):
            return self._page_spoken(index) if role == SPOKEN else None
        row = self._rows[self.position(index)]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.node.text
        if role == SPOKEN:
            return self._spoken(index, row)
        return None

    def _page_spoken(self, page: Index) -> str:
        """Say which articles stand on a page, which nobody sees but a screen reader."""
        first = sum(self.rowCount(one) for one in self.pages()[: page.row()]) + 1
        last = first + self.rowCount(page) - 1
        words = tr("Articles {0:,} to {1:,}") if first < last else tr("Article {0:,}")
        return words.format(first, last)

    def _spoken(self, index: Index, row: Row) -> str:
        """Say a row with its marks, for a screen reader."""
        if row.node.kind.is_section:
            return ", ".join(filter(None, (row.node.text, *row.under)))
        said = [tr(PLACES[row.node.kind]).format(index.row() + 1, self.rowCount(index.parent()))]
        said += [tr("without a citation")] if row.uncited else []
        said += [_marked(mark, row) for mark in row.marks]
        if row.tags:
            said.append(tr("tags {tags}").format(tags=", ".join(path for _, path in row.tags)))
        said += [
            tr("evidence of: {statement}").format(statement=statement) for statement in row.findings
        ]
        said += [
            tr("note: {note}").format(note=m.highlight.note) for m in row.marks if m.highlight.note
        ]
        return called(tr(", ").join(said), row.node.text)


def _nothing(_highlight: str) -> tuple[str, ...]:
    return ()


def _marked(mark: Placed, row: Row) -> str:
    """Say how a row is marked, and by whom where there are several."""
    one = mark.highlight
    hand = row.hand(one.author)
    by = tr(" by {name}").format(name=hand.name) if hand else ""
    private = tr(", private") if one.private else ""
    two = tr(", two versions") if one.id in row.contested else ""
    return tr("highlighted {colour}{by}{private}{two}").format(
        colour=colour_name(one.colour).lower(), by=by, private=private, two=two
    )


def _rows(annotated: Annotated, contested: frozenset[str], statements: Statements) -> Iterable[Row]:
    several = len(annotated.authors) > 1
    known = people(annotated.authors.values()) if several else {}
    marks: dict[int, list[Placed]] = {}
    for placed in annotated.placed:
        if placed.node is not None:
            marks.setdefault(placed.node, []).append(placed)
    lack = uncited(annotated.article.edition.nodes)
    for node in annotated.article.edition.nodes:
        here, bare = marks.get(node.position), node.position in lack
        if here is None:
            yield Row(node, uncited=bare)
            continue
        tags = tuple(
            (placed.highlight.id, path)
            for placed in here
            for path in sorted(_paths(placed, annotated), key=natural)
        )
        both = tuple(p.highlight.id for p in here if p.highlight.id in contested)
        said = dict.fromkeys(one for p in here for one in statements(p.highlight.id))
        rests = tuple(said)[:SAID]
        yield Row(node, tuple(here), tags, _hands(here, known), both, rests, bare)


def _paths(placed: Placed, annotated: Annotated) -> Iterator[str]:
    known = annotated.tags
    return (known[tag].path for tag in placed.highlight.tags if tag in known)


def _hands(marks: Iterable[Placed], known: Mapping[str, Person]) -> tuple[Person, ...]:
    """Name the readers of these marks, each once, in the order of the marks."""
    authors = dict.fromkeys(mark.highlight.author for mark in marks)
    return tuple(known[author] for author in authors if author in known)
