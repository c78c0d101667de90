"""The articles of a library in an order that a reader chose. A large one takes a second or two."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.errors import NotALibrary
from core.library import Reader


@dataclass(frozen=True, slots=True)
class Arranged:
    """All rows of the shelf in their order, and the tag or page that each stands under, if any."""

    rows: "array[int]"
    names: Mapping[int, str] = field(default_factory=dict)


def arranged(reader: Reader, group: str, sort: str) -> Arranged:
    """Order by `sort` within groups: `core.settings` names both.

    A library that came without an index is left as it is.
    """
    try:
        with reader.searching() as asked:
            return Arranged(*asked.arranged(group, sort))
    except NotALibrary:
        return Arranged(reader.order())
