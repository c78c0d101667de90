"""The search itself: the query asked of the index, and each article it names looked into."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from core.errors import NotALibrary
from core.library import Reader
from core.query import parse
from core.search.look import Looked, Row, look
from core.search.wanted import Known, wanted
from core.store.facets import Counted

if TYPE_CHECKING:
    from array import array

#: Scores that differ less are a tie, and the newer goes first.
TIE = 0.25


class Hit(NamedTuple):
    """An article that was found: its row on the shelf, what it is called, and its best rows."""

    article: str
    row: int
    title: str
    source: str
    published: str
    score: float
    why: tuple[str, ...]
    rows: tuple[Row, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: some hits of `total` articles, and how many of each tag, source and month.

    Tags are named by their ids, sources as pages wrote them, months as "2025-11".
    """

    query: str
    hits: tuple[Hit, ...]
    counts: Counted

    @property
    def total(self) -> int:
        return self.counts.total


def search(
    reader: Reader,
    text: str,
    *,
    limit: int = 50,
    offset: int = 0,
    literal: bool = False,
    by: Literal["best", "date"] = "best",
    stop: Callable[[], bool] = lambda: False,
) -> Found:
    """Find articles for a query; one that holds no word finds none.

    `literal` asks for nothing but what was typed. `stop` is asked all the while; when it says that
    nobody waits any more, `Stopped` is raised. It may be called on any thread that has its own
    reader.
    """
    query, known = parse(text), Known(reader, literal)
    clauses = wanted(query, known)
    if not clauses:
        return Found(str(query), (), Counted())
    wants = [want for clause in clauses if not clause.negated for want in clause.wants]
    last = offset + limit
    with reader.searching(clauses, stop) as asked:
        docs = asked.best(last) if by == "best" else asked.newest(last)[offset:]
        looked = look(docs, asked.shown(docs), wants, known)
        if by == "best":
            looked = sorted(looked, key=_rank, reverse=True)[offset:last]
        return Found(str(query), tuple(map(_hit, looked)), asked.counted())


def rows(reader: Reader, text: str, stop: Callable[[], bool] = lambda: False) -> "array[int]":
    """Give the rows of the shelf that a query finds, newest first; all, for one that asks nothing.

    `stop` and threads are as for `search`. A library that came without an index is looked through.
    """
    clauses = wanted(parse(text), Known(reader))
    if not clauses:
        return reader.order()
    try:
        with reader.searching(clauses, stop) as asked:
            return asked.rows()
    except NotALibrary:
        return reader.order(text)


def _rank(one: Looked) -> tuple[int, int, str]:
    when = one.shown.published
    return one.doc.is_literal, round(one.score / TIE), when if when[:4].isdecimal() else ""


def _hit(one: Looked) -> Hit:
    rows, doc = one.rows(), one.doc
    why = tuple(dict.fromkeys(why for row in rows for why in row.why))
    head = (one.shown.title, one.shown.source, one.shown.published)
    return Hit(doc.article, doc.row, *head, round(one.score, 3), why, rows, one.many - len(rows))
