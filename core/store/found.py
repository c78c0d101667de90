"""An article that was found, and what is to be shown of it: its rows, and what readers said."""

import sqlite3
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from core.link import plain


class Doc(NamedTuple):
    """An article that was found: its row of `docs` and of the shelf, its place, how well.

    The newest has the first place, and what has no date the last ones.
    """

    doc: int
    row: int
    article: str
    place: int
    score: float
    is_literal: int


class Shown(NamedTuple):
    """What is to be shown of an article: its title, source and time as written, and its rows.

    Each begins with the row of `docs`.
    """

    title: str
    source: str
    published: str
    nodes: list[tuple[int, int, str, str]]
    notes: list[tuple[str, int, str]]
    tags: list[tuple[str, int, str]]
    marked: set[int]


def shown(connection: sqlite3.Connection, docs: Sequence[Doc]) -> dict[int, Shown]:
    """Give title, source, rows, and what readers said of these, by row of `docs`."""
    found = dict[int, Shown]()
    numbers = ",".join(str(one.doc) for one in docs)
    heads = connection.execute(
        "SELECT d.doc, a.title, coalesce(a.source, ''), coalesce(a.published, '')"
        " FROM docs d JOIN shelf s ON s.row = d.row JOIN articles a ON a.id = s.article"
        f" WHERE d.doc IN ({numbers})"
    )
    for doc, title, source, published in heads:
        found[doc] = Shown(title, source, published, [], [], [], set())
    nodes = connection.execute(
        "SELECT d.doc, n.position, n.kind, n.text FROM docs d CROSS JOIN nodes n"
        f" ON n.edition = d.edition WHERE d.doc IN ({numbers}) ORDER BY d.doc, n.position"
    )
    for doc, rows in groupby(nodes, itemgetter(0)):
        found[doc].nodes.extend(rows)
    marks = connection.execute(
        "SELECT d.doc, h.id, h.node, h.note, (SELECT group_concat(tag) FROM taggings"
        "  WHERE highlight = h.id), h.edition = d.edition"
        " FROM docs d CROSS JOIN shelf s ON s.row = d.row CROSS JOIN highlights h"
        f" ON h.article = s.article WHERE d.doc IN ({numbers}) ORDER BY d.doc, h.node, h.start"
    )
    for doc, highlight, node, note, tags, is_shown in marks:
        if is_shown:
            found[doc].marked.add(node)
        if note:
            found[doc].notes.append((highlight, node, plain(note)))
        found[doc].tags.extend((highlight, node, tag) for tag in (tags or "").split(",") if tag)
    return found
