"""What the check finds, and what a rebuild mends: the cache, and never the log."""

import itertools
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from core import annotate
from core.annotate import findings, pairs
from core.annotate.findings import Draft
from core.check import check, rebuild
from core.errors import NotALibrary
from core.finding import Due, Evidence, Figure, Outcome, Relation, Result
from core.library import Library
from core.model import Article, Passage, Stance
from core.store import connect, inspect
from tests.generate import articles
from tests.given import ANNA, made

CACHE = tuple(inspect.CACHE)


@pytest.fixture
def kept(path: Path, rare_earths: Article, clock: Callable[[], int]) -> Path:
    """A library with two articles, a highlight with everything, and things undone and removed."""
    with Library(path, ANNA, clock) as library:
        library.commit(library.add([rare_earths, made("另一篇", "Something else")]).change)
        place = (rare_earths.id, rare_earths.edition.id, 1, 0, 6)
        passage = Passage(*place, rare_earths.edition.nodes[1].text[:6])
        for tags in (["claim/forecast"], ["矿产"]):
            change = library.commit(annotate.highlight(passage, note="why?", tags=tags))
        one = library.highlight(change.edits[0].record)
        library.commit(annotate.judge([one], Stance.DOUBT))
        library.undo()
        library.commit(annotate.remove([one]))
        conclude(library, rare_earths)
    return path


def conclude(library: Library, article: Article) -> None:
    """Make a finding with everything, and judge it and a pair."""
    (placed,) = library.annotated(article.id).placed
    figure, due = Figure("count", Decimal(9)), Due(None, date(2030, 12, 31), "year")
    rests, tags = (Evidence(placed.highlight.id),), ("claim/forecast",)
    draft = Draft("Nine are left", rests, figure=figure, due=due, confidence=60, tags=tags)
    library.commit(findings.find(draft, library.tags()))
    (one,) = library.findings()
    library.commit(findings.judge(one, Outcome(Result.FAILED, date(2031, 1, 1))))
    claims = (findings.whole(article, 1), findings.whole(article, 2))
    library.commit(pairs.relate(Relation.ECHOES, claims, {}, confirmed=True))


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute(f"SELECT * FROM {table}"), key=repr)


def test_a_sound_library_is_counted(kept: Path) -> None:
    report = check(kept)
    assert report.findings == ()
    assert (report.articles, report.highlights) == (2, 1)
    assert report.revisions == len(rows(kept, "revisions"))


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE highlights SET note = 'why!'", "table highlights differs from the log"),
        ("UPDATE highlights SET colour = 'red'", "table highlights differs from the log"),
        ("UPDATE highlights SET quote = 'Outpux'", "is not what stands in its text"),
        ("DELETE FROM highlights", "table highlights lacks what the log says"),
        ("UPDATE shelf SET read = 1", "table shelf differs from the log"),
        ("UPDATE tags SET path = 'x' WHERE name = 'forecast'", "table tags differs from the log"),
        ("INSERT INTO tags VALUES ('x','x',NULL,'x','','','')", "says what the log does not"),
        ("DELETE FROM taggings", "table taggings lacks what the log says"),
        ("UPDATE findings SET statement = 'Ten'", "table findings differs from the log"),
        ("UPDATE findings SET latest = '2031-01-01'", "table findings differs from the log"),
        ("DELETE FROM findings", "table findings lacks what the log says"),
        ("UPDATE evidence SET bearing = 'contradicts'", "table evidence differs from the log"),
        ("DELETE FROM finding_tags", "table finding_tags lacks what the log says"),
        ("UPDATE pairs SET verdict = 'dismissed'", "table pairs differs from the log"),
        ("UPDATE revisions SET value = '{' WHERE field = 'due'", "is not what was written"),
        ("UPDATE revisions SET value = '[]' WHERE field = 'claims'", "cannot be folded"),
        ("UPDATE authors SET name = 'Eve'", "table authors differs from the log"),
        ("DELETE FROM heads WHERE field = 'note'", "table heads lacks what the log says"),
        ("UPDATE revisions SET value = 'why!' WHERE field = 'note'", "is not what was written"),
        ("UPDATE revisions SET clock = clock + 1", "is not what was written"),
        ("UPDATE revisions SET author = 'eve'", "is not what was written"),
        ("UPDATE revisions SET value = '{' WHERE field = 'passage'", "cannot be folded"),
        ("UPDATE revisions SET value = '[]' WHERE field = 'passage'", "cannot be folded"),
        ("UPDATE revisions SET clock = 1 << 62", "cannot be folded"),
        ("UPDATE nodes SET text = text || '.' WHERE position = 1", "is not what was imported"),
        ("DELETE FROM nodes WHERE position = 2", "is not what was imported"),
        ("DELETE FROM nodes WHERE position = 1", "is not what stands in its text"),
        ("UPDATE nodes SET kind = 'odd' WHERE position = 1", "cannot be read"),
        ("UPDATE articles SET title = 'Other'", "has not the title, source or time"),
        ("UPDATE editions SET gist = 'Other'", "is summed up wrongly"),
        ("DELETE FROM articles", "names a row of articles that is not there"),
        ("DROP INDEX heads_gone", "missing"),
        ("CREATE TRIGGER t AFTER DELETE ON tags BEGIN SELECT 1; END", "holds a trigger, t,"),
        ("UPDATE highlights SET note = CAST(x'ff' AS TEXT)", "table highlights differs"),
    ],
)
def test_what_was_meddled_with_is_found(kept: Path, statement: str, finding: str) -> None:
    change(kept, statement.replace("heads_gone", "revisions_record"))
    report = check(kept)
    assert not report.sound
    assert any(finding in line for line in report.findings), report.findings
    assert all(line.endswith(".") for line in report.findings)


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("DELETE FROM docs", "The index lacks the text of “另一篇”."),
        ("UPDATE docs SET sum = 0", "The index has the text of “另一篇” wrong."),
        (
            "UPDATE docs SET row = row + 9",
            "The index shows a text of “另一篇” that is not shown.",
        ),
    ],
)
def test_what_is_wrong_with_the_index_is_told_by_title(
    kept: Path, statement: str, finding: str
) -> None:
    change(kept, statement)
    assert finding in check(kept).findings


