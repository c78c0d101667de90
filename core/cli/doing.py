"""The verbs that change a library, each by one deed: import, highlight, undo, redo."""

from pathlib import Path
from typing import NamedTuple

import click

from core import annotate, settings
from core.change import Change
from core.cli import options, prose, shapes
from core.cli.gather import gather
from core.cli.options import A_PATH, Asked, common, examples, find, made, words
from core.cli.quote import Spot
from core.cli.quote import find as find_quote
from core.cli.screen import complain, plain, progress, say_json
from core.errors import Stale
from core.library import Library, Past
from core.model import Article, Colour, Passage

COLOURS = [colour.value for colour in Colour]


@click.command(
    "import",
    epilog=examples(
        "meipi import page.txt", "meipi import saved/ more.json", "pbpaste | meipi import -"
    ),
)
@click.argument("paths", nargs=-1, required=True, type=A_PATH, metavar="PATH...")
@click.option("--anew", is_flag=True, help="Make a new library even if one was lost.")
@common
def import_(paths: tuple[Path, ...], anew: bool, asked: Asked) -> int:
    """Import every PATH into the library; one undo takes it all back.

    PATH is a file, a folder (the pages, JSON and feeds in it), or - for what is
    piped in.
    """
    if asked.path.exists() and asked.path.stat().st_size:
        asked.look().close()
    read = gather(paths)
    if read.pages:
        _keep(read.articles, asked, anew)
    return 1 if read.failures else 0


def _keep(read: list[Article], asked: Asked, anew: bool) -> None:
    with asked.make_or_change(anew=anew) as library, progress() as tell:
        tell(f"Keeping {prose.count(len(read), 'article')} …")
        addition = library.add(read)
        try:
            _commit(library, addition.change)
        except Stale:  # somebody else brought one of them in this very moment
            addition = library.add(read)
            _commit(library, addition.change)
    fullest = {article.id: article for article in (*addition.articles, *addition.change.articles)}
    articles = list(fullest.values())
    asked.answer(shapes.addition(addition, articles), prose.addition(addition, articles))


def _commit(library: Library, change: Change) -> None:
    """Commit; where Ctrl+C comes too late to stop it, do not say that nothing was changed."""
    before = library.undoable()
    try:
        library.commit(change)
    except KeyboardInterrupt:
        if library.undoable() == before:
            raise


@click.command(
    epilog=examples(
        'meipi highlight 3f2a --quote "10 to 20 years" --tag claim/forecast',
        'meipi highlight 3f2a --claim 5 --colour red --note "Says **who**?"',
    )
)
@click.argument("article", type=words)
@click.option("--quote", type=words, metavar="TEXT", help="The words to mark.")
@click.option(
    "--claim",
    type=click.IntRange(min=1),
    metavar="N",
    help="The claim they are in, counted from 1; without --quote, all of it.",
)
@click.option("--colour", type=click.Choice(COLOURS, case_sensitive=False), help="Its colour.")
@options.tags(help="A tag; repeatable.")
@click.option("--note", default="", type=words, metavar="MD", help="A note, in Markdown.")
@common
def highlight(
    *,
    article: str,
    quote: str | None,
    claim: int | None,
    colour: str | None,
    tags: tuple[str, ...],
    note: str,
    asked: Asked,
) -> int:
    """Mark words in ARTICLE.

    ARTICLE is an id, the beginning of one, or a whole title. The words are looked for as written,
    then without regard to case, width and white space. If they occur several times, --claim says
    which are meant; within that claim, the first.
    """
    if quote is None and claim is None:
        raise click.UsageError("Give the words to mark with --quote, or a whole claim by --claim.")
    if quote is not None and not quote.strip():
        raise click.UsageError("There are no words in --quote.")
    with asked.change() as library:
        one = library.article(find(library, article))
        spot = find_quote(one, quote, claim)
        tint = Colour(colour) if colour else _preferred()
        passage = _passage(one, spot)
        done = annotate.highlight(passage, tint, note=note, tags=tags, known=library.tags())
        new = library.commit(done).edits[0].record
        seen = library.annotated(one.id)
    placed = made((one for one in seen.placed if one.highlight.id == new), "highlight")
    asked.answer(shapes.marked(placed, seen), prose.marked(placed, seen))
    return 0


def _passage(article: Article, spot: Spot) -> Passage:
    from core.anchor import describe

    return describe(article, spot.node.position, spot.start, spot.end)


def _preferred() -> Colour:
    chosen = settings.load().colour
    return Colour(chosen) if chosen in COLOURS else Colour.YELLOW


@click.command(epilog=examples("meipi undo", "meipi undo --json"))
@common
def undo(asked: Asked) -> int:
    """Undo the last step; again: the one before it."""
    with asked.change() as library:
        past, done = library.undoable(), library.undo()
    return _turned(asked, UNDO, done, past)


@click.command(epilog=examples("meipi undo && meipi redo"))
@common
def redo(asked: Asked) -> int:
    """Redo what was undone last."""
    with asked.change() as library:
        past, done = library.redoable(), library.redo()
    return _turned(asked, REDO, done, past)


class Turn(NamedTuple):
    """The words for a way through the history."""

    key: str
    said: str
    nothing: str


UNDO = Turn("undone", "Undone", "There is nothing to undo.")
REDO = Turn("redone", "Redone", "There is nothing to redo.")


def _turned(asked: Asked, turn: Turn, done: Change | None, past: Past | None) -> int:
    if done is None:
        if asked.as_json:
            say_json({turn.key: None, "count": 0})
        complain(turn.nothing)
        return 1
    shape = {turn.key: done.name, "count": done.count}
    said = prose.deed(done.name, done.count, past.source if past else None)
    asked.answer(shape, [f"{turn.said}: {plain(said[:1].lower() + said[1:])}"])
    return 0
