"""Copies of a library in words: when, why, how much, and what putting one back would do."""

from core.backup import Contents, Copy, Reason, Weighed
from core.day import at
from core.model import Masthead
from gui.articles.dates import spoken
from gui.tongue import phrase, tr

WHY = {
    Reason.DAILY: phrase("Daily"),
    Reason.MERGE: phrase("Before a merge"),
    Reason.MIGRATE: phrase("Before a new format"),
    Reason.RESTORE: phrase("Before a restore"),
    Reason.REBUILD: phrase("Before a rebuild"),
    Reason.HAND: phrase("By hand"),
}


def when(copy: Copy, zone: str) -> str:
    """Say when a copy was taken, in the reader's zone: "today 12:46", "9 Nov, 12:46"."""
    moment = at(copy.clock)
    return spoken(Masthead(published=f"{moment:%Y-%m-%d %H:%M}", zone="UTC"), zone)


def size(number: int) -> str:
    """Say a size: "0.3 MB", "12 KB"."""
    if number >= 100_000:
        return tr("{0:,.1f} MB").format(number / 1000000)
    return tr("{0} KB").format(max(round(number / 1000), 1))


def holds(held: Contents) -> str:
    return tr(", ").join((_articles(held), _highlights(held)))


def weighed(found: Weighed) -> str:
    """Say what putting a copy back would take away and bring, a sentence each."""
    if found.same:
        return tr("It holds just what the library holds now.")
    told = [tr("%n step(s) (was|were) taken since.", "", found.deeds)] if found.deeds else []
    more = tr("It holds %n step(s) that the library does not have.", "", found.more)
    told += [more] if found.more else []
    lost, gained = _some(found.lost), _some(found.gained)
    told += [tr("Going back takes away {some}.").format(some=lost)] if lost else []
    told += [tr("Going back brings back {some}.").format(some=gained)] if gained else []
    return "\n".join(told)


def _some(held: Contents) -> str:
    said = ((held.articles, _articles(held)), (held.highlights, _highlights(held)))
    return tr(" and ").join(words for number, words in said if number)


def _articles(held: Contents) -> str:
    return tr("%n article(s)", "", held.articles)


def _highlights(held: Contents) -> str:
    return tr("%n highlight(s)", "", held.highlights)
