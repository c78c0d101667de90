"""Two readers who began with the same library and went on apart."""

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import annotate
from core.library import Library
from core.model import Article
from tests.given import BEN, passage


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
