"""What a reader does to a library: kept at once, taken back and done again, also tomorrow."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core import annotate
from core.check import check, rebuild
from core.errors import NotALibrary, NotFound, Refused, Stale
from core.library import Library, Reader
from core.model import Anchoring, Article, Colour, Stance
from core.store.fold import MANY
from tests.given import ANNA, YEARS, made, passage


@pytest.fixture
def marked(library: Library, rare_earths: Article) -> str:
    library.commit(library.add([rare_earths]).change)
    change = library.commit(annotate.highlight(passage(rare_earths), tags=["claim/forecast"]))
    return change.edits[0].record


def test_an_imported_article_reads_as_it_was_parsed(library: Library, rare_earths: Article) -> None:
    library.commit(library.add([rare_earths]).change)
    assert library.article(rare_earths.id) == rare_earths


def test_a_highlight_is_there_for_another_reader_of_the_file(
    library: Library, path: Path, marked: str, rare_earths: Article
) -> None:
    with Reader(path) as other:
        (placed,) = other.annotated(rare_earths.id).placed
    assert placed.highlight.id == marked
    assert placed.highlight.passage.quote == YEARS
    assert (placed.highlight.colour, placed.anchoring) == (Colour.YELLOW, Anchoring.SAME)


def test_a_tag_is_made_with_its_parents(library: Library, marked: str) -> None:
    assert [(tag.path, tag.uses) for tag in library.tags()] == [("claim", 0), ("claim/forecast", 1)]


def test_undo_takes_a_highlight_back_and_redo_brings_it_again(
    library: Library, marked: str, rare_earths: Article
) -> None:
    before = library.annotated(rare_earths.id)
    library.undo()
    assert library.annotated(rare_earths.id).placed == ()
    library.redo()
    after = library.annotated(rare_earths.id)
    assert [p.highlight.passage for p in after.placed] == [
        p.highlight.passage for p in before.placed
    ]
    assert after.placed[0].highlight.tags == before.placed[0].highlight.tags


def test_undo_reaches_back_through_a_restart(
    path: Path, library: Library, marked: str, rare_earths: Article, clock: Callable[[], int]
) -> None:
    library.close()
    with Library(path, ANNA, clock) as again:
        assert again.undo() is not None
        assert again.annotated(rare_earths.id).placed == ()
        assert again.undo() is not None
        assert len(again.order()) == 0
        assert again.undo() is None
        assert again.redo() is not None
        assert again.redo() is not None
        assert again.redo() is None
        assert len(again.annotated(rare_earths.id).placed) == 1


def test_every_step_can_be_walked_back_and_forth(
    library: Library, marked: str, rare_earths: Article
) -> None:
    def now() -> object:
        return library.annotated(rare_earths.id).placed and library.highlight(marked)

    def told() -> tuple[object, ...]:
        one = library.highlight(marked)
        return (one.colour, one.note, one.stance, one.tags)

    states = [told()]
    for change in (
        annotate.recolour([library.highlight(marked)], Colour.RED),
        annotate.note(library.highlight(marked), "Too long?"),
        annotate.judge([library.highlight(marked)], Stance.DOUBT),
        annotate.tag([library.highlight(marked)], "矿产", library.tags()),
    ):
        library.commit(change)
        states.append(told())
    for state in reversed(states[:-1]):
        library.undo()
        assert told() == state
    for state in states[1:]:
        library.redo()
        assert told() == state
    assert now()


def test_a_new_deed_ends_what_could_be_redone(library: Library, marked: str) -> None:
    library.undo()
    library.commit(library.add([made("另一篇", "Something else")]).change)
    assert library.redoable() is None


def test_marking_as_read_is_no_step_of_undo(library: Library, marked: str) -> None:
    card = library.cards(library.order())[0]
    library.commit(annotate.read({card.id: False}, now=True, quiet=True))
    assert library.cards(library.order())[0].read
    undoable = library.undoable()
    assert undoable is not None
    assert undoable.name == "highlight"


@pytest.mark.parametrize("clock", [-1, 253_402_214_400_000])
def test_a_time_that_no_calendar_has_is_refused(
    path: Path, rare_earths: Article, clock: int
) -> None:
    with Library(path, ANNA, lambda: clock) as library:
        before = path.read_bytes()
        with pytest.raises(Refused, match="The clock of this computer"):
            library.commit(library.add([rare_earths]).change)
        assert path.read_bytes() == before


def test_importing_again_changes_nothing(library: Library, rare_earths: Article) -> None:
    library.commit(library.add([rare_earths]).change)
    again = library.add([rare_earths])
    assert (again.unchanged, bool(again.change)) == ((rare_earths.id,), False)


def test_a_cut_copy_is_no_new_edition(library: Library, rare_earths: Article) -> None:
    library.commit(library.add([rare_earths]).change)
    cut = replace(
        rare_earths,
        edition=replace(rare_earths.edition, id="cut", text=rare_earths.edition.text[:40]),
    )
    assert library.add([cut]).unchanged == (rare_earths.id,)


def test_a_new_edition_keeps_the_highlight_and_finds_it_again(
    library: Library, marked: str, rare_earths: Article
) -> None:
    title = rare_earths.title
    newer = made(title, "A claim put before", *[n.text for n in rare_earths.edition.nodes[1:]])
    assert newer.id == rare_earths.id
    addition = library.add([newer])
    library.commit(addition.change)
    (placed,) = library.annotated(newer.id).placed
    assert addition.updated == (newer.id,)
    assert placed.node == 3
    assert newer.edition.nodes[3].text[placed.start : placed.end] == YEARS


def test_an_undone_import_comes_back_with_its_highlights(
    library: Library, marked: str, rare_earths: Article
) -> None:
    library.commit(annotate.take_away([rare_earths.id]))
    assert len(library.order()) == 0
    library.commit(library.add([rare_earths]).change)
    assert len(library.annotated(rare_earths.id).placed) == 1


def test_what_was_changed_meanwhile_is_refused(library: Library, marked: str) -> None:
    seen = library.highlight(marked)
    library.commit(annotate.note(seen, "first"))
    with pytest.raises(Stale, match="changed meanwhile"):
        library.commit(annotate.note(seen, "second"))
    assert library.highlight(marked).note == "first"


def test_the_list_is_newest_first_and_filters_by_every_word(library: Library) -> None:
    old = made("旧闻", "About copper 100%")
    new = replace(made("新闻", "About tin"), id="new")
    new = replace(new, masthead=replace(new.masthead, published="2026-01-01 00:00"))
    library.commit(library.add([old, new]).change)
    assert [card.title for card in library.cards(library.order())] == ["新闻", "旧闻"]
    for query, titles in {
        "copper": ["旧闻"],
        "about TIN": ["新闻"],
        "0%": ["旧闻"],
        "新": ["新闻"],
        "观察者": ["新闻", "旧闻"],
        "tin copper": [],
        "_": [],
    }.items():
        assert [card.title for card in library.cards(library.order(query))] == titles, query


def test_an_article_is_found_by_the_beginning_of_its_id(
    library: Library, rare_earths: Article
) -> None:
    library.commit(library.add([rare_earths]).change)
    assert library.find(rare_earths.id[:6]) == rare_earths.id
    with pytest.raises(NotFound, match="No article"):
        library.find("zzz")


def test_changes_of_another_program_are_heard_of(
    path: Path, library: Library, marked: str, clock: Callable[[], int]
) -> None:
    seen = library.last_seq()
    with Library(path, ANNA, clock) as other:
        other.commit(annotate.note(other.highlight(marked), "from afar"))
    (change,) = library.since(seen)
    assert [edit.after for edit in change.edits] == ["from afar"]


@pytest.mark.parametrize(
    "content", [b"Core Insights - text [1]", b"SQLite format 3\0" + b"\1" * 90]
)
def test_a_file_of_another_kind_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NotALibrary):
        Library(path, ANNA)
    assert path.read_bytes() == content


@pytest.mark.parametrize("many", [2, MANY + 1])
def test_articles_without_a_date_stay_where_they_are_when_the_clock_is_set_back(
    path: Path, many: int
) -> None:
    now = iter(range(1_760_000_000_000, 0, -86_400_000))  # a day earlier with every deed
    undated = [made(f"Article {n}", "A claim", published="") for n in range(many)]
    with Library(path, ANNA, now.__next__) as library:
        library.commit(library.add(undated).change)
        library.commit(library.add([made("Other", "A claim", published="")]).change)
        order = list(library.order())
        library.commit(annotate.read({one.id: False for one in undated}, True))
        assert list(library.order()) == order
    assert not check(path).findings
    rebuild(path)
    with Reader(path) as reader:
        assert list(reader.order()) == order
