"""Undo and redo where it is easy to be wrong: removals, re-imports, new states, a long walk."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core import annotate
from core.change import Change, Edit, Record
from core.check import check
from core.errors import NotFound
from core.library import Library
from core.model import Article, Colour, Passage
from core.store import connect
from tests.given import ANNA, made


def highlight(article: Article, **more: object) -> Change:
    passage = Passage(article.id, article.edition.id, 1, 0, 6, article.edition.nodes[1].text[:6])
    return annotate.highlight(passage, **more)  # type: ignore[arg-type]


@pytest.fixture
def marked(library: Library, rare_earths: Article) -> str:
    library.commit(library.add([rare_earths]).change)
    return library.commit(highlight(rare_earths)).edits[0].record


def heads(library: Library) -> int:
    """Count the fields that have more than one head."""
    rows = "SELECT count(*) FROM (SELECT 1 FROM heads GROUP BY record, field HAVING count(*) > 1)"
    return int(library._connection.execute(rows).fetchone()[0])


def test_redo_of_a_removal_removes_again(library: Library, marked: str) -> None:
    library.commit(annotate.remove([library.highlight(marked)]))
    library.undo()
    assert library.highlight(marked)
    library.redo()
    with pytest.raises(NotFound):
        library.highlight(marked)
    library.undo()
    assert library.highlight(marked)


def test_undo_of_a_second_import_takes_the_article_away_again(
    library: Library, rare_earths: Article
) -> None:
    newer = made(rare_earths.title, "Quite another text")
    library.commit(library.add([rare_earths]).change)
    library.commit(annotate.take_away([rare_earths.id]))
    library.commit(library.add([newer]).change)
    assert library.article(newer.id) == newer
    library.undo()
    assert library.count() == 0
    library.undo()
    assert library.article(newer.id) == rare_earths
    library.redo()
    library.redo()
    assert library.article(newer.id) == newer


def test_walking_back_and_forth_leaves_one_head_in_every_field(
    library: Library, marked: str, path: Path
) -> None:
    for text in ("a", "b", "c"):
        library.commit(annotate.note(library.highlight(marked), text))
    for _ in range(3):
        for _ in range(5):
            library.undo()
        for _ in range(5):
            library.redo()
    assert library.highlight(marked).note == "c"
    assert heads(library) == 0
    assert check(path).findings == ()


def test_after_an_undo_a_new_deed_stands_on_the_old_state(library: Library, marked: str) -> None:
    library.commit(annotate.note(library.highlight(marked), "first"))
    library.undo()
    library.commit(annotate.note(library.highlight(marked), "second"))
    assert library.redo() is None
    library.undo()
    assert library.highlight(marked).note == ""
    library.redo()
    assert library.highlight(marked).note == "second"


def test_what_was_dropped_stays_in_the_history(library: Library, marked: str) -> None:
    library.commit(annotate.note(library.highlight(marked), "first"))
    library.undo()
    library.commit(annotate.recolour([library.highlight(marked)], Colour.RED))
    told = [(past.name, past.state) for past in library.history()]
    assert told == [
        ("recolour", "done"),
        ("note", None),
        ("note", "dropped"),
        ("highlight", "done"),
        ("import", "done"),
        ("sign", None),
    ]


def test_a_quiet_change_breaks_neither_undo_nor_redo(
    library: Library, marked: str, rare_earths: Article
) -> None:
    library.undo()
    library.commit(annotate.read({rare_earths.id: False}, now=True, quiet=True))
    assert library.redo()
    library.undo()
    library.undo()
    assert library.count() == 0
    library.redo()
    assert library.annotated(rare_earths.id).read


def test_undo_of_an_import_keeps_what_was_said(
    library: Library, marked: str, rare_earths: Article, clock: Callable[[], int], path: Path
) -> None:
    library.commit(annotate.note(library.highlight(marked), "kept"))
    for _ in range(3):
        library.undo()
    assert library.count() == 0
    library.close()
    with Library(path, ANNA, clock) as again:
        for _ in range(3):
            again.redo()
        assert again.annotated(rare_earths.id).placed[0].highlight.note == "kept"


def test_a_deed_on_several_counts_them_and_so_does_its_undo(
    library: Library, rare_earths: Article
) -> None:
    library.commit(library.add([rare_earths, made("另一篇", "Something else")]).change)
    library.commit(highlight(rare_earths, tags=["a/b/c", "d"]))
    undone = library.undo()
    assert undone is not None
    assert undone.count == 1
    library.undo()
    assert [past.count for past in library.history(4)] == [2, 1, 1, 2]


def test_since_tells_of_undo_and_redo(library: Library, marked: str) -> None:
    seen = library.last_seq()
    library.undo()
    library.redo()
    back, forth = library.since(seen)
    assert [(e.field, e.before, e.after) for e in back.edits] == [("removed", None, "1")]
    assert [(e.field, e.before, e.after) for e in forth.edits] == [("removed", "1", None)]


def test_a_tag_renamed_renames_the_paths_under_it_and_no_other(library: Library) -> None:
    rows = [("a", None), ("b", "a"), ("c", "b"), ("d", None), ("e", "d")]
    edits = [Edit(Record.TAG, one, "name", None, one.upper()) for one, _ in rows]
    edits += [Edit(Record.TAG, one, "parent", None, above) for one, above in rows if above]
    library.commit(Change("tag", tuple(edits)))
    library.commit(Change("rename", (Edit(Record.TAG, "a", "name", "A", "新"),)))
    assert [tag.path for tag in library.tags()] == ["D", "D/E", "新", "新/B", "新/B/C"]
    library.commit(Change("remove tag", (Edit(Record.TAG, "a", "removed", None, "1"),)))
    assert [tag.path for tag in library.tags()] == ["B", "B/C", "D", "D/E"]
    library.undo()
    library.undo()
    assert [tag.path for tag in library.tags()] == ["A", "A/B", "A/B/C", "D", "D/E"]


def test_tags_in_a_ring_stand_at_the_top(library: Library, path: Path) -> None:
    made_ = [Edit(Record.TAG, one, "name", None, one) for one in "abc"]
    library.commit(Change("tag", tuple(made_)))
    for one, above in (("b", "a"), ("c", "b"), ("a", "b")):
        library.commit(Change("move", (Edit(Record.TAG, one, "parent", None, above),)))
    assert [tag.path for tag in library.tags()] == ["a", "b", "c"]
    assert check(path).findings == ()


def test_a_record_says_what_was_ever_said_of_it(library: Library, marked: str) -> None:
    library.commit(annotate.note(library.highlight(marked), "why?"))
    library.commit(annotate.remove([library.highlight(marked)]))
    library.undo()
    told = [(one.field, one.value, one.author) for one in library.sayings(marked)]
    assert told == [
        ("removed", None, "Anna"),
        ("removed", "1", "Anna"),
        ("note", "why?", "Anna"),
        ("colour", "yellow", "Anna"),
        ("passage", library.sayings(marked)[-1].value, "Anna"),
    ]


class CalledOff(Exception):
    """Somebody has had enough."""


@pytest.mark.parametrize("enough", [1, 5, 20, 60])
def test_an_undo_called_off_on_its_way_changes_nothing(
    library: Library, marked: str, monkeypatch: pytest.MonkeyPatch, enough: int
) -> None:
    monkeypatch.setattr(connect, "STEPS", 10)
    heard = list[None]()

    def tell() -> None:
        heard.append(None)
        if len(heard) >= enough:
            raise CalledOff

    with (
        Library(library.path, ANNA) as other,
        pytest.raises(CalledOff),
        other.at_work(tell),
    ):
        other.undo()
    assert library.highlight(marked)
    assert library.undoable().name == "highlight"  # type: ignore[union-attr]
    assert check(library.path).sound
