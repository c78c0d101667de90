"""Rows of a spreadsheet without a heading row: which column is which, by what stands in them.

A column of times, one of summaries and one of titles must each be told for certain. Where two may
be the same thing, nothing is said: a source that is shown as a title would mislead. What is none of
these is text beside the article.
"""

import re
from collections.abc import Callable, Sequence

from core import sources
from core.parse import arranged, cites, moment
from core.parse.lines import LONGEST_TITLE, Look, canonical, read_lines

_NUMBERS = re.compile(r"[\d\s.,:%+/-]*")
_LONGEST_SOURCE, _SHORTEST_TITLE = 40, 4
_TOLD = frozenset((Look.FLAT, Look.HEADING, Look.CITED))


def fields(rows: Sequence[Sequence[str]]) -> list[str | None] | None:
    """Give the field of an article that each column holds, or None where that is not certain."""
    if not _is_even(rows):
        return None
    columns = list(zip(*rows, strict=True))
    known = [_field(column) for column in columns]
    if known.count("time") != 1 or known.count("summary") != 1:
        return None
    words = [at for at, field in enumerate(known) if field == "words"]
    origins = [at for at in words if all(map(_may_be_source, columns[at]))]
    title = _title([at for at in words if at not in origins], columns)
    if title is None:
        return None
    source = origins[0] if len(origins) == 1 else None
    named = {title: "title", source: "source"}
    return [named.get(at) if field == "words" else field for at, field in enumerate(known)]


def has_summaries(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows, several of as many cells each, have a column of summaries."""
    if len(rows) < 2 or not _is_even(rows):
        return False
    return [_field(column) for column in zip(*rows, strict=True)].count("summary") == 1


def _is_even(rows: Sequence[Sequence[str]]) -> bool:
    return bool(rows) and len(rows[0]) > 2 and all(len(row) == len(rows[0]) for row in rows)


def is_other(row: Sequence[str], fields: Sequence[str | None]) -> bool:
    """Tell whether a row over others is none of them: it has neither a time nor a summary."""
    by_field = dict(zip(fields, row, strict=False))
    return not moment.told(by_field.get("time", "")) and not _is_summary(
        by_field.get("summary", "")
    )


def _field(column: Sequence[str]) -> str | None:
    """Tell what all cells of a column are: "words" where these may be titles or sources."""
    tests: dict[str, Callable[[str], bool]] = {
        "url": lambda cell: cell.startswith(("http://", "https://")),
        "time": lambda cell: moment.told(cell) != "",
        "summary": _is_summary,
    }
    said = [cell for cell in column if cell]
    if len(said) < len(column) or all(map(_NUMBERS.fullmatch, said)):
        return "time" if said and all(map(moment.told, said)) else None
    return next((field for field, test in tests.items() if all(map(test, said))), "words")


def _is_summary(cell: str) -> bool:
    looks = {line.look for line in read_lines(canonical(cell))}
    is_list = Look.BULLET in looks and cites.CITE.search(cell) is not None
    return is_list or bool(looks & _TOLD)


def _may_be_source(cell: str) -> bool:
    return len(cell) <= _LONGEST_SOURCE and (sources.is_known(cell) or arranged.is_name(cell))


def _title(places: Sequence[int], columns: Sequence[Sequence[str]]) -> int | None:
    """Give the column of titles: the only one, or the one that is the longest in every row."""
    longest = max(places, key=lambda at: sum(map(len, columns[at])), default=None)
    if longest is None or not all(map(_may_be_title, columns[longest])):
        return None
    others = [columns[at] for at in places if at != longest]
    rows = zip(columns[longest], *others, strict=True)
    sure = all(len(title) >= 2 * len(other) for title, *beside in rows for other in beside)
    return longest if sure else None


def _may_be_title(cell: str) -> bool:
    return _SHORTEST_TITLE <= len(cell) <= LONGEST_TITLE and "\n" not in cell
