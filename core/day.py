"""The day over an article, as its page wrote it: what times in its claims are counted from.

How a time is shown in the reader's zone is the window's.
"""

from datetime import date

#: Before this year nobody published what is read here, and the calendar has little room.
EARLIEST = 1000


def day_of(published: str | None) -> date | None:
    """Give the day of "2025-11-09 04:46"; None where nothing, or no such day, is written."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if day.year >= EARLIEST else None
