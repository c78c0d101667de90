"""Two readers join their libraries: both win, nothing is hidden, and one undo takes it back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core import annotate
from core.change import Change, Edit, Record, Take
from core.check import check
from core.errors import NotFound, Unreadable
from core.library import Library
from core.model import Article, Colour, Stance
from core.revision import digest
from tests.given import ANNA, BEN, made, passage
from tests.merge.told import conflicts, log, meaning, seen

YEARS = 31_557_600_000


def test_who_changed_different_fields_both_win(anna: Library, ben: Library, mark: str) -> None:
    anna.commit(annotate.recolour([anna.highlight(mark)], Colour.RED))
    anna.commit(annotate.tag([anna.highlight(mark)], "forecast", anna.tags()))
    ben.commit(annotate.note(ben.highlight(mark), "because"))
    ben.commit(annotate.judge([ben.highlight(mark)], Stance.DOUBT))
    ben.commit(annotate.tag([ben.highlight(mark)], "矿产", ben.tags()))
    anna.merge(ben.path)
    one = anna.highlight(mark)
    assert (one.colour, one.note, one.stance) == (Colour.RED, "because", Stance.DOUBT)
    assert sorted(tag.path for tag in anna.tags() if tag.id in one.tags) == [
        "claim",
        "forecast",
        "矿产",
    ]
    assert anna.contested() == ()
    assert check(anna.path).findings == ()


def test_the_same_field_on_both_sides_is_kept_twice(anna: Library, ben: Library, mark: str) -> None:
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    anna.merge(ben.path)
    (conflict,) = anna.conflicts(mark)
    assert (conflict.kind, conflict.record, conflict.field) == ("highlight", mark, "note")
    assert [(head.value, head.author) for head in conflict.heads] == [
        ("his", BEN.id),
        ("hers", ANNA.id),
    ]
    assert anna.highlight(mark).note == "his"
    assert anna.contested() == (conflict,)


@pytest.mark.parametrize("text", ["his", "hers", "a third", ""])
def test_a_conflict_is_settled_by_a_choice_or_a_third_text(
    anna: Library, ben: Library, mark: str, text: str
) -> None:
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    anna.merge(ben.path)
    (conflict,) = anna.conflicts(mark)
    anna.commit(annotate.settle(mark, "note", text, conflict.heads))
    assert anna.contested() == ()
    assert anna.highlight(mark).note == text
    ben.merge(anna.path)
    assert ben.contested() == ()
    assert ben.highlight(mark).note == text
    anna.undo()
    assert conflicts(anna.path) == {(mark, "note"): frozenset({"his", "hers"})}
    anna.redo()
    assert anna.contested() == ()
    assert anna.highlight(mark).note == text


@pytest.mark.parametrize("times", range(8))
def test_a_settling_taken_back_shows_the_version_that_was_shown(
    anna: Library, ben: Library, mark: str, times: int
) -> None:
    anna.commit(annotate.note(anna.highlight(mark), f"hers {times}"))
    ben.commit(annotate.note(ben.highlight(mark), f"his {times}"))
    anna.merge(ben.path)
    (conflict,) = anna.conflicts(mark)
    shown = [head.value for head in conflict.heads]
    anna.commit(annotate.settle(mark, "note", "a third", conflict.heads))
    for _ in range(3):
        anna.undo()
        assert [head.value for head in anna.conflicts(mark)[0].heads] == shown
        assert anna.highlight(mark).note == shown[0]
        anna.redo()
        assert anna.highlight(mark).note == "a third"
    assert check(anna.path).findings == ()


def test_the_same_words_on_both_sides_are_no_conflict(
    anna: Library, ben: Library, mark: str
) -> None:
    for library in (anna, ben):
        library.commit(annotate.note(library.highlight(mark), "the same"))
    anna.merge(ben.path)
    assert anna.contested() == ()


def test_clocks_change_only_what_is_shown_first(anna: Library, ben: Library, mark: str) -> None:
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    with Library(ben.path, BEN, lambda: 1_760_000_000_000 - 30 * YEARS) as behind:
        behind.commit(annotate.note(behind.highlight(mark), "his, long ago"))
    anna.merge(ben.path)
    assert anna.highlight(mark).note == "hers"
    assert conflicts(anna.path) == {(mark, "note"): frozenset({"hers", "his, long ago"})}


def test_a_later_text_takes_the_place_of_the_one_it_was_made_from(
    anna: Library, ben: Library, mark: str
) -> None:
    with Library(ben.path, BEN, lambda: 0) as behind:
        behind.commit(annotate.note(behind.highlight(mark), "read and answered"))
    anna.merge(ben.path)
    assert anna.highlight(mark).note == "read and answered"
    assert anna.contested() == ()


def test_an_edit_that_a_deletion_did_not_see_brings_the_record_back(
    anna: Library, ben: Library, mark: str
) -> None:
    anna.commit(annotate.remove([anna.highlight(mark)]))
    ben.commit(annotate.note(ben.highlight(mark), "but this matters"))
    anna.merge(ben.path)
    ben.merge(anna.path)
    for library in (anna, ben):
        assert library.highlight(mark).note == "but this matters"
        assert check(library.path).findings == ()


def test_a_deletion_that_saw_everything_hides_the_record(
    anna: Library, ben: Library, mark: str
) -> None:
    ben.commit(annotate.remove([ben.highlight(mark)]))
    anna.merge(ben.path)
    with pytest.raises(NotFound):
        anna.highlight(mark)
    anna.undo()
    assert anna.highlight(mark)


def test_a_tag_that_was_taken_away_is_there_while_somebody_uses_it(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.tag([anna.highlight(mark)], "new", anna.tags()))
    ben.merge(anna.path)
    ben.commit(annotate.highlight(passage(rare_earths, "oxides"), tags=["new"], known=ben.tags()))
    anna.undo()
    assert [tag.path for tag in anna.tags()] == ["claim"]
    anna.merge(ben.path)
    assert [(tag.path, tag.uses) for tag in anna.tags()] == [("claim", 1), ("new", 1)]
    assert check(anna.path).findings == ()
    anna.undo()
    assert [tag.path for tag in anna.tags()] == ["claim"]
    assert check(anna.path).findings == ()


def test_merging_again_brings_nothing_and_is_no_deed(
    anna: Library, ben: Library, mark: str
) -> None:
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    assert anna.merge(ben.path)
    before, seq = log(anna.path), anna.last_seq()
    assert not anna.merge(ben.path)
    assert (log(anna.path), anna.last_seq()) == (before, seq)


def test_undo_takes_back_a_merge_also_after_a_restart_and_redo_brings_it_again(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    ben.commit(annotate.tag([ben.highlight(mark)], "矿产", ben.tags()))
    ben.commit(annotate.highlight(passage(rare_earths, "oxides"), note="new"))
    ben.commit(ben.add([made("另一篇", "Something else")]).change)
    before = meaning(anna.path), conflicts(anna.path)
    anna.merge(ben.path, source="from-ben.meipi")
    after = meaning(anna.path), conflicts(anna.path)
    anna.close()
    with Library(anna.path, ANNA) as again:
        past = again.undoable()
        assert past is not None
        assert (past.name, past.source) == ("merge", "from-ben.meipi")
        again.undo()
        assert (meaning(again.path), conflicts(again.path)) == before
    with Library(anna.path, ANNA) as again:
        again.redo()
        assert (meaning(again.path), conflicts(again.path)) == after
        again.undo()
        assert (meaning(again.path), conflicts(again.path)) == before
    assert check(anna.path).findings == ()


def test_of_two_versions_the_same_one_is_shown_when_a_merge_is_brought_again(
    anna: Library, ben: Library, mark: str
) -> None:
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    with Library(ben.path, BEN, lambda: 1_760_000_000_000 - 30 * YEARS) as behind:
        behind.commit(annotate.note(behind.highlight(mark), "his, long ago"))
    anna.merge(ben.path)
    for _ in range(3):
        anna.undo()
        assert anna.contested() == ()
        anna.redo()
        assert anna.highlight(mark).note == "hers"
        assert conflicts(anna.path) == {(mark, "note"): frozenset({"hers", "his, long ago"})}


def test_the_undoing_of_a_merge_does_not_hide_what_was_said_later(
    anna: Library, ben: Library, mark: str
) -> None:
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    anna.merge(ben.path)
    anna.undo()
    ben.commit(annotate.note(ben.highlight(mark), "his, again"))
    anna.merge(ben.path)
    assert {head.value for one in anna.conflicts(mark) for head in one.heads} == {
        "why?",
        "his, again",
    }


def test_a_deed_after_the_undoing_of_a_merge_ends_its_redo(
    anna: Library, ben: Library, mark: str
) -> None:
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    anna.merge(ben.path)
    anna.undo()
    anna.commit(annotate.recolour([anna.highlight(mark)], Colour.RED))
    assert anna.redo() is None


def test_both_took_the_same_away_and_each_can_take_that_back(
    anna: Library, ben: Library, mark: str
) -> None:
    for library in (anna, ben):
        library.commit(annotate.remove([library.highlight(mark)]))
    anna.merge(ben.path)
    anna.undo()
    with pytest.raises(NotFound):
        anna.highlight(mark)
    anna.undo()
    assert anna.highlight(mark).note == "why?"
    anna.redo()
    anna.redo()
    with pytest.raises(NotFound):
        anna.highlight(mark)


def test_what_is_told_of_a_merge_is_one_deed_with_the_fields_it_touched(
    anna: Library, ben: Library, mark: str
) -> None:
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    ben.commit(annotate.recolour([ben.highlight(mark)], Colour.RED))
    with Library(anna.path, ANNA) as other:
        seq = other.last_seq()
        change = anna.merge(ben.path, source="ben.meipi")
        (told,) = other.since(seq)
    assert set(told.edits) == set(change.edits)
    assert {edit.field for edit in change.edits} == {"note", "colour", "name"}
    assert [(past.name, past.source) for past in anna.history(1)] == [("merge", "ben.meipi")]
    assert [saying.author for saying in anna.sayings(mark)][:2] == ["Ben", "Ben"]


def test_a_row_that_was_tampered_with_is_refused(anna: Library, ben: Library, mark: str) -> None:
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    with closing(sqlite3.connect(ben.path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE")  # its own, or Windows says no
        connection.execute("UPDATE revisions SET value = 'forged' WHERE value = 'his'")
    before = log(anna.path), seen(anna.path)
    with pytest.raises(Unreadable):
        anna.merge(ben.path)
    assert (log(anna.path), seen(anna.path)) == before
    assert anna.commit(annotate.note(anna.highlight(mark), "still works"))


def test_nobody_can_add_to_a_deed_that_was_done_here(
    anna: Library, ben: Library, mark: str
) -> None:
    deed = anna.commit(annotate.recolour([anna.highlight(mark)], Colour.RED))
    with closing(sqlite3.connect(ben.path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE")  # its own, or Windows says no
        connection.execute("UPDATE changes SET id = ? WHERE name = 'import'", [deed.id])
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    _say_as(ben.path, deed.id)
    anna.merge(ben.path)
    assert anna.highlight(mark).note == "why?"
    anna.undo()
    anna.undo()
    assert anna.highlight(mark).colour is Colour.YELLOW


def test_a_highlight_stays_one_whatever_a_stranger_says_of_its_id(
    anna: Library, ben: Library, mark: str
) -> None:
    ben.commit(Change("name", (Edit(Record.TAG, "a tag", "name", None, "his"),)))
    with closing(sqlite3.connect(ben.path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE")  # its own, or Windows says no
        columns = "kind, record, field, parents, clock, author, value, change"
        row = connection.execute(f"SELECT {columns} FROM revisions WHERE value = 'his'").fetchone()
        connection.execute(
            "UPDATE revisions SET rev = ?, record = ? WHERE value = 'his'",
            [digest((row[0], mark, *row[2:])), mark],
        )
    anna.merge(ben.path)
    assert [tag.path for tag in anna.tags()] == ["claim"]
    assert anna.highlight(mark).note == "why?"
    assert check(anna.path).findings == ()


def _say_as(path: Path, change: str) -> None:
    """Write the last note anew as part of another deed, its id made to fit."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE")  # its own, or Windows says no
        columns = "kind, record, field, parents, clock, author, value"
        row = connection.execute(f"SELECT {columns} FROM revisions WHERE value = 'his'").fetchone()
        connection.execute(
            "UPDATE revisions SET rev = ?, change = ? WHERE value = 'his'",
            [digest((*row, change)), change],
        )


