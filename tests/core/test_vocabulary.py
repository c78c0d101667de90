"""Tags put in order: renamed, moved, described, joined, removed; and every one of it undone."""

import pytest

from core import annotate
from core.annotate import findings, vocabulary
from core.annotate.findings import Draft
from core.change import Change, Edit, Record
from core.check import check
from core.errors import Refused
from core.finding import Evidence
from core.library import Library
from core.model import Article, Author, Colour, Tag
from tests.generate import mark


@pytest.fixture
def marked(library: Library, rare_earths: Article) -> str:
    """A highlight and a finding on it, both forecasts; and a tag below that."""
    library.commit(library.add([rare_earths]).change)
    one = library.commit(mark(rare_earths)).edits[0].record
    library.commit(annotate.tag([library.highlight(one)], "claim/forecast", ()))
    draft = Draft("It will take long", (Evidence(one),), tags=("claim/forecast/long",))
    library.commit(findings.find(draft, library.tags()))
    return one


def at(library: Library, path: str) -> Tag:
    return next(tag for tag in library.tags() if tag.path == path)


def paths(library: Library) -> list[str]:
    return [tag.path for tag in library.tags()]


def rename(library: Library, old: str, new: str) -> None:
    library.commit(vocabulary.rename(at(library, old), new, library.tags()))


def join(library: Library, drop: str, keep: str) -> None:
    uses = library.tagged(at(library, drop).id)
    change = vocabulary.join(at(library, keep), at(library, drop), uses, library.tags())
    library.commit(change)


def remove(library: Library, path: str) -> None:
    one, known = at(library, path), library.tags()
    uses = [use for tag in vocabulary.family(one, known) for use in library.tagged(tag.id)]
    library.commit(vocabulary.remove(one, uses, known))


def tags_of(library: Library, highlight: str) -> list[str]:
    ids = {tag.id: tag.path for tag in library.tags()}
    return [ids[tag] for tag in library.highlight(highlight).tags]


def test_a_tag_renamed_keeps_its_marks_and_what_is_below(library, marked):
    rename(library, "claim/forecast", "claim/outlook")
    assert paths(library) == ["claim", "claim/outlook", "claim/outlook/long"]
    assert tags_of(library, marked) == ["claim/outlook"]
    library.undo()
    assert paths(library) == ["claim", "claim/forecast", "claim/forecast/long"]


def test_a_tag_is_moved_by_its_path_and_parents_are_made(library, marked):
    rename(library, "claim/forecast", "later/预测")
    assert paths(library) == ["claim", "later", "later/预测", "later/预测/long"]
    rename(library, "later/预测", "预测")
    assert paths(library) == ["claim", "later", "预测", "预测/long"]
    assert check(library.path).sound


def test_the_name_of_another_tag_is_refused_and_its_own_spelt_otherwise_is_not(library, marked):
    library.commit(annotate.tag([library.highlight(marked)], "claim/figure", library.tags()))
    with pytest.raises(Refused, match="Join the two"):
        rename(library, "claim/forecast", "claim/Figure")
    rename(library, "claim/forecast", "claim/Forecast")
    assert "claim/Forecast" in paths(library)


def test_a_tag_is_not_moved_below_itself(library, marked):
    with pytest.raises(Refused, match="below itself"):
        rename(library, "claim/forecast", "claim/forecast/long/forecast")
    with pytest.raises(Refused, match="below it"):
        join(library, "claim/forecast", "claim/forecast/long")


def test_names_and_colour_are_said_and_taken_back_one_by_one(library, marked):
    library.commit(vocabulary.describe(at(library, "claim/forecast"), zh=" 预测 ", colour="blue"))
    one = at(library, "claim/forecast")
    assert (one.zh, one.en, one.colour) == ("预测", "", Colour.BLUE)
    library.commit(vocabulary.describe(one, zh="", en="forecast"))
    one = at(library, "claim/forecast")
    assert (one.zh, one.en, one.colour) == ("", "forecast", Colour.BLUE)
    assert not vocabulary.describe(one, en="forecast")


