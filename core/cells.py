"""A cell of a table that somebody opens in a program for tables: text, and never a formula."""

import re

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
