"""A page's text made canonical, and its lines told apart by what they look like.

What belongs together is `layout`'s to say. Text is changed here once and never again: line ends,
a byte order mark, and characters that no text can hold.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import islice
from typing import NamedTuple

from core.parse import cites, headings, tables, wrapped
from core.parse.meta import Meta, read_meta
from core.parse.nested import headed, is_nested
from core.parse.pieces import IN_TABLE
from core.parse.together import BULLETS, MARGIN, is_parted, together

#: Words of the page's own furniture, as whole lines: its search box, first.
SEARCH = frozenset(("Search documents", "搜索文档", "搜索文檔", "搜尋文件", "搜尋文檔"))
#: What stands over a page, before its name.
TOP = frozenset(("Workflow", "工作流"))
ICON = frozenset(("icon", "图标", "圖標", "圖示"))
CHROME = SEARCH | TOP | ICON
_LONGEST_CHROME = max(map(len, CHROME))  # so that no long line is hashed
SITE = "Reportify"
LONGEST_TITLE = 300
LONGEST = 1_000_000  # characters of one line
WRAPPED = 50  # lines of one claim that are looked at
_BEYOND = 40  # lines of the next sheet that are looked at

_BREAKS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_ODD_BREAKS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_NO_CHARACTERS = "\0\ufffe\uffff" + "".join(map(chr, range(0xFDD0, 0xFDF0)))
_MANY_BREAKS, _TEXT = re.compile("\n{3,}"), re.compile("[^\n]")
PIECE = 1 << 18  # characters
_NO_TEXT = re.compile("[\0\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_MARKDOWN = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
#: What follows a claim on one line with the heading over it, and the mark of another heading there.
_RUN_ON = re.compile(r"(?:\]\.?\s+[-−–—•*]|\s#{2,6})\s")
_AMID = re.compile(r"\s+#{2,6}\s+")
#: Signs before a claim: such as may stand in a text too, and such as are nothing else.
_BULLET = re.compile(
    rf"(?!(?:[-*·•—–] ?){{3,}}\Z)(?:[-*+○–—―－·・]\s+(?:\[[ xX]\]\s+)?|[{BULLETS}]\s*"
    r"|[·・](?=[^\s\d·・])|[o§]\t\s*)(?=\S)"
)
_PAGE, _OF = r"(?:Page|PAGE|page) \d{1,4}", r" (?:of|/) \d{1,4}"
_LEAF = r"第 ?\d{1,4} ?[页頁]"
_HEAD = r"(?:\S.{0,100}?\s{1,9})?"  # of a page, before its number
#: A page's number on paper, alone or after its head.
FOLIO = re.compile(
    rf"[-–—] ?\d{{1,4}} ?[-–—]|\d{{1,3}} ?/ ?\d{{1,3}}"
    rf"|{_HEAD}{_PAGE}{_OF}|(?:{_HEAD}[|｜·•–—]\s{{1,9}})?{_PAGE}"
    rf"|{_LEAF}|{_HEAD}{_LEAF}[ ,，/]{{0,3}}共 ?\d{{1,4}} ?[页頁]"
    r"|https?://\S{1,300} {1,9}\d{1,3}/\d{1,3}"
)
_OF_FOLIOS = frozenset("-–—页頁0123456789")
#: Words that are bold, and all of their line.
_BOLD = re.compile(r"\*\*(?P<words>[^*]{1,200})\*\*[:：]?")
_ITEM = re.compile(
    r"(?:\d{1,2}(?:[.)]\s+|[、．]\s*)|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]\s*|[①-⑳])"
    r"(?=\S)"
)
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+(?=\S)")


class Look(Enum):
    """What a line looks like."""

    BLANK = auto()
    CHROME = auto()
    NAME = auto()  # of a page, over its search box
    META = auto()
    FLAT = auto()  # a whole summary, on one line
    HEADING = auto()  # of a summary in lines
    BULLET = auto()
    CITED = auto()  # ends in citations, has no dash before it
    FOLIO = auto()  # a page's number
    TEXT = auto()


class Line(NamedTuple):
    """A line without the white space around it; `mark` is the length of a Markdown heading's.

    Lines of a table with a heading have a mark of their own.
    """

    text: str
    look: Look
    mark: int = 0
    meta: Meta | None = None


EMPTY = Line("", Look.BLANK)
_BETWEEN = frozenset((Look.BLANK, Look.FOLIO))  # what may stand amid a body
_LISTED = frozenset((Look.HEADING, Look.BULLET, Look.CITED))


def canonical(text: str) -> str:
    """Make every line end one LF, and put U+FFFD in place of what no text can hold."""
    text = text.removeprefix("\ufeff")
    if any(char in text for char in _ODD_BREAKS):
        text = _BREAKS.sub("\n", text)
    if _has_no_text(text):
        text = _NO_TEXT.sub("\ufffd", text)
    return text


def _has_no_text(text: str) -> bool:
    """Tell whether there is something to replace; quicker than to look at every character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return any(char in text for char in _NO_CHARACTERS)


