"""What is chosen of a share of the present state, which tells of what was removed only that."""

import pytest

from core import annotate
from core.change import Take
from core.library import Library
from core.model import Article
from core.share.guard import open_guarded
from core.share.make import Choice, make


@pytest.mark.parametrize("by", ["article", "highlight"])
def test_a_removal_comes_with_its_article_and_with_its_highlight(
    anna: Library, ben: Library, mark: str, rare_earths: Article, by: str
) -> None:
    ben.commit(annotate.remove([ben.highlight(mark)]))
    folder = ben.path.parent
    make(ben.path, folder / "share.meipi", Choice(history="current"), ben.author)
    clean = open_guarded(folder / "share.meipi", folder / "clean.meipi").path
    assert not anna.merge(clean, Take(frozenset(), frozenset()))
    articles = frozenset([rare_earths.id] if by == "article" else [])
    anna.merge(clean, Take(articles, frozenset() if articles else frozenset([mark])))
    assert anna.annotated(rare_earths.id).placed == ()
