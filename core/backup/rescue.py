"""The way back to a library that does not open: its newest copy, and the words that put it back."""

import os
from pathlib import Path

from core.backup.place import copies
from core.day import at
from core.errors import NotALibrary
from core.store import journal

REMEDY = (
    "The newest copy is of {when} UTC; `meipi restore --library {library} {copy}` puts it back."
)


def with_a_way_back(error: NotALibrary, library: Path) -> NotALibrary:
    """Say of a library that does not open which copy to put back, and how, if there is one.

    Where nothing but what lies beside it is wrong, it may be whole, and newer than any copy: to
    move that away comes first.
    """
    found = copies(library)
    if not found:
        return error
    when = f"{at(found[0].clock):%Y-%m-%d %H:%M}"
    remedy = REMEDY.format(
        when=when, library=_spelt(library.absolute()), copy=_spelt(found[0].path)
    )
    if error.remedy == journal.REMEDY:
        remedy = f"{error.remedy} {remedy}"
    return type(error)(error.sentence, remedy)


def _spelt(path: Path) -> str:
    """Spell a path so that it can be typed; a prompt of Windows knows no single quotes."""
    from shlex import quote  # few libraries do not open
    from subprocess import list2cmdline

    return list2cmdline([str(path)]) if os.name == "nt" else quote(str(path))
