"""What an export writes, on a worker: the articles wished for, to the place that was named.

What the choices are is the dialog's, what a document looks like core's.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from pathlib import Path

from core.library import Reader
from core.model import Annotated
from core.progress import Progress
from gui.work.connection import looking

ASKED_AT_ONCE = 500


@cache
def load() -> None:
    """Load what writes documents, on a worker: the tenth of a second is mostly its templates'."""
    import_module("core.ledger")
    import_module("core.export")


def is_loaded() -> bool:
    """Tell whether a document can be drawn at once."""
    return load.cache_info().currsize > 0


@dataclass(frozen=True, slots=True)
class Wish:
    """What to export from a library, to where. `articles` None: all of them.

    Of what `claims` finds, only the claims that it is about.
    """

    library: Path
    articles: tuple[str, ...] | None
    place: Path
    as_notes: bool
    template: Path | None
    mine: str
    claims: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """How many files hold articles, and how many were left since somebody wrote on them."""

    place: Path
    files: int
    left: int = 0


def export(wish: Wish, progress: Progress) -> Exported:
    """Write what is wished. For a worker."""
    from core import ledger  # on the worker
    from core.export import Beside, load, markdown, write_file, write_notes

    template = load(wish.template) if wish.template else None
    with looking(wish.library) as reader:
        ids = wish.articles
        if ids is None:
            ids = tuple(_all(reader, rows_of(reader, wish.claims), progress))
        articles = walk(reader, ids, progress, wish.claims)
        whole = wish.articles is None and not wish.claims
        found = [row for row in ledger.rows(reader) if whole or row.cited]
        pages, mine = reader.page_names, wish.mine
        if wish.as_notes:
            left = list[Beside]()
            told = partial(write_notes, findings=found, pages=pages, mine=mine, template=template)
            told(wish.place, articles, edited=left.append)
            return Exported(wish.place, len(ids), len(left))
        document = markdown(articles, findings=found, pages=pages, mine=mine, template=template)
        progress(len(ids), len(ids))  # the last chance to call it off
        write_file(wish.place, document)
        return Exported(wish.place, 1)


def rows_of(reader: Reader, query: str) -> "array[int]":
    """Give the rows of the shelf that a query finds; without one, all of them."""
    from core.search import rows  # where there is a query

    return rows(reader, query) if query else reader.order()


def _all(reader: Reader, rows: "array[int]", progress: Progress) -> Iterator[str]:
    for start in range(0, len(rows), ASKED_AT_ONCE):
        progress(0, len(rows))
        yield from (card.id for card in reader.cards(rows[start : start + ASKED_AT_ONCE]))


def walk(
    reader: Reader, ids: Sequence[str], progress: Progress, claims: str
) -> Iterator[Annotated]:
    """Walk articles, or no more of them than the claims that a query is about."""
    from core.search import collect

    for done, one in enumerate(ids):
        progress(done, len(ids))
        if claims:
            yield from (part.alone() for part in collect(reader, claims, [one]))
        else:
            yield reader.annotated(one)
