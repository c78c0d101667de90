"""Several programs at one library, a sync program among them, and places that are full or gone."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from core import backup
from core.check import check
from core.errors import DiskTrouble, MeipiError
from core.library import Library, Reader
from core.model import Article
from tests.generate import mark
from tests.given import ANNA, made

ROOT = Path(__file__).parents[2]
MARKS = 25
MARKER = """
import sys
from contextlib import suppress
from pathlib import Path
from core.library import Library
from core.model import Author
from tests.generate import mark
with Library(Path(sys.argv[1]), Author(sys.argv[2], sys.argv[2])) as library:
    article = library.article(library.cards(library.order())[0].id)
    for _ in range(int(sys.argv[3])):
        print(library.commit(mark(article)).edits[0].record, flush=True)
"""


def test_programs_that_write_at_once_lose_nothing_and_copies_meanwhile_are_whole(
    kept: Library, path: Path, article: Article
) -> None:
    before = len(kept.annotated(article.id).placed)
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", MARKER, path, name, str(MARKS)], stdout=subprocess.PIPE, cwd=ROOT
        )
        for name in ("ben", "chen", "dora")
    ]
    copies = [backup.take(path, backup.Reason.MIGRATE).path for _ in range(5)]
    told = set()
    for program in programs:
        told |= set(program.communicate()[0].decode().split())
        assert program.returncode == 0
    placed = kept.annotated(article.id).placed
    assert len(told) == 3 * MARKS
    assert told <= {one.highlight.id for one in placed}
    assert len(placed) == before + len(told)
    assert [check(copy).findings for copy in (path, *copies)] == [()] * 6


def test_between_two_deeds_the_file_alone_holds_everything(
    kept: Library, path: Path, tmp_path: Path, article: Article
) -> None:
    """So that a program that carries it to another machine carries it whole."""
    alone = tmp_path / "elsewhere.meipi"
    for _ in range(3):
        kept.commit(mark(article))
        shutil.copyfile(path, alone)
        assert check(alone) == check(path)
        assert not [one for one in path.parent.iterdir() if one.name.endswith(("-wal", "-shm"))]


FULL = """
import json, resource, sys
from pathlib import Path
from core import backup
from core.errors import MeipiError
from core.library import Library
from tests.generate import articles
from tests.given import ANNA
path, copy, limit = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
def add():
    with Library(path, ANNA) as library:
        library.commit(library.add(articles(40, 3)).change)
deeds = (add, lambda: backup.take(path, backup.Reason.MERGE), lambda: backup.restore(path, copy))
for deed in deeds:
    try:
        deed()
    except MeipiError as error:
        print(type(error).__name__, error, flush=True)
    else:
        print("done", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits a file's size")
@pytest.mark.parametrize("limit", [4096, 20_000, 65_536, 100_000, 150_000, 200_000, 300_000])
def test_where_no_file_can_grow_nothing_is_lost_and_it_is_said(
    kept: Library, path: Path, article: Article, limit: int
) -> None:
    copy = backup.take(path, backup.Reason.DAILY).path
    kept.close()
    before = check(path)
    ran = subprocess.run(
        [sys.executable, "-c", FULL, path, copy, str(limit)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    told = ran.stdout.splitlines()
    assert len(told) == 3, ran.stderr
    assert {line.partition(" ")[0] for line in told} <= {"done", "DiskTrouble", "ReadOnly"}
    report = check(path)
    assert report.findings == ()
    added, _, restored = (line == "done" for line in told)
    assert report.articles == before.articles + 40 * (added and not restored)
    assert not [one for one in path.parent.iterdir() if one.name.startswith(".")]
    for one in backup.copies(path):
        assert check(one.path).findings == ()


STICK = """
import resource, sys
from pathlib import Path
from core import backup
from core.errors import DiskTrouble
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
try:
    backup.copy_to(Path(sys.argv[1]), Path(sys.argv[2]))
except DiskTrouble as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits a file's size")
def test_of_a_copy_that_cannot_be_written_it_is_not_said_that_the_library_is_gone(
    kept: Library, path: Path, tmp_path: Path
) -> None:
    words = [sys.executable, "-c", STICK, str(path), str(tmp_path / "own.meipi")]
    ran = subprocess.run(words, capture_output=True, text=True, check=True, cwd=ROOT)
    said = "The copy of library.meipi could not be written. Check the disk, then try again.\n"
    assert ran.stdout == said
    assert list(tmp_path.glob("*own*")) == []


def mounted(place: Path) -> bool:
    """Make a disk of one megabyte, where that is allowed."""
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    return (
        sys.platform == "linux"
        and os.geteuid() == 0
        and subprocess.run(words, check=False, capture_output=True).returncode == 0
    )


def test_on_a_small_disk_that_fills_up_everything_said_to_be_done_is_there(
    tmp_path: Path,
) -> None:
    disk = tmp_path / "disk"
    if not mounted(disk):
        pytest.skip("no small disk can be made here")
    try:
        path = disk / "library.meipi"
        with Library(path, ANNA) as library, suppress(DiskTrouble):
            for done in range(1000):
                one = made(f"第{done}篇", "A claim " * 800)
                library.commit(library.add([one]).change)
        assert 5 < done < 999
        with pytest.raises(DiskTrouble):
            backup.copy_to(path, disk / "copy.meipi")
        assert not list(disk.glob(".meipi-*"))
        with Reader(path) as reader:
            assert reader.count() == done
        assert check(path).findings == ()
    finally:
        subprocess.run(["umount", "-l", disk], check=False)


def test_a_copy_into_a_folder_that_vanished_is_told(
    kept: Library, path: Path, tmp_path: Path
) -> None:
    for copy in (backup.copy_to, backup.write_text):
        with pytest.raises(MeipiError) as told:
            copy(path, tmp_path / "gone" / "copy.meipi")
        assert told.value.sentence.startswith("copy.meipi could not be")
        assert told.value.remedy
    assert not (tmp_path / "gone").exists()
