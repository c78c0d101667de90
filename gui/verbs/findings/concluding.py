"""The verbs of what a reader concludes: a finding begun or rested on more, and what shows of them.

Quantities are underlined here as well. What is done to a finding on its page is `stating`'s;
nothing of that is loaded before it is asked for.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.change import Change, Record
from core.errors import NotFound
from core.settings import Settings
from gui import work
from gui.actions import native
from gui.insights import InsightPane, counted
from gui.tongue import phrase, tr
from gui.verbs.deeds import NOWHERE
from gui.verbs.remember import remember

if TYPE_CHECKING:
    from core.finding import Finding
    from gui.insights.view import InsightView
    from gui.verbs.findings.grounds import Ground
    from gui.verbs.findings.resting import Resting
    from gui.verbs.findings.stating import Stating
    from gui.window import Window

NONE_YET = phrase("There is no finding yet. Press {0} to make the first.")


class Concluding(QObject):
    """The commands about findings, for `actions` to tie by their names."""

    def __init__(self, window: "Window", settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings, self._desk = window, settings, window.desk
        self._inspector = window.inspector
        self._resting: Resting | None = None  # from when the window was painted
        self.today: Callable[[], date] = date.today

    def fill(self) -> None:
        """Show which claims findings rest on, and quantities, once the window is painted."""
        from gui.verbs.findings.resting import Resting  # not for the first picture

        if self._resting is not None:
            return
        self._resting = resting = Resting(self._desk.reader, self)
        resting.changed.connect(self._show_resting)
        resting.failed.connect(self._window.notice.warn)
        for pane in self._window.panes.all():
            self.tie_pane(pane)
        self._desk.changed.connect(resting.hear)
        self._desk.changed.connect(self._hear)
        self._desk.refreshed.connect(resting.look)
        self._desk.refreshed.connect(self._show_again)
        self._inspector.finding_chosen.connect(self.show)
        resting.look()

    def tie_pane(self, pane: InsightPane) -> None:
        """Have a pane show what rests on its highlights, and quantities."""
        if self._resting is None:
            return
        pane.view.ask_what_rests(self._resting.statements)
        pane.view.finding_key = self._key("find")
        pane.view.highlight_chosen.connect(self._make_room)
        if self._settings.quantities:
            self._underline()

    @property
    def _tree(self) -> "InsightView":
        return self._window.insights.view

    @cached_property
    def stating(self) -> "Stating":
        """The page of a finding, made when one is first shown."""
        from gui.verbs.findings.stating import Stating

        self.fill()
        stating = Stating(self._window, self._today)
        stating.page.key = self._key("find")
        return stating

    def _key(self, command: str) -> str:
        """Give the key of a command, as it is written on this system's keys."""
        return native(self._window.actions_[command].shortcut())

    def _today(self) -> date:
        return self.today()

    # The commands

    def find(self) -> None:
        """Begin a finding on what is chosen; one that is being written rests on that as well."""
        grounds = self._grounds()
        if grounds:
            self.stating.write(grounds)

    def add_to_finding(self) -> None:
        """Let the reader choose a finding, and rest it on what is chosen."""
        from gui.dialogs.choosing import FindingPopup  # not for the first picture

        grounds = self._grounds()
        known = self._desk.reader.stated() if grounds else []
        if known:
            popup = FindingPopup(self._window)
            popup.chosen.connect(lambda finding: self._support(finding, grounds))
            popup.open_beside(self._window.row_on_screen(), known)
        elif grounds:
            self._window.notice.say(tr(NONE_YET).format(self._key("find")))

    def show(self, finding: str) -> None:
        """Show a finding in the inspector."""
        self.stating.show(finding)

    def note(self, finding: str) -> None:
        """Let the reader write in the note of a finding."""
        self.stating.note(finding)

    def show_quantities(self) -> None:
        """Underline what is counted, or no longer, and remember it for the next time."""
        self._settings.quantities = not self._settings.quantities
        remember(self._settings, self._window.notice)
        self._underline()

    def _underline(self) -> None:
        window = self._window
        window.actions_.tick("show_quantities", on=self._settings.quantities)
        work.run(lambda _progress: counted.load(), self._show_underlined, window.notice.warn)

    def _show_underlined(self, _none: None) -> None:
        for pane in self._window.panes.all():
            pane.view.show_quantities(self._settings.quantities)

    def _grounds(self) -> "Sequence[Ground]":
        """Give what is chosen, and choose the words no longer; say so where nothing is."""
        from gui.verbs.findings.grounds import chosen  # not for the first picture

        self.fill()
        if not self._desk.reader.writable:
            self._window.notice.warn(self._desk.why)
            return ()
        grounds = chosen(self._tree, self._inspector.chosen())
        if not grounds:
            self._window.notice.say(tr(NOWHERE))
        self._tree.drop_words()
        return grounds

    def _support(self, finding: str, grounds: "Sequence[Ground]") -> None:
        """Rest a finding on passages, highlighting first those that are not: one deed."""
        from core import annotate
        from core.annotate import findings

        def change() -> Change:
            marks = [annotate.highlight(one.passage) for one in grounds if not one.highlight]
            new = [mark.edits[0].record for mark in marks]
            known = [one.highlight for one in grounds if one.highlight]
            support = findings.support(self._desk.reader.finding(finding), [*known, *new])
            edits = (edit for mark in marks for edit in mark.edits)
            return replace(support, edits=(*edits, *support.edits))

        if self._desk.commit(change):
            self.show(finding)

    # What is shown of them elsewhere

    def rests(self, highlight: str) -> "Sequence[Finding]":
        """Give the findings that rest on a highlight, the newest first."""
        return self._resting.on(highlight) if self._resting else ()

    def keep(self) -> None:
        """Keep what is typed of findings as well as it can be kept."""
        if "stating" in self.__dict__:
            self.stating.keep()

    def unkept_texts(self) -> list[str]:
        """Give what is written of a finding that is not made yet."""
        return self.stating.unkept_texts() if "stating" in self.__dict__ else []

    def take_up(self, finding: str, field: str, text: str) -> None:
        """Show what was typed of a finding elsewhere, and could not be kept, on its page."""
        self.show(finding)
        self.stating.page.take_up(finding, field, text)

    def show_unkept(self) -> None:
        """Show the finding of which something is typed that could not be kept, if there is one."""
        if "stating" in self.__dict__ and (one := self.stating.page.unkept()):
            self.show(one)

    def is_writing(self) -> bool:
        """Tell whether a finding is being written that is not made yet."""
        return "stating" in self.__dict__ and self.stating.writing is not None

    def follow(self, article: str) -> None:
        """Put a finding away that has to do with another article than the one to be read now.

        One that rests on this stays, and so does one that is being written.
        """
        inspector, reader = self._inspector, self._desk.reader
        if inspector.shows_finding() and not inspector.finding_page().is_written():
            from gui.verbs.findings.grounds import grounds_of  # not for the first picture

            grounds: Sequence[Ground] = ()
            with suppress(NotFound):  # removed elsewhere, just now
                grounds = grounds_of(reader, reader.finding(inspector.mentioned()))
            if all(ground.passage.article != article for ground in grounds):
                self.stating.leave()

    def _make_room(self, highlight: str) -> None:
        """Let a highlight that is chosen in the text be seen in the inspector."""
        if highlight and self._inspector.shows_finding():
            self.stating.leave()

    def _hear(self, change: Change) -> None:
        touched = change.records(Record.FINDING) or change.records(Record.HIGHLIGHT)
        if touched or change.source:
            self._show_again()

    def _show_again(self) -> None:
        if self._inspector.shows_finding():
            self.stating.again()

    def _show_resting(self) -> None:
        for pane in self._window.panes.all():
            pane.view.show_resting()
        current = self._inspector.current()
        if current:
            self._inspector.show_findings(self.rests(current))
