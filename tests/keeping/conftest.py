"""A library with a deed or two, a clock to be set, and the command line."""

from pathlib import Path

import pytest

from core.library import Library
from core.model import Article
from tests.generate import mark
from tests.given import made

HOUR = 60 * 60 * 1000
DAY = 24 * HOUR
START = 1_762_663_572_000  # 2025-11-09T04:46:12Z


class Clock:
    """A time that moves when it is told to."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def hands() -> Clock:
    return Clock()


@pytest.fixture
def article() -> Article:
    return made(
        "中国稀土替代品要找多久", "A secure supply chain could take 10 to 20 years to build"
    )


@pytest.fixture
def kept(path: Path, library: Library, article: Article) -> Library:
    """A library with an article and a highlight, still open."""
    library.commit(library.add([article]).change)
    library.commit(mark(article))
    return library
