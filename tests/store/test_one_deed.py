"""A deed is whole or nothing: with a failing table, a full disk, a locked or a lost file."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from core import annotate
from core.change import Change
from core.check import check
from core.errors import Busy, DiskTrouble, MeipiError, ReadOnly, Stale
from core.library import Library, Reader
from core.model import Article, Colour, Highlight, Passage
from core.store.connect import trouble
from tests.elsewhere import busy
from tests.given import ANNA, BEN, made

TABLES = ("changes", "revisions", "heads", "shelf", "highlights", "tags", "taggings", "authors")


def mark(article: Article, **more: object) -> Change:
    passage = Passage(article.id, article.edition.id, 1, 0, 6, article.edition.nodes[1].text[:6])
    return annotate.highlight(passage, **more)  # type: ignore[arg-type]


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        named = "SELECT name, sql FROM sqlite_master WHERE rootpage > 0 AND type = 'table'"
        tables = connection.execute(named).fetchall()
        return [
            f"{name} {row}"
            for name, _ in tables
            for row in connection.execute(f'SELECT * FROM "{name}"')
        ]


@pytest.fixture
def marked(library: Library, rare_earths: Article) -> Highlight:
    library.commit(library.add([rare_earths]).change)
    change = library.commit(mark(rare_earths, tags=["claim/forecast"]))
    return library.highlight(change.edits[0].record)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("when", ["INSERT", "UPDATE", "DELETE"])
def test_a_deed_that_fails_half_way_changes_nothing(
    path: Path, library: Library, marked: Highlight, rare_earths: Article, table: str, when: str
) -> None:
    trip = f"CREATE TEMP TRIGGER trip BEFORE {when} ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END"
    library._connection.execute(trip)
    deeds: tuple[Callable[[], object], ...] = (
        lambda: library.commit(library.add([made("另一篇", "Something else")]).change),
        lambda: library.commit(mark(rare_earths, tags=["矿产", "claim"], note="why")),
        lambda: library.commit(annotate.remove([marked])),
        library.undo,
    )
    for deed in deeds:
        before = dump(path)
        try:
            deed()
        except sqlite3.IntegrityError:
            assert dump(path) == before
    library._connection.execute("DROP TRIGGER trip")
    assert check(path).findings == ()


def test_on_a_full_disk_nothing_is_changed_and_it_is_said(
    path: Path, library: Library, marked: Highlight
) -> None:
    before = dump(path)
    pages = library._connection.execute("PRAGMA page_count").fetchone()[0]
    library._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskTrouble, match="disk is full; nothing was changed"):
        library.commit(annotate.note(marked, "x" * 100_000))
    assert dump(path) == before
    library._connection.execute("PRAGMA max_page_count = 100000")
    library.commit(annotate.note(marked, "x" * 100_000))
    assert check(path).findings == ()


def test_while_another_program_writes_a_deed_is_refused_in_words(
    library: Library, marked: Highlight
) -> None:
    with busy(library):
        with pytest.raises(Busy, match=r"^Another program is using library\.meipi\. Try"):
            library.commit(annotate.note(marked, "me too"))
        assert library.highlight(marked.id).note == ""
    assert library.commit(annotate.note(marked, "me too"))


def test_while_another_program_reads_a_deed_is_refused_whole(
    path: Path, library: Library, marked: Highlight
) -> None:
    library._connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM shelf").fetchone()
        with pytest.raises(Busy):
            library.commit(annotate.note(marked, "me too"))
    assert library.highlight(marked.id).note == ""
    assert check(path).findings == ()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_library_that_was_moved_away_takes_no_deed(
    path: Path, library: Library, marked: Highlight
) -> None:
    path.rename(path.with_name("elsewhere.meipi"))
    with pytest.raises(DiskTrouble, match="is no longer in"):
        library.commit(annotate.note(marked, "into the void"))


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_library_that_was_moved_away_is_told_so_where_a_journal_was_left_too(
    path: Path, library: Library
) -> None:
    path.with_name(f"{path.name}-journal").write_bytes(bytes(512))
    path.rename(path.with_name("elsewhere.meipi"))
    with pytest.raises(DiskTrouble, match="is no longer in"):
        library.order()


def denied(code: int, *about: Path) -> PermissionError:
    """Give what Windows says of files."""
    said = PermissionError(13, "Access is denied")
    said.winerror = code  # type: ignore[attr-defined]  # which only Windows knows
    said.filename, said.filename2 = (*map(str, about), None, None)[:2]
    return said


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_library_that_windows_keeps_for_somebody_is_in_use(path: Path, code: int) -> None:
    with pytest.raises(DiskTrouble, match="could not be opened"), trouble(path):
        raise denied(code, path)
    path.touch()
    with pytest.raises(Busy, match=r"Another program is using library\.meipi"), trouble(path):
        raise denied(code, path.with_name(".part"), path)


@pytest.mark.skipif(sys.platform != "linux", reason="a running program can be written elsewhere")
def test_a_library_that_may_not_be_written_is_in_nobodys_use(path: Path) -> None:
    shutil.copy(shutil.which("sleep") or "", path)  # while it runs, not even root may write it
    with subprocess.Popen([path, "60"]) as running:
        with pytest.raises(ReadOnly, match=r"library\.meipi can only be read"), trouble(path):
            raise denied(5, path)
        running.kill()


def test_of_another_file_that_access_is_denied_to_nobody_is_accused(path: Path) -> None:
    path.touch()
    with pytest.raises(DiskTrouble, match="Access is denied"), trouble(path):
        raise denied(5, path.with_name("elsewhere"))


def test_two_libraries_on_one_file_lose_no_deed(
    path: Path, library: Library, marked: Highlight, clock: Callable[[], int]
) -> None:
    seen = library.last_seq()
    with Library(path, BEN, clock) as other:
        library.commit(annotate.recolour([library.highlight(marked.id)], Colour.RED))
        other.commit(annotate.note(other.highlight(marked.id), "Ben's"))
        library.commit(annotate.tag([library.highlight(marked.id)], "矿产", library.tags()))
    names = [change.name for change in library.since(seen)]
    one = library.highlight(marked.id)
    assert names == ["recolour", "sign", "note", "tag"]
    assert (one.colour, one.note, len(one.tags)) == (Colour.RED, "Ben's", 2)
    assert check(path).findings == ()


def test_undo_takes_back_the_last_deed_whoever_did_it(
    path: Path, library: Library, marked: Highlight, clock: Callable[[], int]
) -> None:
    with Library(path, BEN, clock) as other:
        other.commit(annotate.note(other.highlight(marked.id), "Ben's"))
    undone = library.undo()
    assert undone is not None
    assert undone.name == "note"
    assert library.highlight(marked.id).note == ""
    library.redo()
    assert library.highlight(marked.id).note == "Ben's"


def test_a_note_on_a_highlight_that_was_removed_meanwhile_is_refused(
    path: Path, library: Library, marked: Highlight, clock: Callable[[], int]
) -> None:
    with Library(path, BEN, clock) as other:
        other.commit(annotate.remove([marked]))
    with pytest.raises(Stale, match="taken away meanwhile"):
        library.commit(annotate.note(marked, "too late"))
    with pytest.raises(Stale, match="taken away meanwhile"):
        library.commit(annotate.remove([marked]))
    library.undo()
    assert library.highlight(marked.id).note == ""


def test_a_tag_that_was_undone_meanwhile_is_not_given(
    path: Path, library: Library, marked: Highlight, rare_earths: Article
) -> None:
    known = library.tags()
    library.undo()
    with pytest.raises(Stale, match="This tag was taken away"):
        library.commit(mark(rare_earths, tags=["claim/forecast"], known=known))
    with pytest.raises(Stale, match="This tag was taken away"):
        library.commit(mark(rare_earths, tags=["claim/outcome"], known=known))


def test_an_undo_finds_a_field_as_it_wants_it_and_leaves_it(
    library: Library, marked: Highlight, rare_earths: Article
) -> None:
    library.commit(annotate.read({rare_earths.id: False}, now=True))
    library.commit(annotate.read({rare_earths.id: True}, now=False))
    library.commit(annotate.read({rare_earths.id: False}, now=True, quiet=True))
    library.undo()
    assert library.annotated(rare_earths.id).read
    library.undo()
    assert not library.annotated(rare_earths.id).read


def test_a_name_is_put_down_with_its_first_deed_or_not_at_all(
    path: Path, library: Library, marked: Highlight, clock: Callable[[], int]
) -> None:
    library.commit(annotate.note(library.highlight(marked.id), "first"))
    seen = library.last_seq()
    with Library(path, BEN, clock) as other, pytest.raises(Stale):
        other.commit(annotate.note(marked, "second"))
    assert library.last_seq() == seen
    with Library(path, BEN, clock) as other:
        other.undo()
    assert {one.name for one in library.authors()} == {"Anna", "Ben"}


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="rights are POSIX's here")
@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o755), (0o666, 0o555), (0o444, 0o555)])
def test_where_one_may_not_write_one_may_look(rare_earths: Article, file: int, folder: int) -> None:
    place = Path(tempfile.mkdtemp())
    path = place / "library.meipi"
    with Library(path, ANNA) as library:
        library.commit(library.add([rare_earths]).change)
    assert check(path).sound, "and what looks is loaded: Python may lie where nobody may read"
    path.chmod(file)
    place.chmod(folder)
    before = path.read_bytes()
    try:
        assert _as_nobody(lambda: _look_and_try(path, rare_earths)) == 0
        assert path.read_bytes() == before
    finally:
        place.chmod(0o755)
        shutil.rmtree(place)


def _look_and_try(path: Path, article: Article) -> None:
    with Reader(path) as reader:
        assert reader.article(article.id) == article
    assert check(path).sound
    with Library(path, BEN) as library:
        assert library.annotated(article.id).article == article
        with pytest.raises(ReadOnly, match="can only be read"):
            library.commit(mark(article))


def _as_nobody(work: Callable[[], None]) -> int:
    """Do work in a child that has no rights of its own; give its exit code."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 1
    try:
        if os.geteuid() == 0:
            os.setuid(65534)
        work()
        code = 0
    except (AssertionError, MeipiError, OSError, sqlite3.Error) as error:
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(code)


def test_a_deed_asks_for_no_sqlite_utils(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from core.library import Library;"
        "from tests.given import ANNA, BEN, made; from tests.store.test_one_deed import mark;"
        "library = Library(Path(sys.argv[1]), ANNA); one = made('稀土', 'Some more text');"
        "library.commit(library.add([one]).change); library.commit(mark(one, tags=['矿产']));"
        "print(ascii([tag.name for tag in library.tags()]), 'sqlite_utils' in sys.modules)"
    )
    words = [sys.executable, "-c", program, str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout == f"{['矿产']!a} False\n"
