"""Bringing a library of an older format to this one: a copy first, then step by step.

Each step is one transaction with its version in it, so that a library is of one version or of the
next, whatever happens. What the formats are is `schema`'s.
"""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from core import schema
from core.backup.place import Clock, Copy, Reason, now
from core.backup.take import take_from
from core.backup.whole import connect_any
from core.errors import NotALibrary, OlderLibrary
from core.progress import Tell, unheard
from core.store import index
from core.store.connect import at_work, must_be_ours, trouble

#: Of so many bytes less is brought before anybody would have read why they wait.
LARGE = 8_000_000

T = TypeVar("T")
Step = Callable[[sqlite3.Connection], None]


def _add_findings(connection: sqlite3.Connection) -> None:
    """Make room for terms, searches, findings and pairs; some had part of that, and an index."""
    schema.add(connection, 2)


def _add_names(connection: sqlite3.Connection) -> None:
    """Make room for other names of tags, and for the pages that articles came from.

    The index is made anew: it keeps how long texts are in another way.
    """
    schema.add(connection, 3)
    index.make(connection)


def _cut_anew(connection: sqlite3.Connection) -> None:
    """Make the index anew: some English words are other terms than they were."""
    index.make(connection)


#: From a version to the next. A step speaks by `execute` alone: `executescript` would end the
#: transaction. Every version released has a library in tests/data that is brought here from there.
STEPS: dict[int, Step] = {1: _add_findings, 2: _add_names, 3: _cut_anew}


def up_to_date(library: Path, opened: Callable[[], T]) -> T:
    """Open a library by `opened`; one of an older format is brought up to date first."""
    try:
        return opened()
    except OlderLibrary:
        if migrate(library) is None:
            raise
    return opened()


def migrate(
    library: Path,
    steps: Mapping[int, Step] = STEPS,
    clock: Clock = now,
    tell: Tell = unheard,
) -> Copy | None:
    """Bring a library up to date; give the copy taken before, or none where nothing was to do.

    `tell` is called again and again; what it raises calls the step off that is being taken.
    """
    if not steps or not library.exists():
        return None
    with trouble(library):
        must_be_ours(library)
    with trouble(library), closing(connect_any(library)) as connection:
        application, version = schema.version(connection)
        if application != schema.APPLICATION_ID or version not in steps:
            return None
        copy = take_from(connection, library, Reason.MIGRATE, clock)
        schema.settle(connection)
        with at_work(connection, tell):
            tell()
            climb(connection, steps, library.name)
        return copy


def climb(connection: sqlite3.Connection, steps: Mapping[int, Step], name: str) -> None:
    """Take every step there is from the version of the library of this name on."""
    connection.execute("PRAGMA foreign_keys = OFF")  # a table may be made anew
    version = schema.version(connection)[1]
    while version in steps:
        _step(connection, version, steps[version], name)
        version += 1


def _step(connection: sqlite3.Connection, version: int, step: Step, name: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        if schema.version(connection)[1] == version:  # else another program was first
            step(connection)
            assert connection.in_transaction, "a step must not end its transaction"
            _must_go_together(connection, name)
            connection.execute(f"PRAGMA user_version = {version + 1}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _must_go_together(connection: sqlite3.Connection, name: str) -> None:
    """Refuse a library with a row whose parent is not there."""
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise NotALibrary(f"{name} is damaged.", "Restore a copy of it.")
