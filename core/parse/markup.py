"""A saved web page to the lines one would copy out of it.

Not a reader of HTML: tags are taken away, those that break lines leave a break, scripts and styles
go whole, and what the page hides. One pass, whatever the page is made of.
"""

import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.parse import grid
from core.parse.lines import SEARCH
from core.parse.signs import RAISED
from core.parse.text import refuse_length

_HEAD = 4000  # characters
_BEGINS = re.compile(
    r"(?:<!doctype html|<html"
    r"|<(?:article|body|div|h[1-6]|head|main|meta|ol|p|section|table|ul)[\s>])",
    re.IGNORECASE,
)
#: What may stand over a page: comments, and what is said to programs.
_OVER = re.compile(r"\s*+(?:(?:<!--.*?-->|<\?.*?\?>)\s*+){0,9}+", re.DOTALL)
#: What Windows writes before a page that is copied.
_COPIED = re.compile(r"\s*Version:\d\.\d\s+StartHTML:-?\d[^<]{0,3000}(?=<)")
_SEARCH_BOX = re.compile(f"placeholder=[\"']({'|'.join(SEARCH)})[\"']")
_OPENS = re.compile("<(?=[a-zA-Z!?/])")  # any other is text
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
#: What begins with a mark, as in Markdown, and the mark; a list within a list stands further in.
_MARKED = {"li": "- ", **{f"h{level}": f"{'#' * level} " for level in range(2, 7)}}
_INSET, _DEEPEST = "\t", 6
_ENDED = "\n\n"
_WITHOUT_TEXT = frozenset(("script", "style", "noscript", "template", "svg", "head", "textarea"))
#: What stands around a page's text: its lists are of links, and its headings over these.
_AROUND = frozenset(("nav", "header", "aside", "footer", "menu"))
_HIDES = re.compile(
    r"\shidden(?=[\s>=/])|\sstyle\s?=\s?[\"'][^\"'>]*display\s?:\s?none", re.IGNORECASE
)
_ENDLESS = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
_RAISED = re.compile(r"\s*\d{1,3}(?:\s?[,，]\s?\d{1,3})*\s*")
_SMALL = str.maketrans("0123456789", RAISED)
#: What ends where the next begins, or where its tag says so.
_UNCLOSED = frozenset(("dd", "dt", "li", "p", "td", "th", "tr"))
_LISTS = frozenset(("dl", "menu", "ol", "table", "ul"))  # what begins in one ends nothing around it
_OF_ITEMS = frozenset(("menu", "ol", "ul"))
_MOST_TAGS = 2_000_000
_LONGEST_VALUE = 1000  # characters of an attribute in which a tag's last sign is looked for
_IN_LINE = frozenset((
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "img", "kbd", "mark"),
    *("rb", "rp", "rt", "ruby"),
    *("q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"),
))  # fmt: skip


class _Tag(NamedTuple):
    """A tag; `hides` where its box is hidden, `is_whole` where one around a text ends somewhere."""

    name: str
    closes: bool = False
    hides: bool = False
    is_whole: bool = False


_BREAK, _TEXT = _Tag("br"), _Tag("")


class _Mark(str):
    """What stands before a line, and is no text of the page's."""

    __slots__ = ()


class _Ends:
    """Where the boxes around a page's text end; looked for once each, however many there are."""

    def __init__(self, lower: str) -> None:
        self._lower = lower
        self._next = dict.fromkeys(_AROUND, -1)

    def after(self, name: str, at: int) -> bool:
        """Tell whether a box of this name ends after a place."""
        known = self._next[name]
        if known < at:
            found = self._lower.find(f"</{name}", at)
            self._next[name] = known = len(self._lower) if found < 0 else found
        return known < len(self._lower)


def looks_like(text: str) -> bool:
    head = text[:_HEAD]
    over = _OVER.match(head)
    begins = over is not None and _BEGINS.match(head, over.end()) is not None
    return begins or _COPIED.match(head) is not None


def plain(text: str) -> str:
    """Give a page's text, line by line.

    What it hides is left out, if that is the lesser part: some pages show all by a script.
    """
    refuse_length(text.count("<"), _MOST_TAGS)
    copied = _COPIED.match(text)
    text = grid.as_markdown(text[copied.end() :] if copied else text)
    whole = _plain(text, hiding=False)
    if _HIDES.search(text) is None:
        return whole
    shown = _plain(text, hiding=True)
    return shown if 2 * len(shown) > len(whole) else whole


