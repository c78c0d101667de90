"""What was found as Qt asks for it: one list, an article's head first and then its places."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from core import sources
from core.model import Card
from core.search import Hit, Row
from gui.parts.lines import untabled
from gui.parts.tip import tip
from gui.search.asking import Answer
from gui.tongue import called, phrase, tr

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
#: What an article's head says itself.
ON_HEAD = ("title", "source")
NAMES = {
    "claim": phrase("claim"),
    "block": phrase("text"),
    "note": phrase("note"),
    "tag": phrase("tag"),
    "finding": phrase("finding"),
}
Span = tuple[int, int]


NO_CARD = Card(0, "", "", "", None, None, "", 0, 0, read=True)
NO_HIT = Hit("", 0, "", "", "", 0.0, (), (), 0)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list: the head of an article, with a `row` one of its places, or a finding.

    A finding is named by its id, and stands in no article: its card and hit are blank.
    """

    card: Card
    hit: Hit
    row: Row | None = None
    finding: str = ""

    @property
    def key(self) -> tuple[str, str, int | None, str]:
        """Tell the same line of two answers."""
        if self.row is None or self.finding:
            return self.card.id, self.finding, None, ""
        return self.card.id, self.row.kind, self.row.node, self.row.highlight

    @property
    def is_stop(self) -> bool:
        """Tell whether keys stop here: at places, and at a head that says something itself."""
        rows = self.hit.rows
        return self.row is not None or not rows or any(row.kind in ON_HEAD for row in rows)

    @property
    def marks(self) -> tuple[Span, ...]:
        titles = (row for row in self.hit.rows if row.kind == "title")
        row = self.row or next(titles, None)
        return together(row.text, row.marks) if row else ()

    @property
    def why(self) -> tuple[str, ...]:
        if self.row is not None:
            return self.row.why
        here = (why for row in self.hit.rows if row.kind in ON_HEAD for why in row.why)
        return tuple(dict.fromkeys(here))

    @property
    def text(self) -> str:
        if self.row is not None:
            return self.row.text
        gist = untabled(self.card.gist)
        return self.card.title or tr("(no title) {gist}").format(gist=gist).strip()

    @property
    def places(self) -> int:
        return len(self.hit.rows) + self.hit.more


class ResultModel(QAbstractListModel):
    """Findings and articles that were found; more of them are asked for by `more_wanted`."""

    more_wanted = Signal()

    def __init__(self, spoken: Callable[[Card], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spoken = spoken
        self.lines: list[Line] = []
        self.hits: dict[str, Hit] = {}
        self._asked = 0  # hits that were given, some perhaps twice
        self.total = 0
        self._waiting = False

    def show(self, answer: Answer) -> None:
        """Show another answer."""
        self.beginResetModel()
        self.lines, self.hits = [], {}
        self._take(answer, list(_lines(answer, self.hits)))
        self._asked = len(answer.found.hits)
        self.endResetModel()

    def add(self, answer: Answer) -> None:
        """Show more of the same answer."""
        new = list(_lines(answer, self.hits))
        if new:
            self.beginInsertRows(QModelIndex(), len(self.lines), len(self.lines) + len(new) - 1)
        self._take(answer, new)
        self._asked = self._asked + len(answer.found.hits) if answer.found.hits else self.total
        if new:
            self.endInsertRows()

    def _take(self, answer: Answer, new: list[Line]) -> None:
        self.lines += new
        self.hits.update((line.hit.article, line.hit) for line in new if not line.finding)
        self.total = answer.found.total
        self._waiting = False

    def forget(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self.lines, self.hits, self.total, self._asked = [], {}, 0, 0
        self._waiting = False
        self.endResetModel()

    def given(self) -> int:
        """Count the hits that were given so far."""
        return self._asked

    def places(self) -> int | None:
        """Count all places that were found; None while more articles are to come."""
        if self._asked < self.total:
            return None
        return sum(len(hit.rows) + hit.more for hit in self.hits.values())

    def show_cards(self, cards: Mapping[str, Card]) -> None:
        """Show what readers did to these articles meanwhile."""
        for place, line in enumerate(self.lines):
            card = cards.get(line.card.id, line.card)
            if card != line.card:
                self.lines[place] = replace(line, card=card)
                self.dataChanged.emit(self.index(place), self.index(place))

    # Where things are

    def find(self, key: tuple[str, str, int | None, str]) -> int | None:
        return next((place for place, line in enumerate(self.lines) if line.key == key), None)

    def first_stop(self, article: str) -> int | None:
        """Give the best place of an article."""
        stops = (i for i, one in enumerate(self.lines) if one.card.id == article and one.is_stop)
        return next(stops, None)

    def articles(self) -> list[str]:
        return list(self.hits)

    # What is said

    def aloud(self, line: Line) -> str:
        """Say a row with all that is painted."""
        because = tr("because {0}").format(", ".join(line.why)) if line.why else ""
        if line.row is not None:
            return tr(", ").join(filter(None, (called(kind_name(line.row), line.text), because)))
        card = line.card
        many = tr("%n place(s)", "", line.places)
        source = sources.name(card.source) or card.source
        parts = (
            line.text,
            source,
            self.spoken(card),
            "" if card.read else tr("unread"),
            many,
            because,
        )
        return ", ".join(part for part in parts if part)

    def tip(self, line: Line) -> str:
        """Give the whole text and the reason: as text, whatever it looks like."""
        return tip(line.text[:1000], *line.why)

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        answer = ANSWERS.get(role)
        return answer(self, self.lines[index.row()]) if answer and index.isValid() else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        some = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return some | Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._asked < self.total and not self._waiting

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._waiting = True
            self.more_wanted.emit()


ANSWERS: dict[int, Callable[[ResultModel, Line], object]] = {
    LINE: lambda _, line: line,
    Qt.ItemDataRole.DisplayRole: lambda _, line: line.text,
    Qt.ItemDataRole.AccessibleTextRole: ResultModel.aloud,
    Qt.ItemDataRole.ToolTipRole: ResultModel.tip,
}


def together(text: str, marks: Iterable[Span]) -> tuple[Span, ...]:
    """Give marks with nothing but a blank between them as one."""
    made = list[Span]()
    for start, end in marks:
        if made and not text[made[-1][1] : start].strip():
            made[-1] = (made[-1][0], end)
        else:
            made.append((start, end))
    return tuple(made)


def kind_name(row: Row) -> str:
    """Say what a place is, in the window's words."""
    return tr(NAMES.get(row.kind, phrase("section")))


def _lines(answer: Answer, known: Iterable[str]) -> Iterator[Line]:
    """Give the lines of articles not yet known; one that was just taken away has none."""
    had = set(known)
    for one in answer.said:
        is_note = one.row.text != one.finding.statement
        row = _as_read(one.row) if is_note else one.row
        yield Line(NO_CARD, NO_HIT, row, one.finding.id)
    for hit in answer.found.hits:
        card = answer.cards.get(hit.row)
        if card is None or hit.article in had:
            continue
        yield Line(card, hit)
        rows = (row for row in hit.rows if row.kind not in ON_HEAD)
        yield from (Line(card, hit, _as_read(row) if row.kind == "note" else row) for row in rows)


def _as_read(row: Row) -> Row:
    """Give a place in a note as the note is read, without the marks of Markdown."""
    from gui.parts.unmarked import unmarked  # few places are in a note

    text, marks = unmarked(row.text, row.marks)
    return row._replace(text=text, marks=marks)
