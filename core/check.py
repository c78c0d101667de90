"""Is a library sound? Pages, tables, keys, hashes, quotes; cache and index against the log.

Nothing is changed here but by `rebuild`, which makes the cache anew; copies are `backup`'s.
"""

from dataclasses import dataclass
from pathlib import Path

from core.progress import Progress, silent
from core.store import inspect
from core.store.connect import at_work


@dataclass(frozen=True, slots=True)
class Report:
    """What a library holds, and what is wrong with it, a line each.

    It is `mendable` where a rebuild helps: pages and log are sound, and what people see is not.
    """

    articles: int
    highlights: int
    revisions: int
    findings: tuple[str, ...]
    mendable: bool = False

    @property
    def sound(self) -> bool:
        return not self.findings


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
#: What is found by these can be made anew from the log, unless the log itself is wrong.
MENDED = (inspect.keys, inspect.quotes, inspect.cache, inspect.searched)


def check(path: Path, progress: Progress = silent) -> Report:
    """Look at all of a library. Where its pages are damaged, the rest is not worth asking.

    `progress` hears (done, total) again and again; what it raises then calls the check off.
    """
    done, total = 0, PAGES + sum(QUESTIONS.values())
    with inspect.opened(path) as connection:
        with at_work(connection, lambda: progress(done, total)):
            findings = list(inspect.pages(connection))
            is_past = bool(findings)
            done, amiss = PAGES, False
            for question, share in () if findings else QUESTIONS.items():
                progress(done, total)
                found = list(question(connection))
                amiss = amiss or (bool(found) and question in MENDED)
                is_past = is_past or (bool(found) and question is inspect.log)
                is_past = is_past or inspect.is_past_folding(found)
                findings += found
                done += share
        progress(total, total)
        told = tuple(dict.fromkeys(findings))
        return Report(*inspect.counts(connection), told, amiss and not is_past)


def rebuild(path: Path, progress: Progress = silent) -> None:
    """Make what people see of a library anew from its log; called off, nothing is changed.

    Nobody knows how long it takes: `progress` hears (0, 0) again and again.
    """
    inspect.rebuild(path, lambda: progress(0, 0))
