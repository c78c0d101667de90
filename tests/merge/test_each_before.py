"""Deeds and merges at random, taken back one by one: before each of them all was so, and after.

MEIPI_SOAK=20 tries twenty times as many histories.
"""

import itertools
import os
from pathlib import Path

from hypothesis import HealthCheck, settings

from core.change import EVERYTHING, Change, Take
from core.library import Library
from core.model import Author
from core.progress import Progress, silent
from tests.merge.replicas import Replicas
from tests.merge.told import told


class Remembering(Library):
    """A library that knows what it said before and after each deed, and holds undo to it."""

    def __init__(self, path: Path, author: Author, start: int) -> None:
        super().__init__(path, author, itertools.count(start, 1000).__next__)
        self.before, self.after = list[object](), list[object]()

    def commit(self, change: Change, *, wait: bool = True, progress: Progress = silent) -> Change:
        return self._note(told(self.path), super().commit(change, wait=wait, progress=progress))

    def merge(self, clean: Path, take: Take = EVERYTHING, *_: object) -> Change:
        return self._note(told(self.path), super().merge(clean, take))

    def _note(self, before: object, made: Change) -> Change:
        if made:
            self.before.append(before)
            self.after.clear()
        return made

    def undo(self) -> Change | None:
        after, made = told(self.path), super().undo()
        if made:
            assert told(self.path) == self.before.pop()
            self.after.append(after)
        return made

    def redo(self) -> Change | None:
        before, made = told(self.path), super().redo()
        if made:
            assert told(self.path) == self.after.pop()
            self.before.append(before)
        return made


class EachBefore(Replicas):
    """The same deeds; at the end all of each reader are taken back and done again."""

    def open(self, path: Path, author: Author, start: int) -> Library:
        return Remembering(path, author, start)

    def teardown(self) -> None:
        try:
            for library in self.libraries:
                while library.undo():
                    pass
                while library.redo():
                    pass
        finally:
            super().teardown()


EachBefore.TestCase.settings = settings(
    max_examples=4 * int(os.environ.get("MEIPI_SOAK", "1")),
    stateful_step_count=25,
    suppress_health_check=list(HealthCheck),
)
test_before_each_deed_all_was_as_undo_makes_it = EachBefore.TestCase
