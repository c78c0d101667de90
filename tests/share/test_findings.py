"""Findings and pairs go along in a share, if nothing they rest on stays home, and come in whole."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from core.annotate import findings, keep_private, pairs, remove
from core.annotate.findings import Draft
from core.check import check
from core.codec import pair_id
from core.finding import Due, Evidence, Figure, Outcome, Relation, Result
from core.library import Library, Reader
from core.model import Article
from core.share.guard import open_guarded
from core.share.make import Choice, make
from tests.generate import mark
from tests.given import ANNA, made

ONE, OTHER = made("稀土", "It takes 10 to 20 years"), made("Copper", "It takes 5 years at most")


@pytest.fixture
def marks(library: Library) -> list[str]:
    """A highlight on each of two articles."""
    library.commit(library.add([ONE, OTHER]).change)
    return [library.commit(mark(article)).edits[0].record for article in (ONE, OTHER)]


def concluded(library: Library, *evidence: str, **said: Any) -> str:
    draft = Draft("It takes long", tuple(map(Evidence, evidence)), **said)
    change = library.commit(findings.find(draft, library.tags()))
    return next(edit.record for edit in change.edits if edit.field == "statement")


def related(library: Library, one: Article, other: Article) -> None:
    claims = (findings.whole(one, 1), findings.whole(other, 1))
    said = library.said(pair_id(Relation.CONTRADICTS, *claims))
    library.commit(pairs.relate(Relation.CONTRADICTS, claims, said, confirmed=True))


def came(library: Library, **choice: Any) -> tuple[set[str], int]:
    """Share what is chosen, have it looked through, and give the findings and pairs in it."""
    clean = through(library, **choice)
    with Reader(clean) as reader:
        return {one.id for one in reader.findings()}, len(reader.pairs())


def through(library: Library, **choice: Any) -> Path:
    share, clean = (library.path.with_name(name) for name in ("share.meipi", "clean.meipi"))
    clean.unlink(missing_ok=True)
    make(library.path, share, Choice(**choice), ANNA)
    guarded = open_guarded(share, clean)
    assert guarded.refused == ()
    assert check(clean).findings == ()
    return clean


def test_all_that_is_said_of_a_finding_comes_through(library: Library, marks: list[str]) -> None:
    figure = Figure("duration", Decimal(10), Decimal(20), "year", said="10 to 20 years")
    due = Due(date(2035, 11, 9), date(2045, 11, 9), "year")
    said = {"figure": figure, "due": due, "confidence": 70, "note": "*so*", "tags": ("a/b",)}
    one = library.finding(concluded(library, *marks, **said))
    library.commit(findings.judge(one, Outcome(Result.MOOT, date(2046, 1, 1))))
    related(library, ONE, OTHER)
    for history in ("full", "current"):
        with Reader(through(library, history=history)) as reader:
            (came,) = reader.findings()
            assert replace(came, modified=0) == replace(library.finding(one.id), modified=0)
            assert reader.pairs() == library.pairs()


def test_a_finding_goes_with_all_of_its_evidence_or_not_at_all(
    library: Library, marks: list[str]
) -> None:
    both, first, none = (concluded(library, *some) for some in (marks, marks[:1], ()))
    related(library, ONE, OTHER)
    assert came(library) == ({both, first, none}, 1)
    assert came(library, articles=(ONE.id,)) == ({first}, 0)
    assert came(library, articles=(OTHER.id,)) == (set(), 0)
    assert came(library, articles=(ONE.id, OTHER.id)) == ({both, first}, 1)


def test_what_is_private_stays_home_with_what_rests_on_it(
    library: Library, marks: list[str]
) -> None:
    hidden, on_hidden = concluded(library, private=True), concluded(library, marks[0])
    library.commit(keep_private([library.highlight(marks[0])], private=True))
    open_ = concluded(library, marks[1])
    assert came(library) == ({open_}, 0)
    assert came(library, include_private=True) == ({hidden, on_hidden, open_}, 0)
    left_out = make(library.path, library.path.with_name("s.meipi"), Choice(), ANNA).left_out
    assert left_out[-1] == "Findings that are private, or rest on what stays, were left out."


def test_evidence_that_was_dropped_does_not_name_what_stays_home(
    library: Library, marks: list[str]
) -> None:
    one = concluded(library, *marks)
    library.commit(findings.unsupport(library.finding(one), marks[:1]))
    library.commit(keep_private([library.highlight(marks[0])], private=True))
    assert came(library)[0] == {one}
    assert marks[0].encode() not in library.path.with_name("share.meipi").read_bytes()


@pytest.mark.parametrize("history", ["full", "current"])
def test_that_a_finding_was_taken_away_is_told(
    library: Library, marks: list[str], tmp_path: Path, history: str
) -> None:
    one = concluded(library, marks[0])
    with Library(tmp_path / "other.meipi", ANNA) as other:
        other.merge(through(library))
        assert [found.id for found in other.findings()] == [one]
        library.commit(findings.remove([library.finding(one)]))
        other.merge(through(library, history=history))
        assert other.findings() == []
        assert check(other.path).findings == ()


def test_a_tag_that_only_a_finding_has_comes_along(library: Library, marks: list[str]) -> None:
    concluded(library, marks[0], tags=("claim/forecast",))
    with Reader(through(library, articles=(ONE.id,))) as reader:
        assert [tag.path for tag in reader.tags()] == ["claim", "claim/forecast"]


def test_evidence_that_was_removed_keeps_no_finding_home(
    library: Library, marks: list[str]
) -> None:
    one = concluded(library, *marks)
    library.commit(remove([library.highlight(marks[1])]))
    assert came(library, articles=(ONE.id,))[0] == {one}
