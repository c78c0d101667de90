"""Cut the power at every call to the system: what was said to be done must be there, all of it.

python tests/soak/cut.py 5000        so many cuts of each kind of deeds
python tests/soak/cut.py keep        keep the calls, for the tests where there is no strace
"""

import json
import os
import random
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core import schema
from core.check import check
from core.errors import MeipiError
from core.library import Library
from tests.given import ANNA
from tests.soak import trace
from tests.soak.disk import Disk

HERE = Path(__file__).parent
SCRIPT = HERE / "deeds.py"
DEEDS = ("saves", "copies", "restores", "merges", "migration", "files")
#: Deeds done as Meipi does not do them, which has to be found out.
WEAK = (("saves", "wal"), ("saves", "off"), ("copies", "unsynced"), ("files", "unsynced"))
KEPT = HERE.parent / "data"
FORMAT = sha256(schema.TABLES.encode()).hexdigest()

State = tuple[object, ...]


def kept(deeds: str) -> Path:
    return KEPT / f"calls-{deeds}.xz"


def calls(deeds: str, weakness: str = "") -> list[trace.Call]:
    """Give the calls of some deeds: made now, if strace is here, else those that were kept."""
    if trace.is_there():
        return trace.record(SCRIPT, deeds, *([weakness] if weakness else []))
    found = trace.kept(kept(deeds)) if kept(deeds).exists() and not weakness else []
    return found[1:] if found and found[0] == ("format", FORMAT) else []


class Promises:
    """What must be in which file from now on: one of several states."""

    def __init__(self) -> None:
        self.states: dict[str, list[State]] = {}

    def hear(self, line: str) -> None:
        how, name, *state = json.loads(line)
        if how == "gone":
            self.states.pop(name, None)
        if how == "has":
            self.states[name] = []
        if name in self.states:  # what never was may be missing
            self.states[name].append(tuple(state))

    def broken(self, folder: Path) -> Iterator[str]:
        for name, states in self.states.items():
            found = _look(folder / name, states)
            if found:
                yield f"{name}: {found}"


def _look(path: Path, states: list[State]) -> str:
    """Tell what is wrong with a file that should be in one of these states."""
    if not path.exists():
        return "is not there"
    if path.suffix != ".meipi":
        whole = sha256(path.read_bytes()).hexdigest()
        return "" if (whole,) in states else "is not what was written"
    try:
        version, findings = _opened(path)
    except (MeipiError, sqlite3.Error) as error:
        return f"{type(error).__name__}: {error}"
    if version > schema.VERSION:
        return "" if ("version", version) in states else "is of a version that it should not be"
    if not any(_has(path, state) for state in states):
        return "lost what was said to be done"
    return "; ".join(findings)


def _opened(path: Path) -> tuple[int, tuple[str, ...]]:
    """Open a library as Meipi does; what was left half done is taken back by that."""
    with closing(sqlite3.connect(path)) as connection:
        version = schema.version(connection)[1]
        if version > schema.VERSION:
            rows = connection.execute("SELECT count(*) FROM pretended").fetchone()[0]
            whole = connection.execute("PRAGMA integrity_check").fetchone()[0]
            return version, () if (rows, whole) == (500, "ok") else ("half a step",)
    Library(path, ANNA).close()
    return version, check(path).findings


def _has(path: Path, state: State) -> bool:
    if state[0] == "version":
        return False
    with closing(sqlite3.connect(path)) as connection:
        ask = "SELECT 1 FROM changes WHERE (seq, id) = (?, ?)"
        return connection.execute(ask, state).fetchone() is not None


def cuts(made: list[trace.Call], number: int, chance: random.Random) -> tuple[int, list[str]]:
    """Cut about so many times, at every call or at some; give how many, and what was lost."""
    disk, promises, done = Disk(), Promises(), 0
    lost: list[str] = []
    for place, call in enumerate(made):
        if call[0] == "told":
            promises.hear(call[1])
        else:
            disk.do(call)
        each, part = divmod(number, len(made))
        for _ in range(each + (chance.random() * len(made) < part)):
            done += 1
            with tempfile.TemporaryDirectory() as folder:
                disk.cut(Path(folder), chance)
                lost += [f"after call {place}: {one}" for one in promises.broken(Path(folder))]
    return done, lost


def main(number: int) -> int:
    chance, failed = random.Random(), False
    for deeds in DEEDS:
        made = calls(deeds)
        if not made:
            print(f"{deeds}: no strace, and no calls of this format were kept")
            continue
        done, lost = cuts(made, number, chance)
        print(f"{deeds}: {len(made)} calls, {done} cuts, {len(lost)} lost", *lost[:10], sep="\n  ")
        failed |= bool(lost)
    for deeds, weakness in WEAK:
        made = calls(deeds, weakness)
        if not made:
            continue
        done, lost = cuts(made, 300, chance)
        print(f"{deeds}, if {weakness}: {done} cuts, {len(lost)} lost, as it should be")
        failed |= not lost
    return 1 if failed else 0


def keep() -> int:
    for deeds in DEEDS:
        trace.keep([("format", FORMAT), *calls(deeds)], kept(deeds))
    return 0


if __name__ == "__main__":
    os.environ.setdefault("MEIPI_HOME", tempfile.gettempdir())
    word = sys.argv[1] if len(sys.argv) > 1 else "200"
    sys.exit(keep() if word == "keep" else main(int(word)))
