"""The verbs of the side bar: shelves shown, searches kept, and numbers that stay true.

The side bar is made once the window is painted; its place is kept for it.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core import annotate, sources
from core.change import Change, Record
from core.errors import NotFound
from core.model import SavedSearch, Tag
from gui import work
from gui.parts.later import later
from gui.parts.lines import one_line
from gui.parts.people import LONGEST
from gui.tongue import tr
from gui.work.looking import Looking

if TYPE_CHECKING:
    from core.library import Reader
    from core.search import Shelved
    from core.search.shelve import Shelf as Counted
    from gui.sidebar import Shelf, Sidebar
    from gui.window import Window

PAUSE = 300  # milliseconds after a deed, so that one deed after the other is counted once
COUNTED = (Record.ARTICLE, Record.HIGHLIGHT, Record.TAG, Record.TERM, Record.SEARCH)
Counts = dict[str, int | None]
Found = tuple[Counts, dict[str, tuple["Shelf", ...]], bytes]
UNREAD = "is:unread"


class Shelving(QObject):
    """The commands of the side bar, for `actions` to tie by their names."""

    counted = Signal()  # what is shown is told with how much it holds

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self.bar: Sidebar | None = None
        self.place = QWidget()
        self._room = QVBoxLayout(self.place)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._asked: tuple[Path, Sequence[str]] = (window.desk.reader.path, ())
        self._looking = Looking(
            lambda: _counts(*self._asked), self._show_found, window.notice.warn, self
        )
        self._soon = later(self, PAUSE, self._count)
        self.folded: Sequence[str] = ()  # what is folded, as it was the last time

    def fill(self) -> None:
        """Make the side bar and put it into its place."""
        if self.bar is not None:
            return
        from gui.sidebar import Sidebar  # not for the first picture

        self.bar = bar = Sidebar(writable=self._desk.reader.writable)
        bar.fold(self.folded)
        self._room.addWidget(bar)
        line = self._window.articles.search
        bar.asked.connect(self._ask)
        bar.renamed.connect(self._rename)
        bar.edited.connect(lambda one: self._mend(one, query=line.text()))
        bar.forgotten.connect(self._forget)
        bar.exported.connect(self._export)
        bar.collected.connect(self._window.collecting.show)
        bar.tagged.connect(self._window.several.tag_taken)
        bar.moved.connect(self._window.tagging.move)
        bar.called.connect(self._call)
        bar.ordered.connect(self._window.tagging.show)
        bar.joined.connect(self._window.tagging.join_twins)
        bar.view.folded.connect(self._keep_folds)
        self._window.articles.name_asked.connect(bar.rename_chosen)
        line.textChanged.connect(lambda text: bar.mark(text.strip()))
        self._desk.changed.connect(self._follow)
        self._desk.refreshed.connect(self._show)
        bar.mark(line.text().strip())
        self._show()

    # The commands

    def show_sidebar(self) -> None:
        self.fill()
        self._window.split.turn(self.place)

    def save_search(self) -> None:
        """Keep the words in the search line, and let the reader name them where they stand."""
        text = self._window.articles.search.text()
        change = self._desk.commit(lambda: annotate.keep_search("", text))
        if change:
            self.fill()
            self._window.split.ask(self.place)
            assert self.bar is not None
            self.bar.rename(change.edits[0].record)

    # What the side bar asks

    def _keep_folds(self) -> None:
        assert self.bar is not None
        self.folded = self.bar.model.folds()

    def _ask(self, query: str) -> None:
        self._window.articles.search.setText(query)
        self._window.show_list()
        self._window.articles.setFocus()

    def _search(self, one: str) -> SavedSearch:
        """Give a search that is kept, unless another program took it away meanwhile."""
        for search in self._desk.reader.searches():
            if search.id == one:
                return search
        raise NotFound("This search is no longer there.", "Undo may bring it back.")

    def _rename(self, one: str, name: str) -> None:
        assert self.bar is not None
        if not self._mend(one, name=name):
            self.bar.rename(one, name)

    def _call(self, tag: "Shelf", name: str) -> None:
        assert self.bar is not None
        above = tag.tag.rpartition("/")[0]
        if not self._window.tagging.move(tag.tag, f"{above}/{name}" if above else name):
            self.bar.rename(tag.key, name)

    def _mend(self, one: str, *, name: str | None = None, query: str | None = None) -> bool:
        """Write a search otherwise; tell whether it is done."""

        def mended() -> Change:
            return annotate.mend_search(self._search(one), name=name, query=query)

        done = self._desk.commit(mended) is not None
        if not done:
            self._show()  # as it was
        return done

    def _forget(self, one: str) -> None:
        self._desk.commit(lambda: annotate.forget_search(self._search(one)))

    def _export(self, one: str) -> None:
        """Offer what a search finds for export, as if it were selected in the list."""
        try:
            query, path = self._search(one).query, self._desk.reader.path
        except NotFound as error:
            self._window.notice.warn(error)
            return
        work.run(lambda _progress: _ids(path, query), self._offer, self._window.notice.warn)

    def _offer(self, found: Sequence[str]) -> None:
        if found:
            self._window.deeds.export(found)
        else:
            self._window.notice.say(tr("This search finds nothing to export."))

    # What is shown

    def _follow(self, change: Change) -> None:
        if change.records(Record.SEARCH):
            self._show()
        elif any(change.records(kind) for kind in COUNTED):
            self._soon.start()

    def _show(self) -> None:
        from gui.sidebar import Shelf

        assert self.bar is not None
        kept = self._desk.reader.searches()
        self.bar.show_searches(Shelf(one.name, one.query, id=one.id) for one in kept)
        self._soon.start()

    def _count(self) -> None:
        """Count what every shelf holds, on a worker; after one deed upon the other, once more."""
        if self.bar is None:
            return
        self._asked = self._desk.reader.path, self.bar.asking()
        self._looking.begin()

    def _show_found(self, found: Found) -> None:
        """Show the tags, pages and sources that there are, and how much every shelf holds."""
        assert self.bar is not None
        counts, shelves, unread = found
        self._window.articles.show_unread(unread)
        asked = self.bar.model.shelf(self._window.articles.search.text())
        self.bar.show_found(shelves)
        self.bar.count(counts)
        if asked:
            self._follow_name(asked)
        self.counted.emit()

    def _follow_name(self, asked: "Shelf") -> None:
        """Ask for what was asked for by the name that it has now, if it is a tag."""
        assert self.bar is not None
        now = self.bar.model.now(asked)
        if now and now.query != asked.query:
            self._window.articles.search.setText(now.query)


def _counts(path: Path, queries: Sequence[str]) -> Found:
    from core.annotate.tags import Vocabulary  # on the worker
    from core.query import form  # on the worker
    from core.search import rows, shelved
    from gui.work.connection import looking  # on the worker

    counts, unread = Counts(), b""
    with looking(path) as reader:
        for query in queries:
            these = rows(reader, query)
            counts[query] = len(these)
            unread = _marked(these) if query == UNREAD else unread
        found = shelved(reader)
        twins = _makers(reader, found)
    for one in (*found.tags, *found.pages, *found.sources):
        counts[one.query] = one.count
        form(one.query)  # remembered: the side bar asks for each on the main thread
    Vocabulary(one.tag for one in found.tags if one.tag)  # so are all paths, for the next deed
    return counts, _shelves(found, twins), unread


def _makers(reader: "Reader", found: "Shelved") -> dict[str, tuple[str, ...]]:
    """Tell of the paths that several tags have who made each."""
    paths = dict[str, list[str]]()
    for one in found.tags:
        if one.tag:
            paths.setdefault(one.tag.path, []).append(one.tag.id)
    twins = {path: ids for path, ids in paths.items() if len(ids) > 1}
    made = reader.makers(one for ids in twins.values() for one in ids)
    return {
        path: tuple(one_line(made.get(one, ""), LONGEST) for one in ids)
        for path, ids in twins.items()
    }


def _marked(rows: Sequence[int]) -> bytes:
    """Give a byte for each row, 1 for these: a set of them is fifty times as large."""
    made = bytearray(max(rows, default=-1) + 1)
    for row in rows:
        made[row] = 1
    return bytes(made)


def _shelves(
    found: "Shelved", makers: dict[str, tuple[str, ...]]
) -> dict[str, tuple["Shelf", ...]]:
    """Put tags, pages and sources as the side bar shows them: of one name, the first tag stands."""
    from gui.sidebar import Shelf

    first: dict[str, tuple[Counted, Tag]] = {}
    for one in found.tags:
        if one.tag:
            first.setdefault(one.tag.path, (one, one.tag))
    tags = (_tagged(one, tag, makers.get(tag.path, ())) for one, tag in first.values())
    named = ((sources.name(one.name) or one.name, one) for one in found.sources)
    pages = (Shelf(_page(one.name), one.query, "page") for one in found.pages)
    outlets = (Shelf(name, one.query, "source") for name, one in named)
    return {
        "tags": tuple(tags),
        "pages": tuple(pages),
        "sources": tuple(outlets),
    }


def _tagged(one: "Counted", tag: Tag, makers: tuple[str, ...]) -> "Shelf":
    from gui.sidebar import Shelf

    named = (one.name, one.query, "tag", tag.id, tag.path, _also(tag))
    return Shelf(*named, colour=tag.colour, aliases=tag.aliases, makers=makers)


def _page(name: str) -> str:
    """Say a page: one of an outlet's, in pinyin, by the outlet's own name."""
    return sources.name(name) or name or tr("No page")


def _ids(path: Path, query: str) -> tuple[str, ...]:
    from core.search import rows
    from gui.work.connection import looking  # on the worker

    with looking(path) as reader:
        return tuple(card.id for card in reader.cards(rows(reader, query)))


def _also(tag: Tag) -> str:
    """Give the names of a tag in the other languages, where they are others."""
    return " ".join(dict.fromkeys(name for name in (tag.zh, tag.en) if name and name != tag.name))
