"""Which word somebody points at: the longest that is known, as the text is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.glossary import look_up, word_at
from core.model import Term

TEXTS = st.text(st.sampled_from("稀土出口管制中亚马逊公司其氣候变化𠮷 a,5😀é"), max_size=30)


def pointed(text: str, at: str, own: tuple[Term, ...] = ()) -> str:
    """Give the word at the place where another begins."""
    found = word_at(text, text.index(at), own)
    assert found is not None
    assert text[found.start : found.end] == found.text
    return found.text


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("中国稀土出口管制升级", "土", "稀土"),
        ("其中亚马逊公司", "亚", "亚马逊"),
        ("关键矿产供应链", "产", "关键矿产"),
        ("关键矿产供应链", "链", "供应链"),
        ("氣候變化", "氣", "氣候變化"),
        ("𠮷野家的稀土", "稀", "稀土"),
        ("AI稀土5G", "稀", "稀土"),
        ("𠮷", "𠮷", "𠮷"),
    ],
)
def test_the_longest_word_is_pointed_at_as_the_text_is_cut(text, at, word):
    assert pointed(text, at) == word


def test_a_term_of_the_reader_goes_before_all_others():
    mine = Term("1", "土出口", ("land exports",))
    assert pointed("稀土出口管制", "出", (mine,)) == "土出口"


def test_a_word_that_was_taught_is_one():
    taught = Term("1", "永磁体厂", whole=True)
    assert pointed("新的永磁体厂开工", "磁", (taught,)) == "永磁体厂"


def test_a_taught_word_may_be_longer_than_any_of_the_glossary():
    name = "江西省赣州市稀土永磁体材料厂"
    assert pointed(f"新的{name}开工", "磁", (Term("1", name, whole=True),)) == name


def test_a_word_of_the_readers_own_has_up_to_twelve_characters():
    mine = Term("1", "赣州市稀土永磁体材料甲厂")
    assert len(mine.zh) == 12
    assert pointed(f"新的{mine.zh}开工", "磁", (mine,)) == mine.zh


@pytest.mark.parametrize("text", ["copper", "😀", " ", "。", "アルミ"])
def test_there_is_no_chinese_word_in_what_is_not_chinese(text):
    assert word_at(text, 0) is None


@given(TEXTS, st.integers(-2, 40))
def test_a_word_holds_the_place_that_is_pointed_at(text, place):
    found = word_at(text, place)
    if found is not None:
        assert found.start <= place < found.end
        assert text[found.start : found.end] == found.text


def test_an_entry_tells_whose_word_it_is():
    entry = look_up("卡脖子", [Term("1", "卡脖子", ("stranglehold",))])
    assert entry.own is not None
    assert entry.own.en == ("stranglehold",)
    assert entry.field[0] == "chokepoint"


def test_a_sense_shows_how_another_word_is_read_with_its_tones():
    assert "old variant of 野 (yě)" in look_up("野").told
