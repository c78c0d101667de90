"""Looking into a share: a clean private copy of it, to be opened as any library is.

The file itself is never opened where it lies. Where a share came without the texts of its articles,
the copy has for each a text made of what was marked, so that there is something to see. A copy that
is opened as a library gets an index of our own making.
"""

import atexit
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from core.model import Body, Edition, Kind, Node
from core.outline import edition_id, gist
from core.scratch import Scratch
from core.share.guard import Guarded, open_guarded
from core.share.mark import is_share
from core.store import index
from core.store.connect import trouble

__all__ = ["as_library", "is_share", "look_into"]


def as_library(path: Path) -> Path:
    """Give a clean copy of a file from elsewhere, for a `Reader`; it is gone when Meipi ends."""
    clean = look_into(path).path
    with trouble(clean), closing(sqlite3.connect(clean, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        index.make(connection)
        connection.execute("COMMIT")
    return clean


def look_into(path: Path) -> Guarded:
    """Have a file looked through, and give its clean copy with what was said and refused."""
    folder = Scratch()
    atexit.register(folder.remove)
    guarded = open_guarded(path, folder.path / f"{path.stem[:60] or 'share'}.meipi")
    with (
        trouble(guarded.path),
        closing(sqlite3.connect(guarded.path, isolation_level=None)) as connection,
    ):
        connection.execute("BEGIN")
        _excerpt(connection)
        connection.execute("COMMIT")
    return guarded


def _excerpt(connection: sqlite3.Connection) -> None:
    """Put articles without a text on the shelf, with a row for each highlight.

    Only what people see is written, not the log: this copy is for looking, nothing is merged of it.
    """
    bare = connection.execute(
        "SELECT id, published FROM articles WHERE id NOT IN"
        " (SELECT article FROM shelf WHERE edition IS NOT NULL) AND id IN"
        " (SELECT article FROM highlights)"
    ).fetchall()
    for article, published in bare:
        marks = connection.execute(
            "SELECT id, prefix, quote, suffix FROM highlights WHERE article = ?"
            " ORDER BY node, start, id",
            [article],
        ).fetchall()
        one, places = _text(article, marks)
        _put(connection, article, one, places)
        connection.execute(
            "INSERT OR REPLACE INTO shelf (article, edition, sort, read) VALUES (?, ?, ?, 0)",
            [article, one.id, published or ""],
        )


Mark = tuple[str, str, str, str]
Place = tuple[int, int, int, str]


def _text(article: str, marks: Iterable[Mark]) -> tuple[Edition, list[Place]]:
    """Compose what was marked, and tell where each mark stands in it: node, start, end and id."""
    nodes, places = list[Node](), list[Place]()
    for at, (highlight, prefix, quote, suffix) in enumerate(marks):
        before = f"…{prefix}" if prefix else ""
        nodes.append(Node(at, 0, Kind.BLOCK, before + quote + (f"{suffix}…" if suffix else "")))
        places.append((at, len(before), len(before) + len(quote), highlight))
    body = "\n".join(node.text for node in nodes)
    return Edition(edition_id(article, nodes), Body.SUMMARY, body, tuple(nodes)), places


def _put(
    connection: sqlite3.Connection, article: str, one: Edition, places: Iterable[Place]
) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO editions VALUES (?, ?, ?, ?, 0, ?)",
        (one.id, article, one.body.value, gist(one.nodes), one.text),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO nodes VALUES (?, ?, 0, ?, NULL, NULL, ?, '', 0)",
        ((one.id, node.position, node.kind.value, node.text) for node in one.nodes),
    )
    connection.executemany(
        'UPDATE highlights SET edition = ?, node = ?, start = ?, "end" = ? WHERE id = ?',
        ((one.id, *place) for place in places),
    )
