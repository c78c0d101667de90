"""Folders for private copies: a program that is killed leaves none behind, and none is lost."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core import scratch
from core.scratch import COPIES, HELD, Scratch, sweep

ROOT = Path(__file__).parents[2]
MAKES = "from core.scratch import Scratch; print(Scratch({}).path, flush=True); input()"
unix = pytest.mark.skipif(os.name == "nt", reason="links, owners and rights are those of Unix")


@pytest.fixture(autouse=True)
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary folder, which may be everybody's."""
    place = tmp_path / "tmp"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    monkeypatch.setenv("TMPDIR", str(place))
    return place


@contextmanager
def program(place: Path, *, within: bool = False) -> Iterator[tuple["subprocess.Popen[str]", Path]]:
    """Another program, and the private copy that it has in the temporary folder, or in this one."""
    named = f"__import__('pathlib').Path({str(place)!r})" if within else ""
    with subprocess.Popen(
        [sys.executable, "-c", MAKES.format(named)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        copy = Path(other.stdout.readline().strip()) / "clean.meipi"
        copy.write_text("private")
        try:
            yield other, copy
        finally:
            other.kill()


def test_what_a_killed_program_left_is_swept_before_the_next_is_made(shared: Path) -> None:
    with program(shared) as (other, copy):
        other.kill()
        other.wait()
        assert copy.exists()
        with Scratch() as mine:
            assert list(shared.iterdir()) == [mine.path.parent]
    assert list(shared.iterdir()) == []


def test_what_a_living_program_holds_stays(shared: Path) -> None:
    with program(shared) as (_, copy), Scratch() as mine:
        for _ in range(2):
            sweep()
        assert copy.read_text() == "private"
        assert mine.path.is_dir(), "nor is one's own swept"


def test_what_a_program_left_within_another_folder_is_named_and_not_swept(
    shared: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    with program(kept, within=True) as (other, copy), Scratch(kept) as mine:
        assert scratch.left(kept) == []
        other.kill()
        other.wait()
        assert scratch.left(kept) == [copy.parent]
        sweep(str(shared))
        scratch.forget(mine.path)
        assert mine.path.is_dir(), "it is held"
        scratch.forget(copy.parent)
        assert list(kept.iterdir()) == [mine.path.parent]


@unix
def test_nobody_else_may_look_into_it() -> None:
    with Scratch() as mine:
        assert mine.path.parent.stat().st_mode & 0o077 == 0


def left(shared: Path, name: str = "meipi-abcdefgh") -> Path:
    """Make what a killed program leaves."""
    folder = shared / name
    folder.mkdir(mode=0o700)
    (folder / HELD).touch()
    (folder / COPIES).mkdir()
    return folder


@pytest.fixture
def hers(tmp_path: Path) -> Path:
    """A folder of the reader's, built so that a sweep would take it for its own."""
    folder = left(tmp_path, "hers")
    (folder / COPIES / "work.txt").write_text("years of it")
    return folder


@unix
def test_a_link_in_its_place_leads_nowhere(shared: Path, hers: Path) -> None:
    (shared / "meipi-abcdefgh").symlink_to(hers)
    sweep()
    assert (hers / COPIES / "work.txt").exists()
    assert (hers / HELD).exists()


@unix
@pytest.mark.parametrize("where", [COPIES, HELD, f"{COPIES}/a"])
def test_no_link_within_is_followed(shared: Path, hers: Path, where: str) -> None:
    folder = left(shared)
    if (folder / where).is_dir():
        (folder / where).rmdir()
    (folder / where).unlink(missing_ok=True)
    (folder / where).symlink_to(hers / where.partition("/")[0])
    sweep()
    assert (hers / COPIES / "work.txt").read_text() == "years of it"
    assert (hers / HELD).exists()


@unix
def test_what_takes_its_place_while_it_is_swept_is_let_alone(
    shared: Path, hers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, lock = left(shared), scratch._lock

    def swap(file: int, *, wait: bool) -> None:
        lock(file, wait=wait)
        folder.rename(shared / "aside")
        folder.symlink_to(hers)

    monkeypatch.setattr(scratch, "_lock", swap)
    sweep()
    assert (hers / COPIES / "work.txt").exists()
    assert (hers / HELD).exists()


@unix
def test_what_others_could_have_made_is_let_alone(shared: Path) -> None:
    folder = left(shared)
    folder.chmod(0o755)
    (shared / "meipi-file").touch()
    sweep()
    assert sorted(one.name for one in shared.iterdir()) == ["meipi-abcdefgh", "meipi-file"]


@unix
def test_a_pipe_for_a_lock_holds_nobody_up(shared: Path) -> None:
    folder = left(shared)
    (folder / HELD).unlink()
    os.mkfifo(folder / HELD)
    sweep()


def test_what_cannot_be_removed_is_swept_the_next_time(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file that is open cannot be removed."""
    mine = Scratch()
    with monkeypatch.context() as refusing:
        refusing.setattr(shutil, "rmtree", _refuse)
        mine.remove()
    assert mine.path.is_dir()
    sweep()
    assert list(shared.iterdir()) == []


CUT_OFF = """
import os, signal
from core import scratch
real = os.open
def cut(path, *others, **more):
    if str(path).endswith(scratch.HELD) and {at} == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(path, *others, **more)
os.open = cut
if {at} == 1:
    scratch._lock = lambda *_a, **_b: os.kill(os.getpid(), signal.SIGKILL)
scratch.Scratch()
"""


@unix
@pytest.mark.parametrize("at", [0, 1])
def test_what_was_cut_off_in_its_first_moment_is_swept_a_day_later(shared: Path, at: int) -> None:
    subprocess.run([sys.executable, "-c", CUT_OFF.format(at=at)], cwd=ROOT, check=False)
    (folder,) = shared.iterdir()
    assert len(list(folder.iterdir())) == at
    sweep()
    assert folder.is_dir(), "it may be in the making"
    long_ago = folder.stat().st_mtime - 90_000
    os.utime(folder, (long_ago, long_ago))
    (folder / "hers").touch()
    os.utime(folder, (long_ago, long_ago))
    sweep()
    assert (folder / "hers").exists(), "nothing is taken away that we did not make"
    (folder / "hers").unlink()
    if at:
        (folder / HELD).touch()
    os.utime(folder, (long_ago, long_ago))
    sweep()
    assert list(shared.iterdir()) == []


def _refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "It is in use")
