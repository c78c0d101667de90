"""Names of files: their Chinese kept, valid on every system, no two the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.export.name import Names, clean
from tests.export.test_hostile import hostile

ID = "92277e62-3587-534a-a140-82f0a9852d97"
RESERVED = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("中国稀土替代品要找多久", "中国稀土替代品要找多久"),
        ("“万变不离寻找稀土替代品”", "“万变不离寻找稀土替代品”"),
        ("US/China: who wins?", "US China who wins"),
        ("【早盘】铜|政策", "【早盘】铜 政策"),
        ("../../etc/passwd", "etc passwd"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("com1 .x", "_com1 .x"),
        ("trailing. . ", "trailing"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("C# [x] ^y", "C x y"),
        ("a\u202eb\0c\nd", "abc d"),
        ("", "Untitled"),
        ("???", "Untitled"),
        ("e\u0301", "é"),
    ],
)
def test_a_title_becomes_a_name(title, name):
    assert clean(title) == name


def test_a_name_is_the_title_and_the_beginning_of_the_id():
    assert Names().give("稀土", ID) == "稀土 92277e62.md"


def test_a_long_title_is_cut_at_120_bytes_between_graphemes():
    assert clean("稀" * 200) == "稀" * 40
    family = "👩\u200d👩\u200d👧"
    assert clean("a" * 110 + family * 3) == "a" * 110
    assert clean("a" * 118 + "e\u0323\u0301\u0302") == "a" * 118


def test_names_that_any_system_takes_for_one_are_told_apart():
    names = Names()
    ids = [ID, ID[:8] + "-0000-534a-a140-82f0a9852d97", ID]
    given_ = [names.give(title, one) for title, one in zip(("Tin", "TIN", "Tin"), ids, strict=True)]
    assert given_ == [
        "Tin 92277e62.md",
        "TIN 92277e620000.md",
        "Tin 92277e623587.md",
    ]


def test_an_id_that_is_no_uuid_still_gives_eight_signs():
    assert Names().give("x", "../..").startswith("x ")
    assert len(Names().give("x", "../..")) == len("x 12345678.md")


@given(st.lists(hostile | st.sampled_from(sorted(RESERVED)), max_size=6))
def test_any_titles_give_valid_names_unlike_one_another(titles):
    names = Names()
    made = [names.give(title, ID) for title in titles]
    assert len({unicodedata.normalize("NFKC", name.casefold()) for name in made}) == len(made)
    for name in made:
        assert name.endswith(".md")
        assert len(name.encode()) <= 175
        assert name.split(".")[0].rstrip(" ").casefold() not in RESERVED
        assert not set(name) & set('<>:"/\\|?*\0\n\u202e')
        assert name[0] not in " .-"
