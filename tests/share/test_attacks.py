"""Whatever a file was made to do, it does nothing: one sentence, or the good rows alone."""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from core.check import check
from core.errors import MeipiError, NewerLibrary
from core.library import Reader
from core.share.guard import Guarded, open_guarded
from tests.share import attacks, odd_rows
from tests.share.attacks import LARGE, VICTIM, WHOLE, snapshot
from tests.share.odd_rows import ROWS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and limits are POSIX")


def guarded(path: Path, private: Path) -> Guarded:
    return open_guarded(path, private / "clean.meipi")


@pytest.mark.timeout(400)  # beside other work
def test_no_file_takes_two_seconds_of_work_or_100_mb():
    """Also those that are too large to be made twice; each is told in a sentence there."""
    command = [sys.executable, str(Path(__file__).with_name("weigh.py")), "--limit"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


SMALL = [attack for attack in WHOLE if attack not in LARGE]


@pytest.mark.parametrize("attack", SMALL, ids=lambda one: one.__name__)
def test_a_file_made_to_do_harm_is_refused_in_one_sentence(attack, hostile, private):
    path = attack(hostile)
    before = snapshot(path.parent)
    with pytest.raises(MeipiError) as refused:
        guarded(path, private)
    said = refused.value.sentence
    assert said.endswith(".")
    assert said.count(". ") == 0
    assert said.isprintable()
    assert "too long to look" not in said
    assert snapshot(path.parent) == before
    assert not list(private.iterdir())


@pytest.mark.parametrize("attack", ROWS, ids=lambda one: one.__name__)
def test_wrong_rows_are_refused_one_by_one_and_the_good_are_taken(attack, hostile, private):
    path = attack(hostile)
    before = snapshot(path.parent)
    clean = guarded(path, private)
    assert clean.refused
    assert all(sentence.isprintable() and sentence.endswith(".") for sentence in clean.refused)
    assert check(clean.path).findings == ()
    assert clean.counts["highlights"] == 3 or attack is odd_rows.two_kinds
    assert snapshot(path.parent) == before
    assert [one.name for one in private.iterdir()] == ["clean.meipi"]


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ("CREATE INDEX mine ON tags(name)", "holds an index that Meipi did not make: mine."),
        ("CREATE TABLE mine(a)", "holds a table that Meipi did not make: mine."),
        ("CREATE VIEW mine AS SELECT 1", "holds a view that Meipi did not make: mine."),
    ],
)
def test_what_meipi_did_not_make_is_named(made, told, hostile, private):
    with pytest.raises(MeipiError, match=told):
        guarded(hostile.by(made), private)


def test_a_newer_file_is_said_to_be_newer(hostile, private):
    with pytest.raises(NewerLibrary, match="newer Meipi"):
        guarded(attacks.newer(hostile), private)


def test_a_ring_of_tags_is_cut_and_the_tags_are_there(hostile, private):
    clean = guarded(odd_rows.ring_of_tags(hostile), private)
    assert len(clean.refused) == 3
    with Reader(clean.path) as reader:
        assert {"ring 0", "ring 1", "ring 2"} <= {tag.path for tag in reader.tags()}


def test_a_name_that_turns_the_line_is_refused(hostile, private):
    clean = guarded(odd_rows.turned_names(hostile), private)
    assert len(clean.refused) == 4
    with Reader(clean.path) as reader:
        assert [tag.path for tag in reader.tags()] == ["claim", "claim/forecast"]


def test_a_finding_that_says_what_cannot_be_is_refused_field_by_field(hostile, private):
    clean = guarded(odd_rows.wrong_findings(hostile), private)
    assert len(clean.refused) == 17
    assert clean.counts["findings"] == 1


def test_a_pair_is_of_the_claims_that_its_id_says(hostile, private):
    clean = guarded(odd_rows.wrong_pairs(hostile), private)
    assert len(clean.refused) == 6
    with Reader(clean.path) as reader:
        assert len(reader.pairs()) == 1


def test_a_files_name_is_shown_with_its_marks(hostile, private):
    path = attacks.noise(hostile).rename(hostile.folder / "good\u202edab.meipi")
    with pytest.raises(MeipiError, match=re.escape("good‹U+202E›dab.meipi")):
        guarded(path, private)


def test_a_journal_deletes_nothing_though_sqlite_would(hostile, private):
    path = attacks.journal_with_a_victim(hostile)
    with pytest.raises(MeipiError, match="lies beside"):
        guarded(path, private)
    victim = hostile.folder / VICTIM
    assert victim.read_text("utf-8") == "dear diary"
    if sqlite3.sqlite_version_info < (3, 53, 3):
        with closing(sqlite3.connect(path)) as naive:
            naive.execute("SELECT count(*) FROM highlights").fetchone()
        assert not victim.exists()


def test_a_journal_of_a_deed_that_never_began_is_in_nobodys_way(hostile, private):
    path = hostile.copy()
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"\0" * 600)
    assert guarded(path, private).counts["highlights"] == 3
    assert journal.read_bytes() == b"\0" * 600


def test_a_file_that_vanishes_is_said_to_be_gone(tmp_path, private):
    with pytest.raises(MeipiError, match="could not be opened"):
        guarded(tmp_path / "nothing.meipi", private)


def test_a_child_that_says_nothing_is_killed(hostile, private):
    with pytest.raises(MeipiError, match="too long"):
        open_guarded(hostile.copy(), private / "clean.meipi", deadline=0.001)
    assert not list(private.iterdir())


def test_what_lies_in_the_current_folder_is_not_loaded(hostile, private, monkeypatch):
    trap = hostile.folder / "json.py"
    trap.write_text("raise SystemExit('trapped')", "utf-8")
    monkeypatch.chdir(hostile.folder)
    assert guarded(hostile.copy(), private).counts["highlights"] == 3
    assert [one.name for one in private.iterdir()] == ["clean.meipi"]
