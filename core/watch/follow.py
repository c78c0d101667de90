"""One feed followed: fetched if an hour has passed, read if it changed, and told how it went."""

from dataclasses import dataclass, replace

from core.errors import MeipiError
from core.model import Article
from core.parse.feed import read_feed
from core.watch.fetch import fetch
from core.watch.kept import Told

HOUR = 3600.0  # seconds


@dataclass(frozen=True, slots=True)
class News:
    """What came of a feed: its articles, none where nothing changed or something went wrong."""

    address: str
    told: Told
    articles: tuple[Article, ...] = ()


def is_due(told: Told | None, now: float) -> bool:
    """Tell whether a feed may be asked again; a clock that was set back does not hold it up."""
    return told is None or not 0 <= now - told.when < HOUR


def follow(address: str, before: Told, now: float) -> News:
    """Fetch a feed and read it. What goes wrong is told, and what was known before stays known."""
    try:
        answer = fetch(address, before)
        if answer.read is None:
            return News(address, replace(before, when=now, error=""))
        page = read_feed(answer.read)
    except MeipiError as error:
        return News(address, replace(before, when=now, error=str(error)))
    told = Told(now, "", page.name or "", answer.etag, answer.modified)
    return News(address, told, page.articles)
