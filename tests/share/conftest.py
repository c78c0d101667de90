"""A library with something in it, and the share that is made of it."""

import itertools
from pathlib import Path

import pytest

from core import annotate
from core.anchor import describe
from core.library import Library
from core.share.make import Choice, make
from tests.given import ANNA, made
from tests.share.attacks import Attack

ARTICLE = made(
    "中国稀土替代品要找多久",
    "Output of separated oxides outside China stays small",
    "A secure supply chain could take 10 to 20 years to build",
)


def shared(folder: Path) -> Path:
    """Make a library in a folder, and a share of it."""
    clock = itertools.count(1_760_000_000_000, 1000).__next__
    with Library(folder / "library.meipi", ANNA, clock) as library:
        library.commit(library.add([ARTICLE]).change)
        for node, start, end in ((1, 0, 6), (2, 0, 8), (2, 31, 45)):
            passage = describe(ARTICLE, node, start, end)
            library.commit(
                annotate.highlight(
                    passage, note="says **who**?", tags=["claim/forecast"], known=library.tags()
                )
            )
    made_of = make(folder / "library.meipi", folder / "share.meipi", Choice(), ANNA)
    assert made_of.highlights == 3
    return folder / "share.meipi"


@pytest.fixture(scope="session")
def good(tmp_path_factory) -> Path:
    """Give a share that Anna made; it is copied, never changed."""
    return shared(tmp_path_factory.mktemp("good"))


@pytest.fixture
def private(tmp_path) -> Path:
    folder: Path = tmp_path / "private"
    folder.mkdir()
    return folder


@pytest.fixture
def hostile(tmp_path, good) -> Attack:
    """Give a folder with a file in it, made by an attack."""
    folder = tmp_path / "from elsewhere"
    folder.mkdir()
    return Attack(folder, good)