def read_lines(text: str) -> Iterator[Line]:
    """Walk the lines of a canonical text."""
    told = _Told()
    for piece in _pieces(text):
        texts = piece.split("\n")
        if is_parted(texts):
            texts = together(piece).split("\n")
        if is_nested(texts):
            texts = headed(texts)
        yield from told.walk(texts)


class _Told:
    """Tells lines apart; those of a table amid a summary are its heading and claims."""

    def __init__(self) -> None:
        self._above = Look.BLANK

    def walk(self, texts: list[str]) -> Iterator[Line]:
        at = barred = 0  # up to where no table is looked for again
        folios: Iterable[Line] = ()
        while at < len(texts):
            end = tables.end(texts, at) if at >= barred else at
            if end > at and (self._above in _LISTED or tables.is_cited(texts[at:end])):
                yield from _of_table(texts[at:end])
                at, self._above = end, Look.BULLET
                continue
            barred = max(barred, end)
            if self._above is Look.FLAT and (group := wrapped.titled(texts, at)):
                at += 1
                texts[at] = group
            bare = texts[at].strip(MARGIN)
            line = _line(bare) if len(bare) <= LONGEST else Line(bare, Look.TEXT)
            at += 1
            if self._is_flat(line) and len(line.text) <= wrapped.WIDEST:
                text, at, folios = _whole(texts, at - 1)
                line = _line(text)
            self._above = self._above if line.look in _BETWEEN else line.look
            yield line
            yield from folios
            folios = ()

    def _is_flat(self, line: Line) -> bool:
        """Tell whether a line is of a flat summary, which a group's heading and dash may be too."""
        goes_on = self._above is Look.FLAT and line.look is Look.HEADING and " - " in line.text
        return line.look is Look.FLAT or goes_on


def _whole(texts: Sequence[str], start: int) -> tuple[str, int, list[Line]]:
    """Give a flat line with all that belongs to it, where that ends, and the folios amid it."""
    text, at = wrapped.whole(texts, start)
    if at == len(texts) or cites.ends_in_one(text):
        return text, at, []
    beyond = islice(_over_folios(texts, at - 1), 1, _BEYOND)
    if (first := next(beyond, at)) == at:
        return text, at, []
    places = [*range(start, at), first, *beyond]
    text, count = wrapped.whole([texts[place] for place in places], 0)
    at = places[count - 1] + 1
    amid = set(range(start, at)).difference(places[:count])
    folios = [_line(texts[place].strip(MARGIN)) for place in sorted(amid)]
    return text, at, [line for line in folios if line.text]


def _over_folios(texts: Sequence[str], place: int) -> Iterator[int]:
    """Walk the lines of a text from here; where a sheet ends amid a sentence, on the next sheet."""
    end = len(texts)
    while place < end:
        yield place
        place, is_over = place + 1, False
        below = place
        while below < end and (not (bare := texts[below].strip(MARGIN)) or _is_folio(bare)):
            is_over, below = is_over or bare != "", below + 1
        if below > place and not (
            is_over and below < end and wrapped.goes_on(texts[below].strip(MARGIN))
        ):
            return
        place = below


