"""One feed followed: fetched if an hour has passed, read if it changed, and told how it went."""

import re
from dataclasses import dataclass, replace

from core.errors import MeipiError, Unreadable
from core.followed import remembered
from core.library import Reader
from core.model import Article, Page
from core.parse import jsonfeed
from core.parse.feed import read_feed
from core.watch.fetch import ANOTHER, Answer, Refused, fetch
from core.watch.kept import Told
from core.watch.named import feed_of
from core.watch.secret import lent

HEAD = 4000  # bytes
MOST_ROWS = 50_000  # of all its articles: what comes by itself is not to be waited for
NOTHING = Page(None, ())
_FEED = re.compile(rb"<(?:[\w-]{1,20}:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class News:
    """What came of a feed: its articles, none where nothing changed or something went wrong.

    `moved` is the address that it has from now on, where it answered well there.
    """

    address: str
    told: Told
    page: Page = NOTHING
    moved: str = ""

    @property
    def articles(self) -> tuple[Article, ...]:
        return self.page.articles


@dataclass(frozen=True, slots=True)
class Came:
    """What an address gave, unread; None where nothing changed, or something went wrong."""

    address: str
    told: Told
    answer: Answer | None = None
    moved: str = ""


def ask(address: str, before: Told, now: float) -> Came:
    """Fetch a feed; where the address is that of a page, the feed which the page names.

    What goes wrong is told, and what was known before stays known.
    """
    now_well = replace(before, when=now, error="", rest=0.0, gone=False)
    try:
        answer = fetch(address, before)
        named = _named(answer)
        if named is None or named == address:
            came = answer if answer.read is not None else None
            return Came(address, now_well, came, answer.moved)
        # What the server wants to hear again is the page's, not the feed's.
        found = replace(fetch(lent(address, named), Told()), etag="", modified="")
    except MeipiError as error:
        return Came(address, _failed(now_well, error))
    return Came(address, now_well, found, answer.moved)


def read(came: Came) -> News:
    """Read what came of a feed."""
    if came.answer is None:
        return News(came.address, came.told, moved=came.moved)
    try:
        page = _page(came.answer)
        if sum(len(one.edition.nodes) for one in page.articles) > MOST_ROWS:
            raise Unreadable(f"This feed has more than {MOST_ROWS:,} lines.", ANOTHER)
    except MeipiError as error:
        return News(came.address, _failed(came.told, error))
    etag, modified = came.answer.etag, came.answer.modified
    told = replace(came.told, name=page.name or "", etag=etag, modified=modified)
    return News(came.address, told, page, came.moved)


def at_home(news: News, reader: Reader) -> News:
    """Give news as a library has them, and remember which article each entry is."""
    if not news.articles:
        return news
    articles = reader.followed(news.page, news.told.entries)
    told = replace(news.told, entries=remembered(news.page, articles))
    return replace(news, told=told, page=replace(news.page, articles=articles))


def _failed(told: Told, error: MeipiError) -> Told:
    rest, gone = (error.rest, error.gone) if isinstance(error, Refused) else (0.0, False)
    return replace(told, error=str(error), rest=rest, gone=gone)


def _named(answer: Answer) -> str | None:
    """Give the feed that a page names; what begins as a feed does is no page."""
    begun = answer.read or b""
    is_feed = jsonfeed.looks_like(begun) or _FEED.search(begun[:HEAD].replace(b"\0", b""))
    return None if is_feed else feed_of(begun, answer.address)


def _page(answer: Answer) -> Page:
    read = answer.read or b""
    if jsonfeed.looks_like(read):
        return jsonfeed.read_bytes(read, answer.address)
    return read_feed(read, charset=answer.charset, base=answer.address)
