"""The verb search: find articles by words in either language, and say why each was found."""

import re
from collections.abc import Iterator, Sequence

import click

from core import ledger, sources
from core.cli.options import Asked, common, examples, words
from core.cli.prose import count
from core.cli.screen import plain
from core.names import SHORT_ID
from core.search import Concluded, Found, Hit, Row, conclusions, search

#: A word that is left out, which click would take for options of a letter each. `-h` is help.
_left_out = re.compile(r"-(?!-|h$|$)").match


class Search(click.Command):
    """A verb that takes `-word` for what is left out, as the query language writes it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        # A query knows minus signs of any width; click knows one.
        return super().parse_args(ctx, [f"－{a[1:]}" if _left_out(a) else a for a in args])


@click.command(
    "search",
    cls=Search,
    epilog=examples(
        "meipi search 稀土",
        "meipi search rare earth -magnets after:2025-06",
        "meipi search '\"rare earth\" OR magnet*'",
        "meipi search title:copper --json | jq '.[].title'",
    ),
)
@click.argument("query", metavar="QUERY...", nargs=-1, required=True, type=words)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    metavar="N",
    help="How many articles to give.",
)
@click.option("--literal", is_flag=True, help="Only what was typed, no other names for it.")
@common
def search_(query: tuple[str, ...], limit: int, literal: bool, asked: Asked) -> int:
    """Find articles about QUERY, in Chinese or English, the best first.

    All words are wanted. "Quotes" are taken literally; put other quotes around them for the shell.
    -word leaves a word out, OR takes either, word* is a beginning; title: source: tag: page: note:
    colour: author: before: after: has: and is: ask for one thing.
    """
    with asked.look() as reader:
        asked_for = " ".join(query)
        found = search(reader, asked_for, limit=limit, literal=literal)
        said = conclusions(reader, asked_for, literal=literal)[:limit]
        rows = {row.finding.id: row for row in ledger.rows(reader)} if said else {}
    shapes = _shapes(found) + [_concluded(one, rows[one.finding.id]) for one in said]
    asked.answer(shapes, [*_lines(found), *_findings(said)])
    return 0


def _shapes(found: Found) -> list[dict[str, object]]:
    return [_shape(hit, row) for hit in found.hits for row in hit.rows or (None,)]


def _shape(hit: Hit, row: Row | None) -> dict[str, object]:
    """Give one row that was found; of an article found for no words of its own, there is none."""
    return {
        "article": hit.article,
        "title": hit.title,
        "source": hit.source or None,
        "published": hit.published or None,
        "node": row.node if row else None,
        "kind": row.kind if row else "title",
        "text": row.text if row else hit.title,
        "snippet": row.snippet if row else hit.title,
        "marks": [list(mark) for mark in row.marks] if row else [],
        "why": list(row.why) if row else [],
        "score": hit.score,
        "highlight": (row.highlight or None) if row else None,
        "finding": None,
    }


def _concluded(one: Concluded, row: ledger.Row) -> dict[str, object]:
    """Give a finding; its article is the first that it rests on."""
    first = row.cited[0] if row.cited else None
    return {
        "article": first and first.article,
        "title": first.title if first else "",
        "source": (first and first.source) or None,
        "published": (first and first.published) or None,
        "node": None,
        "kind": one.row.kind,
        "text": one.row.text,
        "snippet": one.row.snippet,
        "marks": [list(mark) for mark in one.row.marks],
        "why": list(one.row.why),
        "score": round(one.row.score, 3),
        "highlight": None,
        "finding": one.finding.id,
    }


def _findings(said: Sequence[Concluded]) -> Iterator[str]:
    for one in said:
        where = "" if one.row.text == one.finding.statement else f"{one.finding.statement}: "
        yield f"{one.finding.id[:SHORT_ID]}  {plain(where)}{_marked(one.row)}{_why(one.row)}"
    if said:
        yield f"{count(len(said), 'finding')}."


def _lines(found: Found) -> Iterator[str]:
    for hit in found.hits:
        source = sources.name(hit.source) or hit.source
        about = "  ".join(filter(None, (hit.article[:SHORT_ID], hit.published, source)))
        yield f"{about}  {plain(hit.title)}"
        for row in hit.rows:
            if row.kind != "title":
                yield f"    {_marked(row)}{_why(row)}"
        if hit.more > 0:
            yield f"    and {count(hit.more, 'more row')}"
    shown, total = len(found.hits), found.total
    yield f"{count(total, 'article')}." if shown == total else f"{shown} of {total} articles."


def _marked(row: Row) -> str:
    """Give a snippet with brackets around what was found."""
    text = row.snippet
    for start, end in reversed(row.snippet_marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    told = {"note": "note: ", "tag": "tag: ", "source": "source: "}
    return told.get(row.kind, "") + plain(text)


def _why(row: Row) -> str:
    return f"  ({'; '.join(map(plain, row.why))})" if row.why else ""
