"""Ctrl+C at any moment: nothing is done that is not told, and nothing told that is not so."""

import subprocess
import sys

import pytest

from core.cli.options import Asked
from core.library import Library, Reader
from tests.terminal import Meipi

TITLE = "重建稀土供应链要多久?从矿山到磁体的五道关"


@pytest.mark.parametrize("mine", [True, False])
def test_ctrl_c_is_130(
    meipi: Meipi, imported: list[str], monkeypatch: pytest.MonkeyPatch, mine: bool
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Library if mine else Reader, "undo" if mine else "order", stop)
    said = meipi("undo" if mine else "list")
    assert (said.code, said.out) == (130, "")
    assert said.err == "Stopped; the library is as it was.\n"


@pytest.mark.parametrize("verb", [["undo"], ["highlight", TITLE, "--claim", "1"]])
def test_ctrl_c_that_comes_too_late_does_not_say_that_nothing_was_done(
    meipi: Meipi, imported: list[str], monkeypatch: pytest.MonkeyPatch, verb: list[str]
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Asked, "answer", stop)
    said = meipi(*verb)
    assert (said.code, said.out) == (130, "")
    assert said.err == "Stopped, but it may be done already: `meipi history` tells.\n"
    monkeypatch.undo()
    assert len(meipi("history", "--json").json) > 2


def test_ctrl_c_while_the_program_is_loaded_is_130() -> None:
    told = "import sys; from core.cli import main; sys.modules['click'] = Stop(); sys.exit(main())"
    stop = "class Stop:\n def __getattr__(self, _): raise KeyboardInterrupt\n"
    done = subprocess.run([sys.executable, "-c", stop + told], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (130, b"")
    assert done.stderr.decode().splitlines() == ["Stopped; the library is as it was."]
