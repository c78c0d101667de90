"""Libraries of every format released are brought up to date, whole, with a copy taken first."""

import json
import os
import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from core import backup, schema
from core.annotate import findings, vocabulary
from core.annotate.findings import Draft
from core.backup.migrate import STEPS
from core.check import check
from core.cli import main
from core.errors import NotALibrary
from core.finding import Evidence
from core.library import Library, Reader
from core.search import search
from core.share.guard import open_guarded
from tests.data.keep import ALIASES, FOLDER, NOTE, PAGE
from tests.given import ANNA, made
from tests.keeping.conftest import START
from tests.soak.kill_keeping import NEXT, REPEATS, migrations_struck, pretend, steps_struck

RELEASED = sorted(FOLDER.glob("library-*.meipi"))
#: Of no version that was released, but somebody may have one.
BETWEEN = FOLDER / "between-1.meipi"


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return schema.version(connection)[1]


def test_every_version_of_the_format_has_a_library_that_is_kept() -> None:
    assert [path.name for path in RELEASED] == [
        f"library-{number}.meipi" for number in range(1, schema.VERSION + 1)
    ]
    assert sorted(STEPS) == list(range(1, schema.VERSION))


@pytest.mark.parametrize("released", [*RELEASED, BETWEEN], ids=lambda path: path.stem)
def test_a_library_that_was_kept_opens_with_all_that_is_in_it(released: Path, path: Path) -> None:
    shutil.copyfile(released, path)
    backup.migrate(path)
    assert check(path).findings == ()
    with Library(path, ANNA) as library:
        (article,) = library.order("稀土")
        shown = library.annotated(library.cards([article])[0].id)
        (placed,) = shown.placed
        assert placed.highlight.note == NOTE
        assert [shown.tags[tag].path for tag in placed.highlight.tags] == ["claim/forecast"]
        library.undo()
        assert library.highlight(placed.highlight.id).tags == ()
    assert check(path).findings == ()


@pytest.mark.parametrize("old", [RELEASED[0], BETWEEN], ids=lambda path: path.stem)
def test_a_library_of_the_first_version_is_found_in_and_concluded_on(old: Path, path: Path) -> None:
    shutil.copyfile(old, path)
    copy = backup.migrate(path)
    assert copy
    assert (version(path), version(copy.path)) == (schema.VERSION, 1)
    with Library(path, ANNA) as library:
        assert search(library, "替代品").hits
        (placed,) = library.annotated(article_of(library)).placed
        rests = (Evidence(placed.highlight.id),)
        library.commit(findings.find(Draft("To be seen", rests)))
        assert library.of_highlight(placed.highlight.id) == library.findings()
    assert check(path).findings == ()


@pytest.mark.parametrize("old", RELEASED[:2], ids=lambda path: path.stem)
def test_a_library_of_an_older_version_gets_pages_and_other_names(old: Path, path: Path) -> None:
    shutil.copyfile(old, path)
    backup.migrate(path)
    with Library(path, ANNA) as library:
        article = library.article(article_of(library))
        assert library.pages_of([article.id]) == {}
        library.commit(library.add([replace(article, page=PAGE)]).change)
        tag = next(tag for tag in library.tags() if tag.path == "claim/forecast")
        library.commit(vocabulary.call(tag, ALIASES, library.tags()))
        said_of_both(library)
    assert check(path).findings == ()


