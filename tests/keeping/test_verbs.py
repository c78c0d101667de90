"""`meipi backup` and `meipi restore`: shapes, sentences, exit codes."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from core import backup
from core.check import check
from core.cli import VERBS
from core.library import Library, Reader
from core.model import Article
from tests.generate import mark
from tests.given import made
from tests.terminal import Meipi

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "cli.md"
pytestmark = pytest.mark.skipif("backup" not in VERBS, reason="the verbs are not tied in yet")


def test_backup_takes_a_copy_and_tells_where(meipi: Meipi, kept: Library, path: Path) -> None:
    said = meipi("backup", "--json")
    (copy,) = backup.copies(path)
    assert (said.code, said.err) == (0, "")
    assert said.json.keys() == {"file", "time", "reason", "size"}
    assert (said.json["file"], said.json["reason"]) == (str(copy.path), "hand")
    assert said.json["time"].endswith("Z")
    assert check(copy.path) == check(path)


def test_backup_in_plain_words(meipi: Meipi, kept: Library, path: Path) -> None:
    said = meipi("backup")
    (copy,) = backup.copies(path)
    assert said.out == f"Copied to {copy.path} ({copy.size / 1e6:.1f} MB).\n"


@pytest.mark.parametrize("words", [[], ["-o", "own.meipi"], ["--text"], ["--text", "-o", "a"]])
def test_a_damaged_log_is_copied_and_told_of(
    meipi: Meipi,
    kept: Library,
    path: Path,
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    backup.take(path, backup.Reason.DAILY)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE")  # its own, or Windows says no
        connection.execute("UPDATE revisions SET clock = clock + 1 WHERE field = 'edition'")
    said = meipi("backup", *words)
    assert said.code == 1
    assert said.err.startswith("The log of library.meipi is damaged, and the copy's with it: ")
    assert said.out
    assert backup.is_damaged(path)
    assert meipi("check").code == 1


def test_the_list_is_empty_then_newest_first(meipi: Meipi, kept: Library, path: Path) -> None:
    assert meipi("backup", "--list").out == "There are no copies yet.\n"
    assert meipi("backup", "--list", "--json").json == []
    backup.take(path, backup.Reason.DAILY, lambda: 1_762_663_572_000)
    backup.take(path, backup.Reason.MERGE, lambda: 1_762_663_573_000)
    rows = meipi("backup", "--list", "--json").json
    assert [row["reason"] for row in rows] == ["merge", "daily"]
    assert rows[1]["time"] == "2025-11-09T04:46:12.000Z"
    lines = meipi("backup", "--list").out.splitlines()
    assert lines[0].split() == ["taken", "why", "size", "file"]
    assert len(lines) == 3


def test_a_copy_of_ones_own(meipi: Meipi, kept: Library, path: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.meipi"
    said = meipi("backup", "-o", own, "--json")
    assert (said.code, said.json["file"]) == (0, str(own))
    assert check(own) == check(path)
    assert backup.copies(path) == []
    text = tmp_path / "page.txt"
    text.write_text("mine", "utf-8")
    said = meipi("backup", "-o", text)
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert text.read_text("utf-8") == "mine"


def test_text_goes_to_the_terminal_or_to_a_file(
    meipi: Meipi, kept: Library, path: Path, tmp_path: Path
) -> None:
    said = meipi("backup", "--text")
    assert said.out == "".join(backup.lines(path))
    place = tmp_path / "library.jsonl"
    told = meipi("backup", "--text", "-o", place, "--json").json
    assert told == {
        "file": str(place),
        "rows": said.out.count("\n") - 1,
        "size": place.stat().st_size,
    }
    assert place.read_text("utf-8") == said.out
    assert meipi("backup", "--text", "-o", place).out == f"Wrote {told['rows']} rows to {place}.\n"


def test_who_reads_the_text_page_by_page_keeps_nobody_from_writing(
    kept: Library, path: Path
) -> None:
    kept.commit(kept.add([made(f"题 {n}", "x" * 200) for n in range(1500)]).change)
    command = [sys.executable, "-m", "core.cli", "backup", "--text", "--library", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as started:
        assert started.stdout is not None
        first = started.stdout.readline()  # there is more of it than a pipe holds
        done = kept.commit(kept.add([made("又一篇", "One")]).change, wait=False)
        rest = started.stdout.read()
    assert done
    assert b'"format"' in first
    assert "又一篇".encode() not in rest


@pytest.mark.parametrize(
    "words",
    [["--list", "--text"], ["--list", "-o", "x"], ["--text", "--json"], ["-o", "-"], ["x"]],
)
def test_a_wrong_use_is_2(meipi: Meipi, kept: Library, path: Path, words: list[str]) -> None:
    said = meipi("backup", *words)
    assert (said.code, said.out) == (2, "")
    assert "Error: " in said.err
    assert backup.copies(path) == []


def test_restore_latest_goes_back_and_once_more_forth(
    meipi: Meipi, kept: Library, path: Path, article: Article
) -> None:
    meipi("backup")
    before = kept.last_seq()
    kept.commit(mark(article))
    kept.close()
    said = meipi("restore", "latest", "--json")
    assert (said.code, said.err) == (0, "")
    assert said.json.keys() == {
        "restored", "before", "sound", "articles", "highlights", "revisions",
    }  # fmt: skip
    assert (said.json["sound"], said.json["articles"], said.json["highlights"]) == (True, 1, 1)
    with Reader(path) as reader:
        assert reader.last_seq() == before
    said = meipi("restore", "latest")
    assert said.code == 0
    assert said.out.startswith(f"Restored {backup.copies(path)[1].path}.\nWhat was there before")
    with Reader(path) as reader:
        assert reader.last_seq() == before + 1


def test_ctrl_c_after_the_copy_is_back_does_not_say_that_nothing_was_changed(
    meipi: Meipi, kept: Library, path: Path, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    meipi("backup")
    kept.commit(mark(article))
    kept.close()
    monkeypatch.setattr("core.cli.keeping.checking.check", stop)
    said = meipi("restore", "latest")
    assert said.code == 130
    assert said.err.endswith("-hand.meipi is back, and not checked: `meipi check` does that.\n")
    with Reader(path) as reader:
        assert len(reader.annotated(article.id).placed) == 1


def test_restore_by_name_where_the_library_is_gone(
    meipi: Meipi, kept: Library, path: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own.meipi"
    meipi("backup", "-o", own)
    kept.close()
    path.unlink()
    said = meipi("restore", own, "--json")
    assert (said.code, said.json["before"], said.json["restored"]) == (0, None, str(own))
    assert check(path).sound


def test_restore_where_the_library_is_garbage(meipi: Meipi, kept: Library, path: Path) -> None:
    meipi("backup")
    kept.close()
    path.write_bytes(b"rot" * 10_000)
    assert meipi("backup").code == 1
    assert meipi("backup", "--list").code == 0
    said = meipi("restore", "latest", "--json")
    assert said.code == 0
    assert Path(said.json["before"]).read_bytes() == b"rot" * 10_000
    assert check(path).sound


def test_check_tells_what_it_found_also_where_it_cannot_note_it(
    meipi: Meipi, kept: Library, path: Path
) -> None:
    """As on a stick that can only be read, with all of Meipi's own on it."""
    (backup.folder(path) / "damaged").mkdir(parents=True)
    said = meipi("check")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("The library is sound")


