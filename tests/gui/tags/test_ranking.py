"""Which tags fit what is typed, and in which order."""

import pytest

from core.model import Tag
from gui.tags.ranking import Vocabulary, clean


def found(tags: list[Tag], typed: str) -> list[str]:
    return [tag.path for tag in Vocabulary(tags).matches(typed, 60)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("forec", "claim/forecast"),
        ("FIG", "claim/figure"),
        ("预测", "claim/forecast"),
        ("outl", "claim/forecast"),
        ("稀", "rare earth"),
        ("ear", "rare earth"),
        ("claim/fo", "claim/forecast"),
        ("论断/预", "claim/forecast"),
        ("cl/fi", "claim/figure"),
        ("ＰＯＬ", "policy"),
    ],
)
def test_any_part_of_any_name_finds_a_tag(tags: list[Tag], typed: str, first: str) -> None:
    assert found(tags, typed)[0] == first


def test_a_beginning_comes_before_a_part_inside(tags: list[Tag]) -> None:
    assert found(tags, "c")[:3] == ["claim/figure", "claim/forecast", "claim"]
    assert found(tags, "c")[-1] == "supply chain"


def test_of_equals_the_more_used_comes_first(tags: list[Tag]) -> None:
    assert found(tags, "f") == ["claim/figure", "claim/forecast", "supply chain/Forward"]


def test_the_very_name_comes_before_all(tags: list[Tag]) -> None:
    assert found(tags, "claim")[0] == found(tags, "论断")[0] == "claim"


def test_a_slash_goes_down_the_hierarchy(tags: list[Tag]) -> None:
    assert found(tags, "claim/") == ["claim/figure", "claim/forecast"]


def test_nothing_typed_finds_all_and_nonsense_none(tags: list[Tag]) -> None:
    assert len(found(tags, "")) == len(tags)
    assert found(tags, "zzz") == []


def test_a_tag_is_known_by_its_path_or_its_only_other_name(tags: list[Tag]) -> None:
    words = Vocabulary(tags)
    paths = [tag.path if (tag := words.called(name)) else None for name in ("Claim ", "稀土", "")]
    assert paths == ["claim", "rare earth", None]


def test_a_name_that_two_tags_share_names_neither(tags: list[Tag]) -> None:
    twins = [Tag("1", "a", None, "a", zh="同"), Tag("2", "b", None, "b", zh="同")]
    assert Vocabulary(twins).called("同") is None


def test_a_typed_path_is_tidied() -> None:
    assert clean(" /claim //  price  forecast/") == "claim/price forecast"


def test_any_number_of_other_names_finds_a_tag() -> None:
    words = Vocabulary([Tag("a", "rare-earths", None, "rare-earths", aliases=("REE", "稀土类"))])
    for typed in ("re", "REE", "ree", "土类", "lanth"):
        assert [tag.path for tag in words.matches(typed, 60)] == ["rare-earths"] * (
            typed != "lanth"
        )
    for name in ("ree", "稀土类"):
        one = words.called(name)
        assert one
        assert words.at(name) == one


def test_of_equals_what_was_given_last_comes_before_what_is_used_more(tags: list[Tag]) -> None:
    last = next(tag.id for tag in tags if tag.name == "forecast")
    words = Vocabulary(tags, lambda: [last])
    assert [tag.path for tag in words.matches("f", 60)][:2] == ["claim/forecast", "claim/figure"]
    assert words.matches("figure", 60)[0].path == "claim/figure", "what fits better stays first"


def test_a_tag_below_one_that_is_not_there_is_found_by_the_last_name_of_that():
    assert found([Tag("x", "c", None, "a/b/c")], "b/c") == ["a/b/c"]
