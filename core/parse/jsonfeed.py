"""A feed in JSON (jsonfeed.org, 1 or 1.1) to articles, entry by entry as `feed` reads them."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from core.encoding import decode
from core.model import Page
from core.parse import api, feed, markup
from core.parse.text import refuse_crowds

_VERSION = "https://jsonfeed.org/version/1"
_BEGINS = b"{"
_BEFORE = b"\xef\xbb\xbf \t\r\n"


def looks_like(read: bytes) -> bool:
    """Tell whether this is JSON rather than XML; what follows the brace is to be seen."""
    return read.lstrip(_BEFORE).startswith(_BEGINS)


def is_one(value: Mapping[str, Any]) -> bool:
    """Tell whether an object is a feed."""
    version, items = value.get("version"), value.get("items")
    return isinstance(version, str) and version.startswith(_VERSION) and isinstance(items, list)


def read_bytes(read: bytes, base: str) -> Page:
    """Read what an address gave, of which links in it are told from."""
    try:
        value = json.loads(decode(read).removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise feed.none() from error
    if not isinstance(value, dict) or not is_one(value):
        raise feed.none()
    return read_items({**value, "items": value["items"][: feed.MOST]}, base)


def read_items(told: Mapping[str, Any], base: str = "") -> Page:
    """Read a feed that is parsed already."""
    name = feed.name_of(_said(told, "title"))
    items = [one for one in told["items"] if isinstance(one, dict)]
    refuse_crowds(len(items))
    entries = [feed.document(_entry(one, base), name) for one in items]
    articles = (replace(api.article(one), page=name) for one in entries)
    return Page(name or None, tuple(articles), tuple(one["entry"] for one in entries))


def _entry(item: Mapping[str, Any], base: str) -> dict[str, Any]:
    """Give an item as an entry of any feed; text that is no markup stays as it was written."""
    marked, text = _said(item, "content_html"), _said(item, "content_text")
    is_text = bool(text) and not marked and not markup.looks_like(text)
    return {
        "id": _id(item),
        "title": _said(item, "title"),
        "link": feed.joined(base, _said(item, "url") or _said(item, "external_url")),
        "summary": marked or text or _said(item, "summary"),
        "is_text": is_text,
        "told": _said(item, "date_published") or _said(item, "date_modified"),
    }


def _id(item: Mapping[str, Any]) -> str:
    """Give what an entry is known by; some write a number."""
    told = item.get("id")
    return str(told) if isinstance(told, str | int | float) else ""


def _said(value: Mapping[str, Any], name: str) -> str:
    text = value.get(name)
    return text if isinstance(text, str) else ""
