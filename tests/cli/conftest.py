"""The command line, called as a script calls it, over a file of its own."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal import Meipi

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
SAMPLE = SAMPLES / "1-critical-minerals.txt"


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
