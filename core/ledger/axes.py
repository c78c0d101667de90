"""The same quantity from several sources, brought to one unit so that it can be laid on one axis.

Values only: which findings there are is handed in, how an axis is drawn is left to a window. What
fell is counted below nothing on an axis of changes; amounts and changes are never on one axis.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.finding import Figure
from core.quantity import Kind, Measure, Quantity, measured

NAMES = {
    Kind.DURATION: "Duration",
    Kind.PERCENT: "Share",
    Kind.POINTS: "Difference",
    Kind.MONEY: "Money",
    Kind.COUNT: "Number",
    Kind.RATIO: "Ratio",
    Kind.MULTIPLE: "Multiple",
    Kind.RATE: "Rate",
}
UP, DOWN = "rose", "fell"


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure on an axis, in the axis's unit; an end that is open is None."""

    finding: str
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Axis:
    """Figures that can be compared: what they measure, of what, in which unit; least first."""

    name: str
    subject: str
    unit: str
    marks: tuple[Mark, ...]

    @property
    def title(self) -> str:
        """Say what stands along it: "Duration, years"."""
        return f"{self.name}, {self.unit}" if self.unit else self.name


@dataclass(frozen=True, slots=True)
class _Read:
    finding: str
    figure: Figure
    measure: Measure

    @property
    def key(self) -> tuple[str, str]:
        kind = Kind(self.figure.kind)
        changed = self.figure.direction in (UP, DOWN)
        return ("Change" if changed else NAMES.get(kind, kind.value.capitalize()), self._base)

    @property
    def _base(self) -> str:
        return "%" if self.figure.kind == Kind.PERCENT else self.measure.unit


def axes(figures: Iterable[tuple[str, str, Figure]]) -> list[Axis]:
    """Give the axes of (finding, subject, figure), those of a subject together, the fullest first.

    Two figures share an axis if they have one subject and measure the same. Dates stand on none.
    """
    together: dict[tuple[str, str, str], list[_Read]] = {}
    for finding, subject, figure in figures:
        read = _read(finding, figure)
        if read is not None:
            together.setdefault((subject, *read.key), []).append(read)
    made = [_axis(key[1], key[0], reads) for key, reads in together.items()]
    many = Counter(axis.subject for axis in made for _ in axis.marks)
    return sorted(made, key=lambda a: (-many[a.subject], a.subject, -len(a.marks), a.title))


def _read(finding: str, figure: Figure) -> _Read | None:
    if figure.kind == Kind.DATE or figure.kind not in set(Kind):
        return None
    if figure.low is None and figure.high is None:
        return None
    return _Read(finding, figure, measured(_quantity(figure)))


def _quantity(figure: Figure) -> Quantity:
    ends = (figure.low, figure.high)
    return Quantity(0, 0, Kind(figure.kind), *ends, unit=figure.unit, currency=figure.currency)


def _axis(name: str, subject: str, reads: Sequence[_Read]) -> Axis:
    """Bring figures to the unit that most of them are said in."""
    ((unit, _),) = Counter(read.figure.unit for read in reads).most_common(1)
    first = next(read.figure for read in reads if read.figure.unit == unit)
    one = Figure(first.kind, Decimal(1), Decimal(1), first.unit, first.currency)
    factor = measured(_quantity(one)).low or Decimal(1)
    marks = sorted((_mark(read, factor) for read in reads), key=_least)
    return Axis(name, subject, _unit_words(first), tuple(marks))


def _mark(read: _Read, factor: Decimal) -> Mark:
    low, high = read.measure.low, read.measure.high
    ends = [None if end is None else (end / factor).normalize() for end in (low, high)]
    if read.figure.direction == DOWN:
        ends = [None if end is None else -end for end in reversed(ends)]
    return Mark(read.finding, *ends)


def _least(mark: Mark) -> tuple[Decimal, Decimal, str]:
    low = mark.low if mark.low is not None else mark.high
    high = mark.high if mark.high is not None else mark.low
    assert low is not None
    assert high is not None
    return low, high, mark.finding


def _unit_words(figure: Figure) -> str:
    if figure.kind == Kind.PERCENT:
        return "%"
    if figure.kind == Kind.MONEY:
        return figure.currency
    if figure.kind == Kind.DURATION and figure.unit:
        return "centuries" if figure.unit == "century" else figure.unit + "s"
    return figure.unit
