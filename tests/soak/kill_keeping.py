"""Kill imports, copies, restores and migrations at random moments, again and again.

    python tests/soak/kill_keeping.py 300

Each child works as fast as it can and writes a line to a pipe for everything that it was told is
done. After each kill the parent looks at all the files.
"""

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core import backup, schema
from core.backup import Reason
from core.check import check
from core.library import Library, Reader
from tests.generate import articles, mark
from tests.given import ANNA, BEN, made

Tell = Callable[[str], None]
NEXT = schema.VERSION + 1
REPEATS = 30
BATCH = 5
ROWS = 20_000


def strike(work: Callable[[Tell], None], lines: int, wait: float) -> list[str]:
    """Let a child work until it has told so many lines and a moment more; give all it told."""
    get, put = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(get)
        with contextlib.suppress(BaseException):
            work(lambda line: (os.write(put, f"{line}\n".encode()), None)[1])
        os._exit(1)
    os.close(put)
    with os.fdopen(get, "rb") as told:
        first = [told.readline() for _ in range(lines)]
        end = time.perf_counter() + wait
        while time.perf_counter() < end:
            pass
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [line.decode().strip() for line in (*first, *told.readlines()) if line]


def made_library(path: Path, n: int = 20) -> None:
    with Library(path, ANNA) as library:
        library.commit(library.add(articles(n)).change)


def imports_struck(folder: Path, chance: random.Random) -> list[str]:
    """Every import that was told is there, and each is there whole."""
    path, seed = folder / "library.meipi", chance.randrange(10**6)

    def work(tell: Tell) -> None:
        with Library(path, ANNA) as library:
            for number in range(seed, seed + 1000):
                batch = [made(f"{number} {i}", "A claim", "Another") for i in range(BATCH)]
                library.commit(library.add(batch).change)
                tell(" ".join(one.id for one in batch))

    told = strike(work, chance.randint(0, 4), chance.random() * 0.03)
    if not path.exists() or not path.stat().st_size:
        return told
    with Reader(path) as reader:
        there = {card.id for card in reader.cards(reader.order())}
    lost = [line for line in told if not set(line.split()) <= there]
    halves = [f"half an import: {len(there)}"] if len(there) % BATCH else []
    return [*check(path).findings, *lost, *halves]


def copies_struck(folder: Path, chance: random.Random) -> list[str]:
    """Every copy that is listed is whole, and none that was told is missing."""
    path = folder / "library.meipi"
    if not path.exists():
        made_library(path)
    own = folder / "own.meipi"

    def work(tell: Tell) -> None:
        while True:
            tell(str(backup.take(path, Reason.MIGRATE).path))
            backup.copy_to(path, own)

    told = strike(work, chance.randint(0, 3), chance.random() * 0.03)
    listed = [copy.path for copy in backup.copies(path)]
    wrong = [f"{name} is gone" for name in told if Path(name) not in listed]
    for copy in [*listed[:8], *([own] if own.exists() else [])]:
        wrong += [f"{copy.name}: {one}" for one in check(copy).findings]
    return wrong + list(check(path).findings)


def restores_struck(folder: Path, chance: random.Random) -> list[str]:
    """The library is one copy or the other, whole, and is never missing."""
    path, short, long = (folder / f"{name}.meipi" for name in ("library", "short", "long"))
    if not path.exists():
        made_library(short, 5)
        made_library(long, 40)
        backup.restore(path, short)

    def work(tell: Tell) -> None:
        while True:
            for source in (long, short):
                backup.restore(path, source)
                tell(source.stem)

    told = strike(work, chance.randint(0, 3), chance.random() * 0.04)
    report = check(path)
    wrong = list(report.findings)
    if report.articles not in (5, 40):
        wrong.append(f"{report.articles} articles, told {told}")
    for copy in backup.copies(path)[:3]:
        wrong += [f"{copy.path.name}: {one}" for one in check(copy.path).findings]
    return wrong


def merges_struck(folder: Path, chance: random.Random) -> list[str]:
    """Every merge that was told is there, and each is there whole, also one taken back again."""
    path, theirs = folder / "library.meipi", folder / "theirs.meipi"
    if not path.exists():
        made_library(path)
        backup.copy_to(path, theirs)
    with Library(theirs, BEN) as other:
        shown = other.article(other.cards(other.order())[0].id)
        told = {other.commit(mark(shown)).edits[0].record for _ in range(BATCH)}

    def work(tell: Tell) -> None:
        with Library(path, ANNA) as library:
            library.merge(theirs, source="Ben")
            tell("merged")
            while True:
                library.undo()
                library.redo()
                tell("merged")

    merged = strike(work, chance.randint(0, 2), chance.random() * 0.03)
    with Reader(path) as reader:
        there = {placed.highlight.id for placed in reader.annotated(shown.id).placed}
    wrong = [f"{len(told & there)} of {len(told)}"] if 0 < len(told & there) < len(told) else []
    if merged and not told & there and reader_undone(path) != "merge":
        wrong.append("lost a merge")
    with Library(path, ANNA) as library:
        library.merge(theirs, source="Ben")
    return [*wrong, *check(path).findings]


