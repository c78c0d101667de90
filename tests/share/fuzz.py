"""Shares with bytes flipped, pages swapped, cells and tables changed: does the guard hold?

    python tests/share/fuzz.py N [seed] [--naive]

Makes N files, has each looked through by a process that is started anew when it dies or hangs, and
prints what became of them. Ends with 1 if there was a crash, a hang or a surprise. --naive does
what a program without a guard would do instead: ATTACH the file, and SELECT from it.
"""

import os
import random
import select
import signal
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.check import check
from core.errors import MeipiError
from core.revision import Revision, cut
from core.share.child import through
from tests.share.attacks import called, say
from tests.share.conftest import shared

PATIENCE = 10.0  # seconds for one file
WORKERS = 2


def damage(good: bytes, chance: random.Random, path: Path) -> None:
    """Write a damaged copy of a share."""
    data = bytearray(good)
    for _ in range(chance.choice((1, 1, 2, 5))):
        if len(data) > 4096:
            chance.choice(RAW)(data, chance)
    path.write_bytes(data)
    if chance.random() < 0.5:
        path.write_bytes(good)
        _by_sql(path, chance)


def _flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 3, 30))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _flip_head(data: bytearray, chance: random.Random) -> None:
    """Change a page's first bytes, where the b-tree is described."""
    page = chance.randrange(len(data) // 4096)
    data[page * 4096 + chance.randrange(12 + 100 * (page == 0))] = chance.randrange(256)


def _swap(data: bytearray, chance: random.Random) -> None:
    one, other = (chance.randrange(len(data) // 4096) * 4096 for _ in range(2))
    data[one : one + 4096], data[other : other + 4096] = (
        data[other : other + 4096],
        data[one : one + 4096],
    )


def _blank(data: bytearray, chance: random.Random) -> None:
    at, size = chance.randrange(len(data)), chance.randrange(200)
    data[at : at + size] = bytes([chance.choice((0, 255, 65))]) * len(data[at : at + size])


def _cut(data: bytearray, chance: random.Random) -> None:
    if chance.random() < 0.3:
        del data[chance.randrange(1, len(data)) :]


def _graft(data: bytearray, chance: random.Random) -> None:
    """Copy one stretch over another."""
    size = chance.randrange(1, 300)
    here, there = (chance.randrange(max(1, len(data) - size)) for _ in range(2))
    data[there : there + size] = data[here : here + size]


RAW = (_flip, _flip, _flip_head, _swap, _blank, _cut, _graft)
TABLES = ("articles", "editions", "nodes", "changes", "revisions", "manifest", "heads", "tags")


def _by_sql(path: Path, chance: random.Random) -> None:
    """Change a share by SQL, in what can be stored and in how its tables are described."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA writable_schema = ON")
        for _ in range(chance.choice((1, 2, 6))):
            try:
                chance.choice(BY_SQL)(connection, chance)
            except sqlite3.Error:
                continue  # what cannot be stored is no attack


def _cell(connection: sqlite3.Connection, chance: random.Random) -> None:
    table = chance.choice(TABLES)
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    keep = ", ".join(f'"{c}"' for c in columns[:1])
    connection.execute(
        f'UPDATE {table} SET "{chance.choice(columns)}" = {chance.choice(ODD)} WHERE {keep} IN'
        f" (SELECT {keep} FROM {table} LIMIT 2 OFFSET {chance.randrange(8)})"
    )


ODD = (
    "x'ff00ff'",
    "CAST(x'ff80' AS TEXT)",
    "-1",
    "9223372036854775807",
    "253402300799001",
    "''",
    "NULL",
    "char(0x202e, 7, 0)",
    "printf('%.*c', 100000, '[')",
    "'{\"article\": {}}'",
    "zeroblob(16)",
    "1.5",
)


def _row(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Add a revision with a right hash that says something odd."""
    kind = chance.choice((b"article", b"highlight", b"tag", b"author", b"x"))
    fields = (b"passage", b"note", b"name", b"parent", b"edition", b"tag:x", b"colour", b"removed")
    values = (b"1", b"", b"\xff", b"{}", b"[" * 2000, b"null", called(1), b"a/b", None, b"\0")
    records = [row[0].encode() for row in connection.execute("SELECT record FROM heads LIMIT 9")]
    parents = chance.choice((b"", b"\1" * 16, b"\2" * 16 + b"\1" * 16, b"short"))
    clock = chance.choice((0, -5, 2**62, 253402300799000, 1760000000000))
    record = chance.choice([*records, called(1), called(2), b""])
    what = (kind, record, chance.choice(fields), chance.choice(values))
    say(connection, *what, parents=parents, clock=clock)


def _schema(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Change how a table is described."""
    words = ("TEXT", "NOT NULL", "STRICT", "PRIMARY KEY", "WITHOUT ROWID", "id", ",", "(")
    others = ("BLOB", "CHECK (1)", "AS (1)", "ANY", ") --", "DEFAULT (hex(zeroblob(9)))", "'", "")
    connection.execute(
        "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE rowid ="
        " (SELECT rowid FROM sqlite_master LIMIT 1 OFFSET ?)",
        (chance.choice(words), chance.choice(others), chance.randrange(30)),
    )


def _roots(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Let a table be stored where another is."""
    connection.execute(
        "UPDATE sqlite_master SET rootpage = ? WHERE rowid ="
        " (SELECT rowid FROM sqlite_master LIMIT 1 OFFSET ?)",
        [chance.randrange(40), chance.randrange(30)],
    )


BY_SQL = (_cell, _cell, _cell, _row, _row, _schema, _roots)


def _is_ours(cause: BaseException | None) -> bool:
    """Tell whether our own statements failed. SQLite's words for a bad schema may be no UTF-8."""
    return isinstance(cause, OURS) and not isinstance(cause, UnicodeDecodeError)


#: Where these are the reason, our own statements were given what they cannot take.
OURS = (sqlite3.IntegrityError, sqlite3.ProgrammingError, ValueError, OverflowError, OSError)


def guard(path: Path, folder: Path) -> str:
    """Look through a file; a file that gave a clean library must have given a sound one."""
    into = folder / "clean.meipi"
    for left in (into, into.with_name("clean.meipi.foreign")):
        left.unlink(missing_ok=True)
    last: list[dict[str, object]] = [{}]
    try:
        through(path, into, lambda line: last.__setitem__(0, line), PATIENCE)
    except MeipiError as error:
        cause = error.__cause__
        if not error.sentence.endswith(".") or _is_ours(cause):
            return f"surprise: {error} ({cause})"
        return "refused"
    findings = check(into).findings
    if findings:
        return f"surprise: {findings[0]}"
    return "rows refused" if last[0]["refused"] else "whole"


def naive(path: Path, folder: Path) -> str:
    """Do what is done without a guard: take the file's rows over, and show them."""
    own = folder / "own.db"
    own.unlink(missing_ok=True)
    with closing(sqlite3.connect(own)) as connection:
        connection.execute("ATTACH ? AS theirs", [str(path)])
        for table in TABLES:
            connection.execute(f"CREATE TABLE main.{table} AS SELECT * FROM theirs.{table}")
        for rev, *said in connection.execute(f"SELECT {LOG} FROM main.revisions"):
            if _revision(*said).rev != rev:
                return "surprise: a revision was taken that nobody wrote"
    return "whole"


def _revision(kind, record, field, parents, *rest) -> Revision:
    return Revision(kind, record, field, cut(parents), *rest)


LOG = "rev, kind, record, field, parents, clock, author, value, change"
Way = Callable[[Path, Path], str]


def _case(way: Way, good: bytes, chance: random.Random, folder: Path) -> str:
    path = folder / "case.meipi"
    damage(good, chance, path)
    try:
        return way(path, folder)
    except BaseException as error:  # noqa: BLE001  whatever is not expected is looked for
        return f"surprise: {type(error).__name__}: {error}"


def _work(way: Way, good: bytes, seed: int, cases: Sequence[int], out: int) -> None:
    """Do cases one after the other; each is told when it begins, so that a death is known."""
    with tempfile.TemporaryDirectory() as name:
        for case in cases:
            os.write(out, f"{case}\tbegun\n".encode())
            came = _case(way, good, random.Random(f"{seed} {case}"), Path(name))
            line = " ".join(came.split())[:300]
            os.write(out, f"{case}\t{line}\n".encode(errors="replace"))


class Worker:
    """A process that does cases; when it dies or hangs, another goes on after the case it had."""

    def __init__(self, way: Way, good: bytes, seed: int, cases: list[int]) -> None:
        self._rest, self._begun = cases, -1
        self._given = (way, good, seed)
        self._start()

    def _start(self) -> None:
        self.out, into = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            os.close(self.out)
            _work(*self._given, self._rest, into)
            os._exit(0)
        os.close(into)
        self._read = os.fdopen(self.out, "rb")

    def hear(self) -> tuple[int, str] | None:
        """Give the next case that is done; None when all are."""
        while line := self._read.readline():
            number, came = line.decode().rstrip("\n").split("\t", 1)
            if came != "begun":
                self._rest = [case for case in self._rest if case != int(number)]
                return int(number), came
            self._begun = int(number)
        self._read.close()
        _, status = os.waitpid(self._pid, 0)
        if not self._rest:
            return None
        return self._go_on(f"crash: signal {os.WTERMSIG(status)}")

    def stop(self) -> tuple[int, str]:
        """Kill a process that hangs."""
        os.kill(self._pid, signal.SIGKILL)
        self._read.close()
        os.waitpid(self._pid, 0)
        return self._go_on("hang")

    def _go_on(self, came: str) -> tuple[int, str]:
        case = self._begun
        self._rest = [other for other in self._rest if other != case]
        self._start()
        return case, came


def run(way: Way, good: bytes, many: int, seed: int = 0) -> dict[int, str]:
    """Do many cases and give what became of each."""
    came = dict[int, str]()
    workers = [
        Worker(way, good, seed, list(range(first, many, WORKERS))) for first in range(WORKERS)
    ]
    while workers:
        ready, _, _ = select.select([one.out for one in workers], [], [], PATIENCE)
        for one in list(workers):
            heard = one.hear() if one.out in ready else (None if ready else one.stop())
            if heard:
                came[heard[0]] = heard[1]
            elif one.out in ready:
                workers.remove(one)
    return came


def main(words: Sequence[str]) -> int:
    numbers = [int(word) for word in words if word.isdigit()]
    many, seed = numbers[0] if numbers else 1000, numbers[1] if numbers[1:] else 0
    way = naive if "--naive" in words else guard
    ids = random.Random(seed)
    # The same share each time, so that a case can be looked at again.
    os.urandom = ids.randbytes
    with tempfile.TemporaryDirectory() as name:
        good = shared(Path(name)).read_bytes()
    came = run(way, good, many, seed)
    bad = {case: what for case, what in sorted(came.items()) if what not in FINE}
    for kind, count in sorted(Counter(what.split(":")[0] for what in came.values()).items()):
        print(f"{kind:14} {count}")
    for case, what in list(bad.items())[:20]:
        print(f"case {case}: {what}")
    return 1 if bad or len(came) != many else 0


FINE = ("refused", "rows refused", "whole")

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
