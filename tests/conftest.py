"""A reader, a clock that ticks when asked, and a folder of their own for every test."""

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from core.library import Library
from core.model import Article
from tests.given import ANNA, made
from tests.terminal import Meipi, call

#: Whether examples are the same each time: what fails then was broken by what was changed.
STEADY = "MEIPI_STEADY" in os.environ
settings.register_profile("meipi", deadline=None, derandomize=STEADY)  # none waits on a clock
settings.load_profile("meipi")


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


@pytest.fixture
def bare(capsys: pytest.CaptureFixture[str]) -> Meipi:
    """Call meipi with these words and no others."""
    return lambda *words: call(capsys, *words)


@pytest.fixture
def meipi(bare: Meipi, path: Path) -> Meipi:
    """Call a verb on the library at `path`."""
    return lambda verb, *words: bare(*verb.split(), "--library", path, *words)
