"""A feed, RSS or Atom, to articles: what its entries tell, as the service's documents do.

What declares entities or a document type is refused before anything is made of it. Fetching a feed
is `watch`'s, one in JSON `jsonfeed`'s; one that was saved or copied is told from other texts by
`savedfeed`.
"""

import re
from calendar import timegm
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any
from urllib.parse import urljoin
from xml.sax import SAXException  # the errors; what reads is defusedxml
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from core.day import at
from core.errors import Unreadable
from core.model import Page
from core.parse import api, markup
from core.parse.lines import Look, canonical, read_lines
from core.parse.spelt import in_utf8
from core.parse.things import IN_BODY

MOST = 500  # entries of one feed
CROWD = 10_000  # entries that are looked at
LONGEST = 200  # characters of a feed's name
ATTRIBUTES = 200  # of one element, and names for namespaces
DEPTH = 500  # elements in one another
_DECLARED = re.compile(rb"<!(?:doctype|entity)", re.IGNORECASE)
_NO_FEED = "This address gives no feed."
_ENTRY = re.compile(rb"<(?:[\w-]{1,20}:)?(?:item|entry)[\s/>]", re.IGNORECASE)
#: Tags that make lines; without any of them, the lines are the text's own.
_LAID_OUT = re.compile(
    r"<(?:(?:p|br|div|li|h[1-6]|table|tr|td|pre|script|style)[\s/>]|!)", re.IGNORECASE
)
_REMEDY = "Look for the address of its RSS or Atom feed."


def read_feed(read: bytes, most: int = MOST, *, charset: str = "", base: str = "") -> Page:
    """Read a feed's bytes; its articles come as the feed has them, mostly the newest first.

    `charset` is what its server says of it, and `base` the address that it was found at.
    """
    read = in_utf8(read, charset)
    refuse_swarms(read, _REMEDY)
    _refuse_bombs(read)
    import feedparser  # slow to load, and only feeds need it

    feed = feedparser.parse(BytesIO(read), sanitize_html=False, resolve_relative_uris=False)
    name = name_of(feed.feed.get("title", ""))
    documents = (document({**one, "link": _link(one, base)}, name) for one in feed.entries[:most])
    told = [one for one in documents if one["title"] or one["summary"] or one["chunks"]]
    cut_off = isinstance(feed.get("bozo_exception"), SAXException) and not told
    if cut_off or not feed.get("version"):
        raise none()
    articles = (replace(api.article(one), page=name) for one in told)
    return Page(name or None, tuple(articles), tuple(one["entry"] for one in told))


def _link(entry: Mapping[str, Any], base: str) -> str:
    """Give the address of an entry; its id is one only where that is written as one."""
    link: str = entry.get("link", "")
    if entry.get("guidislink") and not link.lower().startswith(("http:", "https:")):
        return ""
    return joined(base, link)


def none() -> Unreadable:
    """Say that there is no feed."""
    return Unreadable(_NO_FEED, _REMEDY)


def name_of(title: str) -> str:
    """Give what a feed is called, of a length that fits into a line."""
    return _one_line(title)[:LONGEST]


def joined(base: str, link: str) -> str:
    """Give the whole of an address that may be told from another."""
    try:
        return urljoin(base, link) if base and link else link
    except ValueError:  # an address of no host
        return ""


def refuse_swarms(read: bytes, remedy: str) -> None:
    """Refuse very many entries: feedparser would be busy with them for minutes."""
    if sum(1 for _ in _ENTRY.finditer(read.replace(b"\0", b""))) > CROWD:
        raise Unreadable(f"This feed has more than {CROWD:,} entries.", remedy)


class _Counting(ContentHandler):
    """Refuses what feedparser would be busy with for hours.

    That is an element with very many attributes, a great depth, or very many names for namespaces.
    """

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._spaces = set[str]()

    def startElement(self, _name: str, attrs: AttributesImpl) -> None:
        self._depth += 1
        self._spaces.update(name for name in attrs.getNames() if name.startswith("xmlns"))
        if max(len(attrs), len(self._spaces)) > ATTRIBUTES or self._depth > DEPTH:
            raise _declares()

    def endElement(self, _name: str) -> None:
        self._depth -= 1


def _refuse_bombs(read: bytes) -> None:
    """Refuse a feed that declares entities; one that is not well-formed is read all the same."""
    import defusedxml.sax  # only feeds need it
    from defusedxml import DefusedXmlException

    try:
        defusedxml.sax.parseString(read, _Counting(), forbid_dtd=True)
    except DefusedXmlException as error:
        raise _declares() from error
    except (SAXException, LookupError, ValueError) as error:
        if _DECLARED.search(read.replace(b"\0", b"")):
            raise _declares() from error


def _declares() -> Unreadable:
    return Unreadable("This address gives no feed, or one that is not safe to read.", _REMEDY)


def document(entry: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Give an entry as a document: a summary as one, and else each paragraph by itself."""
    text = canonical(entry["summary"]).strip() if entry.get("is_text") else _text(entry)
    listed = any(line.look in IN_BODY for line in read_lines(text))
    return {
        "title": _one_line(entry.get("title", "")),
        "source": _source(entry) or name,
        "published_at": _published(entry),
        "url": entry.get("link", ""),
        "entry": entry.get("id", "").strip(),
        "summary": text if listed else "",
        "chunks": [] if listed else [{"content": line} for line in text.split("\n") if line],
    }


def _source(entry: Mapping[str, Any]) -> str:
    """Give where an entry came from, which a feed gathered from others tells of it."""
    source = entry.get("source")
    return name_of(source.get("title", "")) if isinstance(source, Mapping) else ""


def _text(entry: Mapping[str, Any]) -> str:
    told = [one.get("value", "") for one in entry.get("content", ())]
    longest = max((*told, entry.get("summary", "")), key=len)
    if "\n" in longest and _LAID_OUT.search(longest) is None:
        lines = "\n".join(map(markup.plain, canonical(longest).split("\n")))
        if any(line.look in (Look.HEADING, Look.BULLET) for line in read_lines(lines)):
            return lines.strip()  # Markdown
    return markup.plain(longest).strip()


def _one_line(text: str) -> str:
    return " ".join(canonical(markup.plain(text)).split())


def _published(entry: Mapping[str, Any]) -> str:
    if "told" in entry:
        return str(entry["told"])
    name = "published_parsed" if "published_parsed" in entry else "updated_parsed"
    when = entry.get(name)
    try:
        return at(timegm(when) * 1000).isoformat() if when else ""
    except (ValueError, OverflowError):
        return ""  # a year that no calendar has
