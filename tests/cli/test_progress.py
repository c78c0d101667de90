"""How far the command line is, on one line of a terminal that is blank again in the end."""

import io
import sys

import pytest

from core.cli.screen import progress, width


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_each_line_covers_the_one_before_it_without_escape_sequences(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress() as tell:
        tell("Reading 1 of 2: 稀土供应链的长文.txt")
        tell("Reading 2 of 2")
    lines = [line for line in terminal.getvalue().split("\r") if line]
    assert [line.rstrip() for line in lines] == ["Reading 1 of 2: 稀…", "Reading 2 of 2", ""]
    assert {width(line) for line in lines} == {19}
    assert "\x1b" not in terminal.getvalue()


def test_a_line_that_just_fits_is_told_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress() as tell:
        tell("Reading 1 of 2: 稀a")
    assert "\rReading 1 of 2: 稀a\r" in terminal.getvalue()


def test_nothing_is_told_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as tell:
        tell("Reading 1 of 2")
    assert capsys.readouterr().err == ""
