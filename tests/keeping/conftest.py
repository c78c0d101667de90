"""A library with a deed or two, a clock to be set, and the command line."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from core.cli import main
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


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def meipi(path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Call a verb on the library at `path`."""

    def call(verb: str, *words: str | Path) -> Said:
        capsys.readouterr()
        code = main([verb, "--library", str(path), *map(str, words)])
        return Said(code, *capsys.readouterr())

    return call
