"""What lies where a file should: pipes, devices, links, folders, too much."""

import os
from pathlib import Path

import pytest

from core import disk, settings
from core.errors import MeipiError, Unreadable
from core.export import template
from core.parse import parse_file


def pipe(folder: Path) -> Path:
    made = folder / "pipe.txt"
    os.mkfifo(made)
    return made


def device(folder: Path) -> Path:
    made = folder / "zero.txt"
    made.symlink_to("/dev/zero")
    return made


def loop(folder: Path) -> Path:
    made = folder / "loop.txt"
    made.symlink_to(made)
    return made


def folder(folder: Path) -> Path:
    made = folder / "folder.json"
    made.mkdir()
    return made


ODD = (pipe, device, loop, folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
@pytest.mark.parametrize("make", ODD)
@pytest.mark.parametrize("read", [parse_file, settings.exported, template.load])
def test_what_is_no_file_is_told_at_once(tmp_path, make, read):
    with pytest.raises(MeipiError):
        read(make(tmp_path))


def test_a_file_larger_than_can_be_read_gets_one_sentence(tmp_path):
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(1 << 31)
    with pytest.raises(Unreadable, match=r"large\.txt is too large\. Divide it"):
        parse_file(large)


def test_no_more_is_read_than_asked_for(tmp_path):
    place = tmp_path / "some.txt"
    place.write_bytes(b"12345")
    assert disk.read(place, 3) == b"123"
    assert disk.read(place, 9) == b"12345"


def test_links_in_a_ring_lead_nowhere(tmp_path):
    ring = loop(tmp_path)
    assert disk.whole(ring) == ring.absolute()
    assert disk.whole(tmp_path / "." / "some.txt") == tmp_path.resolve() / "some.txt"