def reader_undone(path: Path) -> str:
    """Name the deed that was taken back last."""
    with Reader(path) as reader:
        past = reader.redoable()
        return past.name if past else ""


def pretend_little(connection: sqlite3.Connection) -> None:
    pretend(connection, 500)


def pretend(connection: sqlite3.Connection, rows: int = ROWS) -> None:
    """Bring a library to a version that there is not yet."""
    connection.execute("CREATE TABLE pretended (number INTEGER PRIMARY KEY, said TEXT) STRICT")
    said = ((number, "x" * 40) for number in range(rows))
    connection.executemany("INSERT INTO pretended VALUES (?, ?)", said)
    connection.execute("ALTER TABLE articles ADD COLUMN pretended TEXT")


def migrations_struck(
    folder: Path, chance: random.Random, repeats: int
) -> tuple[list[str], tuple[int, int]]:
    """Give what is wrong, and how many were left at the version before and at the next."""
    fresh, path = folder / "fresh.meipi", folder / "library.meipi"
    made_library(fresh)
    shutil.copyfile(fresh, path)
    begun = time.perf_counter()
    backup.migrate(path, {NEXT - 1: pretend})
    whole = time.perf_counter() - begun
    before = after = 0
    wrong = []
    for _ in range(repeats):
        for one in folder.glob("library.meipi*"):
            one.unlink()
        shutil.copyfile(fresh, path)
        strike(_migrate(path), 0, chance.random() * 2 * whole)
        with closing(sqlite3.connect(path)) as connection:
            version = schema.version(connection)[1]
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            rows = ROWS if "pretended" in tables else 0
            if rows and connection.execute("SELECT count(*) FROM pretended").fetchone()[0] != rows:
                wrong.append("half a step")
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                wrong.append("damaged")
        if (version, bool(rows)) not in ((NEXT - 1, False), (NEXT, True)):
            wrong.append(f"version {version}, {rows} rows")
        if version == NEXT and not backup.copies(path):
            wrong.append("no copy before")
        before, after = before + (version < NEXT), after + (version == NEXT)
    return wrong, (before, after)


def steps_struck(folder: Path, old: Path, chance: random.Random, repeats: int) -> list[str]:
    """Kill what brings a library that was kept up to date, and give what is wrong with any."""
    path, wrong = folder / "library.meipi", list[str]()
    begun = time.perf_counter()
    shutil.copyfile(old, path)
    backup.migrate(path)
    whole = time.perf_counter() - begun
    for _ in range(repeats):
        for one in folder.glob("library.meipi*"):
            one.unlink()
        shutil.copyfile(old, path)
        strike(_bring_up(path), 0, chance.random() * 2 * whole)
        with closing(sqlite3.connect(path)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                wrong.append("damaged")
            version = schema.version(connection)[1]
        if version == schema.VERSION and not backup.copies(path):
            wrong.append("no copy before")
        backup.migrate(path)
        wrong += check(path).findings
    return wrong


def _bring_up(path: Path) -> Callable[[Tell], None]:
    def work(tell: Tell) -> None:
        backup.migrate(path)
        tell("done")
        time.sleep(10)

    return work


def _migrate(path: Path) -> Callable[[Tell], None]:
    def work(tell: Tell) -> None:
        backup.migrate(path, {NEXT - 1: pretend})
        tell("done")
        time.sleep(10)

    return work


STRUCK = (imports_struck, copies_struck, restores_struck, merges_struck)


def main(kills: int) -> int:
    chance, wrong = random.Random(), list[str]()
    with tempfile.TemporaryDirectory() as whole:
        os.environ["MEIPI_HOME"] = whole
        for what in STRUCK:
            for number in range(kills):
                folder = Path(whole) / f"{what.__name__}-{number // 25}"
                folder.mkdir(exist_ok=True)
                wrong += what(folder, chance)
        folder = Path(whole) / "migrations"
        folder.mkdir()
        found, (before, after) = migrations_struck(folder, chance, kills)
    kinds = ", ".join(what.__name__ for what in STRUCK)
    print(f"{kills} kills each of {kinds}, and of migrations ({before} before, {after} after)")
    print(f"{len(wrong + found)} wrong", *wrong, *found, sep="\n")
    return 1 if wrong or found else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
