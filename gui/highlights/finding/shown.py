"""What the page shows: a finding, made or being written, and the passages it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.finding import Bearing, Finding
from core.model import Author, Colour, Conflict, Tag
from core.quantity import Quantity
from gui.highlights.ports import HistoryLine


@dataclass(frozen=True, slots=True)
class Cited:
    """One piece of evidence: the words, where they were written, and what they say to the finding.

    `key` is a highlight's id, or of a passage not yet highlighted a word of its own. What is no
    longer in the library is not `there`.
    """

    key: str
    quote: str
    origin: str
    bearing: Bearing
    colour: Colour = Colour.YELLOW
    there: bool = True


@dataclass(frozen=True, slots=True)
class Read:
    """A quantity in the evidence, its words, and the day from which it counts."""

    quantity: Quantity
    words: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with all that is known around it; one with no id is being written."""

    finding: Finding
    evidence: tuple[Cited, ...] = ()
    read: tuple[Read, ...] = ()
    published: date | None = None
    warning: str = ""
    tags: Mapping[str, Tag] = field(default_factory=dict)
    authors: Mapping[str, Author] = field(default_factory=dict)
    told: tuple[HistoryLine, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def is_new(self) -> bool:
        return not self.finding.id
