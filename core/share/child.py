"""The child process that looks through a stranger's file, so that ours does not have to.

    python -m core.share.child FILE INTO SECONDS

It writes what is sound in FILE to INTO, a new library, and reports line by line on stdout, in JSON:
first manifest and counts, then how far it is, last what was refused; or one `error`. It takes no
more memory than it is given. What becomes of it in time is for `guard`, which waits.
"""

import json
import sqlite3
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from core.errors import DiskTrouble, MeipiError, Unreadable
from core.share import door
from core.share.copying import cap_memory, take
from core.share.fresh import fresh
from core.share.refusals import Refusals
from core.share.sift import Tell, look, sift
from core.share.words import visible

EVERY = 1.0  # seconds between signs of life
MEMORY = 1_000_000_000  # bytes of addresses; what is used of them is far less
#: What SQLite and Python say where a file was made to be wrong.
UNREADABLE = (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError, MemoryError)


def main(argv: Sequence[str] | None = None) -> int:
    """Look through a file, report, and give the exit code."""
    path, into, seconds = sys.argv[1:] if argv is None else argv
    cap_memory(MEMORY)
    try:
        through(Path(path), Path(into), _say, float(seconds))
    except MeipiError as error:
        kind = type(error).__name__
        _say({"error": kind, "sentence": error.sentence, "remedy": error.remedy})
        return 1
    return 0


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


class Patience:
    """Gives a sign of life now and then, and says when it has been too long."""

    def __init__(self, tell: Tell, seconds: float) -> None:
        self._tell = tell
        self._last = time.monotonic()
        self._end = self._last + seconds

    def __call__(self) -> bool:
        now = time.monotonic()
        if now > self._last + EVERY:
            self._last = now
            self._tell({"stage": "at work"})
        return now > self._end


def through(path: Path, into: Path, tell: Tell, seconds: float) -> None:
    """Write what is sound in the file at `path` to `into`.

    Where that fails, the copy is left for the parent to delete: Windows deletes no open file, and
    the copy is held open until the error was reported.
    """
    copy, over = into.with_name(into.name + ".foreign"), Patience(tell, seconds)
    try:
        take(path, copy, over)
        _sift(copy, into, path.name, tell, over)
        copy.unlink()
    except OSError as error:
        raise DiskTrouble(
            f"{visible(path.name)} could not be copied: {error.strerror}.",
            "Check that the disk has room, then try again.",
        ) from error
    except UNREADABLE as error:
        raise _refusal(error, visible(path.name)) from error


def _refusal(error: Exception, name: str) -> MeipiError:
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL:
        return DiskTrouble("The disk is full.", "Free some space, then try again.")
    if isinstance(error, MemoryError):
        return Unreadable(f"{name} is too large to look through.", "Ask for a smaller share.")
    return Unreadable(f"{name} is damaged, or made to do harm.", "Ask for the file again.")


def _sift(copy: Path, into: Path, name: str, tell: Tell, over: Patience) -> None:
    refusals = Refusals()
    with closing(door.enter(copy, visible(name), over)) as foreign, fresh(into) as clean:
        clean.set_progress_handler(over, 100_000)
        tell(look(foreign, clean))
        door.must_be_whole(foreign, visible(name))
        tell({"stage": "texts"})
        sift(foreign, clean, refusals, tell)
    with closing(sqlite3.connect(into)) as clean:
        counts = {
            table: clean.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in KEPT
        }
    tell({"refused": refusals.told(), "rows": refusals.many, "counts": counts})


KEPT = (
    *("articles", "editions", "highlights", "findings", "tags", "authors", "changes"),
    "revisions",
)

if __name__ == "__main__":
    sys.exit(main())
