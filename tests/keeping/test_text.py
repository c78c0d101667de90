"""A library as text: the same lines for the same library, and all of it is in them."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from core import annotate, backup, schema
from core.check import check, rebuild
from core.errors import DiskTrouble, Unreadable
from core.library import Library
from core.model import Article
from core.parse import parse_file
from core.parse.folder import files_of
from tests.given import made


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in backup.lines(path)]


def test_the_first_line_names_the_format_and_each_other_a_row(kept: Library, path: Path) -> None:
    first, *others = rows(path)
    assert first == {"format": "meipi", "version": schema.VERSION}
    assert {"articles", "editions", "nodes", "changes", "revisions"} <= {
        row["table"] for row in others
    }
    ids = [row["rev"] for row in others if row["table"] == "revisions"]
    assert ids == sorted(ids)
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in ids)
    assert len(ids) == check(path).revisions


def test_chinese_is_readable_and_no_line_is_broken(kept: Library, path: Path) -> None:
    kept.commit(kept.add([made("断\u2028行\x85了", "One\u2029two")]).change)
    text = "".join(backup.lines(path))
    assert "中国稀土替代品要找多久" in text
    assert len(text.splitlines()) == len(list(backup.lines(path)))
    assert "断\u2028行\x85了" in {row.get("title") for row in rows(path)}


def test_a_deed_only_adds_lines(kept: Library, path: Path, article: Article) -> None:
    before = list(backup.lines(path))
    kept.commit(annotate.read({article.id: False}, now=True))
    after = list(backup.lines(path))
    assert [line for line in after if line in before] == before
    assert len(after) > len(before)


def test_a_library_can_be_made_again_from_its_text(
    kept: Library, path: Path, tmp_path: Path
) -> None:
    kept.undo()
    kept.redo()
    again = tmp_path / "again.meipi"
    with closing(sqlite3.connect(again, isolation_level=None)) as connection:
        schema.create(connection)
        for row in rows(path)[1:]:
            table = row.pop("table")
            for name in ("rev", "parents"):
                if name in row:
                    row[name] = bytes.fromhex("".join(row[name]))
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", list(row.values()))
    rebuild(again)
    assert check(again) == check(path)
    assert list(backup.lines(again)) == list(backup.lines(path))


def test_a_text_is_written_whole_and_over_an_older_one(
    kept: Library, path: Path, tmp_path: Path
) -> None:
    place = tmp_path / "library.jsonl"
    assert backup.write_text(path, place) == len(rows(path)) - 1
    kept.undo()
    backup.write_text(path, place)
    assert place.read_bytes() == "".join(backup.lines(path)).encode()


@pytest.mark.parametrize("content", [b"my notes\n", b""])
def test_a_text_is_written_over_nothing_else(
    kept: Library, path: Path, tmp_path: Path, content: bytes
) -> None:
    place = tmp_path / "mine.txt"
    place.write_bytes(content)
    for there in (place, path, tmp_path):
        with pytest.raises(DiskTrouble):
            backup.write_text(path, there)
    assert place.read_bytes() == content
    assert check(path).sound


def test_a_text_is_no_page_to_import(kept: Library, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "page.txt").write_text("Core Insights - A claim [1]", "utf-8")
    backup.write_text(path, folder / "library.jsonl")
    assert files_of(folder) == [folder / "page.txt"]
    with pytest.raises(Unreadable, match="the text of a library, and no page"):
        parse_file(folder / "library.jsonl")
