"""What the table of agreement shows, reckoned off the main thread, and the same as CSV.

The measures are core's. All tags together are measured as one question for each claim and tag:
is this claim under this tag? Below `FEW` claims a measure beyond chance is not told: one claim more
or less would turn it round.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from core.agreement import Agreement, Place, Readings, agree
from core.cells import as_csv
from core.errors import NotFound
from core.library import Reader
from core.model import Article
from core.natural import natural
from core.progress import Progress, silent
from gui.parts.people import people
from gui.tongue import phrase, tr
from gui.work.connection import looking

One = TypeVar("One")
FEW = 10
ALL = ""  # stands for all tags together
TOO_FEW, NO_CHANCE, FOR_TWO = phrase("too few to say"), "—", phrase("for two")
#: How many claims so many readers judged, of whom so many said yes.
Units = Counter[tuple[int, int]]
HEAD = (
    phrase("Tag"),
    phrase("Readers"),
    phrase("Claims"),
    phrase("Differ"),
    phrase("Agree"),
    phrase("Kappa"),
    phrase("Alpha"),
)


def head_words(head: str) -> str:
    """Say what a column is called; here to agree is no stance."""
    return tr("Agree", "of readers") if head == "Agree" else tr(head)


@dataclass(frozen=True, slots=True)
class Measured:
    """How far readers agree on one tag, or on `ALL`; `claims` counts what they judged."""

    tag: str
    path: str
    readers: tuple[str, ...]
    claims: int
    differ: int
    raw: float | None
    kappa: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that some put under a tag, and others who read it did not."""

    tag: str
    path: str
    article: str
    node: int
    title: str
    text: str
    marked: tuple[str, ...]
    unmarked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """The table, all tags first and then by path; and the claims, in reading order."""

    rows: tuple[Measured, ...] = ()
    differences: tuple[Difference, ...] = ()


def compare(library: Path, progress: Progress = silent) -> Compared:
    """Compare the readers of a library; a single reader gives empty tables.

    It can be called off between one tag, or one claim, and the next.
    """
    with looking(library) as reader:
        readings = reader.readings()
        paths = {tag.id: tag.path for tag in reader.tags()}
        names = {one.id: one.name for one in people(reader.authors()).values()}
        told = sorted(
            _stoppable(agree(readings), progress), key=lambda one: natural(paths.get(one.tag, ""))
        )
        rows = [_measured(one, paths.get(one.tag, "?"), names) for one in told]
        places = {article: at for at, article in enumerate(readings.claims)}
        found = list(_stoppable(_differences(reader, told, paths, names), progress))
    if not rows:
        return Compared()
    found.sort(key=lambda one: (places.get(one.article, 0), one.node, natural(one.path)))
    return Compared((_together(told, readings, names), *rows), tuple(found))


def _stoppable(some: Iterable[One], progress: Progress) -> Iterator[One]:
    for one in some:
        progress(0, 0)
        yield one


def _together(told: Sequence[Agreement], readings: Readings, names: Mapping[str, str]) -> Measured:
    """Measure all tags as one question of every claim and tag: is this claim under this tag?"""
    readers = tuple(sorted({who for one in told for who in one.readers}))
    units = _units(told, readings)
    claims, differ = units.total(), sum(len(one.differences) for one in told)
    figures = (_raw(units), _kappa(told, units) if len(readers) == 2 else None, _alpha(units))
    return Measured(ALL, tr("All tags"), _called(readers, names), claims, differ, *figures)


def _units(told: Sequence[Agreement], readings: Readings) -> Units:
    """Count by how many readers judged, and how many of them said yes; most claims nobody marked.

    They are counted, not listed: there are as many as claims, times tags.
    """
    shared = {one: len(who) for one, who in readings.readers.items() if len(who) > 1}
    claims = {one: frozenset(readings.claims.get(one, ())) for one in shared}
    units = Units()
    for article, readers in shared.items():
        units[readers, 0] += len(claims[article]) * len(told)
    for place in (place for one in told for place in one.places):
        readers = shared[place.article]
        units[readers, 0] -= place.node in claims[place.article]
        units[readers, len(place.marked)] += 1
    return units


