"""One feed followed: fetched if an hour has passed, read if it changed, and told how it went."""

from dataclasses import dataclass, replace

from core.errors import MeipiError, Unreadable
from core.model import Article, Page
from core.parse import jsonfeed
from core.parse.feed import read_feed
from core.watch.fetch import HOUR, Answer, Refused, fetch
from core.watch.kept import Told
from core.watch.named import feed_of


@dataclass(frozen=True, slots=True)
class News:
    """What came of a feed: its articles, none where nothing changed or something went wrong."""

    address: str
    told: Told
    articles: tuple[Article, ...] = ()


def is_due(told: Told | None, now: float) -> bool:
    """Tell whether a feed may be asked again; a clock that was set back does not hold it up."""
    if told is None:
        return True
    return not told.gone and not 0 <= now - told.when < max(HOUR, told.rest)


def follow(address: str, before: Told, now: float) -> News:
    """Fetch a feed and read it. What goes wrong is told, and what was known before stays known."""
    try:
        answer = fetch(address, before)
        if answer.read is None:
            return News(address, replace(before, when=now, error="", rest=0.0, gone=False))
        answer, page = _read(address, answer, answer.read)
    except MeipiError as error:
        rest, gone = (error.rest, error.gone) if isinstance(error, Refused) else (0.0, False)
        return News(address, replace(before, when=now, error=str(error), rest=rest, gone=gone))
    told = Told(now, "", page.name or "", answer.etag, answer.modified)
    return News(address, told, page.articles)


def _read(address: str, answer: Answer, read: bytes) -> tuple[Answer, Page]:
    """Read a feed; where the address is that of a page, read the feed which the page names."""
    try:
        return answer, _page(answer)
    except Unreadable:
        named = feed_of(read, answer.address)
        if named is None or named == address:
            raise
    found = fetch(named, Told())
    return Answer(found.read), _page(found)  # marks are the feed's, not the page's


def _page(answer: Answer) -> Page:
    read = answer.read or b""
    if jsonfeed.looks_like(read):
        return jsonfeed.read_bytes(read, answer.address)
    return read_feed(read, charset=answer.charset, base=answer.address)
