"""What is understood of files before anything is written."""

from pathlib import Path

import pytest

from gui.dialogs.reading import understand

ODD = {
    "new\u2028line.json": "new‹U+2028›line.json",
    "\u202egnp.txt": "‹U+202E›gnp.txt",
    "长" * 80 + ".md": "长" * 79 + "…",
}


@pytest.mark.parametrize("name", ODD)
def test_a_file_that_cannot_be_read_is_named_on_one_line_whatever_its_name(
    tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    for content in (b"\0\1\2" * 900, None):
        file.write_bytes(content) if content else file.unlink()
        found = understand([file], tmp_path / "library.meipi", lambda *_: None)
        (failure,) = found.failures
        assert str(failure).startswith(f"{ODD[name]}: ")
        assert "\u2028" not in str(failure)
        assert "\u202e" not in str(failure)
