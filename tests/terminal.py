"""The command line called as a script calls it, and what it left behind."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from core.cli import main


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


def call(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Said:
    """Call meipi with these words and no others."""
    capsys.readouterr()
    code = main([str(word) for word in words])
    return Said(code, *capsys.readouterr())
