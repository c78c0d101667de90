"""What is left of a file half written, by a process that was killed, is taken away a day later."""

import os
from pathlib import Path

import pytest

from tests.terminal import Meipi

WAYS = (
    ["backup", "-o", "copy.meipi"],
    ["backup", "--text", "-o", "text.jsonl"],
    ["share", "sent.meipi"],
    ["export", "markdown", "-o", "all.md"],
    ["export", "markdown", "-o", "./"],
)


@pytest.mark.parametrize("words", WAYS, ids=" ".join)
def test_whoever_writes_a_file_takes_away_what_is_certainly_nobodys(
    meipi: Meipi,
    imported: list[str],
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    monkeypatch.chdir(folder)
    names = (f".meipi-{'a' * 16}.part", f".meipi-{'a' * 16}.part-journal", "notes.part")
    for name in (*names, young := f".meipi-{'b' * 16}.part"):
        (folder / name).write_text("half")
        if name != young:
            os.utime(name, (1_000_000_000, 1_000_000_000))
    assert meipi(*words).code == 0
    assert [(folder / name).exists() for name in (*names, young)] == [False, False, True, True]
