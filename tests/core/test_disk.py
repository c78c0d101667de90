"""Files that are whole or not there, where another program holds them for a moment."""

from pathlib import Path

import pytest

from core import disk


class Held(type(Path())):  # type: ignore[misc]  # Path itself has no children before 3.12
    """A file that is refused to be moved, as Windows refuses it while somebody reads its place."""

    left = 0

    def replace(self, target):
        if Held.left:
            Held.left -= 1
            raise PermissionError(13, "Access is denied")
        return super().replace(target)


def settings(folder: Path) -> tuple[Path, Path]:
    part, place = folder / "part", folder / "settings.json"
    part.write_text("new")
    place.write_text("old")
    return Held(part), place


def test_what_is_held_for_a_moment_is_replaced_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, place = settings(tmp_path)
    monkeypatch.setattr(disk, "WAITS", (0, 0))
    monkeypatch.setattr(Held, "left", 2)
    disk.arrive(part, place)
    assert place.read_text() == "new"


def test_what_is_held_for_long_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, place = settings(tmp_path)
    monkeypatch.setattr(disk, "WAITS", (0, 0))
    monkeypatch.setattr(Held, "left", 3)
    with pytest.raises(PermissionError):
        disk.arrive(part, place)
    assert place.read_text() == "old"
