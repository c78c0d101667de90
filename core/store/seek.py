"""The index asked: which articles of the shelf hold what is wanted, the best first, and how many.

What is wanted is put in words by `core.search`; here it becomes a question to SQLite. A text says
by its terms what was typed, by its Han words what is meant; a note likewise; a tag by its id.
"""

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from operator import attrgetter

from core.store import arrange, common, facets, paged
from core.store.brevity import DOC, SCORE
from core.store.facets import Counted, Facets
from core.store.found import Doc, Shown, shown
from core.store.needle import Clause, Sift, match, sifted, told
from core.store.order import undated_last

#: So many articles that notes or tags speak of are looked at one by one.
MOST = 5000
#: Where more are found than that, or more than so great a part of all, their weight tells little:
#: titles go first, then the newest.
BROAD, NEARLY, PART = 7000, 1000, 4
#: What those with the words in a title weigh, where they are many, too.
TITLED = 1.0
IN_TITLE = "{{title source title_words}} : ({})"
#: So few are weighed sooner than it is known what half of all texts say.
FEW = 500
#: Key by key the same of the index is read: it stays in memory, in thousands of bytes.
ROOM = "PRAGMA main.cache_size = -8000"
#: So many steps of SQLite go by between two looks whether to stop.
STEPS = 2000
#: Twice as many are ranked at first, or one in so many of all: of those that weigh the same the
#: newest are wanted, and to look for more of them is to weigh all once more.
FIRST = 16
#: So many more are ranked than are wanted, for those that are not shown any more.
SPARE = 10


class Stopped(Exception):
    """Nobody waits for the answer any more."""


