"""Second selves that a sync program lays beside a library are found, and nothing else is."""

import os
from pathlib import Path

import pytest

from core import backup
from core.library import Library

SECOND_SELVES = (
    "library (Anna's conflicted copy 2025-11-09).meipi",
    "library (Annas MacBook's conflicted copy 2025-11-09 (1)).meipi",
    "library (Anna 的冲突副本 2025-11-09).meipi",
    "library (conflicted copy 2025-11-09 044612).meipi",
    "library_conflict-20251109-044612.meipi",
    "library.sync-conflict-20251109-044612-ABC1234.meipi",
    "library-DESKTOP-AB12CDE.meipi",
    "library-ANNAS-LAPTOP-2.meipi",
    "library 2.meipi",
    "library (1).meipi",
)
OTHERS = (
    "library-2024.meipi",
    "library-old.meipi",
    "library two.meipi",
    "library2.meipi",
    "library 1.meipi",
    "team (conflicted copy 2025-11-09).meipi",
    "library (conflicted copy 2025-11-09).txt",
    "lib.meipi",
)


@pytest.mark.parametrize("name", SECOND_SELVES)
def test_a_second_self_is_found(kept: Library, path: Path, name: str) -> None:
    second = path.with_name(name)
    backup.copy_to(path, second)
    assert backup.conflict_copies(path) == [second]


@pytest.mark.parametrize("name", OTHERS)
def test_another_library_is_none(kept: Library, path: Path, name: str) -> None:
    backup.copy_to(path, path.with_name(name))
    assert backup.conflict_copies(path) == []


def test_what_only_has_the_name_is_none(kept: Library, path: Path, tmp_path: Path) -> None:
    text, folder, empty, fifo, link = (path.with_name(name) for name in SECOND_SELVES[:5])
    text.write_text("conflict", "utf-8")
    folder.mkdir()
    empty.touch()
    if hasattr(os, "mkfifo"):
        os.mkfifo(fifo)
    link.symlink_to(path)
    assert backup.conflict_copies(path) == []


def test_in_onedrive_a_machine_may_have_any_name(kept: Library, path: Path) -> None:
    folder = path.parent / "OneDrive - Minmetals"
    folder.mkdir()
    for name in ("library.meipi", "library-annas_book.meipi"):
        backup.copy_to(path, folder / name)
    assert len(backup.conflict_copies(folder / "library.meipi")) == 1


def test_where_there_is_no_folder_there_is_none(tmp_path: Path) -> None:
    assert backup.conflict_copies(tmp_path / "gone" / "library.meipi") == []


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Institute)/deep/er", "Dropbox"),
        ("OneDrive", "OneDrive"),
        ("OneDrive - Minmetals/notes", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Personal", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("Library/CloudStorage/GoogleDrive-anna@example.org/My Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("我的坚果云", "Nutstore"),
        ("Dropbox.old", None),
        ("notes", None),
    ],
)
def test_a_synced_folder_is_known_by_its_name(
    tmp_path: Path, folder: str, name: str | None
) -> None:
    place = tmp_path / folder
    place.mkdir(parents=True)
    assert backup.synced_by(place / "library.meipi") == name


@pytest.mark.parametrize(
    ("marker", "name"), [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox")]
)
def test_a_synced_folder_is_known_by_what_lies_in_it(
    tmp_path: Path, marker: str, name: str
) -> None:
    (tmp_path / marker).mkdir()
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert backup.synced_by(tmp_path / "a" / "b" / "library.meipi") == name
