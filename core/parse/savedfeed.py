"""A feed that was saved as a file, or copied as a browser shows it, to its articles.

Browsers put a sentence over it, notes a fence around it; others copy its entries alone; and it may
be cut off. What it says is `feed`'s to read. Other XML is refused: its tags are nobody's words.
"""

import re

from core.errors import Unreadable
from core.model import Page
from core.parse import feed, markup
from core.parse.text import kept_beside

LARGEST = 4 << 20  # bytes
_MOST = 2 * LARGEST  # characters, with those around it
_PARTS = "Divide it, and import the parts."
_HEAD = 4000  # characters
_DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>")
#: Lines of words that may stand over it.
_OVER = re.compile(r"\ufeff?\s*+(?:[^<\n]{1,300}+\n\s*+){0,4}+(?=<)")
#: What may stand before the first element.
_OTHER = re.compile(r"(?:<\?.*?\?>|<!--.*?-->|<!doctype\s[^>\[]*>)\s*", re.DOTALL | re.IGNORECASE)
#: The first element, or what declares entities.
_BEGINS = re.compile(
    r"<(?:!doctype\s[^>\[]*\[|(?P<root>(?:[\w-]{1,20}:)?(?:rss|feed|rdf))(?=[\s>])"
    r"|(?P<entry>item|entry)(?=[\s>]))",
    re.IGNORECASE,
)
_AROUND = {"item": "<rss version='2.0'><channel>{}</channel></rss>", "entry": "<feed>{}</feed>"}
#: A browser's sentence, and a fence: they are nobody's words.
_FURNITURE = re.compile(
    r"^[^\n]*XML ?(?:file|文件|檔案|文檔)[^\n]*$|^[ \t]*(?:`{3,}|~{3,})\w*[ \t]*$", re.MULTILINE
)
_ENTRY = re.compile(r"<(?:[\w-]{1,20}:)?(?:item|entry)[\s>]", re.IGNORECASE)
_OPENED, _CLOSED = "<![CDATA[", "]]>"
_AS_IT_IS = re.compile(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:.-]{0,60})[^<>]*?(/?)>")
_DEEPEST = 20  # elements in one another that are ended
_HALF_TAG = re.compile(r"<[^<>]*\Z")


def looks_like(text: str) -> bool:
    """Tell whether a text is a feed's, or some entries of one."""
    return _first(text) is not None


def is_other_xml(text: str) -> bool:
    """Tell whether a text that is no feed is XML all the same, and no web page."""
    begun = text[:_HEAD].lstrip("\ufeff \t\r\n")
    return _DECLARATION.match(begun) is not None and not markup.looks_like(begun)


def refusal() -> Unreadable:
    """Say that XML of another kind is nothing to read."""
    return Unreadable(
        "This XML holds no feed and no web page.", "Save the page itself, and import that."
    )


def read(text: str) -> Page:
    """Read all of it; in whatever it was encoded, it is text by now."""
    over, inside, below = _parts(text) if len(text) <= _MOST else ("", "", "")
    told = inside.encode("utf-8", "replace")
    if len(told) > LARGEST or len(text) > _MOST:
        raise Unreadable("This feed is larger than 4 MB.", _PARTS)
    feed.refuse_swarms(told, _PARTS)
    try:
        page = feed.read_feed(told, len(told), charset="utf-8")
    except Unreadable as error:
        raise Unreadable(
            "This feed is damaged, or not safe to read.", "Save it again, whole, and import that."
        ) from error
    articles = list(page.articles)
    for place, words in ((0, over), (-1, below)):
        if articles and (said := _FURNITURE.sub("", words).strip()):
            articles[place] = kept_beside(articles[place], said)
    return Page(page.name, tuple(articles))


def _first(text: str) -> re.Match[str] | None:
    """Find the first element of a feed."""
    head = text[:_HEAD]
    over = _OVER.match(head)
    at = over.end() if over else 0
    while (other := _OTHER.match(head, at)) is not None:
        at = other.end()
    return _BEGINS.match(head, at)


def _parts(text: str) -> tuple[str, str, str]:
    """Give what stands over the feed, the feed, and what stands below it."""
    first, over = _first(text), _OVER.match(text[:_HEAD])
    name = first and (first["root"] or first["entry"])
    if first is None or over is None or name is None:
        return "", text, ""
    begins, last = first.start(), text.rfind(f"</{name}>")
    is_whole = last >= 0 and _ENTRY.search(text, last) is None
    end = last + len(name) + 3 if is_whole else len(text)
    inside = text[begins:end] if is_whole else _ended(text[begins:])
    around = _AROUND.get(first["entry"] or "", "{}")
    return over[0], around.replace("{}", inside), text[end:]


def _ended(inside: str) -> str:
    """End what a feed that was cut off has left open in its last entry."""
    opened = inside.find(_OPENED, max(0, inside.rfind(_CLOSED)))
    if opened < 0:
        inside = _HALF_TAG.sub("", inside)
    begins = max((found.start() for found in _ENTRY.finditer(inside)), default=len(inside))
    entry = inside[begins : opened if opened >= 0 else len(inside)]
    left = list[str]()
    for closes, name, ends in _TAG.findall(_AS_IT_IS.sub("", entry)):
        if not closes and not ends:
            left.append(name)
        elif closes and name in left[-_DEEPEST:]:
            while left.pop() != name:
                pass
    ends = "".join(f"</{name}>" for name in reversed(left[-_DEEPEST:]))
    return f"{inside}{_CLOSED if opened >= 0 else ''}{ends}"