@contextmanager
def stoppable(connection: sqlite3.Connection, stop: Callable[[], bool]) -> Iterator[None]:
    """Have SQLite ask now and then whether the answer is still wanted."""
    connection.set_progress_handler(stop, STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            raise Stopped from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


class Search:
    """One question to the index of one library."""

    def __init__(self, connection: sqlite3.Connection, clauses: Sequence[Clause]) -> None:
        self._connection = connection
        connection.execute(ROOM)
        #: What texts answer by themselves is ranked; the rest is asked of each article.
        self._said = [c for c in clauses if c.wants and not (c.sifts or c.negated)]
        self._asked = [c for c in clauses if c not in self._said]
        self._literal = match(self._said, meant=False)
        self._meant = match(self._said, meant=True)
        self._known = dict[str, list[int]]()
        self._where, self._values = self._conditions()
        self._extra = self._find_extra()

    @cached_property
    def _facets(self) -> Facets:
        return facets.of(self._connection)

    def best(self, limit: int) -> list[Doc]:
        """Give the best, those first that say what was typed."""
        if not self._said:
            return self.newest(limit)
        found = self._ranked(self._literal, limit, literal=1)
        if len(found) < limit and self._meant != self._literal:
            had = {one.doc for one in found}
            more = self._ranked(self._meant, limit, literal=0)
            found += [one for one in more if one.doc not in had][: limit - len(found)]
        return self._with_extra(found)[:limit]

    def _ranked(self, wanted: str, limit: int, literal: int) -> list[Doc]:
        """Give the best that are shown."""
        if self._asked:
            return self._ranked_and_asked(wanted, limit, literal)
        if not self._is_broad(wanted):
            return self._weighed_by_telling(wanted, limit, literal)
        titled, found = self._docs(IN_TITLE.format(wanted)), list[Doc]()
        if 0 < len(titled) <= NEARLY:
            found = self._weighed(IN_TITLE.format(wanted), limit, literal)
        for docs, score in ((titled, TITLED), (self._docs(wanted), 0.0)):
            if len(found) < limit:
                had = {one.doc for one in found}
                newest = self._facets.newest(docs, limit + len(had))
                more = [doc for doc in newest if doc not in had][: limit - len(had)]
                shown = self._those_shown(more)
                found += [Doc(doc, *shown[doc], score, literal) for doc in more]
        return found

    def _is_broad(self, wanted: str) -> bool:
        many = len(self._docs(wanted))
        return many > NEARLY and many > min(BROAD, self._facets.many // PART)

    def _weighed_by_telling(self, wanted: str, limit: int, literal: int) -> list[Doc]:
        """Weigh all by what tells them apart."""
        if len(self._said) < 2 or len(self._docs(wanted)) < FEW:
            return self._weighed(wanted, limit, literal)
        told = [one for one in self._said if not self._is_common(one, literal)]
        if not told or len(told) == len(self._said):
            return self._weighed(wanted, limit, literal)
        among = frozenset(self._docs(wanted))
        return self._weighed(match(told, meant=not literal), limit, literal, among)

    def _is_common(self, clause: Clause, literal: int) -> bool:
        return common.is_common(self._connection, self._facets, clause, meant=not literal)

    def _weighed(
        self, wanted: str, limit: int, literal: int, among: frozenset[int] | None = None
    ) -> list[Doc]:
        """Weigh all; most are shown, so that few too many have to be looked up.

        Of those `among` which one has to be, there is every other.
        """
        many = limit + SPARE
        at_once = max(2 * many, len(self._docs(self._meant)) // FIRST)
        while True:
            rows = self._connection.execute(WEIGHED, [wanted, at_once]).fetchall()
            some = rows if among is None else [row for row in rows if row[0] in among]
            is_all = len(rows) < at_once
            if not is_all and len(some) < many:
                at_once *= 8
                continue
            last = some[min(many, len(some)) - 1][1] if some else 0.0
            heavier = {doc: score for doc, score in some[:many] if score < last}
            if not is_all and last == rows[-1][1]:
                every = self._all(EQUAL, [wanted, last])
                equal = [doc for doc in every if among is None or doc in among]
            else:
                equal = [doc for doc, score in some if score == last]
            if len(heavier) + len(equal) > many:
                equal = self._facets.newest(equal, many - len(heavier))
            found = self._those_shown([*heavier, *equal])
            if len(found) >= limit or (is_all and len(some) <= many):
                break
            many, at_once = many * 8, at_once * 8
        weighed = (Doc(doc, *found[doc], -heavier.get(doc, last), literal) for doc in found)
        best = sorted(weighed, key=lambda one: (-one.score, one.place))
        return best[:limit]

    def _those_shown(self, docs: Sequence[int]) -> dict[int, tuple[int, str, int]]:
        rows = self._connection.execute(
            f"SELECT d.doc, d.row, s.article {DOCS} WHERE d.doc IN ({_list(docs)})"
        )
        places = self._facets.places
        return {doc: (row, article, places[doc]) for doc, row, article in rows}

    def _ranked_and_asked(self, wanted: str, limit: int, literal: int) -> list[Doc]:
        rows = self._connection.execute(
            f"SELECT d.doc, -{SCORE} AS score {TEXTS} AND {self._where}"
            " ORDER BY score DESC, d.sort DESC, d.row LIMIT ?",
            [wanted, *self._values, limit],
        )
        scores = dict(rows.fetchall())
        shown = self._those_shown([*scores])
        found = (Doc(doc, *shown[doc], score, literal) for doc, score in scores.items())
        return sorted(found, key=lambda one: (-one.score, one.place))

    def newest(self, limit: int) -> list[Doc]:
        """Give the newest, and last what has no date."""
        newest = self._facets.newest(self._every, limit)
        shown = self._those_shown(newest)
        return [Doc(doc, *shown[doc], 0.0, 1) for doc in newest]

    def rows(self) -> "array[int]":
        """Give the rows of the shelf of all that is found, in that order."""
        tables, values = self._found()
        if self._extra:
            found = dict(self._connection.execute(f"SELECT d.doc, d.row {tables}", values))
            found |= {one.doc: one.row for one in self._extra}
            newest = self._facets.newest([*found], len(found))
            return array("q", map(found.__getitem__, newest))
        asked = f"SELECT d.row {tables} ORDER BY d.sort DESC, d.row"
        rows = [row for (row,) in self._connection.execute(asked, values)]
        return undated_last(rows, facets.undated(self._connection))

    @cached_property
    def _every(self) -> list[int]:
        """Give all that is found, each once, with some that are not shown any more."""
        if self._said and not self._asked:
            docs = self._docs(self._meant)
        else:
            tables, values = self._found()
            docs = self._all(f"SELECT d.doc {tables}", values)
        return list({*docs, *(one.doc for one in self._extra)}) if self._extra else docs

    def _found(self) -> tuple[str, list[str]]:
        """Spell the tables and conditions of all that texts answer."""
        if self._said:
            return f"{TEXTS} AND {self._where}", [self._meant, *self._values]
        return f"{DOCS} WHERE {self._where}", self._values

    def _with_extra(self, found: list[Doc]) -> list[Doc]:
        """Put those that notes and tags speak of before the others: a reader chose them."""
        if not self._extra:
            return found
        top = max((one.score for one in found), default=1.0)
        had = {one.doc: one for one in found}
        first = {one.doc: had.get(one.doc, one)._replace(score=top) for one in self._extra}
        return [*first.values(), *(one for one in found if one.doc not in first)]

    def _find_extra(self) -> list[Doc]:
        """Give the articles whose notes or tags say some of what is wanted, their texts the rest.

        The newest come first.
        """
        answers = [told(clause) for clause in self._said]
        some = " UNION ".join(sql for sql, _ in answers if sql)
        values = [value for _, given in answers for value in given]
        if not some or not self._connection.execute(f"{some} LIMIT 1", values).fetchone():
            return []
        wheres = [f"s.article IN ({some})"]
        for clause, (sql, given) in zip(self._said, answers, strict=True):
            wheres.append(f"({IN_TEXTS} OR s.article IN ({sql}))" if sql else IN_TEXTS)
            values += [match([clause], meant=True), *given]
        rows = self._connection.execute(
            f"SELECT d.doc, d.row, s.article {DOCS} WHERE {' AND '.join(wheres)}"
            f" AND {self._where} ORDER BY d.sort DESC, d.row LIMIT {MOST}",
            [*values, *self._values],
        )
        places = self._facets.places
        found = (Doc(doc, row, article, places[doc], 0.0, 1) for doc, row, article in rows)
        return sorted(found, key=attrgetter("place"))

    def _conditions(self) -> tuple[str, list[str]]:
        """Spell what is asked of each article, and what it must not say."""
        wheres, values = ["d.row IS NOT NULL"], list[str]()
        for clause in self._asked:
            parts = [self._sifted(sift) for sift in clause.sifts]
            if clause.wants:
                parts.append((IN_TEXTS, [match([clause], meant=True)]))
                sql, given = told(clause)
                parts += [(f"s.article IN ({sql})", given)] if sql else []
            either = " OR ".join(sql for sql, _ in parts) or "0"
            wheres.append(f"NOT ({either})" if clause.negated else f"({either})")
            values += [value for _, given in parts for value in given]
        return " AND ".join(wheres), values

    def _sifted(self, sift: Sift) -> tuple[str, list[str]]:
        """Spell what is asked of an article; what has no date is neither before nor after one."""
        sql, values = sifted(sift)
        undated = facets.undated(self._connection) if sift.field in DATES else ()
        return (
            (f"{sql} AND {DATED}", [*values, json.dumps([*undated])]) if undated else (sql, values)
        )

    def counted(self) -> Counted:
        """Count all that is found, by source and month and tag."""
        return self._facets.count(self._every)

    def shelved(self) -> tuple[dict[str, int], dict[str, frozenset[int]]]:
        """Count the articles of every source, and name those of every tag, whatever is wanted."""
        return self._facets.shelved()

    def pages(self) -> list[tuple[str, int]]:
        """Count the articles of every page, whatever is wanted."""
        return paged.counts(self._connection)

    def arranged(self, group: str, sort: str) -> "tuple[array[int], dict[int, str]]":
        """Give all rows of the shelf in an order, whatever is wanted."""
        return arrange.arranged(self._connection, group, sort)

    def _docs(self, wanted: str) -> list[int]:
        """Give all that texts answer, with some that are not shown any more."""
        found = self._known.get(wanted)
        if found is None:
            asked = f"SELECT {DOC} AS doc FROM texts WHERE texts MATCH ?"
            found = self._known[wanted] = self._all(asked, [wanted])
        return found

    def _all(self, asked: str, values: Sequence[str | float]) -> list[int]:
        """Fetch numbers all in one text: each by itself takes twice as long."""
        told = self._connection.execute(f"SELECT group_concat(doc) FROM ({asked})", values)
        return list[int](json.loads(f"[{told.fetchone()[0] or ''}]"))

    def shown(self, docs: Sequence[Doc]) -> dict[int, Shown]:
        """Give what is to be shown of some, by their rows of `docs`."""
        return shown(self._connection, docs)


DATES = ("before", "after")
DATED = "d.row NOT IN (SELECT value FROM json_each(?))"


def _list(numbers: Sequence[int]) -> str:
    return ",".join(map(str, numbers))


IN_TEXTS = f"d.doc IN (SELECT {DOC} FROM texts WHERE texts MATCH ?)"
WEIGHED = f"SELECT {DOC}, {SCORE} AS score FROM texts WHERE texts MATCH ? ORDER BY score LIMIT ?"
EQUAL = f"SELECT {DOC} AS doc FROM texts WHERE texts MATCH ? AND {SCORE} = ?"
DOCS = "FROM docs d JOIN shelf s ON s.row = d.row"
TEXTS = f"FROM texts JOIN docs d ON d.doc = {DOC} JOIN shelf s ON s.row = d.row WHERE texts MATCH ?"
