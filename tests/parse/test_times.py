"""Times over articles, by the clock of twelve hours, with weekdays and zones, or of no day."""

from datetime import datetime

import pytest

from core.parse import parse_text
from core.parse.meta import read_meta

BODY = "Core Insights - Rates fell [1]"
READ = datetime(2025, 11, 9, 1, 30)  # noqa: DTZ001  on the reader's clock


@pytest.mark.parametrize(
    ("time", "published"),
    [
        ("2025-11-08 2:10 PM", "2025-11-08 14:10"),
        ("2025-11-08 12:10 AM", "2025-11-08 00:10"),
        ("2025年11月8日 星期六 上午2:10", "2025-11-08 02:10"),
        ("2025年11月8日（周六）下午2:10", "2025-11-08 14:10"),
        ("Sat, Nov 8, 2025 2:10 pm", "2025-11-08 14:10"),
        ("北京时间 2025-11-08 10:10", "2025-11-08 02:10"),
        ("2025-11-07 21:10 EST", "2025-11-08 02:10"),
        ("2025-11-08 中午1:10", "2025-11-08 13:10"),
        ("2025-11-08 中午12:10", "2025-11-08 12:10"),
        ("Updated 2025-11-08 02:10", "2025-11-08 02:10"),
    ],
)
def test_a_time_is_told_as_the_site_writes_it(time, published):
    (one,) = parse_text(f"海运\n新华社· {time}\n{BODY}").articles
    assert (one.title, one.masthead.source, one.masthead.published) == ("海运", "新华社", published)


@pytest.mark.parametrize("hour", ["25:10", "13:60"])
def test_an_hour_that_never_was_is_no_time(hour):
    assert read_meta(f"新华社· 2025-11-08 {hour}") is None


@pytest.mark.parametrize("said", ["Nov 8, 2025 9:30 AM CST", "2025-11-08 09:30 (IST)"])
def test_a_time_in_a_zone_that_may_be_several_is_kept_as_text(said):
    (one,) = parse_text(f"海运\n新华社· {said}\n{BODY}").articles
    assert (one.title, one.masthead.source, one.masthead.published) == ("海运", "新华社", None)
    assert one.edition.nodes[0].text == said


AGO = [
    ("3小时前", "2025-11-08"),
    ("20 minutes ago", "2025-11-09"),
    ("an hour ago", "2025-11-09"),
    ("2 weeks ago", "2025-10-26"),
    ("刚刚", "2025-11-09"),
    ("昨天 14:05", "2025-11-08"),
    ("Yesterday at 2:05 PM", "2025-11-08"),
    ("12-30 08:00", "2024-12-30"),
    ("Nov 7, 08:00", "2025-11-07"),
]


@pytest.mark.parametrize(("said", "_day"), AGO)
def test_a_time_that_names_no_day_is_kept_as_text(said, _day):
    (one,) = parse_text(f"海运\n新华社· {said}\n{BODY}").articles
    assert (one.title, one.masthead.source, one.masthead.published) == ("海运", "新华社", None)
    assert [node.text for node in one.edition.nodes] == [said, "Core Insights", "Rates fell"]


@pytest.mark.parametrize(("said", "day"), AGO)
def test_it_means_a_day_to_who_knows_when_it_was_read(said, day):
    (one,) = parse_text(f"海运\n新华社· {said}\n{BODY}", copied=READ).articles
    assert one.masthead.published == day
    assert one.edition.nodes[0].text == said


@pytest.mark.parametrize("line", ["昨天", "3小时前", "13-45 08:00", "雪球·13-45", "雪球·第3天"])
def test_what_only_looks_like_one_is_text(line):
    assert read_meta(line) is None


def test_a_day_of_no_month_means_none():
    (one,) = parse_text(f"海运\n新华社· 02-30 08:00\n{BODY}", copied=READ).articles
    assert one.masthead.published is None


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("雪球\u200b·2025-11-09 04:46", "雪球"),
        ("雪球 ·2025-11-09 04:46", "雪球"),
        ("**雪球·2025-11-09 04:46**", "雪球"),
        ("来源：雪球·2025-11-09 04:46", "雪球"),
    ],
)
def test_a_source_is_told_the_same_however_it_stands(line, source):
    meta = read_meta(line)
    assert meta is not None
    assert (meta.masthead.source, meta.masthead.published) == (source, "2025-11-09 04:46")


@pytest.mark.parametrize("time", ["2025-02-30 04:46", "2025-11-09 24:01", "0000-11-09 04:46"])
def test_the_site_s_own_way_of_writing_makes_no_time_true(time):
    assert read_meta(f"雪球·{time}") is None
