"""A page whose time names no day, read on several days: one article, and one text of it."""

from datetime import datetime
from pathlib import Path

import pytest

from core.check import check
from core.library import Library
from core.model import Article
from core.parse import parse_text

FIRST, LAST = datetime(1, 1, 1), datetime(9999, 12, 31)  # noqa: DTZ001  of all calendars
BODY = "Core Insights - Rates fell by 5% on all routes [1] - Ships wait [2]"


def read(said: str, day: datetime | None = None, body: str = BODY) -> Article:
    (article,) = parse_text(f"海运\n新华社· {said}\n{body}", copied=day).articles
    return article


def on(day: int, hour: int = 9) -> datetime:
    return datetime(2025, 11, day, hour)  # noqa: DTZ001  the reader's day


AGAIN = [
    (("3小时前", on(9)), ("5小时前", on(9, 11))),
    (("3小时前", on(9)), ("1天前", on(10))),
    (("2天前", on(11)), ("2天前", on(12, 6))),
    (("6天前", on(15)), ("1周前", on(22))),
    (("刚刚", None), ("3小时前", None)),
    (("刚刚", None), ("昨天", on(10))),
    (("刚刚", LAST), ("3小时前", LAST)),
    (("1天前", FIRST), ("1天前", FIRST)),
]


@pytest.mark.parametrize(("before", "now"), AGAIN)
def test_another_reading_of_its_time_is_the_same_text(library: Library, before, now):
    first = read(*before)
    library.commit(library.add([first]).change)
    again = library.add([read(*now)])
    assert (again.unchanged, bool(again.change)) == ((first.id,), False)
    assert library.article(first.id) == first


def test_a_newer_text_of_it_is_its_next_edition(library: Library):
    first = read("3小时前", on(9))
    library.commit(library.add([first]).change)
    newer = read("1天前", on(10), BODY.replace("5%", "6%"))
    assert library.add([newer]).updated == (first.id,)
    library.commit(library.add([newer]).change)
    assert len(library.known([first.id])[first.id].texts) == 2
    assert not check(Path(library.path)).findings


def test_another_article_of_that_title_is_another(library: Library):
    library.commit(library.add([read("3小时前", on(9))]).change)
    other = read("1天前", on(11), "Core Insights - Something else [1]")
    assert library.add([other]).added == (other.id,)


def test_in_one_page_it_is_one_article(library: Library):
    page = f"海运\n新华社· 3小时前\n{BODY}\n海运\n新华社· 4小时前\n{BODY}"
    addition = library.add(parse_text(page, copied=on(9)).articles)
    assert len(addition.added) == 1
    assert len(addition.change.articles) == 1
