"""What of a library goes into a share: which articles, highlights, tags, authors and revisions.

Which findings and pairs go along with these is told in `conclusions`. The answers are temporary
tables of the connection, which has the library attached as `ours`; they hold ids alone. Copying the
rows is `make`'s.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from core.share import conclusions


@dataclass(frozen=True, slots=True)
class Choice:
    """What to share: articles, tags and one author, by their ids; everything where none is given.

    A tag stands for those under it, too. With history "current" each field is told as it is now,
    in one revision; "full" also tells what it was before.
    """

    articles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    author: str | None = None
    without_texts: bool = False
    include_private: bool = False
    history: Literal["full", "current"] = "full"


#: The head that is shown of every field; most fields have one.
LATEST = """
INSERT INTO temp.latest
  SELECT min(rev) FROM ours.heads GROUP BY record, field HAVING count(*) = 1
  UNION ALL
  SELECT rev FROM (
    SELECT h.rev, row_number() OVER (
      PARTITION BY h.record, h.field ORDER BY r.value IS NULL, r.clock DESC, r.rev DESC) AS n
    FROM (SELECT record, field FROM ours.heads GROUP BY record, field HAVING count(*) > 1)
    JOIN ours.heads h USING (record, field) JOIN ours.revisions r ON r.rev = h.rev
  ) WHERE n = 1
  ORDER BY 1
