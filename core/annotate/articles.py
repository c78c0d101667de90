"""Articles taken off the shelf, and marked as read; how they come is told in `arrival`."""

from collections.abc import Iterable, Mapping

from core.change import Change, Edit, Record


def take_away(articles: Iterable[str]) -> Change:
    """Take articles off the shelf; their text and all that was said of them is kept."""
    edits = (Edit(Record.ARTICLE, one, "removed", None, "1") for one in articles)
    return Change("take away", tuple(edits))


def read(articles: Mapping[str, bool], now: bool, *, quiet: bool = False) -> Change:
    """Mark articles as read or unread; `articles` says which are read as yet."""
    edits = (
        Edit(Record.ARTICLE, one, "read", "1" if was else None, "1" if now else None)
        for one, was in articles.items()
        if was is not now
    )
    return Change("read" if now else "unread", tuple(edits), quiet=quiet)