def _raw(units: Units) -> float | None:
    alike = sum(n * (yes * (yes - 1) + (m - yes) * (m - yes - 1)) for (m, yes), n in units.items())
    pairs = sum(n * m * (m - 1) for (m, _), n in units.items())
    return alike / pairs if pairs else None


def _kappa(told: Sequence[Agreement], units: Units) -> float | None:
    """Give Cohen's kappa of two readers, as `core.agreement.kappa` does of a list."""
    number = units.total()
    yes = Counter(who for one in told for place in one.places for who in place.marked)
    first, second = (yes[who] / number for who in sorted({w for one in told for w in one.readers}))
    expected = first * second + (1 - first) * (1 - second)
    observed = (units[2, 0] + units[2, 2]) / number
    return None if expected == 1 else (observed - expected) / (1 - expected)


def _alpha(units: Units) -> float | None:
    """Give Krippendorff's alpha, as `core.agreement.alpha` does of a list."""
    yes = sum(n * said for (_, said), n in units.items())
    number = sum(n * m for (m, _), n in units.items())
    observed = sum(n * 2 * said * (m - said) / (m - 1) for (m, said), n in units.items())
    expected = 2 * yes * (number - yes)
    return 1 - (number - 1) * observed / expected if expected else None


def _measured(one: Agreement, path: str, names: Mapping[str, str]) -> Measured:
    readers = _called(one.readers, names)
    measures = (one.raw, one.kappa, one.alpha)
    return Measured(one.tag, path, readers, one.claims, len(one.differences), *measures)


def _called(readers: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(one, one) for one in readers)


def _differences(
    reader: Reader, told: Iterable[Agreement], paths: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[Difference]:
    articles = dict[str, Article | None]()
    for one in told:
        for place in one.differences:
            if place.article not in articles:
                articles[place.article] = _article(reader, place.article)
            article = articles[place.article]
            if article:
                yield _difference(one.tag, paths.get(one.tag, "?"), place, article, names)


def _article(reader: Reader, article: str) -> Article | None:
    try:
        return reader.article(article)
    except NotFound:  # taken away since it was counted
        return None


def _difference(
    tag: str, path: str, place: Place, article: Article, names: Mapping[str, str]
) -> Difference:
    text = article.edition.nodes[place.node].text
    who = (_called(place.marked, names), _called(place.unmarked, names))
    return Difference(tag, path, place.article, place.node, article.title, text, *who)


# In words


def percent(value: float | None) -> str:
    return NO_CHANCE if value is None else f"{value:.0%}"


def figure(value: float | None, claims: int) -> str:
    """Say a measure beyond chance; where it cannot be told, say so."""
    if claims < FEW:
        return TOO_FEW
    return NO_CHANCE if value is None else f"{value:.2f}"


def kappa_words(one: Measured) -> str:
    return figure(one.kappa, one.claims) if len(one.readers) == 2 else tr(FOR_TWO)


def why(one: Measured) -> str:
    """Say what keeps a measure from being told, or what it means."""
    if one.claims < FEW:
        return tr(
            "Only {claims} claims were judged by two or more; fewer than {FEW} are too few to say."
        ).format(claims=one.claims, FEW=FEW)
    if one.alpha is None:
        return tr(
            "Everybody said the same of every claim, so there is nothing to set against chance."
        )
    return tr("1 is full agreement, 0 is what chance alone would give, less is worse than chance.")


def table_csv(rows: Iterable[Measured]) -> str:
    """Give the table as CSV, its figures in full."""
    lines = (
        (one.path, ", ".join(one.readers), one.claims, one.differ, one.raw, one.kappa, one.alpha)
        for one in rows
    )
    return as_csv(tuple(map(head_words, HEAD)), lines)


def differences_csv(rows: Iterable[Difference]) -> str:
    """Give the claims as CSV."""
    lines = (
        (one.path, one.text, ", ".join(one.marked), ", ".join(one.unmarked), one.title)
        for one in rows
    )
    return as_csv(
        (tr("Tag"), tr("Claim"), tr("Marked by"), tr("Not marked by"), tr("Article")), lines
    )
