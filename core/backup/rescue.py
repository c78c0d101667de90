"""The way back to a library that does not open: its newest copy, and the words that put it back."""

import shlex
from datetime import UTC, datetime
from pathlib import Path

from core.backup.place import copies
from core.errors import NotALibrary

REMEDY = (
    "The newest copy is of {when} UTC; `meipi restore --library {library} {copy}` puts it back."
)


def with_a_way_back(error: NotALibrary, library: Path) -> NotALibrary:
    """Say of a library that does not open which copy to put back, and how, if there is one."""
    found = copies(library)
    if not found:
        return error
    when = f"{datetime.fromtimestamp(found[0].clock // 1000, UTC):%Y-%m-%d %H:%M}"
    named = {"library": library.absolute(), "copy": found[0].path}
    spelled = {name: shlex.quote(str(path)) for name, path in named.items()}
    return type(error)(error.sentence, REMEDY.format(when=when, **spelled))
