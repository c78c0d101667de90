"""What is done while the power is cut: run by `cut` in a child, in a folder of its own.

    python tests/soak/deeds.py FOLDER DEEDS [WEAKNESS]

It tells a line of JSON for what must be there from then on ("has"), and before a deed that leads
to one of two states, for what may be there from then on ("may"). What it spoils itself is "gone".
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from core import annotate, backup, disk, outgoing, schema, settings
from core.backup import Reason
from core.export import write_file
from core.library import Library
from tests.generate import articles, mark
from tests.given import ANNA, BEN
from tests.soak.kill_keeping import NEXT, pretend_little

FOLDER = Path(sys.argv[1]) if len(sys.argv) > 2 else Path()
PATH = FOLDER / "library.meipi"


def tell(how: str, what: str, *state: object) -> None:
    os.write(1, json.dumps([how, what, *state]).encode() + b"\n")


def last(library: Path) -> tuple[int, str]:
    with Library(library, ANNA) as opened:
        past = opened.history(1)[0]
        return past.seq, past.id


def saves() -> None:
    """Import, mark, write notes short and long, tag, undo and redo."""
    with Library(PATH, ANNA) as library:
        library.commit(library.add(articles(4)).change)
        tell("has", PATH.name, *_last(library))
        shown = library.article(library.cards(library.order())[0].id)
        for text in ("why?", "a note " * 3000, "第三"):
            new = library.commit(mark(shown)).edits[0].record
            tell("has", PATH.name, *_last(library))
            library.commit(annotate.note(library.highlight(new), text))
            tell("has", PATH.name, *_last(library))
            library.commit(annotate.tag([library.highlight(new)], text[:4], library.tags()))
            tell("has", PATH.name, *_last(library))
        library.undo()
        tell("has", PATH.name, *_last(library))
        library.redo()
        tell("has", PATH.name, *_last(library))
        library.commit(library.add(articles(20, 1)).change)
        tell("has", PATH.name, *_last(library))


def _last(library: Library) -> tuple[int, str]:
    past = library.history(1)[0]
    return past.seq, past.id


def copies() -> None:
    """Take copies, among the others and elsewhere, the second over the first; and as text."""
    _begin()
    own, text = FOLDER / "own.meipi", FOLDER / "own.jsonl"
    for number in range(2):
        state = last(PATH)
        copy = backup.take(PATH, Reason.MIGRATE)
        tell("has", str(copy.path.relative_to(FOLDER)), *state)
        backup.copy_to(PATH, own)
        tell("has", own.name, *state)
        lines = "".join(backup.lines(PATH)).encode()
        tell("may", text.name, hashlib.sha256(lines).hexdigest())
        backup.write_text(PATH, text)
        tell("has", text.name, hashlib.sha256(lines).hexdigest())
        with Library(PATH, ANNA) as library:
            library.commit(library.add(articles(2, number + 5)).change)
        tell("has", PATH.name, *last(PATH))


def restores() -> None:
    """Go back and forth between two states, then put right what is garbage."""
    _begin()
    old = backup.take(PATH, Reason.MIGRATE).path
    with Library(PATH, ANNA) as library:
        library.commit(library.add(articles(10, 3)).change)
        new = _last(library)
    tell("has", PATH.name, *new)
    for source in (old, None, old):
        chosen = source or backup.copies(PATH)[0].path
        before, after = last(PATH), last(chosen)
        tell("may", PATH.name, *after)
        done = backup.restore(PATH, chosen)
        assert done.before
        tell("has", PATH.name, *after)
        tell("has", str(done.before.relative_to(FOLDER)), *before)
    tell("gone", PATH.name)
    PATH.write_bytes(b"rot" * 9000)
    aside = backup.restore(PATH, old).before
    assert aside
    tell("has", PATH.name, *last(old))
    tell("has", str(aside.relative_to(FOLDER)), hashlib.sha256(b"rot" * 9000).hexdigest())


def merges() -> None:
    """Join what a colleague did in a copy of the library, take it back, and do it again."""
    _begin()
    theirs = FOLDER / "theirs.meipi"
    backup.copy_to(PATH, theirs)
    with Library(theirs, BEN) as other:
        shown = other.article(other.cards(other.order())[1].id)
        for text in ("Ben's", "a note " * 2000):
            new = other.commit(mark(shown)).edits[0].record
            other.commit(annotate.note(other.highlight(new), text))
        other.commit(other.add(articles(6, 9)).change)
    with Library(PATH, ANNA) as library:
        library.commit(mark(library.article(shown.id)))
        before = _last(library)
        tell("has", PATH.name, *before)
        library.merge(theirs, source="Ben", first=lambda path: backup.take(path, Reason.MERGE))
        tell("has", PATH.name, *_last(library))
        for turn in (library.undo, library.redo):
            turn()
            tell("has", PATH.name, *_last(library))
        copy = backup.copies(PATH)[0].path
        tell("has", str(copy.relative_to(FOLDER)), *before)


def migration() -> None:
    """Bring a library to a version that there is not yet."""
    _begin()
    state = last(PATH)
    tell("may", PATH.name, "version", NEXT)
    copy = backup.migrate(PATH, {NEXT - 1: pretend_little})
    assert copy
    tell("has", str(copy.path.relative_to(FOLDER)), *state)
    tell("has", PATH.name, "version", NEXT)


def files() -> None:
    """Keep preferences, and export them and a note: each a second time over what was there."""
    for size in (90, 125):
        mine = settings.Settings(name="Anna", text=size, rules=[f"years {n}" for n in range(size)])
        _put("settings.json", partial(_keep, mine))
        _put("exported.json", partial(outgoing.write, content=settings.exchanged(mine)))
        _put("note.md", partial(write_file, text="稀土 rare earth\n" * size))


def _put(name: str, write: Callable[[Path], None]) -> None:
    """Have a file written elsewhere first, to know what it may be from now on."""
    elsewhere = FOLDER / "elsewhere" / name
    elsewhere.parent.mkdir(exist_ok=True)
    write(elsewhere)
    whole = hashlib.sha256(elsewhere.read_bytes()).hexdigest()
    tell("may", name, whole)
    write(FOLDER / name)
    tell("has", name, whole)


def _keep(mine: settings.Settings, place: Path) -> None:
    os.environ["MEIPI_HOME"] = str(place.parent)
    settings.save(replace(mine, was=None))  # all of it, whatever was saved before


def _begin() -> None:
    with Library(PATH, ANNA) as library:
        library.commit(library.add(articles(6)).change)
        library.commit(mark(library.article(library.cards(library.order())[0].id)))
        tell("has", PATH.name, *_last(library))


DEEDS = {deed.__name__: deed for deed in (saves, copies, restores, merges, migration, files)}


def weaken(how: str) -> None:
    """Do what Meipi does not, to see that this is found out."""
    modes = {"wal": ("WAL", "NORMAL"), "off": ("TRUNCATE", "OFF"), "delete": ("DELETE", "FULL")}
    if how in modes:
        journal, synchronous = modes[how]

        def settle(connection: object) -> None:
            connection.execute(f"PRAGMA journal_mode = {journal}")  # type: ignore[attr-defined]
            connection.execute(f"PRAGMA synchronous = {synchronous}")  # type: ignore[attr-defined]
            connection.execute("PRAGMA foreign_keys = ON")  # type: ignore[attr-defined]

        schema.settle = settle
    if how == "unsynced":
        for step in ("_reach_the_disk", "settle"):
            setattr(disk, step, lambda _: None)


if __name__ == "__main__":
    if len(sys.argv) > 3:
        weaken(sys.argv[3])
    DEEDS[sys.argv[2]]()
