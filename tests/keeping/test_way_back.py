"""What a copy would take away and bring, and the words that lead back to it."""

import os
import shlex
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core import annotate, backup, schema, settings
from core.backup import Contents, Reason
from core.backup.migrate import STEPS, migrate
from core.cli import main
from core.errors import OlderLibrary
from core.library import Library, Reader
from core.model import Article
from tests.given import ANNA, made
from tests.keeping.conftest import START
from tests.terminal import Meipi

DATA = Path(__file__).parents[1] / "data"


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)


def test_a_copy_of_now_takes_nothing_away_and_brings_nothing(kept: Library, path: Path) -> None:
    copy = backup.take(path, Reason.HAND)
    assert backup.contents(copy.path) == Contents(articles=1, highlights=1)
    assert backup.weigh(path, copy.path).same


def test_it_is_told_what_came_and_what_went_since(
    kept: Library, path: Path, article: Article
) -> None:
    copy = backup.take(path, Reason.HAND)
    (placed,) = kept.annotated(article.id).placed
    kept.commit(annotate.remove([placed.highlight]))
    kept.commit(kept.add([made("又一篇", "One"), made("再一篇", "Two")]).change)
    found = backup.weigh(path, copy.path)
    assert (found.lost, found.gained, found.deeds) == (Contents(2, 0), Contents(0, 1), 2)


def test_a_deed_that_changes_no_number_is_told(kept: Library, path: Path, article: Article) -> None:
    copy = backup.take(path, Reason.HAND)
    (placed,) = kept.annotated(article.id).placed
    kept.commit(annotate.note(placed.highlight, "a thought"))
    found = backup.weigh(path, copy.path)
    assert (found.deeds, found.same) == (1, False)


def test_what_a_copy_has_from_before_going_back_to_an_older_one_is_told(
    kept: Library, path: Path, article: Article
) -> None:
    older = backup.take(path, Reason.HAND, lambda: START)
    (placed,) = kept.annotated(article.id).placed
    kept.commit(annotate.note(placed.highlight, "a thought"))
    kept.close()
    before = backup.restore(path, older.path).before
    assert before
    found = backup.weigh(path, before)
    assert (found.more, found.deeds, found.same) == (1, 0, False)


@pytest.mark.parametrize("version", [1, 2])
def test_a_copy_of_an_older_format_is_counted_and_weighed(tmp_path: Path, version: int) -> None:
    path = tmp_path / "library.meipi"
    shutil.copy(DATA / f"library-{version}.meipi", path)
    before = migrate(path)
    assert before
    assert backup.contents(before.path) == Contents(articles=3, highlights=2)
    assert backup.weigh(path, before.path).same
    with Library(path, ANNA) as library:
        library.commit(library.add([made("又一篇", "One")]).change)
    assert backup.weigh(path, before.path).deeds == 1


VERBS = ("list", "tags", "history", "check", "undo", "share")


@pytest.mark.parametrize("verb", VERBS)
def test_of_a_damaged_library_each_verb_names_the_copy_and_the_command_that_puts_it_back(
    kept: Library, path: Path, meipi: Meipi, verb: str
) -> None:
    copy = backup.take(path, Reason.HAND, lambda: START)
    kept.close()
    damage(path)
    said = meipi(verb, *([path.with_name("out.meipi")] if verb == "share" else []))
    assert said.code == 1
    assert "The newest copy is of 2025-11-09 04:46 UTC" in said.err
    command = said.err.split("`")[1]
    assert command == f"meipi restore --library {path} {copy.path}"
    words = command.split() if os.name == "nt" else shlex.split(command)  # no blank is in it
    assert main(words[1:]) == 0
    with Reader(path) as reader:
        assert reader.count() == 1


def test_where_there_is_no_copy_the_sentence_is_as_before(
    kept: Library, path: Path, meipi: Meipi
) -> None:
    kept.close()
    damage(path)
    assert meipi("list").err == "library.meipi is damaged or no library. Restore a copy of it.\n"


def test_where_only_what_lies_beside_a_library_is_wrong_that_is_to_go_first(
    kept: Library, path: Path, meipi: Meipi
) -> None:
    backup.take(path, Reason.HAND, lambda: START)
    kept.close()
    planted = path.with_name("library.meipi-journal")
    planted.write_bytes(b"no journal at all")
    said = meipi("list").err
    assert "Move that file away" in said
    assert said.index("Move that file away") < said.index("The newest copy is of 2025-11-09 04:46")
    planted.unlink()
    assert meipi("list").code == 0


# Older formats


@pytest.fixture
def older(kept: Library, path: Path) -> Path:
    """A library of a format before the first, which lacks a table."""
    kept.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE taggings")
        connection.execute("PRAGMA user_version = 0")
    return path


def add_taggings(connection: sqlite3.Connection) -> None:
    for made_by in schema.TABLES.split(";\n"):
        if " taggings" in made_by:
            connection.execute(made_by)


@pytest.fixture
def step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STEPS, 0, add_taggings)


@pytest.mark.parametrize("verb", ["list", "undo", "import"])
def test_a_library_of_an_older_format_is_brought_up_to_date_before_any_verb(
    older: Path, step: None, meipi: Meipi, verb: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Core Insights - A claim [1]", "utf-8")
    said = meipi(verb, *([page] if verb == "import" else []))
    assert (said.code, said.err) == (0, "")
    with closing(sqlite3.connect(older)) as connection:
        assert schema.version(connection)[1] == schema.VERSION
    (copy,) = backup.copies(older)
    assert copy.reason == "migrate"


def test_where_no_step_leads_up_it_is_said(older: Path, meipi: Meipi) -> None:
    before = older.read_bytes()
    assert "in the format of an older Meipi" in meipi("list").err
    with pytest.raises(OlderLibrary):
        backup.up_to_date(older, lambda: Library(older, ANNA))
    assert older.read_bytes() == before


# Whose library it is


def test_a_library_made_from_the_command_line_is_the_readers_own(
    path: Path, meipi: Meipi, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Core Insights - A claim [1]", "utf-8")
    assert meipi("import", page).code == 0
    assert settings.is_known(settings.load(), path)


def test_one_that_was_there_is_not(kept: Library, path: Path, meipi: Meipi) -> None:
    kept.close()
    assert meipi("undo").code == 0
    assert not settings.is_known(settings.load(), path)


def test_the_usual_and_the_preferred_library_are_known(tmp_path: Path) -> None:
    mine = settings.Settings(library=str(tmp_path / "mine.meipi"))
    assert settings.is_known(mine, settings.default_library())
    assert settings.is_known(mine, tmp_path / "mine.meipi")
    assert not settings.is_known(mine, tmp_path / "other.meipi")


def test_two_windows_do_not_forget_what_the_other_remembers(tmp_path: Path) -> None:
    one, other = settings.load(), settings.load()
    settings.remember(one, tmp_path / "one.meipi")
    settings.remember(other, tmp_path / "other.meipi")
    assert settings.is_known(settings.load(), tmp_path / "one.meipi")
    assert settings.is_known(settings.load(), tmp_path / "other.meipi")


def test_a_spoilt_list_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    settings.path().parent.mkdir(parents=True, exist_ok=True)
    settings.path().write_text('{"known": ["/a", 7, null], "told": "nothing"}', "utf-8")
    found = settings.load()
    assert (found.known, found.told) == (["/a"], [])
