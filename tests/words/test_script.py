"""Chinese in the other script: never a code point more or less, nor one of another size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.words import fold
from core.words.script import Script, in_script

SCRIPTS = st.sampled_from(["simplified", "traditional"])
TEXTS = st.text(st.sampled_from("头发展乾坤后裏里麵台灣𠮷㐀野稀土干系 a5😀e\u0301")) | st.text()


@pytest.mark.parametrize(
    ("written", "traditional"),
    [
        ("头发和发展", "頭髮和發展"),
        ("后来的皇后", "後來的皇后"),
        ("China 的稀土供应链", "China 的稀土供應鏈"),
        ("𠮷野家😀说话", "𠮷野家😀說話"),
    ],
)
def test_each_word_is_turned_as_it_wants(written, traditional):
    assert in_script(written, "traditional") == traditional
    assert in_script(traditional, "simplified") == written


def test_where_a_word_would_be_another_one_each_character_is_turned_alone():
    assert in_script("瞭解麵粉", "simplified") == "瞭解面粉"  # 了解 to OpenCC, and to no search


@given(TEXTS, SCRIPTS)
def test_every_character_keeps_its_place_and_its_size(text: str, script: Script):
    made = in_script(text, script)
    assert [char > "\uffff" for char in made] == [char > "\uffff" for char in text]


@given(TEXTS, SCRIPTS)
def test_a_text_in_another_script_is_the_same_to_a_search(text: str, script: Script):
    assert fold(fold(in_script(text, script))) == fold(fold(text))


@given(st.text(st.characters(codec="ascii")), SCRIPTS)
def test_english_stays_as_it_is(text: str, script: Script):
    assert in_script(text, script) == text
