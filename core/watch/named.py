"""The feed that a page names, for readers who give the address of the page."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin

from core.watch.fetch import SCHEMES

HEAD = 200_000  # bytes in which a page names its feed
KINDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_OLDER = "application/json"  # of version 1, and of much besides
_BASE = re.compile(r"<base\s[^<>]{0,2000}>", re.IGNORECASE)
_LINK = re.compile(r"<link\s[^<>]{0,2000}>", re.IGNORECASE)
_SAID = re.compile(
    r"""(?<![\w-])([a-z]{1,20})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)


def feed_of(page: bytes, address: str) -> str | None:
    """Give the address of the first feed that the page at an address names, and that has one."""
    text = page[:HEAD].decode("utf-8", "replace")
    base = _base(text, address)
    links = [link for link in _said(_LINK, text) if _is_alternate(link)]
    for kinds in (KINDS, (_OLDER,)):
        for link in links:
            if link.get("type", "").split(";")[0].strip().lower() in kinds:
                named = _joined(base, link.get("href", "").strip())
                if named and named != address:
                    return named
    return None


def _base(text: str, address: str) -> str:
    """Give the address from which a page tells others: its own, or one that it gives for that."""
    first = next(_said(_BASE, text), {}).get("href", "").strip()
    return _joined(address, first) or address


def _is_alternate(link: dict[str, str]) -> bool:
    return "alternate" in link.get("rel", "").lower().split()


def _said(tag: re.Pattern[str], text: str) -> Iterator[dict[str, str]]:
    for one in tag.findall(text):
        yield {name.lower(): unescape(a or b or c) for name, a, b, c in _SAID.findall(one)}


def _joined(address: str, href: str) -> str | None:
    try:
        named = urljoin(address, href) if href else ""
    except ValueError:  # an address of no host
        return None
    return named if named.lower().startswith(SCHEMES) else None
