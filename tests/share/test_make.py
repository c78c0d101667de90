"""A share holds what was chosen, and not a byte of what was to stay home."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from ctypes.util import find_library
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from core import annotate
from core.anchor import describe
from core.change import Change, Edit, Record
from core.check import check, rebuild
from core.errors import MeipiError, Refused
from core.library import Library
from core.model import Article, Author, Highlight
from core.revision import Revision
from core.share.make import Choice, Made, make
from core.share.mark import is_share
from core.store.inspect import CACHE
from tests.generate import articles
from tests.given import ANNA, made

BEN = Author("0b0b0b0b-0000-4000-8000-000000000002", "Ben 本")
NOON = datetime(2025, 11, 9, 12, tzinfo=UTC)


@pytest.fixture
def one(library) -> Article:
    article = made("中国稀土替代品", "Output stays small", "It could take 10 to 20 years")
    library.commit(library.add([article]).change)
    return article


def mark(library: Library, article: Article, node: int, **said) -> Highlight:
    passage = describe(article, node, 0, 6)
    done = library.commit(annotate.highlight(passage, known=library.tags(), **said))
    return library.highlight(done.edits[0].record)


def hide(library: Library, one: Highlight) -> None:
    """Mark a highlight as private."""
    library.commit(Change("private", (Edit(Record.HIGHLIGHT, one.id, "private", None, "1"),)))


def shared(library: Library, **choice) -> Made:
    out = library.path.with_name("share.meipi")
    return make(library.path, out, Choice(**choice), ANNA, lambda: NOON)


def notes(share: Made) -> set[str]:
    with closing(sqlite3.connect(share.path)) as rows:
        return {note for (note,) in rows.execute("SELECT note FROM highlights")}


SQLITE_CONFIG_URI = 17
ELSEWHERE = f"""
import ctypes, sys
if ctypes.CDLL(sys.argv[1]).sqlite3_config({SQLITE_CONFIG_URI}, 0):
    raise SystemExit("SQLite was there before")
