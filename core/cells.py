"""Tables as CSV for programs for tables: each cell is text, and never a formula."""

import csv
import io
import re
from collections.abc import Iterable
from itertools import chain

#: What such programs take for the beginning of a formula, also in full width, behind white space.
FORMULAS = frozenset("=+-@|%＝＋－＠｜％")
#: White space that makes a cell begin anew in some of them.
BREAKS = frozenset("\t\r\n")


_is_number = re.compile(r"-?[0-9]+(?:\.[0-9]+)?").fullmatch


def defused(cell: str) -> str:
    """Put ' before a text that could be taken for a formula, or begins with ' itself.

    A negative number stays one.
    """
    if not cell or _is_number(cell):
        return cell
    harmful = cell.lstrip()[:1] in FORMULAS or cell[0] in BREAKS or cell[0] == "'"
    return f"'{cell}" if harmful else cell


def plain(cell: str) -> str:
    """Give a cell without the ' that `defused` put before it."""
    return cell[1:] if cell[:1] == "'" and defused(cell[1:]) == cell else cell


def as_csv(head: Iterable[object], rows: Iterable[Iterable[object]]) -> str:
    """Write a table in which no cell can be taken for a formula; every line ends in LF."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    for row in chain((head,), rows):
        table.writerow([_safe(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue()


def _safe(cell: str) -> str:
    """Defuse a text. A CR in it becomes LF: unquoted, it would begin a row, and a cell with it."""
    return defused(cell.replace("\r\n", "\n").replace("\r", "\n"))
