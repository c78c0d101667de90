"""Text cut into terms and words, by examples and by properties."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import words
from core.words import Own, fold, openings, phrase, spell, spell_words, stem, terms

TEXTS = st.text(
    st.sampled_from("ab sS稀土铜臺é's.,%-–10５Ｇ“”ﬁ½\u0301\u3000\x01İßかが한,。《》〇々①㈱ｶﾞ")
    | st.characters(),
    max_size=40,
)


def spelled(text: str) -> list[str]:
    return [one.text for one in terms(text)]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("稀土永磁", "稀土 土永 永磁 磁"),
        ("铜", "铜"),
        ("臺灣關稅", "台湾 湾关 关税 税"),
        ("5G手机", "5 g 手机 机"),
        ("8.5", "8.5"),
        ("10–20 years", "10 - 20 year"),
        ("10-20%", "10 - 20 %"),
        ("-20.3%", "- 20.3 %"),
        ("187.4亿元", "187.4 亿元 元"),
        ("1,234,567 tons", "1234567 ton"),
        ("COVID-19", "covid 19"),
        ("7nm", "7 nm"),
        ("U.S. sanctions", "us sanction"),
        ("China's policies", "china polici"),
        ("self-sufficiency", "self sufficienci"),
        ("Ｗｉｄｅ ｔｅｘｔ", "wide text"),
        ("xītǔ", "xitu"),
        ("$300bn", "300 bn"),
        ("", ""),
        ("?!", ""),
    ],
)
def test_a_text_is_cut_into_terms(text: str, cut: str) -> None:
    assert spell(text).split() == cut.split()


@given(TEXTS)
def test_what_is_put_in_and_what_is_marked_are_the_same_terms(text: str) -> None:
    assert spell(text).split() == spelled(text)


@given(TEXTS)
def test_every_term_has_its_place_in_the_text(text: str) -> None:
    for one in terms(text):
        assert 0 <= one.start < one.end <= len(text)


@given(TEXTS, TEXTS)
def test_a_gap_parts_two_texts(one: str, other: str) -> None:
    both = spelled(one + words.GAP + other)
    assert both == [*spelled(one), "|", *spelled(other)]


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text("稀土铜价ab1 ,", min_size=1, max_size=12), st.data())
def test_a_piece_of_a_chinese_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : data.draw(st.integers(start + 1, len(text)))]
    wanted, is_open = phrase(piece)
    runs = [part for part in piece.replace(",", " ").split() if words.is_han(part)]
    if len(runs) != 1 or runs[0] != piece or not all(map(words.is_han, piece)):
        return
    cut, size = spelled(text), len(wanted)
    assert any(
        cut[i : i + size - 1] == wanted[:-1]
        and (
            cut[i + size - 1].startswith(wanted[-1]) if is_open else cut[i + size - 1] == wanted[-1]
        )
        for i in range(len(cut) - size + 1)
    )


def test_the_last_han_of_a_query_may_have_a_neighbour() -> None:
    assert phrase("铜") == (["铜"], True)
    assert phrase("稀土") == (["稀土"], False)
    assert phrase("5G手") == (["5", "g", "手"], True)


@pytest.mark.parametrize(
    "forms",
    [
        "mineral minerals",
        "policy policies",
        "refine refines refined refining",
        "price prices priced pricing",
        "plan plans planned planning",
        "control controls controlled controlling",
        "supply supplies supplied supplying",
        "agree agrees agreed agreeing",
        "tariff tariffs",
        "battery batteries",
        "company companies",
        "tax taxes taxed",
        "rise rose risen rising rises",
        "fall fell falling falls",
        "build built building",
        "use uses used using",
        "gas gases",
        "crisis crises",
        "care cares cared caring",
        "plane planes planed planing",
        "mine mines mined mining",
        "case cases",
        "process processes processed processing",
        "bus buses",
        "box boxes boxed boxing",
        "lens lenses",
        "labour labor labours labored",
        "centre center centres centers",
        "minimise minimize minimised minimizing",
        "organisation organization",
        "jewellery jewelry",
        "tonne ton tonnes tons",
        "gpu gpus",
        "robotaxi robotaxis",
        "index indices",
        "try tries tried trying",
        "meet meets met",
        "loss losses",
        "rating ratings",
    ],
)
def test_the_forms_of_an_english_word_are_one(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("import", "important"),
        ("new", "news"),
        ("unit", "united"),
        ("good", "goods"),
        ("custom", "customs"),
        ("general", "generate"),
        ("port", "report"),
        ("car", "care"),
        ("plan", "plane"),
        ("planning", "planes"),
        ("rat", "rate"),
        ("bar", "bare"),
        ("fill", "filing"),
        ("four", "for"),
        ("promise", "prom"),
        ("security", "securities"),
        ("future", "futures"),
        ("saving", "savings"),
        ("earned", "earnings"),
        ("rated", "rating"),
        ("franc", "france"),
        ("los", "loss"),
    ],
)
def test_words_that_are_two_stay_two(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "word", ["pricing", "policies", "planned", "tariffs", "supplies", "refining", "mined", "caring"]
)
def test_a_word_is_found_by_every_beginning_of_three_letters_and_more(word: str) -> None:
    term = stem(word)
    for size in range(3, len(word) + 1):
        begun = word[:size]
        assert term.startswith(begun) or term in openings(begun), begun


def test_han_words_are_cut_by_the_dictionary_and_not_by_guessing() -> None:
    assert spell_words("其中亚马逊").split()[-1] == "亚马逊"
    assert "中亚" not in spell_words("其中亚马逊").split()
    assert spell_words("需十到二十年") == "需 十 到 二十 十年 二十年"
    assert spell_words("美国与中亚五国谈") == "美国 与 中亚 五 国 谈"


def test_a_long_word_is_also_the_words_at_its_ends() -> None:
    assert {"锂电池", "电池"} <= set(spell_words("锂电池").split())


@pytest.mark.parametrize(
    ("word", "material"),
    [("铜价", "铜"), ("锂电", "锂"), ("钢厂", "钢"), ("金价", "黄金")],
)
def test_a_material_is_a_word_of_what_is_said_of_it(word: str, material: str) -> None:
    assert spell_words(word).split() == [material, word]
    found = [(one.start, one.end) for one in words.words(word) if one.text == material]
    assert found == [(0, len(material))]


@pytest.mark.parametrize("word", ["铜川", "钢琴", "资金", "银行", "铁路", "油画"])
def test_no_other_word_is_taken_apart_for_a_material(word: str) -> None:
    assert spell_words(word).split() == [word]


def test_runs_of_han_are_parted() -> None:
    assert spell_words("稀土, rare 永磁") == "稀土 | 永磁"
    assert spell_words("rare earth") == ""


def test_the_readers_own_words_go_before_the_dictionary() -> None:
    assert "永磁体厂" not in spell_words("一家永磁体厂停产").split()
    assert "永磁体厂" in spell_words("一家永磁体厂停产", Own.of(["永磁體廠", "  "])).split()


@given(st.text("稀土永磁铜川其中亚马逊锂电池", max_size=30))
def test_every_word_has_its_place(text: str) -> None:
    for one in words.words(text):
        assert text[one.start : one.end] == one.text


@given(TEXTS)
def test_what_is_put_in_and_what_is_marked_are_the_same_words(text: str) -> None:
    spelt = [word for word in spell_words(text).split() if word != "|"]
    assert spelt == [one.text for one in words.words(text)]


def test_what_is_remembered_of_one_readers_words_is_not_taken_for_anothers() -> None:
    own = Own.of(["永磁体厂"])
    for _ in range(2):
        assert "永磁体厂" in spell_words("永磁体厂", own).split()
        assert "永磁体厂" not in spell_words("永磁体厂").split()


def test_what_knows_chinese_is_loaded_with_the_first_chinese() -> None:
    asked = (
        "import sys; import core.library, core.search, core.cli.command;"
        "print([n for n in ('jieba', 'opencc', 'pypinyin') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
