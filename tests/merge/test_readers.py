"""Who counts as a reader: nobody of whom all came with merges that are undone."""

import pytest

from core import annotate, ledger
from core.annotate import findings
from core.annotate.findings import Draft
from core.change import Take
from core.export import markdown
from core.library import Library
from core.merge import plan
from core.model import Article, Author
from core.names import told_apart
from core.search import collect
from tests.given import BEN, passage


def names(library: Library, article: Article) -> set[str]:
    """Name the readers of an article, who are those of the library."""
    known = {one.name for one in library.authors()}
    assert known == {one.name for one in library.annotated(article.id).authors.values()}
    return known


def test_who_came_with_a_merge_goes_with_it(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    ben.commit(annotate.highlight(passage(rare_earths, "oxides")))
    anna.merge(ben.path)
    assert names(anna, rare_earths) == {"Anna", "Ben"}
    anna.undo()
    assert names(anna, rare_earths) == {"Anna"}
    anna.redo()
    assert names(anna, rare_earths) == {"Anna", "Ben"}


def test_who_is_merged_again_is_there_again(
    anna: Library, ben: Library, rare_earths: Article, mark: str
) -> None:
    ben.commit(annotate.highlight(passage(rare_earths, "oxides")))
    anna.merge(ben.path)
    anna.undo()
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    assert names(anna, rare_earths) == {"Anna"}
    wanted = frozenset(one.id for one in plan(anna.path, ben.path).backs)
    anna.merge(ben.path, Take(bring_back=wanted))
    assert names(anna, rare_earths) == {"Anna", "Ben"}
    anna.undo()
    assert names(anna, rare_earths) == {"Anna"}


def test_who_did_something_else_stays(
    anna: Library, ben: Library, rare_earths: Article, mark: str
) -> None:
    """Ben's tag came with a later merge than his name, and that one is not undone."""
    ben.commit(annotate.highlight(passage(rare_earths, "oxides")))
    anna.merge(ben.path)
    anna.undo()
    ben.commit(annotate.tag([ben.highlight(mark)], "forecast", ben.tags()))
    anna.merge(ben.path)
    assert names(anna, rare_earths) == {"Anna", "Ben"}
    anna.undo()
    assert names(anna, rare_earths) == {"Anna"}


def test_who_wrote_here_stays_whatever_merge_is_undone(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    ben.commit(annotate.highlight(passage(rare_earths, "oxides")))
    anna.merge(ben.path)
    anna.undo()
    with Library(anna.path, Author(BEN.id, BEN.name)) as here:
        here.commit(annotate.highlight(passage(rare_earths, "oxides")))
        here.undo()
    assert names(anna, rare_earths) == {"Anna", "Ben"}


HERS, HIS = "Anna (0a0a0a0a)", "anna (0b0b0b0b)"


@pytest.fixture
def namesake(anna: Library, ben: Library, rare_earths: Article) -> Library:
    """Anna's library, with what another Anna marked, tagged and found merged into it."""
    ben.author = Author(BEN.id, "anna")
    ben.commit(annotate.highlight(passage(rare_earths, "oxides"), tags=["claim"]))
    ben.commit(findings.find(Draft("10 years", tags=("his",)), ben.tags()))
    anna.merge(ben.path)
    return anna


def test_two_of_one_name_are_told_apart_wherever_they_are_named(
    namesake: Library, rare_earths: Article
) -> None:
    assert names(namesake, rare_earths) == {HERS, HIS}
    (his, hers) = sorted(namesake.annotated(rare_earths.id).placed, key=lambda one: one.start)
    assert [said.author for said in namesake.sayings(his.highlight.id)][:1] == [HIS]
    assert [said.author for said in namesake.sayings(hers.highlight.id)][:1] == [HERS]
    made = namesake.makers(tag.id for tag in namesake.tags())
    assert set(made.values()) == {HERS, HIS}
    text = markdown([namesake.annotated(rare_earths.id)])
    assert HERS in text
    assert HIS in text
    (row,) = ledger.rows(namesake)
    assert row.author == HIS


@pytest.mark.parametrize(
    ("query", "claims"),
    [("author:anna", 2), (f'author:"{HIS}"', 1), (f'author:"{HERS}"', 1), ("author:ben", 0)],
)
def test_each_of_two_of_one_name_is_found_by_what_tells_them_apart(
    namesake: Library, rare_earths: Article, query: str, claims: int
) -> None:
    parts = collect(namesake, query, [rare_earths.id])
    assert sum(len(part.claims) for part in parts) == claims


def test_a_namesake_of_another_library_is_told_apart_before_a_merge(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    ben.author = Author(BEN.id, "anna")
    ben.commit(annotate.highlight(passage(rare_earths, "oxides")))
    assert {one.author.name for one in plan(anna.path, ben.path).authors} == {HERS, HIS}


def test_names_are_told_apart_also_from_what_tells_others_apart() -> None:
    told = told_apart({"1a": "Anna", "2b": "Anna", "3c": "Anna (1a)", "4d": "Ben", "5e": ""})
    assert len(set(told.values())) == 5
    assert (told["4d"], told["5e"]) == ("Ben", "")
