"""The verb export: articles with their highlights, as one document or a folder of notes."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from core import ledger, settings
from core.cli import options, prose
from core.cli.gather import PIPE
from core.cli.naming import under
from core.cli.options import A_PATH, Asked, common, examples, find, words
from core.cli.screen import progress, say, say_json, say_whole
from core.errors import NotFound
from core.finding import Row
from core.library import Reader
from core.model import Annotated

if TYPE_CHECKING:
    from core.export import Beside, Template

#: A path as it was typed, for the / it may end in.
TYPED = click.Path(allow_dash=True)


@click.command(
    epilog=examples(
        "meipi export markdown > all.md",
        "meipi export markdown --article 3f2a -o article.md",
        "meipi export markdown --tag claim -o notes/",
        "meipi export markdown --claims tag:forecast > forecasts.md",
    )
)
@click.argument("form", type=click.Choice(["markdown"]), metavar="markdown")
@click.option(
    "-o",
    "--output",
    "to",
    type=TYPED,
    metavar="PATH",
    help="A file for one document, or a folder (there, or ending in /) for a note each.",
)
@options.articles(help="This article; repeatable.")
@options.tags(help="Articles with this tag; repeatable.")
@click.option("--claims", type=words, metavar="QUERY", help="Only the claims that match a search.")
@click.option("--template", type=A_PATH, metavar="FILE", help="A Jinja2 template of your own.")
@common
def export(
    *,
    form: str,  # noqa: ARG001  there is one as yet
    to: str | None,
    articles: tuple[str, ...],
    tags: tuple[str, ...],
    claims: str | None,
    template: Path | None,
    asked: Asked,
) -> int:
    """Write articles and their highlights as Markdown.

    To the terminal, or to -o PATH. Without --article and --tag, all of them. --article chooses by
    id, the beginning of one, or title; --tag those that hold a highlight with this tag or one
    under it. --claims takes only the claims that match a search.
    """
    from core.export import Beside, load  # no other verb needs it

    used = load(template) if template else None
    ids, beside = list[str](), list[Beside]()
    with asked.look() as reader, progress() as tell:
        named = _chosen(reader, articles, tags)
        chosen = _told(_about(reader, claims, named) if claims else named, ids, tell)
        whole = not (articles or tags or claims)
        found = [row for row in ledger.rows(reader) if whole or row.cited]
        pages = reader.page_names
        told = partial(_export, findings=found, pages=pages, template=used)
        document, files = told(chosen, to=to, edited=beside.append)
    if asked.as_json:
        names = [str(file) for file in files]
        left = [{"edited": str(one.edited), "new": str(one.new)} for one in beside]
        say_json({"articles": ids, "files": names, "markdown": document, "beside": left})
    elif document is not None:
        say_whole(document)
    else:
        say(f"Exported {prose.count(len(ids), 'article')} to {to}.")
        for one in beside:
            say(f"{one.edited.name} was edited, and stays as it is; see {one.new.name}.")
    return 0


def _told(
    chosen: Iterator[Annotated], ids: list[str], tell: Callable[[str], None]
) -> Iterator[Annotated]:
    """Walk articles on, noting their ids and telling how far we are; refuse none at all."""
    for one in chosen:
        ids.append(one.article.id)
        tell(f"Exporting article {len(ids):,}: {one.article.title}")
        yield one
    if not ids:
        raise NotFound("There is no article to export.", "`meipi list` shows what there is.")


def _export(
    chosen: Iterator[Annotated],
    *,
    findings: Sequence[Row],
    pages: Callable[[str], Sequence[str]],
    to: str | None,
    template: "Template | None",
    edited: Callable[["Beside"], object],
) -> tuple[str | None, list[Path]]:
    """Give the document, or write it, or a folder of notes, and give the files."""
    from core.export import markdown, write_file, write_notes

    mine = settings.load().author
    told = partial(markdown, findings=findings, pages=pages, mine=mine, template=template)
    if to is None or Path(to) == PIPE:
        return told(chosen), []
    path = Path(to)
    if path.is_dir() or to.endswith(("/", os.sep)):
        written = partial(write_notes, findings=findings, pages=pages, mine=mine, template=template)
        return None, written(path, chosen, edited=edited)
    write_file(path, told(chosen))
    return None, [path]


def _chosen(reader: Reader, names: Sequence[str], tags: Sequence[str]) -> Iterator[Annotated]:
    """Walk the articles chosen, in the order named, else newest first."""
    wanted = under(reader.tags(), tags)
    ids = [find(reader, name) for name in names]
    if not names:
        cards = reader.cards(reader.order())
        ids = [card.id for card in cards if card.highlights or not tags]
    for article in dict.fromkeys(ids):
        one = reader.annotated(article)
        if not tags or any(wanted.intersection(placed.highlight.tags) for placed in one.placed):
            yield one


def _about(reader: Reader, query: str, named: Iterable[Annotated]) -> Iterator[Annotated]:
    """Leave nothing of these articles but the claims that a query is about."""
    from core.search import collect, rows  # no other way of choosing needs it

    found = {card.id for card in reader.cards(rows(reader, query))}
    for one in named:
        if one.article.id in found:
            yield from (part.alone() for part in collect(reader, query, [one.article.id]))
