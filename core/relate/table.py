"""Claims laid out so that each meets only those that it may belong with, and what comes of it.

Claims meet that share a subject and a measure, or a story, near one another in time; never all with
all. A table is made on a worker and may be kept, to be told of what an import brings. It is made
of the texts alone; nothing of it is stored.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import combinations, islice
from typing import NamedTuple

from core import collector
from core.finding import Claim, Pair, Relation
from core.model import Term
from core.progress import Progress, silent
from core.relate import echo, retold, rounded, update
from core.relate.again import side_of
from core.relate.ahead import AT_ONCE, read_ahead
from core.relate.contradict import between
from core.relate.echo import tells_the_same
from core.relate.frame import Frame
from core.relate.judged import Judged
from core.relate.lasting import lasts
from core.relate.proposal import Proposal, proposal
from core.relate.read import Said, read
from core.relate.reason import Reason
from core.relate.terms import Lexicon

_Rule = Callable[[Said, Frame, Said, Frame], Reason | None]
#: A claim meets so many that are nearest to it, on either side.
NEAREST = 12
#: So many earlier figures of a source, and later ones, are asked whether one is updated.
BESIDE = 2
#: A subject is looked up by pairs of so many of its words, a figure by so many, a story by threes.
SUBJECT, FIGURE, STORY = 3, 3, 4
#: A figure of so many digits is looked up alone where the other of two may be rounded.
MANY, ROUNDED, RANGE, AGAIN = 3, "rounded", "range", "again"
#: So many proposals are made of one claim at most; what stands in more articles is a form.
MOST, FORM = 5, 4
#: So many claims that were met last are kept as they were read, and up to as many from before
#: them; others are read again when they are met.
KEPT = 1 << 14


class Table:
    """Claims by what they speak of."""

    def __init__(self, own: Iterable[Term] = (), pairs: Iterable[Pair] = ()) -> None:
        self._own = tuple(own)
        self._lexicon = Lexicon(self._own)
        self._judged = Judged(pairs)
        self._claims: list[Claim] = []
        self._subjects: list[_Subjects] = []
        self._blocks: dict[int, list[int]] = {}
        self._editions: dict[str, str] = {}
        self._texts: Counter[int] = Counter()
        self._known: dict[_Subjects, _Subjects] = {}
        self._kept: dict[int, Said] = {}
        self._before: dict[int, Said] = {}

    def add(self, claims: Iterable[Claim], progress: Progress = silent) -> list[Proposal]:
        """Lay claims beside those that are here and among themselves; give what is new, by time.

        `progress(done, total)` is told how far it is, and may raise to stop: the table is of no use
        then. An article that comes again takes the place of the one that was here.
        """
        some = sorted(claims, key=_day)
        self._editions.update((one.passage.article, one.passage.edition) for one in some)
        found: dict[str, Proposal] = {}
        ahead = read_ahead(some, self._own, self._lexicon, tell=lambda: progress(0, len(some)))
        with collector.at_rest(), closing(ahead) as all_said:
            for number, said in enumerate(all_said):
                if number % AT_ONCE == 0:
                    progress(number, len(some))
                for one in self._meet(said):
                    found.setdefault(one.id, one)
        progress(len(some), len(some))
        return list(found.values())

    def forget(self, articles: Iterable[str]) -> None:
        """Leave out articles that were taken away."""
        for article in articles:
            self._editions.pop(article, None)

    def learn(self, pairs: Iterable[Pair]) -> None:
        """Hear which pairs were judged, so as not to propose them again."""
        self._judged = Judged(pairs)

    def _said(self, number: int) -> Said:
        """Give a claim as it was read, or read it again."""
        said = self._kept.get(number)
        if said is None:
            said = self._before.get(number) or read(self._claims[number], self._lexicon)
            self._keep(number, said)
        return said

    def _keep(self, number: int, said: Said) -> None:
        if len(self._kept) >= KEPT:
            self._kept, self._before = {}, self._kept
        self._kept[number] = said

    def _meet(self, said: Said) -> Iterator[Proposal]:
        number, claim = len(self._claims), said.claim
        self._claims.append(claim)
        about = _Subjects(said.is_han, tuple([one.terms for one in said.frames]))
        self._subjects.append(self._known.setdefault(about, about))
        self._keep(number, said)
        subjects = [_subject(frame, said) for frame in said.frames]
        stories = list(_stories(said))
        found = (
            proposal(claim, self._claims[other], relation, reason)
            for relation, other, reason in self._reasons(number, said, subjects, stories)
        )
        yield from islice((one for one in found if not self._judged.knows(one)), MOST)
        day = _day(claim)
        for place, keys in enumerate(subjects):
            self._set(keys.own, _packed(day, number, place))
        self._set(stories, _packed(day, number, 0))

    def _reasons(
        self, number: int, said: Said, subjects: "list[_Keys]", stories: list[int]
    ) -> Iterator[tuple[Relation, int, Reason]]:
        """Give the claims that one belongs with, each once, those that contradict it first."""
        day, told = _day(said.claim), {number}
        for frame, keys in zip(said.frames, subjects, strict=True):
            near = self._near(keys.sought, day, max(lasts(frame), 0))
            for other, reason in self._found(said, frame, near, told, between):
                yield Relation.CONTRADICTS, other, reason
        for frame, keys in zip(said.frames, subjects, strict=True):
            if not keys.series:
                continue
            near = sorted(self._near(keys.series, day, update.holds(frame)))
            place = bisect_left(near, _packed(day, 0, 0))
            for side in (near[:place][: -BESIDE - 1 : -1], near[place:][:BESIDE]):
                updates = self._found(said, frame, side, told, update.between)
                for other, reason in islice(updates, 1):
                    yield Relation.UPDATES, other, reason
        form = hash(said.claim.text)
        self._texts[form] += 1
        near = self._near(stories, day, echo.DAYS) if self._texts[form] <= FORM else []
        for other in (packed >> 8 & _CLAIM for packed in near):
            if other in told or not self._is_shown(other):
                continue
            if same := tells_the_same(said, self._said(other)):
                told.add(other)
                yield Relation.ECHOES, other, same

    def _found(
        self, said: Said, frame: Frame, near: list[int], told: set[int], rule: _Rule
    ) -> Iterator[tuple[int, Reason]]:
        """Give the claims near a frame, once, for which a rule has a reason.

        Of one language, one has no word of its own; else no claim need be read again for it.
        """
        is_han, terms = said.is_han, frame.terms
        for packed in near:
            other, place = packed >> 8 & _CLAIM, packed & 255
            about = self._subjects[other]
            theirs = about.terms[place]
            is_alike = is_han != about.is_han or terms <= theirs or theirs <= terms
            if is_alike and other not in told and self._is_shown(other):
                heard = self._said(other)
                if reason := rule(said, frame, heard, heard.frames[place]):
                    told.add(other)
                    yield other, reason

    def _is_shown(self, claim: int) -> bool:
        passage = self._claims[claim].passage
        return self._editions.get(passage.article) == passage.edition

    def _near(self, keys: Iterable[int], day: int, days: int) -> list[int]:
        """Give the places of claims that stand under these keys, each once.

        What has no day may be of any. Among them are claims of an edition that another took the
        place of.
        """
        met = list[int]()
        begin, now, end = (at << _DAY for at in (max(day - days, 0), day, day + days + 1))
        for block in filter(None, map(self._blocks.get, keys)):
            size = len(block)
            at = size if block[-1] < now else bisect_left(block, now)
            first = bisect_left(block, begin, max(at - NEAREST, 0), at)
            last = bisect_left(block, end, at, min(at + NEAREST, size)) if at < size else at
            met += block[first:last]
            if day == UNDATED:
                met += block[-NEAREST:]
            elif block[0] < _DATED:
                met += filter(_DATED.__gt__, block[:NEAREST])
        return list(dict.fromkeys(met))

    def _set(self, keys: Iterable[int], packed: int) -> None:
        for key in keys:
            insort(self._blocks.setdefault(key, []), packed)


class _Subjects(NamedTuple):
    """What is known of each claim that was read: its language, and the words of its frames."""

    is_han: bool
    terms: tuple[frozenset[str], ...]


_CLAIM, _DAY = (1 << 32) - 1, 40


def _packed(day: int, claim: int, frame: int) -> int:
    """Put a place into one number, so that places lie in the order of their days."""
    return day << _DAY | claim << 8 | min(frame, 255)


def _day(claim: Claim) -> int:
    return claim.published.toordinal() if claim.published else UNDATED


#: The day of what has none, and the first place of a day.
UNDATED = 0
_DATED = 1 << _DAY


class _Keys(NamedTuple):
    """What a frame is placed under, and what it is looked up by."""

    own: list[int]
    sought: list[int]
    series: list[int]


def _subject(frame: Frame, said: Said) -> _Keys:
    """Give the pairs of words of a frame's subject, with its measure, time and mode.

    What has no measure is looked up among what denies it, or is its opposite.
    """
    if frame.is_deed and len(frame.terms) < 2:
        return _Keys([], [], [])
    words = _first(frame.terms, said, SUBJECT)
    mode = "" if frame.role == "takes" and frame.mode != "aim" else frame.mode
    measure = (frame.role, frame.unit, frame.periods, mode)
    pairs = list(combinations(words, 2)) if len(words) > 1 else [tuple(words)]
    if frame.role in ("says", "does"):
        side = frame.low == 1 if frame.is_deed else frame.negated
        own, sought = ((*measure, one) for one in (side, not side))
        placed, sought_at = ([hash((one, pair)) for pair in pairs] for one in (own, sought))
        again = side_of(said, frame)
        halts = [[hash((AGAIN, one, pair)) for pair in pairs] for one in (again, -again) if again]
        return _Keys([*placed, *(halts[0] if again else ())], sought_at, halts[1] if again else [])
    keys = [hash((measure, pair)) for pair in pairs]
    series = list(_series(frame, said.claim, pairs[0]))
    return _Keys([*keys, *series], keys, series)


def _series(frame: Frame, claim: Claim, words: tuple[str, ...]) -> Iterator[int]:
    """Give the keys by which later figures of the same source or forecasters are found."""
    if update.holds(frame) > 0:
        for who in (claim.source, *frame.voices):
            if who:
                yield hash((who, frame.role, frame.unit, frame.mode, words))


def _stories(said: Said) -> Iterator[int]:
    """Give the keys of a story: of its figures, all or all but one, or else of words and days."""
    if said.counts:
        some = [said.counts]
        if len(said.counts) > 2:
            some += combinations(said.counts, len(said.counts) - 1)
        words = _first(said.keys, said, FIGURE)
        yield from (hash((figures, word)) for figures in dict.fromkeys(some) for word in words)
        if len(said.counts) == 2:  # one of them may be rounded
            alone = [one for one in said.counts if retold.digits(one) >= MANY]
            yield from (hash((ROUNDED, one, word)) for one in alone for word in words[:2])
        yield from (hash((RANGE, one)) for one in said.counts if echo.is_exact_range(one))
        yield from map(hash, retold.keys(said.counts))
        yield from map(hash, rounded.keys(said.counts))
    elif len(said.keys) >= STORY:
        yield from map(hash, combinations(_first(said.keys, said, STORY), 3))
    if not said.counts and said.periods and echo.DATED <= len(said.keys) <= STORY:
        days = {until for _, until in said.periods}
        pairs = combinations(_first(said.keys, said, FIGURE), 2)
        yield from (hash((day, pair)) for pair in pairs for day in days)


def _first(words: frozenset[str], said: Said, many: int) -> list[str]:
    """Give the first words, in the order that is alike everywhere."""
    return list(islice((one for one in said.order if one in words), many))
