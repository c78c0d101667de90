"""Three readers with a library each, who do deeds at random and join them in any order.

What joins two libraries is given, so that the same tests can be shown to fail with a way of joining
that is wrong.
"""

import itertools
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core import annotate
from core.annotate import findings, pairs, vocabulary
from core.annotate.findings import Draft
from core.change import Change, Record, Take
from core.check import check
from core.codec import pair_id
from core.errors import Refused
from core.finding import Bearing, Evidence, Finding, Outcome, Relation, Result
from core.library import Library
from core.merge import Counts, State, plan
from core.model import Author, Colour, Highlight, Passage, Stance
from tests.given import forget, made
from tests.merge.told import conflicts, log, seen, told, typed, unseen_and_hidden

YEAR = 31_557_600_000
NOW = 1_760_000_000_000
#: Each reader with what their clock shows at first: the second is years behind, the third ahead.
READERS = tuple(
    (Author(f"0{one}0{one}0{one}0{one}-0000-4000-8000-00000000000{one}", name), NOW + years * YEAR)
    for one, (name, years) in enumerate((("Anna", 0), ("Ben", -9), ("陈", 12)))
)
WHO = st.integers(0, len(READERS) - 1)
TITLES = ("稀土", "Copper")
EDITIONS = {
    (title, number): made(title, f"A chain takes 10 to 20 years ({number})", "𠮷 is small 😀")
    for title in TITLES
    for number in range(2)
}
TAGS = ("claim", "claim/forecast", "矿产")
NAMES = ("REE", "ree", "矿", "claim")
PAGES = ("", "稀土矿产", "Copper", "COPPER")
NOTES = ("", "why?", "第一行\nsecond")


def _counted(counts: Counts) -> Counter[str]:
    named = {**asdict(counts), State.CONFLICT.value: counts.conflicts}
    return +Counter({state.value: named[state.value] for state in State})


