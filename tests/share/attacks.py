"""Files made to do harm: each function makes one in a folder of its own and gives its path.

Files that are well but for some of their rows are in `odd_rows`; what it costs to look at each is
weighed in `weigh`.
"""

import os
import random
import shutil
import sqlite3
import struct
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

HASHED = b"%d:%b" * 8


WHO = b"0b0b0b0b-0000-4000-8000-000000000002"
DEED = b"0c0c0c0c-0000-4000-8000-000000000003"
VICTIM = "diary.txt"


@dataclass(frozen=True)
class Attack:
    """A folder to put the file in, and a good share to make it of."""

    folder: Path
    good: Path

    def copy(self) -> Path:
        return Path(shutil.copy(self.good, self.folder / "share.meipi"))

    @contextmanager
    def opened(self, path: Path | None = None) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(path or self.copy(), isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            yield connection

    @property
    def path(self) -> Path:
        return self.folder / "share.meipi"

    def by(self, *statements: str) -> Path:
        """Make a file by SQL; tables may be described as one likes."""
        with self.opened() as connection:
            connection.execute("PRAGMA writable_schema = ON")
            for statement in statements:
                connection.execute(statement)
        return self.path

    def saying(self, *rows: "tuple[bytes, bytes, bytes, bytes | None]") -> Path:
        """Add revisions (kind, record, field, value) whose hashes are right."""
        with self.opened() as connection:
            for row in rows:
                say(connection, *row)
        return self.path


def say(connection, kind, record, field, value, *, parents=b"", clock=1, rev=None) -> bytes:
    """Put one revision into a log, as bytes."""
    said = b"-" if value is None else b"+" + value
    parts = (kind, record, field, parents, b"%d" % clock, WHO, said, DEED)
    hashed = sha256(HASHED % tuple(x for part in parts for x in (len(part), part))).digest()[:16]
    texts = ("CAST(? AS TEXT)",) * 3
    connection.execute(
        f"INSERT INTO revisions VALUES (?, {', '.join(texts)}, ?, ?, CAST(? AS TEXT),"
        " CAST(? AS TEXT), CAST(? AS TEXT))",
        (rev or hashed, kind, record, field, parents, clock, WHO, value, DEED),
    )
    return hashed


def called(number: int) -> bytes:
    return b"%08x-1111-4000-8000-000000000000" % number


# What SQLite would do for the sender


def trigger(a: Attack) -> Path:
    return a.by(
        "CREATE TRIGGER t AFTER UPDATE ON highlights BEGIN DELETE FROM highlights; END",
    )


def endless_view(a: Attack) -> Path:
    return a.by(
        "DROP TABLE taggings",
        "DROP TABLE highlights",
        "CREATE VIEW highlights AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n)"
        " SELECT * FROM n",
    )


def calling_view(a: Attack) -> Path:
    return a.by("DROP TABLE tags", "CREATE VIEW tags AS SELECT secret() AS name")


def _column(a: Attack, described: str) -> Path:
    """Add a column to a table where tables are described: SQLite would look whether it holds."""
    return a.by(
        "UPDATE sqlite_master SET sql = replace(sql, 'colour TEXT NOT NULL',"
        f" 'colour TEXT NOT NULL, {described}') WHERE name = 'tags'"
    )


def swelling_column(a: Attack) -> Path:
    return _column(a, "x TEXT AS (hex(zeroblob(450000000)))")


def slow_column(a: Attack) -> Path:
    return _column(a, "x INTEGER AS (instr(zeroblob(900000000), zeroblob(450000000)))")


def swollen_text(a: Attack) -> Path:
    """A text of 129 MB, honestly there."""
    data, pages = _stretched(a, MANY)
    link, more = pages[-1] * 4096, len(data) // 4096
    data[link : link + 4] = struct.pack(">I", more + 1)
    data[28:32] = struct.pack(">I", more + MANY)
    with a.path.open("wb") as file:
        file.write(data)
        for page in range(more + 1, more + MANY):
            file.seek((page - 1) * 4096)
            file.write(struct.pack(">I", page + 1))
        file.truncate((more + MANY) * 4096)
    return a.path


def circling_text(a: Attack) -> Path:
    """A text of 2.5 MB that says it has 129: its last page goes on with its first."""
    data, pages = _stretched(a, MANY)
    data[pages[-1] * 4096 : pages[-1] * 4096 + 4] = struct.pack(">I", pages[0] + 1)
    a.path.write_bytes(data)
    return a.path


MANY = 31_000  # pages
LONG = 2_500_000


def _stretched(a: Attack, more: int) -> tuple[bytearray, list[int]]:
    """Say of a long text that it takes so many pages more; give the file and the text's pages."""
    with a.opened() as connection:
        connection.execute("UPDATE editions SET text = CAST(? AS TEXT)", [b"@" * LONG])
    data = bytearray(a.path.read_bytes())
    at = data.index(_varint(2 * LONG + 13))
    data[at : at + 4] = _varint(2 * (LONG + more * 4092) + 13)
    size = next(s for s in range(LONG, LONG + 1000) if data.find(_varint(s), at - 60, at) >= 0)
    where = data.index(_varint(size), at - 60)
    data[where : where + 4] = _varint(size + more * 4092)
    pages = [n for n in range(len(data) // 4096) if data[n * 4096 + 4 : n * 4096 + 6] == b"@@"]
    return data, sorted(pages, key=lambda n: data[n * 4096 : n * 4096 + 4] == bytes(4))


def _varint(number: int) -> bytes:
    groups = [number & 0x7F]
    while number := number >> 7:
        groups.append(number & 0x7F | 0x80)
    return bytes(reversed(groups))


def poisoned_index(a: Attack) -> Path:
    return a.by(
        "CREATE VIRTUAL TABLE found USING fts5(note)",
        "INSERT INTO found VALUES ('rare earth')",
        "UPDATE found_data SET block = x'ffffffffffffffffffff'",
    )


def virtual_table(a: Attack) -> Path:
    return a.by("DROP TABLE tags", "CREATE VIRTUAL TABLE tags USING fts5(id, name)")


def calling_check(a: Attack) -> Path:
    return a.by(
        "UPDATE sqlite_master SET sql = replace(sql, 'key TEXT PRIMARY KEY,',"
        " 'key TEXT PRIMARY KEY CHECK (secret(key)),') WHERE name = 'manifest'"
    )


def deep_views(a: Attack) -> Path:
    with a.opened() as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.executemany(
            "INSERT INTO sqlite_master VALUES ('view', ?, ?, 0, ?)",
            (
                (f"v{i}", f"v{i}", f"CREATE VIEW v{i} AS SELECT * FROM v{i - 1}")
                for i in range(1, 100_001)
            ),
        )
    return a.path


def quoted_names(a: Attack) -> Path:
    return a.by('CREATE TABLE "a]; DROP TABLE tags;--\'\u202e" (x)')


def millions_of_rows(a: Attack) -> Path:
    return a.by(
        "INSERT INTO merged WITH RECURSIVE n(i) AS"
        " (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3000000)"
        " SELECT printf('%07d', i), x'00' FROM n"
    )


def newer(a: Attack) -> Path:
    return a.by("PRAGMA user_version = 2000000000")


def wide_letters(a: Attack) -> Path:
    with closing(sqlite3.connect(a.path)) as connection:
        connection.execute("PRAGMA encoding = 'UTF-16'")
        connection.execute("CREATE TABLE t (x)")
        connection.execute("PRAGMA application_id = 0x4d656973")
        connection.execute("PRAGMA user_version = 1")
    return a.path


def other_program(a: Attack) -> Path:
    return a.by("PRAGMA application_id = 12345")


# What lies there is not what it seems


def disagreeing_index(a: Attack) -> Path:
    """The same article twice: its table was changed for another, its index not."""
    with a.opened() as connection:
        connection.execute("PRAGMA writable_schema = ON")
        (sql,) = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'articles'"
        ).fetchone()
        plain = sql.replace("CREATE TABLE articles", "CREATE TABLE other")
        connection.execute(plain.replace("TEXT PRIMARY KEY", "TEXT"))
        for _ in range(2):
            connection.execute("INSERT INTO other SELECT * FROM articles")
        connection.execute(
            "UPDATE sqlite_master SET rootpage ="
            " (SELECT rootpage FROM sqlite_master WHERE name = 'other') WHERE name = 'articles'"
        )
        connection.execute("DELETE FROM sqlite_master WHERE name = 'other'")
    return a.path


def journal_with_a_victim(a: Attack) -> Path:
    """A journal that SQLite plays back, and then deletes the file that it names."""
    path, victim = a.copy(), a.folder / VICTIM
    victim.write_text("dear diary", "utf-8")
    pages = path.stat().st_size // 4096
    magic = bytes.fromhex("d9d505f920a163d7")
    head = magic + struct.pack(">IIIII", 0, 7, pages, 512, 4096)
    name = os.fsencode(victim)
    page = struct.pack(">I", 0x40000000 // 4096 + 1)
    tail = page + name + struct.pack(">II", len(name), sum(name)) + magic
    path.with_name("share.meipi-journal").write_bytes(head.ljust(512, b"\0") + tail)
    return path


def journal(a: Attack) -> Path:
    path = a.copy()
    path.with_name("share.meipi-journal").write_bytes(b"\1" * 600)
    return path


def write_ahead_log(a: Attack) -> Path:
    path = a.copy()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("INSERT INTO manifest VALUES ('more', 'hidden')")
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", a.folder / f"sent.meipi{end}")
    path.unlink()
    return a.folder / "sent.meipi"


def unclosed(a: Attack) -> Path:
    """The same without its log: the file says that there was one."""
    path = write_ahead_log(a)
    path.with_name("sent.meipi-wal").unlink()
    return path


def link(a: Attack) -> Path:
    a.copy().rename(a.folder / "real.meipi")
    a.path.symlink_to("real.meipi")
    return a.path


def pipe(a: Attack) -> Path:
    os.mkfifo(a.path)
    return a.path


def folder(a: Attack) -> Path:
    a.path.mkdir()
    return a.path


def sparse(a: Attack) -> Path:
    a.copy()
    os.truncate(a.path, 200_000_000_000)
    return a.path


def truncated(a: Attack) -> Path:
    a.copy()
    os.truncate(a.path, a.path.stat().st_size // 2)
    return a.path


def noise(a: Attack) -> Path:
    a.path.write_bytes(random.Random(1).randbytes(30_000))
    return a.path


def empty(a: Attack) -> Path:
    a.path.touch()
    return a.path


#: Refused as a whole, in one sentence.
WHOLE: tuple[Callable[[Attack], Path], ...] = (
    *(trigger, endless_view, calling_view, swelling_column, slow_column, swollen_text),
    *(circling_text, poisoned_index, virtual_table, calling_check, deep_views, quoted_names),
    *(millions_of_rows, newer, wide_letters, other_program, disagreeing_index),
    *(journal_with_a_victim, journal, write_ahead_log, unclosed, link, pipe, folder, sparse),
    *(truncated, noise, empty),
)
#: So large that they are made once, by the program below.
LARGE = (swollen_text, deep_views, millions_of_rows)


def snapshot(folder: Path) -> dict[str, object]:
    """Describe a folder: what lies in it, and what is in that."""
    return {path.name: _described(path) for path in sorted(folder.iterdir())}


def _described(path: Path) -> object:
    found = path.lstat()
    if not path.is_file() or path.is_symlink() or found.st_size > 10_000_000:
        return (found.st_mode, found.st_size, found.st_mtime_ns)
    return sha256(path.read_bytes()).hexdigest()
