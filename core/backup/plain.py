"""A library as plain text: a line of JSON for every row of the log and of the texts.

Readable without SQLite, and the same library gives the same lines, so that two of them can be
compared and kept in git. What can be made anew from the log is left out.
"""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from core import schema
from core.disk import arrive, beside
from core.errors import DiskTrouble
from core.store.connect import connect_to_look, trouble
from core.store.transaction import moment

#: The tables that hold what was read and what readers did, and the order of their rows.
TABLES = {
    "manifest": "key",
    "articles": "id",
    "editions": "id",
    "nodes": "edition, position",
    "changes": "id",
    "revisions": "rev",
    "merged": "change, rev",
}
REV = 16
#: JSON lets these stand, but many programs take them for ends of lines.
ENDS = re.compile("[\x85\u2028\u2029]")
SPELL = json.JSONEncoder(ensure_ascii=False).encode


def lines(library: Path) -> Iterator[str]:
    """Give a library line by line, each with its end."""
    with trouble(library), closing(connect_to_look(library)) as connection, moment(connection):
        yield _line({"format": "meipi", "version": schema.version(connection)[1]})
        for table, order in TABLES.items():
            if table in schema.names():
                for row in _rows(connection, table, order):
                    yield _line(_with_hex(row) if "rev" in row else row)


def _line(row: dict[str, object]) -> str:
    return ENDS.sub(lambda end: f"\\u{ord(end[0]):04x}", SPELL(row)) + "\n"


def _rows(connection: sqlite3.Connection, table: str, order: str) -> Iterator[dict[str, object]]:
    rows = connection.execute(f"SELECT * FROM {table} ORDER BY {order}")
    columns = [column[0] for column in rows.description]
    for row in rows:
        yield {"table": table, **dict(zip(columns, row, strict=True))}


def _with_hex(row: dict[str, object]) -> dict[str, object]:
    """Spell out the ids of revisions, which are bytes."""
    for column, value in row.items():
        if isinstance(value, bytes):
            ids = [value[i : i + REV].hex() for i in range(0, len(value), REV)]
            row[column] = ids if column == "parents" else value.hex()
    return row


def write_text(library: Path, place: Path) -> int:
    """Write a library as text to a file, whole or not at all; give the number of rows."""
    _must_be_free(place)
    with trouble(place), beside(place) as part:
        rows = -1
        with part.open("x", encoding="utf-8", newline="") as file:
            for line in lines(library):
                file.write(line)
                rows += 1
        arrive(part, place)
    return rows


def _must_be_free(place: Path) -> None:
    """Refuse to write over a file, unless it is such a text."""
    if place.is_dir():
        raise DiskTrouble(f"{place} is a folder.", "Give the name of a file.")
    if not place.exists():
        return
    with trouble(place), place.open("rb") as file:
        if not file.readline(100).startswith(b'{"format": "meipi"'):
            raise DiskTrouble(
                f"{place} is there already, and is no text of a library.", "Give another name."
            )
