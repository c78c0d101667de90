"""The verb for words: glossary add, list, import, export and remove the reader's own, and look.

What the terms are good for, the glossary and the search know.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from core import annotate, terms
from core.cli.gather import PIPE
from core.cli.options import A_PATH, Asked, common, examples, words
from core.cli.prose import count
from core.cli.screen import say_whole, table
from core.errors import NotFound
from core.library import Reader
from core.model import Term


@click.group(
    epilog=examples('meipi glossary add 国产替代 "domestic substitution"', "meipi glossary list")
)
def glossary() -> None:
    """Keep your own terms, what a Chinese word is called in English, and look words up.

    Searches look for them in both languages, and they take precedence over those that Meipi comes
    with. Each of the verbs takes --library FILE and --json.
    """


@glossary.command(
    epilog=examples(
        'meipi glossary add 国产替代 "domestic substitution" "import substitution"',
        "meipi glossary add 永磁体厂 --whole",
    )
)
@click.argument("zh", type=words)
@click.argument("en", nargs=-1, type=words)
@click.option("--note", type=words, metavar="MD", help="A note on it, in Markdown.")
@click.option("--whole", is_flag=True, help="It is one word wherever text is divided into words.")
@common
def add(zh: str, en: tuple[str, ...], *, note: str | None, whole: bool, asked: Asked) -> int:
    """Add the Chinese term ZH, called EN in English.

    If the term is there already, these names are put before those that it has.
    """
    with asked.change() as library:
        change = terms.put(terms.named(library.terms(), zh), terms.Row(zh, en, note, whole))
        if change.edits:
            library.commit(change)
        made = _find(library, zh)
    asked.answer(_shape(made), [_line(made)])
    return 0


@glossary.command("list", epilog=examples("meipi glossary list", "meipi glossary list --json"))
@common
def list_(asked: Asked) -> int:
    """List your own terms."""
    with asked.look() as reader:
        mine = reader.terms()
    asked.answer(
        [_shape(one) for one in mine],
        table(("zh", "en"), map(_row, mine)) or ["You have no terms yet."],
    )
    return 0


@glossary.command("import", epilog=examples("meipi glossary import terms.csv"))
@click.argument("path", type=A_PATH)
@common
def import_(path: Path, asked: Asked) -> int:
    """Import the terms in the file PATH; one undo takes them all back.

    Each line is a term: Chinese, English (several names separated by ; or |), a note, and a 1 if it
    is one word, in the columns of a CSV file or separated by tabs.
    """
    with click.open_file(str(path), "rb") as file:
        rows = terms.read(file.read(terms.LARGEST + 1), path.name)
    with asked.change() as library:
        change, taken = terms.taken_over(library.terms(), rows)
        library.commit(change)
    same = len(rows) - taken
    were = "was" if same == 1 else "were"
    line = f"Imported {count(taken, 'term')}" + (f"; {same} {were} there already." if same else ".")
    asked.answer({"taken": taken, "same": same}, [line])
    return 0


@glossary.command(epilog=examples("meipi glossary export terms.csv"))
@click.argument("path", type=A_PATH)
@common
def export(path: Path, asked: Asked) -> int:
    """Write your terms into the CSV file PATH, as `import` reads them; - is the terminal."""
    from core.export import write_file  # no other of these verbs writes

    with asked.look() as reader:
        mine = reader.terms()
    if path == PIPE:
        say_whole(terms.written(mine).removeprefix(terms.BOM))
        return 0
    write_file(path, terms.written(mine))
    shape = {"file": str(path), "terms": len(mine)}
    asked.answer(shape, [f"Wrote {count(len(mine), 'term')} to {path}."])
    return 0


@glossary.command(epilog=examples("meipi glossary look 稀土", "meipi glossary look 稀土出口管制"))
@click.argument("text", type=words)
@common
def look(text: str, asked: Asked) -> int:
    """Show how the Chinese words in TEXT are read, and what they are called.

    Your own names come first, then those of the field, then the dictionary's.
    """
    from core.glossary import Entry, look_up  # no other of these verbs looks

    def lines(one: Entry) -> Iterator[str]:
        yield f"{one.word}  {one.pinyin}"
        yield from (f"  {sense}" for sense in one.senses or ("not in the glossary",))

    own = _own(asked)
    told = [look_up(word, own) for word in _chinese(text, own)]
    shapes = [asdict(one) | {"own": one.own and _shape(one.own)} for one in told]
    asked.answer(shapes, [line for one in told for line in lines(one)])
    return 0


def _own(asked: Asked) -> list[Term]:
    """Give the reader's terms; words can be looked up without a library."""
    if not asked.path.exists() and asked.library is None:
        return []
    with asked.look() as reader:
        return reader.terms()


def _chinese(text: str, own: Sequence[Term]) -> Iterator[str]:
    """Give the Chinese words of a text, in reading order."""
    from core.glossary import word_at

    place = 0
    while place < len(text):
        found = word_at(text, place, own)
        if found:
            yield found.text
        place = max(found.end, place + 1) if found else place + 1


@glossary.command(epilog=examples("meipi glossary remove 国产替代"))
@click.argument("zh", type=words)
@common
def remove(zh: str, asked: Asked) -> int:
    """Remove the term ZH."""
    with asked.change() as library:
        gone = _find(library, zh)
        library.commit(annotate.undefine([gone]))
    asked.answer(_shape(gone), [f"Removed: {_line(gone)}"])
    return 0


def _find(reader: Reader, zh: str) -> Term:
    found = terms.named(reader.terms(), zh)
    if not found:
        raise NotFound(f"You have no term {zh!r}.", "`meipi glossary list` shows them all.")
    return found


# What is said


def _shape(one: Term) -> dict[str, object]:
    return asdict(one) | {"note": one.note or None}


def _row(one: Term) -> tuple[str, str]:
    return one.zh, _said(one)


def _line(one: Term) -> str:
    return f"{one.zh}: {_said(one)}"


def _said(one: Term) -> str:
    return "; ".join(one.en) or "(one word)"
