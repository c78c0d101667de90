"""What the reader names a place for is never written over what Meipi keeps."""

import os
from pathlib import Path

import pytest

from core import outgoing, settings
from core.errors import DiskTrouble
from core.library import Library


@pytest.mark.parametrize("name", ["library.meipi", "horizons.svg", "notes"])
def test_a_library_is_known_whatever_it_is_called(path: Path, library: Library, name: str) -> None:
    library.close()
    place = path.rename(path.with_name(name))
    before = place.read_bytes()
    with pytest.raises(DiskTrouble) as refused:
        outgoing.write(place, b"<svg/>")
    assert str(refused.value) == f"{place} is a library of Meipi, or a share. Give another name."
    assert [(one.name, one.read_bytes()) for one in path.parent.iterdir()] == [(name, before)]


def test_exported_preferences_take_no_place_of_those_that_are_kept() -> None:
    """There they would leave out who the reader is, and which libraries are the reader's own."""
    settings.save(settings.Settings(author="x", name="Anna", theme="dark"))
    before = settings.path().read_bytes()
    with pytest.raises(DiskTrouble, match="is where Meipi keeps your preferences"):
        outgoing.write(settings.path(), settings.exchanged(settings.load()))
    assert settings.path().read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="links are those of Unix")
def test_a_link_to_what_is_kept_is_no_way_round(tmp_path: Path, library: Library) -> None:
    settings.save(settings.Settings(author="x"))
    for number, kept in enumerate((library.path, settings.path())):
        link = tmp_path / f"link-{number}"
        link.symlink_to(kept)
        with pytest.raises(DiskTrouble, match="Meipi"):
            outgoing.write(link, b"ours")
        assert link.is_symlink()
