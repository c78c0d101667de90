"""A saved web page to the lines one would copy out of it.

Not a reader of HTML: tags are taken away, those that break lines leave a break, scripts and styles
go whole. One pass, whatever the page is made of.
"""

import html
import re
from collections.abc import Iterator

from core.parse.lines import SEARCH

_BEGINS = re.compile(
    r"\s*(?:<!doctype html|<html|<\?xml[^>]{0,200}>\s*<(?:!doctype )?html"
    r"|<(?:article|body|div|h[1-6]|head|main|meta|ol|p|section|table|ul)[\s>])",
    re.IGNORECASE,
)
#: What Windows writes before a page that is copied.
_COPIED = re.compile(r"\s*Version:\d\.\d\s+StartHTML:-?\d[^<]{0,3000}(?=<)")
_SEARCH_BOX = re.compile(f"placeholder=[\"']({'|'.join(SEARCH)})[\"']")
_OPENS = re.compile("<(?=[a-zA-Z!?/])")  # any other is text
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
#: What begins with a mark, as in Markdown, and the mark.
_MARKED = {"li": "\n- ", **{f"h{level}": f"\n{'#' * level} " for level in range(2, 7)}}
_MARKS, _ENDED = frozenset(_MARKED.values()), "\n\n"
_WITHOUT_TEXT = frozenset(("script", "style", "noscript", "template", "svg", "head", "textarea"))
_IN_LINE = frozenset((
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "img", "kbd", "mark"),
    *("q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"),
))  # fmt: skip


def looks_like(text: str) -> bool:
    return any(begins.match(text[:4000]) is not None for begins in (_BEGINS, _COPIED))


def plain(text: str) -> str:
    """Give a page's text, line by line."""
    copied = _COPIED.match(text)
    text = text[copied.end() :] if copied else text
    parts = (html.unescape(part) for part in _parts(text))
    return "\n".join(" ".join(line.split()) for line in "".join(parts).split("\n"))


def _parts(text: str) -> Iterator[str]:
    """Walk the texts of a page; a mark waits for its words, however many boxes they lie in."""
    mark = ""
    for part in _broken(text):
        if part in _MARKS:
            mark = part
        elif part == _ENDED:
            mark = ""
            yield "\n"
        elif not mark:
            yield part
        elif part.strip():
            yield part if part[0] == "\n" else mark + part.lstrip()
            mark = ""


def _broken(text: str) -> Iterator[str]:
    """Walk the texts between tags, the marks of what begins, and line breaks."""
    lower = text.lower()
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
        at = _after(text, ">", tag.end())
        if name in _WITHOUT_TEXT and not tag[1]:
            at = _after(lower, f"</{name}", at)
            at = _after(text, ">", at) if at < len(text) else at
        if name in _MARKED:
            yield _ENDED if tag[1] else _MARKED[name]
        elif name == "input" and (box := _SEARCH_BOX.search(text, begins, at)) is not None:
            yield f"\n{box[1]}\n"
        elif name not in _IN_LINE:
            yield "\n"
    yield _on_one_line(text[at:])


def _on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _after(text: str, mark: str, start: int) -> int:
    """Give the place after the next mark; the end where there is none."""
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)
