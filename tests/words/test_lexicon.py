"""The words that lie in resources are jieba's, and texts are cut as jieba cuts them."""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from core.samples import sample_texts
from core.words import fold, han, is_han
from core.words.lexicon import lexicon

jieba.setLogLevel(40)
LINES = Path(jieba.__file__).with_name("dict.txt").read_text("utf-8").splitlines()
OFTEN = {word: int(often) for word, often, _ in map(str.split, LINES)}
#: Words that may be looked up: a run holds Han alone.
WORDS = [word for word, often in OFTEN.items() if often and all(map(is_han, word))]
CHARACTERS = sorted(set("".join(WORDS)))
HAN = st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF) | st.sampled_from(CHARACTERS)


def as_jieba(text: str) -> list[str]:
    cut: list[str] = jieba.lcut(text, HMM=False)
    return cut


def test_every_word_is_in_the_dictionary() -> None:
    assert [word for word in WORDS if word not in lexicon()] == []


def test_what_words_only_begin_with_is_no_word() -> None:
    begun = {word[:size] for word in WORDS for size in range(len(word))} - set(WORDS)
    assert [one for one in begun if one in lexicon()] == []


def test_a_word_with_another_character_after_it_is_a_word_only_where_jieba_has_it() -> None:
    longer = {one + other[0] for one, other in pairwise(WORDS)} - set(WORDS)
    assert [one for one in longer if one in lexicon()] == []


@pytest.mark.parametrize("text", ["", "a", "\x00", "龘龘", "𠮷", "\U0003ffff", "稀土𠮷"])
def test_what_is_in_no_dictionary_is_no_word(text: str) -> None:
    assert text not in lexicon()


@given(st.lists(st.sampled_from(WORDS) | st.text(HAN, max_size=3), min_size=1, max_size=12))
def test_words_side_by_side_are_cut_as_jieba_cuts_where_it_does_not_guess(
    some: list[str],
) -> None:
    text = "".join(some)
    assert han.cut(text) == as_jieba(text)


@given(st.text("稀土永磁铜川其中亚马逊锂电池的需求十到二年", min_size=1, max_size=30))
def test_few_characters_in_any_order_are_cut_as_jieba_cuts_them(text: str) -> None:
    assert han.cut(text) == as_jieba(text)


def test_what_is_read_is_cut_as_jieba_cuts_it() -> None:
    runs = [run for text in sample_texts() for run in re.findall("[一-鿿]+", fold(text))]
    assert runs
    assert [han.cut(run) for run in runs] == [as_jieba(run) for run in runs]


def test_every_character_is_simplified_as_opencc_simplifies_it() -> None:
    simplify = OpenCC("t2s").convert
    every = [*map(chr, range(0x3400, 0xA000)), *map(chr, range(0x20000, 0x2FA20))]
    plain = [char for char in every if unicodedata.normalize("NFKC", char) == char]
    assert [char for char in plain if fold(char) != simplify(char)] == []
