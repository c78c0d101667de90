"""Files that are no library, or no longer one: one sentence each, and not a byte is touched."""

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from core import annotate, schema
from core.annotate import findings
from core.annotate.findings import Draft
from core.check import check, rebuild
from core.errors import MeipiError, NewerLibrary, NotALibrary, OlderLibrary
from core.finding import Bearing
from core.library import Library, Reader
from core.model import Article
from tests.given import ANNA, made

OTHER_WAY = "CREATE TABLE t (a); INSERT INTO t VALUES (1);"


def database(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def whole(path: Path) -> bytes:
    with Library(path, ANNA) as library:
        library.commit(library.add([made(str(i), "A claim " * 50) for i in range(30)]).change)
    return path.read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what is open")
def test_a_library_that_does_not_open_is_let_go_of(path: Path) -> None:
    """Windows would let nobody put a copy in its place."""
    whole(path)
    database(path, "DROP TABLE tags")
    for kind in (Reader, lambda path: Library(path, ANNA)):
        with pytest.raises(NotALibrary):
            kind(path)
    held = [one.resolve() for one in Path("/proc/self/fd").iterdir()]
    assert path.resolve() not in held


def a_text(path: Path) -> None:
    path.write_text("Core Insights - text [1]", "utf-8")


def one_byte(path: Path) -> None:
    path.write_bytes(b"x")


def noise(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(50_000))


def noise_with_our_mark(path: Path) -> None:
    content = bytearray(random.Random(2).randbytes(50_000))
    content[:16], content[68:72] = b"SQLite format 3\0", schema.APPLICATION_ID.to_bytes(4)
    path.write_bytes(content)


def another_database(path: Path) -> None:
    database(path, OTHER_WAY)


def another_database_in_wal(path: Path) -> None:
    database(path, "PRAGMA journal_mode = WAL;" + OTHER_WAY)


def another_database_with_a_mark(path: Path) -> None:
    database(path, "PRAGMA application_id = 7;" + OTHER_WAY)


def half_a_library(path: Path) -> None:
    path.write_bytes(whole(path)[: path.stat().st_size // 2])


def a_library_of_the_first_page(path: Path) -> None:
    path.write_bytes(whole(path)[:4096])


def a_library_without_a_table(path: Path) -> None:
    whole(path)
    database(path, "DROP TABLE taggings")


def a_library_whose_schema_is_no_utf8(path: Path) -> None:
    """SQLite says which words of it are wrong, and these are no text."""
    path.write_bytes(whole(path).replace(b"CREATE TABLE taggings", b"CR\xcfATE TABLE taggings"))


def a_newer_library(path: Path) -> None:
    whole(path)
    database(path, f"PRAGMA user_version = {schema.VERSION + 1}")


def a_newer_library_that_says_less(path: Path) -> None:
    a_newer_library(path)
    database(path, "ALTER TABLE tags DROP COLUMN en")


def a_share(path: Path) -> None:
    whole(path)
    database(path, f"PRAGMA application_id = {schema.SHARE_ID}")


STRANGE: tuple[Callable[[Path], None], ...] = (
    a_text,
    one_byte,
    noise,
    noise_with_our_mark,
    another_database,
    another_database_in_wal,
    another_database_with_a_mark,
    half_a_library,
    a_library_of_the_first_page,
    a_library_without_a_table,
    a_library_whose_schema_is_no_utf8,
    a_newer_library_that_says_less,
    a_share,
)


def look(path: Path) -> None:
    with Reader(path) as reader:
        reader.cards(reader.order())
        reader.tags()


def write(path: Path) -> None:
    with Library(path, ANNA) as library:
        library.commit(library.add([made("new", "A claim")]).change)


@pytest.mark.parametrize("use", [look, write, check, rebuild])
@pytest.mark.parametrize("make", STRANGE)
def test_a_strange_file_gives_a_sentence_and_is_left_alone(
    path: Path, make: Callable[[Path], None], use: Callable[[Path], object]
) -> None:
    make(path)
    content, beside = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(MeipiError) as told:
        use(path)
    assert told.value.sentence.count(".") == 2  # the name of the file has one
    assert told.value.remedy
    assert path.read_bytes() == content
    assert sorted(path.parent.iterdir()) == beside


def test_a_newer_library_is_told_from_a_strange_one(path: Path) -> None:
    a_newer_library_that_says_less(path)
    with pytest.raises(NewerLibrary, match="newer Meipi"):
        Reader(path)


def a_newer_library_that_says_more(path: Path) -> None:
    a_newer_library(path)
    database(path, "CREATE TABLE later (a); ALTER TABLE tags ADD COLUMN fr TEXT")


@pytest.mark.parametrize("make", [a_newer_library, a_newer_library_that_says_more])
def test_a_newer_library_can_be_looked_at_and_is_not_written_to(
    path: Path, make: Callable[[Path], None]
) -> None:
    make(path)
    content = path.read_bytes()
    with Reader(path) as reader:
        assert len(reader.cards(reader.order())) == 30
    for use in (write, check, rebuild):
        with pytest.raises(NewerLibrary, match="was written by a newer Meipi"):
            use(path)
    assert path.read_bytes() == content


def test_an_older_library_is_told_from_a_damaged_one(path: Path) -> None:
    whole(path)
    database(path, "PRAGMA user_version = 0; DROP TABLE taggings")
    for use in (look, write):
        with pytest.raises(OlderLibrary, match="the format of an older Meipi"):
            use(path)


def test_a_share_is_told_from_a_library_with_what_to_do(path: Path) -> None:
    a_share(path)
    with pytest.raises(NotALibrary, match=r"is a share and not a library\. Look into it with"):
        Library(path, ANNA)


@pytest.mark.parametrize("use", [look, write, check, rebuild])
def test_a_folder_is_no_library(path: Path, use: Callable[[Path], object]) -> None:
    path.mkdir()
    with pytest.raises(NotALibrary, match="is not a file"):
        use(path)
    assert list(path.iterdir()) == []


@pytest.mark.parametrize("use", [look, check])
def test_an_empty_file_has_nothing_to_look_at(path: Path, use: Callable[[Path], object]) -> None:
    path.touch()
    with pytest.raises(NotALibrary, match="is empty"):
        use(path)
    assert path.stat().st_size == 0


def test_an_empty_file_becomes_a_library_as_after_a_crash_while_it_was_made(path: Path) -> None:
    path.touch()
    write(path)
    assert check(path).sound


@pytest.mark.parametrize("use", [look, check])
def test_what_is_not_there_is_not_made_by_looking(
    path: Path, use: Callable[[Path], object]
) -> None:
    with pytest.raises(NotALibrary, match="There is no library"):
        use(path)
    assert not path.exists()


WITH_A_MARK = pytest.param(
    "what?.meipi", marks=pytest.mark.skipif(os.name == "nt", reason="no name has such a sign there")
)


@pytest.mark.parametrize("name", ["a b#c%e&f.meipi", WITH_A_MARK, "库 📚.meipi", "'; DROP.meipi"])
def test_any_name_of_a_file_will_do(path: Path, name: str) -> None:
    path = path.with_name(name)
    write(path)
    look(path)
    assert check(path).sound
    assert path in path.parent.iterdir()


def cut_off(path: Path, begin: str) -> None:
    """Leave a file as a writer leaves it that was killed after its pages, before its commit."""
    aside = path.with_name("aside")
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("PRAGMA cache_spill = 1")
        writer.execute("BEGIN IMMEDIATE")
        for statement in begin.split(";\n"):
            writer.execute(statement)
        writer.execute("CREATE TABLE IF NOT EXISTS filler (a)")
        writer.executemany("INSERT INTO filler VALUES (?)", [("x" * 4000,)] * 200)
        journal = path.with_name(f"{path.name}-journal").read_bytes()
        aside.write_bytes(path.read_bytes())
        writer.execute("ROLLBACK")
    aside.replace(path)
    path.with_name(f"{path.name}-journal").write_bytes(journal)


@pytest.mark.parametrize("use", [look, check, write, rebuild])
def test_what_a_killed_writer_left_half_done_is_taken_back(
    path: Path, use: Callable[[Path], object]
) -> None:
    whole(path)
    cut_off(path, "UPDATE editions SET gist = 'half done'")
    use(path)
    assert check(path).sound


@pytest.mark.parametrize("pages", [0, 1, 5])
def test_a_library_whose_making_was_cut_off_is_made_again(path: Path, pages: int) -> None:
    made_whole = whole(path)
    path.unlink()
    cut_off(path, schema.TABLES)
    path.write_bytes(made_whole[: pages * 4096])
    write(path)
    assert check(path).sound
    assert check(path).articles == 1


def test_a_reader_that_opens_lets_go_of_no_lock(path: Path, rare_earths: Article) -> None:
    """POSIX drops a program's locks when it closes a file of its own; SQLite takes care."""
    whole(path)
    with Library(path, ANNA) as library:
        library._connection.execute("BEGIN IMMEDIATE")
        with Reader(path):
            pass
        script = "import sqlite3,sys; sqlite3.connect(sys.argv[1], 0).execute('BEGIN IMMEDIATE')"
        other = subprocess.run(
            [sys.executable, "-c", script, path], capture_output=True, text=True, check=False
        )
        assert "database is locked" in other.stderr
        library._connection.execute("ROLLBACK")
        library.commit(annotate.take_away([library.cards(library.order())[0].id]))


@pytest.mark.parametrize("use", [look, write, check, rebuild])
def test_a_file_of_one_byte_is_told_as_what_it_is(
    path: Path, use: Callable[[Path], object]
) -> None:
    one_byte(path)
    with pytest.raises(NotALibrary, match="is a single byte, and no library"):
        use(path)


DAMAGE = (
    "UPDATE highlights SET stance = 'agrde'",
    "UPDATE highlights SET colour = 'yallow'",
    "UPDATE nodes SET kind = 'cla1m'",
    "UPDATE nodes SET citations = '1 x'",
    "UPDATE findings SET status = 'opan'",
    "UPDATE evidence SET bearing = 'supportt'",
    "UPDATE highlights SET note = CAST(x'cf41' AS TEXT)",
    "ALTER TABLE highlights RENAME COLUMN stance TO stanca",
    "ALTER TABLE findings RENAME COLUMN note TO nota",
)


@pytest.mark.parametrize("damage", DAMAGE)
def test_flipped_bits_are_told_as_damage_by_whatever_reads_them(
    path: Path, rare_earths: Article, damage: str
) -> None:
    with Library(path, ANNA) as library:
        library.commit(library.add([rare_earths]).change)
        passages = ((findings.whole(rare_earths, 1), Bearing.SUPPORTS),)
        library.commit(findings.find(Draft("So it is", passages=passages)))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(damage)
    with pytest.raises(NotALibrary, match="is damaged"):
        look_at_all(path, rare_earths.id)
    with suppress(NotALibrary):  # where it cannot so much as be asked
        assert not check(path).sound


def look_at_all(path: Path, article: str) -> None:
    with Library(path, ANNA) as library, library.at_work(lambda: None):
        library.annotated(article)
        library.findings()
