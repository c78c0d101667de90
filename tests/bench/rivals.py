"""Other ways to search, over the same articles and for the same queries, in the same run.

Xapian, Whoosh and tantivy are given the terms that our own index keeps, pairs of Han among them, so
that all find the same. As ours does, they count all that is found, by source and month (tantivy's
Python has no way to count so), fetch the fifty best texts and make a snippet of each, in the way
that each of them has. SQLite's LIKE looks through all texts, and ranks none. None of them is needed
by Meipi: what is not installed is passed over.
"""

import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from core import words
from core.library import Reader
from core.query import parse
from core.search import search
from core.search.wanted import Known, wanted
from core.store.needle import Needle, Want
from core.words import GAP
from tests.bench.corpus import classes, filled
from tests.bench.timing import Result, p95, seconds, work

BEST, LONGEST, TIMES = 50, 180, 3
#: Whoever takes long is asked once.
SLOW = ("LIKE", "Whoosh")
#: Debian has Xapian for its own Python.
DEBIAN = "/usr/lib/python3/dist-packages"


class Text(NamedTuple):
    """What is put in of an article."""

    title: str
    body: str
    source: str
    month: str


class Rival(Protocol):
    """A way to search: filled with titles and bodies, asked by what it makes of a query."""

    def fill(self, texts: Iterable[Text]) -> None: ...
    def every(self, parts: Sequence[Any]) -> Any: ...
    def either(self, parts: Sequence[Any]) -> Any: ...
    def row(self, terms: Sequence[str], is_open: bool) -> Any: ...
    def find(self, asked: Any) -> Sequence[object]: ...


class Xapian:
    def __init__(self, folder: Path) -> None:
        sys.path.append(DEBIAN)
        self._made: Any = import_module("xapian")
        self._path = str(folder / "xapian")

    def fill(self, texts: Iterable[Text]) -> None:
        base = self._made.WritableDatabase(self._path, self._made.DB_CREATE)
        for title, body, source, month in texts:
            document = self._made.Document()
            document.set_data(f"{title}\n{body}")
            document.add_value(0, source)
            document.add_value(1, month)
            terms = [*((term, 10) for term in words.spell(title).split()), ("|", 1)]
            terms += [(term, 1) for term in words.spell(body).split()]
            for place, (term, weight) in enumerate(terms):
                document.add_posting(term[:60], place, weight)
            base.add_document(document)
        base.commit()
        self._base = self._made.Database(self._path)

    def every(self, parts: Sequence[Any]) -> Any:
        return self._made.Query(self._made.Query.OP_AND, list(parts))

    def either(self, parts: Sequence[Any]) -> Any:
        return self._made.Query(self._made.Query.OP_OR, list(parts))

    def row(self, terms: Sequence[str], is_open: bool) -> Any:
        query = self._made.Query
        if is_open:
            limit = query.WILDCARD_LIMIT_ERROR
            return query(query.OP_WILDCARD, terms[-1], 0, limit, query.OP_SYNONYM)
        return query(query.OP_PHRASE, list(terms)) if len(terms) > 1 else query(terms[0])

    def find(self, asked: Any) -> Sequence[object]:
        enquire = self._made.Enquire(self._base)
        enquire.set_query(asked)
        spies = [self._made.ValueCountMatchSpy(slot) for slot in (0, 1)]
        for spy in spies:
            enquire.add_matchspy(spy)
        found = enquire.get_mset(0, BEST, self._base.get_doccount())
        counted = [[(one.term, one.termfreq) for one in spy.values()] for spy in spies]
        texts = [match.document.get_data().decode() for match in found]
        return [counted, *(found.snippet(text, LONGEST) for text in texts)]


