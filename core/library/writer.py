"""A library to write to: every deed is one transaction, on the disk when it is done."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core import annotate
from core.change import EVERYTHING, Change, Take
from core.ident import fresh
from core.library.reader import Reader
from core.model import Article, Author
from core.names import author_name
from core.progress import Progress, Tell, silent
from core.revision import possible
from core.store import log, read, turn, write
from core.store.connect import at_work, beside, connect, connect_to_look, roomy, trouble
from core.store.transaction import deed, impatient
from core.store.write import Stamp

if TYPE_CHECKING:
    from core.arrival import Addition


class Library(Reader):
    """A library to look into and to write to, as one author."""

    writable = True
    #: Called once where a deed has to wait for others; None where nobody sits there.
    waiting: Callable[[], object] | None = None

    def __init__(
        self,
        path: Path,
        author: Author,
        clock: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    ) -> None:
        self.path = path
        self.author = author
        self._clock = clock
        self._connection = connect(path)

    @contextmanager
    def at_work(self, tell: Tell) -> Iterator[None]:
        """Do large deeds, on a worker; what `tell` raises stops one, and nothing of it is kept."""
        with roomy(self._connection), at_work(self._connection, tell):
            yield

    def commit(self, change: Change, *, wait: bool = True, progress: Progress = silent) -> Change:
        """Do a deed: when this returns, it is on the disk. A change of nothing does nothing.

        While others read or write the library it waits for them, five seconds at most; if it is
        not to `wait`, it is `Busy` at once. `progress` is told how far it is with its articles.
        """
        if not change:
            return change
        patience = nullcontext() if wait else impatient(self._connection)
        with self._trouble(), patience, deed(self._connection, self.waiting):
            stamp = self._sign()
            change = replace(change, id=fresh())
            write.write(self._connection, change, stamp, progress)
            return self._whole(change)

    def add(self, articles: Iterable[Article]) -> "Addition":
        """Work out what an import would do here; its change is for `commit`."""
        from core import arrival

        articles = self.recognised(tuple(articles))
        return arrival.add(articles, self.known(article.id for article in articles))

    def undo(self) -> Change | None:
        """Take back the last deed that was not taken back, whoever did it."""
        return self._turn("done")

    def redo(self) -> Change | None:
        """Do again the deed that undo took back last."""
        return self._turn("undone")

    def merge(
        self,
        clean: Path,
        take: Take = EVERYTHING,
        source: str = "",
        first: Callable[[Path], object] | None = None,
    ) -> Change:
        """Take over what another library says, as one deed from `source`.

        `clean` is a file of our own writing, as the guard makes it, and never a stranger's. `first`
        is called with this library's file before anything is written: a copy is made there. Where
        there is nothing new, it is not called, and the change is empty.
        """
        from core.store import union

        change = Change("merge", (), id=fresh(), source=source or clean.name)
        with trouble(clean):
            connect_to_look(clean).close()
        with self._trouble(), beside(self._connection, clean):
            if not union.brings(self._connection, take):
                return change
            if first is not None:
                first(self.path)
            with deed(self._connection):
                union.find(self._connection, take, change.id)
                made = union.join(self._connection, change, self._sign(), take.bring_back)
                return self._whole(made)

    def _turn(self, state: str) -> Change | None:
        with self._trouble():
            if log.past(self._connection, state) is None:
                return None
        with self._trouble(), deed(self._connection, self.waiting):
            past = log.past(self._connection, state)
            if past is None:
                return None
            stamp, change = self._sign(), fresh()
            if past.source is not None:
                made = turn.turn(self._connection, Change(past.name, (), id=change), stamp, past)
                return self._whole(made)
            done = Change(past.name, log.edits(self._connection, past.last or past.id))
            turned = replace(done.reversed(), id=change)
            write.write_back(self._connection, turned, stamp, past)
            turn.keep_away(self._connection, turned, stamp, past)
            return self._whole(turned)

    def _sign(self) -> Stamp:
        """Give author and time; before their first deed here, put the author's name down."""
        stamp = Stamp(self.author.id, possible(self._clock()))
        known, name = read.author(self._connection, stamp.author), author_name(self.author.name)
        if known != name:
            signature = annotate.sign(stamp.author, known, name)
            write.write(self._connection, replace(signature, id=fresh()), stamp)
        return stamp