from pathlib import Path
from core.share.make import Choice, make
from tests.given import ANNA
print(make(Path(sys.argv[2]), Path(sys.argv[3]), Choice(), ANNA).articles)
"""


def test_it_is_made_where_sqlite_takes_no_addresses_of_itself(library, one):
    """As on Windows and on a Mac; on Linux it takes them."""
    sqlite = find_library("sqlite3")
    if sqlite is None:
        pytest.skip("Python has an SQLite of its own here")
    words = [sys.executable, "-c", ELSEWHERE, sqlite, library.path, library.path.with_name("out")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("1\n", "")


def test_everything_goes_when_nothing_was_chosen(library, one):
    mark(library, one, 1, note="first", tags=["claim/forecast"])
    made = shared(library)
    assert (made.articles, made.highlights) == (1, 1)
    assert notes(made) == {"first"}


def test_a_share_says_of_itself_what_it_is(library, one):
    mark(library, one, 1)
    with closing(sqlite3.connect(shared(library).path)) as rows:
        said = dict(rows.execute("SELECT key, value FROM manifest"))
    assert said.pop("revisions").isdigit()
    assert json.loads(said.pop("left_out")) == []
    assert said == {
        "kind": "share",
        "made": "2025-11-09T12:00:00Z",
        "by": ANNA.id,
        "name": "Anna",
        "schema": "4",
        "articles": "1",
        "highlights": "1",
        "findings": "0",
        "history": "full",
    }


def test_a_share_is_told_from_a_library_by_its_first_page(library, one):
    assert is_share(shared(library).path)
    assert not is_share(library.path)


def test_a_share_reads_well_in_sqlite_utils(library, one):
    mark(library, one, 1, note="first")
    with closing(Database(shared(library).path)) as database:
        assert database.table("highlights").count == 1
        assert next(database.table("highlights").rows)["note"] == "first"
        assert not database.view_names()
        assert not database.triggers


def test_articles_are_chosen_by_id(library, one):
    other = made("另一篇", "Something else entirely")
    library.commit(library.add([other]).change)
    mark(library, one, 1, note="here")
    mark(library, other, 1, note="there")
    share = shared(library, articles=(other.id,))
    assert share.articles == 1
    assert notes(share) == {"there"}
    assert one.title.encode() not in share.path.read_bytes()


def test_a_tag_takes_the_tags_under_it_along(library, one):
    mark(library, one, 1, note="under", tags=["claim/forecast"])
    mark(library, one, 2, note="other", tags=["price"])
    claim = next(tag for tag in library.tags() if tag.path == "claim")
    share = shared(library, tags=(claim.id,))
    assert notes(share) == {"under"}
    assert b"price" not in share.path.read_bytes()
    assert "claim" in share.left_out[-1]


def test_one_author_is_chosen(library, one, clock):
    mark(library, one, 1, note="by Anna")
    with Library(library.path, BEN, clock) as bens:
        mark(bens, one, 2, note="by Ben")
    share = shared(library, author=BEN.id)
    assert notes(share) == {"by Ben"}
    assert b"by Anna" not in share.path.read_bytes()


@pytest.mark.parametrize("history", ["full", "current"])
def test_private_highlights_stay_home_with_all_they_ever_said(library, one, history):
    secret = mark(library, one, 1, note="between us", tags=["secret plan"])
    hide(library, secret)
    mark(library, one, 2, note="for all")
    share = shared(library, history=history)
    assert notes(share) == {"for all"}
    assert b"between us" not in share.path.read_bytes()
    assert b"secret plan" not in share.path.read_bytes()


def test_a_private_highlight_stays_home_after_it_was_removed(library, one):
    secret = mark(library, one, 1, note="between us")
    hide(library, secret)
    library.commit(annotate.remove([library.highlight(secret.id)]))
    assert secret.id.encode() not in shared(library).path.read_bytes()


def test_how_many_are_private_is_told_to_who_shares_and_to_nobody_else(library, one):
    def told(**choice):
        made = shared(library, **choice)
        with closing(sqlite3.connect(made.path)) as rows:
            said = rows.execute("SELECT value FROM manifest WHERE key = 'left_out'").fetchone()
        return made.left_out, json.loads(said[0])

    mark(library, one, 1, note="for all", tags=["claim"])
    assert told() == ((), [])
    hide(library, mark(library, one, 2, note="between us"))
    assert told() == (("1 private highlight was left out.",), [])
    hide(library, mark(library, one, 2, note="and this"))
    assert told() == (("2 private highlights were left out.",), [])
    assert told(include_private=True) == ((), [])
    assert "private" not in str(told(tags=tuple(tag.id for tag in library.tags())))


def test_private_highlights_go_when_they_are_asked_for(library, one):
    hide(library, mark(library, one, 1, note="between us"))
    assert notes(shared(library, include_private=True)) == {"between us"}


def test_the_current_state_holds_no_byte_of_a_draft(library, one):
    drafted = mark(library, one, 1, note="a hasty draft")
    library.commit(annotate.note(drafted, "what I mean"))
    gone = mark(library, one, 2, note="thrown away")
    library.commit(annotate.remove([gone]))
    assert b"a hasty draft" in shared(library).path.read_bytes()
    share = shared(library, history="current")
    data = share.path.read_bytes()
    assert b"what I mean" in data
    assert b"a hasty draft" not in data
    assert b"thrown away" not in data
    assert gone.id.encode() in data, "that it was removed is told"


def test_in_the_current_state_every_revision_is_as_it_was_written(library, one):
    drafted = mark(library, one, 1, note="a draft")
    library.commit(annotate.note(drafted, "what I mean"))
    assert check_of(shared(library, history="current")) == ()


def test_of_two_versions_the_current_state_has_the_one_that_is_shown(library, one):
    drafted = mark(library, one, 1, note="older")
    with closing(sqlite3.connect(library.path, isolation_level=None)) as rows:
        rows.execute("PRAGMA journal_mode = TRUNCATE")  # its own, or Windows says no
        (parents,) = rows.execute("SELECT rev FROM revisions WHERE field = 'note'").fetchone()
        for clock, text in ((1_990_000_000_000, "newest"), (1_980_000_000_000, "newer")):
            what = ("highlight", drafted.id, "note", (parents,), clock, BEN.id, text, BEN.id)
            rev = Revision(*what).rev
            row = (rev, *what[:3], parents, *what[4:])
            rows.execute("INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    rebuild(library.path)
    share = shared(library, history="current")
    assert notes(share) == {"newest"}
    data = share.path.read_bytes()
    assert b"older" not in data
    assert b"newer" not in data
    assert check_of(share) == ()


def check_of(share: Made) -> tuple[str, ...]:
    """Check a share as a library is checked, for which it must say that it is one."""
    with closing(sqlite3.connect(share.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA application_id = 0x4D656970")
    return check(share.path).findings


def test_without_texts_mastheads_and_quotes_are_there(library, one):
    mark(library, one, 1, note="kept")
    share = shared(library, without_texts=True)
    with closing(sqlite3.connect(share.path)) as rows:
        assert rows.execute("SELECT count(*) FROM editions").fetchone() == (0,)
        assert rows.execute("SELECT count(*) FROM nodes").fetchone() == (0,)
        assert rows.execute("SELECT title FROM articles").fetchall() == [(one.title,)]
        assert rows.execute("SELECT quote FROM highlights").fetchall() == [("Output",)]
        assert not rows.execute("PRAGMA foreign_key_check").fetchall()
    assert b"10 to 20 years" not in share.path.read_bytes()
    assert check_of(share) == ()


def test_what_was_read_is_not_told(library, one):
    library.commit(annotate.read({one.id: False}, now=True))
    with closing(sqlite3.connect(shared(library).path)) as rows:
        assert rows.execute("SELECT read FROM shelf").fetchall() == [(0,)]


def test_articles_taken_away_stay_home(library, one):
    mark(library, one, 1, note="about it")
    library.commit(annotate.take_away([one.id]))
    share = shared(library)
    assert (share.articles, share.highlights) == (0, 0)
    assert b"about it" not in share.path.read_bytes()


def test_the_same_share_made_twice_is_the_same_file(library, one):
    mark(library, one, 1, note="first", tags=["a/b"])
    assert shared(library).path.read_bytes() == shared(library).path.read_bytes()


def test_the_state_of_a_share_is_what_the_library_would_fold(library, one, clock):
    many = list(articles(20))
    library.commit(library.add(many).change)
    marks = [mark(library, a, 1, note=f"note {i}", tags=[f"t/{i % 3}"]) for i, a in enumerate(many)]
    library.commit(annotate.note(marks[3], ""))
    library.commit(annotate.untag([marks[4]], marks[4].tags[0]))
    library.commit(annotate.remove(marks[5:8]))
    library.undo()
    library.commit(annotate.remove([marks[9]]))
    library.commit(annotate.take_away([many[10].id]))
    library.undo()
    with Library(library.path, BEN, clock) as bens:
        mark(bens, one, 2, note="Ben's")
    share = shared(library)
    with (
        closing(sqlite3.connect(share.path)) as theirs,
        closing(sqlite3.connect(library.path)) as ours,
    ):
        for table in ("highlights", "tags", "taggings", "authors", "shelf"):
            asked = f"SELECT {CACHE[table]} FROM {table}"
            assert set(theirs.execute(asked)) == set(ours.execute(asked)), table
    assert check_of(share) == ()


def rows_of(path: Path, table: str) -> set[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute(f"SELECT {CACHE[table]} FROM {table}"))


def test_a_share_takes_the_place_of_a_share_and_of_nothing_else(library, one):
    share = shared(library)
    assert make(library.path, share.path, Choice(), ANNA).articles == 1
    with pytest.raises(Refused, match="is no share"):
        make(library.path, library.path, Choice(), ANNA)


def test_a_share_is_not_put_beside_a_journal(library, one):
    library.path.with_name("share.meipi-journal").write_bytes(b"x")
    with pytest.raises(Refused, match="is where the share"):
        shared(library)


def test_a_folder_that_is_not_there_is_told_in_a_sentence(library, one, tmp_path):
    with pytest.raises(MeipiError, match="could not be opened"):
        make(library.path, tmp_path / "nowhere" / "share.meipi", Choice(), ANNA)
    assert not list(tmp_path.glob(".share*")), "nothing is left"


def test_nothing_is_left_beside_a_share(library, one, tmp_path):
    shared(library)
    assert {path.name for path in tmp_path.iterdir()} - {"library.meipi-journal"} == {
        "library.meipi",
        "share.meipi",
    }


def test_a_library_is_not_changed_by_sharing_it(library, one):
    before = library.path.read_bytes()
    shared(library)
    assert Path(library.path).read_bytes() == before