def test_any_byte_of_a_note_that_changed_on_the_disk_is_found(kept: Path) -> None:
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("VACUUM")  # not every SQLite writes over what is removed
    content = kept.read_bytes()
    places = [i for i in range(len(content)) if content.startswith(b"why?", i)]
    assert len(places) >= 2
    for at in places:
        kept.write_bytes(content[:at] + b"W" + content[at + 1 :])
        assert not check(kept).sound, at


def test_a_check_tells_how_far_it_is(kept: Path) -> None:
    told = list[tuple[int, int]]()
    assert check(kept, lambda done, total: told.append((done, total))).sound
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert len({total for _, total in told}) == 1


class CalledOff(Exception):
    """What a reader does who does not want to wait."""


def call_off(_done: int, _total: int) -> None:
    raise CalledOff


@pytest.mark.parametrize("work", [check, rebuild])
def test_who_calls_it_off_finds_everything_as_it_was(
    kept: Path, work: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "STEPS", 10)
    content = kept.read_bytes()
    with pytest.raises(CalledOff):
        work(kept, call_off)
    assert kept.read_bytes() == content
    assert check(kept).sound


def test_a_rebuild_makes_the_cache_anew_and_nothing_else(kept: Path) -> None:
    before = {table: rows(kept, table) for table in (*CACHE, "revisions", "changes", "nodes")}
    change(kept, *(f"DELETE FROM {table}" for table in reversed(CACHE)))
    rebuild(kept)
    assert check(kept).findings == ()
    assert {table: rows(kept, table) for table in before} == before


def test_an_article_keeps_its_row_while_the_cache_is_made_anew(kept: Path) -> None:
    with Library(kept, ANNA) as library:
        library.commit(library.add(articles(20)).change)
        before = {card.id: library.row(card.id) for card in library.cards(library.order())}
        rebuild(kept)
        assert {card.id: library.row(card.id) for card in library.cards(library.order())} == before
    change(
        kept, "DELETE FROM shelf WHERE row = 2", "INSERT INTO shelf VALUES (99, 'x', 'y', '', 0)"
    )
    rebuild(kept)
    assert check(kept).findings == ()


def test_a_rebuild_does_not_hide_that_the_log_was_meddled_with(kept: Path) -> None:
    change(kept, "UPDATE revisions SET value = 'why!' WHERE field = 'note'")
    rebuild(kept)
    assert any("is not what was written" in line for line in check(kept).findings)


def test_a_log_that_cannot_be_folded_is_left_with_the_cache_it_had(kept: Path) -> None:
    change(kept, "UPDATE revisions SET value = '{' WHERE field = 'passage'")
    before = rows(kept, "highlights")
    with pytest.raises(NotALibrary, match="nothing was changed"):
        rebuild(kept)
    assert rows(kept, "highlights") == before


@pytest.mark.parametrize("year", [1970, 2026, 2300, 9998])
def test_whatever_a_clock_shows_is_spelled_alike_at_once_and_anew(
    path: Path, rare_earths: Article, year: int
) -> None:
    ticks = itertools.count((year - 1970) * 31_556_952_000, 1_001)
    with Library(path, ANNA, ticks.__next__) as library:
        library.commit(library.add([rare_earths]).change)
        for _ in range(20):
            library.commit(annotate.highlight(findings.whole(rare_earths, 1)))
    assert check(path).findings == ()


def test_undo_goes_on_after_a_rebuild(kept: Path, clock: Callable[[], int]) -> None:
    rebuild(kept)
    with Library(kept, ANNA, clock) as library:
        names = []
        while done := library.undo():
            names.append(done.name)
        concluded = ["relate", "judge finding", "find"]
        assert names == [*concluded, "remove", "highlight", "highlight", "import"]
        assert len(library.order()) == 0
    assert check(kept).findings == ()


def test_a_table_that_people_add_is_none_of_our_business(kept: Path) -> None:
    change(kept, "CREATE TABLE mine (a)", "CREATE VIEW v AS SELECT * FROM tags")
    assert check(kept).sound