def _is_folio(text: str) -> bool:
    return text[-1] in _OF_FOLIOS and FOLIO.fullmatch(text) is not None


def _of_table(table: Sequence[str]) -> Iterator[Line]:
    heading, *rows = tables.rows(table)
    if heading:
        yield Line(heading, Look.HEADING, IN_TABLE)
    yield from (Line(row, Look.BULLET, IN_TABLE if heading else 0) for row in rows if row)


def _pieces(text: str) -> Iterator[str]:
    """Part a text at breaks, few where there are many: no step over all of it holds up the rest."""
    start = 0
    while (end := text.find("\n", start + PIECE)) >= 0 and (following := _TEXT.search(text, end)):
        yield _nearer(text[start : following.start()])[:-1]
        start = following.start()
    yield _nearer(text[start:])


def _nearer(piece: str) -> str:
    return _MANY_BREAKS.sub("\n\n", piece) if "\n\n\n" in piece else piece


def _line(text: str) -> Line:
    if not text:
        return EMPTY
    if len(text) <= _LONGEST_CHROME and text in CHROME:
        return Line(text, Look.CHROME)
    if (meta := read_meta(text)) is not None:
        return Line(text, Look.META, meta=meta)
    if text[0] == "#" and (marked := _MARKDOWN.fullmatch(text)) is not None:
        if _RUN_ON.search(marked[2]) is not None:
            return Line(_without_marks(marked[2]), Look.FLAT)
        look = Look.HEADING if len(marked[1]) > 1 and marked[2] else Look.TEXT
        return Line(marked[2], look, len(marked[1]))
    return Line(text, Look.FOLIO) if _is_folio(text) else _of_body(text)


def _of_body(text: str) -> Line:
    bullet = _BULLET.match(text)
    if bullet is not None:
        return _after_sign(text[bullet.end() :])
    if text[0].isdigit() and _NUMBERED.match(text) and cites.ends_in_one(text):
        return Line(text, Look.BULLET)  # its number stays: it may mean something
    if len(text) <= headings.LONGEST and headings.is_known(text):
        return Line(text.strip("*_ "), Look.HEADING)
    if is_flat(text):
        return Line(_without_marks(text), Look.FLAT)
    if cites.ends_in_one(text):
        return Line(text, Look.CITED)
    return Line(text, Look.TEXT)


def _after_sign(text: str) -> Line:
    """Tell whether a sign stands before a claim, or before the heading of a list within a list."""
    bold = _BOLD.fullmatch(text)
    if bold is not None and headings.looks_like(bold["words"]):
        return Line(bold["words"], Look.HEADING)
    is_head = len(text) <= headings.LONGEST and headings.is_known(text)
    return Line(text.strip("*_ "), Look.HEADING) if is_head else Line(text, Look.BULLET)


def _without_marks(text: str) -> str:
    """Take the marks off the headings of Markdown that was laid on one line."""
    return _AMID.sub(" ", text) if "##" in text else text


def is_item(text: str) -> bool:
    """Tell whether a line begins with its number in a list."""
    return _ITEM.match(text) is not None


def leads_to_citations(lines: Iterable[Line]) -> bool:
    """Tell whether plain lines come first, none or several, and then one that ends in citations."""
    return next((line.look for line in lines if line.look is not Look.TEXT), None) is Look.CITED


_DASH = re.compile(r"\s[-−]\s|\]\.?−")


def is_flat(text: str) -> bool:
    """Tell whether a line is a summary laid flat: it opens as one, or has dashes and citations."""
    opening = headings.OPENING.match(text)
    if opening is not None:
        return opening.end() < len(text)
    return cites.CITE.search(text) is not None and _DASH.search(text) is not None