def test_a_copy_can_be_made_before_anything_is_written(
    anna: Library, ben: Library, mark: str
) -> None:
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    before, told = anna.last_seq(), list[tuple[Path, int]]()
    anna.merge(ben.path, first=lambda path: told.append((path, anna.last_seq())))
    assert told == [(anna.path, before)]
    assert anna.last_seq() > before


class TestTaking:
    """Not everything is taken."""

    def test_one_highlight_brings_its_text_tags_and_author(
        self, anna: Library, ben: Library
    ) -> None:
        other = made("另一篇", "Something else", "And more of it")
        ben.commit(ben.add([other]).change)
        wanted = ben.commit(annotate.highlight(passage(other, "Something"), tags=["claim/矿产"]))
        ben.commit(annotate.highlight(passage(other, "more"), tags=["left"]))
        anna.merge(ben.path, Take(highlights=frozenset({wanted.edits[0].record})))
        (placed,) = anna.annotated(other.id).placed
        assert placed.highlight.id == wanted.edits[0].record
        assert {tag.path for tag in anna.tags()} == {"claim", "claim/矿产"}
        assert {author.name for author in anna.authors()} == {"Anna", "Ben"}
        assert check(anna.path).findings == ()

    def test_what_was_not_taken_can_be_taken_later(
        self, anna: Library, ben: Library, mark: str, rare_earths: Article
    ) -> None:
        ben.commit(annotate.note(ben.highlight(mark), "his"))
        other = made("另一篇", "Something else")
        ben.commit(ben.add([other]).change)
        anna.merge(ben.path, Take(articles=frozenset({other.id})))
        assert anna.highlight(mark).note == "why?"
        assert anna.article(other.id) == other
        anna.merge(ben.path, Take(articles=frozenset({rare_earths.id})))
        assert anna.highlight(mark).note == "his"
        assert not anna.merge(ben.path)


