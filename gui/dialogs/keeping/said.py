"""Copies of a library in words: when, why, how much, and what putting one back would do."""

from datetime import UTC, datetime

from core.backup import Copy, Held, Reason, Weighed
from core.model import Masthead
from gui.articles.dates import spoken
from gui.dialogs.parts import count

WHY = {
    Reason.DAILY: "Daily",
    Reason.MERGE: "Before a merge",
    Reason.MIGRATE: "Before a new format",
    Reason.RESTORE: "Before a restore",
    Reason.HAND: "By hand",
}


def when(copy: Copy, zone: str) -> str:
    """Say when a copy was taken, in the reader's zone: "today 12:46", "9 Nov, 12:46"."""
    moment = datetime.fromtimestamp(copy.clock / 1000, UTC)
    return spoken(Masthead(published=f"{moment:%Y-%m-%d %H:%M}", zone="UTC"), zone)


def size(number: int) -> str:
    """Say a size: "0.3 MB", "12 KB"."""
    if number >= 100_000:
        return f"{number / 1_000_000:,.1f} MB"
    return f"{max(round(number / 1000), 1)} KB"


def holds(held: Held) -> str:
    return f"{count(held.articles, 'article')}, {count(held.highlights, 'highlight')}"


def weighed(found: Weighed) -> str:
    """Say what putting a copy back would take away and bring, a sentence each."""
    if found.same:
        return "It holds just what the library holds now."
    since = count(found.deeds, "deed")
    told = [f"{since} {'was' if found.deeds == 1 else 'were'} done since."] if found.deeds else []
    for held, what in ((found.lost, "takes away"), (found.gained, "brings back")):
        some = _some(held)
        told += [f"Going back {what} {some}."] if some else []
    return "\n".join(told)


def _some(held: Held) -> str:
    many = ((held.articles, "article"), (held.highlights, "highlight"))
    return " and ".join(count(number, what) for number, what in many if number)
