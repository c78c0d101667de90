"""A tag has any number of other names; each of them means the tag, and no two tags have one."""

from pathlib import Path

import pytest

from core import annotate, backup
from core.annotate import vocabulary
from core.check import check, rebuild
from core.errors import Refused
from core.library import Library
from core.model import Article, Tag
from core.query import spelt
from core.search import rows
from tests.generate import mark
from tests.given import ANNA, BEN

NAMES = ("REE", "稀土类")


@pytest.fixture
def marked(library: Library, rare_earths: Article) -> str:
    """A highlight with the tag rare-earths, which has two other names."""
    library.commit(library.add([rare_earths]).change)
    one = library.commit(mark(rare_earths)).edits[0].record
    give(library, one, "metals/rare-earths")
    call(library, "metals/rare-earths", *NAMES)
    return one


def give(library: Library, highlight: str, path: str) -> None:
    library.commit(annotate.tag([library.highlight(highlight)], path, library.tags()))


def at(library: Library, path: str) -> Tag:
    return next(tag for tag in library.tags() if tag.path == path)


def call(library: Library, path: str, *names: str) -> None:
    library.commit(vocabulary.call(at(library, path), names, library.tags()))


def called(library: Library, path: str = "metals/rare-earths") -> set[str]:
    return set(at(library, path).aliases)


def test_a_tag_is_given_by_any_of_its_names(library, marked):
    before = [tag.path for tag in library.tags()]
    for name in ("ree", "ＲＥＥ", "稀土类", "metals/rare-earths"):
        assert not annotate.tag([library.highlight(marked)], name, library.tags())
    give(library, marked, "REE/lynas")
    assert [tag.path for tag in library.tags()] == [*before, "metals/rare-earths/lynas"]


def test_a_search_for_any_name_finds_what_has_the_tag(library, marked):
    for name in ("ree", "稀土类", "rare-earths"):
        assert len(rows(library, f"tag:{name}")) == 1
    assert not rows(library, "tag:nickel")
    assert len(library.order("ree")) == 1


@pytest.mark.parametrize("name", ["⭐", "⭐/🔥", "a\u200db", "👨\u200d👩\u200d👧", "..."])
def test_a_tag_of_any_name_is_found_by_its_query(library, marked, name):
    assert not rows(library, spelt("tag", name))
    give(library, marked, name)
    assert len(rows(library, spelt("tag", name))) == 1


def test_a_name_of_which_nothing_is_seen_is_none(library, marked):
    call(library, "metals/rare-earths", "\u200d", "\u200c ")
    assert called(library) == set()


def test_names_come_and_go_and_undo_takes_each_deed_back(library, marked):
    call(library, "metals/rare-earths", "ree", "lanthanides", " ", "LANTHANIDES", "Rare-Earths")
    assert called(library) == {"ree", "lanthanides"}
    library.undo()
    assert called(library) == set(NAMES)
    library.undo()
    assert called(library) == set()
    library.redo()
    assert called(library) == set(NAMES)
    assert check(library.path).findings == ()


def test_a_name_of_another_tag_is_refused_with_a_word(library, marked):
    give(library, marked, "nickel")
    library.commit(vocabulary.describe(at(library, "nickel"), zh="镍"))
    for name in ("Ree", "metals/rare-earths", "rare-earths"):
        with pytest.raises(Refused, match="rare-earths” is called"):
            call(library, "nickel", name)
    with pytest.raises(Refused, match="“nickel” is called “镍” already"):
        call(library, "metals/rare-earths", "镍")
    call(library, "nickel", "镍", "Ni")
    assert "Ni" in called(library, "nickel")
    with pytest.raises(Refused, match="Join the two"):
        library.commit(vocabulary.rename(at(library, "nickel"), "REE", library.tags()))
    with pytest.raises(Refused, match="at most 100"):
        call(library, "nickel", *map(str, range(101)))


def test_two_tags_joined_keep_the_names_of_both(library, marked):
    give(library, marked, "lanthanides")
    library.commit(vocabulary.describe(at(library, "lanthanides"), zh="镧系", en="lanthanides"))
    call(library, "lanthanides", "镧系元素", "Ln")
    gone, stays = at(library, "lanthanides"), at(library, "metals/rare-earths")
    uses = library.tagged(gone.id)
    library.commit(vocabulary.join(stays, gone, uses, library.tags()))
    assert called(library) == {*NAMES, "lanthanides", "镧系元素", "Ln"}
    assert at(library, "metals/rare-earths").zh == "镧系"
    library.undo()
    assert called(library) == set(NAMES)
    assert called(library, "lanthanides") == {"镧系元素", "Ln"}
    assert check(library.path).findings == ()


def test_a_name_that_two_tags_have_in_several_ways_is_kept_once(library, marked):
    first = at(library, "metals/rare-earths")
    library.commit(vocabulary.describe(first, zh="稀土", en="rare earths"))
    give(library, marked, "lanthanides")
    gone = at(library, "lanthanides")
    library.commit(vocabulary.describe(gone, zh="镧系", en="Lanthanides"))
    call(library, "lanthanides", "ln", "稀土元素")
    gone, stays = at(library, "lanthanides"), at(library, "metals/rare-earths")
    library.commit(vocabulary.join(stays, gone, library.tagged(gone.id), library.tags()))
    assert called(library) == {*NAMES, "lanthanides", "镧系", "ln", "稀土元素"}


def test_a_merge_is_the_union_of_names_and_tells_of_two_tags_with_one(
    library, marked, tmp_path: Path
):
    from core.merge import plan

    other = tmp_path / "other.meipi"
    backup.take(library.path, backup.Reason.HAND).path.rename(other)
    with Library(other, BEN) as ben:
        call(ben, "metals/rare-earths", *NAMES, "lanthanides")
        give(ben, marked, "ndpr")
        call(ben, "ndpr", "magnet metals")
        give(ben, marked, "rare/Terres Rares")
        give(ben, marked, "terres rares")
    call(library, "metals/rare-earths", "REE", "terres rares")
    give(library, marked, "magnets")
    call(library, "magnets", "Magnet Metals")
    alike = plan(library.path, other).alike
    assert [(one.ours.path, one.theirs.path) for one in alike] == [
        ("magnets", "ndpr"),
        ("metals/rare-earths", "terres rares"),
    ]
    library.merge(other)
    assert called(library) == {"REE", "terres rares", "lanthanides"}
    assert called(library, "ndpr") == {"magnet metals"}
    assert library.contested() == ()
    rebuild(library.path)
    assert called(library) == {"REE", "terres rares", "lanthanides"}
    assert check(library.path).findings == ()


def test_the_names_go_with_their_tag_and_come_back_with_it(library, marked):
    one = at(library, "metals/rare-earths")
    library.commit(vocabulary.remove(one, library.tagged(one.id), library.tags()))
    give(library, marked, "REE")
    assert "REE" in [tag.path for tag in library.tags()]
    library.undo()
    library.undo()
    assert called(library) == set(NAMES)
    assert check(library.path).findings == ()


def test_what_carries_a_tag_counts_while_its_article_is_on_the_shelf(library, marked, rare_earths):
    tag = at(library, "metals/rare-earths").id
    assert library.worn(tag) == library.worn() == {tag: (1, 1)}
    assert len(library.uses(tag, 5)) == 1
    library.commit(annotate.take_away([rare_earths.id]))
    assert library.worn(tag) == library.worn() == {}
    assert library.uses(tag, 5) == []


def test_somebody_else_with_the_same_name_is_no_conflict(library, marked):
    with Library(library.path, ANNA) as again:
        assert called(again) == set(NAMES)
