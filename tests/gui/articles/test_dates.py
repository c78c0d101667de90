"""When an article was published, in the reader's time."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from core.model import Card, Masthead
from gui.articles.dates import day_of, spoken


@pytest.fixture
def beijing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the machine in China, where it can be told to be elsewhere."""
    if not hasattr(time, "tzset"):
        pytest.skip("Windows takes its zone from elsewhere")
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Asia/Shanghai")
        time.tzset()
        yield
    time.tzset()


def clock() -> datetime:
    return datetime(2025, 11, 9, 20, 0, tzinfo=UTC)


def said(published: str | None, zone: str = "local", written_in: str = "UTC") -> str:
    return spoken(Masthead(published=published, zone=written_in), zone, clock)


@pytest.mark.usefixtures("beijing")
@pytest.mark.parametrize(
    ("published", "here", "utc"),
    [
        ("2025-11-09 19:00", "today 03:00", "today 19:00"),
        ("2025-11-09 04:46", "yesterday 12:46", "today 04:46"),
        ("2025-11-06 22:35", "7 Nov, 06:35", "6 Nov, 22:35"),
        ("2024-12-31 23:10", "1 Jan, 07:10", "31 Dec 2024, 23:10"),
        ("2018-08-14 16:00", "15 Aug 2018, 00:00", "14 Aug 2018, 16:00"),
    ],
)
def test_a_time_is_told_here_and_in_utc(published: str, here: str, utc: str) -> None:
    assert (said(published), said(published, "UTC")) == (here, utc)


@pytest.mark.usefixtures("beijing")
@pytest.mark.parametrize(
    ("published", "here", "utc"),
    [
        ("2025-11-09 19:00", "Today", "Today"),
        ("2025-11-09 04:46", "Yesterday", "Today"),
        ("2025-11-08 10:00", "8 Nov", "Yesterday"),
        ("2024-12-31 23:10", "1 Jan", "31 Dec 2024"),
        ("soon", "soon", "soon"),
    ],
)
def test_the_day_over_a_group_is_told_here_and_in_utc(published: str, here: str, utc: str) -> None:
    card = Card(1, "a", "T", "", None, published, "UTC", 0, 0, read=False)
    assert (day_of(card, "local", clock), day_of(card, "UTC", clock)) == (here, utc)
    assert day_of(card, "written", clock) == published[:10]


@pytest.mark.usefixtures("beijing")
def test_a_time_written_in_another_zone_is_brought_here() -> None:
    assert said("2025-11-07 12:00", written_in="Asia/Shanghai") == "7 Nov, 12:00"
    assert said("2025-11-07 12:00", "UTC", written_in="Asia/Shanghai") == "7 Nov, 04:00"


@pytest.mark.parametrize("published", ["last week", "2025-13-45 99:00", "9999-12-31 23:59", ""])
def test_what_is_no_time_is_said_as_written(published: str) -> None:
    assert said(published) == published


def test_a_time_in_an_unknown_zone_is_said_as_written() -> None:
    assert said("2025-11-07 12:00", written_in="../Mars") == "2025-11-07 12:00"


def test_no_time_is_no_words() -> None:
    assert said(None) == ""
