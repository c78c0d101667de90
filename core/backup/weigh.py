"""What a copy holds, and what putting it back would take away and bring."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from core.backup.whole import connect_any
from core.errors import OlderLibrary
from core.store import inspect
from core.store.connect import connect_to_look, trouble
from core.store.transaction import moment


@dataclass(frozen=True, slots=True)
class Contents:
    """How many articles are on the shelf of a library, and how many highlights there are."""

    articles: int
    highlights: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """A copy held against the library as it is now.

    `lost` is here and not in the copy, `gained` the other way round. `deeds` were done here since,
    and would be taken back; `more` are in the copy alone, as after going back to an older one.
    """

    lost: Contents
    gained: Contents
    deeds: int
    more: int

    @property
    def same(self) -> bool:
        return self == Weighed(Contents(0, 0), Contents(0, 0), 0, 0)


def contents(library: Path) -> Contents:
    """Count what is in a library or a copy; what cannot be read raises why."""
    with trouble(library), closing(_look_into(library)) as connection:
        articles, highlights, _ = inspect.counts(connection)
        return Contents(articles, highlights)


def _look_into(library: Path) -> sqlite3.Connection:
    """Open a library or a copy to look only; what is asked here every older format has as well."""
    try:
        return connect_to_look(library)
    except OlderLibrary:
        connection = connect_any(library)
        connection.execute("PRAGMA query_only = ON")
        return connection


def weigh(library: Path, copy: Path) -> Weighed:
    """Hold a copy against the library."""
    (here, deeds), (there, deeds_there) = _ids(library), _ids(copy)
    return Weighed(
        Contents(*(len(one - other) for one, other in zip(here, there, strict=True))),
        Contents(*(len(other - one) for one, other in zip(here, there, strict=True))),
        len(deeds - deeds_there),
        len(deeds_there - deeds),
    )


Ids = set[str]


def _ids(library: Path) -> tuple[tuple[Ids, Ids], Ids]:
    """Give the ids of what is there: articles and highlights, and deeds."""
    with trouble(library), closing(_look_into(library)) as connection, moment(connection):
        articles = _column(connection, "SELECT article FROM shelf WHERE edition IS NOT NULL")
        highlights = _column(connection, "SELECT id FROM highlights")
        return (articles, highlights), _column(connection, "SELECT id FROM changes")


def _column(connection: sqlite3.Connection, question: str) -> Ids:
    return {one for (one,) in connection.execute(question)}
