"""Findings of two readers joined: what is new, what differs, and nothing lost."""

from dataclasses import replace

import pytest

from core import annotate
from core.annotate import findings, highlight, pairs, remove, settle
from core.annotate.findings import Draft
from core.change import Record, Take
from core.check import check
from core.codec import pair_id
from core.finding import Bearing, Evidence, Relation
from core.library import Library
from core.merge import FieldPlan, OtherPlan, State, plan
from core.model import Article
from tests.generate import mark as mark_of
from tests.given import made, passage


def concluded(library: Library, *marks: str, said: str = "It takes long") -> str:
    change = library.commit(findings.find(Draft(said, tuple(map(Evidence, marks)))))
    return change.records(Record.FINDING)[0]


def findings_of(anna: Library, ben: Library) -> list[OtherPlan]:
    """Give what a plan tells of findings."""
    others = plan(anna.path, ben.path).others
    return [one for one in others if one.kind is Record.FINDING]


@pytest.fixture
def both(anna: Library, ben: Library, mark: str) -> str:
    """A finding that both have."""
    one = concluded(anna, mark)
    ben.merge(anna.path)
    return one


def test_a_finding_made_there_is_new_and_comes_along(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    one = concluded(ben, mark, said="His")
    (planned,) = findings_of(anna, ben)
    assert (planned.kind, planned.id, planned.name) == (Record.FINDING, one, "His")
    assert (planned.state, planned.articles) == (State.NEW, (rare_earths.id,))
    assert len(anna.merge(ben.path).records(Record.FINDING)) == 1
    assert anna.findings() == ben.findings()
    assert findings_of(anna, ben) == []
    anna.undo()
    assert anna.findings() == []
    anna.redo()
    assert [found.id for found in anna.findings()] == [one]
    assert check(anna.path).findings == ()


def test_fields_changed_on_either_side_are_joined_and_told_apart(
    anna: Library, ben: Library, both: str
) -> None:
    anna.commit(findings.mend(anna.finding(both), replace(anna.finding(both), confidence=20)))
    his = replace(ben.finding(both), confidence=80, note="his")
    ben.commit(findings.mend(ben.finding(both), his))
    (planned,) = findings_of(anna, ben)
    assert planned.state is State.CONFLICT
    assert planned.fields == (
        FieldPlan("confidence", "20", "80", conflict=True),
        FieldPlan("note", None, "his"),
    )
    anna.merge(ben.path)
    assert anna.finding(both).note == "his"
    (conflict,) = anna.conflicts(both)
    assert (conflict.kind, conflict.field) == ("finding", "confidence")
    assert {head.value for head in conflict.heads} == {"20", "80"}
    assert anna.contested() == (conflict,)
    anna.commit(settle(both, "confidence", "20", conflict.heads, Record.FINDING))
    assert anna.contested() == ()
    assert anna.finding(both).confidence == 20
    ben.merge(anna.path)
    assert ben.finding(both).confidence == 20


def test_a_finding_removed_there_goes_unless_it_was_mended_here(
    anna: Library, ben: Library, both: str
) -> None:
    ben.commit(findings.remove([ben.finding(both)]))
    assert [planned.state for planned in findings_of(anna, ben)] == [State.DELETED]
    anna.commit(findings.mend(anna.finding(both), replace(anna.finding(both), note="hers")))
    anna.merge(ben.path)
    assert anna.finding(both).note == "hers"


def test_bearings_that_two_give_one_passage_are_a_conflict(
    anna: Library, ben: Library, both: str, mark: str
) -> None:
    anna.commit(findings.support(anna.finding(both), [mark], Bearing.CONTRADICTS))
    ben.commit(findings.unsupport(ben.finding(both), [mark]))
    anna.merge(ben.path)
    assert anna.finding(both).evidence == (Evidence(mark, Bearing.CONTRADICTS),)
    assert [one.field for one in anna.contested()] == [f"evidence:{mark}"]


def test_a_finding_on_a_passage_removed_here_comes_without_it(
    anna: Library, ben: Library, mark: str
) -> None:
    one = concluded(ben, mark)
    anna.commit(remove([anna.highlight(mark)]))
    anna.merge(ben.path)
    assert anna.finding(one).evidence == ()
    anna.undo()
    anna.undo()
    anna.redo()
    anna.redo()
    assert check(anna.path).findings == ()


def test_a_finding_is_taken_with_all_that_it_rests_on(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    other = made("Copper", "Copper will rise")
    ben.commit(ben.add([other]).change)
    marks = [
        ben.commit(change).records(Record.HIGHLIGHT)[0]
        for change in (highlight(passage(rare_earths, "oxides")), mark_of(other))
    ]
    one = concluded(ben, *marks)
    concluded(ben, said="On nothing")
    anna.merge(ben.path, Take(frozenset(), frozenset(), frozenset([one])))
    assert anna.findings() == [found for found in ben.findings() if found.id == one]
    assert {cited.quote for cited in anna.cited()} == {"oxides", "Copper will rise"}
    assert anna.row(other.id) is not None
    assert check(anna.path).findings == ()


def test_a_pair_is_called_by_both_of_its_claims(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    claims = (findings.whole(rare_earths, 1), findings.whole(rare_earths, 2))
    ben.commit(pairs.relate(Relation.ECHOES, claims, {}, confirmed=True))
    (planned,) = plan(anna.path, ben.path).others
    assert (planned.kind, planned.state) == (Record.PAIR, State.NEW)
    assert set(planned.name.split(" / ")) == {claim.quote for claim in claims}


def test_two_who_judge_one_pair_speak_of_one(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    claims = (findings.whole(rare_earths, 1), findings.whole(rare_earths, 2))
    one = pair_id(Relation.ECHOES, *claims)
    for library, confirmed in ((anna, True), (ben, False)):
        said = library.said(one)
        library.commit(pairs.relate(Relation.ECHOES, claims, said, confirmed=confirmed))
    anna.merge(ben.path)
    (pair,) = anna.pairs()
    assert (pair.id, pair.confirmed, pair.author) == (one, False, ben.author.id)
    assert [conflict.field for conflict in anna.contested()] == ["verdict"]
    anna.commit(pairs.relate(Relation.ECHOES, claims, anna.said(one), confirmed=True))
    assert anna.contested() == ()
    assert check(anna.path).findings == ()


def test_terms_that_two_define_otherwise_are_a_conflict(anna: Library, ben: Library) -> None:
    anna.commit(annotate.define("稀土", ["rare earth"]))
    ben.merge(anna.path)
    for library, english in ((anna, "rare earths"), (ben, "REE")):
        (term,) = library.terms()
        library.commit(annotate.redefine(term, [english]))
    anna.merge(ben.path)
    (conflict,) = anna.contested()
    assert (conflict.kind, conflict.field) == ("term", "en")


def test_what_one_of_two_has_read_is_no_conflict(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    for library in (anna, ben):
        library.commit(annotate.read({rare_earths.id: False}, now=True))
    ben.commit(annotate.read({rare_earths.id: True}, now=False))
    anna.merge(ben.path)
    assert anna.contested() == ()
