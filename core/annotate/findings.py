"""Findings made, mended, judged and taken away.

    from core.annotate import findings

    findings.find(Draft("10 to 20 years", evidence=(Evidence(one.id),)), library.tags())
    findings.mend(one, replace(one, confidence=70))

Every verb compares what there is with what there is to be, field by field, so that two readers who
mend different fields of one finding do not stand in each other's way.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from core import codec
from core.annotate.edits import kept_note
from core.annotate.marks import highlight
from core.annotate.tags import Vocabulary
from core.change import Change, Edit, Record
from core.errors import Refused
from core.finding import Bearing, Due, Evidence, Figure, Finding, Outcome, Status
from core.ident import fresh
from core.model import Article, Passage, Tag
from core.names import one_line

STATEMENT_LENGTH = 1000


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding that is not made yet. `evidence` names highlights, `passages` become some.

    `tags` are paths: "claim/forecast".
    """

    statement: str
    evidence: tuple[Evidence, ...] = ()
    passages: tuple[tuple[Passage, Bearing], ...] = ()
    figure: Figure | None = None
    due: Due | None = None
    confidence: int | None = None
    status: Status = Status.OPEN
    note: str = ""
    tags: tuple[str, ...] = ()
    private: bool = False


def find(draft: Draft, known: Iterable[Tag] = ()) -> Change:
    """Make a finding, with the highlights it rests on, as one deed; `known` are the tags there."""
    marks = [(highlight(passage), bearing) for passage, bearing in draft.passages]
    found = Vocabulary(known)
    now = Finding(
        id=fresh(),
        statement=_statement(draft.statement),
        evidence=(
            *draft.evidence,
            *(Evidence(mark.records(Record.HIGHLIGHT)[0], bearing) for mark, bearing in marks),
        ),
        figure=draft.figure,
        due=draft.due,
        confidence=draft.confidence,
        status=draft.status,
        outcome=None,
        note=draft.note,
        tags=tuple(found.find_or_make(path) for path in draft.tags),
        private=draft.private,
        author="",
        created=0,
        modified=0,
    )
    edits = _differences(now.id, {}, _said(now))
    return Change(
        "find", (*(edit for mark, _ in marks for edit in mark.edits), *edits, *found.made)
    )


def whole(article: Article, node: int) -> Passage:
    """Give a whole claim as a passage."""
    text = article.edition.nodes[node].text
    return Passage(article.id, article.edition.id, node, 0, len(text), text)


def mend(one: Finding, now: Finding) -> Change:
    """Make a finding say what `now` says of everything that a reader can say of it."""
    assert one.id == now.id, "a finding is mended, not exchanged"
    return Change("mend finding", _differences(one.id, _said(one), _said(now)))


def support(one: Finding, highlights: Iterable[str], bearing: Bearing = Bearing.SUPPORTS) -> Change:
    """Rest a finding on highlights, or let those that are its evidence bear otherwise on it."""
    new = {highlight: Evidence(highlight, bearing) for highlight in highlights}
    now = replace(one, evidence=tuple(({e.highlight: e for e in one.evidence} | new).values()))
    return replace(mend(one, now), name="support")


def unsupport(one: Finding, highlights: Iterable[str]) -> Change:
    """Let a finding rest on highlights no longer; they stay what they are."""
    gone = frozenset(highlights)
    left = tuple(evidence for evidence in one.evidence if evidence.highlight not in gone)
    return replace(mend(one, replace(one, evidence=left)), name="unsupport")


def judge(one: Finding, outcome: Outcome | None) -> Change:
    """Say what became of a finding, which settles it; or take that back, which opens it again."""
    status = one.status
    if outcome is not None:
        status = Status.SETTLED
    elif status is Status.SETTLED:
        status = Status.OPEN
    return replace(mend(one, replace(one, outcome=outcome, status=status)), name="judge finding")


def tag(findings: Iterable[Finding], path: str, known: Iterable[Tag]) -> Change:
    """Give findings a tag, making it and its parents where there are none."""
    found = Vocabulary(known)
    wanted = found.find_or_make(path)
    edits = [
        _edit(one.id, f"tag:{wanted}", None, "1") for one in findings if wanted not in one.tags
    ]
    return Change("tag finding", (*edits, *found.made) if edits else ())


def untag(findings: Iterable[Finding], tag_id: str) -> Change:
    edits = (_edit(one.id, f"tag:{tag_id}", "1", None) for one in findings if tag_id in one.tags)
    return Change("untag finding", tuple(edits))


def remove(findings: Iterable[Finding]) -> Change:
    """Take findings away; what they rest on stays, and the log keeps what they said."""
    return Change("remove finding", tuple(_edit(one.id, "removed", None, "1") for one in findings))


def _said(one: Finding) -> dict[str, str]:
    """Say a finding field by field, as the log does; what says nothing is left out."""
    said = {
        "statement": _statement(one.statement),
        "figure": _spelled(codec.spell_figure, codec.read_figure, one.figure),
        "due": _spelled(codec.spell_due, codec.read_due, one.due),
        "confidence": _confidence(one.confidence),
        "status": "" if one.status is Status.OPEN else one.status.value,
        "outcome": _spelled(codec.spell_outcome, codec.read_outcome, one.outcome),
        "note": kept_note(one.note),
        "private": "1" if one.private else "",
    }
    said |= {f"evidence:{evidence.highlight}": evidence.bearing.value for evidence in one.evidence}
    said |= dict.fromkeys((f"tag:{tag}" for tag in one.tags), "1")
    return {key: value for key, value in said.items() if value}


Value = TypeVar("Value")


def _spelled(
    spell: Callable[[Value], str], read: Callable[[str], Value], value: Value | None
) -> str:
    """Spell a value; refuse one that nobody would read again."""
    if value is None:
        return ""
    try:
        read(spelled := spell(value))
    except codec.Misspelt as error:
        raise Refused("There can be no such quantity, or no such days.", "Leave it out.") from error
    return spelled


def _confidence(percent: int | None) -> str:
    if percent is None:
        return ""
    if not 0 <= percent <= 100:
        raise Refused("A confidence is between 0 and 100 per cent.", "Choose one of these.")
    return str(percent)


def _statement(text: str) -> str:
    """Give a statement on one line, with nothing unseen in it; refuse one that says nothing."""
    line = one_line(text)
    if not line:
        raise Refused("A finding needs a statement.", "Say in a sentence what you found.")
    if len(line) > STATEMENT_LENGTH:
        raise Refused(
            f"A statement has at most {STATEMENT_LENGTH} characters.", "Put the rest into the note."
        )
    return line


def _differences(record: str, was: Mapping[str, str], now: Mapping[str, str]) -> tuple[Edit, ...]:
    return tuple(
        _edit(record, name, was.get(name), now.get(name))
        for name in dict.fromkeys((*now, *was))
        if was.get(name) != now.get(name)
    )


def _edit(record: str, name: str, before: str | None, after: str | None) -> Edit:
    return Edit(Record.FINDING, record, name, before, after)
