"""Deeds at random, held against a model that knows nothing of logs, heads or SQLite.

After every step the library says what the model says, and its check finds nothing; in the end all
is undone, then done again. MEIPI_SOAK=20 tries twenty times as many histories.
"""

import itertools
import os
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core import annotate
from core.annotate import findings, pairs
from core.annotate.findings import Draft
from core.change import Change, Record
from core.check import check
from core.codec import pair_id
from core.finding import Bearing, Evidence, Finding, Outcome, Relation, Result
from core.library import Library
from core.model import Article, Colour, Highlight, Stance
from tests.given import ANNA, BEN, forget, made
from tests.store import said
from tests.store.said import Mark, State, Told

TITLES = ("稀土", "锂", "Copper")
TEXTS = ("A chain takes 10 to 20 years", "𠮷 output is small 😀")
EDITIONS = {
    (title, number): made(title, *(f"{text} ({number})" for text in TEXTS))
    for title in TITLES
    for number in range(2)
}
TAGS = ("claim", "claim/forecast", "矿产", "a/b/c")
NOTES = ("", "why?", "第一行\nsecond", "🙂")


class Reader(RuleBasedStateMachine):
    """A reader, her model of what she did, and another who writes to the same file."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "library.meipi"
        self.clock = itertools.count(1_760_000_000_000, 1000).__next__
        self.library = Library(self.path, ANNA, self.clock)
        self.state: State = {}
        self.done: list[State] = []
        self.undone: list[State] = []

    def teardown(self) -> None:
        try:
            self.walk_back_and_forth()
        finally:
            self.library.close()
            self.folder.cleanup()

    def walk_back_and_forth(self) -> None:
        end, steps = self.told(), len(self.done)
        for _ in range(steps):
            self.undo()
        assert self.library.undo() is None
        assert self.told() == ({}, [], [], [])
        for _ in range(steps):
            self.redo()
        assert self.told() == end
        assert check(self.path).findings == ()

    # What both say

    @invariant()
    def both_say_the_same(self) -> None:
        assert self.told() == self.modelled()

    @invariant()
    def the_check_finds_nothing(self) -> None:
        assert check(self.path).findings == ()

    def told(self) -> object:
        shelf, tags = {}, {tag.id: tag.path for tag in self.library.tags()}
        for card in self.library.cards(self.library.order()):
            seen = self.library.annotated(card.id)
            marks = [said.mark(placed.highlight, tags) for placed in seen.placed]
            shelf[card.title] = (seen.article.edition.id, seen.read, sorted(marks))
            assert card.highlights == len(marks)
        found = sorted(said.finding(one, tags) for one in self.library.findings())
        verdicts = sorted((pair.relation.value, pair.confirmed) for pair in self.library.pairs())
        return shelf, sorted(tags.values()), found, verdicts

    def modelled(self) -> object:
        shelf = {}
        for article in {article.id: article for article in EDITIONS.values()}.values():
            if self.state.get((article.id, "shown")):
                edition, read = self.of(article.id, "edition"), bool(self.of(article.id, "read"))
                shelf[article.title] = (edition, read, sorted(self.marks(article.id)))
        tags = sorted(str(path) for (path, what), on in self.state.items() if what == "tag" and on)
        verdicts = sorted(
            (relation, on == "confirmed")
            for (relation, what), on in self.state.items()
            if what == "verdict" and on
        )
        return shelf, tags, sorted(self.findings()), verdicts

    def findings(self) -> list[Told]:
        """Give what the model says of findings; evidence is there as long as its highlight."""
        return [
            (
                one,
                str(self.of(one, "statement")),
                str(self.of(one, "confidence") or ""),
                str(self.of(one, "result") or ""),
                sorted(
                    f"{what[9:]} {on}"
                    for (record, what), on in self.state.items()
                    if record == one and what[:9] == "evidence:" and on and self.of(what[9:], "on")
                ),
                sorted(
                    what[4:]
                    for (record, what), on in self.state.items()
                    if record == one and what[:4] == "tag:" and on
                ),
            )
            for (one, what), on in self.state.items()
            if what == "found" and on
        ]

    def marks(self, article: str) -> list[Mark]:
        return [
            (
                one,
                str(self.of(one, "colour")),
                str(self.of(one, "note") or ""),
                str(self.of(one, "stance") or ""),
                sorted(
                    what[4:]
                    for (record, what), on in self.state.items()
                    if record == one and what[:4] == "tag:" and on
                ),
            )
            for (one, what), on in self.state.items()
            if what == "on" and on and self.of(one, "article") == article
        ]

    def of(self, record: str, field: str) -> object:
        return self.state.get((record, field))

    def highlights(self) -> list[Highlight]:
        found = []
        for row in self.library.cards(self.library.order()):
            found += [placed.highlight for placed in self.library.annotated(row.id).placed]
        return sorted(found, key=lambda one: one.id)

    # Deeds

    def do(self, change: Change, wanted: State, library: Library | None = None) -> None:
        """Do a deed here and in the model."""
        differs = {key: value for key, value in wanted.items() if self.state.get(key) != value}
        assert bool(change) == bool(differs)
        (library or self.library).commit(change)
        if differs and not change.quiet:
            self.done.append({key: self.state.get(key) for key in differs})
            self.undone.clear()
        self.state |= differs

    @rule(title=st.sampled_from(TITLES), number=st.integers(0, 1))
    def bring(self, title: str, number: int) -> None:
        article = EDITIONS[title, number]
        wanted: State = {(article.id, "shown"): True, (article.id, "edition"): article.edition.id}
        self.do(self.library.add([article]).change, wanted)

    @rule(title=st.sampled_from(TITLES), number=st.integers(0, 1))
    def bring_both(self, title: str, number: int) -> None:
        texts = [EDITIONS[title, 1 - number], EDITIONS[title, number]]
        article, had = texts[1], self.library.known([texts[1].id])
        wanted: State = {(article.id, "shown"): True, (article.id, "edition"): article.edition.id}
        addition = self.library.add(texts)
        if had and texts[0].edition.id not in had[article.id].texts and self.shows(article):
            wanted[article.id, "texts"] = 2
        self.do(addition.change, wanted)

    def shows(self, article: Article) -> bool:
        return self.of(article.id, "edition") == article.edition.id

    @rule(title=st.sampled_from(TITLES))
    def take_away(self, title: str) -> None:
        article = EDITIONS[title, 0].id
        if self.state.get((article, "shown")):
            self.do(annotate.take_away([article]), {(article, "shown"): False})

    @rule(title=st.sampled_from(TITLES), now=st.booleans(), quiet=st.booleans())
    def read(self, title: str, now: bool, quiet: bool) -> None:
        article = EDITIONS[title, 0].id
        if self.state.get((article, "shown")):
            was = bool(self.of(article, "read"))
            change = annotate.read({article: was}, now, quiet=quiet and now)
            self.do(change, {(article, "read"): now} if was is not now else {})

    @rule(
        title=st.sampled_from(TITLES),
        tags=st.sets(st.sampled_from(TAGS)),
        note=st.sampled_from(NOTES),
    )
    def highlight(self, title: str, tags: set[str], note: str) -> None:
        if not self.state.get((EDITIONS[title, 0].id, "shown")):
            return
        article = self.library.article(EDITIONS[title, 0].id)
        known = self.library.tags()
        change = annotate.highlight(
            said.passage(article), note=note, tags=sorted(tags), known=known
        )
        new = change.edits[0].record
        wanted: State = {(new, "on"): True, (new, "article"): article.id, (new, "colour"): "yellow"}
        wanted |= {(new, f"tag:{tag}"): True for tag in tags} | said.made(tags)
        self.do(change, wanted | ({(new, "note"): note} if note else {}))

    @precondition(lambda self: self.highlights())
    @rule(colour=st.sampled_from(Colour), data=st.data())
    def recolour(self, colour: Colour, data: st.DataObject) -> None:
        some = self.some(data)
        self.do(annotate.recolour(some, colour), {(one.id, "colour"): colour.value for one in some})

    @precondition(lambda self: self.highlights())
    @rule(stance=st.sampled_from(Stance), data=st.data())
    def judge(self, stance: Stance, data: st.DataObject) -> None:
        some = [one for one in self.some(data) if one.stance is not stance]
        self.do(annotate.judge(some, stance), {(one.id, "stance"): stance.value for one in some})

    @precondition(lambda self: self.highlights())
    @rule(text=st.sampled_from(NOTES), other=st.booleans(), data=st.data())
    def note(self, text: str, other: bool, data: st.DataObject) -> None:
        one = self.some(data)[0]
        wanted: State = {(one.id, "note"): text} if text != one.note else {}
        if not other:
            self.do(annotate.note(one, text), wanted)
            return
        with Library(self.path, BEN, self.clock) as library:
            self.do(annotate.note(one, text), wanted, library)

    @precondition(lambda self: self.highlights())
    @rule(path=st.sampled_from(TAGS), data=st.data())
    def tag(self, path: str, data: st.DataObject) -> None:
        some = self.some(data)
        lacking = [one for one in some if not self.of(one.id, f"tag:{path}")]
        wanted: State = {(one.id, f"tag:{path}"): True for one in lacking}
        change = annotate.tag(some, path, self.library.tags())
        self.do(change, wanted | said.made([path]) if lacking else {})

    @precondition(lambda self: self.highlights())
    @rule(data=st.data())
    def untag(self, data: st.DataObject) -> None:
        some = self.some(data)
        if some[0].tags:
            tag = some[0].tags[0]
            path = next(known.path for known in self.library.tags() if known.id == tag)
            wanted: State = {(one.id, f"tag:{path}"): False for one in some if tag in one.tags}
            self.do(annotate.untag(some, tag), wanted)

    @precondition(lambda self: self.highlights())
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        some = self.some(data)
        self.do(annotate.remove(some), {(one.id, "on"): False for one in some})

    @rule(tags=st.sets(st.sampled_from(TAGS), max_size=2), data=st.data())
    def find(self, tags: set[str], data: st.DataObject) -> None:
        every = self.highlights()
        some = self.some(data) if every else []
        draft = Draft("It is so", tuple(Evidence(one.id) for one in some), tags=tuple(sorted(tags)))
        change = findings.find(draft, self.library.tags())
        (new,) = change.records(Record.FINDING)
        wanted: State = {(new, "found"): True, (new, "statement"): "It is so"}
        wanted |= {(new, f"evidence:{one.id}"): "supports" for one in some}
        self.do(change, wanted | {(new, f"tag:{tag}"): True for tag in tags} | said.made(tags))

    @precondition(lambda self: self.library.findings())
    @rule(
        statement=st.sampled_from(("It is so", "It is not")),
        confidence=st.sampled_from((None, 0, 70)),
        other=st.booleans(),
        data=st.data(),
    )
    def mend(
        self, statement: str, confidence: int | None, other: bool, data: st.DataObject
    ) -> None:
        one = self.finding(data)
        change = findings.mend(one, replace(one, statement=statement, confidence=confidence))
        sure = "" if confidence is None else str(confidence)
        wanted: State = {}
        if statement != one.statement:
            wanted[one.id, "statement"] = statement
        if confidence != one.confidence:
            wanted[one.id, "confidence"] = sure
        if not other:
            self.do(change, wanted)
            return
        with Library(self.path, BEN, self.clock) as library:
            self.do(change, wanted, library)

    @precondition(lambda self: self.library.findings())
    @rule(result=st.none() | st.sampled_from(Result), data=st.data())
    def give_an_outcome(self, result: Result | None, data: st.DataObject) -> None:
        one = self.finding(data)
        outcome = Outcome(result, date(2026, 1, 1)) if result else None
        wanted: State = {(one.id, "result"): result.value if result else ""}
        self.do(findings.judge(one, outcome), wanted if outcome != one.outcome else {})

    @precondition(lambda self: self.library.findings() and self.highlights())
    @rule(bearing=st.none() | st.sampled_from(Bearing), data=st.data())
    def rest(self, bearing: Bearing | None, data: st.DataObject) -> None:
        one, mark = self.finding(data), self.some(data)[0].id
        had = {evidence.highlight: evidence.bearing for evidence in one.evidence}
        wanted: State = {(one.id, f"evidence:{mark}"): bearing.value if bearing else False}
        unsupport = findings.unsupport(one, [mark])
        change = findings.support(one, [mark], bearing) if bearing else unsupport
        self.do(change, wanted if had.get(mark) is not bearing else {})

    @precondition(lambda self: self.library.findings())
    @rule(data=st.data())
    def forget(self, data: st.DataObject) -> None:
        one = self.finding(data)
        self.do(findings.remove([one]), {(one.id, "found"): False})

    @rule(relation=st.sampled_from(Relation), confirmed=st.none() | st.booleans())
    def relate(self, relation: Relation, confirmed: bool | None) -> None:
        claims = [findings.whole(EDITIONS[TITLES[0], 0], node) for node in (1, 2)]
        wanted: State = {(relation.value, "verdict"): ("dismissed", "confirmed")[bool(confirmed)]}
        if confirmed is not None:
            known = self.library.said(pair_id(relation, *claims))
            change = pairs.relate(relation, (claims[0], claims[1]), known, confirmed=confirmed)
            self.do(change, wanted)
            return
        for pair in self.library.pairs():
            if pair.relation is relation:
                self.do(forget(pair), {(relation.value, "verdict"): None})

    def finding(self, data: st.DataObject) -> Finding:
        return data.draw(st.sampled_from(self.library.findings()))

    def some(self, data: st.DataObject) -> list[Highlight]:
        every = self.highlights()
        return data.draw(st.lists(st.sampled_from(every), min_size=1, unique_by=lambda one: one.id))

    @rule()
    def undo(self) -> None:
        assert (self.library.undo() is None) == (not self.done)
        self.turn(self.done, self.undone)

    @rule()
    def redo(self) -> None:
        assert (self.library.redo() is None) == (not self.undone)
        self.turn(self.undone, self.done)

    def turn(self, taken: list[State], given: list[State]) -> None:
        if taken:
            fields = taken.pop()
            given.append({key: self.state.get(key) for key in fields})
            self.state |= fields

    @rule()
    def reopen(self) -> None:
        self.library.close()
        self.library = Library(self.path, ANNA, self.clock)


Reader.TestCase.settings = settings(
    max_examples=12 * int(os.environ.get("MEIPI_SOAK", "1")),
    stateful_step_count=25,
    suppress_health_check=list(HealthCheck),
)
test_deeds_at_random_are_as_the_model_says = Reader.TestCase
