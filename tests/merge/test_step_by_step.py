"""Several deeds and merges taken back one after the other: before each of them all was so."""

from dataclasses import replace

from core import annotate, codec
from core.annotate import findings, pairs, vocabulary
from core.annotate.findings import Draft
from core.change import Record
from core.check import check, rebuild
from core.finding import Evidence, Relation
from core.library import Library
from core.model import Article, Colour
from tests.given import BEN, forget, passage
from tests.merge.told import conflicts, meaning


def bring_back_by_merge(anna: Library, ben: Library, article: Article, mark: str) -> None:
    """Have Anna take an article away, and a note that Ben wrote in it bring it back."""
    anna.commit(annotate.take_away([article.id]))
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    anna.merge(ben.path)


def bring_back_by_settling(anna: Library, ben: Library, article: Article, mark: str) -> None:
    """Have Anna take away an article with two versions of a note, and settle it on hers."""
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    anna.merge(ben.path)
    (conflict,) = anna.contested()
    anna.commit(annotate.take_away([article.id]))
    anna.commit(annotate.settle(mark, "note", "hers", conflict.heads))


def test_a_note_goes_with_its_deed_also_where_a_merge_after_it_was_undone(
    anna: Library, ben: Library, mark: str
) -> None:
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    anna.merge(ben.path)
    before = meaning(anna.path)
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    ben.commit(annotate.note(ben.highlight(mark), "his, later"))
    anna.merge(ben.path)
    assert conflicts(anna.path) == {(mark, "note"): frozenset({"hers", "his, later"})}
    anna.undo()
    assert anna.highlight(mark).note == "hers"
    anna.undo()
    assert anna.highlight(mark).note == "his"
    assert (meaning(anna.path), conflicts(anna.path)) == (before, {})
    anna.redo()
    assert (anna.highlight(mark).note, conflicts(anna.path)) == ("hers", {})
    anna.redo()
    assert conflicts(anna.path) == {(mark, "note"): frozenset({"hers", "his, later"})}
    assert check(anna.path).findings == ()


