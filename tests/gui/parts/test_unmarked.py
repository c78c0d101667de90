"""A note as it is read in a list, and where its words are there."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.parts.unmarked import unmarked

NOTES = (
    ("plain words, 3 * 4 and a_b_c", "plain words, 3 * 4 and a_b_c"),
    ("## 供应链\n**稀土** takes __long__", "供应链\n稀土 takes long"),
    ("- one\n* two\n+ [x] three\n1. four", "• one\n• two\n• three\n1. four"),
    ("> said\n> > by him", "said\nby him"),
    ("see [the page](https://example.org/a) now", "see the page now"),
    ("`code` ~~old~~ ==lit== *slanted* _too_", "code old lit slanted too"),
    ("```python\nprint()\n```", "\nprint()\n"),
    ("above\n---\nbelow", "above\n\nbelow"),
    (r"\*as written\*, C:\dir", r"*as written*, C:\dir"),
    ("[1] and [a] (b)", "[1] and [a] (b)"),
    ("-3 % and #1", "-3 % and #1"),
)


@pytest.mark.parametrize(("written", "read"), NOTES)
def test_marks_of_markdown_are_not_seen(written: str, read: str) -> None:
    assert unmarked(written)[0] == read


@pytest.mark.parametrize("word", ["稀土", "takes", "long"])
def test_words_are_where_they_are_read(word: str) -> None:
    note = "# On 稀土\n- **takes** a [long](https://example.org) time"
    place = re.search(word, note)
    assert place
    text, ((start, end),) = unmarked(note, [place.span()])
    assert text[start:end] == word


def test_a_place_that_is_nothing_but_marks_is_none() -> None:
    assert unmarked("**bold**", [(0, 2)]) == ("bold", ())


@given(st.text("ab *_#>-`~=[]()\\\n|x", max_size=60), st.data())
def test_no_place_is_lost_or_beyond_the_text(note: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(note)))
    end = data.draw(st.integers(start, len(note)))
    text, places = unmarked(note, [(start, end)])
    for begun, ended in places:
        assert 0 <= begun < ended <= len(text)
