"""Putting a copy back: whole, over anything that was a library, with what was there kept."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from core import annotate, backup, schema
from core.backup import Reason
from core.check import check
from core.errors import Busy, DiskTrouble, MeipiError, NotALibrary, Refused
from core.library import Library, Reader
from core.model import Article
from tests.generate import mark
from tests.given import ANNA, made
from tests.keeping.conftest import Clock


def deeds(path: Path) -> int:
    with Reader(path) as reader:
        return reader.last_seq()


@pytest.fixture
def copy(kept: Library, path: Path, hands: Clock, article: Article) -> Path:
    """A copy, after which one more highlight was made."""
    taken = backup.take(path, Reason.DAILY, hands).path
    kept.commit(mark(article))
    kept.close()
    hands.now += 60_000
    return taken


def test_a_copy_is_put_back_and_what_was_there_is_a_copy_now(
    path: Path, copy: Path, hands: Clock
) -> None:
    content, before = copy.read_bytes(), deeds(path)
    done = backup.restore(path, copy, hands)
    assert done.source == copy
    assert done.before == backup.copies(path)[0].path
    assert done.before.name == "2025-11-09T044712Z-restore.meipi"
    assert deeds(done.before) == before
    assert deeds(path) == deeds(copy) == before - 1
    assert check(path).findings == ()
    assert copy.read_bytes() == content
    assert sorted(path.parent.iterdir()) == [path]


def test_a_restore_is_taken_back_by_another(path: Path, copy: Path, hands: Clock) -> None:
    before = deeds(path)
    first = backup.restore(path, copy, hands)
    assert first.before
    backup.restore(path, first.before, hands)
    assert deeds(path) == before


def test_a_library_that_is_gone_is_put_back(path: Path, copy: Path, hands: Clock) -> None:
    path.unlink()
    assert backup.restore(path, copy, hands).before is None
    assert check(path).sound


@pytest.mark.skipif(sys.platform == "win32", reason="links want rights there")
def test_a_link_to_a_library_stays_a_link(path: Path, copy: Path, tmp_path: Path) -> None:
    link = tmp_path / "desk" / "link.meipi"
    link.parent.mkdir()
    link.symlink_to(path)
    before = deeds(path)
    done = backup.restore(link, copy)
    assert link.is_symlink()
    assert deeds(path) == before - 1
    assert done.before in [one.path for one in backup.copies(path)]


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(50_000))


def nothing_but_zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def holes(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(4096, len(content), 8192):
        content[place : place + 512] = os.urandom(512)
    path.write_bytes(content)


def without_a_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE taggings")


def with_a_lost_mark(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 7")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")


def hot_garbage(path: Path) -> None:
    garbage(path)
    path.with_name(f"{path.name}-journal").write_bytes(os.urandom(20_000))
    path.with_name(f"{path.name}-wal").write_bytes(os.urandom(20_000))


SPOILT = (
    garbage, nothing_but_zeros, half, holes, without_a_table, with_a_lost_mark, newer, hot_garbage,
)  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_damaged_library_is_put_right_and_its_bytes_are_kept(
    path: Path, copy: Path, hands: Clock, spoil: object
) -> None:
    spoil(path)  # type: ignore[operator]
    content = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    backup.mark_damaged(path)
    assert backup.is_damaged(path)
    done = backup.restore(path, copy, hands)
    assert done.before
    assert check(path).findings == ()
    assert deeds(path) == deeds(copy)
    assert sorted(path.parent.iterdir()) == [path]
    assert not backup.is_damaged(path)
    if done.before.suffix == ".sqlite":
        assert done.before.name == "2025-11-09T044712Z-damaged.sqlite"
        for name, was in content.items():
            aside = done.before.name + name.removeprefix(path.name)
            assert done.before.with_name(aside).read_bytes() == was or not was


def test_a_stale_journal_is_never_played_into_what_was_put_back(
    path: Path, copy: Path, hands: Clock
) -> None:
    """Half a deed is in the file, and the journal that takes it back beside it."""
    journal, aside = path.with_name(f"{path.name}-journal"), path.with_name("aside")
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE editions SET gist = 'half done'")
        writer.execute("CREATE TABLE filler (a)")
        writer.executemany("INSERT INTO filler VALUES (?)", [("x" * 4000,)] * 200)
        hot = journal.read_bytes()
        aside.write_bytes(path.read_bytes())
        writer.execute("ROLLBACK")
    aside.replace(path)
    journal.write_bytes(hot)
    before = backup.restore(path, copy, hands).before
    assert before
    assert check(before).sound
    assert check(path).sound
    assert not journal.exists()


def test_a_file_that_never_was_a_library_is_not_replaced(
    path: Path, kept: Library, tmp_path: Path
) -> None:
    own, text, other = (tmp_path / name for name in ("own.meipi", "page.txt", "other.db"))
    backup.copy_to(path, own)
    text.write_text("my page", "utf-8")
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE t (a)")
    for place in (text, other, tmp_path):
        before = place.read_bytes() if place.is_file() else b""
        with pytest.raises(NotALibrary):
            backup.restore(place, own)
        assert (place.read_bytes() if place.is_file() else b"") == before
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith(".")) == []


@pytest.mark.parametrize("spoil", [garbage, half, holes, without_a_table, newer])
def test_a_copy_that_is_not_whole_is_not_put_back(
    path: Path, copy: Path, hands: Clock, spoil: object
) -> None:
    spoil(copy)  # type: ignore[operator]
    content = path.read_bytes()
    with pytest.raises(MeipiError):
        backup.restore(path, copy, hands)
    assert path.read_bytes() == content
    assert check(path).sound


def test_a_copy_with_unfinished_work_beside_it_is_not_put_back(
    path: Path, copy: Path, tmp_path: Path
) -> None:
    planted = copy.with_name(f"{copy.name}-journal")
    planted.write_bytes(b"delete this: " + bytes(tmp_path / "victim"))
    with pytest.raises(NotALibrary, match="is not finished"):
        backup.restore(path, copy)
    assert planted.exists()


def test_the_library_is_no_copy_of_itself(path: Path, copy: Path) -> None:
    with pytest.raises(Refused, match="is the library itself"):
        backup.restore(path, path)


def test_where_there_is_no_such_copy_it_is_said(path: Path, copy: Path) -> None:
    with pytest.raises(NotALibrary, match="There is no library at"):
        backup.restore(path, copy.with_name("no.meipi"))


def test_where_the_folder_vanished_it_is_said(path: Path, copy: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone" / "library.meipi"
    with pytest.raises(DiskTrouble):
        backup.restore(gone, copy)
    assert not gone.parent.exists()


WRITER = """
import sqlite3, sys
writer = sqlite3.connect(sys.argv[1], isolation_level=None)
writer.execute("BEGIN IMMEDIATE")
print("writing", flush=True)
sys.stdin.read()
"""


def test_while_another_program_writes_nothing_is_put_back(
    path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.backup.whole.PATIENCE", 0)
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", WRITER, path], stdin=pipe, stdout=pipe) as other:
        assert other.stdout
        assert other.stdout.readline().split() == [b"writing"]
        with pytest.raises(Busy, match=r"using library\.meipi"):
            backup.restore(path, copy)
        other.communicate(b"")
    assert [one.path for one in backup.copies(path)] == [copy]
    assert backup.restore(path, copy).before


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")
def test_who_waited_while_another_copy_was_put_back_puts_none_over_it(
    path: Path, copy: Path, hands: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would hold the lock of a file that is gone, and keep nobody from writing to this one."""
    other, settle = tmp_path / "other.meipi", schema.settle
    backup.copy_to(path, other)
    content = other.read_bytes()

    def another_is_first(connection: sqlite3.Connection) -> None:
        settle(connection)
        if other.exists():
            other.replace(path)

    monkeypatch.setattr(schema, "settle", another_is_first)
    with pytest.raises(DiskTrouble, match="was replaced by another file; nothing was changed"):
        backup.restore(path, copy, hands)
    assert path.read_bytes() == content


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")
def test_a_window_that_was_open_meanwhile_writes_into_no_void(
    path: Path, copy: Path, article: Article
) -> None:
    with Library(path, ANNA) as open_since_before:
        backup.restore(path, copy)
        before = path.read_bytes()
        with pytest.raises(DiskTrouble, match="was replaced by another file; nothing was changed"):
            open_since_before.commit(annotate.read({article.id: False}, now=True))
    assert path.read_bytes() == before
    assert check(path).sound


def test_a_library_put_back_takes_deeds_and_undo(path: Path, copy: Path) -> None:
    backup.restore(path, copy)
    with Library(path, ANNA) as library:
        assert library.undo()
        library.commit(library.add([made("另一篇", "Something else")]).change)
    assert check(path).findings == ()
