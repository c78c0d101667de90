"""The verb for the reader's own terms: glossary add, list, import, remove.

A term is a Chinese word and what it is called in English. What the terms are good for, the glossary
and the search know.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import click

from core import annotate
from core.change import Change
from core.cli.options import A_PATH, Asked, common, examples, words
from core.cli.prose import count
from core.cli.screen import table
from core.errors import NotFound, Unreadable
from core.library import Reader
from core.model import Term

#: A file of terms is not larger than this, in bytes.
LARGEST = 8_000_000
HEADS = ("zh", "chinese", "term", "中文", "术语", "词")


@click.group(
    epilog=examples('meipi glossary add 国产替代 "domestic substitution"', "meipi glossary list")
)
def glossary() -> None:
    """Keep words of your own: what a Chinese term is called in English.

    They are searched for in both languages, and go before those that Meipi comes with. Each of the
    verbs takes --library FILE and --json.
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
@click.option("--whole", is_flag=True, help="It is one word wherever text is cut into words.")
@common
def add(zh: str, en: tuple[str, ...], *, note: str | None, whole: bool, asked: Asked) -> int:
    """Add the Chinese term ZH, called EN in English.

    To a term that is there, names are added, before those that it has.
    """
    with asked.change() as library:
        change = _put(_named(library, zh), zh, en, note, whole or None)
        if change.edits:
            library.commit(change)
        made = _find(library, zh)
    asked.answer(asdict(made), [_line(made)])
    return 0


@glossary.command("list", epilog=examples("meipi glossary list", "meipi glossary list --json"))
@common
def list_(asked: Asked) -> int:
    """List your own terms."""
    with asked.look() as reader:
        terms = reader.terms()
    asked.answer([asdict(one) for one in terms], table(("zh", "en"), map(_row, terms)))
    return 0


@glossary.command("import", epilog=examples("meipi glossary import terms.csv"))
@click.argument("path", type=A_PATH)
@common
def import_(path: Path, asked: Asked) -> int:
    """Take over the terms in the file PATH: one deed, one undo.

    A line is a term: Chinese, English (several names are parted by ; or |), and a note, in columns
    of a CSV file or parted by tabs.
    """
    rows = _read(path)
    with asked.change() as library:
        changes = list(_all(library.terms(), rows))
        edits = tuple(edit for change in changes for edit in change.edits)
        if edits:
            library.commit(Change("define", edits))
    taken = sum(1 for one in changes if one.edits)
    same = len(rows) - taken
    line = f"Took over {count(taken, 'term')}" + (f", {same} were there." if same else ".")
    asked.answer({"taken": taken, "same": same}, [line])
    return 0


@glossary.command(epilog=examples("meipi glossary remove 国产替代"))
@click.argument("zh", type=words)
@common
def remove(zh: str, asked: Asked) -> int:
    """Take the term ZH away."""
    with asked.change() as library:
        gone = _find(library, zh)
        library.commit(annotate.undefine([gone]))
    asked.answer(asdict(gone), [f"Took away: {_line(gone)}"])
    return 0


def _key(zh: str) -> str:
    return "".join(zh.split()).casefold()


def _named(reader: Reader, zh: str) -> Term | None:
    return next((one for one in reader.terms() if _key(one.zh) == _key(zh)), None)


def _find(reader: Reader, zh: str) -> Term:
    found = _named(reader, zh)
    if not found:
        raise NotFound(f"You have no term {zh!r}.", "`meipi glossary list` shows them all.")
    return found


def _put(
    known: Term | None, zh: str, en: Iterable[str], note: str | None, whole: bool | None
) -> Change:
    """Say what is to be done so that a term is there with these names."""
    if known is None:
        return annotate.define(zh, en, note=note or "", whole=bool(whole))
    return annotate.redefine(known, [*en, *known.en], note=note, whole=whole)


# A file of terms

Row = tuple[str, list[str], str]


def _read(path: Path) -> list[Row]:
    """Read terms; a word that comes several times has all its names."""
    found = dict[str, Row]()
    for cells in _cells(_text(path)):
        zh, en, note = (*(" ".join(cell.split()) for cell in cells[:3]), "", "", "")[:3]
        before = found.get(_key(zh), (zh, [], ""))
        names = [name.strip() for name in en.replace("|", ";").split(";") if name.strip()]
        if _key(zh):
            found[_key(zh)] = (before[0], [*before[1], *names], before[2] or note)
    if not found:
        raise Unreadable(f"There is no term in {path.name}.", "A line is: Chinese, English.")
    return list(found.values())


def _text(path: Path) -> str:
    with click.open_file(str(path), "rb") as file:
        read: bytes = file.read(LARGEST + 1)
    if len(read) > LARGEST:
        raise Unreadable(f"{path.name} is too large for a file of terms.", "Split it.")
    try:
        return read.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path.name} is not written in UTF-8.", "Save it as UTF-8.") from error


def _cells(text: str) -> Iterator[list[str]]:
    """Give the lines' cells, without the line that names the columns."""
    lines = text.replace("\0", "").splitlines()
    mark = "\t" if lines and "\t" in lines[0] else ","
    try:
        for number, cells in enumerate(csv.reader(lines, delimiter=mark)):
            if cells and not (number == 0 and cells[0].strip().casefold() in HEADS):
                yield cells
    except csv.Error as error:
        raise Unreadable("A line of the file is no list of terms.", "Look for a quote.") from error


def _all(known: Iterable[Term], rows: Iterable[Row]) -> Iterator[Change]:
    there = {_key(one.zh): one for one in known}
    for zh, en, note in rows:
        mine = there.get(_key(zh))
        yield _put(mine, zh, en, note if note or mine is None else None, None)


# What is said


def _row(one: Term) -> tuple[str, str]:
    return one.zh, _said(one)


def _line(one: Term) -> str:
    return f"{one.zh}: {_said(one)}"


def _said(one: Term) -> str:
    return "; ".join(one.en) or "(one word)"
