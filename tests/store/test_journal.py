"""A journal beside a library that no deed on it left is refused, and neither file is touched."""

import os
import shutil
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from core import annotate, backup
from core.check import check
from core.errors import NotALibrary
from core.library import Library, Reader
from core.store.journal import MAGIC
from tests.given import ANNA, made

PAGE = 4096


@pytest.fixture
def kept(path: Path) -> Path:
    with Library(path, ANNA) as library:
        library.commit(library.add([made(str(i), "A claim " * 50) for i in range(30)]).change)
    return path


def beside(library: Path) -> Path:
    return library.with_name(f"{library.name}-journal")


def head(library: Path) -> bytes:
    pages = library.stat().st_size // PAGE
    return (MAGIC + struct.pack(">IIIII", 0, 7, pages, 512, PAGE)).ljust(512, b"\0")


def names_a_victim(library: Path) -> None:
    victim = library.with_name("diary.txt")
    victim.write_text("dear diary", "utf-8")
    name = os.fsencode(victim)
    tail = struct.pack(">I", 0x40000000 // PAGE + 1) + name
    beside(library).write_bytes(
        head(library) + tail + struct.pack(">II", len(name), sum(name)) + MAGIC
    )


def is_a_text(library: Path) -> None:
    beside(library).write_text("What I thought of it", "utf-8")


def is_a_link(library: Path) -> None:
    library.with_name("diary.txt").write_text("dear diary", "utf-8")
    beside(library).unlink(missing_ok=True)
    beside(library).symlink_to("diary.txt")


def is_a_folder(library: Path) -> None:
    beside(library).unlink(missing_ok=True)
    beside(library).mkdir()


def is_of_another_state(library: Path) -> None:
    """Do as a sync program that brings the journal of another machine, in mid-deed."""
    other = library.with_name("elsewhere.meipi")
    shutil.copyfile(library, other)
    with Library(other, ANNA) as there:
        for article in range(4):
            there.commit(annotate.take_away([there.cards(there.order())[article % 2].id]))
    half_done(other)
    beside(other).replace(beside(library))
    other.unlink()


def half_done(library: Path) -> None:
    """Leave a library as a killed writer does, with its journal."""
    left = [
        (library.with_name("left"), library),
        (library.with_name("left-journal"), beside(library)),
    ]
    with closing(sqlite3.connect(library, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("PRAGMA journal_mode = TRUNCATE")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("CREATE TABLE filler (a)")
        writer.executemany("INSERT INTO filler VALUES (?)", [("x" * 4000,)] * 200)
        for copy, original in left:
            copy.write_bytes(original.read_bytes())
        writer.execute("ROLLBACK")
    for copy, original in left:
        copy.replace(original)


def look(path: Path) -> None:
    Reader(path).close()


def write(path: Path) -> None:
    Library(path, ANNA).close()


def take(path: Path) -> None:
    backup.take(path, backup.Reason.HAND)


def contents(folder: Path) -> dict[str, bytes | None]:
    return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}


links = pytest.mark.skipif(os.name == "nt", reason="links want rights there")
PLANTED = (
    *(names_a_victim, is_a_text, pytest.param(is_a_link, marks=links)),
    *(is_a_folder, is_of_another_state),
)


@pytest.mark.parametrize("use", [look, write, check, take])
@pytest.mark.parametrize("plant", PLANTED)
def test_a_journal_that_is_not_ours_is_refused_and_nothing_is_touched(
    kept: Path, plant: Callable[[Path], None], use: Callable[[Path], object]
) -> None:
    plant(kept)
    before = contents(kept.parent)
    with pytest.raises(
        NotALibrary, match=r"Beside library.meipi lies library.meipi-journal, which"
    ):
        use(kept)
    assert contents(kept.parent) == before


@pytest.mark.skipif(sqlite3.sqlite_version_info >= (3, 53, 3), reason="SQLite has mended it")
def test_opened_without_asking_such_a_journal_has_a_file_deleted(kept: Path) -> None:
    names_a_victim(kept)
    with closing(sqlite3.connect(kept)) as naive:
        naive.execute("SELECT count(*) FROM articles").fetchall()
    assert not kept.with_name("diary.txt").exists()


@links
def test_a_link_to_a_library_is_asked_what_lies_beside_the_library(kept: Path) -> None:
    names_a_victim(kept)
    folder = kept.with_name("elsewhere")
    folder.mkdir()
    (folder / "link.meipi").symlink_to(kept)
    with pytest.raises(NotALibrary, match="has another file deleted"):
        look(folder / "link.meipi")
    assert kept.with_name("diary.txt").exists()


@pytest.mark.parametrize("use", [look, write, check])
def test_what_a_killed_writer_left_is_our_own(kept: Path, use: Callable[[Path], object]) -> None:
    before = kept.read_bytes()
    half_done(kept)
    assert kept.read_bytes() != before
    use(kept)
    assert kept.read_bytes() == before
    assert check(kept).sound


def test_the_journal_of_a_deed_that_is_being_done_is_let_alone(kept: Path) -> None:
    with closing(sqlite3.connect(kept, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE shelf SET read = 1")
        assert beside(kept).stat().st_size > 0
        with Reader(kept) as reader:
            assert reader.count() == 30
        writer.execute("COMMIT")
    assert check(kept).findings


def test_a_library_is_restored_over_a_journal_that_is_not_its_own(kept: Path) -> None:
    copy = backup.take(kept, backup.Reason.HAND)
    names_a_victim(kept)
    planted = beside(kept).read_bytes()
    done = backup.restore(kept, copy.path)
    assert kept.with_name("diary.txt").exists()
    assert done.before
    assert done.before.with_name(f"{done.before.name}-journal").read_bytes() == planted
    assert check(kept).sound
