"""A stranger's file looked through by a child process, which is stopped when it takes too long.

The file is never opened here, where our own libraries are open: only the clean one that the child
wrote is. What the child does is told in `child`.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO, Any

import core
from core.errors import DiskTrouble, MeipiError, NewerLibrary, NotALibrary, Unreadable
from core.share.words import visible

Progress = Callable[[dict[str, Any]], None]
ERRORS: dict[object, type[MeipiError]] = {
    kind.__name__: kind for kind in (DiskTrouble, NewerLibrary, NotALibrary, Unreadable)
}
LONGEST_LINE = 2_000_000
#: A child that gives signs of life has so many times the deadline in all.
PATIENCE = 30


@dataclass(frozen=True, slots=True)
class Guarded:
    """A clean library, what the file said of itself, what was taken, and what was refused.

    Of very many rows refused, only the first have a sentence.
    """

    path: Path
    manifest: dict[str, str]
    counts: dict[str, int]
    refused: tuple[str, ...]
    rows_refused: int


def open_guarded(
    path: Path, into: Path, *, progress: Progress | None = None, deadline: float = 10.0
) -> Guarded:
    """Have the file at `path` looked through, and what is sound in it written to `into`.

    `into` must not exist; its folder should be private. `progress` hears each line of the report,
    first what the file says of itself. The child is killed when it gave no line for `deadline`
    seconds. What cannot be taken at all raises one sentence, and leaves nothing.
    """
    assert not into.exists(), "the clean library is always a new file"
    lines: list[dict[str, Any]] = []
    try:
        for line in _report(path, into, deadline):
            lines.append(line)
            if progress and "error" not in line:
                progress(line)
        return _guarded(path, into, lines)
    except BaseException:
        for left in (into, into.with_name(into.name + ".foreign")):
            left.unlink(missing_ok=True)
        raise


def _guarded(path: Path, into: Path, lines: list[dict[str, Any]]) -> Guarded:
    if lines and "error" in lines[-1]:
        told = lines[-1]
        raise ERRORS.get(told["error"], Unreadable)(told["sentence"], told["remedy"])
    if not lines or "refused" not in lines[-1]:
        raise Unreadable(
            f"{visible(path.name)} could not be looked through safely.",
            "Ask for the file again.",
        )
    last, manifest = lines[-1], next(one["manifest"] for one in lines if "manifest" in one)
    return Guarded(into, manifest, last["counts"], tuple(last["refused"]), last["rows"])


def _report(path: Path, into: Path, deadline: float) -> Iterator[dict[str, Any]]:
    """Start the child and give its lines; however this ends, the child has ended, too."""
    words = (str(path.absolute()), str(into.absolute()), str(deadline * PATIENCE))
    with subprocess.Popen(  # noqa: S603  the words are ours
        (*_command(), *words),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=into.absolute().parent,
        env=_surroundings(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        assert child.stdout is not None
        late = list[bool]()
        try:
            yield from _lines(child, child.stdout, deadline, late)
            if late:
                raise Unreadable(
                    f"{visible(path.name)} takes too long to look through.",
                    "Ask for a smaller share.",
                )
        finally:
            child.kill()


def _lines(
    child: "subprocess.Popen[bytes]", out: IO[bytes], deadline: float, late: list[bool]
) -> Iterator[dict[str, Any]]:
    """Give the lines; kill the child when there is none for so long."""

    def kill() -> None:
        late.append(True)
        child.kill()

    while True:
        watch = Timer(deadline, kill)
        watch.start()
        try:
            line = out.readline(LONGEST_LINE)
        finally:
            watch.cancel()
        if not line.endswith(b"\n"):
            return
        yield json.loads(line)


def _command() -> tuple[str, ...]:
    """Give the words that start the child: of Python, or of a program that has it inside.

    -P keeps modules that lie in the current folder from being loaded, and -S what is installed: the
    child needs nothing but core.
    """
    if getattr(sys, "frozen", False):
        return (sys.executable, "--guard")
    return (sys.executable, "-P", "-S", "-m", "core.share.child")


def _surroundings() -> dict[str, str]:
    """Tell the child where core is: in a checkout, or where it was installed."""
    assert core.__file__ is not None
    return os.environ | {"PYTHONPATH": str(Path(core.__file__).parents[1])}
