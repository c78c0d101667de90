"""What comes through the guard is a sound library, and says what the file says."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from core import annotate
from core.anchor import describe
from core.change import Change, Edit, Record
from core.check import check
from core.errors import DiskTrouble, NotALibrary
from core.library import Library, Reader
from core.parse import parse_text
from core.share import guard
from core.share.guard import open_guarded
from core.share.make import Choice, make
from core.share.opening import as_library, is_share, look_into
from core.store.connect import connect
from core.store.inspect import CACHE
from tests.generate import articles, mark
from tests.given import ANNA, made
from tests.share.conftest import ARTICLE


def test_where_no_copy_can_be_made_that_is_told(good, private, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(private / "gone"))
    with pytest.raises(DiskTrouble, match="No copy could be made"):
        as_library(good)


def test_a_share_comes_through_whole(good, private):
    clean = open_guarded(good, private / "clean.meipi")
    assert clean.refused == ()
    assert clean.manifest["kind"] == "share"
    assert clean.manifest["name"] == "Anna"
    assert clean.counts["articles"] == 1
    assert clean.counts["highlights"] == 3
    assert check(clean.path).findings == ()


def test_every_row_of_a_share_comes_through_as_it_is(good, private):
    clean = open_guarded(good, private / "clean.meipi")
    with closing(Database(good)) as theirs, closing(Database(clean.path)) as ours:
        for table in ("articles", "editions", "nodes", "changes", "revisions", "manifest", *CACHE):
            columns = CACHE.get(table, "*")
            asked = f"SELECT {columns} FROM {table}"
            assert set(ours.execute(asked)) == set(theirs.execute(asked)), table


@pytest.mark.parametrize(
    "said",
    [
        {"published": "soon \u202e"},
        {"published": "0001-01-01"},
        {"title": "长" * 6000, "source": "s" * 6000},
        {"company_name": "c" * 6000, "symbol": "q" * 6000},
        {"url": "ftp://example.org/"},
        {"url": "https://example.org/" + "s" * 6000},
    ],
)
def test_whatever_could_be_imported_comes_through(path, private, said):
    page = parse_text(json.dumps({"title": "T", "content": "<p>Ore</p>"} | said))
    with Library(path, ANNA) as library:
        library.commit(library.add(page.articles).change)
    clean = open_guarded(path, private / "clean.meipi")
    assert (clean.refused, clean.counts["articles"]) == ((), 1)


def test_an_article_that_only_its_text_tells_apart_is_refused_without_one(path, private):
    with Library(path, ANNA) as library:
        library.commit(library.add([made("", "Ore"), made("稀土", "Ore")]).change)
    with closing(sqlite3.connect(path)) as rows, rows:
        rows.execute("DELETE FROM nodes")
        rows.execute("DELETE FROM editions")
    clean = open_guarded(path, private / "clean.meipi")
    assert any(one.endswith("has no text to know it by.") for one in clean.refused)
    assert clean.counts["articles"] == 1


@pytest.mark.parametrize(
    ("name", "kept"),
    [("An\u200bna\n", "An na"), ("  ", "reader"), ("\ud800", "reader"), ("a" * 300, "a" * 200)],
)
def test_any_name_of_a_reader_comes_through(path, private, name, kept):
    reader, (article,) = replace(ANNA, name=name), articles(1)
    with Library(path, reader) as library:
        library.commit(library.add([article]).change)
        assert [one.name for one in library.authors()] == [kept]
        seq = library.last_seq()
        library.commit(mark(article))
        assert [change.name for change in library.since(seq)] == ["highlight"]  # signed once
    share = make(path, private / "share.meipi", Choice(), reader)
    clean = open_guarded(share.path, private / "clean.meipi")
    assert (clean.refused, clean.manifest["name"]) == ((), kept)


def test_a_whole_library_comes_through_as_well(library, path, private):
    many = list(articles(30))
    library.commit(library.add(many).change)
    for article in many:
        library.commit(mark(article))
    library.undo()
    clean = open_guarded(path, private / "clean.meipi")
    assert clean.manifest == {}
    assert clean.counts["highlights"] == 29
    assert check(clean.path).findings == ()
    with Reader(clean.path) as reader:
        assert reader.undoable() is None, "nobody else's deeds can be undone"


def test_a_removed_tag_that_is_still_used_comes_through(library, path, private):
    library.commit(library.add([ARTICLE]).change)
    passage = describe(ARTICLE, 1, 0, 6)
    library.commit(annotate.highlight(passage, tags=["forecast"]))
    (tag,) = library.tags()
    library.commit(Change("remove", (Edit(Record.TAG, tag.id, "removed", None, "1"),)))
    assert [one.path for one in library.tags()] == ["forecast"], "somebody uses it"
    clean = open_guarded(path, private / "clean.meipi")
    assert check(clean.path).findings == ()
    with Reader(clean.path) as reader:
        assert [one.path for one in reader.tags()] == ["forecast"]


def test_the_first_line_says_who_and_how_much(good, private):
    lines: list[dict[str, Any]] = []
    open_guarded(good, private / "clean.meipi", progress=lines.append)
    assert lines[0]["manifest"]["by"] == ANNA.id
    assert lines[0]["counts"]["articles"] == 1
    assert lines[-1]["refused"] == []


def test_who_stops_while_looking_leaves_nothing(good, private):
    def stop(_line: dict[str, object]) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_guarded(good, private / "clean.meipi", progress=stop)
    assert not list(private.iterdir())


def test_the_child_runs_without_anything_installed(good, private):
    """-S: without what is installed beside Python. It stands in a folder of its own."""
    root = str(Path(__file__).parents[2])
    command = [sys.executable, "-P", "-S", "-m", "core.share.child"]
    done = subprocess.run(
        [*command, str(good), str(private / "clean.meipi"), "10"],
        cwd=private,
        env={"PYTHONPATH": root},
        capture_output=True,
        check=True,
    )
    assert done.stdout.count(b"\n") >= 2
    assert done.stderr == b""


def test_a_share_is_looked_into_as_a_library(good):
    assert is_share(good)
    path = as_library(good)
    assert path != good
    with Reader(path) as reader:
        assert [card.title for card in reader.cards(reader.order())] == [ARTICLE.title]
        assert len(reader.annotated(ARTICLE.id).placed) == 3


def test_a_share_is_no_library_to_write_to(good):
    before = good.read_bytes()
    for opened in (lambda: Reader(good), lambda: Library(good, ANNA), lambda: connect(good)):
        with pytest.raises(NotALibrary):
            opened()
    assert good.read_bytes() == before


def test_a_share_without_texts_shows_what_was_marked(library, path, tmp_path):
    library.commit(library.add([ARTICLE]).change)
    passage = describe(ARTICLE, 2, 2, 8)
    library.commit(annotate.highlight(passage, note="kept", tags=["a/b"]))
    share = make(path, tmp_path / "share.meipi", Choice(without_texts=True), ANNA)
    with Reader(look_into(share.path).path) as reader:
        shown = reader.annotated(ARTICLE.id)
    (placed,) = shown.placed
    assert shown.article.title == ARTICLE.title
    node = shown.article.edition.nodes[placed.node or 0]
    assert node.text[placed.start : placed.end] == passage.quote == "secure"
    assert placed.highlight.note == "kept"
    assert {tag.path for tag in shown.tags.values()} == {"a", "a/b"}


def test_a_current_share_comes_through_with_its_deletions(library, path, tmp_path, private):
    library.commit(library.add([ARTICLE]).change)
    library.commit(annotate.highlight(describe(ARTICLE, 1, 0, 6), note="thrown away"))
    library.commit(annotate.remove([library.annotated(ARTICLE.id).placed[0].highlight]))
    share = make(path, tmp_path / "share.meipi", Choice(history="current"), ANNA)
    clean = open_guarded(share.path, private / "clean.meipi")
    assert clean.refused == ()
    with closing(Database(clean.path)) as rows:
        said = list(rows.execute("SELECT field FROM revisions WHERE kind = 'highlight'"))
    assert said == [("removed",)]


def test_a_sign_of_life_may_come_before_what_a_large_file_says_of_itself(private: Path) -> None:
    told: list[dict[str, Any]] = [
        {"stage": "at work"},
        {"manifest": {"name": "Ben"}, "counts": {}},
        {"refused": [], "rows": 0, "counts": {"articles": 1}},
    ]
    clean = guard._guarded(private / "large.meipi", private / "clean.meipi", told)
    assert clean.manifest == {"name": "Ben"}