def test_two_tags_become_one_for_highlights_and_findings_alike(library, marked):
    mark_ = library.highlight(marked)
    library.commit(annotate.tag([mark_], "outlook", library.tags()))
    (finding,) = library.findings()
    library.commit(findings.tag([finding], "outlook", library.tags()))
    join(library, "outlook", "claim/forecast")
    assert paths(library) == ["claim", "claim/forecast", "claim/forecast/long"]
    assert tags_of(library, marked) == ["claim/forecast"]
    assert at(library, "claim/forecast").id in library.findings()[0].tags
    library.undo()
    assert "outlook" in paths(library)
    assert "outlook" in tags_of(library, marked)
    assert check(library.path).sound


def test_a_tag_removed_is_off_everything_with_those_below_and_one_undo_brings_it_back(
    library, marked
):
    remove(library, "claim/forecast")
    assert paths(library) == ["claim"]
    assert library.highlight(marked).tags == ()
    assert library.findings()[0].tags == ()
    library.undo()
    assert paths(library) == ["claim", "claim/forecast", "claim/forecast/long"]
    assert tags_of(library, marked) == ["claim/forecast"]
    assert check(library.path).sound


def test_a_ring_of_parents_is_walked_once(library, marked):
    ring = [Tag("a", "a", "b", "a"), Tag("b", "b", "a", "b")]
    assert [tag.id for tag in vocabulary.family(ring[0], ring)] == ["a", "b"]


@pytest.fixture
def twins(library: Library, marked: str, rare_earths: Article) -> list[Tag]:
    """Three tags of one name, as three readers made them; one highlight has all of them."""
    more = [library.commit(mark(rare_earths)).edits[0].record for _ in range(2)]
    wanted = (("", [marked, *more]), ("论断", [marked]), ("主张", [marked, more[0]]))
    for number, (zh, on) in enumerate(wanted):
        new = f"twin {number}"
        said = {"name": "claim", "zh": zh} if zh else {"name": "claim"}
        words = (Edit(Record.TAG, new, key, None, word) for key, word in said.items())
        given = (Edit(Record.HIGHLIGHT, one, f"tag:{new}", None, "1") for one in on)
        library.commit(Change("merge", (*words, *given)))
    remove(library, "claim")
    return [tag for tag in library.tags() if tag.path == "claim"]


def test_tags_of_one_name_become_the_one_that_is_used_most(library, marked, twins):
    before = library.tags()
    uses = {tag.id: library.tagged(tag.id) for tag in twins}
    library.commit(vocabulary.join_twins(twins, uses, library.tags()))
    (one,) = library.tags()
    assert (one.id, one.uses, one.zh, one.aliases) == ("twin 0", 3, "主张", ("论断",))
    assert check(library.path).findings == ()
    library.undo()
    assert library.tags() == before


def test_tags_of_one_name_are_renamed_at_once_and_what_is_made_above_is_made_once(library, twins):
    one, *others = twins
    library.commit(vocabulary.rename(one, "a/b", library.tags(), (), others))
    assert paths(library) == ["a", "a/b", "a/b", "a/b"]
    assert {tag.parent for tag in library.tags() if tag.path == "a/b"} == {at(library, "a").id}
    with pytest.raises(Refused, match="There is a tag"):
        vocabulary.rename(one, "a", library.tags(), (), others)


def test_a_name_means_the_tag_that_is_used_most(library, twins, rare_earths):
    one = library.commit(mark(rare_earths)).edits[0].record
    library.commit(annotate.tag([library.highlight(one)], "Claim", library.tags()))
    assert library.highlight(one).tags == ("twin 0",)


def test_who_made_a_tag_is_known_whoever_renamed_it_since(library, twins, path):
    with Library(path, Author("b" * 8, "Ben")) as ben:
        ben.commit(vocabulary.rename(twins[0], "thesis", ben.tags()))
    assert library.makers([twins[0].id]) == {twins[0].id: "Anna"}
