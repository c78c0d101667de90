"""An article that one reader took away, and another went on marking: nothing written is hidden."""

import pytest

from core import annotate
from core.change import Record
from core.check import check, rebuild
from core.errors import NotFound, Stale
from core.library import Library
from core.model import Article, Colour
from tests.given import made, passage
from tests.merge.told import meaning, seen


def marks(library: Library, article: Article) -> set[str]:
    return {one.highlight.id for one in library.annotated(article.id).placed}


def is_shown(library: Library, article: Article) -> bool:
    assert check(library.path).findings == ()
    return library.row(article.id) is not None


def test_a_mark_made_elsewhere_brings_the_article_back_with_all_its_marks(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.take_away([rare_earths.id]))
    new = ben.commit(annotate.highlight(passage(rare_earths, "oxides"), note="his"))
    anna.merge(ben.path)
    assert is_shown(anna, rare_earths)
    assert marks(anna, rare_earths) == {mark, new.edits[0].record}


def test_a_note_written_elsewhere_on_a_mark_that_was_known_brings_it_back(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.take_away([rare_earths.id]))
    ben.commit(annotate.note(ben.highlight(mark), "but this matters"))
    anna.merge(ben.path)
    assert is_shown(anna, rare_earths)
    assert anna.highlight(mark).note == "but this matters"


def test_it_stays_with_who_wrote_on_it(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.take_away([rare_earths.id]))
    ben.commit(annotate.note(ben.highlight(mark), "but this matters"))
    ben.merge(anna.path)
    assert is_shown(ben, rare_earths)


def test_it_goes_where_all_marks_were_known_to_who_took_it_away(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.take_away([rare_earths.id]))
    ben.merge(anna.path)
    assert not is_shown(ben, rare_earths)
    ben.undo()
    assert marks(ben, rare_earths) == {mark}


def test_it_goes_again_when_the_merge_is_undone(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.take_away([rare_earths.id]))
    ben.commit(annotate.highlight(passage(rare_earths, "oxides"), note="his"))
    before = meaning(anna.path)
    anna.merge(ben.path)
    after = meaning(anna.path)
    anna.undo()
    assert not is_shown(anna, rare_earths)
    assert meaning(anna.path) == before
    anna.redo()
    assert is_shown(anna, rare_earths)
    assert meaning(anna.path) == after


def test_it_can_be_taken_away_again_and_that_can_be_undone(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.take_away([rare_earths.id]))
    new = ben.commit(annotate.highlight(passage(rare_earths, "oxides"))).edits[0].record
    anna.merge(ben.path)
    anna.commit(annotate.take_away([rare_earths.id]))
    assert not is_shown(anna, rare_earths)
    ben.merge(anna.path)
    assert not is_shown(ben, rare_earths)
    anna.undo()
    assert marks(anna, rare_earths) == {mark, new}
    ben.merge(anna.path)
    assert is_shown(ben, rare_earths)
    anna.redo()
    assert not is_shown(anna, rare_earths)


def test_who_is_told_of_a_deed_hears_of_the_article_that_comes_and_goes_by_it(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.take_away([rare_earths.id]))
    new = ben.commit(annotate.highlight(passage(rare_earths, "oxides"))).edits[0].record
    seq = anna.last_seq()
    done = [anna.merge(ben.path), anna.commit(annotate.remove([anna.highlight(new)]))]
    assert not is_shown(anna, rare_earths)
    undone = [anna.undo(), anna.undo()]
    heard = [*done, *filter(None, undone)]
    assert [change.records(Record.ARTICLE) for change in heard] == [(rare_earths.id,)] * 4
    first, *_ = anna.since(seq)
    assert set(first.edits) == set(done[0].edits)
    assert all(change.records(Record.ARTICLE) for change in anna.since(seq))


def test_what_goes_on_with_an_article_that_came_back_goes_on(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.take_away([rare_earths.id]))
    with pytest.raises(Stale):
        anna.commit(annotate.read({rare_earths.id: False}, now=True))
    new = ben.commit(annotate.highlight(passage(rare_earths, "oxides"))).edits[0].record
    anna.merge(ben.path)
    anna.commit(annotate.recolour([anna.highlight(new)], Colour.RED))
    anna.commit(annotate.remove([anna.highlight(new)]))
    assert not is_shown(anna, rare_earths)
    anna.undo()
    anna.commit(annotate.read({rare_earths.id: False}, now=True))
    anna.commit(annotate.remove([anna.highlight(new)]))
    assert is_shown(anna, rare_earths), "that it was read is said of it, and was not known"
    assert anna.add([rare_earths]).unchanged == (rare_earths.id,)


def test_the_texts_of_many_articles_come_back_as_of_one(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    some = [made(f"第{number}篇", f"Claim number {number}") for number in range(300)]
    anna.commit(anna.add(some).change)
    ben.merge(anna.path)
    anna.commit(annotate.take_away([one.id for one in some]))
    for one in some[::100]:
        ben.commit(annotate.highlight(passage(one, "number"), note="his"))
    anna.merge(ben.path)
    assert [one for one in some if anna.row(one.id) is not None] == some[::100]
    before = seen(anna.path)
    rebuild(anna.path)
    assert (seen(anna.path), check(anna.path).findings) == (before, ())


def test_a_mark_that_came_back_can_be_removed_again_and_that_can_be_undone(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.remove([anna.highlight(mark)]))
    ben.commit(annotate.note(ben.highlight(mark), "but this matters"))
    anna.merge(ben.path)
    anna.commit(annotate.remove([anna.highlight(mark)]))
    with pytest.raises(NotFound):
        anna.highlight(mark)
    anna.undo()
    assert anna.highlight(mark).note == "but this matters"
    anna.redo()
    with pytest.raises(NotFound):
        anna.highlight(mark)
    anna.undo()
    anna.undo()
    with pytest.raises(NotFound):
        anna.highlight(mark)
    assert check(anna.path).findings == ()


def test_two_who_chose_other_texts_of_an_article_are_told(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    other, third = (made(rare_earths.title, f"Another text, the {nth}") for nth in ("2nd", "3rd"))
    assert other.id == third.id == rare_earths.id
    anna.commit(anna.add([other]).change)
    anna.merge(ben.path)
    assert anna.contested() == (), "one of them went on from what the other has"
    ben.commit(ben.add([third]).change)
    anna.merge(ben.path)
    (conflict,) = anna.contested()
    assert (conflict.kind, conflict.record, conflict.field) == (
        "article",
        rare_earths.id,
        "edition",
    )
    assert [head.value for head in conflict.heads] == [third.edition.id, other.edition.id]
    assert anna.conflicts(rare_earths.id) == (conflict,)
    assert anna.article(rare_earths.id).edition.id == third.edition.id
    anna.commit(
        annotate.settle(rare_earths.id, "edition", other.edition.id, conflict.heads, Record.ARTICLE)
    )
    assert anna.contested() == ()
    assert anna.article(rare_earths.id).edition.id == other.edition.id
    ben.merge(anna.path)
    assert ben.article(rare_earths.id).edition.id == other.edition.id
    anna.undo()
    (again,) = anna.contested()
    assert {head.value for head in again.heads} == {third.edition.id, other.edition.id}
