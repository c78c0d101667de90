"""Files are written whole or not at all, and nobody else's are touched."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import DiskTrouble
from core.export import BadTemplate, Template, write_file, write_notes
from core.model import Annotated
from tests.export.marking import annotated
from tests.given import made


def test_a_file_is_utf8_with_lf_and_its_folder_holds_nothing_else(tmp_path):
    write_file(tmp_path / "稀土.md", "# 稀土\n")
    assert (tmp_path / "稀土.md").read_bytes() == "# 稀土\n".encode()
    assert len(list(tmp_path.iterdir())) == 1


def test_the_old_file_stays_whole_when_the_new_one_cannot_be_put_there(tmp_path, monkeypatch):
    file = tmp_path / "a.md"
    file.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskTrouble, match="No space left on device"):
        write_file(file, "new")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("name", ["no/such/folder.md", "x" * 300 + ".md", "folder", "bad\0name.md"])
def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path, name):
    (tmp_path / "folder").mkdir()
    with pytest.raises(DiskTrouble):
        write_file(tmp_path / name, "x")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.mark.skipif(os.name == "nt", reason="links and modes are those of Unix")
def test_a_link_is_replaced_and_what_it_leads_to_is_left_alone(tmp_path):
    (tmp_path / "hers.txt").write_text("hers")
    (tmp_path / "a.md").symlink_to(tmp_path / "hers.txt")
    write_file(tmp_path / "a.md", "ours")
    assert (tmp_path / "hers.txt").read_text() == "hers"
    assert (tmp_path / "a.md").read_text() == "ours"


@pytest.mark.skipif(os.name == "nt", reason="links and modes are those of Unix")
def test_who_may_read_a_file_stays_as_it_was(tmp_path):
    (tmp_path / "a.md").write_text("old")
    (tmp_path / "a.md").chmod(0o600)
    write_file(tmp_path / "a.md", "new")
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o600


def test_a_folder_is_made_and_exported_to_again_without_touching_other_files(tmp_path):
    ones = [annotated(made("稀土", "A claim")), annotated(made("Tin", "Another"))]
    folder = tmp_path / "deep" / "notes"
    first = write_notes(folder, ones)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    (folder / "hers.md").write_text("hers")
    assert write_notes(folder, ones) == first
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        **before,
        "hers.md": b"hers",
    }
    assert first[-1].name == "Meipi index.md"


def test_an_index_of_somebody_elses_is_left_alone(tmp_path):
    (tmp_path / "Meipi index.md").write_text("hers")
    *_, index = write_notes(tmp_path, [annotated(made("稀土", "A claim"))])
    assert index.name == "Meipi index 2.md"
    assert (tmp_path / "Meipi index.md").read_text() == "hers"
    assert write_notes(tmp_path, [])[-1] == index


def test_a_folder_that_is_a_file_is_told_in_a_sentence(tmp_path):
    (tmp_path / "notes").write_text("hers")
    with pytest.raises(DiskTrouble):
        write_notes(tmp_path / "notes", [annotated(made("稀土", "A claim"))])


def test_where_a_template_fails_no_folder_is_made(tmp_path):
    with pytest.raises(BadTemplate):
        write_notes(
            tmp_path / "notes",
            [annotated(made("稀土", "A claim"))],
            template=Template("{{ nix }}", "mine.j2"),
        )
    assert list(tmp_path.iterdir()) == []


def test_notes_that_end_halfway_leave_nothing_new(tmp_path: Path) -> None:
    old, new = annotated(made("稀土", "A claim")), annotated(made("Tin", "Another"))
    folder = tmp_path / "notes"
    first = write_notes(folder, [old])
    before = {path: path.read_bytes() for path in first}

    def called_off() -> Iterator[Annotated]:
        yield new
        yield old
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_notes(folder, called_off())
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    with pytest.raises(KeyboardInterrupt):
        write_notes(tmp_path / "other" / "below", called_off())
    assert not (tmp_path / "other").exists()