def _plain(text: str, *, hiding: bool) -> str:
    tokens = _shown(_tokens(text, hiding=True)) if hiding else _tokens(text, hiding=False)
    parts = map(html.unescape, _parts(tokens))
    return "\n".join(map(_tidy, "".join(parts).split("\n")))


def _tidy(line: str) -> str:
    """Make white space one space, but for what a list in a list is set in by."""
    words = line.lstrip(_INSET)
    return line[: len(line) - len(words)] + " ".join(words.split())


def _parts(tokens: Iterable[str | _Tag]) -> Iterator[str]:
    """Walk the texts of a page; a mark waits for its words, however many boxes they lie in."""
    mark = ""
    for part in _broken(tokens):
        if isinstance(part, _Mark):
            mark = part
        elif part == _ENDED:
            mark = ""
            yield "\n"
        elif not mark:
            yield part
        elif part.strip():
            yield part if part[0] == "\n" else mark + part.lstrip()
            mark = ""


def _broken(tokens: Iterable[str | _Tag]) -> Iterator[str]:
    """Walk the texts between tags, the marks of what begins, and line breaks."""
    around, deep, raised, follows = 0, 0, False, False
    for token in tokens:
        if isinstance(token, str):
            is_figure = raised and _RAISED.fullmatch(token) is not None
            text = token.translate(_SMALL) if is_figure else token
            yield f" {text}" if is_figure and follows else text  # they are two figures, not one
            follows = is_figure if text else follows
            continue
        if token.is_whole:
            around = max(0, around + (-1 if token.closes else 1))
        raised = not token.closes if token.name == "sup" else raised
        if token.name in _OF_ITEMS:
            deep = max(0, deep + (-1 if token.closes else 1))
        if token.name in _MARKED and not around:
            yield _ENDED if token.closes else _mark(token.name, deep)
        elif token.name not in _IN_LINE:
            yield "\n"


def _mark(name: str, deep: int) -> _Mark:
    inset = _INSET * min(deep - 1, _DEEPEST) if name == "li" else ""
    return _Mark(f"\n{inset}{_MARKED[name]}")


def _shown(tokens: Iterable[str | _Tag]) -> Iterator[str | _Tag]:
    """Leave out what is hidden, from its first tag to its last; what has no last is shown."""
    held = list[str | _Tag]()
    name, depth, within = "", 0, 0
    for token in tokens:
        tag = _TEXT if isinstance(token, str) else token
        step = -1 if tag.closes else 1
        ends = (tag.name == name and step > 0) or (tag.name in _LISTS and step < 0)
        if ends and name in _UNCLOSED and depth == 1 and not within:
            held.clear()
            name, depth = "", 0
        name = name or (tag.name if tag.hides else "")
        if not name:
            yield token
            continue
        depth += step if tag.name == name else 0
        within += step if tag.name in _LISTS and tag.name != name else 0
        held.append(token)
        if not depth:
            held.clear()
            name, within = "", 0
    yield from held


def _tokens(text: str, *, hiding: bool) -> Iterator[str | _Tag]:
    """Walk the texts of a page and the tags between, without scripts, styles and comments."""
    lower = text.lower()
    ends = _Ends(lower)
    at = 0
    while (opens := _OPENS.search(text, at)) is not None:
        begins = opens.start()
        yield _on_one_line(text[at:begins])
        if text.startswith("<!--", begins):
            at = _after(text, "-->", begins + 4)
            continue
        tag = _TAG.match(text, begins)
        if tag is None:
            at = _after(text, ">", begins)
            continue
        name = tag[2].lower()
        at = _tag_end(text, tag.end())
        if name in _WITHOUT_TEXT and not tag[1]:
            at = _after(lower, f"</{name}", at)
            at = _after(text, ">", at) if at < len(text) else at
        if name == "input" and (box := _SEARCH_BOX.search(text, begins, at)) is not None:
            yield from (_BREAK, box[1])
        closes = tag[1] == "/"
        hides = hiding and not closes and name not in _ENDLESS
        hides = hides and _HIDES.search(text, begins, at) is not None
        yield _Tag(name, closes, hides, name in _AROUND and (closes or ends.after(name, at)))
    yield _on_one_line(text[at:])


def _on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _tag_end(text: str, start: int) -> int:
    """Give where a tag ends: not at a sign in the value of an attribute."""
    end = _after(text, ">", start)
    if text.count('"', start, end) % 2:
        closing = text.find('"', end, end + _LONGEST_VALUE)
        if closing >= 0 and text.find("<", end, closing) < 0:
            return _after(text, ">", closing)
    return end


def _after(text: str, mark: str, start: int) -> int:
    """Give the place after the next mark; the end where there is none."""
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)
