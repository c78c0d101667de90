"""Copies are whole, due once a day, listed, and never of less than the library."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from core import annotate, backup, schema
from core.backup import Reason
from core.backup.take import take_from
from core.backup.whole import counts, must_be_whole
from core.check import check
from core.errors import Busy, DiskTrouble, NotALibrary
from core.library import Library, Reader
from core.model import Article
from tests.generate import mark
from tests.given import ANNA, made
from tests.keeping.conftest import DAY, HOUR, START, Clock


def test_a_copy_is_a_library_with_all_that_was_done(
    kept: Library, path: Path, hands: Clock, article: Article
) -> None:
    copy = backup.take(path, Reason.MERGE, hands)
    assert copy.path.name == "2025-11-09T044612Z-merge.meipi"
    assert (copy.reason, copy.clock, copy.size) == ("merge", START, copy.path.stat().st_size)
    assert check(copy.path).findings == ()
    assert check(copy.path) == check(path)
    with Reader(copy.path) as reader:
        assert reader.annotated(article.id) == kept.annotated(article.id)


def test_copies_lie_apart_from_the_library_in_a_folder_of_its_own(
    kept: Library, path: Path, tmp_path: Path
) -> None:
    copy = backup.take(path, Reason.HAND)
    assert copy.path.parent == backup.folder(path)
    assert copy.path.parent.parent == Path(os.environ["MEIPI_HOME"]) / "backups"
    assert copy.path.parent.name.startswith("library-")
    assert backup.folder(tmp_path / "other" / "library.meipi") != backup.folder(path)
    assert backup.folder(tmp_path / "x" / ".." / "library.meipi") == backup.folder(path)
    assert sorted(path.parent.iterdir()) == [path, path.with_name("library.meipi-journal")]


@pytest.mark.parametrize("name", ["a b#c%e.meipi", "库 📚.meipi", "长" * 80 + ".meipi"])
def test_any_name_of_a_library_will_do(tmp_path: Path, article: Article, name: str) -> None:
    path = tmp_path / name
    with Library(path, ANNA) as library:
        library.commit(library.add([article]).change)
    assert check(backup.take(path, Reason.HAND).path).articles == 1


def test_copies_are_listed_newest_first_and_nothing_else_is(
    kept: Library, path: Path, hands: Clock
) -> None:
    first = backup.take(path, Reason.DAILY, hands)
    same_second = backup.take(path, Reason.DAILY, hands)
    hands.now += HOUR
    last = backup.take(path, Reason.HAND, hands)
    (backup.folder(path) / "2025-11-09T044612Z-party.meipi").touch()
    (backup.folder(path) / "2025-02-31T044612Z-daily.meipi").touch()
    (backup.folder(path) / "notes.txt").touch()
    (backup.folder(path) / "2025-11-09T044612Z-hand.meipi").mkdir()
    assert backup.copies(path) == [last, same_second, first]
    assert same_second.path.name == "2025-11-09T044612Z-daily-2.meipi"
    assert backup.copies(path.with_name("other.meipi")) == []


def test_a_copy_is_due_once_a_day_and_only_if_something_was_done(
    kept: Library, path: Path, hands: Clock, article: Article
) -> None:
    assert backup.due(path, hands)
    assert backup.daily(path, hands)
    assert not backup.due(path, hands)
    kept.commit(mark(article))
    hands.now += DAY - 1
    assert not backup.due(path, hands)
    assert backup.daily(path, hands) is None
    hands.now += 1
    assert backup.due(path, hands)
    assert backup.daily(path, hands)
    hands.now += 30 * DAY
    assert not backup.due(path, hands)


def test_no_copy_is_due_of_nothing(path: Path, hands: Clock) -> None:
    assert not backup.due(path, hands)
    with Library(path, ANNA):
        assert not backup.due(path, hands)
    path.write_text("no library", "utf-8")
    assert not backup.due(path, hands)


def test_a_copy_dated_in_the_future_by_a_wrong_clock_stops_none(
    kept: Library, path: Path, hands: Clock, article: Article
) -> None:
    hands.now += 3650 * DAY
    future = backup.take(path, Reason.DAILY, hands)
    hands.now = START
    assert backup.daily(path, hands)
    assert future in backup.copies(path)


def test_a_damaged_copy_stops_no_other(
    kept: Library, path: Path, hands: Clock, article: Article
) -> None:
    copy = backup.take(path, Reason.DAILY, hands)
    copy.path.write_bytes(b"rot" * 10_000)
    hands.now += DAY
    assert backup.due(path, hands)


def test_a_damaged_library_gives_no_copy_and_is_remembered(
    kept: Library, path: Path, hands: Clock
) -> None:
    backup.take(path, Reason.DAILY, hands)
    kept.commit(kept.add([made(str(i), "A claim " * 50) for i in range(50)]).change)
    kept.close()
    content = bytearray(path.read_bytes())
    content[-200_000:-100_000] = os.urandom(100_000)
    path.write_bytes(content)
    before = backup.copies(path)
    hands.now += DAY
    with pytest.raises(NotALibrary, match=r"^library\.meipi is damaged"):
        backup.take(path, Reason.DAILY, hands)
    assert backup.is_damaged(path)
    assert backup.copies(path) == before
    assert not list(backup.folder(path).glob(".meipi-*"))


def test_damage_that_counting_does_not_see_is_found_by_reading_everything(
    kept: Library, path: Path, hands: Clock
) -> None:
    whole = backup.take(path, Reason.DAILY, hands)
    kept.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master"
            " WHERE name = 'editions_article') WHERE name = 'highlights_article'"
        )
    with pytest.raises(NotALibrary, match=r"^library\.meipi is damaged; no copy of it was made"):
        backup.take(path, Reason.DAILY, hands)
    assert backup.is_damaged(path)
    assert backup.copies(path) == [whole]


def test_while_a_library_is_damaged_no_older_copy_is_let_go(
    kept: Library, path: Path, hands: Clock
) -> None:
    for _ in range(6):
        backup.take(path, Reason.DAILY, hands)
        backup.mark_damaged(path)
        hands.now += HOUR // 2
    hands.now += 400 * DAY
    backup.take(path, Reason.DAILY, hands)
    assert len(backup.copies(path)) == 7
    backup.mark_sound(path)
    last = [backup.take(path, Reason.DAILY, hands) for _ in range(3)][::-1]
    assert backup.copies(path) == last


def test_a_clock_that_is_years_ahead_for_an_hour_costs_few_copies(
    kept: Library, path: Path, hands: Clock
) -> None:
    for _ in range(20):
        backup.take(path, Reason.DAILY, hands)
        hands.now += DAY
    before = backup.copies(path)
    hands.now += 3650 * DAY
    backup.take(path, Reason.DAILY, hands)
    assert len(before) > 6
    assert len(set(before) - set(backup.copies(path))) == 3


def test_where_there_is_no_copy_nothing_is_remembered(kept: Library, path: Path) -> None:
    backup.mark_damaged(path)
    backup.mark_sound(path)
    assert not backup.is_damaged(path)
    assert not backup.folder(path).exists()


def test_while_another_program_writes_the_copy_waits_and_then_says_so(
    kept: Library, path: Path
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with closing(sqlite3.connect(path)) as ours:
            ours.execute("PRAGMA busy_timeout = 0")
            with pytest.raises(Busy, match=r"using library\.meipi"):
                take_from(ours, path, Reason.HAND)
    assert backup.copies(path) == []
    assert not list(backup.folder(path).iterdir())


def test_a_library_in_use_is_copied_between_two_deeds(kept: Library, path: Path) -> None:
    """A writer is in the middle of a deed: the copy is of the moment before it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE shelf SET read = 1")
        copy = backup.take(path, Reason.HAND)
        other.execute("ROLLBACK")
    assert check(copy.path).sound


