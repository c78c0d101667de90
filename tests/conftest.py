"""A reader, a clock that ticks when asked, and a folder of their own for every test."""

import itertools
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from core.library import Library
from core.model import Article, Author, Body, Kind, Masthead, Node
from core.outline import compose

sys.path.insert(0, str(Path(__file__).parent))

ANNA = Author("0a0a0a0a-0000-4000-8000-000000000001", "Anna")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEIPI_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def clock() -> Callable[[], int]:
    """Tell a time that moves on by a second whenever it is asked."""
    return itertools.count(1_760_000_000_000, 1000).__next__


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.meipi"


@pytest.fixture
def library(path: Path, clock: Callable[[], int]) -> Iterator[Library]:
    with Library(path, ANNA, clock) as opened:
        yield opened


@pytest.fixture
def rare_earths() -> Article:
    """An article in two groups, with the claim that every reader marks first."""
    return made(
        "中国稀土替代品要找多久",
        "Output of separated oxides outside China stays small",
        "A secure supply chain could take 10 to 20 years to build",
    )


def made(title: str, *texts: str, source: str = "Guan Cha Zhe Wang") -> Article:
    """Compose an article with one group of these claims."""
    claims = [Node(i, 1, Kind.CLAIM, text, citations=(i,)) for i, text in enumerate(texts, 1)]
    rows = [Node(0, 0, Kind.GROUP, "Group 1: Supply", "Supply", 1), *claims]
    body = "Group 1: Supply - " + " - ".join(f"{node.text} [{node.position}]" for node in claims)
    return compose(Masthead(title, source, "2025-11-09 04:46"), rows, body, Body.SUMMARY)