class Replicas(RuleBasedStateMachine):
    """The deeds and the merges of three readers."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.number = itertools.count()
        self.paths = [self.place(author.name) for author, _ in READERS]
        self.libraries = [
            self.open(path, author, start)
            for path, (author, start) in zip(self.paths, READERS, strict=True)
        ]
        for library in self.libraries:
            library.commit(library.add([EDITIONS[TITLES[0], 0]]).change)
        self.acknowledged: list[set[tuple[object, ...]]] = [set() for _ in READERS]
        self.born: list[str] = []
        self.found: list[str] = []

    def open(self, path: Path, author: Author, start: int) -> Library:
        return Library(path, author, itertools.count(start, 1000).__next__)

    def place(self, name: str) -> Path:
        return Path(self.folder.name) / f"{next(self.number)}-{name}.meipi"

    def teardown(self) -> None:
        try:
            self.every_order_says_the_same()
        finally:
            for library in self.libraries:
                library.close()
            self.folder.cleanup()

    def join(self, library: Library, other: Path) -> None:
        """Join another's library to one's own."""
        library.merge(other)

    # What has to hold

    @invariant()
    def nothing_acknowledged_vanishes(self) -> None:
        for i, path in enumerate(self.paths):
            now = log(path)
            assert self.acknowledged[i] <= now
            self.acknowledged[i] = now

    @invariant()
    def no_removal_hides_what_it_did_not_know_of(self) -> None:
        for path in self.paths:
            assert not unseen_and_hidden(path)

    def the_plan_counts_what_it_tells(self, who: int, of: int) -> None:
        look = plan(self.paths[who], self.paths[of])
        states = Counter[str]()
        for article in look.articles:
            told = Counter(one.state.value for one in look.article(article.id))
            states.update(told)
            assert _counted(article.counts) == +told
        assert _counted(look.counts) == +states

    def every_order_says_the_same(self) -> None:
        union = set().union(*(log(path) for path in self.paths))
        joined = list(self.joined())
        assert all(log(path) == union for path in joined)
        first = seen(joined[0])
        assert all(seen(path) == first for path in joined[1:])
        assert all(conflicts(path) == conflicts(joined[0]) for path in joined[1:])
        for path in (*self.paths, *joined):
            assert check(path).findings == ()

    def joined(self) -> Iterator[Path]:
        """Join copies of the three in other orders, in other groups, and some of them twice."""
        a, b, c = self.paths
        yield self.union(0, b, c)
        yield self.union(2, a, b, a)
        yield self.union(1, self.union(2, a), c)

    def union(self, mine: int, *others: Path) -> Path:
        copy, (author, start) = self.place("union"), READERS[mine]
        shutil.copy(self.paths[mine], copy)
        with Library(copy, author, itertools.count(start, 1000).__next__) as library:
            for other in others:
                self.join(library, other)
        return copy

    # Deeds

    def highlights(self, who: int) -> list[Highlight]:
        found = list[Highlight]()
        for card in self.libraries[who].cards(self.libraries[who].order()):
            placed = self.libraries[who].annotated(card.id).placed
            found += [one.highlight for one in placed]
        return sorted(found, key=lambda one: self.born.index(one.id))

    def one(self, who: int, data: st.DataObject) -> Highlight | None:
        every = self.highlights(who)
        return every[data.draw(st.integers(0, len(every) - 1))] if every else None

    def do(self, who: int, change: Change) -> None:
        self.libraries[who].commit(change)

    @rule(
        who=WHO,
        title=st.sampled_from(TITLES),
        number=st.integers(0, 1),
        page=st.sampled_from(PAGES),
    )
    def bring(self, who: int, title: str, number: int, page: str) -> None:
        one = replace(EDITIONS[title, number], page=page)
        self.do(who, self.libraries[who].add([one]).change)

    @rule(who=WHO, title=st.sampled_from(TITLES), away=st.booleans())
    def read(self, who: int, title: str, away: bool) -> None:
        one = EDITIONS[title, 0].id
        for card in self.libraries[who].cards(self.libraries[who].order()):
            if card.id == one:
                reading = annotate.read({one: card.read}, not card.read)
                self.do(who, annotate.take_away([one]) if away else reading)

    @rule(
        who=WHO,
        title=st.sampled_from(TITLES),
        tags=st.lists(st.sampled_from(TAGS), max_size=2, unique=True),
        note=st.sampled_from(NOTES),
    )
    def highlight(self, who: int, title: str, tags: list[str], note: str) -> None:
        library = self.libraries[who]
        if library.row(EDITIONS[title, 0].id) is None:
            self.do(who, library.add([EDITIONS[title, 0]]).change)
        article = library.article(EDITIONS[title, 0].id)
        text = article.edition.nodes[1].text
        passage = Passage(article.id, article.edition.id, 1, 2, 9, text[2:9])
        change = annotate.highlight(passage, note=note, tags=tags, known=library.tags())
        self.born.append(change.edits[0].record)
        self.do(who, change)

    @rule(who=WHO, colour=st.sampled_from(Colour), data=st.data())
    def recolour(self, who: int, colour: Colour, data: st.DataObject) -> None:
        if one := self.one(who, data):
            self.do(who, annotate.recolour([one], colour))

    @rule(who=WHO, stance=st.sampled_from(Stance), private=st.booleans(), data=st.data())
    def judge(self, who: int, stance: Stance, private: bool, data: st.DataObject) -> None:
        if one := self.one(who, data):
            self.do(who, annotate.judge([one], stance))
            self.do(who, annotate.keep_private([one], private))

    @rule(who=WHO, text=st.sampled_from(NOTES), data=st.data())
    def note(self, who: int, text: str, data: st.DataObject) -> None:
        if one := self.one(who, data):
            self.do(who, annotate.note(one, text and f"{text} {READERS[who][0].name}"))

    @rule(who=WHO, path=st.sampled_from(TAGS), off=st.booleans(), data=st.data())
    def tag(self, who: int, path: str, off: bool, data: st.DataObject) -> None:
        if one := self.one(who, data):
            known = self.libraries[who].tags()
            called = [tag.id for tag in known if tag.path == path]
            if off:
                self.do(
                    who, Change("untag", sum((annotate.untag([one], t).edits for t in called), ()))
                )
            else:
                self.do(who, annotate.tag([one], path, known))

    @rule(who=WHO, names=st.lists(st.sampled_from(NAMES), max_size=2), data=st.data())
    def call(self, who: int, names: list[str], data: st.DataObject) -> None:
        known = self.libraries[who].tags()
        if known:
            one = known[data.draw(st.integers(0, len(known) - 1))]
            with suppress(Refused):  # another tag may be called so
                self.do(who, vocabulary.call(one, names, known))

    @rule(who=WHO, data=st.data())
    def remove(self, who: int, data: st.DataObject) -> None:
        if one := self.one(who, data):
            self.do(who, annotate.remove([one]))

    @rule(who=WHO, tags=st.lists(st.sampled_from(TAGS), max_size=1), data=st.data())
    def find(self, who: int, tags: list[str], data: st.DataObject) -> None:
        one, known = self.one(who, data), self.libraries[who].tags()
        rests = (Evidence(one.id),) if one else ()
        draft = Draft(f"{READERS[who][0].name} says so", rests, tags=tuple(tags))
        change = findings.find(draft, known)
        self.found.append(change.records(Record.FINDING)[0])
        self.do(who, change)

    def finding(self, who: int, data: st.DataObject) -> Finding | None:
        every = sorted(self.libraries[who].findings(), key=lambda one: self.found.index(one.id))
        return every[data.draw(st.integers(0, len(every) - 1))] if every else None

    @rule(
        who=WHO,
        confidence=st.sampled_from((None, 0, 60)),
        note=st.sampled_from(NOTES),
        result=st.sampled_from((None, *Result)),
        data=st.data(),
    )
    def mend(
        self,
        who: int,
        confidence: int | None,
        note: str,
        result: Result | None,
        data: st.DataObject,
    ) -> None:
        if one := self.finding(who, data):
            now = replace(one, confidence=confidence, note=note)
            self.do(who, findings.mend(one, now))
            outcome = Outcome(result, date(2026, 1, 1 + who)) if result else None
            self.do(who, findings.judge(self.libraries[who].finding(one.id), outcome))

    @rule(who=WHO, bearing=st.sampled_from((None, *Bearing)), data=st.data())
    def support(self, who: int, bearing: Bearing | None, data: st.DataObject) -> None:
        finding, mark = self.finding(who, data), self.one(who, data)
        if finding and mark and bearing:
            self.do(who, findings.support(finding, [mark.id], bearing))
        elif finding and mark:
            self.do(who, findings.unsupport(finding, [mark.id]))

    @rule(who=WHO, data=st.data())
    def forget(self, who: int, data: st.DataObject) -> None:
        if one := self.finding(who, data):
            self.do(who, findings.remove([one]))

    @rule(
        who=WHO, relation=st.sampled_from(Relation), confirmed=st.sampled_from((None, True, False))
    )
    def relate(self, who: int, relation: Relation, confirmed: bool | None) -> None:
        library, one = self.libraries[who], EDITIONS[TITLES[0], 0]
        claims = (findings.whole(one, 1), findings.whole(one, 2))
        judged = [pair for pair in library.pairs() if pair.relation is relation]
        if confirmed is None:
            for pair in judged:
                self.do(who, forget(pair))
        else:
            said = library.said(pair_id(relation, *claims))
            self.do(who, pairs.relate(relation, claims, said, confirmed=confirmed))

    @rule(who=WHO)
    def settle(self, who: int) -> None:
        for one in self.libraries[who].contested()[:1]:
            value, kind = one.heads[-1].value, Record(one.kind)
            self.do(who, annotate.settle(one.record, one.field, value, one.heads, kind))
            assert one.field not in self.versions(who, one.record)
            self.libraries[who].undo()
            shown = list(dict.fromkeys(head.value for head in one.heads))
            assert self.versions(who, one.record)[one.field] == shown
            self.libraries[who].redo()
            assert one.field not in self.versions(who, one.record)

    def versions(self, who: int, record: str) -> dict[str, list[str | None]]:
        """Give what the contested fields of a record hold, what is shown first."""
        found = self.libraries[who].conflicts(record)
        return {one.field: [head.value for head in one.heads] for one in found}

    @rule(who=WHO, away=st.booleans())
    def order(self, who: int, away: bool) -> None:
        """Join the last tag with the first, or take it away with those below it."""
        library = self.libraries[who]
        known = library.tags()
        if len(known) < 2:
            return
        keep, drop = known[0], known[-1]
        below = vocabulary.family(drop, known) if away else [drop]
        uses = {use.id: use for tag in below for use in library.tagged(tag.id)}.values()
        with suppress(Refused):  # the first may be below the last
            if away:
                self.do(who, vocabulary.remove(drop, uses, known))
            else:
                self.do(who, vocabulary.join(keep, drop, uses, known))

    @rule(who=WHO, again=st.booleans())
    def undo(self, who: int, again: bool) -> None:
        self.libraries[who].undo()
        if again:
            self.libraries[who].redo()

    @precondition(lambda self: self.born)
    @rule(who=WHO, of=WHO, back=st.booleans())
    def merge(self, who: int, of: int, back: bool) -> None:
        if who == of:
            return
        before = self.told(who)
        self.the_plan_counts_what_it_tells(who, of)
        self.join(self.libraries[who], self.paths[of])
        after = self.told(who)
        if back and before != after:
            self.libraries[who].undo()
            assert self.told(who) == before
            self.libraries[who].redo()
            assert self.told(who) == after

    @precondition(lambda self: self.born)
    @rule(who=WHO, of=WHO, removed=st.booleans(), back=st.booleans())
    def bring_back(self, who: int, of: int, removed: bool, back: bool) -> None:
        """Merge, with what undo took away since, or somebody removed."""
        if who == of:
            return
        library, other = self.libraries[who], self.paths[of]
        library.merge(other)
        before, held = self.told(who), typed(self.paths[who])
        library.merge(other, self.take_again(who, of, removed))
        assert not self.take_again(who, of, removed).bring_back, "once is enough"
        assert typed(self.paths[who]) >= held
        after = self.told(who)
        if back and before != after:
            library.undo()
            assert self.told(who) == before
            library.redo()
            assert self.told(who) == after

    def take_again(self, who: int, of: int, removed: bool) -> Take:
        backs = plan(self.paths[who], self.paths[of]).backs
        return Take(bring_back=frozenset(one.id for one in backs if one.undone or removed))

    def told(self, who: int) -> object:
        return told(self.paths[who])
