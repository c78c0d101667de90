"""What the ledger shows of a finding: the finding, and where and by whom it was found."""

from dataclasses import dataclass
from datetime import date

from core import sources
from core.day import day_of
from core.finding import Bearing, Finding
from core.ledger import Row as Entry


@dataclass(frozen=True, slots=True)
class Row:
    """A finding, with the names of its sources, tags and author.

    `published` is the day of the first article that supports it, `highlight` the first of its
    evidence, to jump to, and `quote` its words; they are empty where none is there.
    """

    finding: Finding
    sources: tuple[str, ...] = ()
    published: date | None = None
    tags: tuple[str, ...] = ()
    author: str = ""
    highlight: str = ""
    quote: str = ""

    @property
    def id(self) -> str:
        return self.finding.id


def row_of(entry: Entry) -> Row:
    """Give what the ledger shows of a row of core's."""
    known = [one for one in entry.cited if one.shown]
    first = next((one for one in known if one.bearing is Bearing.SUPPORTS), next(iter(known), None))
    return Row(
        entry.finding,
        tuple(dict.fromkeys(sources.name(each) or each for each in entry.sources)),
        day_of(entry.published),
        entry.tags,
        entry.author,
        first.highlight if first else "",
        first.quote if first else "",
    )
