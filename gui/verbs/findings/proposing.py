"""The verbs of proposals: looking for pairs on a worker, showing them, and judging them.

Claims are laid out in a table once, when pairs are first asked for or an import comes to a library
that is not large; what is imported later is laid beside. A table is touched by one job at a time.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from core.change import Change, Record
from core.errors import MeipiError
from core.progress import Progress
from gui import work
from gui.parts.people import people

if TYPE_CHECKING:
    from core.finding import Pair
    from core.library import Reader
    from core.model import Card
    from core.relate import Proposal, Table
    from gui.ledger import LedgerPane, Tab
    from gui.ledger.proposals import Pairing, Proposals
    from gui.window import Window

MANY = 200  # articles, whether they are on the shelf is then seen on the worker
LARGE = 3000  # articles; pairs among more are looked for when they are asked for
MOST = 200  # pairs shown at once; more follow as these are judged
#: Seconds that the window waits for its turn beside a job that counts all the while; usually five
#: thousandths, which a reader feels.
TURN = 0.0005
COMING = ("edition", "removed")
PAGE = "Proposals"


class Proposing(QObject):
    """Keeps the proposals of a library, and shows them in the ledger."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._pane: LedgerPane | None = None
        self._page: Proposals | None = None
        self._table: Table | None = None
        self._found: dict[str, Proposal] = {}
        self._shown: dict[str, Proposal | Pair] = {}
        self._waiting: set[str] = set()  # articles that came while a job was under way
        self._gone: set[str] = set()  # articles that went, meanwhile
        self._job: work.Job[tuple[Table, list[Proposal]]] | None = None
        self._called_off, self._stale = False, True
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self._cancel)

    def tie(self, pane: "LedgerPane") -> None:
        """Show the proposals in a pane."""
        self._pane = pane
        pane.turned.connect(self._turned)
        pane.offered.connect(self._tie_page)
        self._show()

    def _tie_page(self, page: "Proposals") -> None:
        """Hear what the page asks, once it is made."""
        self._page = page
        page.cancelled.connect(self._cancel)
        page.asked.connect(self._show)
        page.judged.connect(self._judge)
        page.jumped.connect(self._jump)
        if self._job:
            page.show_work(0, 0)

    # Looking

    def follow(self, change: Change) -> None:
        """Look at what an import brings, and hear what was judged or taken away."""
        articles = moved(change)
        if articles:
            self._forget(articles)
            came = articles if len(articles) > MANY else _there(self._desk.reader, articles)
            if came and (self._table or self._desk.reader.count() <= LARGE):
                self._waiting.update(came)
                self._look()
        if change.records(Record.PAIR) and self._table:
            self._table.learn(self._desk.reader.pairs())
        if articles or change.records(Record.PAIR):
            self._show()

    def _turned(self, tab: "Tab") -> None:
        if tab == PAGE and self._stale:
            self._show()
        if tab == PAGE and self._table is None:
            self._look()

    def _forget(self, articles: Iterable[str]) -> None:
        """Leave out articles that went; what a job reads just now is left out when it is done."""
        gone = set(articles)
        if self._job is not None:
            self._gone |= gone
        elif self._table is not None:
            self._table.forget(gone)
        self._drop(gone)

    def _drop(self, gone: set[str]) -> None:
        if gone:
            self._found = {
                one: pair
                for one, pair in self._found.items()
                if pair.one.article not in gone and pair.other.article not in gone
            }

    def _look(self) -> None:
        """Look for pairs, in all the library the first time and then in what came."""
        if self._job is not None:
            return
        came, self._waiting = sorted(self._waiting), set()
        table, path, self._called_off = self._table, self._desk.reader.path, False
        self._usual = sys.getswitchinterval()
        sys.setswitchinterval(TURN)
        self._job = work.run(
            lambda progress: _look(path, table, came, progress),
            self._take,
            self._fail,
            self._tell_progress,
            self._ended,
        )

    def _take(self, found: "tuple[Table, list[Proposal]]") -> None:
        if self._called_off:  # once this was on its way
            return
        self._table, proposals = found
        self._found |= {one.id: one for one in proposals}
        self._table.forget(self._gone)
        self._drop(self._gone)
        self._show()

    def _tell_progress(self, done: int, total: int) -> None:
        if self._page and self._job:
            self._page.show_work(done, total)

    def _fail(self, error: MeipiError) -> None:
        self._window.notice.warn(error)

    def close(self) -> None:
        """Look for nothing any more: the library is closed with the window."""
        self._cancel()

    def _cancel(self) -> None:
        if self._job:
            self._called_off = True
            self._table = None  # of no use once its work was stopped
            self._job.cancel()

    def _ended(self) -> None:
        self._job, self._gone = None, set()
        sys.setswitchinterval(self._usual)
        if self._page:
            self._page.end_work(called_off=self._called_off)
        if self._waiting and not self._called_off:
            self._look()

    # What is shown

    def _show(self) -> None:
        """Say how many are proposed and not judged; show pairs where that page is in front."""
        if self._pane is None:
            return
        judged = self._desk.reader.pairs()
        ids = {pair.id for pair in judged}
        proposed = [pair for one, pair in self._found.items() if one not in ids]
        self._pane.show_proposed(len(proposed))
        page = self._page
        self._stale = page is None or self._pane.head.tab != PAGE or self._pane.isHidden()
        if page is None or self._stale:
            return
        verdict = page.verdict()
        wanted = [one for one in judged if one.confirmed is verdict]
        shown: Sequence[Proposal | Pair] = (proposed if verdict is None else wanted)[:MOST]
        page.show_pairs(self._pairings(shown), self._desk.closed)

    def _pairings(self, pairs: "Sequence[Proposal | Pair]") -> "list[Pairing]":
        """Put the pairs beside one another that have both articles, and keep them to be judged."""
        from gui.verbs.findings.pairing import in_time, pairing  # with the pane

        cards = self._cards(side.article for pair in pairs for side in (pair.one, pair.other))
        readers = people(self._desk.reader.authors())
        there = (p for p in pairs if p.one.article in cards and p.other.article in cards)
        turned = [in_time(p, cards[p.one.article], cards[p.other.article]) for p in there]
        self._shown = {pair.id: pair for pair in turned}
        return [
            pairing(pair, cards[pair.one.article], cards[pair.other.article], readers)
            for pair in turned
        ]

    def _cards(self, articles: Iterable[str]) -> "dict[str, Card]":
        reader = self._desk.reader
        rows = (reader.row(one) for one in dict.fromkeys(articles))
        return {card.id: card for card in reader.cards([row for row in rows if row is not None])}

    # What the pane asks

    def _judge(self, one: str, confirmed: bool) -> None:
        from core.annotate import pairs  # not for the first picture

        pair, said = self._shown[one], self._desk.reader.said(one)
        claims = (pair.one, pair.other)
        self._desk.commit(lambda: pairs.relate(pair.relation, claims, said, confirmed=confirmed))

    def _jump(self, one: str, which: int) -> None:
        pair = self._shown[one]
        passage = pair.other if which else pair.one
        self.go_to(passage.article)
        tree = self._window.insights.view
        shown = tree.annotated
        if shown and shown.article.edition.id == passage.edition:
            tree.go_to(passage.node)

    def go_to(self, article: str) -> None:
        """Show an article, whatever was searched for, with the keys in its tree."""
        articles = self._window.articles
        self._window.trail.leave()
        if not articles.choose(article):
            articles.search.clear()  # it is not among what was found
            articles.choose(article)
        self._window.insights.view.setFocus()


def moved(change: Change) -> tuple[str, ...]:
    """Name the articles that came, went or came with another text: not those that were read."""
    edits = (edit for edit in change.edits if edit.kind is Record.ARTICLE)
    return tuple(dict.fromkeys(edit.record for edit in edits if edit.field in COMING))


def _look(
    path: Path, table: "Table | None", came: Sequence[str], progress: Progress
) -> "tuple[Table, list[Proposal]]":
    from core.relate import opened
    from gui.work.connection import looking  # on the worker

    with looking(path) as reader:
        if table is None:
            return opened(reader, reader.pairs(), progress)
        return table, table.add(reader.claims(_there(reader, came)), progress)


def _there(reader: "Reader", articles: Sequence[str]) -> list[str]:
    """Leave out what was taken away."""
    return [one for one in articles if reader.row(one) is not None]
