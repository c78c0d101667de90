"""The index says what the library says, whatever was done, and is made anew where it does not."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core import annotate
from core.check import check, rebuild
from core.errors import NotALibrary
from core.library import Library, Reader
from core.search import search
from core.share.guard import open_guarded
from core.share.make import Choice, make
from core.share.opening import as_library
from tests.generate import articles, mark
from tests.given import ANNA, BEN, made


def titles(reader: Reader, query: str) -> list[str]:
    return sorted(hit.title for hit in search(reader, query, literal=True).hits)


def is_true(library: Library) -> bool:
    return check(library.path).findings == ()


@pytest.fixture
def marked(library: Library, rare_earths) -> str:
    library.commit(library.add([rare_earths]).change)
    return library.commit(mark(rare_earths)).edits[0].record


def test_an_import_is_found_and_its_undoing_is_not(library, rare_earths):
    library.commit(library.add([rare_earths]).change)
    assert titles(library, "oxides") == [rare_earths.title]
    library.undo()
    assert titles(library, "oxides") == []
    library.redo()
    assert titles(library, "稀土") == [rare_earths.title]
    assert is_true(library)


def test_of_two_editions_the_one_shown_is_found(library):
    older, newer = made("同一篇", "Gallium is scarce"), made("同一篇", "Germanium is scarce")
    for one in (older, newer):
        library.commit(library.add([one]).change)
    assert (titles(library, "gallium"), titles(library, "germanium")) == ([], ["同一篇"])
    library.undo()
    assert (titles(library, "gallium"), titles(library, "germanium")) == (["同一篇"], [])
    assert is_true(library)


def test_a_note_is_found_as_it_is_now(library, marked, rare_earths):
    for note in ("供应链要多久?", "why so long?"):
        library.commit(annotate.note(library.highlight(marked), note))
    assert titles(library, "note:供应链") == []
    assert titles(library, "note:why") == [rare_earths.title]
    library.commit(annotate.remove([library.highlight(marked)]))
    assert titles(library, "note:why") == []
    library.undo()
    assert titles(library, "why so long") == [rare_earths.title]
    assert is_true(library)


def test_a_tag_is_found_by_its_name_as_it_is_now(library, marked, rare_earths):
    library.commit(annotate.tag([library.highlight(marked)], "论断/forecast", library.tags()))
    assert titles(library, "tag:forecast") == [rare_earths.title]
    assert titles(library, "论断") == [rare_earths.title]
    library.undo()
    assert titles(library, "tag:forecast") == []


def test_a_word_that_is_taught_is_cut_no_more(library):
    library.commit(library.add([made("永磁体厂停产", "x"), made("另一篇", "y")]).change)
    asked = "SELECT count(*) FROM texts WHERE texts MATCH 'title_words : 永磁体厂'"
    (before,) = library._connection.execute(asked).fetchone()
    library.commit(annotate.define("永磁体厂", whole=True))
    (after,) = library._connection.execute(asked).fetchone()
    assert (before, after) == (0, 1)
    assert titles(library, "永磁体厂") == ["永磁体厂停产"]
    assert is_true(library)
    library.undo()
    assert is_true(library)
    assert search(library, "停产").total == 1


def test_a_word_is_taught_that_stands_in_a_text_no_longer_shown(library):
    for text in ("old", "new"):
        library.commit(library.add([made("永磁体厂停产", text)]).change)
    library.commit(annotate.define("永磁体厂", whole=True))
    assert titles(library, "永磁体厂") == ["永磁体厂停产"]
    assert is_true(library)


def test_a_term_of_the_readers_own_goes_across_languages(library):
    library.commit(library.add([made("赛博矿业", "x"), made("Other", "Cyber mining grows")]).change)
    assert search(library, "cyber mining").total == 1
    library.commit(annotate.define("赛博矿业", ["cyber mining"]))
    assert {hit.title for hit in search(library, "cyber mining").hits} == {"赛博矿业", "Other"}
    assert {hit.title for hit in search(library, "赛博矿业").hits} == {"赛博矿业", "Other"}


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM docs",
        "UPDATE docs SET row = row + 1",
        "UPDATE docs SET sum = 0",
        "UPDATE docs SET doc = doc + 100",
        "INSERT INTO texts(texts) VALUES ('delete-all')",
        "DELETE FROM noted",
        "UPDATE noted SET sum = 0",
        "DROP TABLE texts",
        "DROP TABLE notes; DROP TABLE docs",
    ],
)
def test_what_was_done_to_the_index_is_found_and_mended(path, library, marked, damage):
    library.commit(annotate.note(library.highlight(marked), "为什么?"))
    library.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(damage)
    if "docs" not in damage or "DROP" not in damage:
        assert check(path).findings != ()
    rebuild(path)
    assert check(path).findings == ()
    with Reader(path) as reader:
        assert search(reader, "稀土").total == search(reader, "note:为什么").total == 1


def test_a_library_without_an_index_says_so(path, library, marked):
    library.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("DROP TABLE texts; DROP TABLE notes; DROP TABLE docs")
    with Reader(path) as reader, pytest.raises(NotALibrary, match="rebuild"):
        search(reader, "稀土")


def test_what_is_said_while_there_is_no_index_comes_in_when_it_is_made(path, library, marked):
    for table in ("texts", "notes", "docs", "noted"):
        library._connection.execute(f"DROP TABLE {table}")
    library.commit(annotate.note(library.highlight(marked), "noted"))
    library.close()
    rebuild(path)
    with Reader(path) as reader:
        assert search(reader, "note:noted").total == 1


def test_a_deed_that_fails_leaves_the_index_as_it_was(library, marked, rare_earths):
    trip = "CREATE TEMP TRIGGER trip BEFORE INSERT ON noted BEGIN SELECT RAISE(ABORT, 'no'); END"
    library._connection.execute(trip)
    with pytest.raises(sqlite3.IntegrityError):
        library.commit(annotate.note(library.highlight(marked), "never"))
    library._connection.execute("DROP TRIGGER trip")
    assert titles(library, "never") == []
    assert is_true(library)


def test_many_articles_and_notes_come_at_once(library):
    some = list(articles(1200))
    library.commit(library.add(some).change)
    assert is_true(library)
    assert search(library, "is:unread").total == 1200


def test_a_merge_is_found_and_its_undoing_is_not(tmp_path, library, rare_earths):
    with Library(tmp_path / "theirs.meipi", BEN) as theirs:
        theirs.commit(theirs.add([rare_earths]).change)
        one = theirs.commit(mark(rare_earths)).edits[0].record
        theirs.commit(annotate.note(theirs.highlight(one), "看这里"))
    library.merge(tmp_path / "theirs.meipi")
    assert titles(library, "note:看这里") == titles(library, "oxides") == [rare_earths.title]
    assert is_true(library)
    library.undo()
    assert titles(library, "note:看这里") == titles(library, "oxides") == []
    assert is_true(library)
    library.redo()
    assert titles(library, "看这里") == [rare_earths.title]
    assert is_true(library)


def test_a_share_has_no_index_and_is_searched_when_it_is_opened(tmp_path, library, marked):
    library.commit(annotate.note(library.highlight(marked), "看这里"))
    share = tmp_path / "share.meipi"
    make(library.path, share, Choice(), ANNA)
    with closing(sqlite3.connect(share)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert names.isdisjoint({"texts", "texts_data", "notes", "docs", "noted"})
    with Reader(as_library(share)) as reader:
        assert search(reader, "稀土").total == search(reader, "note:看这里").total == 1


def test_the_index_of_a_strangers_library_is_not_believed(tmp_path, library, marked):
    theirs = tmp_path / "theirs.meipi"
    library.close()
    shutil.copy(library.path, theirs)
    with closing(sqlite3.connect(theirs, isolation_level=None)) as connection:
        connection.execute("UPDATE texts_data SET block = x'00'")
        connection.execute("UPDATE docs SET edition = 'planted'")
    clean = open_guarded(theirs, tmp_path / "clean.meipi").path
    with closing(sqlite3.connect(clean)) as connection:
        made_of = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert "texts" not in made_of
    with Reader(as_library(theirs)) as reader:
        assert search(reader, "稀土").total == 1


def test_a_copy_that_is_put_back_has_its_index(tmp_path: Path, library, marked, rare_earths):
    copy = tmp_path / "copy.meipi"
    with closing(sqlite3.connect(library.path)) as connection:
        connection.execute("VACUUM INTO ?", [str(copy)])
    with Library(copy, ANNA) as again:
        again.commit(again.add([made("新的一篇", "Oxides again")]).change)
        assert len(titles(again, "oxides")) == 2
        assert is_true(again)
