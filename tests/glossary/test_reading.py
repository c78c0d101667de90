"""Pointing at a word tells how it is read and what it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.glossary import look_up, pinyin, syllables
from core.model import Term


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("稀土", "xī tǔ"),
        ("银行行长", "yín háng háng zhǎng"),
        ("重建", "chóng jiàn"),
        ("重要", "zhòng yào"),
        ("长江", "cháng jiāng"),
        ("女儿", "nǚ ér"),
        ("绿色", "lǜ sè"),
        ("關稅", "guān shuì"),
        ("从AI到5G", "cóng AI dào 5G"),
        ("copper", "copper"),
        ("", ""),
    ],
)
def test_a_text_is_read_as_people_read_it(text, read):
    assert pinyin(text) == read


@given(st.text())
def test_every_character_keeps_its_place(text):
    assert "".join(written for written, _ in syllables(text)) == text


def test_a_word_of_the_dictionary_is_told():
    entry = look_up("气候")
    assert (entry.word, entry.traditional, entry.pinyin) == ("气候", "氣候", "qì hòu")
    assert entry.senses[0] == "(meteorology) climate"
    assert entry.known


def test_a_traditional_word_is_the_same_word():
    assert look_up("氣候") == look_up("气候")


def test_what_the_field_calls_it_comes_first():
    assert look_up("卡脖子").senses[0] == "chokepoint"


def test_what_the_reader_calls_it_comes_before_that():
    mine = Term("1", "卡脖子", ("stranglehold",))
    assert look_up("卡脖子", [mine]).senses[:2] == ("stranglehold", "chokepoint")


def test_a_word_that_is_read_in_two_ways_tells_both():
    assert look_up("行").pinyin.split(" / ")[:2] == ["xíng", "háng"]


def test_what_a_word_is_counted_by_is_no_sense():
    assert not [sense for sense in look_up("银行").senses if sense.startswith("CL:")]


@pytest.mark.parametrize("word", ["永磁体厂", "copperish", "", "😀", "\x00"])
def test_a_word_that_nobody_knows_is_told_so(word):
    entry = look_up(word)
    assert not entry.known
    assert entry.senses == ()


def test_a_term_that_is_in_no_dictionary_is_known():
    assert look_up("稀土永磁").known
    assert look_up("稀土永磁").pinyin == "xī tǔ yǒng cí"
