"""Which findings and pairs go into a share: those that rest on nothing that stays home.

A finding goes with all of its evidence or not at all, so that nobody is told half of why; private
ones stay. A pair goes with both of its articles. What was chosen before is told in `choose`.
"""

import sqlite3
from typing import TYPE_CHECKING

from core.store.shown import BORN

if TYPE_CHECKING:
    from core.share.choose import Choice

#: The findings there ever were, with who made them and when the first time.
MADE = f"""
SELECT h.record, (SELECT author FROM ours.revisions WHERE record = h.record AND field = 'statement'
    ORDER BY {BORN} LIMIT 1) AS author
  FROM ours.heads h JOIN ours.revisions r ON r.rev = h.rev
  WHERE h.field = 'statement' AND r.kind = 'finding' AND r.value IS NOT NULL GROUP BY h.record
"""
SAYING = """
EXISTS (SELECT 1 FROM ours.heads h JOIN ours.revisions r ON r.rev = h.rev
  WHERE h.record = made.record AND r.value IS NOT NULL AND {})
"""
ON = "h.field GLOB 'evidence:*' AND substr(h.field, 10) {}"
LEFT = ON.format("IN (SELECT id FROM ours.highlights WHERE id NOT IN temp.chosen_marks)")
#: Evidence is told of the highlights that go along.
TOLD = "NOT (field GLOB 'evidence:*' AND substr(field, 10) NOT IN temp.chosen_marks)"


def choose_findings(connection: sqlite3.Connection, choice: "Choice") -> None:
    """Note the findings that go along, also those that were taken away."""
    wheres, values = ["NOT " + SAYING.format(LEFT)], list[str]()
    if not choice.include_private:
        wheres.append("NOT " + SAYING.format("h.field = 'private'"))
    if choice.articles or choice.tags:
        wheres.append(SAYING.format(ON.format("IN temp.chosen_marks")))
    if choice.author is not None:
        wheres.append("made.author = ?")
        values.append(choice.author)
    connection.execute(
        f"INSERT INTO temp.chosen_findings SELECT record FROM ({MADE}) made"
        f" WHERE {' AND '.join(wheres)}",
        values,
    )


def choose_pairs(connection: sqlite3.Connection, choice: "Choice") -> None:
    """Note the pairs that go along; a choice by tags is of none."""
    if choice.tags:
        return
    whose, values = ("1", []) if choice.author is None else ("r.author = ?", [choice.author])
    connection.execute(
        "INSERT INTO temp.chosen_pairs SELECT DISTINCT h.record FROM ours.heads h"
        " JOIN ours.revisions r ON r.rev = h.rev"
        f" WHERE h.field = 'claims' AND r.kind = 'pair' AND r.value IS NOT NULL AND {whose}"
        " AND json_extract(r.value, '$.one.article') IN temp.chosen_articles"
        " AND json_extract(r.value, '$.other.article') IN temp.chosen_articles",
        values,
    )


def stay(connection: sqlite3.Connection) -> bool:
    """Tell whether there are findings that stay home."""
    asked = "SELECT 1 FROM ours.findings WHERE id NOT IN temp.chosen_findings LIMIT 1"
    return connection.execute(asked).fetchone() is not None
