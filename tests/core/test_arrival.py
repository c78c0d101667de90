"""What an import brings: several texts of one article are all kept, in the order of the page."""

from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import annotate
from core.check import check
from core.library import Library
from core.model import Article, Body, Passage
from core.outline import compose
from tests.given import ANNA, made

TEXTS = [made("稀土", f"Claim {word} of a chain") for word in ("one", "two", "three")]
ONE, TWO, THREE = TEXTS


def cut(article: Article) -> Article:
    heading, claim = article.edition.nodes
    rows = (heading, replace(claim, text=claim.text[:-2], truncated=True))
    return compose(article.masthead, rows, article.edition.text[:-6] + " ...", Body.SUMMARY)


def bring(library: Library, *texts: Article) -> None:
    library.commit(library.add(texts).change)


def kept(library: Library) -> set[str]:
    return set(library.known([ONE.id])[ONE.id].texts.values())


def said(library: Library) -> list[str | None]:
    """Give the editions that the log tells of, the last first, along the line of parents."""
    return [one.value for one in library.sayings(ONE.id) if one.field == "edition"]


def test_two_texts_of_one_article_become_two_editions(library: Library) -> None:
    addition = library.add([ONE, TWO])
    assert addition.added == (ONE.id,)
    library.commit(addition.change)
    assert library.article(ONE.id) == TWO
    assert kept(library) == {ONE.edition.text, TWO.edition.text}
    assert set(said(library)) == {ONE.edition.id, TWO.edition.id}
    assert library.conflicts(ONE.id) == ()


def test_the_same_page_again_changes_nothing(library: Library) -> None:
    bring(library, ONE, TWO, THREE)
    again = library.add([ONE, TWO, THREE])
    assert (again.unchanged, bool(again.change)) == ((ONE.id,), False)


def test_an_earlier_text_that_is_new_is_kept_and_the_last_still_shown(library: Library) -> None:
    bring(library, TWO)
    addition = library.add([ONE, TWO])
    assert addition.updated == (ONE.id,)
    library.commit(addition.change)
    assert library.article(ONE.id) == TWO
    assert kept(library) == {ONE.edition.text, TWO.edition.text}


def test_one_undo_takes_both_texts_back_and_redo_brings_both(path: Path, library: Library) -> None:
    bring(library, ONE)
    bring(library, TWO, THREE)
    library.undo()
    assert library.article(ONE.id) == ONE
    library.redo()
    assert library.article(ONE.id) == THREE
    library.undo()
    library.undo()
    assert library.count() == 0
    library.redo()
    assert library.article(ONE.id) == ONE
    assert check(path).findings == ()


def test_a_highlight_on_the_text_before_is_found_again(library: Library) -> None:
    bring(library, ONE)
    place = (ONE.id, ONE.edition.id, 1, 10, 20, "of a chain")
    library.commit(annotate.highlight(Passage(*place)))
    bring(library, ONE, TWO)
    (placed,) = library.annotated(ONE.id).placed
    assert TWO.edition.nodes[1].text[placed.start : placed.end] == "of a chain"


def test_other_readers_get_both_by_a_merge(path: Path, library: Library, tmp_path: Path) -> None:
    bring(library, ONE, TWO)
    with Library(tmp_path / "other.meipi", ANNA) as other:
        other.merge(path)
        assert (other.article(ONE.id), kept(other)) == (TWO, kept(library))
        other.undo()
        assert other.count() == 0


NUMBERS = st.lists(st.integers(0, 5), min_size=1)


@settings(max_examples=40)
@given(st.lists(NUMBERS, min_size=1, max_size=6))
def test_no_text_is_ever_lost(
    tmp_path_factory: pytest.TempPathFactory, pages: list[list[int]]
) -> None:
    some = [*TEXTS, *map(cut, TEXTS)]
    imports = [[some[number] for number in page] for page in pages]
    path = tmp_path_factory.mktemp("any") / "library.meipi"
    with Library(path, ANNA) as library:
        for texts in imports:
            bring(library, *texts)
            assert not library.add(texts).change
        begun = {one.edition.text.rstrip(" .") for one in chain(*imports)}
        assert all(any(text.startswith(one) for text in kept(library)) for one in begun)
        assert library.conflicts(ONE.id) == ()
    assert check(path).findings == ()