def test_half_a_copy_that_sqlite_takes_for_whole_is_found_out(
    kept: Library, path: Path, tmp_path: Path
) -> None:
    """So a copy looks that was cut short before its first page, or that lost a table's last."""
    with closing(sqlite3.connect(path)) as source:
        counted, version = counts(source), schema.version(source)
    empty = tmp_path / "empty"
    for statements in ("", f"PRAGMA application_id = {version[0]}; {schema.TABLES}"):
        with closing(sqlite3.connect(empty)) as copy:
            copy.executescript(statements)
            assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            with pytest.raises(DiskTrouble, match="is not whole; it was not kept"):
                must_be_whole(copy, counted, version, path.name)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits a file's size")
def test_where_the_disk_is_full_there_is_no_copy_and_it_is_said(
    kept: Library, path: Path, article: Article
) -> None:
    """Half a copy passes SQLite's own check; so the child may write 100 kB, and no more."""
    kept.commit(kept.add([made(str(i), "A claim " * 50) for i in range(200)]).change)
    child = subprocess.run(
        [sys.executable, "-c", FULL, path], capture_output=True, text=True, check=False
    )
    assert child.stdout.startswith("DiskTrouble "), child.stderr
    assert backup.copies(path) == []
    assert not list(backup.folder(path).iterdir())
    assert check(path).sound


FULL = """
import resource, sys
from pathlib import Path
from core import backup
from core.errors import MeipiError
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    backup.take(Path(sys.argv[1]), backup.Reason.HAND)
except MeipiError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights are POSIX's here")
def test_a_folder_that_cannot_be_made_is_told(
    kept: Library, path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    monkeypatch.setenv("MEIPI_HOME", str(in_the_way))
    with pytest.raises(DiskTrouble):
        backup.take(path, Reason.HAND)


def test_a_copy_of_ones_own_goes_where_one_says(kept: Library, path: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.meipi"
    backup.copy_to(path, own)
    assert check(own) == check(path)
    assert backup.copies(path) == []
    kept.undo()
    backup.copy_to(path, own)
    assert check(own) == check(path)


def test_a_copy_is_written_over_nothing_that_could_be_lost(
    kept: Library, path: Path, tmp_path: Path, article: Article
) -> None:
    own, text = tmp_path / "own.meipi", tmp_path / "text.txt"
    backup.copy_to(path, own)
    with Library(own, ANNA) as other:
        other.commit(annotate.take_away([article.id]))
    text.write_text("mine", "utf-8")
    for place in (own, text, path, tmp_path):
        before = place.read_bytes() if place.is_file() else b""
        with pytest.raises(DiskTrouble):
            backup.copy_to(path, place)
        assert (place.read_bytes() if place.is_file() else b"") == before


def test_what_was_left_half_done_is_cleared_a_day_later(kept: Library, path: Path) -> None:
    backup.folder(path).mkdir(parents=True)
    old, new = (backup.folder(path) / f".meipi-{mark * 16}.part" for mark in "ab")
    for part in (old, new):
        part.touch()
    os.utime(old, (1_000_000_000, 1_000_000_000))
    backup.take(path, Reason.HAND)
    assert (old.exists(), new.exists()) == (False, True)


class CalledOff(Exception):
    """Somebody wants no more of it."""


def test_a_copy_that_is_called_off_leaves_nothing(kept: Library, path: Path) -> None:
    def stop() -> None:
        raise CalledOff

    with pytest.raises(CalledOff):
        backup.take(path, Reason.HAND, tell=stop)
    assert backup.copies(path) == []
    assert list(backup.folder(path).iterdir()) == []
    kept.commit(kept.add([made("新的", "It is in nobody's way")]).change)
