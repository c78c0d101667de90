"""Two readers who began with the same library and went on apart."""

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import annotate
from core.library import Library
from core.model import Article, Author, Passage

BEN = Author("0b0b0b0b-0000-4000-8000-000000000002", "Ben")


def passage(article: Article, words: str = "10 to 20 years") -> Passage:
    """Find words in an article's claims."""
    node = next(node for node in article.edition.nodes if words in node.text)
    start = node.text.index(words)
    place = (article.id, article.edition.id, node.position, start, start + len(words))
    return Passage(*place, words)


@pytest.fixture
def anna(library: Library, rare_earths: Article) -> Library:
    """Anna's library: an article, and in it a highlight with a note and a tag."""
    library.commit(library.add([rare_earths]).change)
    words = annotate.highlight(passage(rare_earths), note="why?", tags=["claim"])
    library.commit(words)
    return library


@pytest.fixture
def ben(anna: Library, tmp_path: Path) -> Iterator[Library]:
    """Ben's library: a copy of Anna's, with his clock half a day ahead."""
    path = tmp_path / "ben.meipi"
    shutil.copy(anna.path, path)
    with Library(path, BEN, itertools.count(1_760_043_200_000, 1000).__next__) as opened:
        yield opened


@pytest.fixture
def mark(anna: Library, ben: Library, rare_earths: Article) -> str:
    """The highlight that both have."""
    assert ben.path != anna.path
    return anna.annotated(rare_earths.id).placed[0].highlight.id
