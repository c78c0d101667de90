"""A merge taken back leaves all as it was: what was away stays away, and two versions are two."""

import itertools
import shutil
from pathlib import Path

from core import annotate
from core.annotate import findings, vocabulary
from core.annotate.findings import Draft
from core.change import Take
from core.check import check, rebuild
from core.finding import Evidence
from core.library import Library
from core.model import Article, Author
from core.share.guard import open_guarded
from core.share.make import Choice, make
from tests.given import ANNA, passage
from tests.merge.told import meaning, seen


def is_shown(library: Library, article: Article) -> bool:
    assert check(library.path).findings == ()
    return library.row(article.id) is not None


def test_tags_put_in_order_leave_an_article_away_and_so_does_their_undo(
    anna: Library, mark: str, rare_earths: Article
) -> None:
    other = annotate.tag([anna.highlight(mark)], "other", anna.tags())
    anna.commit(other)
    anna.commit(annotate.take_away([rare_earths.id]))
    keep, drop = anna.tags()
    anna.commit(vocabulary.join(keep, drop, anna.tagged(drop.id), anna.tags()))
    assert not is_shown(anna, rare_earths)
    anna.commit(vocabulary.remove(keep, anna.tagged(keep.id), anna.tags()))
    assert not is_shown(anna, rare_earths)
    for turn in (anna.undo, anna.undo, anna.redo, anna.undo):
        turn()
        assert not is_shown(anna, rare_earths)
    rebuild(anna.path)
    anna.undo()
    assert is_shown(anna, rare_earths)
    assert anna.highlight(mark).tags == tuple(sorted((keep.id, drop.id)))


def test_tags_put_in_order_where_it_is_away_do_not_bring_it_back_elsewhere(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.take_away([rare_earths.id]))
    (tag,) = anna.tags()
    anna.commit(vocabulary.remove(tag, anna.tagged(tag.id), anna.tags()))
    ben.merge(anna.path)
    assert not is_shown(ben, rare_earths)


def test_a_note_that_a_merge_brought_goes_and_with_it_the_article(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.take_away([rare_earths.id]))
    ben.commit(annotate.note(ben.highlight(mark), "but this matters"))
    before = meaning(anna.path)
    anna.merge(ben.path, Take(frozenset(), frozenset([mark])))
    after = meaning(anna.path)
    assert is_shown(anna, rare_earths)
    for _ in range(2):
        anna.undo()
        assert not is_shown(anna, rare_earths)
        assert meaning(anna.path) == before
        anna.redo()
        assert is_shown(anna, rare_earths)
        assert meaning(anna.path) == after
    before_rebuild = seen(anna.path)
    rebuild(anna.path)
    assert seen(anna.path) == before_rebuild


def test_an_article_that_a_merge_brought_to_waiting_marks_goes_again(
    anna: Library, mark: str, rare_earths: Article, tmp_path: Path
) -> None:
    make(anna.path, tmp_path / "share.meipi", Choice(without_texts=True), ANNA)
    marks = open_guarded(tmp_path / "share.meipi", tmp_path / "clean.meipi").path
    with Library(tmp_path / "new.meipi", ANNA) as new:
        new.merge(marks)
        assert not is_shown(new, rare_earths)
        new.merge(anna.path)
        assert is_shown(new, rare_earths)
        new.undo()
        assert not is_shown(new, rare_earths)
        new.redo()
        assert is_shown(new, rare_earths)


def test_the_version_shown_stays_the_one_though_an_older_one_says_the_same(
    anna: Library, ben: Library, mark: str, tmp_path: Path
) -> None:
    path = tmp_path / "carl.meipi"
    shutil.copy(anna.path, path)
    carl = Author("0c0c0c0c-0000-4000-8000-000000000003", "Carl")
    anna.commit(annotate.note(anna.highlight(mark), "x"))
    with Library(path, carl, itertools.count(1_760_020_000_000).__next__) as third:
        third.commit(annotate.note(third.highlight(mark), "y"))
    ben.commit(annotate.note(ben.highlight(mark), "x"))
    ben.merge(path)
    anna.merge(ben.path)
    assert anna.highlight(mark).note == "x"
    anna.undo()
    anna.redo()
    assert anna.highlight(mark).note == "x"
    assert {head.value for head in anna.conflicts(mark)[0].heads} == {"x", "y"}


def test_a_finding_taken_alone_says_nothing_of_what_stays_there(
    anna: Library, ben: Library, rare_earths: Article, tmp_path: Path
) -> None:
    new = ben.commit(annotate.highlight(passage(rare_earths, "oxides"))).edits[0].record
    found = ben.commit(findings.find(Draft("It is so", (Evidence(new),)))).edits[0].record
    ben.commit(annotate.remove([ben.highlight(new)]))
    anna.merge(ben.path, Take(frozenset(), frozenset(), frozenset([found])))
    assert anna.finding(found).evidence == ()
    assert open_guarded(anna.path, tmp_path / "clean.meipi").refused == ()
    anna.merge(ben.path)
    ben.undo()
    anna.merge(ben.path)
    assert anna.finding(found).evidence == (Evidence(new),)


def test_a_note_written_elsewhere_is_seen_though_the_merge_that_brought_its_mark_was_undone(
    anna: Library, ben: Library, mark: str, rare_earths: Article, tmp_path: Path
) -> None:
    with Library(tmp_path / "third.meipi", ANNA) as third:
        ben.commit(annotate.remove([ben.highlight(mark)]))
        make(ben.path, tmp_path / "share.meipi", Choice(history="current"), ben.author)
        third.merge(open_guarded(tmp_path / "share.meipi", tmp_path / "clean.meipi").path)
        third.merge(anna.path)
        third.undo()
        anna.commit(annotate.note(anna.highlight(mark), "but this matters"))
        ben.undo()
        anna.merge(ben.path)
        anna.merge(third.path)
        assert anna.highlight(mark).note == "but this matters"
        assert check(anna.path).findings == ()


def test_two_versions_that_a_merge_tells_to_be_one_are_two_again_when_it_is_undone(
    anna: Library, ben: Library, mark: str, tmp_path: Path
) -> None:
    ben.commit(annotate.note(ben.highlight(mark), "mine"))
    anna.merge(ben.path)
    for text in ("yours", "ours"):
        anna.commit(annotate.note(anna.highlight(mark), text))
    make(anna.path, tmp_path / "share.meipi", Choice(history="current"), ANNA)
    ben.merge(open_guarded(tmp_path / "share.meipi", tmp_path / "clean.meipi").path)
    two = ben.conflicts(mark)
    assert {head.value for head in two[0].heads} == {"mine", "ours"}
    shown = ben.highlight(mark).note
    ben.merge(anna.path)
    assert (ben.conflicts(mark), ben.highlight(mark).note) == ((), "ours")
    for _ in range(2):
        ben.undo()
        assert {head.value for head in ben.conflicts(mark)[0].heads} == {"mine", "ours"}
        assert ben.highlight(mark).note == shown
        ben.redo()
        assert (ben.conflicts(mark), ben.highlight(mark).note) == ((), "ours")
    assert check(ben.path).findings == ()
