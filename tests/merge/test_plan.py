"""A look before merging: what is new, the same, changed, in conflict, and deleted there."""

from dataclasses import replace
from pathlib import Path

from core import annotate
from core.change import Change, Edit, Record
from core.library import Library
from core.merge import Counts, FieldPlan, Plan, State, plan
from core.model import Article, Colour
from tests.given import BEN, made, passage
from tests.merge.told import log


def states(anna: Library, ben: Library, article: Article) -> dict[str, State]:
    look = plan(anna.path, ben.path)
    told = {one.id: one.state for one in look.article(article.id)}
    (counted,) = [one.counts for one in look.articles if one.id == article.id]
    assert counted == Counts(
        new=sum(state is State.NEW for state in told.values()),
        same=sum(state is State.SAME for state in told.values()),
        changed=sum(state is State.CHANGED for state in told.values()),
        conflicts=sum(state is State.CONFLICT for state in told.values()),
        deleted=sum(state is State.DELETED for state in told.values()),
    )
    return told


def test_a_copy_is_the_same(anna: Library, ben: Library, mark: str, rare_earths: Article) -> None:
    assert states(anna, ben, rare_earths) == {mark: State.SAME}
    look = plan(anna.path, ben.path)
    assert (look.counts, look.alike) == (Counts(same=1), ())
    (article,) = look.articles
    assert (article.title, article.state, article.other_text) == (
        rare_earths.title,
        "known",
        False,
    )


def test_what_only_we_changed_is_the_same(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    assert states(anna, ben, rare_earths) == {mark: State.SAME}
    anna.commit(annotate.remove([anna.highlight(mark)]))
    (article,) = plan(anna.path, ben.path).articles
    assert article.counts.new == 0


def test_a_highlight_made_there_is_new(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    ben.commit(annotate.highlight(passage(rare_earths, "oxides"), note="his"))
    look = plan(anna.path, ben.path)
    (new,) = [one for one in look.article(rare_earths.id) if one.state is State.NEW]
    assert (new.quote, new.author) == ("oxides", "Ben")
    assert FieldPlan("note", None, "his") in new.fields
    assert [(one.author.name, one.known, one.highlights) for one in look.authors] == [
        ("Anna", True, 1),
        ("Ben", False, 1),
    ]
    assert states(anna, ben, rare_earths) == {new.id: State.NEW, mark: State.SAME}


def test_a_field_changed_there_alone_is_changed(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.recolour([anna.highlight(mark)], Colour.RED))
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    assert states(anna, ben, rare_earths) == {mark: State.CHANGED}
    (one,) = plan(anna.path, ben.path).article(rare_earths.id)
    assert one.fields == (FieldPlan("note", "why?", "his"),)


def test_a_field_changed_on_both_sides_is_a_conflict(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    assert states(anna, ben, rare_earths) == {mark: State.CONFLICT}
    (one,) = plan(anna.path, ben.path).article(rare_earths.id)
    assert one.fields == (FieldPlan("note", "hers", "his", conflict=True),)


def test_a_highlight_removed_there_is_deleted_and_one_edited_here_is_not(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    ben.commit(annotate.remove([ben.highlight(mark)]))
    assert states(anna, ben, rare_earths) == {mark: State.DELETED}
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    assert states(anna, ben, rare_earths) == {mark: State.SAME}


def test_a_highlight_removed_here_that_was_edited_there_comes_back(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.remove([anna.highlight(mark)]))
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    assert states(anna, ben, rare_earths) == {mark: State.CHANGED}


def test_after_the_merge_all_is_the_same_but_for_what_is_still_in_conflict(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    ben.commit(annotate.highlight(passage(rare_earths, "oxides")))
    anna.merge(ben.path)
    assert plan(anna.path, ben.path).counts == Counts(same=2)


def test_a_look_writes_nothing(anna: Library, ben: Library, mark: str) -> None:
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    before = log(anna.path), log(ben.path), anna.last_seq()
    plan(anna.path, ben.path).article(anna.highlight(mark).passage.article)
    assert (log(anna.path), log(ben.path), anna.last_seq()) == before


def test_what_comes_along_is_told_first_and_what_differs_when_it_is_weighed(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    ben.commit(annotate.highlight(passage(rare_earths, "oxides")))
    told = list[Plan]()
    last = plan(anna.path, ben.path, told.append)
    (first,) = told
    assert (first.weighed, first.counts) == (False, Counts(new=1, same=1))
    assert (last.weighed, last.counts) == (True, Counts(new=1, conflicts=1))


def test_another_text_chosen_on_either_side_is_told(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    other, third = (made(rare_earths.title, f"Another text, the {nth}") for nth in ("2nd", "3rd"))
    anna.commit(anna.add([other]).change)
    assert plan(anna.path, ben.path).articles[0].text is None
    ben.commit(ben.add([third]).change)
    (article,) = plan(anna.path, ben.path).articles
    chosen = FieldPlan("edition", other.edition.id, third.edition.id, conflict=True)
    assert (article.text, article.other_text) == (chosen, True)


def test_articles_are_new_known_or_were_taken_away_here(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    other = made("另一篇", "Something else")
    anna.commit(annotate.take_away([rare_earths.id]))
    ben.commit(ben.add([other, made(rare_earths.title, "Quite another text")]).change)
    told = {one.id: (one.state, one.other_text) for one in plan(anna.path, ben.path).articles}
    assert told == {rare_earths.id: ("away", True), other.id: ("new", True)}


def test_tags_of_one_name_are_told_in_either_language(
    anna: Library, tmp_path: Path, rare_earths: Article
) -> None:
    with Library(tmp_path / "apart.meipi", BEN) as ben:
        ben.commit(ben.add([rare_earths]).change)
        ben.commit(annotate.highlight(passage(rare_earths), tags=["Claim", "断言", "other"]))
        (word,) = [tag for tag in ben.tags() if tag.name == "断言"]
        ben.commit(Change("name", (Edit(Record.TAG, word.id, "en", None, "claim"),)))
        look = plan(anna.path, ben.path)
        assert [(pair.ours.path, pair.theirs.path) for pair in look.alike] == [
            ("claim", "Claim"),
            ("claim", "断言"),
        ]
        anna.merge(ben.path)
        pairs = annotate.alike(anna.tags(), anna.tags())
        assert {frozenset(tag.path for tag in pair) for pair in pairs} == {
            frozenset({"claim", "Claim"}),
            frozenset({"Claim", "断言"}),
        }


def test_a_page_that_an_article_came_from_there_alone_is_told(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    ben.commit(ben.add([replace(rare_earths, page="稀土矿产")]).change)
    look = plan(anna.path, ben.path)
    assert [(one.state, one.paged) for one in look.articles] == [("known", True)]
    anna.merge(ben.path)
    assert [one.paged for one in plan(anna.path, ben.path).articles] == [False]


def test_what_we_removed_and_nobody_touched_since_is_not_counted(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.remove([anna.highlight(mark)]))
    look = plan(anna.path, ben.path)
    assert look.article(rare_earths.id) == ()
    assert look.counts == Counts()
