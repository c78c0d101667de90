"""What one pane shows of several articles: looked for on a worker page by page, and kept true.

A deed on what is shown is seen at once; what it brings from elsewhere is looked for after a pause.
What is asked for, and what is done with it, is `collecting`'s.
"""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from core import collector
from core.change import BIRTH, Change, Record
from core.errors import MeipiError, NotFound
from core.library import Reader
from core.progress import Progress
from gui import work
from gui.parts.later import later
from gui.verbs.asked import query_of, tag_asked
from gui.work.connection import looking

if TYPE_CHECKING:
    from core.search import Part

PAGE = 40  # articles
STEP = 10  # of them between two words of progress
FEW = 25  # highlights, whose articles are looked into at once
PAUSE = 300  # milliseconds after a deed, as in the side bar
MOST = 80  # articles at once: their rows are made on the main thread
MANY = 2000  # rows; a deed brings none of them and takes none before that pause


class Wish(NamedTuple):
    """What is looked for: a query, in this library, without the marks of the authors `hidden`."""

    path: Path
    query: str
    hidden: frozenset[str]


class Look(NamedTuple):
    """What came of a look: the rows of the shelf, and what was asked of the first `many`."""

    rows: "array[int]"
    parts: "dict[int, Part]"
    many: int


class Collected(QObject):
    """The claims that a query is about. `shown` tells that there are others, or more of them."""

    shown = Signal()
    complete = Signal()  # all of them are there
    failed = Signal(object)  # MeipiError

    def __init__(self, reader: Reader, wish: Wish, parent: QObject) -> None:
        super().__init__(parent)
        self.wish, self._reader = wish, reader
        self.tag = tag_asked(wish.query, reader.tags())
        self._look = Look(array("q"), {}, 0)
        self._job: work.Job[Look] | None = None
        self.is_seen = False  # a pane shows them
        self._late = self._anew = self._over = self._whole = False
        self._touched = set[str]()  # articles, while something is looked for
        self._passing = set[int]()  # rows of articles that are shown with the claims they had
        self._soon = later(self, PAUSE, self._look_again)

    # What there is

    @property
    def articles(self) -> int:
        """Count the articles found, whether they were looked into or not."""
        return len(self._look.rows)

    @property
    def is_complete(self) -> bool:
        return self._look.many >= self.articles

    def parts(self) -> "list[Part]":
        look = self._look
        return [look.parts[row] for row in look.rows[: look.many] if row in look.parts]

    # What is looked for

    def begin(self, article: str = "") -> None:
        """Look for the first page, or for all down to an article."""
        row = self._reader.row(article) if article else None
        self._run(partial(_first, self.wish, row))

    def more(self) -> None:
        """Look for the next page; the more there is, the more at once."""
        if self._job is None and not self.is_complete:
            many = self._look.many
            self._run(partial(_more, self.wish, self._look, many + min(max(PAGE, many // 2), MOST)))

    def rest(self) -> None:
        """Look for all that is left, page by page; `complete` tells once it is there."""
        self._whole = True
        self.more()

    def look_again(self) -> None:
        """Look at everything anew."""
        self._follow_name()
        self._anew = True
        self._look_again()

    def hide(self, hidden: frozenset[str]) -> None:
        """Leave out the marks of these, and of nobody else."""
        if hidden != self.wish.hidden:
            self.wish = self.wish._replace(hidden=hidden)
            self.look_again()

    def end(self) -> None:
        """Look for nothing any more."""
        self._over = True
        self._soon.stop()
        if self._job is not None:
            self._job.cancel()

    def _look_again(self) -> None:
        if self._job is not None:
            self._late = True
            return
        parts, passing = self._look.parts, self._passing
        known = {} if self._anew else {row: parts[row] for row in parts.keys() - passing}
        self._anew, self._passing = False, set()
        self._run(partial(_again, self.wish, self._look._replace(parts=known)))

    def _run(self, look: Callable[[Progress], Look]) -> None:
        self._touched.clear()
        self._job = work.run(look, self._take, self._fail, ended=self._ended)

    def _fail(self, error: MeipiError) -> None:
        """Tell of it, but not once the window is gone, as the signal's own `emit` would."""
        if not self._over:
            self.failed.emit(error)

    def _take(self, look: Look) -> None:
        if not self._over:
            self._look = look
            self._see(self._touched)
            self.shown.emit()

    def _ended(self) -> None:
        self._job, late, self._late = None, self._late, False
        if self._over:
            self.deleteLater()
        elif late:
            self._look_again()
        elif self.is_complete:
            self._whole = False
            self.complete.emit()
        elif self._whole:
            self.more()

    # What is done meanwhile

    def follow(self, change: Change) -> None:
        """Show the articles that a deed touched as they are now, and look for new ones soon."""
        marks = change.records(Record.HIGHLIGHT)
        if len(marks) > FEW or change.source or _is_of_words(change):
            self._follow_name()
            self._anew = True
        else:
            touched = {*change.records(Record.ARTICLE), *self._articles_of(marks)}
            self._touched |= touched
            self._see(touched)
            self.shown.emit()
        if marks or self._anew or change.records(Record.ARTICLE):
            self._soon.start()

    def _follow_name(self) -> None:
        """Ask for a tag by the name that it has now."""
        known = self._reader.tags() if self.tag else ()
        query = query_of(self.tag, known)
        if query and tag_asked(self.wish.query, known) != self.tag:
            self.wish = self.wish._replace(query=query)

    def _articles_of(self, marks: Collection[str]) -> Iterator[str]:
        """Name the articles of highlights, also of those that were removed."""
        for part in self._look.parts.values() if marks else ():
            if any(one.highlight.id in marks for one in part.annotated.placed):
                yield part.annotated.article.id
        for mark in marks:
            try:
                yield self._reader.highlight(mark).passage.article
            except NotFound:
                continue

    def _see(self, articles: Iterable[str]) -> None:
        """Look into these anew, where they are shown; what has no such claim any more goes."""
        from core.search import collect  # not for the first picture

        parts = self._look.parts
        large = sum(len(part.rows) for part in parts.values()) > MANY
        rows = {part.annotated.article.id: row for row, part in parts.items()}
        for article in set(articles) & rows.keys():
            row = rows[article]
            found = collect(self._reader, self.wish.query, [article], self.wish.hidden)
            had = parts.pop(row)
            if found and found[0].rows != had.rows and large and _is_same_text(found[0], had):
                parts[row] = replace(had, annotated=found[0].annotated)
                self._passing.add(row)
            elif found and (found[0].claims or not had.claims):
                parts[row] = found[0]


def _is_same_text(one: "Part", other: "Part") -> bool:
    return one.annotated.article.edition.id == other.annotated.article.edition.id


def _is_of_words(change: Change) -> bool:
    """Tell whether a deed changes what words and tags mean: a tag that is new changes nothing."""
    return bool(change.records(Record.TERM)) or any(
        edit.kind is Record.TAG and edit.field != BIRTH[Record.TAG] for edit in change.edits
    )


# On the worker


def _first(wish: Wish, row: int | None, progress: Progress) -> Look:
    with looking(wish.path) as reader:
        found = _rows(reader, wish)
        many = found.index(row) + 1 if row is not None and row in found else 0
        return _looked(reader, wish, Look(found, {}, many + PAGE), progress)


def _more(wish: Wish, look: Look, many: int, progress: Progress) -> Look:
    with collector.at_rest(), looking(wish.path) as reader:
        return _looked(reader, wish, look._replace(many=many), progress)


def _again(wish: Wish, look: Look, progress: Progress) -> Look:
    """Look again: into articles that came between those shown, and without those that went."""
    with looking(wish.path) as reader:
        found = _rows(reader, wish)
        shown = set(look.rows[: look.many])
        last = next((n for n in range(len(found), 0, -1) if found[n - 1] in shown), 0)
        whole = look.many >= len(look.rows)
        many = min(len(found), last + PAGE) if whole else max(last, PAGE)
        return _looked(reader, wish, Look(found, look.parts, many), progress)


def _rows(reader: Reader, wish: Wish) -> "array[int]":
    from core.search import rows  # on the worker

    return rows(reader, wish.query)


def _looked(reader: Reader, wish: Wish, look: Look, progress: Progress) -> Look:
    """Look into the articles that were not yet."""
    from core.search import collect  # on the worker

    many = min(look.many, len(look.rows))
    parts = {row: look.parts[row] for row in look.rows[:many] if row in look.parts}
    new = [row for row in look.rows[:many] if row not in parts]
    for start in range(0, len(new), STEP):
        progress(start, len(new))
        cards = {card.id: card.row for card in reader.cards(new[start : start + STEP])}
        for part in collect(reader, wish.query, cards, wish.hidden):
            parts[cards[part.annotated.article.id]] = part
    return Look(look.rows, parts, many)
