"""A list of terms in a file: what is written is read again, and no cell is a formula."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import terms
from core.errors import Unreadable
from core.model import Term

WORDS = st.text(st.sampled_from("稀土ab =+-@'\",1"), min_size=1, max_size=6).map(
    lambda said: f"词{' '.join(said.split())}"
)
NAMES = st.text(st.sampled_from("abc =+-@'\",1"), min_size=1, max_size=6).map(
    lambda said: " ".join(f"{said}x".split())
)
LISTS = st.lists(
    st.builds(
        Term, st.just(""), WORDS, st.lists(NAMES, max_size=3).map(tuple), NAMES, st.booleans()
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda one: "".join(one.zh.split()).casefold(),
)


@given(LISTS)
def test_what_is_written_is_read_again(mine):
    read = terms.read(terms.written(mine).encode(), "terms.csv")
    assert read == [terms.Row(one.zh, one.en, one.note or None, one.whole) for one in mine]


def test_no_cell_is_taken_for_a_formula():
    written = terms.written([Term("1", "稀土", ("=cmd()",), "@note")])
    assert list(csv.reader(written.splitlines()))[1] == ["稀土", "'=cmd()", "'@note", ""]


def test_rows_taken_over_twice_change_nothing():
    row = terms.Row("稀土", ("REE",), "17")
    change, taken = terms.taken_over([], [row])
    assert (taken, change.name) == (1, "define")
    assert terms.taken_over([Term("1", "稀土", ("REE",), "17")], [row])[1] == 0


@pytest.mark.parametrize("written", [b"", b"\xff\xfe", b",english\n", b"\xff", b"\xff\n"])
def test_a_file_without_terms_is_refused(written):
    with pytest.raises(Unreadable):
        terms.read(written, "terms.csv")


def test_a_term_in_very_many_lines_has_each_name_once():
    (one,) = terms.read("稀土,rare earth;REE\n".encode() * 100_000, "terms.csv")
    assert one.en == ("rare earth", "REE")
