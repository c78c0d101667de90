"""Files are written whole or not at all, and nobody else's are touched."""

import os
import stat
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from core.errors import DiskTrouble
from core.export import BadTemplate, Beside, Template, write_file, write_notes
from core.export.record import NAME, Record
from core.model import Annotated
from tests.export.marking import annotated, mark
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


def held(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}


def export(folder: Path, note: str, called: str = "稀土") -> list[Beside]:
    """Export an article with a highlight that has a note."""
    article = made(called, "A claim")
    claim = len(article.edition.nodes) - 1
    beside = list[Beside]()
    ones = [annotated(article, mark(article, claim, "claim", note=note))]
    write_notes(folder, ones, edited=beside.append)
    return beside


def test_a_note_that_was_edited_stays_and_what_is_new_lies_beside_it(tmp_path):
    export(tmp_path, "first")
    (note,) = tmp_path.glob("稀土*.md")
    hers = note.read_text("utf-8") + "\nMy own words.\n"
    note.write_text(hers, "utf-8")
    assert export(tmp_path, "first") == []  # there is nothing new
    new = note.with_name(f"{note.stem} new.md")
    assert export(tmp_path, "second") == [Beside(note, new)]
    assert note.read_text("utf-8") == hers
    assert "second" in new.read_text("utf-8")
    assert export(tmp_path, "second") == []
    new.unlink()  # she has taken it over
    assert export(tmp_path, "second") == []
    assert not new.exists()
    assert export(tmp_path, "third") == [Beside(note, new)]
    new.write_text("edited as well", "utf-8")
    assert export(tmp_path, "fourth") == [Beside(note, note.with_name(f"{note.stem} new 2.md"))]
    assert new.read_text("utf-8") == "edited as well"
    assert note.read_text("utf-8") == hers


def test_a_note_that_nobody_edited_is_written_anew_whatever_its_lines_end_in(tmp_path):
    export(tmp_path, "first")
    (note,) = tmp_path.glob("稀土*.md")
    note.write_bytes(note.read_bytes().replace(b"\n", b"\r\n"))
    assert export(tmp_path, "second") == []
    assert "second" in note.read_text("utf-8")
    assert len(held(tmp_path)) == 2


def test_a_note_of_ours_again_after_her_words_were_taken_out_is_written_anew(tmp_path):
    export(tmp_path, "first")
    (note,) = tmp_path.glob("稀土*.md")
    before = note.read_bytes()
    note.write_text("hers", "utf-8")
    note.write_bytes(before)
    assert export(tmp_path, "second") == []
    assert "second" in note.read_text("utf-8")


def test_without_a_record_what_differs_counts_as_edited(tmp_path):
    export(tmp_path, "first")
    (tmp_path / NAME).unlink()
    assert export(tmp_path, "first") == []
    (tmp_path / NAME).write_bytes(b"\xff no record\n")
    assert [one.new.name[-7:] for one in export(tmp_path, "second")] == [" new.md"]


def test_an_index_that_was_edited_stays(tmp_path):
    export(tmp_path, "first")
    index = tmp_path / "Meipi index.md"
    index.write_text(index.read_text("utf-8") + "mine", "utf-8")
    before = index.read_bytes()
    assert [one.edited for one in export(tmp_path, "first", called="Tin")] == [index]
    assert index.read_bytes() == before


def test_an_index_is_known_whatever_its_lines_end_in(tmp_path):
    export(tmp_path, "first")
    index = tmp_path / "Meipi index.md"
    index.write_bytes(index.read_bytes().replace(b"\n", b"\r\n"))
    assert export(tmp_path, "first", called="Tin") == []
    assert "Tin" in index.read_text("utf-8")
    assert [path.name for path in tmp_path.glob("Meipi index*")] == [index.name]


@pytest.mark.skipif(os.name == "nt", reason="links are those of Unix")
def test_a_record_that_is_a_link_is_replaced_and_nothing_is_written_through_it(tmp_path):
    hers = tmp_path / "hers.txt"
    hers.write_text("hers")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / NAME).symlink_to(hers)
    export(tmp_path / "notes", "first")
    assert hers.read_text() == "hers"
    assert not (tmp_path / "notes" / NAME).is_symlink()


def test_the_record_reads_as_other_programs_write_it(tmp_path):
    export(tmp_path, "first")
    lines = (tmp_path / NAME).read_text("utf-8").splitlines()
    texts = {path.name: sha256(path.read_bytes()).hexdigest() for path in tmp_path.glob("*.md")}
    assert sorted(lines) == sorted(f"{hashed}  {name}" for name, hashed in texts.items())


def test_what_was_written_before_an_export_broke_off_counts_as_ours(tmp_path, monkeypatch):
    export(tmp_path, "first")
    (note,) = tmp_path.glob("稀土*.md")

    monkeypatch.setattr(Record, "end", lambda _self: None)
    export(tmp_path, "second")
    monkeypatch.undo()
    assert len((tmp_path / NAME).read_text("utf-8").splitlines()) > 2
    assert export(tmp_path, "third") == []
    assert "third" in note.read_text("utf-8")
    assert len((tmp_path / NAME).read_text("utf-8").splitlines()) == 2


def test_what_was_to_lie_beside_an_edited_note_comes_after_an_export_was_called_off(tmp_path):
    export(tmp_path, "first")
    (note,) = tmp_path.glob("稀土*.md")
    note.write_text("hers", "utf-8")
    article = made("稀土", "A claim")

    def called_off() -> Iterator[Annotated]:
        yield annotated(article, mark(article, 1, "claim", note="second"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_notes(tmp_path, called_off())
    new = note.with_name(f"{note.stem} new.md")
    assert not new.exists()
    assert export(tmp_path, "second") == [Beside(note, new)]


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
    assert {path: path.read_bytes() for path in folder.glob("*.md")} == before
    with pytest.raises(KeyboardInterrupt):
        write_notes(tmp_path / "other" / "below", called_off())
    assert not (tmp_path / "other").exists()
