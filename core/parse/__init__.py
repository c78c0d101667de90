"""Text to articles: pages pasted or saved, Markdown, the service's JSON. No database, no clock.

`text` reads a page: `signs`, `hyphens`, `together` and `wrapped` undo what copying did to it,
`lines` tells its lines apart, `nested`, `numbered` and `tables` those of lists in lists and of
tables, `arranged`, `forwarded` and `paper` put them in order, `things` and `layout` find the
articles, and `flat`, `regular` and `lined` the claims in a body. `api` reads JSON, `fenced` JSON
amid words, `named` knows what others call its fields, `feed` RSS and Atom, whose bytes `spelt`
spells, `jsonfeed` such in JSON, `savedfeed` those in files, `sheet` and `unheaded` rows of a
spreadsheet, `markup` and `grid` a saved web page, `webarchive` one saved with all it shows, `mail`
mails or such a page, `quoted` what a mail quotes, `moment` a time alone,
`encoding` bytes.
Nothing that was written is dropped: what no rule places becomes a block.
"""

from datetime import datetime
from pathlib import Path

from core import disk
from core.encoding import decode, is_rubbish
from core.errors import Unreadable, unread
from core.model import Page
from core.parse.folder import AS_TEXT
from core.parse.lines import Look, read_lines
from core.parse.text import read_page
from core.progress import Progress, silent

__all__ = ["looks_like_page", "parse_bytes", "parse_file", "parse_text"]

LARGEST = 1 << 26  # bytes
_GLANCE = 20_000
#: How files of word processors and printed pages begin, which hold more signs than words.
_OF_SIGNS = ("{\\rtf", "%PDF-", "%!PS-")


def parse_text(text: str, progress: Progress = silent, copied: datetime | None = None) -> Page:
    """Read a text; `progress(done, total)` is told how far it is, and may raise to stop.

    `copied`, where that is known, is when it was on the screen: "yesterday" counts from there.
    Raises Unreadable where there is no article in it.
    """
    from core.parse import api, fenced, mail, markup, quoted, savedfeed, sheet  # few are these

    page = api.read(text, progress) if api.looks_like(text) else None
    page = savedfeed.read(text) if page is None and savedfeed.looks_like(text) else page
    if page is None and savedfeed.is_other_xml(text):
        raise savedfeed.refusal()
    page = mail.read(text, progress) if page is None and mail.looks_like(text) else page
    page = fenced.read(text, progress) if page is None and fenced.looks_like(text) else page
    if page is None:
        text = markup.plain(text) if markup.looks_like(text) else text
        page = sheet.read(text, progress) if sheet.looks_like(text) else None
    if page is None:
        text = quoted.plain(text) if quoted.looks_like(text) else text
        page = read_page(text, progress, copied)
    if not page.articles:
        raise Unreadable(
            "There is no article in this text.",
            "Open the page, select all of it (Ctrl+A), copy it (Ctrl+C), and paste it here.",
        )
    return page


def parse_bytes(read: bytes, copied: datetime | None = None) -> Page:
    """Read bytes in UTF-8, UTF-16, GB18030 or Big5."""
    return parse_text(_text(read), copied=copied)


def _text(read: bytes) -> str:
    from core.parse import webarchive

    text = decode(webarchive.page(read) if webarchive.looks_like(read) else read)
    if text.startswith(AS_TEXT):
        raise Unreadable(
            "This is the text of a library, and no page.",
            "Merge that library, or import the pages.",
        )
    if is_rubbish(text) or text.startswith(_OF_SIGNS):
        raise Unreadable(
            "This file holds no text.",
            "Save what it shows as text or as a web page, and import that.",
        )
    return text


def _parse_json(text: str, progress: Progress) -> Page:
    """Read what is called JSON: it is, or is told to be damaged."""
    from core.parse import api

    page = api.read(text, progress)
    if page is None:
        raise api.damaged(text)
    return page


def _parse_table(text: str, progress: Progress) -> Page:
    """Read what is called a table: it is one of articles, or is refused."""
    from core.parse import sheet

    page = sheet.read(text, progress)
    if page is None:
        raise sheet.refusal()
    return page


_BY_NAME = {".json": _parse_json, ".jsonl": _parse_json, ".csv": _parse_table, ".tsv": _parse_table}


def parse_file(path: Path, progress: Progress = silent) -> Page:
    """Read a file."""
    try:
        if not path.exists():
            raise Unreadable(f"{path.name} is not there.", "Check its name and its folder.")
        if not path.is_file():
            raise Unreadable(f"{path.name} is not a file.", "Choose a file with text in it.")
        if path.stat().st_size <= LARGEST:
            text = _text(disk.read(path, LARGEST))
            return _BY_NAME.get(path.suffix.lower(), parse_text)(text, progress)
    except OSError as error:
        raise unread(path.name, error) from error
    except MemoryError:
        pass  # it is too large for this machine
    raise Unreadable(f"{path.name} is too large.", "Divide it, and import the parts.")


def looks_like_page(text: str) -> bool:
    """Tell whether a text, copied elsewhere, looks like a page to import and not like a word."""
    glance = text[:_GLANCE]
    if "\n" not in glance and len(glance) < 200:
        return False
    looks = {line.look for line in read_lines(glance)}
    return bool(looks & {Look.META, Look.FLAT}) or {Look.HEADING, Look.BULLET} <= looks
