"""Tables of a web page, where a first row names their columns, as Markdown writes tables.

Any other may only put a page's boxes in their places, as in mails, and is left as it is.
"""

import re
from collections.abc import Iterator

_TABLE = re.compile(r"<(?P<closes>/?)table(?=[\s>])", re.IGNORECASE)
_ROW = re.compile(r"<tr[\s>]", re.IGNORECASE)
_NAME, _CELL = (re.compile(rf"<{tag}(?:\s[^>]*)?>", re.IGNORECASE) for tag in ("th", "t[hd]"))
#: What parts lines inside a cell, and what stands around rows.
_PARTS = re.compile(r"</?(?:p|div|br|ul|ol|li|h[1-6])(?:\s[^>]*)?/?>", re.IGNORECASE)
_AROUND = re.compile(
    r"</?(?:thead|tbody|tfoot|colgroup|col)(?:\s[^>]*)?>|</t[rhd]\s*>", re.IGNORECASE
)
_LINE = "<br>"


def as_markdown(page: str) -> str:
    """Give a page with such tables as lines of Markdown."""
    return "".join(_parts(page)) if _NAME.search(page) else page


def _parts(page: str) -> Iterator[str]:
    at, begins = 0, -1
    for found in _TABLE.finditer(page):
        if not found["closes"]:
            begins = found.start()
        elif begins >= 0:
            yield page[at:begins]
            yield _lines(page[begins : found.start()])
            at, begins = found.start(), -1
    yield page[at:]


def _lines(table: str) -> str:
    rows = [found.start() for found in _ROW.finditer(table)]
    first = table[rows[0] : rows[1]] if len(rows) > 1 else ""
    names = len(_NAME.findall(first))
    if names < 2 or names != len(_CELL.findall(first)):
        return table
    told = [_line(table[start:end]) for start, end in zip(rows, (*rows[1:], None), strict=True)]
    rule = "|---" * names + "|"
    return table[: rows[0]] + _LINE.join(("", told[0], rule, *told[1:], ""))


def _line(row: str) -> str:
    """Give a row on one line, a stroke before each cell."""
    row = _AROUND.sub("", _PARTS.sub(" ", row.replace("|", "\\|")))
    return _CELL.sub(" | ", row[row.index(">") + 1 :]) + " |"
