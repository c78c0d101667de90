"""The list as Qt asks for it: row numbers in order, and cards fetched by the page when looked at.

A row of the shelf is a number that an article keeps for good, so that order, selection and place
are kept without knowing what stands there.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from core import sources
from core.library import Reader
from core.model import Card
from gui.articles import dates
from gui.articles.following import exchange, place_of
from gui.parts.lines import unstarred, untabled
from gui.parts.tip import tip
from gui.tongue import phrase, tr

Index = QModelIndex | QPersistentModelIndex
Spoken = Callable[[Card], str]
CARD = Qt.ItemDataRole.UserRole
PAGE = 64
PAGES = 32
ON_SCREEN = 2  # pages; those looked at last
FEW = 64  # articles that are looked at one by one
TWO_VERSIONS = phrase("two versions to choose from")


class ArticleModel(QStringListModel):
    """The articles of a library in an order, each a Card once somebody looks.

    Qt counts the rows itself, as so many empty strings: a view asks for their number once for
    every row there is, and asked in Python a hundred thousand times it opens four times slower.
    """

    def __init__(self, reader: Reader, spoken: Spoken, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.spoken = spoken
        self._pages: OrderedDict[int, dict[int, Card]] = OrderedDict()
        self.contested: frozenset[str] = frozenset()
        self.hidden: frozenset[str] = frozenset()  # whose marks do not count
        self.headed: Spoken | None = None  # what stands over a card, where cards are put together
        self.rows = array("q")
        self._next = self.rows
        # Tied before any view can be, so that views hear of rows that are there.
        for happened in (self.rowsInserted, self.rowsRemoved, self.modelReset):
            happened.connect(self._replace)

    def card(self, position: int) -> Card | None:
        """Give the card at a position; None if another program has just taken it away."""
        number = position // PAGE
        if number in self._pages:
            self._pages.move_to_end(number)
        else:
            self._pages[number] = self._fetch(self.rows[number * PAGE : (number + 1) * PAGE])
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        return self._pages[number].get(self.rows[position])

    def _fetch(self, rows: Sequence[int]) -> dict[int, Card]:
        return {card.row: card for card in self._reader.cards(rows, self.hidden)}

    def position(self, row: int | None) -> int | None:
        """Give where in the list a row of the shelf stands."""
        return place_of(self.rows, row) if row is not None else None

    def ids(self, positions: Sequence[int]) -> list[str]:
        """Give the articles at these positions, many at a time."""
        rows = [self.rows[position] for position in positions]
        cut = (rows[start : start + 1000] for start in range(0, len(rows), 1000))
        return [card.id for some in cut for card in self._reader.cards(some)]

    def heading(self, position: int) -> str:
        """Give what stands over the article at a position and those like it."""
        card = self.card(position) if self.headed else None
        return self.headed(card) if self.headed and card else ""

    def begins(self, position: int) -> bool:
        """Tell whether the article at a position is the first under its heading."""
        return not position or self.heading(position) != self.heading(position - 1)

    # What changes

    def take(self, rows: "array[int]") -> None:
        """Show these rows: what is new is put in and what is gone is taken out, where few are."""
        if rows == self.rows:
            return
        if not self.rows:
            self._show_anew(rows)
            return
        steps = exchange(self.rows, rows)
        if steps is None:
            self._show_anew(rows)
            return
        for first, count in reversed(steps.gone):
            self._next = self.rows[:first] + self.rows[first + count :]
            self.removeRows(first, count)
        for first, count in steps.come:
            self._next = self.rows[:first] + rows[first : first + count] + self.rows[first:]
            self.insertRows(first, count)

    def _show_anew(self, rows: "array[int]") -> None:
        self._next = rows
        if len(rows) == len(self.rows):  # as many strings, as empty
            self.beginResetModel()
            self.endResetModel()
        else:
            self.setStringList([""] * len(rows))

    def _replace(self) -> None:
        self.rows = self._next
        self._pages.clear()

    def look_again(self, articles: Collection[str]) -> None:
        """Repaint these articles."""
        if len(articles) > FEW:
            self.look_again_at_all()
            return
        found = (self.position(self._reader.row(article)) for article in articles)
        for position in {place for place in found if place is not None}:
            self._pages.pop(position // PAGE, None)
            self.dataChanged.emit(self.index(position), self.index(position))

    def look_again_at_all(self) -> None:
        """Repaint what is no longer as it was when somebody looked."""
        before, self._pages = self._pages, OrderedDict()
        for number, cards in list(before.items())[-ON_SCREEN:]:
            for place, row in enumerate(self.rows[number * PAGE : (number + 1) * PAGE]):
                position = number * PAGE + place
                if self.card(position) != cards.get(row):
                    self.dataChanged.emit(self.index(position), self.index(position))

    # What is said of a card

    def title_of(self, card: Card) -> str:
        gist = unstarred(untabled(card.gist))
        return card.title or tr("(no title) {gist}").format(gist=gist).strip()

    def aloud(self, card: Card) -> str:
        marks = tr("%n highlight(s)", "", card.highlights)
        parts = (
            self.title_of(card),
            sources.name(card.source) or card.source,
            self.spoken(card),
            "" if card.read else tr("unread"),
            marks if card.highlights else "",
            tr(TWO_VERSIONS) if card.id in self.contested else "",
        )
        said = ", ".join(part for part in parts if part)
        heading = self.headed(card) if self.headed else ""
        return (
            said
            if heading in said
            else tr("{article}, below {heading}").format(article=said, heading=heading)
        )

    def tip(self, card: Card) -> str:
        """Give the whole title, source and time as written: as text, whatever it looks like."""
        two = tr(TWO_VERSIONS) if card.id in self.contested else ""
        said = (self.title_of(card), card.source, dates.written(card), two)
        return tip(*said)

    # Qt's questions

    def flags(self, index: Index) -> Qt.ItemFlag:
        some = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        some |= Qt.ItemFlag.ItemIsDragEnabled
        return some | Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        answer = ANSWERS.get(role)
        card = self.card(index.row()) if answer and index.isValid() else None
        return answer(self, card) if answer and card else None


ANSWERS: dict[int, Callable[[ArticleModel, Card], object]] = {
    CARD: lambda _, card: card,
    Qt.ItemDataRole.DisplayRole: ArticleModel.title_of,
    Qt.ItemDataRole.AccessibleTextRole: ArticleModel.aloud,
    Qt.ItemDataRole.ToolTipRole: ArticleModel.tip,
}
