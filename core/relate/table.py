"""Claims laid out so that each meets only those that it may belong with, and what comes of it.

Claims meet that share a subject and a measure, or a story, near one another in time; never all with
all. A table is made on a worker and may be kept, to be told of what an import brings. It is made
of the texts alone; nothing of it is stored.
"""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from core.finding import Claim, Pair, Relation
from core.model import Term
from core.outline import normal
from core.relate import echo
from core.relate.contradict import between
from core.relate.echo import tells_the_same
from core.relate.frame import Frame
from core.relate.judged import Judged
from core.relate.lasting import lasts
from core.relate.proposal import Proposal, proposal
from core.relate.read import Said, read
from core.relate.reason import Reason
from core.relate.terms import Lexicon

Heard = Callable[[int, int], None]
#: A claim meets so many that are nearest to it, on either side; so often is progress told.
NEAREST, OFTEN = 40, 64
#: A subject is looked up by pairs of so many of its words, a figure by so many, a story by threes.
SUBJECT, FIGURE, STORY = 3, 3, 4
#: So many proposals are made of one claim at most; what stands in more articles is a form.
MOST, FORM = 5, 4
#: So many claims are kept as they were read; others are read again when they are met.
KEPT = 1 << 14


def silent(done: int, total: int) -> None:
    """Hear how far it is, and say nothing."""


class Table:
    """Claims by what they speak of."""

    def __init__(self, own: Iterable[Term] = (), pairs: Iterable[Pair] = ()) -> None:
        self._lexicon = Lexicon(own)
        self._judged = Judged(pairs)
        self._claims: list[Claim] = []
        self._blocks: dict[int, list[int]] = {}
        self._editions: dict[str, str] = {}
        self._texts: Counter[int] = Counter()
        self._read = lru_cache(KEPT)(self._read_again)

    def add(self, claims: Iterable[Claim], heard: Heard = silent) -> list[Proposal]:
        """Lay claims beside those that are here and among themselves; give what is new, by time.

        `heard(done, total)` is told how far it is, and may raise to stop: the table is of no use
        then. An article that comes again takes the place of the one that was here.
        """
        some = sorted(claims, key=_day)
        self._editions.update((one.passage.article, one.passage.edition) for one in some)
        found: dict[str, Proposal] = {}
        for number, claim in enumerate(some):
            if number % OFTEN == 0:
                heard(number, len(some))
            for one in self._meet(claim):
                found.setdefault(one.id, one)
        heard(len(some), len(some))
        return list(found.values())

    def forget(self, articles: Iterable[str]) -> None:
        """Leave out articles that were taken away."""
        for article in articles:
            self._editions.pop(article, None)

    def learn(self, pairs: Iterable[Pair]) -> None:
        """Hear which pairs were judged, so as not to propose them again."""
        self._judged = Judged(pairs)

    def _read_again(self, number: int) -> Said:
        return read(self._claims[number], self._lexicon)

    def _meet(self, claim: Claim) -> Iterator[Proposal]:
        number = len(self._claims)
        self._claims.append(claim)
        self._texts[hash(normal(claim.text))] += 1
        said = self._read(number)
        made = 0
        for relation, other, reason in self._reasons(number, said):
            one = proposal(claim, self._claims[other], relation, reason)
            if made < MOST and not self._judged.knows(one):
                made += 1
                yield one

    def _reasons(self, number: int, said: Said) -> Iterator[tuple[Relation, int, Reason]]:
        """Give the claims that one belongs with, each once, and set it in its places."""
        day, told = _day(said.claim), {number}
        for place, frame in enumerate(said.frames):
            for other, theirs in self._near(_subjects(frame, said), day, max(lasts(frame), 0)):
                if other not in told:
                    heard = self._read(other)
                    if reason := between(said, frame, heard, heard.frames[theirs]):
                        told.add(other)
                        yield Relation.CONTRADICTS, other, reason
            self._set(_subjects(frame, said), _packed(day, number, place))
        if self._texts[hash(normal(said.claim.text))] <= FORM:
            for other, _ in self._near(_stories(said), day, echo.DAYS):
                if other not in told and (reason := tells_the_same(said, self._read(other))):
                    told.add(other)
                    yield Relation.ECHOES, other, reason
            self._set(_stories(said), _packed(day, number, 0))

    def _near(self, keys: Iterable[int], day: int, days: int) -> Iterator[tuple[int, int]]:
        """Give claims, and which of their frames, that stand under these keys, each once."""
        met = set[int]()
        for key in keys:
            block = self._blocks.get(key, [])
            first = bisect_left(block, _packed(max(day - days, 0), 0, 0))
            last = bisect_right(block, _packed(day + days + 1, 0, 0))
            at = bisect_left(block, _packed(day, 0, 0), first, last)
            for packed in block[max(first, at - NEAREST) : min(last, at + NEAREST)]:
                if packed not in met:
                    met.add(packed)
                    claim = packed >> 8 & _CLAIM
                    passage = self._claims[claim].passage
                    if self._editions.get(passage.article) == passage.edition:
                        yield claim, packed & 255

    def _set(self, keys: Iterable[int], packed: int) -> None:
        for key in keys:
            insort(self._blocks.setdefault(key, []), packed)


_CLAIM = (1 << 32) - 1


def _packed(day: int, claim: int, frame: int) -> int:
    """Put a place into one number, so that places lie in the order of their days."""
    return (day << 32 | claim) << 8 | min(frame, 255)


def _day(claim: Claim) -> int:
    return claim.published.toordinal() if claim.published else 0


def _subjects(frame: Frame, said: Said) -> Iterator[int]:
    """Give what a frame is looked up by: pairs of the words of its subject, with its measure."""
    words = _first(frame.terms, said, SUBJECT)
    for pair in combinations(words, 2) if len(words) > 1 else [tuple(words)]:
        yield hash((frame.role, frame.unit, frame.periods, pair))


def _stories(said: Said) -> Iterator[int]:
    """Give what a story is looked up by: its figures, each with a word; or else by its words."""
    if said.figures:
        words = _first(said.keys, said, FIGURE)
        yield from (hash((figure, word)) for figure in said.figures for word in words)
    elif len(said.keys) >= STORY:
        yield from map(hash, combinations(_first(said.keys, said, STORY), 3))


def _first(words: Iterable[str], said: Said, many: int) -> list[str]:
    """Give the first words in an order that is alike everywhere, those of both languages first."""
    known, generic = said.known, said.generic
    return sorted(words, key=lambda one: (one in generic, one not in known, one))[:many]
