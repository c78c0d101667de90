"""Rows that are sound one by one, and too many: refused as a whole, in a sentence, soon."""

from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from core.annotate.tags import TAG_DEPTH, alike
from core.check import check
from core.errors import Unreadable
from core.library import Reader
from core.share import sift
from core.share.child import through
from core.share.guard import open_guarded
from core.store import fold
from core.store.connect import connect
from core.store.transaction import deed
from tests.share.attacks import Attack, say


def test_very_many_names_of_tags_are_not_looked_through(hostile, private):
    rows = [(b"tag", b"%08x-1111-4000-8000-000000000000" % n, b"name", b"t") for n in range(20_001)]
    with pytest.raises(Unreadable, match="more than 20,000 names of tags"):
        open_guarded(hostile.saying(*rows), private / "clean.meipi")
    assert list(private.iterdir()) == []


def test_what_was_refused_is_deleted_once_nothing_holds_it_open(hostile, private, monkeypatch):
    """As Windows wants it, which deletes no open file."""
    rows = [(b"tag", b"%08x-1111-4000-8000-000000000000" % n, b"name", b"t") for n in range(20_001)]
    into, deleted = private / "clean.meipi", list[Path]()
    monkeypatch.setattr(Path, "unlink", lambda path, **_: deleted.append(path))
    with pytest.raises(Unreadable, match="more than 20,000 names of tags"):
        through(hostile.saying(*rows), into, lambda _line: None, 60)
    assert deleted == []


def test_so_are_very_many_changes_of_what_is_no_highlight():
    sift._must_not_be_many(sift.MOST_BESIDE, 0)
    with pytest.raises(Unreadable, match="more than 200,000 changes of tags, terms"):
        sift._must_not_be_many(sift.MOST_BESIDE + 1, 0)


def test_a_file_does_not_replace_many_times_what_it_says(hostile, private):
    parents = b"".join(sorted(sha256(b"%d" % n).digest()[:16] for n in range(10_000)))
    with hostile.opened() as connection:
        (mark,) = connection.execute("SELECT id FROM highlights LIMIT 1").fetchone()
        for number in range(11):
            said = b"%d" % number
            say(connection, b"highlight", mark.encode(), b"note", said, parents=parents)
    with pytest.raises(Unreadable, match="replaces more than it says"):
        open_guarded(hostile.path, private / "clean.meipi")


def steps(hostile: Attack, into: Path, heads: int) -> int:
    """Count SQLite's steps while so many versions of one note are folded."""
    with hostile.opened() as connection:
        (mark,) = connection.execute("SELECT id FROM highlights LIMIT 1").fetchone()
        connection.execute("BEGIN")
        for number in range(heads):
            say(connection, b"highlight", mark.encode(), b"note", b"%d" % number)
        connection.execute("COMMIT")
    clean = open_guarded(hostile.path, into)
    counted = list[None]()
    with closing(connect(clean.path)) as connection, deed(connection):
        connection.set_progress_handler(lambda: counted.append(None), 100)
        fold.rebuild(connection)
    return len(counted)


def test_of_very_many_versions_the_one_shown_is_found_without_holding_each_against_each(
    hostile, private
):
    few = steps(hostile, private / "few.meipi", 500)
    many = steps(hostile, private / "many.meipi", 4000)
    assert many < 12 * few


def tag(number: int, *, parent: int | None) -> list[tuple[bytes, bytes, bytes, bytes]]:
    called = b"%08x-1111-4000-8000-000000000000"
    rows = [(b"tag", called % number, b"name", b"t%d" % number)]
    if parent is not None:
        rows.append((b"tag", called % number, b"parent", called % parent))
    return rows


def test_a_path_of_tags_is_cut_where_it_is_too_deep(hostile, private):
    rows = [row for n in range(3000) for row in tag(n, parent=n - 1 if n else None)]
    clean = open_guarded(hostile.saying(*rows), private / "clean.meipi")
    assert len(clean.refused) == 3000 // TAG_DEPTH
    assert clean.refused[0].endswith("stands too deep under others.")
    with Reader(clean.path) as reader:
        tags = reader.tags()
        assert max(one.path.count("/") for one in tags) == TAG_DEPTH - 1
        assert alike(tags, tags) == [], "a plan can be made of them"
    assert check(clean.path).sound


def test_very_many_rings_of_tags_are_cut_at_once(hostile, private):
    rows = [row for n in range(4000) for row in tag(n, parent=n ^ 1)]
    clean = open_guarded(hostile.saying(*rows), private / "clean.meipi")
    assert clean.refused[-1] == "And 3,800 more."
    assert clean.rows_refused == 4000
    assert check(clean.path).sound


def test_rings_said_again_and_again_are_cut_as_well(hostile, private):
    with hostile.opened() as connection:
        for row in (*tag(1, parent=None), *tag(2, parent=None)):
            say(connection, *row)
        for clock in range(2, 400):
            for one, other in ((1, 2), (2, 1)):
                say(connection, *tag(one, parent=other)[1], clock=clock)
    clean = open_guarded(hostile.path, private / "clean.meipi")
    with Reader(clean.path) as reader:
        assert {"t1", "t2"} <= {one.path for one in reader.tags()}
    assert check(clean.path).sound