def test_an_older_library_whose_rows_do_not_go_together_is_told_to_be_damaged(path: Path) -> None:
    shutil.copyfile(RELEASED[0], path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM articles")
        connection.commit()
    with pytest.raises(NotALibrary, match="is damaged"):
        backup.migrate(path)
    assert version(path) == 1


def said_of_both(library: Reader) -> None:
    (page,) = library.pages_of([article_of(library)])[article_of(library)]
    assert page.name == PAGE
    tag = next(tag for tag in library.tags() if tag.path == "claim/forecast")
    assert set(tag.aliases) == set(ALIASES)


@pytest.mark.parametrize("old", RELEASED[2:], ids=lambda path: path.stem)
def test_from_the_third_version_on_libraries_have_pages_and_other_names(
    old: Path, path: Path
) -> None:
    shutil.copyfile(old, path)
    backup.migrate(path)
    with Reader(path) as reader:
        said_of_both(reader)


def test_the_texts_of_a_library_of_the_third_version_are_cut_anew(path: Path) -> None:
    with Library(path, ANNA) as library:
        library.commit(library.add([made("证券", "Three securities firms merge")]).change)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM docs")
        connection.execute("PRAGMA user_version = 3")
        connection.commit()
    assert backup.migrate(path)
    assert check(path).findings == ()
    with Reader(path) as reader:
        assert search(reader, "securities").hits
        assert not search(reader, "security").hits


def test_a_merge_of_the_first_version_is_taken_back_in_the_second(path: Path) -> None:
    shutil.copyfile(RELEASED[0], path)
    backup.migrate(path)
    with Library(path, ANNA) as library:
        assert library.count() == 3
        for _ in range(2):
            library.undo()
        assert library.count() == 2
        for _ in range(2):
            library.redo()
        assert library.count() == 3
    assert check(path).findings == ()


def article_of(library: Reader) -> str:
    (row,) = library.order("稀土")
    return library.cards([row])[0].id


def test_a_library_of_today_needs_nothing_and_no_copy(kept: Library, path: Path) -> None:
    before = path.read_bytes()
    assert backup.migrate(path) is None
    assert path.read_bytes() == before
    assert backup.copies(path) == []


def test_a_step_is_taken_with_a_copy_of_before(kept: Library, path: Path) -> None:
    seen = kept.last_seq()
    kept.close()
    copy = backup.migrate(path, {NEXT - 1: pretend})
    assert copy
    assert copy.reason == "migrate"
    assert (version(path), version(copy.path)) == (NEXT, NEXT - 1)
    with Reader(copy.path) as reader:
        assert reader.last_seq() == seen


def test_steps_follow_one_another(kept: Library, path: Path) -> None:
    kept.close()

    def further(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE pretended ADD COLUMN more TEXT")

    backup.migrate(path, {NEXT - 1: pretend, NEXT: further})
    assert version(path) == NEXT + 1
    assert len(backup.copies(path)) == 1


def test_a_step_that_another_program_takes_meanwhile_is_not_taken_twice(
    kept: Library, path: Path
) -> None:
    kept.close()

    def slow() -> int:
        """Tell the time for the copy, while another program does the same."""
        backup.migrate(path, {NEXT - 1: pretend})
        return START

    assert backup.migrate(path, {NEXT - 1: pretend}, slow)
    assert version(path) == NEXT


def test_a_step_that_fails_leaves_the_version_before(kept: Library, path: Path) -> None:
    kept.close()

    def fails(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE taggings")
        connection.execute("SELECT nonsense")

    with pytest.raises(sqlite3.OperationalError):
        backup.migrate(path, {NEXT - 1: pretend, NEXT: fails})
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM taggings").fetchone()
    assert version(path) == NEXT


def test_a_step_that_is_called_off_leaves_the_version_before(path: Path) -> None:
    shutil.copyfile(FOLDER / "library-2.meipi", path)

    class Enough(Exception):
        """Nobody waits."""

    def tell() -> None:
        raise Enough

    with pytest.raises(Enough):
        backup.migrate(path, tell=tell)
    assert version(path) == 2
    backup.migrate(path)
    assert (version(path), check(path).findings) == (schema.VERSION, ())


def test_a_step_that_leaves_a_row_without_its_parent_is_no_step(kept: Library, path: Path) -> None:
    kept.close()
    orphans = {NEXT - 1: lambda connection: connection.execute("DELETE FROM articles")}
    with pytest.raises(NotALibrary, match="is damaged"):
        backup.migrate(path, orphans)
    assert check(path).sound


def test_a_step_that_ends_its_own_transaction_is_found_out(kept: Library, path: Path) -> None:
    kept.close()
    wrong = {NEXT - 1: lambda connection: connection.executescript("CREATE TABLE t (a)")}
    with pytest.raises(AssertionError, match="must not end its transaction"):
        backup.migrate(path, wrong)


def test_a_copy_of_an_older_format_is_put_back_in_the_newer(kept: Library, path: Path) -> None:
    old = backup.take(path, backup.Reason.HAND).path
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("DROP TABLE taggings")
        connection.execute("PRAGMA user_version = 0")
    before = old.read_bytes()

    def step(connection: sqlite3.Connection) -> None:
        for statement in schema.TABLES.split(";\n"):
            if " taggings" in statement:
                connection.execute(statement)

    with pytest.raises(NotALibrary, match=r"an older Meipi\. Choose another copy"):
        backup.restore(path, old)
    backup.restore(path, old, steps={0: step, **STEPS})
    assert version(path) == schema.VERSION
    assert check(path).findings == ()
    assert old.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is forked")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_migration_that_is_killed_leaves_one_version_or_the_next(tmp_path: Path) -> None:
    wrong, between = migrations_struck(tmp_path, random.Random(), REPEATS)
    assert wrong == []
    assert sum(between) == REPEATS


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is forked")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("old", [*RELEASED[:-1], BETWEEN], ids=lambda path: path.stem)
def test_each_step_that_is_killed_is_taken_the_next_time(old: Path, tmp_path: Path) -> None:
    assert steps_struck(tmp_path, old, random.Random(), REPEATS) == []


@pytest.mark.parametrize("old", [*RELEASED, BETWEEN], ids=lambda path: path.stem)
def test_a_library_of_any_version_is_taken_over_from_somebody_else(
    old: Path, tmp_path: Path
) -> None:
    clean = open_guarded(old, tmp_path / "clean.meipi")
    assert clean.refused == ()
    with Library(tmp_path / "mine.meipi", ANNA) as library:
        library.merge(clean.path)
        assert library.count() >= 2
    assert check(tmp_path / "mine.meipi").findings == ()


def test_a_share_of_the_first_version_is_looked_into_and_taken_over(tmp_path: Path) -> None:
    clean = open_guarded(FOLDER / "share-1.meipi", tmp_path / "clean.meipi")
    assert clean.refused == ()
    assert clean.manifest["schema"] == "1"
    with Library(tmp_path / "mine.meipi", ANNA) as library:
        library.merge(clean.path)
        (placed,) = library.annotated(article_of(library)).placed
        assert placed.highlight.note == "供应链 *why*?"
    assert check(tmp_path / "mine.meipi").findings == ()


@pytest.mark.parametrize("number", [3, 4])
def test_from_the_third_version_on_shares_bring_pages_and_other_names(
    number: int, tmp_path: Path
) -> None:
    clean = open_guarded(FOLDER / f"share-{number}.meipi", tmp_path / "clean.meipi")
    assert clean.refused == ()
    with Library(tmp_path / "mine.meipi", ANNA) as library:
        library.merge(clean.path)
        said_of_both(library)
    assert check(tmp_path / "mine.meipi").findings == ()


def test_a_share_that_says_it_is_of_the_first_version_may_lack_no_more(tmp_path: Path) -> None:
    share = tmp_path / "share.meipi"
    shutil.copyfile(FOLDER / "share-1.meipi", share)
    with closing(sqlite3.connect(share)) as connection:
        connection.execute("DROP TABLE taggings")
    with pytest.raises(NotALibrary, match="lacks what every library has: taggings"):
        open_guarded(share, tmp_path / "clean.meipi")


def test_a_share_of_the_second_version_may_not_lack_its_tables(tmp_path: Path) -> None:
    share = tmp_path / "share.meipi"
    shutil.copyfile(FOLDER / "share-1.meipi", share)
    with closing(sqlite3.connect(share)) as connection:
        connection.execute("PRAGMA user_version = 2")
    with pytest.raises(NotALibrary, match="lacks what every library has"):
        open_guarded(share, tmp_path / "clean.meipi")


def test_an_older_library_is_brought_up_to_date_by_the_command_line(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copyfile(RELEASED[0], path)
    assert main(["list", "--library", str(path)]) == 0
    assert "中国稀土替代品要找多久" in capsys.readouterr().out
    assert version(path) == schema.VERSION
    (copy,) = backup.copies(path)
    assert (copy.reason, version(copy.path)) == (backup.Reason.MIGRATE, 1)


def test_of_a_large_library_the_command_line_says_beforehand_why_it_takes_long(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copyfile(RELEASED[0], path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE room AS SELECT zeroblob(?)", [backup.LARGE])
        connection.execute("DROP TABLE room")
        connection.commit()
    assert main(["list", "--json", "--library", str(path)]) == 0
    said = capsys.readouterr()
    assert said.err == (
        f"Bringing {path.name} up to date: this may take a minute, and keeps a copy.\n"
    )
    assert json.loads(said.out)
    assert main(["list", "--library", str(path)]) == 0
    assert capsys.readouterr().err == ""
