"""One thing that a claim says of one subject: how much it is, whither it went, or when it happens.

Only what can be put to one subject for sure is made a frame. Reading a claim into frames is
`read`'s, laying two of them beside one another `contradict`'s.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.quantity import Direction, Kind, Measure, Quantity
from core.relate import signs
from core.relate.clause import Clause
from core.relate.lexicon import FORECASTERS, HAVING, WEEKDAYS, WORK
from core.relate.opposites import ALLOWS, STANDS, Deed
from core.relate.period import Periods
from core.relate.terms import Term
from core.relate.tokens import PRICE

SIGN = {Direction.ROSE: 1, Direction.FELL: -1}
#: A figure as it is in either language: its unit, and both ends.
Figure = tuple[str, Decimal | None, Decimal | None]


class Frame(NamedTuple):
    """What is said of one subject. Frames of the same `role` and `unit` can be compared.

    `low` and `high` are in base units, None where an end is open; a change and a deed have their
    sign, a day is its ordinal. The `unit` of a deed is its axis. `terms` are the keys of what is
    spoken of, among them `names` and what is `specific`; `voices` are those whose forecast it is;
    `mode` is fact, forecast or aim.
    """

    start: int
    end: int
    role: str
    unit: str
    terms: frozenset[str]
    periods: Periods
    mode: str
    negated: bool
    voices: frozenset[str]
    words: tuple[Term, ...]
    is_share: bool
    low: float | None = None
    high: float | None = None
    figure: Quantity | None = None
    value: Figure | None = None

    @property
    def is_rough(self) -> bool:
        return bool(self.figure and self.figure.approximate)

    @property
    def is_deed(self) -> bool:
        return self.role == "does"


def bare(
    piece: Clause, terms: Sequence[Term], periods: Periods, manner: Collection[signs.Sign]
) -> Frame:
    """Make the frame of a clause that says something without a figure."""
    about = tuple([one for one in terms if one.key not in FORECASTERS])
    others = [] if len(about) == len(terms) else [one.key for one in terms if one not in about]
    return Frame(
        piece.start,
        piece.end,
        "says",
        "",
        terms=frozenset([one.key for one in about]),
        periods=periods,
        mode=_mode(manner),
        negated=signs.NOT in manner,
        voices=frozenset(others),
        words=about,
        is_share=signs.SHARE in manner,
    )


def _mode(manner: Collection[signs.Sign]) -> str:
    if signs.AIM in manner:
        return "aim"
    return "forecast" if signs.FORECAST in manner else "fact"


def counted(subject: Frame, one: Quantity, found: Measure, role: str) -> Frame:
    """Give a frame its figure; what fell is below nothing."""
    low, high = _number(found.low), _number(found.high)
    if role.startswith("moves") and one.direction is Direction.FELL:
        low, high = _below(high), _below(low)
    having = [term for term in subject.words if term.key in HAVING and _leads(term, one)]
    if having:
        words = tuple([term for term in subject.words if term not in having])
        kept = frozenset([term.key for term in words])
        subject = subject._replace(terms=kept, words=words)
    if one.kind is Kind.RATE and one.currency:  # what a ton costs is its price
        subject = subject._replace(terms=subject.terms - {PRICE})
    return subject._replace(
        start=one.start, end=one.end, role=role, unit=found.unit, low=low, high=high,
        figure=one, value=value_of(one, found),
    )  # fmt: skip


#: Characters that may stand between a verb and its figure: " more than ".
_NEAR = 11


def _leads(term: Term, one: Quantity) -> bool:
    return 0 < one.start - term.end <= _NEAR


def value_of(one: Quantity, found: Measure) -> Figure:
    """Give a figure to be found again; what is counted has other words in another language."""
    return "count" if one.kind is Kind.COUNT else found.unit, found.low, found.high


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _below(value: float | None) -> float | None:
    return None if value is None else -abs(value)


def gone(subject: Frame, way: Direction, against: str) -> Frame:
    """Give a frame the way that its subject went."""
    sign = SIGN[way]
    return subject._replace(role=f"goes {against}", low=sign, high=sign)


def done(subject: Frame, deeds: Sequence[Deed], figures: Sequence[Figure]) -> Iterator[Frame]:
    """Give the frames of what is done to a subject; to lift a ban is to allow what was banned."""
    first, last = deeds[0], deeds[-1]
    spans = [(one.start, one.end) for one in deeds]
    words = [
        one
        for one in subject.words
        if not any(one.start < end and start < one.end for start, end in spans)
        and not (first.axis == STANDS and one.key in WORK)
    ]
    frame = _doing(subject, first.axis, first.side, words, figures)
    frame = frame._replace(start=first.start, end=last.end)
    yield frame
    others = [one for one in words if one.key not in BANS]
    if first.axis == STANDS and len(others) < len(words):
        banned = _doing(subject, ALLOWS, -first.side, others, figures)
        yield banned._replace(start=first.start, end=last.end)


#: What "plans to" is read as.
PLANS = ("规划", "计划", "目标")
#: A noun and a verb, and their like in Chinese.
BANS = ("禁令", "ban")


def _doing(
    subject: Frame, axis: str, side: int, words: Sequence[Term], figures: Sequence[Figure]
) -> Frame:
    keys = [one.key for one in words if one.key not in WEEKDAYS]
    sums = [f"#{low}-{high}{unit}" for unit, low, high in figures]
    mode = "forecast" if subject.mode == "aim" else subject.mode
    return subject._replace(
        role="does", unit=axis, low=side, high=side, mode=mode,
        terms=frozenset(keys + sums), words=tuple(words),
    )  # fmt: skip


def timed(subject: Frame, one: Quantity) -> Frame:
    """Give a frame the days on which it happens."""
    days = subject.periods - {(one.since, one.until)}
    return subject._replace(
        start=one.start, end=one.end, role="when", periods=days,
        low=_day(one.since), high=_day(one.until), figure=one,
    )  # fmt: skip


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal()
