"""The order of the shelf: newest first, and last what has no date; with words, what holds them."""

import json
import sqlite3
from array import array
from collections.abc import Collection, Sequence
from itertools import chain

#: A search has at most so many words of so many characters; what is beyond narrows it no further.
WORDS, WORD_LENGTH = 60, 400


def order(
    connection: sqlite3.Connection, words: Sequence[str], sources: Sequence[Sequence[str]]
) -> "array[int]":
    """Give the shelf's rows, newest first and undated last, of articles that hold every word.

    `sources[i]` are spellings of sources that the i-th word names in another language.
    """
    wheres, values = ["s.edition IS NOT NULL"], list[str]()
    for word, spellings in zip(words, sources, strict=True):
        wheres.append(_holds(len(spellings)))
        values += [like(word)] * 8 + list(spellings)
    joins = " JOIN articles a ON a.id = s.article JOIN editions e ON e.id = s.edition"
    asked = (
        f"SELECT s.row FROM shelf s{joins if words else ''}"
        f" WHERE {' AND '.join(wheres)} ORDER BY s.sort DESC, s.row"
    )
    # All in one answer: a row of Python's for each takes half as long again.
    (said,) = connection.execute(f"SELECT json_group_array(row) FROM ({asked})", values).fetchone()
    return undated_last(json.loads(said), undated_rows(connection))


def undated_rows(connection: sqlite3.Connection) -> frozenset[int]:
    """Give the shelf's rows of articles without a date."""
    return frozenset(row for _, row in connection.execute(UNDATED))


def undated_last(rows: Sequence[int], undated: Collection[int]) -> "array[int]":
    """Give rows in their order, but those last that have no date."""
    if not undated:
        return array("q", rows)
    parts = ([row for row in rows if (row in undated) is late] for late in (False, True))
    return array("q", chain.from_iterable(parts))


#: Of an article whose page wrote no time, or words for one ("soon").
NO_DATE = "coalesce(a.published, '') NOT GLOB '[0-9][0-9][0-9][0-9]-*'"
DATED = NO_DATE.replace("NOT GLOB", "GLOB")
#: Where such an article stands among the others is when it was added. So are few told: all of
#: `articles` is looked through, for a tenth of a second in a million.
UNDATED = f"""
SELECT s.sort, s.row FROM articles a CROSS JOIN shelf s ON s.article = a.id
WHERE {NO_DATE} AND s.edition IS NOT NULL
"""


def _holds(spellings: int) -> str:
    like = "LIKE ? ESCAPE '\\'"
    return (
        f"(a.title {like} OR a.source {like} OR e.text {like}"
        f" OR EXISTS (SELECT 1 FROM highlights h WHERE h.article = s.article AND (h.note {like}"
        " OR EXISTS (SELECT 1 FROM taggings JOIN tags ON tags.id = tag WHERE highlight = h.id"
        f" AND (tags.path {like} OR tags.zh {like} OR tags.en {like}"
        f" OR EXISTS (SELECT 1 FROM aliases WHERE tag = tags.id AND name {like})))))"
        f" OR a.source IN ({','.join('?' * spellings)}))"
    )


def like(word: str) -> str:
    """Spell a word for a LIKE with the backslash as ESCAPE: what holds it, letter for letter."""
    for special in "\\%_":
        word = word.replace(special, "\\" + special)
    return f"%{word}%"
