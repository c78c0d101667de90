"""A feed, RSS or Atom, to articles: what its entries tell, as the service's documents do.

What declares entities or a document type is refused before anything is made of it. Fetching a feed
is `watch`'s; one that was saved or copied is told from other texts by `savedfeed`.
"""

import re
from calendar import timegm
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from xml.sax import SAXException  # the errors; what reads is defusedxml
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from core.errors import Unreadable
from core.model import Page
from core.parse import api, markup
from core.parse.lines import Look, canonical, read_lines
from core.parse.text import refuse_crowds
from core.parse.things import IN_BODY

MOST = 500  # entries of one feed
CROWD = 10_000  # entries that are looked at
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


def read_feed(read: bytes, most: int = MOST) -> Page:
    """Read a feed's bytes; its articles come as the feed has them, mostly the newest first."""
    refuse_swarms(read, _REMEDY)
    _refuse_bombs(read)
    import feedparser  # noqa: PLC0415  slow to load, and only feeds need it

    feed = feedparser.parse(BytesIO(read), sanitize_html=False, resolve_relative_uris=False)
    name = _one_line(feed.feed.get("title", ""))
    documents = (_document(entry, name) for entry in feed.entries[:most])
    told = [one for one in documents if one["title"] or one["summary"] or one["chunks"]]
    cut_off = isinstance(feed.get("bozo_exception"), SAXException) and not told
    if cut_off or not feed.get("version"):
        raise Unreadable(_NO_FEED, _REMEDY)
    articles = (replace(api.article(one), page=name) for one in told)
    return Page(name or None, tuple(articles))


def read_json(feed: Mapping[str, Any]) -> Page:
    """Read a feed in JSON (jsonfeed.org), parsed already."""
    name = _one_line(_said(feed, "title"))
    items = [one for one in feed["items"] if isinstance(one, dict)]
    refuse_crowds(len(items))
    told = (api.article(_document(_as_entry(item), name)) for item in items)
    return Page(name or None, tuple(replace(one, page=name) for one in told))


def _as_entry(item: Mapping[str, Any]) -> dict[str, Any]:
    texts = [_said(item, name) for name in ("content_html", "content_text", "summary")]
    return {
        "title": _said(item, "title"),
        "link": _said(item, "url"),
        "summary": next(filter(None, texts), ""),
        "told": _said(item, "date_published") or _said(item, "date_modified"),
    }


def _said(value: Mapping[str, Any], name: str) -> str:
    text = value.get(name)
    return text if isinstance(text, str) else ""


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
    import defusedxml.sax  # noqa: PLC0415  only feeds need it
    from defusedxml import DefusedXmlException  # noqa: PLC0415

    try:
        defusedxml.sax.parseString(read, _Counting(), forbid_dtd=True)
    except DefusedXmlException as error:
        raise _declares() from error
    except (SAXException, LookupError, ValueError) as error:
        if _DECLARED.search(read.replace(b"\0", b"")):
            raise _declares() from error


def _declares() -> Unreadable:
    return Unreadable("This address gives no feed, or one that is not safe to read.", _REMEDY)


def _document(entry: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Give an entry as a document: a summary as one, and else each paragraph by itself."""
    text = _text(entry)
    listed = any(line.look in IN_BODY for line in read_lines(text))
    return {
        "title": _one_line(entry.get("title", "")),
        "source": name,
        "published_at": _published(entry),
        "url": entry.get("link", ""),
        "summary": text if listed else "",
        "chunks": [] if listed else [{"content": line} for line in text.split("\n") if line],
    }


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
        return datetime.fromtimestamp(timegm(when), UTC).isoformat() if when else ""
    except (ValueError, OverflowError, OSError):
        return ""  # a year that no calendar has
