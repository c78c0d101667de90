"""What else is searched for: the right words, few of them, and no others."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.glossary import Expansion, expand, holds_together
from core.model import Term


def texts(word: str, *own: Term) -> list[str]:
    return [one.text for one in expand(word, own)]


def kinds(word: str, *own: Term) -> dict[str, str]:
    return {one.text: one.kind for one in expand(word, own)}


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("稀土", "rare earth"),
        ("自给率", "self-sufficiency rate"),
        ("关键矿产", "critical minerals"),
        ("出口管制", "export controls"),
        ("供应链", "supply chain"),
        ("芯片", "chip"),
        ("光刻机", "lithography machine"),
        ("关税", "tariff"),
        ("脱钩", "decoupling"),
        ("产能过剩", "overcapacity"),
        ("外汇储备", "foreign exchange reserves"),
        ("国产替代", "import substitution"),
        ("储能", "energy storage"),
        ("镓", "gallium"),
        ("哈萨克斯坦", "Kazakhstan"),
        ("气候", "climate"),
        ("医院", "hospital"),
    ],
)
def test_one_language_finds_the_other(chinese, english):
    assert texts(english)[0] == chinese
    assert english.split()[0].rstrip("s") in " ".join(texts(chinese))


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("rare earths", "rare earth"),
        ("Rare-Earth", "rare earth"),
        ("EXPORT CONTROL", "export controls"),
        ("critical mineral", "critical minerals"),
        ("sanction", "sanctions"),
        ("batteries", "battery"),
        ("aluminium", "aluminum"),
        ("decarbonisation", "decarbonization"),
        ("the Strait of Hormuz", "strait of hormuz"),
        ("stockpiled", "stockpile"),
        ("U.S.", "US"),
    ],
)
def test_spellings_and_endings_of_a_word_are_one(typed, same):
    han = [one for one in texts(typed) if not one.isascii()]
    assert han
    assert han == [one for one in texts(same) if not one.isascii()]


@pytest.mark.parametrize(
    ("word", "first"),
    [("策略", "strategy"), ("女性", "woman"), ("轮子", "wheel"), ("技术", "technology")],
)
def test_a_common_word_means_its_first_sense_though_others_are_called_so_more_often(word, first):
    assert texts(word)[0] == first


@pytest.mark.parametrize(
    ("word", "not_in"), [("大国", "power"), ("规则", "rule"), ("势头", "power")]
)
def test_what_many_words_are_called_says_nothing_of_one(word, not_in):
    assert not_in not in texts(word)


def test_a_word_with_a_hyphen_is_written_without_one_too():
    assert "startups" in texts("start-ups")


@pytest.mark.parametrize(
    ("word", "not_in"),
    [
        ("copper", "铜川"),
        ("futures", "未来"),
        ("goods", "好"),
        ("securities", "安全"),
        ("leading", "铅"),
        ("training", "火车"),
        ("chip", "薯"),
        ("plane", "计划"),
        ("wine", "赢"),
        ("Central Asia", "其中"),
        ("tariff", "费率"),
    ],
)
def test_what_only_looks_alike_is_not_searched_for(word, not_in):
    assert not [one for one in texts(word) if not_in in one]


@pytest.mark.parametrize(
    ("word", "weak"),
    [("ask", "要"), ("give", "与"), ("use", "以"), ("move", "着"), ("rise", "起"), ("order", "令")],
)
def test_a_character_that_mostly_means_something_else_is_not_searched_for(word, weak):
    assert weak not in texts(word)


@pytest.mark.parametrize(("word", "only"), [("year", "年"), ("big", "大"), ("wind", "风")])
def test_a_character_that_is_the_usual_word_is_searched_for(word, only):
    assert only in texts(word)


def test_copper_is_one_word():
    assert texts("copper") == ["铜", "粗铜", "再生铜"]
    assert texts("铜") == ["copper"]


def test_goods_are_found_by_what_they_are_a_kind_of():
    assert {"焦煤", "动力煤"} <= {*texts("coal")}
    assert "美元" not in texts("US")


def test_two_words_may_be_typed_as_one():
    assert texts("rareearth")[:2] == ["rare earth", "稀土"]
    assert "数据中心" in texts("datacenter")
    assert texts("supercycle") == ["super cycle"]
    assert texts("megafabs") == []


@pytest.mark.parametrize("word", ["the", "of", "us", "is", "的", "什么", "", " ", "-", "😀", "8.5"])
def test_what_nobody_means_is_left_alone(word):
    assert texts(word) == []


def test_a_country_is_no_pronoun():
    assert texts("US")[0] == "美国"
    assert holds_together("us")
    assert not holds_together("US")


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("xitu", "稀土"),
        ("xi tu", "稀土"),
        ("XiTu", "稀土"),
        ("xītǔ", "稀土"),
        ("xi1tu3", "稀土"),
        ("chu'kou", "出口"),
        ("xt", "稀土"),
        ("chukouguanzhi", "出口管制"),
        ("ckgz", "出口管制"),
        ("tielu", "铁路"),
        ("lvse", "绿色"),
        ("lüse", "绿色"),
        ("ningdeshidai", "宁德时代"),
        ("zhongguoxitu", "中国稀土"),
        ("jia", "镓"),
    ],
)
def test_pinyin_and_initials_find_the_word(typed, word):
    assert kinds(typed).get(word) == "pinyin"


def test_an_english_word_is_not_read_as_pinyin():
    assert "pinyin" not in kinds("change").values()
    assert "pinyin" not in kinds("women").values()


@pytest.mark.parametrize(
    "typed", ["观察者网", "觀察者網", "guanchazhewang", "Guan Cha Zhe Wang", "gczw"]
)
def test_a_source_is_known_by_all_its_names(typed):
    names = {*texts(typed), typed}
    assert {"Guan Cha Zhe Wang", "Guancha"} <= names


def test_a_source_may_be_begun():
    assert kinds("guanchazhe")["观察者网"] == "source"
    assert kinds("Global Times")["Huan Qiu Shi Bao"] == "source"


def test_a_common_word_is_not_every_source_that_begins_so():
    assert "source" not in kinds("上海").values()
    assert "source" not in kinds("shanghai").values()
    assert "source" not in kinds("证券").values()


def test_traditional_characters_are_asked_like_simplified_ones():
    assert texts("關鍵礦產") == texts("关键矿产")


def test_another_name_in_the_same_language_comes_last():
    found = expand("EV")
    assert found[0] == Expansion("电动汽车", "EV → 电动汽车", "term")
    assert [one.kind for one in found] == sorted(one.kind for one in found)


def test_a_loose_name_is_read_and_not_searched_for():
    assert texts("Polish")[0] == "波兰"
    assert "Polish" not in texts("波兰")
    assert "lead" not in texts("铅")


def test_names_that_an_index_cannot_tell_apart_are_given_once():
    assert "rare earths" not in texts("稀土")
    assert "chips" not in texts("芯片")


def test_the_readers_own_terms_win():
    mine = Term("1", "稀土", ("lanthanides", "REE"))
    assert texts("稀土", mine)[:3] == ["lanthanides", "REE", "rare earth"]
    assert texts("lanthanide", mine)[0] == "稀土"
    chip = Term("2", "薯片", ("chip",))
    assert texts("chips", chip)[:2] == ["薯片", "芯片"]


def test_the_readers_own_terms_are_found_by_their_sound():
    mine = Term("1", "永磁体厂", ("magnet works",))
    assert kinds("yongcitichang", mine)["永磁体厂"] == "pinyin"
    assert kinds("yctc", mine)["永磁体厂"] == "pinyin"


def test_an_own_term_without_english_breaks_nothing():
    mine = Term("1", "永磁体厂", (), whole=True)
    assert texts("永磁体厂", mine) == []


def test_a_word_of_the_dictionary_gives_three_at_most():
    for word in ("beat", "run", "look", "打", "看"):
        assert len(texts(word)) <= 3


@given(st.text(max_size=120))
def test_any_text_may_be_asked_about(text):
    found = expand(text)
    assert len({one.text for one in found}) == len(found)
    assert all(one.text and one.text != text for one in found)


def test_asking_takes_no_time():
    asked = ("稀土", "rare earths", "xitu", "gczw", "climate", "关键矿产", "zzzz", "气候")
    for word in asked:
        expand(word)
    started = time.process_time()
    for _ in range(25):
        for word in asked:
            expand(word)
    assert (time.process_time() - started) / (25 * len(asked)) < 0.005


@pytest.mark.parametrize(
    ("name", "written"),
    [("雷军", "lei jun"), ("任宇翔", "ren yuxiang"), ("欧阳雨桐", "ouyang yutong"), ("智驾", None)],
)
def test_a_chinese_name_that_nobody_knows_is_looked_for_as_english_writes_it(name, written):
    assert [one.text for one in expand(name)] == ([written] if written else [])


def test_points_are_written_in_either_language():
    assert "25个基点" in [one.text for one in expand("25 basis points")]
    assert "25 basis points" in [one.text for one in expand("25个基点")]
    assert "0.5 percentage points" in [one.text for one in expand("0.5个百分点")]
