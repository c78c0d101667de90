"""Title, source and time in lines of their own: which is which."""

import pytest

from core.model import Article
from core.parse import parse_text
from tests.parse.outlined import outlined


def only(text: str) -> Article:
    (article,) = parse_text(text).articles
    return article


ORDERS = [
    "{title}\n{source}\n{time}",
    "{source}\n{title}\n{time}",
    "{time}\n{title}\n{source}",
    "{title}\n{time}\n{source}",
    "{title}\n来源：{source}\n发布时间：{time}",
    "标题：{title}\n来源：{source}\n时间：{time}",
    "Title: {title}\nSource: {source}\nDate: {time}",
    "## {title}\n\n{time}\n\n{source}\n",
    "# {title}\n**Source:** {source}\n**Published:** {time}\n",
]


@pytest.mark.parametrize("order", ORDERS)
def test_title_source_and_time_may_stand_in_any_order(order):
    head = order.format(title="铜价为何上涨", source="观察者网", time="2025-11-09 04:46")
    text = f"{head}\n### Core Insights\n- Up [1]\n\n"
    articles = parse_text(text * 2).articles
    found = [(one.title, one.masthead.source, one.masthead.published) for one in articles]
    assert found == [("铜价为何上涨", "观察者网", "2025-11-09 04:46")] * 2
    assert outlined(articles[0]) == ["lead: Core Insights", "  - Up[1]"]


def test_a_source_in_pinyin_may_stand_between_a_short_title_and_its_time():
    lines = ("种业振兴", "Nong Cun Gong Zuo Tong Xun", "2025-03-28 02:00", "Core Insights - Up [1]")
    article = only("\n".join(lines))
    assert (article.title, article.masthead.source) == lines[:2]


@pytest.mark.parametrize("name", ["Why Seeds Matter", "nong cun gong", "Seeds", "Li"])
def test_other_words_between_are_no_source(name):
    article = only(f"种业振兴\n{name}\n2025-03-28 02:00\nCore Insights - Up [1]")
    assert article.masthead.source is None


def test_a_source_of_no_table_is_told_by_how_it_sounds():
    head = only(
        "铜价今年为何一路上涨\n某某研究院\n2025-11-09 04:46\nCore Insights - Up [1]"
    ).masthead
    assert (head.title, head.source) == ("铜价今年为何一路上涨", "某某研究院")
    head = only("登录\n关于稀土的研究\n2025-11-09 04:46\nCore Insights - Up [1]").masthead
    assert (head.title, head.source) == ("关于稀土的研究", None)


@pytest.mark.parametrize("source", ["Nikkei Asia", "Barron's", "AP 24/7", "S&P Global", "36Kr"])
def test_a_short_name_between_a_title_and_a_time_is_the_source(source):
    body = "2025-11-09 04:46\nCore Insights - Up [1]"
    head = only(f"Ramen at 1,000 Yen: the Wall That Fell\n{source}\n{body}").masthead
    assert (head.title, head.source) == ("Ramen at 1,000 Yen: the Wall That Fell", source)


@pytest.mark.parametrize(
    ("over", "title"),
    [("Read more", "Copper Up"), ("Please log in to see all", "镍价"), ("It rose on. ...", "Up")],
)
def test_a_short_title_under_other_words_is_no_source(over, title):
    head = only(f"{over}\n{title}\n2025-11-09 04:46\nCore Insights - Up [1]").masthead
    assert (head.title, head.source) == (title, None)


@pytest.mark.parametrize("source", ["Min Zheng Bu", "新华社"])
def test_a_source_may_stand_over_a_summary_without_a_time(source):
    above = "铜价\n雪球· 2025-09-10 08:08\nCore Insights - Up [1]\n"
    _, one = parse_text(f"{above}葬礼补贴\n{source}\nCore Insights - Down [1]").articles
    assert (one.title, one.masthead.source, one.masthead.published) == ("葬礼补贴", source, None)


def test_the_time_of_a_note_is_not_that_of_the_article_in_it():
    note = "2026年11月5日 上午10:12\n\n- [ ] 铜价\n雪球 · 2026-11-04 11:45\n"
    one = only(f"{note}Core Insights\n- [ ] Up [1]\n- [x] Down [2]")
    assert (one.title, one.masthead.published) == ("铜价", "2026-11-04 11:45")
    told = ["lead: Core Insights", "  - Up[1]", "  - Down[2]", "  | 2026年11月5日 上午10:12"]
    assert outlined(one) == told


def test_an_account_may_stand_over_its_time_and_place():
    one = only("铜价\n原创 小张 铜业观察\n2026年3月18日 20:15 湖北 2 人\n\nCore Insights\n• Up [1]")
    assert (one.title, one.masthead.source) == ("铜价", "铜业观察")
    assert one.masthead.published == "2026-03-18 20:15"
    assert outlined(one)[-1] == "  | 原创 小张 湖北 2 人"


def test_an_author_between_a_title_and_a_time_is_no_title():
    one = only("铜价\n原创 小张\n铜业观察 2026年3月18日 20:15 湖北\n\nCore Insights\n• Up [1]")
    assert (one.title, one.masthead.source) == ("铜价", "铜业观察")
    assert outlined(one)[-1] == "  | 原创 小张 湖北"
