"""The reader's own terms as a list in a file: read, taken over as one deed, and written.

A line is a term: Chinese, English (several names are parted by ; or |), a note, and a 1 if it is
one word wherever text is cut. What a term is good for, the glossary and the search know.
"""

import csv
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core import annotate
from core.cells import as_csv, plain
from core.change import Change
from core.encoding import decode, is_rubbish
from core.errors import Unreadable
from core.model import Term

#: A file of terms is not larger than this, in bytes.
LARGEST = 8_000_000
HEADS = ("zh", "chinese", "term", "中文", "术语", "词")
COLUMNS = ("zh", "en", "note", "whole")
#: Excel takes a file that begins with this for UTF-8, and any other for letters of the system's.
BOM = "\ufeff"


class Row(NamedTuple):
    """A term as somebody wrote it down; without a note, or with one that is empty."""

    zh: str
    en: tuple[str, ...] = ()
    note: str | None = None
    whole: bool = False


def named(known: Iterable[Term], zh: str) -> Term | None:
    """Give the term of this name, if there is one."""
    return next((one for one in known if _key(one.zh) == _key(zh)), None)


def _key(zh: str) -> str:
    return "".join(zh.split()).casefold()


def put(known: Term | None, row: Row) -> Change:
    """Say what is to be done so that a term is there with these names, before those that it has."""
    if known is None:
        return annotate.define(row.zh, row.en, note=row.note or "", whole=row.whole)
    names = [*row.en, *known.en]
    return annotate.redefine(known, names, note=row.note, whole=row.whole or None)


def taken_over(known: Iterable[Term], rows: Iterable[Row]) -> tuple[Change, int]:
    """Give the change that takes rows over, and how many of them bring something new."""
    there = {_key(one.zh): one for one in known}
    changes = [put(there.get(_key(row.zh)), row) for row in rows]
    edits = tuple(edit for change in changes for edit in change.edits)
    return Change("define", edits), sum(1 for one in changes if one.edits)


# From a file


def read(written: bytes, name: str) -> list[Row]:
    """Read terms; a word that comes several times has all its names."""
    found, names = dict[str, Row](), dict[str, list[str]]()
    had = set[tuple[str, str]]()  # names that a line before gave
    for cells in _cells(_text(written, name)):
        zh, en, note, whole = (*(_plain(cell) for cell in cells[:4]), "", "", "", "")[:4]
        key = _key(zh)
        before = found.get(key, Row(zh))
        parts = [part.strip() for part in en.replace("|", ";").split(";")]
        if key:
            more = [part for part in parts if part and (key, part) not in had]
            names.setdefault(key, []).extend(more)
            had.update((key, part) for part in more)
            is_whole = before.whole or whole == "1"
            found[key] = Row(before.zh, (), before.note or note or None, is_whole)
    if not found:
        raise Unreadable(f"There is no term in {name}.", "Each line is: Chinese, English.")
    return [one._replace(en=tuple(names[key])) for key, one in found.items()]


def _text(written: bytes, name: str) -> str:
    if len(written) > LARGEST:
        raise Unreadable(f"{name} is too large for a file of terms.", "Split it.")
    text = decode(written)
    if "\ufffd" in text or is_rubbish(text):
        raise Unreadable(
            f"{name} holds no text, or damaged text.", "Save its terms as CSV in UTF-8."
        )
    return text


def _cells(text: str) -> Iterator[list[str]]:
    """Give the lines' cells, without the line that names the columns."""
    lines = text.replace("\0", "").splitlines()
    mark = "\t" if lines and "\t" in lines[0] else ","
    try:
        for number, cells in enumerate(csv.reader(lines, delimiter=mark)):
            if cells and not (number == 0 and cells[0].strip().casefold() in HEADS):
                yield cells
    except csv.Error as error:
        raise Unreadable(
            "A line of the file is not a term.", "Look for a quotation mark that is never closed."
        ) from error


def _plain(cell: str) -> str:
    return plain(" ".join(cell.split()))


# Into a file


def written(terms: Iterable[Term]) -> str:
    """Write terms as `read` reads them; no cell can be taken for a formula."""
    rows = ((one.zh, "; ".join(one.en), one.note, "1" if one.whole else "") for one in terms)
    return BOM + as_csv(COLUMNS, ([" ".join(cell.split()) for cell in row] for row in rows))
