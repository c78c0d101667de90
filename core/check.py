"""Is a library sound? Pages, tables, keys, hashes, quotes, and the cache against the log.

Nothing is changed here but by `rebuild`, which makes the cache anew; copies are `backup`'s.
"""

from dataclasses import dataclass
from pathlib import Path

from core.store import inspect


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


def check(path: Path) -> Report:
    """Look at all of a library. Where its pages are damaged, the rest is not worth asking."""
    with inspect.opened(path) as connection:
        findings = list(inspect.pages(connection))
        if not findings:
            for question in (
                inspect.tables,
                inspect.keys,
                inspect.log,
                inspect.texts,
                inspect.quotes,
                inspect.cache,
            ):
                findings += question(connection)
        return Report(*inspect.counts(connection), tuple(dict.fromkeys(findings)))


def rebuild(path: Path) -> None:
    """Make what people see of a library anew from its log."""
    inspect.rebuild(path)
