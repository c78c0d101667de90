"""The day over an article, as its page wrote it, and the moment that a clock told.

Times in claims are counted from the first. How one is shown in the reader's zone is the window's.
"""

from datetime import UTC, date, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
#: Before this year nobody published what is read here, and the calendar has little room.
EARLIEST = 1000


def day_of(published: str | None) -> date | None:
    """Give the day of "2025-11-09 04:46"; None where nothing, or no such day, is written."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if day.year >= EARLIEST else None


def at(clock: int) -> datetime:
    """Give the moment of so many milliseconds since 1970, UTC.

    It is counted: Windows knows none before 1970 or after the year 3000, and as seconds those after
    2250 would be rounded.
    """
    return EPOCH + timedelta(milliseconds=clock)
