"""What a merge does on a worker: the file looked through, an article looked at, tags made one.

No widgets. Everything lies in a private folder, which goes when nobody holds it any more; nothing
is written to the reader's library here.
"""

import shutil
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from core import merge as merging
from core.change import Change, Edit, Record
from core.errors import MeipiError, NotFound, uncopied
from core.library import Library, Reader
from core.merge import Alike, HighlightPlan, Plan, State
from core.model import Author, Highlight
from core.progress import Progress
from core.scratch import Scratch
from gui.work.connection import looking

Line = dict[str, Any]


class Folder:
    """A private folder, gone at the latest when the program ends."""

    def __init__(self) -> None:
        scratch = Scratch()
        self.path = scratch.path
        self.remove = weakref.finalize(self, scratch.remove)


@dataclass(frozen=True, slots=True)
class Looked:
    """A file looked through: what it says of itself, the plan, and what was refused.

    `paths` are those of the tags of both libraries, by id; `alike` the pairs that could be one.
    """

    plan: Plan
    manifest: dict[str, str]
    refused: tuple[str, ...]
    rows_refused: int
    paths: dict[str, str]
    alike: tuple[Alike, ...]
    folder: Folder = field(repr=False)


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight of the plan; one that `returns` was removed here, and changed there since."""

    plan: HighlightPlan
    returns: bool = False


def look(file: Path, ours: Path, tell: Callable[[Line], object], progress: Progress) -> Looked:
    """Have a file looked through and weigh it against the library; `tell` hears of it by and by."""
    from core.share.guard import open_guarded  # on the worker

    def heard(line: Line) -> None:
        progress(0, 0)
        tell(line)

    folder = Folder()
    progress(0, 0)
    guarded = open_guarded(file, folder.path / "clean.meipi", progress=heard)
    progress(0, 0)
    tell({"stage": "compare"})
    plan = merging.plan(
        ours, guarded.path, lambda first: tell({"stage": "compare", "new": first.counts.new})
    )
    with looking(ours) as reader:
        here = {tag.id: tag.path for tag in reader.tags()}
    paths = {tag.id: tag.path for tag in plan.tags} | here
    alike = tuple(pair for pair in plan.alike if pair.theirs.id not in here)
    refused = (guarded.refused, guarded.rows_refused)
    return Looked(plan, guarded.manifest, *refused, paths, alike, folder)


def marks(looked: Looked, article: str, _: Progress) -> tuple[Mark, ...]:
    """Look at the highlights of one article."""
    plan = looked.plan
    with looking(plan.ours) as reader:
        return tuple(Mark(one, _returns(reader, one)) for one in plan.article(article))


def _returns(reader: Reader, one: HighlightPlan) -> bool:
    if one.state is not State.CHANGED:
        return False
    try:
        reader.highlight(one.id)
    except NotFound:
        return True
    return False


def joined(looked: Looked, pairs: Sequence[Alike], by: Author, progress: Progress) -> Path:
    """Make one tag of each pair, in a copy of the clean library; give the copy.

    What is said there comes along with the merge, so that one undo takes both back.
    """
    if not pairs:
        return looked.plan.clean
    copy = looked.folder.path / "joined.meipi"
    try:
        shutil.copyfile(looked.plan.clean, copy)
    except OSError as error:
        raise uncopied(error) from error
    users = _users(looked.plan, {pair.theirs.id for pair in pairs}, progress)
    with Library(copy, by) as library:
        for pair in pairs:
            uses = list(_present(library, users.get(pair.theirs.id, ())))
            library.commit(_join(library, pair, uses))
    return copy


def to_settle(ours: Path, merged: Change) -> int:
    """Count the records that a merge touched of which there are two versions now.

    What was merged is in the library: that it cannot be looked into just now is no reason to fail.
    """
    touched = {edit.record for edit in merged.edits}
    with suppress(MeipiError), looking(ours) as reader:
        return len({one.record for one in reader.contested()} & touched)
    return 0


def _join(library: Library, pair: Alike, uses: Sequence[Highlight]) -> Change:
    """Make one tag of two there; the reader's own has to be at hand for that."""
    from core.annotate import vocabulary  # where there are two to join

    tags = {tag.id: tag for tag in library.tags()}
    keep, at_hand = tags.get(pair.ours.id), list[Edit]()
    if keep is None:
        was_there = library.sayings(pair.ours.id)
        said = ("removed", "1", None) if was_there else ("name", None, pair.ours.name)
        at_hand.append(Edit(Record.TAG, pair.ours.id, *said))
    found = (one for one in library.findings() if pair.theirs.id in one.tags)
    known = list(tags.values())
    change = vocabulary.join(keep or pair.ours, pair.theirs, [*uses, *found], known)
    return replace(change, edits=(*at_hand, *change.edits))


def _users(plan: Plan, tags: set[str], progress: Progress) -> dict[str, list[str]]:
    """Name the highlights that have each of these tags there. Nobody has them here."""
    found = dict[str, list[str]]()
    for done, article in enumerate(plan.articles):
        progress(done, len(plan.articles))
        for one in plan.article(article.id):
            for each in one.fields:
                if each.theirs and each.field[:4] == "tag:" and each.field[4:] in tags:
                    found.setdefault(each.field[4:], []).append(one.id)
    return found


def _present(library: Library, highlights: Sequence[str]) -> Iterator[Highlight]:
    for one in highlights:
        try:
            yield library.highlight(one)
        except NotFound:
            continue
