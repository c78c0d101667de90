"""What lies where a file should: pipes, devices, links, folders, too much."""

import gzip
import os
import zlib
from pathlib import Path
from random import Random

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


NO_TEXT = {
    "picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + zlib.compress(bytes(range(256)) * 99, 0),
    "packed": gzip.compress("稀土".encode() * 9 + bytes(range(256)) * 20),
    "rubbish": Random(4).randbytes(3_000),
    "nothing": bytes(400),
    "font": ("\0佔呏假协ꄀ" + "怀中升䉕\ue842\ua829ऀ" * 90).encode("utf-16-le"),
}


@pytest.mark.parametrize("kind", NO_TEXT)
def test_a_file_that_holds_no_text_is_refused(tmp_path, kind):
    place = tmp_path / "page.txt"
    place.write_bytes(NO_TEXT[kind])
    with pytest.raises(Unreadable, match=r"This file holds no text\. Save what it shows"):
        parse_file(place)


def test_a_little_damage_is_no_reason_to_refuse_a_text(tmp_path):
    place = tmp_path / "page.txt"
    place.write_bytes("稀土价格上涨。\f\n".encode() * 20 + b"\x07\0\xff")
    assert parse_file(place).articles
