"""Is a library sound? Pages, tables, keys, hashes, quotes; cache and index against the log.

Nothing is changed here but by `rebuild`, which makes the cache anew; copies are `backup`'s.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.store import inspect
from core.store.connect import at_work

Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Report:
    """What a library holds, and what is wrong with it, a line each."""

    articles: int
    highlights: int
    revisions: int
    findings: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not self.findings


def _unheard(_done: int, _total: int) -> None:
    """Nobody wants to know how far we are."""


#: What is asked of a library, and how long each takes beside the others.
QUESTIONS = {
    inspect.tables: 1,
    inspect.keys: 1,
    inspect.log: 20,
    inspect.texts: 15,
    inspect.quotes: 8,
    inspect.cache: 40,
    inspect.searched: 60,
}
PAGES = 15


def check(path: Path, progress: Progress = _unheard) -> Report:
    """Look at all of a library. Where its pages are damaged, the rest is not worth asking.

    `progress` hears (done, total) again and again; what it raises then calls the check off.
    """
    done, total = 0, PAGES + sum(QUESTIONS.values())
    with inspect.opened(path) as connection:
        with at_work(connection, lambda: progress(done, total)):
            findings = list(inspect.pages(connection))
            done = PAGES
            for question, share in () if findings else QUESTIONS.items():
                progress(done, total)
                findings += question(connection)
                done += share
        progress(total, total)
        return Report(*inspect.counts(connection), tuple(dict.fromkeys(findings)))


def rebuild(path: Path, progress: Progress = _unheard) -> None:
    """Make what people see of a library anew from its log; called off, nothing is changed.

    Nobody knows how long it takes: `progress` hears (0, 0) again and again.
    """
    inspect.rebuild(path, lambda: progress(0, 0))
