"""A claim read for what it says: its subjects, its figures and ways, and the time it speaks of.

A figure that cannot be put to one subject for sure is passed over. Laying what was read beside
another claim is left to `contradict` and `echo`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cached_property, lru_cache, partial
from itertools import pairwise
from typing import Any

from core.finding import Claim
from core.glossary.dictionary import in_chinese, readings
from core.glossary.key import english
from core.quantity import Direction, Kind, Quantity, measured, quantities
from core.quantity.moves import Moves
from core.relate import frame, opposites, signs
from core.relate.above import is_capitalized, subject_above
from core.relate.clause import Clause, between, clauses, folded
from core.relate.frame import PLANS, SIGN, Figure, Frame, value_of
from core.relate.lexicon import FORECASTERS
from core.relate.period import Heard, Periods, compared
from core.relate.role import is_grade, is_of, role
from core.relate.terms import Lexicon, Term
from core.words import is_han


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with all that was read in it.

    `order` are its keys in an order that is alike everywhere: those of both languages first, those
    that say little by themselves last. Its subject `is_above` where it is read in heading or title.
    """

    claim: Claim
    keys: frozenset[str]
    order: tuple[str, ...]
    names: frozenset[str]
    known: frozenset[str]
    generic: frozenset[str]
    frames: tuple[Frame, ...]
    figures: frozenset[Figure]
    counts: tuple[Figure, ...]
    periods: Periods
    ways: frozenset[int]
    negated: bool
    is_han: bool
    is_slower: bool
    is_above: bool
    lexicon: Lexicon

    @property
    def context(self) -> frozenset[str]:
        """Give the keys of the title and heading that it stands under."""
        return _context(self.lexicon, self.claim.title, self.claim.heading)[0]

    @property
    def heading(self) -> frozenset[str]:
        """Give the names of a heading that has nothing else: "Peru"."""
        return _named(self.lexicon, self.claim.heading)

    @property
    def surroundings(self) -> frozenset[str]:
        """Give the names among them, and the company that the article is about."""
        names = _context(self.lexicon, self.claim.title, self.claim.heading)[1]
        return names | {self.claim.company} if self.claim.company else names


#: What is read of a claim, without the claim and what it is read with.
_READ = tuple(field.name for field in fields(Said) if field.name not in ("claim", "lexicon"))


def packed(said: Said) -> tuple[Any, ...]:
    """Give what was read, for another process."""
    return tuple([getattr(said, name) for name in _READ])


def unpacked(read: tuple[Any, ...], claim: Claim, lexicon: Lexicon) -> Said:
    """Put together what another process read of a claim."""
    return Said(claim=claim, lexicon=lexicon, **dict(zip(_READ, read, strict=True)))


LONGEST = 10_000  # characters of a claim
MANNERS = (signs.NOT, signs.AIM, signs.FORECAST, signs.SECOND, signs.SHARE)


def read(claim: Claim, lexicon: Lexicon) -> Said:
    """Read a claim."""
    return read_all([claim], lexicon)[0]


def read_all(claims: Sequence[Claim], lexicon: Lexicon) -> list[Said]:
    """Read some claims, one thing after the other: that takes half the time of claim by claim.

    What is longer than any claim says too much for one: nothing is read of it.
    """
    texts = [one.text if len(one.text) <= LONGEST else "" for one in claims]
    figures = [quantities(text) for text in texts]
    terms = [lexicon.terms(text) for text in texts]
    readings = map(partial(_Reading, lexicon), claims, texts, figures, terms)
    return [one.said() for one in list(readings)]


