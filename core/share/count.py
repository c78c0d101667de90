"""How much a choice is: articles, highlights, notes, findings, and private highlights that stay.

Asked while somebody still chooses, so of the tables that people query and not of the log; the
answer tells of the moment it was asked in. `make` counts what it wrote by itself.
"""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from core.progress import Tell, unheard
from core.share.choose import Choice
from core.store.connect import at_work, connect_to_look, trouble

__all__ = ["Amount", "count", "private"]


@dataclass(frozen=True, slots=True)
class Amount:
    """How many of each would go; `private` are the chosen highlights that are private."""

    articles: int
    highlights: int
    notes: int
    private: int
    findings: int


def count(library: Path, choice: Choice, tell: Tell = unheard) -> Amount:
    """Count what a share of `library` would hold.

    For a worker, for a library may be large; what `tell` raises calls it off.
    """
    with (
        trouble(library),
        closing(connect_to_look(library)) as connection,
        at_work(connection, tell),
    ):
        private = _private(connection, choice)
        marks, values = _marks(choice)
        goes = "1" if choice.include_private else "h.id NOT IN temp.private"
        highlights, notes = connection.execute(
            "SELECT count(*), coalesce(sum(note <> ''), 0) FROM highlights h"
            f" WHERE {marks} AND {goes}",
            values,
        ).fetchone()
        articles = _articles(connection, choice, f"{marks} AND {goes}", values)
        findings = _findings(connection, choice, f"{marks} AND {goes}", values)
    return Amount(articles, highlights, notes, private, findings)


def private(library: Path, choice: Choice) -> int:
    """Count the chosen highlights that are private."""
    with trouble(library), closing(connect_to_look(library)) as connection:
        return _private(connection, choice)


def _private(connection: sqlite3.Connection, choice: Choice) -> int:
    connection.execute("CREATE TEMP TABLE private (id TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute(PRIVATE)
    marks, values = _marks(choice)
    asked = f"SELECT count(*) FROM temp.private p JOIN highlights h ON h.id = p.id WHERE {marks}"
    found: int = connection.execute(asked, values).fetchone()[0]
    return found


#: Some head of the highlight or finding says that it is private, be it the one shown or not.
PRIVATE = """
INSERT INTO temp.private SELECT DISTINCT d.record FROM heads d JOIN revisions r ON r.rev = d.rev
WHERE d.field = 'private' AND r.value IS NOT NULL
"""
UNDER = """
WITH RECURSIVE under(id) AS (SELECT value FROM json_each(:tags)
  UNION SELECT t.id FROM tags t JOIN under ON t.parent = under.id)
SELECT highlight FROM taggings WHERE tag IN (SELECT id FROM under)
"""


def _marks(choice: Choice) -> tuple[str, dict[str, str]]:
    """Spell which highlights are chosen, private or not, and the values for that."""
    wheres = ["h.article IN (SELECT article FROM shelf WHERE edition IS NOT NULL)"]
    values = dict[str, str]()
    if choice.articles:
        wheres.append("h.article IN (SELECT value FROM json_each(:articles))")
        values["articles"] = json.dumps(choice.articles)
    if choice.author is not None:
        wheres.append("h.author = :author")
        values["author"] = choice.author
    if choice.tags:
        wheres.append(f"h.id IN ({UNDER})")
        values["tags"] = json.dumps(choice.tags)
    return " AND ".join(wheres), values


def _articles(
    connection: sqlite3.Connection, choice: Choice, marks: str, values: dict[str, str]
) -> int:
    """Count the articles named; else those that hold a chosen highlight; else all there are."""
    if choice.articles:
        asked = (
            "SELECT count(*) FROM shelf WHERE edition IS NOT NULL"
            " AND article IN (SELECT value FROM json_each(:articles))"
        )
    elif choice.tags or choice.author is not None:
        asked = f"SELECT count(DISTINCT article) FROM highlights h WHERE {marks}"
    else:
        asked = "SELECT count(*) FROM shelf WHERE edition IS NOT NULL"
    found: int = connection.execute(asked, values).fetchone()[0]
    return found


def _findings(
    connection: sqlite3.Connection, choice: Choice, marks: str, values: dict[str, str]
) -> int:
    """Count the findings that rest on nothing that stays home; see `conclusions`."""
    rests = (
        "EXISTS (SELECT 1 FROM evidence e JOIN highlights h ON h.id = e.highlight"
        " WHERE e.finding = f.id AND {})"
    )
    wheres = ["NOT " + rests.format(f"NOT ({marks})")]
    if not choice.include_private:
        wheres.append("f.id NOT IN temp.private")
    if choice.articles or choice.tags:
        wheres.append(rests.format(marks))
    if choice.author is not None:
        wheres.append("f.author = :author")
    asked = f"SELECT count(*) FROM findings f WHERE {' AND '.join(wheres)}"
    found: int = connection.execute(asked, values).fetchone()[0]
    return found
