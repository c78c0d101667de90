"""A shelf as it stands in the side bar, and the sections that shelves stand in."""

from collections.abc import Iterable
from dataclasses import dataclass

from gui.tongue import phrase, tr

#: The sections by the names under which it is remembered that they are folded.
HEADS = {
    "library": phrase("Library"),
    "searches": phrase("Saved Searches"),
    "tags": phrase("Tags"),
    "pages": phrase("Pages"),
    "sources": phrase("Sources"),
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """A row: its name and what it asks for.

    `id` is that of the tag or saved search that it stands for. `tag` is the tag's path, which tells
    what it stands below; `also` is its name in the other language, `aliases` are all its other
    names, and `colour` is its own. Where several tags have its name, it stands for all of them, and
    `makers` are the readers who made each.
    """

    name: str
    query: str
    icon: str = "search"
    id: str = ""
    tag: str = ""
    also: str = ""
    colour: str = ""
    aliases: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()

    @property
    def depth(self) -> int:
        return self.tag.count("/")

    @property
    def key(self) -> str:
        """What it is told from others by, whatever it is called; it is folded under it."""
        return self.id or self.query


def fixed() -> tuple[Shelf, ...]:
    """Give the shelves that every library has."""
    return (
        Shelf(tr("All Articles"), "", "library"),
        Shelf(tr("Unread"), "is:unread", "unread"),
        Shelf(tr("Highlighted"), "is:highlighted", "highlight"),
    )


def parents(tags: Iterable[Shelf]) -> frozenset[str]:
    """Give the paths below which others stand."""
    return frozenset(path for one in tags if (path := one.tag.rpartition("/")[0]))
