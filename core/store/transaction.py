"""What is done, or seen, at once; and how long others are waited for."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

#: Milliseconds to wait for others who read or write a library.
PATIENCE = 5000
#: Milliseconds after which whoever sits there is told that others are waited for.
GLANCE = 150


@contextmanager
def deed(
    connection: sqlite3.Connection, waiting: Callable[[], object] | None = None
) -> Iterator[None]:
    """Do one deed: all of it is on the disk when this ends, or none of it.

    IMMEDIATE takes the writer's lock at once: a deferred transaction that reads before it writes
    fails without waiting when another program writes meanwhile. `waiting` is called once where
    others keep the deed from being begun, or from being written, for longer than a `GLANCE`.
    """
    _patiently(connection, "BEGIN IMMEDIATE", waiting)
    try:
        yield
        _patiently(connection, "COMMIT", waiting)
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _patiently(
    connection: sqlite3.Connection, statement: str, waiting: Callable[[], object] | None
) -> None:
    if waiting is not None and _patience(connection) > GLANCE:
        try:
            with _for_at_most(connection, GLANCE):
                connection.execute(statement)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
        else:
            return
        waiting()
    connection.execute(statement)


def impatient(connection: sqlite3.Connection) -> AbstractContextManager[None]:
    """Wait for nobody: whoever reads meanwhile keeps a deed from being written, too."""
    return _for_at_most(connection, 0)


def _patience(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA busy_timeout").fetchone()[0])


@contextmanager
def _for_at_most(connection: sqlite3.Connection, milliseconds: int) -> Iterator[None]:
    """Wait for others no longer than so."""
    usual = _patience(connection)
    connection.execute(f"PRAGMA busy_timeout = {milliseconds}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {usual}")


@contextmanager
def moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Ask several questions of one moment: what others write meanwhile is not seen."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")
