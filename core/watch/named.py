"""The feed that a page names, for readers who give the address of the page."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin

from core.watch.fetch import SCHEMES

HEAD = 200_000  # bytes in which a page names its feed
KINDS = ("application/rss+xml", "application/atom+xml")
_LINK = re.compile(r"<link\s[^<>]{0,2000}>", re.IGNORECASE)
_SAID = re.compile(
    r"""(?<![\w-])([a-z]{1,20})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)


def feed_of(page: bytes, address: str) -> str | None:
    """Give the address of the first feed that the page at an address names, and that has one."""
    for link in _links(page[:HEAD].decode("utf-8", "replace")):
        kind = link.get("type", "").split(";")[0].strip().lower()
        if kind in KINDS and "alternate" in link.get("rel", "").lower().split():
            named = _joined(address, link.get("href", "").strip())
            if named:
                return named
    return None


def _links(text: str) -> Iterator[dict[str, str]]:
    for link in _LINK.findall(text):
        yield {name.lower(): unescape(a or b or c) for name, a, b, c in _SAID.findall(link)}


def _joined(address: str, href: str) -> str | None:
    try:
        named = urljoin(address, href)
    except ValueError:  # an address of no host
        return None
    return named if named.lower().startswith(SCHEMES) and named != address else None
