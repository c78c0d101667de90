"""A library to look into: what is on the shelf, what readers did, and what was done when."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from core import sources
from core.change import Change, Edit, Record
from core.errors import NotALibrary, NotFound, taken_away
from core.library.asking import Answer
from core.library.concluded import Concluded
from core.library.named import Named
from core.model import (
    Anchoring,
    Annotated,
    Article,
    Author,
    Card,
    Conflict,
    Edition,
    Highlight,
    Known,
    Page,
    Placed,
    SavedSearch,
    Saying,
    Tag,
    Term,
)
from core.outline import storable
from core.store import fold, had, index, log, marked, order, read, turn, vocabulary
from core.store.connect import connect_to_look, forget_pages, trouble
from core.store.transaction import impatient, moment
from core.store.write import Past

if TYPE_CHECKING:
    from core.agreement import Readings
    from core.finding import Claim
    from core.store.needle import Clause
    from core.store.seek import Search


class Reader(Concluded, Named):
    """A library to look into."""

    writable = False
    _known: vocabulary.Tags | None = None  # how they were when last asked for

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = connect_to_look(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    def rest(self) -> None:
        """Let go of the pages of the file that are kept in memory to be read sooner."""
        with self._trouble():
            forget_pages(self._connection)

    def _trouble(self) -> AbstractContextManager[None]:
        return trouble(self.path)

    def _ask(self, question: Callable[..., Answer], *values: object) -> Answer:
        with self._trouble(), moment(self._connection):
            return question(self._connection, *values)

    def order(self, query: str = "") -> "array[int]":
        """Give the rows of the article list, newest first; with words, of those that hold all."""
        words = [word[: order.WORD_LENGTH] for word in storable(query).split()[: order.WORDS]]
        with self._trouble():
            return order.order(self._connection, words, [sources.matching(word) for word in words])

    def count(self) -> int:
        """Count the articles on the shelf."""
        with self._trouble():
            return read.count(self._connection)

    def cards(self, rows: Sequence[int], hidden: Iterable[str] = ()) -> list[Card]:
        """Give what the list shows of these rows; marks of the authors `hidden` do not count."""
        with self._trouble():
            return read.cards(self._connection, rows, hidden)

    def row(self, article: str) -> int | None:
        """Give an article's row in the list, if it is on the shelf."""
        with self._trouble():
            return read.row_of(self._connection, article)

    def find(self, name: str) -> str:
        """Give the id of the article whose id begins so; refuse none and several."""
        with self._trouble():
            found = read.ids(self._connection, name)
        if not found or not name:
            raise NotFound(f"No article has the id {name!r}.", "`meipi list` shows them all.")
        if len(found) > 1:
            raise NotFound(f"Several articles have an id that begins {name!r}.", "Give more of it.")
        return found[0]

    def article(self, article: str) -> Article:
        """Give an article in the edition shown."""
        with self._trouble(), moment(self._connection):
            return read.article(self._connection, article, self._shelf(article)[0])

    def annotated(self, article: str) -> Annotated:
        """Give an article with all that readers did to it, each highlight found again."""
        with self._trouble(), moment(self._connection):
            edition, was_read = self._shelf(article)
            shown = read.article(self._connection, article, edition)
            marks = read.highlights(self._connection, article=article)
            tags = self._tags().by_id if marks else {}
            authors = {one.id: one for one in read.authors(self._connection)} if marks else {}
            placed = self._place(marks, shown.edition)
            return Annotated(shown, tuple(placed), tags, authors, was_read)

    def _shelf(self, article: str) -> tuple[str, bool]:
        found = read.shelf(self._connection, article)
        if found is None:
            raise taken_away()
        return found

    def _place(self, marks: Iterable[Highlight], edition: Edition) -> list[Placed]:
        placed = [self._find_again(mark, edition) for mark in marks]
        return sorted(placed, key=lambda p: (p.node is None, p.node or 0, p.start))

    def _find_again(self, mark: Highlight, edition: Edition) -> Placed:
        passage = mark.passage
        if passage.edition == edition.id:
            return Placed(mark, passage.node, passage.start, passage.end)
        from core.anchor import locate  # only where a text has changed

        old = read.text_of(self._connection, passage.edition)
        where = locate(passage, old, edition)
        place = (where.node, where.start, where.end)
        return Placed(mark, *place, Anchoring(where.anchoring), where.candidates)

    def highlight(self, highlight: str) -> Highlight:
        with self._trouble():
            found = read.highlights(self._connection, highlight=highlight)
        if not found:
            raise NotFound("This highlight is no longer there.", "Undo may bring it back.")
        return found[0]

    def tags(self) -> tuple[Tag, ...]:
        """Give every tag, by path."""
        with self._trouble():
            return self._tags().all

    def _tags(self) -> vocabulary.Tags:
        self._known = vocabulary.look(self._connection, self._known)
        return self._known

    def terms(self) -> list[Term]:
        """Give the reader's own terms, by their Chinese."""
        with self._trouble():
            return read.terms(self._connection)

    def searches(self) -> list[SavedSearch]:
        """Give the searches kept, by name."""
        with self._trouble():
            return read.searches(self._connection)

    @contextmanager
    def searching(
        self, wanted: "Sequence[Clause]" = (), stop: Callable[[], bool] = lambda: False
    ) -> "Iterator[Search]":
        """Ask the index, for `core.search`. `stop` is asked all the while, and may stop it."""
        from core.store.seek import Search, stoppable  # not for the first picture

        with self._trouble(), moment(self._connection), stoppable(self._connection, stop):
            if not index.is_there(self._connection):
                raise NotALibrary(
                    f"{self.path.name} has no index to search.",
                    "`meipi check --rebuild` makes one.",
                )
            yield Search(self._connection, wanted)

    def authors(self) -> list[Author]:
        """Give everybody of whom there is something here."""
        with self._trouble():
            return read.authors(self._connection)

    def known(self, articles: Iterable[str]) -> dict[str, Known]:
        """Give, of these articles, those that this library has or had."""
        with self._trouble():
            return had.known(self._connection, articles)

    def recognised(self, articles: Sequence[Article]) -> tuple[Article, ...]:
        """Give what was read as this library has it, where only the day of its reading differs."""
        from core import arrival

        return arrival.recognised(articles, self.known)

    def followed(self, page: Page, before: Mapping[str, str]) -> tuple[Article, ...]:
        """Give the entries of a feed as this library has them; `before` is what each was."""
        from core import followed

        at, over = partial(had.at, self._connection), partial(had.over, self._connection)
        with self._trouble():
            return followed.followed(page, before, followed.Shelf(at, over, self.known))

    def history(self, limit: int = 100) -> list[Past]:
        """Give the last deeds, newest first."""
        with self._trouble():
            return log.history(self._connection, limit)

    def sayings(self, record: str) -> list[Saying]:
        """Give all that was ever said of a record, newest first."""
        with self._trouble():
            return log.sayings(self._connection, record)

    def conflicts(self, record: str) -> tuple[Conflict, ...]:
        """Give the fields of a record that hold several values at once."""
        with self._trouble():
            return tuple(log.contested(self._connection, record))

    def contested(self) -> tuple[Conflict, ...]:
        """Give every field of every record that holds several values at once."""
        with self._trouble():
            return tuple(log.contested(self._connection))

    def claims(
        self, articles: Iterable[str] | None = None, tell: Callable[[], object] | None = None
    ) -> "list[Claim]":
        """Give every claim of the texts shown, or of these articles', for `relate`.

        `tell` is called again and again; what it raises stops the reading.
        """
        from core.store import spoken  # not for the first picture

        with self._trouble():
            return list(spoken.claims(self._connection, articles, tell))

    def readings(self) -> "Readings":
        """Tell who read what and put which claims under which tags, for `agreement`."""
        from core.agreement import Mark, Readings  # not for the first picture

        with self._trouble(), moment(self._connection):
            rows = [(one, self._node(one)) for one in marked.marked(self._connection)]
            readers = dict[str, set[str]]()
            for one, _ in rows:
                taggers = (who for _, who in one.tags)
                readers.setdefault(one.article, set()).update((one.author, *taggers))
            claims = marked.claims(self._connection, readers)
        marks = (
            Mark(one.article, node, tag, reader)
            for one, node in rows
            if node is not None
            for tag, reader in one.tags
        )
        shared = {article: frozenset(who) for article, who in readers.items()}
        return Readings(shared, claims, tuple(dict.fromkeys(marks)))

    def _node(self, one: marked.Marked) -> int | None:
        """Give the row of the text shown that a highlight stands in, if it is found again there."""
        if one.shown:
            return one.node
        found = self._shelf(one.article)
        edition = read.article(self._connection, one.article, found[0]).edition
        (highlight,) = read.highlights(self._connection, highlight=one.highlight)
        return self._find_again(highlight, edition).node

    def undoable(self) -> Past | None:
        """Give the deed that undo would take back."""
        with self._trouble():
            return log.past(self._connection, "done")

    def redoable(self) -> Past | None:
        """Give the deed that redo would do again."""
        with self._trouble():
            return log.past(self._connection, "undone")

    def weight(self, past: Past) -> int:
        """Count the revisions that undo or redo of a deed goes through: many take a while."""
        with self._trouble():
            return turn.weigh(self._connection, past)

    def last_seq(self) -> int:
        """Give the number of the last change, to ask `since` later."""
        with self._trouble():
            return log.last_seq(self._connection)

    def last_seq_now(self) -> int:
        """Give it without waiting for those who write: where there are any, it is `Busy`."""
        with self._trouble(), impatient(self._connection):
            return log.last_seq(self._connection)

    def since(self, seq: int) -> list[Change]:
        """Give the changes made after that one, by whatever program."""
        with self._trouble(), moment(self._connection):
            return [
                self._whole(Change(name, self._edits(change, source), id=change, source=source))
                for name, change, source in log.since(self._connection, seq)
            ]

    def _edits(self, change: str, source: str) -> tuple[Edit, ...]:
        asked = log.touched if source else log.edits
        return asked(self._connection, change)

    def _whole(self, change: Change) -> Change:
        """Have a change name the articles, too, that come back or go by the marks it touches."""
        marks, named = change.records(Record.HIGHLIGHT), change.records(Record.ARTICLE)
        also = fold.taken_away(self._connection, marks, but=named)
        edits = (Edit(Record.ARTICLE, one, "removed", None, None) for one in also)
        return replace(change, edits=(*change.edits, *edits)) if also else change
