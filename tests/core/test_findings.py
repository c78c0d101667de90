"""Findings and pairs: made, mended, judged, taken away, undone, and there after a restart."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from core import annotate
from core.annotate import findings, pairs
from core.annotate.findings import Draft
from core.change import Change, Record
from core.check import check, rebuild
from core.codec import pair_id
from core.errors import NotFound, Refused, Stale
from core.finding import (
    Bearing,
    Due,
    Evidence,
    Figure,
    Finding,
    Outcome,
    Relation,
    Result,
    Status,
)
from core.library import Library
from core.model import Article, Passage
from tests.generate import mark
from tests.given import ANNA, forget

FIGURE = Figure("duration", Decimal(10), Decimal(20), "year", said="10 to 20 years")
DUE = Due(date(2035, 11, 9), date(2045, 11, 9), "year")


@pytest.fixture
def marked(library: Library, rare_earths: Article) -> str:
    """A highlight on an article of the library."""
    library.commit(library.add([rare_earths]).change)
    return library.commit(mark(rare_earths)).edits[0].record


def made(library: Library, draft: Draft) -> Finding:
    """Commit a draft and give the finding it became."""
    (finding,) = library.commit(findings.find(draft, library.tags())).records(Record.FINDING)
    return library.finding(finding)


def full(marked: str) -> Draft:
    return Draft(
        "自给 takes 10 to 20 years",
        (Evidence(marked),),
        figure=FIGURE,
        due=DUE,
        confidence=70,
        status=Status.WATCHED,
        note="*why*",
        tags=("claim/forecast",),
        private=True,
    )


def test_a_finding_holds_all_that_was_said_of_it(library: Library, marked: str) -> None:
    one = made(library, full(marked))
    (tag,) = (tag.id for tag in library.tags() if tag.path == "claim/forecast")
    assert one.statement == "自给 takes 10 to 20 years"
    assert one.evidence == (Evidence(marked, Bearing.SUPPORTS),)
    assert (one.figure, one.due, one.confidence) == (FIGURE, DUE, 70)
    assert (one.status, one.outcome, one.note) == (Status.WATCHED, None, "*why*")
    assert (one.tags, one.author, one.private) == ((tag,), ANNA.id, True)
    assert library.findings() == library.of_highlight(marked) == [one]
    assert check(library.path).findings == ()


def test_a_finding_is_there_after_a_restart_and_a_rebuild(library: Library, marked: str) -> None:
    one = made(library, full(marked))
    library.close()
    rebuild(library.path)
    with Library(library.path, ANNA) as again:
        assert again.findings() == [one]


def test_a_finding_on_whole_claims_is_one_deed(library: Library, rare_earths: Article) -> None:
    library.commit(library.add([rare_earths]).change)
    bearings = ((1, Bearing.SUPPORTS), (2, Bearing.CONTRADICTS))
    passages = tuple((findings.whole(rare_earths, node), how) for node, how in bearings)
    one = made(library, Draft("Both say it", passages=passages))
    quotes = {library.highlight(e.highlight).passage.quote: e.bearing for e in one.evidence}
    texts = [node.text for node in rare_earths.edition.nodes]
    assert quotes == {texts[1]: Bearing.SUPPORTS, texts[2]: Bearing.CONTRADICTS}
    library.undo()
    assert library.findings() == []
    assert library.annotated(rare_earths.id).placed == ()
    library.redo()
    assert library.findings() == [replace(one, modified=library.findings()[0].modified)]


def test_every_field_is_mended_by_itself_and_undone(library: Library, marked: str) -> None:
    one = made(library, Draft("First words", (Evidence(marked),)))
    wanted = (
        {"statement": "Other words"},
        {"figure": FIGURE},
        {"due": DUE},
        {"confidence": 0},
        {"status": Status.DROPPED},
        {"note": "a\nb"},
        {"private": True},
        {"evidence": (Evidence(marked, Bearing.CONTRADICTS),)},
    )
    for fields in wanted:
        now = replace(one, **fields)
        change = library.commit(findings.mend(one, now))
        assert len(change.edits) == 1
        assert timeless(library.finding(one.id)) == timeless(now)
        library.undo()
        assert timeless(library.finding(one.id)) == timeless(one)
    assert not findings.mend(one, one)
    assert check(library.path).findings == ()


def timeless(one: Finding) -> Finding:
    return replace(one, modified=0)


def test_a_field_that_was_changed_meanwhile_is_not_written_over(
    library: Library, marked: str
) -> None:
    one = made(library, Draft("Words", (Evidence(marked),), confidence=50))
    library.commit(findings.mend(one, replace(one, confidence=60)))
    with pytest.raises(Stale, match="This finding was changed meanwhile"):
        library.commit(findings.mend(one, replace(one, confidence=70)))
    library.commit(findings.mend(one, replace(one, statement="Other words")))
    now = library.finding(one.id)
    assert (now.statement, now.confidence) == ("Other words", 60)


def test_an_outcome_settles_and_taken_back_opens_again(library: Library, marked: str) -> None:
    one = made(library, Draft("Words", (Evidence(marked),), status=Status.WATCHED))
    outcome = Outcome(Result.PARTLY, date(2036, 1, 1))
    library.commit(findings.judge(one, outcome))
    judged = library.finding(one.id)
    assert (judged.status, judged.outcome) == (Status.SETTLED, outcome)
    library.commit(findings.judge(judged, None))
    assert library.finding(one.id).outcome is None
    assert library.finding(one.id).status is Status.OPEN
    library.undo()
    library.undo()
    assert library.finding(one.id).status is Status.WATCHED


def test_evidence_is_added_turned_and_dropped(
    library: Library, rare_earths: Article, marked: str
) -> None:
    one = made(library, Draft("Words"))
    assert one.evidence == ()
    for bearing in Bearing:
        library.commit(findings.support(library.finding(one.id), [marked], bearing))
        assert library.finding(one.id).evidence == (Evidence(marked, bearing),)
    library.commit(findings.unsupport(library.finding(one.id), [marked]))
    assert library.finding(one.id).evidence == ()
    assert library.of_highlight(marked) == []


def test_evidence_goes_and_comes_with_its_highlight(library: Library, marked: str) -> None:
    one = made(library, Draft("Words", (Evidence(marked),)))
    library.commit(annotate.remove([library.highlight(marked)]))
    assert library.finding(one.id).evidence == ()
    with pytest.raises(Stale, match="This highlight was taken away meanwhile"):
        library.commit(findings.support(one, [marked], Bearing.CONTRADICTS))
    library.undo()
    assert library.findings() == [one]
    assert check(library.path).findings == ()


def test_a_finding_that_was_taken_away_comes_back_by_undo(library: Library, marked: str) -> None:
    one = made(library, full(marked))
    library.commit(findings.remove([one]))
    with pytest.raises(NotFound, match="Undo may bring it back"):
        library.finding(one.id)
    with pytest.raises(Stale):
        library.commit(findings.mend(one, replace(one, note="")))
    library.undo()
    assert [timeless(found) for found in library.findings()] == [timeless(one)]


def test_a_tag_is_there_while_a_finding_uses_it(library: Library, marked: str) -> None:
    one = made(library, Draft("Words"))
    library.commit(findings.tag([one], "forecast", ()))
    (tag,) = library.tags()
    edit = Change("remove tag", tuple(annotate.join_tags(tag, tag, ()).edits[-1:]))
    library.commit(edit)
    assert [found.path for found in library.tags()] == ["forecast"]
    library.commit(findings.untag(library.findings(), tag.id))
    assert library.tags() == ()
    assert check(library.path).findings == ()


@pytest.mark.parametrize(
    "draft", [Draft(" \u200b "), Draft("x" * 1001), Draft("x", confidence=101)]
)
def test_what_says_nothing_or_cannot_be_is_refused(draft: Draft) -> None:
    with pytest.raises(Refused):
        findings.find(draft)


def test_the_history_of_a_finding_tells_every_field(library: Library, marked: str) -> None:
    one = made(library, full(marked))
    library.commit(findings.mend(one, replace(one, confidence=None)))
    said = [(saying.field, saying.value) for saying in library.sayings(one.id)]
    assert said[0] == ("confidence", None)
    assert ("confidence", "70") in said
    assert [past.name for past in library.history(2)] == ["mend finding", "find"]


# Pairs


def judge(library: Library, claims: Iterable[Passage], *, confirmed: bool) -> Change:
    one, other = claims
    said = library.said(pair_id(Relation.CONTRADICTS, one, other))
    return library.commit(
        pairs.relate(Relation.CONTRADICTS, (one, other), said, confirmed=confirmed)
    )


def test_a_pair_is_judged_judged_otherwise_and_forgotten(
    library: Library, rare_earths: Article
) -> None:
    claims = [findings.whole(rare_earths, node) for node in (1, 2)]
    judge(library, claims, confirmed=False)
    assert [pair.confirmed for pair in library.pairs()] == [False]
    judge(library, reversed(claims), confirmed=True)
    (pair,) = library.pairs()
    assert {pair.one, pair.other} == set(claims)
    assert (pair.confirmed, pair.relation, pair.author) == (True, Relation.CONTRADICTS, ANNA.id)
    assert not judge(library, claims, confirmed=True)
    library.commit(forget(pair))
    assert library.pairs() == []
    judge(library, claims, confirmed=True)
    assert [pair.confirmed for pair in library.pairs()] == [True]
    for left in (0, 1, 1, 0):
        library.undo()
        assert len(library.pairs()) == left
    assert check(library.path).findings == ()


def test_a_pair_has_one_id_whatever_edition_was_read_and_whoever_comes_first(
    rare_earths: Article,
) -> None:
    one, other = (findings.whole(rare_earths, node) for node in (1, 2))
    again = replace(one, edition="0" * 32, node=7, quote=f"{one.quote.upper()}  ")
    assert pair_id(Relation.ECHOES, one, other) == pair_id(Relation.ECHOES, other, again)
    assert pair_id(Relation.ECHOES, one, other) != pair_id(Relation.CONTRADICTS, one, other)


def test_a_library_without_findings_says_so(library: Library, path: Path) -> None:
    assert not library.findings()
    assert not library.pairs()
    assert not library.of_highlight("none")
