"""Rows of a spreadsheet to articles: pasted with tabs between, in a file of commas, or in Markdown.

The heading row says, in English or Chinese, which column is which; where there is none, `unheaded`
tells them by what stands in them. A time that cannot be read for certain ("11/9/2025"), and what
stands in columns of other names, is kept as text with the article.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from core.cells import plain
from core.errors import Unreadable
from core.model import Article, Page
from core.outline import compose
from core.parse import api, moment, named, tables, unheaded
from core.parse.lines import LONGEST, Look, canonical, read_lines
from core.parse.text import MOST, kept_beside, refuse_crowds, refuse_length
from core.parse.things import IN_BODY
from core.progress import Progress

_SIGNS = "\t,;"
_TELL = frozenset(("source", "time", "summary", "content"))
_ABOUT = re.compile(r"(?P<name>[^(（]+)[(（](?P<about>[^()（）]{1,20})[)）]")
_A_ZONE = re.compile(r"时间|時間|[Tt]ime|[A-Z]{2,4}|[+-]\d")
_OWN_ZONE = re.compile(r"Z|[+-]\d\d:?\d\d|UTC|GMT|时间|時間")
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}.{0,12}")
_MILLISECONDS = re.compile(r"\d{12,14}", re.ASCII)
_CELLS = {
    sign: re.compile(
        rf'[ ]*+"(?P<quoted>(?:[^"]|"")*+)"[ ]*+(?=[{sign}\n]|\Z)|(?P<bare>[^{sign}\n]*+)'
    )
    for sign in _SIGNS
}
_SEPARATOR = re.compile(r"\ufeff?sep=(?P<sign>[\t,;])\n", re.IGNORECASE)
_MOST_CELLS = 16_384  # of a row: as many as Excel has
_ABOVE = 4  # rows that may stand over the heading row
_GLANCE, _A_WORD = 20, 100  # rows
_HEAD = 4000  # characters


class _Column(NamedTuple):
    """A column: which field of an article it is ("": none, None: another), its name, what of it."""

    field: str | None
    name: str
    about: str


class _Table(NamedTuple):
    """Where the rows begin, what parts their cells, and their columns. `above` stands over them."""

    at: int
    sign: str
    columns: Sequence[_Column]
    above: str


def looks_like(text: str) -> bool:
    text = _lines(text[:LONGEST])
    return not _is_wide(text) and _table(text) is not None


def _is_wide(text: str) -> bool:
    """Tell whether a line near its beginning has more commas or the like than a table has."""
    lines = text.split("\n", _GLANCE)[:_GLANCE]
    return any(line.count(sign) >= _MOST_CELLS for line in lines for sign in _SIGNS)


def read(text: str, progress: Progress) -> Page | None:
    """Read its rows; None where no heading row tells of articles."""
    text = _lines(text)
    table = _table(text)
    if table is None:
        return None
    rows = (cells for cells, _ in _rows(text, table.sign, table.at) if any(cells))
    refuse_crowds(sum(1 for _ in islice(rows, MOST + 1)))
    found, waiting = list[Article](), [table.above] if table.above else []
    for number, (cells, at) in enumerate(_rows(text, table.sign, table.at)):
        if number % _A_WORD == 0:
            progress(at, len(text))
            refuse_length(number)
        article = _article(table.columns, cells)
        if article is not None:
            found.append(article)
            refuse_crowds(len(found))
        elif any(cells):
            waiting.append(" ".join(filter(None, cells)))
        if found and waiting:
            found[-1] = kept_beside(found[-1], "\n".join(waiting))
            waiting = []
    return Page(None, tuple(found)) if found else None


def refusal() -> Unreadable:
    """Say what a table needs."""
    return Unreadable(
        "This table has no heading row that tells title, source, time or summary.",
        "Put one over the rows, in English or Chinese, and import that.",
    )


def _lines(text: str) -> str:
    """Give a text with one kind of line ends, and tabs in a table of Markdown."""
    text = text.removeprefix("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return _with_tabs(text) if "|" in text[:_HEAD] and "--" in text[:_HEAD] else text


def _with_tabs(text: str) -> str:
    """Give a table of articles in Markdown as a spreadsheet is copied; any other text as it is."""
    lines = text.split("\n")
    ends = ((at, tables.end(lines, at)) for at in range(min(_GLANCE, len(lines))))
    begins, end = next(((at, end) for at, end in ends if end > at), (0, 0))
    if not end or not _tells(map(_column, tables.cells(lines[begins]))):
        return text
    rest = "\n".join(lines[end:])
    if any(line.look in (Look.META, Look.FLAT) for line in read_lines(canonical(rest))):
        return text  # a page stands below it
    rows = [lines[begins], *lines[begins + 2 : end]]
    told = ("\t".join(map(_quoted, tables.cells(row))) for row in rows)
    return "\n".join((_quoted("\n".join(lines[:begins])), *told, _quoted(rest)))


def _quoted(cell: str) -> str:
    said = tables.BREAK.sub("\n", cell).replace("\\|", "|").replace('"', '""').strip()
    return f'"{said}"'


def _tells(columns: Iterable[_Column]) -> bool:
    """Tell whether columns are those of articles."""
    fields = {column.field for column in columns}
    return "title" in fields and bool(fields & _TELL)


def _table(text: str) -> _Table | None:
    """Find the heading row, and by which sign its cells are parted."""
    told = _SEPARATOR.match(text)
    begins = told.end() if told else 0
    for sign in _SIGNS:
        above = list[str]()
        for cells, at in islice(_rows(text, sign, begins), _ABOVE + 1):
            columns = [_column(cell) for cell in cells]
            if _tells(columns) and _has_rows(text, sign, at):
                return _Table(at, sign, columns, "\n".join(above))
            above += [" ".join(filter(None, cells))] if any(cells) else []
    return next(filter(None, (_unheaded(text, sign, begins) for sign in _SIGNS)), None)


def _unheaded(text: str, sign: str, at: int) -> _Table | None:
    """Find the columns of rows without a heading row; a first row of other words may be one.

    Raises Unreadable where these are surely rows of articles, and their columns are not sure.
    """
    rows = [row for row in islice(_rows(text, sign, at), _GLANCE) if any(row[0])]
    for begins in range(min(2, len(rows))):
        fields = unheaded.fields([cells for cells, _ in rows[begins:]])
        if fields is not None and (not begins or unheaded.is_other(rows[0][0], fields)):
            above = "\n".join(" ".join(filter(None, cells)) for cells, _ in rows[:begins])
            columns = [_Column(field, "", "") for field in fields]
            return _Table(rows[0][1] if begins else at, sign, columns, above)
    if sign == "\t" and unheaded.has_summaries([cells for cells, _ in rows]):
        raise refusal()  # as a page, it would have claims without a title and a time
    return None


def _has_rows(text: str, sign: str, at: int) -> bool:
    """Tell whether rows follow, most of which have several cells."""
    sizes = [len(cells) for cells, _ in islice(_rows(text, sign, at), _GLANCE) if any(cells)]
    return bool(sizes) and 2 * sum(size > 1 for size in sizes) > len(sizes)


def _column(cell: str) -> _Column:
    about = _ABOUT.fullmatch(cell)
    name = about["name"] if about else cell
    return _Column(named.field_of(name), cell, about["about"] if about else "")


def _rows(text: str, sign: str, at: int) -> Iterator[tuple[list[str], int]]:
    """Walk the rows from here, each with where it ends."""
    cell, row = _CELLS[sign], list[str]()
    while at < len(text):
        found = cell.match(text, at)
        assert found is not None
        row.append(_cell(found))
        if len(row) > _MOST_CELLS:
            raise Unreadable(
                f"A row of this table has more than {_MOST_CELLS:,} cells.",
                "Divide it, and import the parts.",
            )
        at = found.end() + 1
        if found.end() == len(text) or text[found.end()] == "\n":
            yield row, at
            row = []
    if row:
        yield row, at


def _cell(found: re.Match[str]) -> str:
    quoted = found["quoted"]
    said = (found["bare"] if quoted is None else quoted.replace('""', '"')).strip()
    if len(said) > LONGEST:
        raise Unreadable(
            "A cell of this table is longer than a million characters.",
            "Divide it, and import the parts.",
        )
    return plain(said)


def _article(columns: Sequence[_Column], cells: Sequence[str]) -> Article | None:
    """Give the article that a row is; None for one cell alone, or neither title nor text."""
    if len(cells) == 1:
        return None
    fields, times, others = dict[str, str](), list[tuple[str, _Column]](), list[str]()
    for place, said in enumerate(cells):
        column = columns[place] if place < len(columns) else _Column(None, "", "")
        if not said or column.field == "":
            continue
        if column.field == "time":
            times.append((said, column))
        elif column.field is None or column.field in fields or _is_no_address(said, column):
            others.append(f"{column.name}: {said}" if column.name else said)
        else:
            fields[column.field] = said
    if not fields.keys() & {"title", "summary", "content"}:
        return None
    published, rest = _time(times)
    if "summary" not in fields and _is_told(fields.get("content", "")):
        fields["summary"] = fields.pop("content")
    article = _dated(api.article(fields), published)
    others += rest
    return kept_beside(article, canonical("\n".join(others))) if others else article


def _is_no_address(said: str, column: _Column) -> bool:
    return column.field == "url" and not said.startswith(("http://", "https://"))


def _dated(article: Article, published: str) -> Article:
    """Give an article its time, where that is known: a day alone stays one."""
    if not published:
        return article
    head, edition = replace(article.masthead, published=published), article.edition
    return compose(head, edition.nodes, edition.text, edition.body)


def _is_told(text: str) -> bool:
    return any(line.look in IN_BODY for line in read_lines(canonical(text)))


def _time(said: Sequence[tuple[str, _Column]]) -> tuple[str, list[str]]:
    """Read a row's time, which may stand in two cells; give what was not read as lines."""
    if len(said) == 2 and _CLOCK.fullmatch(said[1][0]):
        column = said[1][1] if said[1][1].about else said[0][1]
        published = _published(f"{said[0][0]} {said[1][0]}", column)
        if published:
            return published, []
    published, rest = "", list[str]()
    for text, column in said:
        read = "" if published else _published(text, column)
        published = published or read
        rest += [] if read else [f"{column.name}: {text}"]
    return published, rest


def _published(said: str, column: _Column) -> str:
    """Read a time; one in a zone that is not known is none."""
    if _MILLISECONDS.fullmatch(said):
        return api.published({"published_at": said}) or ""
    if column.about and not _OWN_ZONE.search(said) and _A_ZONE.search(column.about):
        return moment.told(f"{said} {column.about}") or moment.told(f"{said} ({column.about})")
    return moment.told(said)
