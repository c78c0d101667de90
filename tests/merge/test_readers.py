"""Who counts as a reader: nobody of whom all came with merges that are undone."""

from core import annotate
from core.change import Take
from core.library import Library
from core.merge import plan
from core.model import Article, Author
from tests.merge.conftest import BEN, passage


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
    anna.merge(ben.path, Take(again=wanted))
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
