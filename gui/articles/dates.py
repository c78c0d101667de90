"""When an article was published, in the reader's time and in few words.

Pages write a time without its zone; the masthead names the zone it is taken to be in.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta, tzinfo

from core.model import Card, Masthead
from gui.tongue import tr
from gui.tongue.days import day_words, short_day

Clock = Callable[[], datetime]
_CLOCK = re.compile(r"[\s,]+\d\d:\d\d$")


def now() -> datetime:
    """Tell the time, with the zone of this machine."""
    return datetime.now().astimezone()


def spoken(head: Masthead | Card, zone: str = "local", clock: Clock = now) -> str:
    """Say when in a zone, or "local": "today 12:46", "9 Nov, 12:46", "9 Nov 2024, 12:46".

    What cannot be read as a time is said as it was written, and so is all of it in "written".
    """
    moment = _moment(head)
    if moment is None or zone == "written":
        return head.published or ""
    return _words(_in(zone, moment), _in(zone, clock()))


def day_of(card: Card, zone: str = "local", clock: Clock = now) -> str:
    """Say the day of an article in a zone: "Today", "Yesterday", "9 Nov", "9 Nov 2024"."""
    moment = _moment(card)
    if moment is None or zone == "written":
        return (card.published or "")[: len("2025-11-09")]
    day, today = _in(zone, moment).date(), _in(zone, clock()).date()
    if day == today:
        return tr("Today")
    if day == today - timedelta(days=1):
        return tr("Yesterday")
    return short_day(day) if day.year == today.year else day_words(day)


def _in(zone: str, moment: datetime) -> datetime:
    """Move a moment to a zone, or to "local"; Windows knows no local time before 1970."""
    if zone == "local":
        with suppress(OSError, OverflowError):
            return moment.astimezone()
    return moment.astimezone(_zone(zone) or UTC)


def without_clock(said: str) -> str:
    """Leave the hour out of what `spoken` said: "9 Nov 2024"."""
    return _CLOCK.sub("", said)


def written(head: Masthead | Card) -> str:
    """Give the time as the page wrote it, with the zone it is taken to be in."""
    return f"{head.published} {head.zone}" if head.published else ""


def _moment(head: Masthead | Card) -> datetime | None:
    zone = _zone(head.zone)
    try:
        moment = datetime.fromisoformat(head.published or "")
    except ValueError:
        return None
    if zone is None and moment.tzinfo is None:
        return None
    # At either end of the calendar there is no room to move to another zone.
    return moment.replace(tzinfo=moment.tzinfo or zone) if 1 < moment.year < 9999 else None


def _zone(name: str) -> tzinfo | None:
    if name == "UTC":
        return UTC
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # most pages are in UTC

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _words(moment: datetime, present: datetime) -> str:
    clock = f"{moment:%H:%M}"
    if moment.date() == present.date():
        return tr("today {clock}").format(clock=clock)
    if moment.date() == present.date() - timedelta(days=1):
        return tr("yesterday {clock}").format(clock=clock)
    day = short_day(moment) if moment.year == present.year else day_words(moment)
    return tr("{day}, {clock}").format(day=day, clock=clock)
