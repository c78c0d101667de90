"""Two readers' libraries for the benches: so many highlights in each, half of them in both.

Written in one go: a hundred thousand deeds, one by one, would take minutes.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from core import annotate, arrival
from core.annotate import Vocabulary
from core.change import Change, Edit, Record
from core.model import Article, Author, Kind, Passage
from core.revision import Revision
from core.store import index
from core.store.connect import connect, roomy
from core.store.state import fill
from core.store.write import put_articles, said
from tests.generate import articles
from tests.given import ANNA, BEN

WORDS = ("claim", "claim/forecast", "claim/figure", "矿产", "矿产/稀土", "policy")
MARKS = 10  # to an article
SHARED, START = 2, 1_760_000_000_000
Log = list[tuple[Change, list[Revision]]]


def pair(folder: Path, size: int, differ: int = 0) -> tuple[Path, Path]:
    """Give two libraries of `size` highlights; of those in both, so many notes are in conflict."""
    tick = itertools.count(START, 1000).__next__
    common, annas, bens = (list(articles(size // SHARED // MARKS, seed)) for seed in range(3))
    words = Vocabulary(())
    tags = [words.find_or_make(path) for path in WORDS]
    signed = [_said(annotate.sign(who.id, None, who.name), who, tick) for who in (ANNA, BEN)]
    shared = [*signed, _said(Change("tag", tuple(words.made)), ANNA, tick)]
    shared += _read(common, tags, ANNA, tick)
    notes = [one for _, ones in shared for one in ones if one.field == "note"][:differ]
    for author, own in ((ANNA, annas), (BEN, bens)):
        log = [*shared, *_read(own, tags, author, tick)]
        log += [_noted(one, author, tick) for one in notes]
        _write(folder / f"{author.name}.meipi", [*common, *own], log)
    return folder / f"{ANNA.name}.meipi", folder / f"{BEN.name}.meipi"


def _read(
    some: Sequence[Article], tags: Sequence[str], author: Author, tick: Callable[[], int]
) -> Log:
    """Import articles and mark them."""
    marks = (_marks(article, number, tags) for number, article in enumerate(some))
    deeds = (arrival.add(some, {}).change, *itertools.chain.from_iterable(marks))
    return [_said(deed, author, tick) for deed in deeds]


def _marks(article: Article, number: int, tags: Sequence[str]) -> Iterator[Change]:
    claims = [node for node in article.edition.nodes if node.kind is Kind.CLAIM]
    for i in range(MARKS):
        node = claims[i % len(claims)]
        quote = node.text[i : i + 24]
        place = (article.id, article.edition.id, node.position, i, i + len(quote))
        passage = Passage(*place, quote, node.text[max(0, i - 32) : i], node.text[i + 24 : i + 56])
        made = annotate.highlight(passage, note=f"See {number}.{i}")
        tag = f"tag:{tags[(number + i) % len(tags)]}"
        edit = Edit(Record.HIGHLIGHT, made.edits[0].record, tag, None, "1")
        yield Change(made.name, (*made.edits, edit))


def _noted(one: Revision, author: Author, tick: Callable[[], int]) -> tuple[Change, list[Revision]]:
    edit = Edit(Record.HIGHLIGHT, one.record, "note", one.value, f"{one.value}, {author.name}")
    return _said(Change("note", (edit,)), author, tick, (one.rev,))


def _said(
    change: Change, author: Author, tick: Callable[[], int], parents: tuple[bytes, ...] = ()
) -> tuple[Change, list[Revision]]:
    clock = tick()
    called = f"{author.id[:8]}-0000-4000-8000-{clock:012x}"
    revisions = [
        Revision(one.kind, one.record, one.field, parents, clock, author.id, one.after, called)
        for one in change.edits
    ]
    return change, revisions


def _write(path: Path, some: Iterable[Article], log: Log) -> None:
    """Write rows in the order in which they came: so they lie where deeds would have put them."""
    with closing(connect(path)) as connection, roomy(connection):
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        put_articles(connection, some)
        connection.executemany(
            "INSERT INTO changes (id, name, count, author, clock, state, last)"
            " VALUES (?, ?, ?, ?, ?, 'done', ?)",
            (_deed(change, revisions[0]) for change, revisions in log),
        )
        connection.executemany(
            "INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((one.rev, *said(one)) for _, ones in log for one in ones),
        )
        fill(connection)
        index.make(connection)
        connection.execute("COMMIT")


def _deed(change: Change, first: Revision) -> tuple[str | int, ...]:
    return first.change, change.name, change.count, first.author, first.clock, first.change
