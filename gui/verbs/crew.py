"""Who does the window's commands: for each part of it, one who knows its verbs.

A window hires them once its panes are there; the commands are tied to them by their names.
"""

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QMainWindow

from gui.actions import Actions
from gui.panes import Panes
from gui.verbs.accepting import Accepting
from gui.verbs.aids import Aids
from gui.verbs.arranging import Arranging
from gui.verbs.collecting import Collecting
from gui.verbs.commanding import Commanding
from gui.verbs.deeds import Deeds
from gui.verbs.drafting import Drafting
from gui.verbs.dressing import Dressing
from gui.verbs.find_in_text import FindInText
from gui.verbs.findings.bookkeeping import Bookkeeping, Today
from gui.verbs.findings.concluding import Concluding
from gui.verbs.focusing import Focusing
from gui.verbs.hearing import Hearing
from gui.verbs.keeping import Keeping
from gui.verbs.linking import Linking
from gui.verbs.one_pane import OnePane
from gui.verbs.overlapping import Overlapping
from gui.verbs.pinning import Pinning
from gui.verbs.preferring import Preferring
from gui.verbs.reaching import Reaching
from gui.verbs.readers import Readers
from gui.verbs.several import Several
from gui.verbs.sharing import Sharing
from gui.verbs.shelving import Shelving
from gui.verbs.speaking import Speaking
from gui.verbs.tagging import Tagging
from gui.verbs.together import Together
from gui.verbs.touring import Touring
from gui.verbs.trail import Trail
from gui.verbs.turning import Turning
from gui.verbs.watching import Watching

if TYPE_CHECKING:
    from core.settings import Settings
    from gui.window import Window


class Crew(QMainWindow):
    """A window with those who do its commands."""

    aids: Aids
    panes: Panes

    def hire(self, settings: "Settings", today: Today) -> None:
        """Have somebody for every command; where two know one, the first is asked."""
        window = cast("Window", self)
        self.linking, self.hearing = Linking(window), Hearing(window)
        self.watching, self.drafting = Watching(window, settings), Drafting(window)
        self.deeds, self.several = Deeds(window, settings), Several(window, settings)
        self.sharing, self.keeping = Sharing(window), Keeping(window, settings)
        self.readers, self.shelving = Readers(window), Shelving(window)
        self.concluding = Concluding(window, settings)
        self.bookkeeping = Bookkeeping(window, today)
        self.concluding.today = today
        self.collecting = Collecting(window)
        self.turning, self.trail = Turning(window), Trail(window)
        self.pinning = Pinning(window, settings)
        self.tagging, self.together = Tagging(window, self.pinning), Together(window)
        self.focusing, self.touring = Focusing(window), Touring(window, settings)
        self.commanding = Commanding(window, settings)
        self.preferring = Preferring(window, settings)
        self.speaking, self.dressing = Speaking(window, settings), Dressing(window, settings)
        self.arranging = Arranging(window, settings)
        words = (self.pinning, self.tagging, self.together)
        self.reaching = Reaching(window)
        there = (Overlapping(window), Accepting(window), self.reaching)
        marks = (self.several, self.collecting, self.deeds, *there, *words)
        self.find_in_text, self.one_pane = FindInText(window), OnePane(window)
        finding = (self.one_pane, self.find_in_text, self.shelving, self.linking)
        reading = (self.aids, *finding, self.trail, self.panes, self.focusing, self.readers)
        books = (self.concluding, self.bookkeeping, self.turning, self.sharing, self.keeping)
        itself = (
            self.commanding,
            self.preferring,
            self.speaking,
            self.dressing,
            self.arranging,
            self.touring,
            self.watching,
        )
        self.actions_ = Actions(self, *marks, *reading, *books, *itself, own=settings.keys)