class _Reading:
    """A claim at the time of being read."""

    def __init__(
        self,
        lexicon: Lexicon,
        claim: Claim,
        text: str,
        figures: Sequence[Quantity],
        terms: list[Term],
    ) -> None:
        self._claim, self._lexicon, self._text = claim, lexicon, text
        self._low = folded(text)
        self._times = Heard(self._low, figures, claim.published)
        self._read = tuple(filter(self._is_figure, figures))
        grades = [one for one in self._read if is_grade(self._low, one)]
        grades += [two for one, two in pairwise(self._read) if is_of(self._low, one, two)]
        self._grades = tuple(grades)
        spans = [_taken(one) for one in self._read if one not in grades]
        spans += [(start, end, False) for start, end, _ in self._times.found]
        self._terms = [one for one in terms if not _covered(one, spans) and not self._is_way(one)]
        if grades:
            named = (Term(text[g.start : g.end], g.start, g.end, name=True) for g in grades)
            self._terms = sorted([*self._terms, *named], key=lambda one: one.start)
        self._above = subject_above(lexicon, claim, self._low, self._terms)
        counted = (one for one in self._read if one.kind is not Kind.DATE)
        self._measures = {one.start: measured(one) for one in counted}
        self._signs = frozenset(sign for sign in MANNERS if sign.is_in(self._low))
        self._deeds = opposites.deeds(self._low)

    def _is_way(self, one: Term) -> bool:
        """Tell "will lower output" from the lower house, and "plans to" from a plan."""
        if one.key in PLANS:
            return self._low.startswith(" to ", one.end)
        return one.key == "lower" and _LOWERED.search(self._low, 0, one.start) is not None

    @cached_property
    def _moves(self) -> Moves:
        return Moves(self._low)

    def said(self) -> Said:
        label, pieces = clauses(self._text)
        frames = tuple(self._frames(label, pieces))
        measures, all_terms = self._measures, [*self._above, *self._terms]
        figures = [
            value_of(one, measures[one.start]) for one in self._read if one.start in measures
        ]
        return Said(
            claim=self._claim,
            keys=frozenset([one.key for one in all_terms if one.key not in FORECASTERS]),
            order=_ordered(all_terms),
            names=frozenset([one.key for one in all_terms if one.name]),
            known=frozenset([one.key for one in all_terms if one.known]),
            generic=frozenset([one.key for one in all_terms if one.generic]),
            frames=frames,
            figures=frozenset(figures),
            counts=tuple(sorted(figures, key=_place)) if len(figures) > 1 else tuple(figures),
            periods=self._times.between(0, len(self._low)),
            ways=frozenset(SIGN[one.direction] for one in self._read if one.direction),
            negated=signs.NOT in self._signs,
            is_han=is_han(self._low),
            is_slower=signs.SECOND in self._signs,
            is_above=bool(self._above),
            lexicon=self._lexicon,
        )

    def _is_figure(self, one: Quantity) -> bool:
        """Tell a figure from a piece of a time: "nine months" of "the first nine months"."""
        spans = self._times.found
        return one.kind is Kind.DATE or not any(a < one.end and one.start < b for a, b, _ in spans)

    def _frames(self, label: int, pieces: Sequence[Clause]) -> Iterator[Frame]:
        """Walk the clauses; what leads up to a figure ("in China, …") is of its subject, too."""
        labels = [*self._above, *between(self._terms, 0, label)]
        labelled = self._times.between(0, label)
        leading, before, periods, sentence = labels, labels, labelled, -1
        for piece in pieces:
            own = between(self._terms, piece.start, piece.end)
            if piece.sentence != sentence:
                leading, before, periods = labels, labels, labelled
                sentence = piece.sentence
            terms = [*(leading if _is_subject(own) else before), *own]
            periods = self._times.between(piece.start, piece.end) or periods
            found = list(self._clause(piece, terms, periods))
            yield from found
            before = terms
            if all(one.role == "says" for one in found):
                leading = terms

    def _clause(self, piece: Clause, terms: list[Term], periods: Periods) -> Iterator[Frame]:
        low = self._low[piece.start : piece.end]
        read = [one for one in self._read if piece.start <= one.start < piece.end]
        counted = [one for one in read if one.kind is not Kind.DATE]
        is_whole = len(low) == len(self._low)
        manner = self._signs if is_whole else [sign for sign in self._signs if sign.is_in(low)]
        subject = frame.bare(piece, terms, periods, manner)
        told = [
            (one, "" if one in self._grades else role(self._low, piece, one, periods))
            for one in counted
        ]
        many = [(what, self._measures[one.start].unit) for one, what in told]
        for (one, what), kind in zip(told, many, strict=True):
            if what and many.count(kind) == 1:
                yield frame.counted(subject, one, self._measures[one.start], what)
        way = Direction.NONE if signs.SECOND in manner else self._way(piece, counted)
        if way:
            yield frame.gone(subject, way, self._against(piece, counted, periods))
        dated = [one for one in read if one.kind is Kind.DATE]
        if len(dated) == 1 and not counted and signs.EVENT.is_in(low):
            yield frame.timed(subject, dated[0])
        if not read and not way and _is_subject(subject.words):
            yield subject
        if self._deeds and signs.NOT not in manner:
            figures = [value_of(one, self._measures[one.start]) for one in counted]
            for some in opposites.certain(self._low, self._deeds, piece.start, piece.end):
                if not way or some[0].axis == opposites.WINS:  # who lost a case fell nowhere
                    yield from frame.done(subject, some, figures)

    def _way(self, piece: Clause, counted: list[Quantity]) -> Direction:
        """Tell whether a clause speaks of a rise or a fall; `NONE` where of neither, or of both."""
        ways = {one.direction for one in counted if one.direction}
        if not ways and not counted:
            ways = {self._moves.direction(piece.end)} - {Direction.NONE}
        return ways.pop() if len(ways) == 1 else Direction.NONE

    def _against(self, piece: Clause, counted: list[Quantity], periods: Periods) -> str:
        found = {one.against for one in counted if one.direction}
        if not counted:
            return compared(self._moves.against(piece.start, piece.end), periods)
        return compared(found.pop(), periods) if len(found) == 1 else "several"


