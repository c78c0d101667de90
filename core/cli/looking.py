"""The verbs that change nothing: parse, list, show, tags, history."""

from collections.abc import Sequence
from pathlib import Path

import click

from core.cli import prose, shapes
from core.cli.gather import gather
from core.cli.naming import of_name
from core.cli.options import A_PATH, Asked, common, examples, find, words
from core.cli.screen import complain, say_whole
from core.library.steps import steps
from core.model import OnPage

NOTHING_LIKE_IT = "No article matches. `meipi list` shows them all, `meipi search` looks further."
NOTHING_YET = "There is no article yet. `meipi import PATH` brings some."
NO_TAGS = "There are no tags yet. `meipi highlight ARTICLE --claim N --tag T` gives one."
NO_PAIRS = "No two tags occur together."


@click.command(epilog=examples("meipi parse page.txt", "pbpaste | meipi parse --json -"))
@click.argument("path", type=A_PATH)
@common
def parse(path: Path, asked: Asked) -> int:
    """Read PATH and show what is in it; nothing is written.

    PATH is a file, a folder, or - for what is piped in.
    """
    read = gather([path])
    if read.pages:
        told = map(shapes.article, read.articles)
        asked.answer_each(
            {"page": read.name or None}, "articles", told, prose.articles(read.articles)
        )
    return 1 if read.failures else 0


@click.command(
    "list", epilog=examples("meipi list", "meipi list 稀土", "meipi list --json | jq '.[].title'")
)
@click.argument("held", metavar="[WORDS]...", nargs=-1, type=words)
@click.option("--page", type=words, metavar="NAME", help="Only those of this page.")
@common
def list_(held: tuple[str, ...], page: str | None, asked: Asked) -> int:
    """List the articles, newest first.

    With WORDS, those that contain all of them. With --page, those imported from the page of that
    name, or from pages with it in their name; with "", those that came from none.
    """
    with asked.look() as reader:
        cards = reader.cards(reader.order(" ".join(held)))
        pages = reader.pages_of(card.id for card in cards)
        if page is not None:
            meant = of_name(reader, page)
            cards = [card for card in cards if _is_on(pages.get(card.id, ()), meant)]
    told = [shapes.card(card, pages.get(card.id, ())) for card in cards]
    if not cards:
        complain(NOTHING_LIKE_IT if held or page is not None else NOTHING_YET)
    asked.answer(told, prose.cards(cards))
    return 0


def _is_on(pages: Sequence[OnPage], meant: frozenset[str] | None) -> bool:
    return not pages if meant is None else any(one.id in meant for one in pages)


@click.command(epilog=examples("meipi show 3f2a", "meipi show --json 美国与中亚五国谈能源矿产"))
@click.argument("article", type=words)
@common
def show(article: str, asked: Asked) -> int:
    """Show ARTICLE with its highlights.

    ARTICLE is an id, the beginning of one, or a whole title.
    """
    with asked.look() as reader:
        one = reader.annotated(find(reader, article))
        pages = reader.pages_of([one.article.id]).get(one.article.id, ())
    asked.answer(shapes.annotated(one, pages), prose.annotated(one, pages))
    return 0


@click.command(epilog=examples("meipi tags", "meipi tags --json", "meipi tags --together --csv"))
@click.option("--together", is_flag=True, help="List which tags occur together.")
@click.option("--csv", "as_csv", is_flag=True, help="Answer --together as a table, in CSV.")
@common
def tags(*, together: bool, as_csv: bool, asked: Asked) -> int:
    """List the tags and how many highlights carry each.

    With --together, every two tags that occur on the same article, and on how many highlights
    and articles.
    """
    if together:
        return _together(asked, as_csv=as_csv)
    if as_csv:
        raise click.UsageError("--csv goes with --together.")
    with asked.look() as reader:
        known = reader.tags()
    asked.answer([shapes.tag(tag) for tag in known], prose.tags(known) or [NO_TAGS])
    return 0


def _together(asked: Asked, *, as_csv: bool) -> int:
    from core.together import together, written  # where it is asked for

    with asked.look() as reader:
        pairs = together(reader)
    if as_csv:
        say_whole(written(pairs))
    else:
        asked.answer([shapes.pair(pair) for pair in pairs], prose.together(pairs) or [NO_PAIRS])
    return 0


@click.command(epilog=examples("meipi history", "meipi history --limit 5 --json"))
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar="N",
    help="How many steps to list.",
)
@common
def history(limit: int, asked: Asked) -> int:
    """List what was done, newest first: when, by whom, to how many."""
    with asked.look() as reader:
        found = steps(reader.history(-1))[:limit]
        names = {one.id: one.name for one in reader.authors()}
    asked.answer([shapes.step(one, names) for one in found], prose.steps(found, names))
    return 0
