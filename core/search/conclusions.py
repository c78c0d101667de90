"""The findings that a query speaks of: by statement, note and tags, looked through one by one.

There are few of them beside articles, so that no index is kept. What asks for something that only
articles have (a title, a day, a colour) finds none.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from core.finding import Stated
from core.library import Reader
from core.link import plain
from core.query import parse
from core.search.look import MEANT, Row
from core.search.marks import Hay, Span, joined, snippet
from core.search.wanted import Known, wanted
from core.store.needle import Clause, Needle, Want
from core.store.seek import Stopped

#: What a finding gains whose statement says it, beside one whose note does.
STATED = 1.0
TEXTS = 2  # of a finding: statement and note
AT_ONCE = 500  # findings


@dataclass(frozen=True, slots=True)
class Concluded:
    """A finding that was found, and the row of it that says why: its statement, or its note."""

    finding: Stated
    row: Row


@dataclass(slots=True)
class Told:
    """What stands in the texts of one finding."""

    spans: dict[int, list[Span]] = field(default_factory=dict)
    why: dict[str, None] = field(default_factory=dict)
    score: float = 0.0


def conclusions(
    reader: Reader, text: str, *, literal: bool = False, stop: Callable[[], bool] = lambda: False
) -> list[Concluded]:
    """Find findings for a query, best first, of equals the newest.

    `literal` and `stop` are as for `search`: with `Stopped` it ends where nobody waits any more.
    """
    every, found = reader.stated(), list[Concluded]()
    if not every:
        return found
    known = Known(reader, literal)
    clauses = wanted(parse(text), known)
    if all(clause.negated for clause in clauses):
        return found
    for at in range(0, len(every), AT_ONCE):
        if stop():
            raise Stopped
        found += _Looking(every[at : at + AT_ONCE], known).met(clauses)
    return sorted(found, key=lambda one: -one.row.score)


class _Looking:
    """Some findings looked through at once, clause by clause."""

    def __init__(self, findings: Sequence[Stated], known: Known) -> None:
        self._findings = findings
        self._hay = Hay([[one.statement, plain(one.note)] for one in findings], known.own)
        self._told = [Told() for _ in findings]

    def met(self, clauses: Iterable[Clause]) -> list[Concluded]:
        """Give the findings for which every clause holds."""
        met = set(range(len(self._findings)))
        for clause in clauses:
            said = self._clause(clause)
            met = met - said if clause.negated else met & said
        return [self._concluded(number) for number in sorted(met)]

    def _clause(self, clause: Clause) -> set[int]:
        """Give the numbers of the findings for which one of the wants or sifts holds."""
        said = [self._want(want, heard=not clause.negated) for want in clause.wants]
        said += [self._sifted(sift.field, sift.values) for sift in clause.sifts]
        return set[int]().union(*said)

    def _want(self, want: Want, *, heard: bool) -> set[int]:
        groups = [
            set[int]().union(*(self._needle(one, 1.0, heard=heard) for one in group))
            for group in want.literal
        ]
        literal = set.intersection(*groups) if groups else set()
        meant = (self._needle(one, MEANT, heard=heard) for one in want.meanings)
        return literal.union(self._tagged(want.tags), *meant)

    def _needle(self, needle: Needle, worth: float, *, heard: bool) -> set[int]:
        if needle.field not in ("", "note"):
            return set()
        found = set[int]()
        for text, start, end in self._hay.spans(needle):
            number, which = divmod(text, TEXTS)
            if needle.field == "note" and which == 0:
                continue
            found.add(number)
            if heard:
                told = self._told[number]
                told.spans.setdefault(text, []).append((start, end))
                told.score = max(told.score, worth + STATED * (which == 0))
                told.why |= dict.fromkeys([needle.why] if needle.why else [])
        return found

    def _tagged(self, tags: Sequence[str]) -> set[int]:
        wanted = set(tags)
        return {n for n, one in enumerate(self._findings) if not wanted.isdisjoint(one.tags)}

    def _sifted(self, name: str, values: Sequence[str]) -> set[int]:
        if name == "tag":
            return self._tagged(values)
        every = enumerate(self._findings)
        if name == "author":
            return {n for n, one in every if one.author in values}
        return {n for n, one in every if one.note} if name == "noted" else set()

    def _concluded(self, number: int) -> Concluded:
        """Show the statement, or the note where the statement says nothing of it."""
        one, told = self._findings[number], self._told[number]
        at = min(told.spans, default=number * TEXTS)
        text = plain(one.note) if at % TEXTS else one.statement
        marks = joined(self._hay.outward(at, told.spans.get(at, ())))
        row = Row(None, "finding", text, marks, *snippet(text, marks), tuple(told.why), told.score)
        return Concluded(one, row)