def test_two_tags_are_joined_in_one_deed(anna: Library, mark: str, rare_earths: Article) -> None:
    anna.commit(annotate.highlight(passage(rare_earths, "oxides"), tags=["断言/预测"]))
    tags = {tag.path: tag for tag in anna.tags()}
    uses = [one.highlight for one in anna.annotated(rare_earths.id).placed]
    below = [tag for tag in tags.values() if tag.parent == tags["断言"].id]
    drop = [one for one in uses if tags["断言"].id in one.tags]
    anna.commit(annotate.join_tags(tags["claim"], tags["断言"], drop, below))
    assert [tag.path for tag in anna.tags()] == ["claim", "claim/预测"]
    anna.undo()
    assert {tag.path for tag in anna.tags()} == set(tags)


def test_a_highlight_is_kept_private_or_let_go_along(anna: Library, mark: str) -> None:
    anna.commit(annotate.keep_private([anna.highlight(mark)], private=True))
    assert anna.highlight(mark).private
    assert not annotate.keep_private([anna.highlight(mark)], private=True)
    anna.undo()
    assert not anna.highlight(mark).private
    anna.redo()
    anna.commit(annotate.keep_private([anna.highlight(mark)], private=False))
    assert not anna.highlight(mark).private
    assert check(anna.path).findings == ()