def test_what_was_marked_as_unread_since_stays_so_when_a_merge_is_brought_again(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    one = rare_earths.id
    ben.commit(annotate.read({one: False}, True))
    anna.merge(ben.path)
    assert anna.annotated(one).read
    anna.commit(annotate.read({one: True}, False, quiet=True))
    for turn in (anna.undo, anna.redo, anna.undo, anna.redo):
        turn()
        assert not anna.annotated(one).read


def test_what_was_marked_as_unread_stays_so_also_where_another_merge_says_so_too(
    anna: Library, ben: Library, rare_earths: Article, mark: str
) -> None:
    one = rare_earths.id
    ben.commit(annotate.read({one: False}, True))
    anna.merge(ben.path)
    anna.commit(annotate.read({one: True}, False, quiet=True))
    ben.merge(anna.path)
    ben.commit(annotate.read({one: False}, True))
    ben.undo()
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    anna.merge(ben.path)
    for turn in (anna.undo, anna.undo, anna.redo, anna.redo):
        turn()
        assert not anna.annotated(one).read


def test_an_article_that_a_merge_brought_back_goes_though_its_marks_were_touched_and_that_undone(
    anna: Library, ben: Library, rare_earths: Article, mark: str
) -> None:
    bring_back_by_merge(anna, ben, rare_earths, mark)
    anna.commit(annotate.recolour([anna.highlight(mark)], Colour.RED))
    anna.undo()
    assert anna.row(rare_earths.id) is not None
    anna.undo()
    assert anna.row(rare_earths.id) is None
    anna.redo()
    assert anna.row(rare_earths.id) is not None
    assert check(anna.path).findings == ()


def test_the_last_use_of_a_tag_that_was_taken_away_elsewhere_can_be_dropped_and_that_undone(
    anna: Library, ben: Library, rare_earths: Article, mark: str
) -> None:
    new = anna.commit(
        annotate.highlight(passage(rare_earths, "oxides"), tags=["claim"], known=anna.tags())
    )
    (tag,) = ben.tags()
    ben.commit(vocabulary.remove(tag, [ben.highlight(mark)], ben.tags()))
    anna.merge(ben.path)
    before = meaning(anna.path)
    one = anna.highlight(new.edits[0].record)
    anna.commit(annotate.untag([one], tag.id))
    assert not anna.tags()
    anna.undo()
    assert meaning(anna.path) == before
    assert check(anna.path).findings == ()


def test_an_article_is_back_again_where_a_merge_that_says_nothing_of_a_mark_is_brought_again(
    anna: Library, ben: Library, rare_earths: Article, mark: str
) -> None:
    anna.commit(annotate.take_away([rare_earths.id]))
    ben.commit(annotate.tag([ben.highlight(mark)], "矿产", ben.tags()))
    ben.undo()
    anna.merge(ben.path)
    for turn in (anna.undo, anna.redo, anna.undo, anna.redo):
        assert anna.row(rare_earths.id) is not None or turn == anna.redo
        turn()
    assert anna.row(rare_earths.id) is not None


def test_a_verdict_is_taken_back_alone_where_somebody_else_had_forgotten_the_pair(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    claims = (findings.whole(rare_earths, 1), findings.whole(rare_earths, 2))
    pair = codec.pair_id(Relation.ECHOES, *claims)
    for library, confirmed in ((anna, False), (ben, True)):
        said = library.said(pair)
        library.commit(pairs.relate(Relation.ECHOES, claims, said, confirmed=confirmed))
    ben.commit(forget(ben.pairs()[0]))
    anna.merge(ben.path)
    before = meaning(anna.path), conflicts(anna.path)
    assert not pairs.relate(Relation.ECHOES, claims, anna.said(pair), confirmed=True)
    anna.commit(pairs.relate(Relation.ECHOES, claims, anna.said(pair), confirmed=False))
    anna.undo()
    assert (meaning(anna.path), conflicts(anna.path)) == before
    assert len(anna.pairs()) == 1


def test_an_article_that_a_settling_brought_back_goes_when_that_is_undone(
    anna: Library, ben: Library, rare_earths: Article, mark: str
) -> None:
    bring_back_by_settling(anna, ben, rare_earths, mark)
    assert anna.row(rare_earths.id) is not None
    for turn in (anna.undo, anna.redo, anna.undo):
        turn()
        assert (anna.row(rare_earths.id) is None) is (turn == anna.undo)
    anna.undo()
    assert conflicts(anna.path) == {(mark, "note"): frozenset({"hers", "his"})}
    assert check(anna.path).findings == ()


def test_an_article_goes_though_it_was_taken_away_since_and_that_undone(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    anna.commit(annotate.take_away([rare_earths.id]))
    ben.commit(annotate.highlight(passage(rare_earths, "oxides")))
    anna.merge(ben.path)
    anna.commit(annotate.take_away([rare_earths.id]))
    for turn in (anna.undo, anna.undo, anna.redo, anna.redo, anna.undo):
        was_there = anna.row(rare_earths.id) is not None
        turn()
        assert (anna.row(rare_earths.id) is None) is was_there
    assert check(anna.path).findings == ()


def test_an_article_goes_though_it_was_imported_again_since_and_that_undone(
    anna: Library, ben: Library, rare_earths: Article, mark: str
) -> None:
    bring_back_by_merge(anna, ben, rare_earths, mark)
    anna.commit(anna.add([replace(rare_earths, page="稀土")]).change)
    anna.undo()
    assert anna.row(rare_earths.id) is not None
    anna.undo()
    assert anna.row(rare_earths.id) is None


def test_an_article_that_a_merge_brought_back_goes_though_it_was_looked_at(
    anna: Library, ben: Library, rare_earths: Article, mark: str
) -> None:
    bring_back_by_merge(anna, ben, rare_earths, mark)
    anna.commit(annotate.read({rare_earths.id: False}, True, quiet=True))
    for turn in (anna.undo, anna.redo, anna.undo):
        turn()
        assert (anna.row(rare_earths.id) is None) is (turn == anna.undo)


def test_of_what_was_looked_at_since_only_that_stays_when_a_merge_is_undone(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    one = rare_earths.id
    ben.commit(ben.add([replace(rare_earths, page="稀土")]).change)
    anna.merge(ben.path)
    anna.commit(annotate.read({one: False}, True, quiet=True))
    for turn in (anna.undo, anna.redo, anna.undo):
        turn()
        assert bool(anna.page_names(one)) is (turn == anna.redo)
        assert anna.annotated(one).read


def test_what_was_brought_back_for_good_stays_though_the_merge_before_it_is_undone(
    anna: Library, ben: Library, rare_earths: Article, mark: str
) -> None:
    bring_back_by_merge(anna, ben, rare_earths, mark)
    anna.commit(annotate.bring_back(Record.ARTICLE, rare_earths.id))
    anna.undo()
    assert anna.row(rare_earths.id) is not None


def test_an_article_goes_with_a_settling_though_a_merge_came_after_it_and_was_undone(
    anna: Library, ben: Library, rare_earths: Article, mark: str
) -> None:
    bring_back_by_settling(anna, ben, rare_earths, mark)
    ben.commit(annotate.note(ben.highlight(mark), "his, later"))
    anna.merge(ben.path)
    anna.undo()
    assert anna.row(rare_earths.id) is not None
    anna.undo()
    assert anna.row(rare_earths.id) is None


def test_a_tag_goes_with_its_last_use_though_it_was_taken_away_since_and_that_undone(
    anna: Library, ben: Library, rare_earths: Article, mark: str
) -> None:
    (tag,) = anna.tags()
    anna.commit(vocabulary.remove(tag, [anna.highlight(mark)], [tag]))
    place = passage(rare_earths, "oxides")
    ben.commit(annotate.highlight(place, tags=["claim"], known=ben.tags()))
    anna.merge(ben.path)
    anna.commit(vocabulary.remove(tag, anna.tagged(tag.id), [tag]))
    for turn in (anna.undo, anna.undo, anna.redo, anna.redo, anna.undo):
        was_there = bool(anna.tags())
        turn()
        assert bool(anna.tags()) is not was_there
    assert check(anna.path).findings == ()


def test_who_made_something_stays_so_though_the_clock_of_who_changed_it_is_years_behind(
    anna: Library, mark: str
) -> None:
    one = anna.highlight(mark)
    other = replace(one.passage, suffix="…")
    draft = findings.find(Draft("It takes long", (Evidence(mark),)), anna.tags())
    finding = anna.commit(draft).records(Record.FINDING)[0]
    with Library(anna.path, BEN, lambda: 900_000_000_000) as behind:
        behind.commit(annotate.accept([(one, other)]))
        said = behind.finding(finding)
        behind.commit(findings.mend(said, replace(said, statement="It takes very long")))
    assert anna.highlight(mark).author == one.author
    assert anna.highlight(mark).created == one.created
    assert anna.finding(finding).author == one.author
    rebuild(anna.path)
    assert anna.highlight(mark).author == one.author
    assert check(anna.path).findings == ()
