"""Readers as the window shows them: a name that is told from others of the same, and an ink.

Who they are and what they marked is core's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

from PySide6.QtGui import QColor

from core.model import Author
from core.names import SHORT_ID, told_apart
from gui import theme
from gui.look import dyes
from gui.tongue import tr

LONGEST = 48  # characters of a name
NAMED = 2  # of whom more are hidden, they are counted and not named
#: What would turn a line round, or is not seen.
UNSEEN = dict.fromkeys((*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)))


@dataclass(frozen=True, slots=True)
class Person:
    """A reader: who it is, what to call them, and which ink is theirs."""

    id: str
    name: str
    ink: int

    @property
    def colour(self) -> QColor:
        return theme.ink(self.ink)


def people(authors: Iterable[Author]) -> dict[str, Person]:
    """Give everybody by id, by name; an ink is shared only where there are more than inks."""
    known = {author.id: _plain(author.name) or author.id[:SHORT_ID] for author in authors}
    called, inks = told_apart(known), _inks(known)
    by_name = sorted(called, key=lambda one: (called[one].casefold(), one))
    return {one: Person(one, called[one], inks[one]) for one in by_name}


def hidden_words(away: Sequence[Person]) -> str:
    """Say "Marks of Ben are hidden", "Marks of 3 readers are hidden"."""
    if not away:
        return ""
    names = tr(" and ").join(person.name for person in away)
    return tr("Marks of {names} are hidden").format(
        names=names if len(away) <= NAMED else tr("%n reader(s)", "", len(away))
    )


def _plain(name: str) -> str:
    """Give a name on one line, with nothing unseen in it, and not longer than a line."""
    seen = name[: 20 * LONGEST].translate(UNSEEN)
    line = " ".join("".join(c if c.isprintable() else " " for c in seen).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _inks(authors: Iterable[str]) -> dict[str, int]:
    """Give every reader the ink their id leads to, or the next that is free."""
    given = dict[str, int]()
    for one in sorted(authors):
        wanted = crc32(one.encode("utf-8", "replace"))
        free = range(wanted, wanted + len(dyes.INKS))
        taken = set(given.values())
        number = next((n for n in free if n % len(dyes.INKS) not in taken), wanted)
        given[one] = number % len(dyes.INKS)
    return given
