"""The verbs merge and agreement, called as a script calls them."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from core import annotate, backup
from core.annotate import vocabulary
from core.change import Change
from core.cli.command import meipi
from core.cli.merging import LISTED
from core.errors import MeipiError, NotFound
from core.library import Library
from core.model import Article
from tests.given import made, passage
from tests.merge.told import log

Call = Callable[..., Any]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def call(anna: Library, capsys: pytest.CaptureFixture[str]) -> Call:
    def called(*words: str | Path, into: Path | None = None) -> Any:
        given = [str(word) for word in words] + ["--library", str(into or anna.path)]
        capsys.readouterr()
        assert meipi.main(given, standalone_mode=False) == 0
        out = capsys.readouterr().out
        return json.loads(out) if "--json" in given else out

    return called


def test_a_dry_run_tells_and_takes_nothing(
    anna: Library, ben: Library, mark: str, rare_earths: Article, call: Call
) -> None:
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    ben.commit(annotate.highlight(passage(rare_earths, "oxides")))
    ben.close()
    before = log(anna.path)
    told = call("merge", ben.path, "--dry-run", "--json")
    counts = {"new": 1, "same": 0, "changed": 0, "conflicts": 1, "deleted": 0}
    article = {"id": rare_earths.id, "title": rare_earths.title, "state": "known", **counts}
    assert told == {**counts, "refused": 0, "articles": [article], "others": [], "back": []}
    assert log(anna.path) == before
    assert "Would merge ben.meipi: 1 new, 1 in conflict." in call("merge", ben.path, "--dry-run")
    assert backup.copies(anna.path) == []


def test_of_very_many_refused_rows_all_are_counted(ben: Library, call: Call) -> None:
    terms = [annotate.define(f"术语{number:03}", ("term",)) for number in range(300)]
    ben.commit(Change("define", tuple(edit for one in terms for edit in one.edits)))
    ben.close()
    with closing(sqlite3.connect(ben.path)) as connection, connection:
        spoilt = connection.execute("UPDATE revisions SET value = '?' WHERE kind = 'term'").rowcount
    assert spoilt > 300
    assert call("merge", ben.path, "--dry-run", "--json")["refused"] == spoilt
    told = call("merge", ben.path, "--dry-run").splitlines()
    assert f"Refused {spoilt} rows:" in told
    assert f"  And {spoilt - 200} more." in told


def test_of_very_many_others_the_first_are_told_and_the_rest_are_counted(
    ben: Library, call: Call
) -> None:
    words = [f"术语{number:03}" for number in range(LISTED + 3)]
    terms = [annotate.define(word, ("term",)) for word in words]
    ben.commit(Change("define", tuple(edit for one in terms for edit in one.edits)))
    ben.close()
    told = call("merge", ben.path, "--dry-run").splitlines()
    assert sum("术语" in line for line in told) == LISTED
    assert "  and 3 more." in told


def test_a_merge_is_one_deed_with_a_copy_before_it(
    anna: Library, ben: Library, mark: str, call: Call
) -> None:
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    ben.close()
    assert call("merge", ben.path, "--json")["changed"] == 1
    assert anna.highlight(mark).note == "his"
    assert [copy.reason for copy in backup.copies(anna.path)] == [backup.Reason.MERGE]
    past = anna.undoable()
    assert past is not None
    assert (past.name, past.source) == ("merge", "ben.meipi")
    assert call("merge", ben.path, "--json")["same"] == 1
    assert len(backup.copies(anna.path)) == 1


def test_what_undo_took_away_is_told_and_brought_back_by_a_flag(
    anna: Library, ben: Library, mark: str, rare_earths: Article, call: Call
) -> None:
    new = ben.commit(annotate.highlight(passage(rare_earths, "oxides"))).edits[0].record
    anna.merge(ben.path)
    anna.undo()
    anna.commit(annotate.remove([anna.highlight(mark)]))
    ben.close()
    said = call("merge", ben.path)
    assert "1 record in it was taken away here with Undo: --undone brings it back." in said
    assert "1 record in it was removed here: --removed brings it back." in said
    assert call("merge", ben.path, "--undone", "--dry-run", "--json")["back"] == [
        {
            "kind": "highlight",
            "id": mark,
            "name": "10 to 20 years",
            "undone": False,
            "comes": False,
        },
        {"kind": "highlight", "id": new, "name": "oxides", "undone": True, "comes": True},
    ]
    assert "Brought back 1 record:\n  highlight: oxides\n" in call("merge", ben.path, "--undone")
    assert anna.highlight(new).passage.quote == "oxides"
    with pytest.raises(NotFound):
        anna.highlight(mark)
    call("merge", ben.path, "--removed", "--article", rare_earths.id)
    assert anna.highlight(mark).note == "why?"


def test_the_history_tells_where_a_merge_came_from_also_when_it_is_undone(
    anna: Library, ben: Library, mark: str, call: Call
) -> None:
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    anna.merge(ben.path, source="from-ben.meipi")
    anna.undo()
    told = call("history", "--limit", "2", "--json")
    assert [(one["name"], one["way"], one["source"]) for one in told] == [
        ("merge", "undo", "from-ben.meipi"),
        ("merge", "do", "from-ben.meipi"),
    ]
    assert "Undo: Merge from from-ben.meipi" in call("history")
    assert call("redo") == "Redone: merge from from-ben.meipi\n"


def test_only_the_articles_named_are_taken(
    anna: Library, ben: Library, mark: str, call: Call
) -> None:
    other = made("另一篇", "Something else")
    ben.commit(ben.add([other]).change)
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    ben.close()
    told = call("merge", ben.path, "--article", other.id[:6], "--json")
    assert [one["state"] for one in told["articles"]] == ["new"]
    assert anna.article(other.id) == other
    assert anna.highlight(mark).note == "why?"
    with pytest.raises(NotFound):
        call("merge", ben.path, "--article", "nothing like it")


def test_a_library_is_made_by_the_first_merge_into_it(
    ben: Library, tmp_path: Path, mark: str, call: Call
) -> None:
    ben.close()
    new = tmp_path / "new.meipi"
    with pytest.raises(MeipiError):
        call("merge", ben.path, "--dry-run", into=new)
    assert call("merge", ben.path, "--json", into=new)["new"] == 1
    with Library(new, ben.author) as library:
        assert library.highlight(mark).note == "why?"


def test_a_killed_merge_leaves_no_copy_of_the_share_for_good(
    anna: Library, ben: Library, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ben.close()
    place = tmp_path / "temporary"
    place.mkdir()
    words = [sys.executable, "-m", "core.cli", "merge", str(ben.path), "--library", str(anna.path)]
    named = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(place))
    anna._connection.execute("BEGIN IMMEDIATE")  # which the merge waits for
    with subprocess.Popen(words, cwd=ROOT, env=os.environ | named) as merging:
        while not list(place.rglob("clean.meipi")):
            assert merging.poll() is None
        merging.kill()
    anna._connection.execute("ROLLBACK")
    assert list(place.rglob("clean.meipi"))
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    call("merge", ben.path)
    assert not list(place.iterdir())


def test_a_file_that_is_no_library_changes_nothing(
    anna: Library, tmp_path: Path, call: Call
) -> None:
    (tmp_path / "odd.meipi").write_bytes(b"not a library" * 100)
    before = log(anna.path)
    with pytest.raises(MeipiError):
        call("merge", tmp_path / "odd.meipi")
    assert log(anna.path) == before


def test_agreement_tells_measures_and_where_readers_differ(
    anna: Library, ben: Library, mark: str, rare_earths: Article, call: Call
) -> None:
    assert call("agreement", "--json") == {"tags": []}
    tags = ben.tags()
    ben.commit(annotate.highlight(passage(rare_earths, "oxides"), tags=["claim"], known=tags))
    ben.commit(annotate.highlight(passage(rare_earths, "supply chain"), tags=["claim"], known=tags))
    anna.merge(ben.path)
    (told,) = call("agreement", "--tag", "claim", "--json")["tags"]
    assert (told["tag"], told["readers"], told["claims"]) == ("claim", ["Anna", "Ben"], 2)
    assert (told["agreement"], told["kappa"]) == (0.5, 0.0)
    (differs,) = told["differ"]
    assert (differs["marked"], differs["unmarked"]) == (["Ben"], ["Anna"])
    assert differs["text"] == rare_earths.edition.nodes[1].text
    assert "claim: Ben, not Anna: Output of separated oxides" in call("agreement")
    with pytest.raises(NotFound):
        call("agreement", "--tag", "nothing")
    one = next(tag for tag in anna.tags() if tag.path == "claim")
    anna.commit(vocabulary.call(one, ["Said"], anna.tags()))
    assert call("agreement", "--tag", "said", "--json")["tags"] == [told]


def test_agreement_follows_a_claim_into_another_text(
    anna: Library, ben: Library, mark: str, rare_earths: Article, call: Call
) -> None:
    """Anna marked an older text, in which the claim stood elsewhere."""
    newer = made(
        rare_earths.title, "One claim more", *(n.text for n in rare_earths.edition.nodes[1:])
    )
    ben.commit(ben.add([newer]).change)
    ben.commit(annotate.highlight(passage(newer), tags=["claim"], known=ben.tags()))
    anna.merge(ben.path)
    (told,) = call("agreement", "--json")["tags"]
    assert (told["claims"], told["differ"]) == (3, [])
    assert told["kappa"] == 1


def test_a_file_that_is_refused_makes_no_library(call: Call, tmp_path: Path) -> None:
    bad, new = tmp_path / "bad.meipi", tmp_path / "new.meipi"
    bad.write_text("no library", "utf-8")
    with pytest.raises(MeipiError, match="not a Meipi share or library"):
        call("merge", bad, into=new)
    assert not new.exists()
