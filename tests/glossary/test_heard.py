"""Chinese is found by how a part of it is typed: in pinyin, in initials, in both, half typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.glossary import syllables
from core.glossary.heard import WAYS, _ways, heard
from core.glossary.reading import plain

TITLE = "中国稀土替代品要找多久"


def is_heard(word: str, text: str = TITLE) -> bool:
    sounds = heard(word)
    return sounds is not None and sounds.search(text) is not None


@pytest.mark.parametrize(
    "word",
    [
        *("zhongguo", "xitu", "ZhongGuo", "xītǔ", "xi'tu"),  # pinyin as people write it
        *("zgxt", "xttdp", "zhgxt"),  # initials
        *("xit", "zhongguoxitutid", "zgxitu", "xitutdp"),  # both, and half typed
    ],
)
def test_a_title_is_found_by_how_it_is_typed(word):
    assert is_heard(word)


@pytest.mark.parametrize("word", ["tuxi", "x", "", "28nm", "稀土", "tx", "uv", "x" * 99])
def test_what_is_not_typed_so_is_not_found(word):
    assert not is_heard(word)


def test_a_character_counts_in_each_of_its_readings_and_in_both_scripts():
    assert is_heard("yinhang", "银行")
    assert is_heard("yinxing", "银行")
    assert is_heard("guanshui", "關稅")
    assert is_heard("lvse", "绿色")
    assert is_heard("ne", "女儿")


def test_letters_that_could_be_cut_in_very_many_ways_are_not_cut_in_all():
    assert is_heard("aaaaaaaaaaaa", "啊" * 12)
    assert len(_ways("angengangengangeng")) == WAYS
    assert _ways("zhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhuv") == []


@given(st.text("中国稀土替代品供应链关税铜矿", min_size=2, max_size=6), st.data())
def test_any_part_of_a_title_is_found_by_its_pinyin_and_by_its_initials(text, data):
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 2, len(text)))
    said = [plain(one) for _, one in syllables(text[start:end])]
    assert is_heard("".join(said), text)
    assert is_heard("".join(one[0] for one in said), text)
