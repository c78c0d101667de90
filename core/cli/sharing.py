"""The verb share: a small library with what was chosen, in one file, to be sent to somebody."""

from collections.abc import Sequence
from pathlib import Path

import click

from core.cli import options
from core.cli.naming import tag_path
from core.cli.options import Asked, common, examples, find, words
from core.cli.prose import count
from core.cli.screen import plain
from core.errors import NotFound
from core.library import Reader
from core.model import Author
from core.names import SHORT_ID
from core.outline import normal
from core.settings import myself
from core.share.choose import Choice
from core.share.make import Made, make

ME = "me"


@click.command(
    epilog=examples(
        "meipi share for-ben.meipi",
        "meipi share forecasts.meipi --tag claim/forecast --author me --current",
        "meipi share marks.meipi --article 3f2a --without-texts",
    )
)
@click.argument("out", type=click.Path(path_type=Path))
@options.articles(help="This article; repeatable.")
@options.tags(help="What has this tag; repeatable.")
@click.option("--author", type=words, metavar="WHO", help="Whose highlights: `me`, or a name.")
@click.option("--without-texts", is_flag=True, help="Leave out the texts of the articles.")
@click.option("--include-private", is_flag=True, help="Include private highlights.")
@click.option("--current", is_flag=True, help="Leave out earlier versions.")
@common
def share(
    *,
    out: Path,
    articles: tuple[str, ...],
    tags: tuple[str, ...],
    author: str | None,
    asked: Asked,
    **ways: bool,
) -> int:
    """Write what you choose to OUT, a small library to be sent to somebody.

    Without --article, --tag and --author, all of it. --tag takes the tags under it, too. Private
    highlights stay at home unless they are asked for.
    """
    with asked.look() as reader:
        choice = Choice(
            articles=tuple(find(reader, name) for name in articles),
            tags=tuple(_tag(reader, path) for path in tags),
            author=_author(reader, author),
            without_texts=ways["without_texts"],
            include_private=ways["include_private"],
            history="current" if ways["current"] else "full",
        )
    made = make(asked.path, out, choice, myself())
    asked.answer(_shape(made), _told(made))
    return 0


def _tag(reader: Reader, path: str) -> str:
    known = reader.tags()
    key = normal(tag_path(known, path))
    found = [tag.id for tag in known if normal(tag.path) == key]
    if not found:
        raise NotFound(f"There is no tag {path!r}.", "`meipi tags` shows them all.")
    return found[0]


def _author(reader: Reader, who: str | None) -> str | None:
    """Give the id of the author of this name or id; `me` is who works on this machine."""
    if who is None or who == ME:
        return myself().id if who else None
    found = [one for one in reader.authors() if who == one.id or _is_called(one, who)]
    if len(found) == 1:
        return found[0].id
    if found:
        raise NotFound(f"Several authors are called {who!r}.", f"Give an id: {_ids(found)}.")
    raise NotFound(f"No author is called {who!r}.", "Give a name as `meipi show` shows it.")


def _is_called(author: Author, who: str) -> bool:
    """Tell whether this is a name, also where several have it and are told apart."""
    apart = f"{who} ({author.id[:SHORT_ID]})"
    return normal(author.name) in (normal(who), normal(apart))


def _ids(authors: Sequence[Author]) -> str:
    return ", ".join(one.id for one in authors)


def _shape(made: Made) -> dict[str, object]:
    return {
        "share": str(made.path),
        "articles": made.articles,
        "highlights": made.highlights,
        "findings": made.findings,
        "revisions": made.revisions,
        "left_out": list(made.left_out),
    }


def _told(made: Made) -> list[str]:
    held = [count(made.articles, "article"), count(made.highlights, "highlight")]
    held += [count(made.findings, "finding")] if made.findings else []
    return [
        f"Shared {', '.join(held)} in {plain(str(made.path))}.",
        *(plain(line) for line in made.left_out),
    ]
