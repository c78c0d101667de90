"""The command line, called as a script calls it, over a file of its own."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from core.cli import main

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
SAMPLE = SAMPLES / "1-critical-minerals.txt"


@dataclass(frozen=True)
class Said:
    """What a verb left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Meipi = Callable[..., Said]


@pytest.fixture
def bare(capsys: pytest.CaptureFixture[str]) -> Meipi:
    """Call meipi with these words and no others."""

    def call(*words: str | Path) -> Said:
        capsys.readouterr()
        code = main([str(word) for word in words])
        return Said(code, *capsys.readouterr())

    return call


@pytest.fixture
def meipi(bare: Meipi, path: Path) -> Meipi:
    """Call a verb on the library at `path`."""
    return lambda verb, *words: bare(*verb.split(), "--library", path, *words)


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Pipe bytes into the next call."""
    return lambda content: monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))


@pytest.fixture
def imported(meipi: Meipi) -> list[str]:
    """Import the sample page; give the ids of its articles."""
    said = meipi("import", SAMPLE, "--json")
    assert said.code == 0, said.err
    ids: list[str] = said.json["articles"]
    return ids
