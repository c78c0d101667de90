"""The verb quantities: what is counted in the claims of a page or of an article, and how much."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import click

from core.cli.gather import PIPE, gather
from core.cli.options import Asked, common, examples, find, words
from core.cli.screen import plain, table
from core.cli.shapes import number
from core.errors import NotFound
from core.model import Article, Body, Kind
from core.outline import claims
from core.parse.folder import SUFFIXES
from core.quantity import Quantity, quantities, spoken


class Read(NamedTuple):
    """A quantity, the text that it was read in, and the claim's number; None: of no claim."""

    article: Article
    claim: int | None
    text: str
    one: Quantity


@click.command(
    "quantities",
    epilog=examples("meipi quantities page.txt", "meipi quantities --json 3f2a | jq '.[].text'"),
)
@click.argument("what", metavar="PATH|ARTICLE", type=words)
@common
def quantities_(what: str, asked: Asked) -> int:
    """List the quantities in the claims of PATH, or of ARTICLE in the library.

    PATH is a file, a folder, or - for what is piped in; ARTICLE an id, the beginning of one, or a
    whole title.
    """
    path, failed = Path(what), False
    if path == PIPE or path.exists():
        gathered = gather([path])
        articles, failed = gathered.articles, bool(gathered.failures)
    elif path.suffix in SUFFIXES:
        raise NotFound(f"There is no file {what}.", "Check the file and its folder.")
    else:
        with asked.look() as reader:
            articles = [reader.article(find(reader, what))]
    found = [read for one in articles for read in _read(one)]
    asked.answer([_shape(read) for read in found], _lines(found))
    return 1 if failed else 0


def _read(article: Article) -> Iterator[Read]:
    """Read an article's claims, and what no rule could place; damaged words say nothing sure."""
    if article.edition.body is Body.DAMAGED:
        return
    nodes = article.edition.nodes
    numbers = {node.position: number for number, node in enumerate(claims(nodes), 1)}
    for node in nodes:
        if node.kind in (Kind.CLAIM, Kind.BLOCK):
            for one in quantities(node.text):
                yield Read(article, numbers.get(node.position), node.text, one)


def _shape(read: Read) -> dict[str, object]:
    one = read.one
    return {
        "article": read.article.id,
        "claim": read.claim,
        "text": read.text[one.start : one.end],
        "start": one.start,
        "end": one.end,
        "kind": one.kind.broad.value,
        "low": number(one.low),
        "high": number(one.high),
        "unit": one.unit or None,
        "currency": one.currency or None,
        "approximate": one.approximate,
        "hedged": one.hedged,
        "bound": one.bound.value or None,
        "direction": one.direction.value or None,
        "from": one.since and one.since.isoformat(),
        "until": one.until and one.until.isoformat(),
    }


def _lines(found: Iterable[Read]) -> list[str]:
    rows = [
        (
            "" if read.claim is None else str(read.claim),
            read.one.kind.value,
            spoken(read.one),
            plain(read.text[read.one.start : read.one.end]),
        )
        for read in found
    ]
    return table(("claim", "kind", "read as", "written"), rows)