def test_where_there_is_no_copy_restore_says_so(meipi: Meipi, kept: Library, path: Path) -> None:
    said = meipi("restore", "latest")
    assert (said.code, said.out) == (1, "")
    assert said.err == "There is no copy of this library. `meipi backup` takes one.\n"


def test_a_copy_that_tells_of_harm_is_restored_with_a_warning(
    meipi: Meipi, kept: Library, path: Path
) -> None:
    kept.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE highlights SET note = 'forged'")
        connection.commit()
    meipi("backup")
    said = meipi("restore", "latest", "--json")
    assert (said.code, said.json["sound"]) == (1, False)
    assert backup.is_damaged(path)
    assert json.loads(said.out)["restored"]


@pytest.mark.parametrize(("verb", "words"), [("backup", []), ("restore", ["latest"])])
def test_the_answers_have_the_keys_that_the_page_promises(
    meipi: Meipi, kept: Library, path: Path, verb: str, words: list[str]
) -> None:
    section = DOCS.read_text("utf-8").split(f"\n## {verb}\n")[1].split("\n## ")[0]
    promised = json.loads(section.split("```json\n")[1].split("```")[0])
    backup.take(path, backup.Reason.DAILY)
    assert meipi(verb, *words, "--json").json.keys() == promised.keys()