"""


def choose(connection: sqlite3.Connection, choice: Choice) -> None:
    """Fill `chosen_articles`, `chosen_marks`, `chosen_findings` and `chosen_revs`."""
    for name in ("wanted_tags", *(f"chosen_{kind}" for kind in CHOSEN)):
        connection.execute(f"CREATE TEMP TABLE {name} (id TEXT PRIMARY KEY) WITHOUT ROWID")
    for name in ("chosen_revs", "latest"):
        connection.execute(f"CREATE TEMP TABLE {name} (rev BLOB PRIMARY KEY) WITHOUT ROWID")
    if choice.history == "current":
        connection.execute(LATEST)
    _tags(connection, choice.tags)
    _marks(connection, choice)
    _articles(connection, choice)
    if not choice.without_texts:
        _take(connection, choice, "chosen_articles", "article", f"AND {SAID}")
    _take(connection, choice, "chosen_marks", "highlight")
    conclusions.choose_findings(connection, choice)
    _take(connection, choice, "chosen_findings", "finding", f"AND {conclusions.TOLD}")
    conclusions.choose_pairs(connection, choice)
    _take(connection, choice, "chosen_pairs", "pair")
    _used_tags(connection)
    _take(connection, choice, "chosen_tags", "tag")
    _authors(connection, choice)


CHOSEN = ("articles", "marks", "findings", "pairs", "tags")
#: Whether it was read stays home; so does a removal that hides nothing, for marks on the article
#: that it had not seen may stay home, too.
SAID = (
    "field <> 'read' AND NOT (field = 'removed' AND value IS NOT NULL AND EXISTS"
    " (SELECT 1 FROM ours.heads WHERE record = revisions.record AND rev = revisions.rev))"
)


def _tags(connection: sqlite3.Connection, tags: Iterable[str]) -> None:
    """Note the tags asked for and all that stand under them."""
    connection.execute(
        "INSERT INTO temp.wanted_tags WITH RECURSIVE under(id) AS ("
        " SELECT value FROM json_each(?)"
        " UNION SELECT t.id FROM ours.tags t JOIN under ON t.parent = under.id)"
        " SELECT id FROM under",
        [json.dumps(list(tags))],
    )


def _marks(connection: sqlite3.Connection, choice: Choice) -> None:
    """Note the highlights on articles that are on the shelf, also those that were taken away.

    A highlight's own fields are asked, for what was taken away is in no table of the cache.
    """
    wheres = ["passage.record IS NOT NULL"]
    values = list[str]()
    if choice.articles:
        wheres.append("a.article IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(choice.articles))
    if choice.author is not None:
        wheres.append("passage.author = ?")
        values.append(choice.author)
    if choice.tags:
        wheres.append(_saying("h.field GLOB 'tag:*' AND substr(h.field, 5) IN temp.wanted_tags"))
    if not choice.include_private:
        wheres.append("NOT " + _saying("h.field = 'private'"))
    connection.execute(
        "INSERT INTO temp.chosen_marks SELECT DISTINCT passage.record FROM"
        " (SELECT h.record, r.author, json_extract(r.value, '$.article') AS article"
        "  FROM ours.heads h JOIN ours.revisions r ON r.rev = h.rev"
        "  WHERE h.field = 'passage' AND r.kind = 'highlight' AND r.value IS NOT NULL) passage"
        " JOIN ours.shelf a ON a.article = passage.article AND a.edition IS NOT NULL"
        f" WHERE {' AND '.join(wheres)}",
        values,
    )


def _saying(what: str) -> str:
    """Spell that some head of the highlight says this of it."""
    return (
        "EXISTS (SELECT 1 FROM ours.heads h JOIN ours.revisions r ON r.rev = h.rev"
        f" WHERE h.record = passage.record AND r.value IS NOT NULL AND {what})"
    )


def _articles(connection: sqlite3.Connection, choice: Choice) -> None:
    """Note the articles named; else those that hold a chosen highlight; else all there are."""
    if choice.articles:
        which, values = "article IN (SELECT value FROM json_each(?))", [json.dumps(choice.articles)]
    elif choice.tags or choice.author is not None:
        which, values = (
            "article IN (SELECT article FROM ours.highlights WHERE id IN temp.chosen_marks)",
            [],
        )
    else:
        which, values = "1", []
    connection.execute(
        "INSERT INTO temp.chosen_articles SELECT article FROM ours.shelf"
        f" WHERE edition IS NOT NULL AND {which}",
        values,
    )


def _take(
    connection: sqlite3.Connection, choice: Choice, chosen: str, kind: str, but: str = ""
) -> None:
    """Choose the revisions of these records: all of them, or of each field the one shown."""
    now = "" if choice.history == "full" else "AND rev IN temp.latest"
    connection.execute(
        "INSERT OR IGNORE INTO temp.chosen_revs SELECT rev FROM ours.revisions"
        f" WHERE kind = '{kind}' AND record IN temp.{chosen} {now} {but}"
    )
    if choice.history == "current" and kind in SHOWN:
        _forget_removed(connection, chosen, kind)


#: Where people see what there is of a kind.
SHOWN = {"highlight": "highlights", "finding": "findings", "pair": "pairs"}


def _forget_removed(connection: sqlite3.Connection, chosen: str, kind: str) -> None:
    """Of what was taken away tell only that it was: what it said stays home."""
    connection.execute(
        "DELETE FROM temp.chosen_revs WHERE rev IN (SELECT rev FROM ours.revisions"
        f" WHERE kind = '{kind}' AND field <> 'removed' AND record IN temp.{chosen}"
        f" AND record NOT IN (SELECT id FROM ours.{SHOWN[kind]}))"
    )


def _used_tags(connection: sqlite3.Connection) -> None:
    """Note the tags that these highlights and findings have or had, and those above them."""
    connection.execute(
        "INSERT INTO temp.chosen_tags WITH RECURSIVE used(id) AS ("
        " SELECT substr(field, 5) FROM ours.revisions WHERE rev IN temp.chosen_revs"
        "  AND kind IN ('highlight', 'finding') AND field GLOB 'tag:*' AND value IS NOT NULL"
        " UNION SELECT r.value FROM ours.revisions r JOIN used ON r.record = used.id"
        "  WHERE r.kind = 'tag' AND r.field = 'parent' AND r.value IS NOT NULL)"
        " SELECT id FROM used"
    )


def _authors(connection: sqlite3.Connection, choice: Choice) -> None:
    """Choose the names of everybody who wrote what was chosen."""
    connection.execute("CREATE TEMP TABLE chosen_authors (id TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute(
        "INSERT INTO temp.chosen_authors SELECT DISTINCT author FROM ours.revisions"
        " WHERE rev IN temp.chosen_revs"
    )
    _take(connection, choice, "chosen_authors", "author")