_LOWERED = re.compile("(?:%|(?<![a-z])(?:to|will|would|could|should|may|might|must|not|and|or)) $")


def _place(figure: Figure) -> tuple[str, Decimal, Decimal]:
    """Give the place of a figure in an order that is alike everywhere; an open end comes first."""
    unit, low, high = figure
    return unit, _FIRST if low is None else low, _FIRST if high is None else high


_FIRST = Decimal("-Infinity")


def _is_subject(terms: Sequence[Term]) -> bool:
    return any(not one.generic for one in terms)


def _taken(one: Quantity) -> tuple[int, int, bool]:
    """Give the span of a figure; a noun in it that is counted is still spoken of."""
    return one.start, one.end, one.kind in (Kind.COUNT, Kind.RATIO, Kind.RATE)


def _covered(term: Term, spans: Sequence[tuple[int, int, bool]]) -> bool:
    for start, end, counts in spans:
        if start <= term.start < end and not (counts and term.key[0] != "#"):
            return True
    return False


def _ordered(terms: Sequence[Term]) -> tuple[str, ...]:
    ranked = {(one.generic, not one.known, one.key) for one in terms}
    return tuple([one[2] for one in sorted(ranked)])


@lru_cache(maxsize=4096)
def _context(lexicon: Lexicon, title: str, heading: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the keys of what stands above a claim, and those of them that are names."""
    above, below = _label(lexicon, title), _label(lexicon, f"{_BEGUN}{heading}")
    return above[0] | below[0], above[1] | below[1]


#: A heading goes on after a title: a capital may begin a name there.
_BEGUN = "| "


@lru_cache(maxsize=4096)
def _label(lexicon: Lexicon, label: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the keys of a title or heading, and those of them that are names.

    A figure, as 25个基点 or 20250818, tells something and names nothing.
    """
    terms = lexicon.terms(label)
    names = [one for one in terms if one.name]
    if names:
        told = [(one.start, one.end) for one in quantities(label)]
        told += [match.span() for match in _DAY.finditer(label)]
        names = [one for one in names if not any(a <= one.start < b for a, b in told)]
    if is_capitalized(label.removeprefix(_BEGUN)):
        names = [one for one in names if one.known or not _is_word(label[one.start : one.end])]
    return frozenset(one.key for one in terms), frozenset(one.key for one in names)


#: A day, or a month or quarter of a year that is not told: 20250818, 11月, Q3.
_DAY = re.compile(
    r"(?<!\d)(?:(?:19|20)\d{6}(?!\d)|\d{1,2}月(?:份|\d{1,2}日)?)"
    r"|(?<![A-Za-z\d])(?:[QH][1-4]|[1-4][QH])(?![A-Za-z\d])"
)


@lru_cache(maxsize=4096)
def _is_word(written: str) -> bool:
    """Tell a word of the language, of which a capital makes no name, from Netflix."""
    said = (read for word in in_chinese(english(written)) for read in readings(word))
    return any(one.pinyin[:1].islower() for one in said)


@lru_cache(maxsize=4096)
def _named(lexicon: Lexicon, heading: str) -> frozenset[str]:
    """Give the names that a heading is made of; in "Market Outlook" capitals make none."""
    terms = lexicon.terms(heading)
    is_name = all(one.name and one.known for one in terms)
    return frozenset(one.key for one in terms) if is_name else frozenset()