class Whoosh:
    def __init__(self, folder: Path) -> None:
        self._query: Any = import_module("whoosh.query")
        self._folder = folder / "whoosh"

    def fill(self, texts: Iterable[Text]) -> None:
        fields: Any = import_module("whoosh.fields")
        analysis: Any = import_module("whoosh.analysis")
        index: Any = import_module("whoosh.index")
        self._folder.mkdir()
        terms = fields.TEXT(analyzer=analysis.SpaceSeparatedTokenizer())
        kinds = {"source": fields.ID(sortable=True), "month": fields.ID(sortable=True)}
        schema = fields.Schema(terms=terms, text=fields.STORED, **kinds)
        made = index.create_in(str(self._folder), schema)
        writer = made.writer(limitmb=512)
        for title, body, source, month in texts:
            spelt = words.spell(title + GAP + body)
            writer.add_document(terms=spelt, text=f"{title}\n{body}", source=source, month=month)
        writer.commit()
        self._searcher = made.searcher()

    def every(self, parts: Sequence[Any]) -> Any:
        return self._query.And(list(parts))

    def either(self, parts: Sequence[Any]) -> Any:
        return self._query.Or(list(parts))

    def row(self, terms: Sequence[str], is_open: bool) -> Any:
        if is_open:
            return self._query.Prefix("terms", terms[-1])
        many = len(terms) > 1
        return (
            self._query.Phrase("terms", list(terms)) if many else self._query.Term("terms", *terms)
        )

    def find(self, asked: Any) -> Sequence[object]:
        found = self._searcher.search(asked, limit=BEST, groupedby=["source", "month"])
        counted = [found.groups(name) for name in ("source", "month")]
        return [counted, *(hit.highlights("terms", text=words.spell(hit["text"])) for hit in found)]


class Tantivy:
    def __init__(self, folder: Path) -> None:
        self._made: Any = import_module("tantivy")
        self._folder = folder / "tantivy"

    def fill(self, texts: Iterable[Text]) -> None:
        self._folder.mkdir()
        builder = self._made.SchemaBuilder()
        builder.add_text_field("terms", stored=True, tokenizer_name="whitespace")
        builder.add_text_field("text", stored=True, tokenizer_name="raw")
        self._schema = builder.build()
        index = self._made.Index(self._schema, path=str(self._folder))
        writer = index.writer()
        for title, body, *_ in texts:
            spelt = words.spell(title + GAP + body)
            writer.add_document(self._made.Document(terms=spelt, text=f"{title}\n{body}"[:20_000]))
        writer.commit()
        index.reload()
        self._searcher = index.searcher()

    def every(self, parts: Sequence[Any]) -> Any:
        occur = self._made.Occur.Must
        return self._made.Query.boolean_query([(occur, part) for part in parts])

    def either(self, parts: Sequence[Any]) -> Any:
        occur = self._made.Occur.Should
        return self._made.Query.boolean_query([(occur, part) for part in parts])

    def row(self, terms: Sequence[str], is_open: bool) -> Any:
        query = self._made.Query
        if is_open:
            return query.regex_query(self._schema, "terms", f"{terms[-1]}.*")
        if len(terms) > 1:
            return query.phrase_query(self._schema, "terms", list(terms))
        return query.term_query(self._schema, "terms", terms[0])

    def find(self, asked: Any) -> Sequence[object]:
        snippets: Any = self._made.SnippetGenerator
        maker = snippets.create(self._searcher, asked, self._schema, "terms")
        found = self._searcher.search(asked, BEST, count=True)
        documents = [self._searcher.doc(place) for _, place in found.hits]
        return [found.count, *(maker.snippet_from_doc(one).to_html() for one in documents)]


