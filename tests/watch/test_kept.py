"""What watching remembers: for how long, and what a spoilt file leaves of it."""

import os

import pytest

from core.watch import kept
from core.watch.kept import MOST_GONE, SEASON, Kept, Told

NOW = 1_750_000_000.0
SPOILT = """{"files": [], "gone": {"d": 1},
"places": {"a": 1, "b": {"when": "x", "entries": {"c": []}}}}"""


def within(*names: str) -> dict[str, str]:
    """Give files of the folder with their marks."""
    return {os.path.join("/a", one): "1:2" for one in names}  # noqa: PTH118  as they are found


def test_what_was_seen_is_kept_and_a_spoilt_file_is_forgotten():
    there = kept.Kept(
        {"/a/b\udcff.txt": "1:2"},
        {"/a": Told(1.5, "no", "n", "e", "m", entries={"1": "2"}, was="b")},
        {"/a/b": 1.0},
    )
    kept.save(there)
    assert kept.load() == there
    for text in ("", "[]", "{", SPOILT):
        kept.path().write_text(text)
        assert kept.load().files == {}
    assert kept.load().places == {"b": Told()}


def test_a_file_that_is_gone_is_remembered_for_a_season():
    there = Kept(within("stays", "goes"))
    assert there.look_through("/a", within("stays"), NOW)
    assert not there.look_through("/a", within("stays"), NOW + SEASON - 1)
    assert there.files == within("stays", "goes")
    assert there.look_through("/a", within("stays"), NOW + SEASON)
    assert (there.files, there.gone) == (within("stays"), {})


def test_a_file_that_is_back_is_as_if_it_had_never_gone():
    there = Kept(within("one"))
    there.look_through("/a", (), NOW)
    assert there.look_through("/a", within("one"), NOW + 1)
    assert (there.files, there.gone) == (within("one"), {})


def test_a_clock_that_was_set_back_holds_nothing_for_longer():
    there = Kept(within("one"))
    there.look_through("/a", (), NOW)
    there.look_through("/a", (), 0.0)
    assert there.files == within("one")
    there.look_through("/a", (), SEASON)
    assert (there.files, there.gone) == ({}, {})


def test_of_very_many_that_are_gone_the_last_are_remembered():
    there = Kept(within(*map(str, range(MOST_GONE))))
    there.look_through("/a", (), NOW)
    there.files |= within("last")
    there.look_through("/a", (), NOW + 1)
    assert len(there.files) == MOST_GONE
    assert within("last").items() <= there.files.items()


@pytest.mark.parametrize("other", ["/b", "/", "/a/b", "/aa"])
def test_what_lies_in_another_folder_is_not_missed(other: str):
    there = Kept(within("one"))
    assert not there.look_through(other, (), NOW)
