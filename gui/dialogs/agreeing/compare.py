"""What the table of agreement shows, reckoned off the main thread, and the same as CSV.

The measures are core's. All tags together are measured as one question for each claim and tag:
is this claim under this tag? Below `FEW` claims a measure beyond chance is not told: one claim more
or less would turn it round.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from core.agreement import Agreement, Place, Readings, agree
from core.errors import NotFound
from core.library import Reader
from core.model import Article
from gui.people import people

FEW = 10
ALL = ""  # stands for all tags together
TOO_FEW, NO_CHANCE, FOR_TWO = "too few to say", "—", "for two"
#: What a sheet takes for the beginning of a formula, also in full width.
FORMULA = tuple("=+-@\t\r\n|%＝＋－＠")
HEAD = ("Tag", "Readers", "Claims", "Differ", "Agree", "Kappa", "Alpha")


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


def compare(library: Path) -> Compared:
    """Compare the readers of a library; of one who is alone there is nothing to say."""
    with Reader(library) as reader:
        readings = reader.readings()
        paths = {tag.id: tag.path for tag in reader.tags()}
        names = {one.id: one.name for one in people(reader.authors()).values()}
        told = sorted(agree(readings), key=lambda one: paths.get(one.tag, ""))
        rows = [_measured(one, paths.get(one.tag, "?"), names) for one in told]
        places = {article: at for at, article in enumerate(readings.claims)}
        found = list(_differences(reader, told, paths, names))
    if not rows:
        return Compared()
    found.sort(key=lambda one: (places.get(one.article, 0), one.node, one.path))
    whole = [replace(_measured(one, "All tags", names), tag=ALL) for one in agree(_whole(readings))]
    return Compared((*whole, *rows), tuple(found))


def _whole(readings: Readings) -> Readings:
    """Ask of every claim, for every tag in use, whether it is under it: as if it were one tag."""
    tags = tuple(dict.fromkeys(mark.tag for mark in readings.marks))

    def apart(article: str, tag: str) -> str:
        return f"{tag} {article}"

    return Readings(
        {apart(one, tag): who for one, who in readings.readers.items() for tag in tags},
        {apart(one, tag): rows for one, rows in readings.claims.items() for tag in tags},
        tuple(replace(one, article=apart(one.article, one.tag), tag=ALL) for one in readings.marks),
    )


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
    return figure(one.kappa, one.claims) if len(one.readers) == 2 else FOR_TWO


def why(one: Measured) -> str:
    """Say what keeps a measure from being told, or what it means."""
    if one.claims < FEW:
        return f"Only {one.claims} claims were judged by two or more; fewer than {FEW} do not tell."
    if one.alpha is None:
        return "Everybody said the same of every claim, so there is nothing to set against chance."
    return "1 is full agreement, 0 is what chance alone would give, less is worse than chance."


def table_csv(rows: Iterable[Measured]) -> str:
    """Give the table as CSV, its figures in full."""
    lines = (
        (one.path, ", ".join(one.readers), one.claims, one.differ, one.raw, one.kappa, one.alpha)
        for one in rows
    )
    return as_csv(HEAD, lines)


def differences_csv(rows: Iterable[Difference]) -> str:
    """Give the claims as CSV."""
    lines = (
        (one.path, one.text, ", ".join(one.marked), ", ".join(one.unmarked), one.title)
        for one in rows
    )
    return as_csv(("Tag", "Claim", "Marked by", "Not marked by", "Article"), lines)


def as_csv(head: Iterable[str], lines: Iterable[Iterable[str | float | None]]) -> str:
    """Write CSV in which no cell can be taken for a formula."""
    written = StringIO()
    sheet = csv.writer(written, lineterminator="\n")
    sheet.writerow(head)
    sheet.writerows([_defused(cell) for cell in line] for line in lines)
    return written.getvalue()


def _defused(cell: str | float | None) -> str | float | None:
    """Put an apostrophe before a text that a sheet would reckon with; figures stay figures."""
    if isinstance(cell, str) and cell.lstrip(" \u00a0\u3000").startswith(FORMULA):
        return f"'{cell}"
    return cell
