"""Sources written in pinyin are shown in Chinese."""

import pytest

from core import sources

SEEN = {
    "Guan Cha Zhe Wang": "观察者网",
    "Hua Er Jie Jian Wen": "华尔街见闻",
    "Zheng Quan Shi Bao Wang": "证券时报网",
    "Zheng Quan Ri Bao Wang": "证券日报网",
    "Bao Cheng Qi Huo": "宝城期货",
    "Zhong Hui Qi Huo": "中辉期货",
    "Zhong Xin Qi Huo": "中信期货",
    "Wu Kuang Qi Huo": "五矿期货",
    "Hua Long Qi Huo": "华龙期货",
    "Yang Shi Xin Wen": "央视新闻",
    "Wen Hua Cai Jing": "文华财经",
    "Xin Lang Cai Jing": "新浪财经",
    "Zhi Tong Cai Jing": "智通财经",
    "Sou Hu Cai Jing": "搜狐财经",
    "Guo Jia Tong Ji Ju": "国家统计局",
    "21 Shi Ji Jing Ji Bao Dao": "21世纪经济报道",
    "36 Ke": "36氪",
}


@pytest.mark.parametrize(("written", "chinese"), SEEN.items())
def test_a_source_in_pinyin_has_its_chinese_name(written, chinese):
    assert sources.name(written) == chinese


@pytest.mark.parametrize(
    "written", ["guan cha zhe wang", "GuanChaZheWang", "Guān Chá Zhě Wǎng", " Guancha  Zhewang "]
)
def test_spaces_case_and_tone_marks_do_not_matter(written):
    assert sources.name(written) == "观察者网"


@pytest.mark.parametrize("written", ["雪球", "格隆汇APP", "一份没听说过的报纸", "觀察者網"])
def test_a_chinese_name_stays_as_it_is(written):
    assert sources.name(written) == written


@pytest.mark.parametrize("written", [None, "", " ", "ZACKS", "The Motley Fool", "Guan Cha", "·"])
def test_an_unknown_source_has_no_chinese_name(written):
    assert sources.name(written) is None


def test_a_chinese_word_finds_the_spellings_of_all_names_that_hold_it():
    assert sources.matching("观察者") == ("Guan Cha Zhe Wang",)
    assert {"Bao Cheng Qi Huo", "Zhong Hui Qi Huo"} <= set(sources.matching("期货"))


def test_an_english_word_finds_names_by_their_beginning():
    assert "Huan Qiu Shi Bao" in sources.matching("global")
    assert sources.matching("Global Times") == ("Huan Qiu Shi Bao",)
    assert "Huan Qiu Shi Bao" not in sources.matching("lobal")


def test_pinyin_written_in_one_finds_its_spelling():
    assert sources.matching("guanchazhe") == ("Guan Cha Zhe Wang",)


@pytest.mark.parametrize("text", ["", "  ", "e", "th", "?", "%"])
def test_what_says_too_little_finds_nothing(text):
    assert sources.matching(text) == ()


@pytest.mark.parametrize(
    ("written", "name"), [("TeslaTesla", "Tesla"), ("Tesla", "Tesla"), ("3M", "3M"), ("", None)]
)
def test_a_company_is_named_once(written, name):
    assert sources.company(written) == name


def test_no_two_names_share_a_spelling():
    keys = [sources.key(one.pinyin) for one in sources.known()]
    names = [one.chinese for one in sources.known()]
    assert len(keys) == len(set(keys)) >= 70
    assert len(names) == len(set(names))


def test_every_row_is_complete():
    for one in sources.known():
        assert sources.has_han(one.chinese)
        assert one.pinyin.isascii()
        assert one.english.isprintable()
        assert "" not in (one.chinese, one.pinyin, one.english)