class Like:
    """SQLite without an index: each row of terms is a text that has to stand there."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def fill(self, texts: Iterable[Text]) -> None:
        """Nothing: it looks at the library itself."""

    def every(self, parts: Sequence[Any]) -> Any:
        return self._joined(" AND ", parts)

    def either(self, parts: Sequence[Any]) -> Any:
        return self._joined(" OR ", parts)

    @staticmethod
    def _joined(sign: str, parts: Sequence[Any]) -> Any:
        said = sign.join(one for one, _ in parts)
        return f"({said})", [value for _, values in parts for value in values]

    def row(self, terms: Sequence[str], is_open: bool) -> Any:  # noqa: ARG002
        is_han = words.is_han(terms[0])
        text = terms[0] + "".join(term[1:] if is_han else f" {term}" for term in terms[1:])
        return "(a.title LIKE ? OR e.text LIKE ?)", [f"%{text}%"] * 2

    def find(self, asked: Any) -> Sequence[object]:
        where, values = asked
        sql = f"SELECT a.id FROM articles a JOIN editions e ON e.article = a.id WHERE {where}"
        return self._reader._connection.execute(sql, values).fetchall()


HOW: dict[str, tuple[Callable[[Path], Rival], str]] = {
    "Xapian": (Xapian, "apt install python3-xapian"),
    "Whoosh": (Whoosh, "pip install whoosh"),
    "tantivy": (Tantivy, "pip install tantivy"),
}


def bench(folder: Path, size: int) -> Iterator[Result]:
    with Reader(filled(size)) as reader:
        rivals: dict[str, Rival] = {"LIKE": Like(reader)}
        for name, (make, how) in HOW.items():
            try:
                rivals[name] = make(folder)
            except ImportError:
                yield Result(f"{name} is not here: {how}", 0.0)
                continue
            took = seconds(partial(rivals[name].fill, _texts(reader)))
            yield Result(f"{name}, {size:,} articles put into its index", took)
        gc.freeze()  # as the window does
        for kind, queries in classes().items():
            yield from _compared(reader, kind, queries, rivals)


def _compared(
    reader: Reader, kind: str, queries: Sequence[str], rivals: dict[str, Rival]
) -> Iterator[Result]:
    literal = kind != "across"
    times: dict[str, list[float]] = {name: [] for name in ("", *rivals)}
    for query in queries:
        jobs: dict[str, Callable[[], object]] = {
            name: partial(rival.find, _asked(rival, reader, query, literal))
            for name, rival in rivals.items()
        }
        jobs[""] = partial(search, reader, query, literal=literal)
        for name, job in jobs.items():
            times[name].append(min(work(job) for _ in range(1 if name in SLOW else TIMES)))
    ours = p95(times.pop(""))
    for name, taken in times.items():
        promise = None if name == "tantivy" else 1.0
        yield Result(f"{kind}, Meipi against {name}, p95", ours, p95(taken), promise)


def _texts(reader: Reader) -> Iterator[Text]:
    asked = (
        "SELECT a.title, (SELECT group_concat(text, ?) FROM nodes WHERE edition = s.edition),"
        " coalesce(a.source, ''), substr(s.sort, 1, 7) FROM shelf s"
        " JOIN articles a ON a.id = s.article"
    )
    yield from map(Text._make, reader._connection.execute(asked, [GAP]))


def _asked(rival: Rival, reader: Reader, query: str, literal: bool) -> Any:
    """Put a query as we understand it into a rival's own words."""
    clauses = wanted(parse(query), Known(reader, literal))
    return _one(
        rival.every, [_one(rival.either, [_want(rival, w) for w in c.wants]) for c in clauses]
    )


def _want(rival: Rival, want: Want) -> Any:
    groups = [_one(rival.either, [_row(rival, one) for one in group]) for group in want.literal]
    meanings = [_row(rival, one) for one in want.meanings]
    return _one(rival.either, [_one(rival.every, groups), *meanings])


def _row(rival: Rival, needle: Needle) -> Any:
    if needle.among_words:
        return rival.row(*words.phrase("".join(needle.terms)))
    return rival.row(needle.terms, needle.open)


def _one(join: Callable[[Sequence[Any]], Any], parts: Sequence[Any]) -> Any:
    return parts[0] if len(parts) == 1 else join(parts)
