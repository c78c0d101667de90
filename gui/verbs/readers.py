"""Several readers in one library: whose marks are shown, what two of them say, how far they agree.

Which marks are hidden is remembered while the window is open; nothing of it is written.
"""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from core.change import BIRTH, Change, Record
from core.errors import MeipiError
from core.library import Library
from core.model import Annotated, Conflict
from gui.highlights.contested import Contested
from gui.parts.later import later
from gui.parts.people import hidden_words, people
from gui.tongue import phrase, tr
from gui.verbs.beside import Beside

if TYPE_CHECKING:
    from gui.dialogs.agreeing import AgreementDialog
    from gui.highlights.versions import Drafts
    from gui.insights import InsightPane
    from gui.window import Window

SETTLED = phrase("It was settled elsewhere meanwhile. This is what you were writing.")
HINT = phrase("It is not in the library. Copy from here what you want to put there.")
SOON = 250  # milliseconds after the first picture, before what is contested is looked for


class Readers(QObject):
    """The commands about readers, for `actions` to tie by their names."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._hidden = frozenset[str]()
        self._last: tuple[str, int] | None = None  # the conflict shown last, and its number
        self._agreement = Beside(self._make_agreement)
        self._drafts: Drafts = {}  # third texts of what is in no article
        self.contested = Contested(window.desk.reader, self)
        self._looking = later(self, SOON, self.contested.look)
        self._tie()
        self._looking.start()

    def _tie(self) -> None:
        inspector, desk = self._window.inspector, self._desk
        desk.changed.connect(self._hear)
        desk.refreshed.connect(self.contested.look)
        self.contested.changed.connect(self._show_contested)
        self.contested.failed.connect(self._window.notice.warn)
        inspector.kept_private.connect(desk.keep_private)
        inspector.settled.connect(self.settle)

    def tie_pane(self, pane: "InsightPane") -> None:
        """Tie what a pane of an article says of whose marks are not to be seen."""
        pane.hidden.connect(self.hide)
        pane.view.show_contested(self.contested.highlights)

    def _hear(self, change: Change) -> None:
        """See what the reader marks, also where their own marks were hidden."""
        reader = self._desk.reader
        if self._hidden and isinstance(reader, Library) and not change.source and _marks(change):
            self._hide(self._hidden - {reader.author.id})
        self.contested.hear(change)

    # Whose marks are shown

    def seen(self, annotated: Annotated) -> Annotated:
        """Give an article without the marks that are hidden, and say that there are some."""
        known = people(annotated.authors.values())
        authors = {placed.highlight.author for placed in annotated.placed}
        away = [person for person in known.values() if person.id in authors & self._hidden]
        self._window.insights.show_readers(known.values(), self._hidden, away)
        self._window.inspector.say_hidden(hidden_words(away))
        return self.left(annotated)

    @property
    def hidden(self) -> frozenset[str]:
        """Give those whose marks are hidden."""
        return self._hidden

    def left(self, annotated: Annotated) -> Annotated:
        """Give an article without the marks that are hidden."""
        shown = (one for one in annotated.placed if one.highlight.author not in self._hidden)
        return replace(annotated, placed=tuple(shown))

    def hide(self, readers: frozenset[str]) -> None:
        """Hide the marks of these readers, and of nobody else."""
        self._hide(readers)
        shown = self._window.insights.view.annotated
        if shown and not self._window.insights.view.is_together:
            self._window.show_article(shown.article.id)

    def _hide(self, readers: frozenset[str]) -> None:
        self._hidden = readers
        self._window.articles.hide_marks(readers)
        self._window.collecting.hide(readers)

    def readers(self) -> None:
        """Open the menu of readers."""
        button = self._window.insights.heading.readers
        if button.isVisible():
            button.open()
        else:
            self._window.notice.say(tr("There are no marks of several readers here."))

    # What two of them say

    def unkept_texts(self) -> list[str]:
        """Give what is half written of what is in no article."""
        return list(self._drafts.values())

    def conflicts(self, highlight: str) -> tuple[Conflict, ...]:
        """Give what is to be settled of a highlight."""
        known = highlight in self.contested.highlights
        return self._desk.reader.conflicts(highlight) if known else ()

    def says_one_place(self, highlight: str) -> bool:
        """Tell whether readers agree where a highlight stands; if not, say what is first."""
        if all(conflict.field != "passage" for conflict in self.conflicts(highlight)):
            return True
        self._window.notice.say(tr("There are two versions of its place. Settle them first."))
        return False

    def _show_contested(self) -> None:
        window, contested = self._window, self.contested
        for pane in window.panes.all():
            pane.view.show_contested(contested.highlights)
        window.inspector.show_contested(contested.highlights)
        window.articles.show_contested(contested.articles)
        current = window.inspector.current()
        if current:
            window.choose_highlight(current)

    def settle(self, conflict: Conflict, value: str | None) -> bool:
        """Let one value stay; True once that is on the disk."""
        done = self._desk.settle(conflict, value)
        if done:
            self._window.inspector.settle_done(conflict)
            self._drafts.pop((conflict.record, conflict.field), None)
        return done

    def next_conflict(self) -> None:
        """Go to the next record that holds two versions of something."""
        spots, shown = self.contested.spots, self._window.insights.view.annotated
        if not spots:
            self._window.notice.say(tr("There is nothing to settle."))
            return
        current, last = self._window.inspector.current(), self._last
        if current in self.contested.highlights:
            number = self.contested.after(current)
        elif last:
            number = self.contested.after(*last)
        else:
            number = self.contested.nearest(shown.article.id if shown else None)
        spot = spots[number]
        self._last = spot.record, number
        if spot.kind == Record.HIGHLIGHT and spot.article:
            self._show_highlight(spot.article, spot.record)
        elif spot.kind == Record.FINDING:
            self._window.concluding.show(spot.record)
            self._window.inspector.focus_versions()
        else:
            self._settle_apart(spot.kind, spot.record)
        self._window.notice.say(tr("{0} of {1} to settle.").format(number + 1, len(spots)))

    def _show_highlight(self, article: str, highlight: str) -> None:
        author = self._desk.reader.highlight(highlight).author
        self._hide(self._hidden - {author})
        self.show_article(article)
        self._window.show_inspector()
        self._window.choose_highlight(highlight)
        self._window.inspector.focus_versions()

    def show_article(self, article: str) -> None:
        """Show an article, in the list or out of it."""
        tree = self._window.insights.view
        shown = None if tree.is_together else tree.annotated
        there = shown is not None and shown.article.id == article
        if not self._window.articles.choose(article) or there:
            self._window.show_article(article)

    def _settle_apart(self, kind: str, record: str) -> None:
        from gui.dialogs.settling import SettleDialog

        reader = self._desk.reader
        dialog = SettleDialog(reader, kind, record, self._window, self._drafts)
        if self._desk.closed:
            dialog.versions.close_to_writing(self._desk.closed)
        dialog.settled.connect(self.settle)
        lost = partial(self._show_lost, record)  # not before what was settled here is known to be
        dialog.finished.connect(lambda _code: QTimer.singleShot(0, self, lost))
        self._desk.changed.connect(dialog.look_again)
        self._desk.refreshed.connect(dialog.look_again)
        dialog.open()

    def _show_lost(self, record: str) -> None:
        """Show what was half written of what somebody else has settled meanwhile."""
        lost = [place for place in self._drafts if place[0] == record]
        if not lost or self._desk.reader.conflicts(record):
            return
        from gui.dialogs.report import Report  # few are settled by two at once

        text = "\n\n".join(self._drafts.pop(place) for place in lost)
        dialog = Report(tr(SETTLED), text, self._window, tr(HINT))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # How far they agree

    def agreement(self) -> None:
        """Open the table of agreement; it stays open beside the window."""
        self._agreement.get().look()
        self._agreement.show()

    def _make_agreement(self) -> "AgreementDialog":
        from gui.dialogs.agreeing import AgreementDialog

        dialog = AgreementDialog(self._desk.reader.path, self._window)
        dialog.jumped.connect(self._jump)
        self._desk.changed.connect(dialog.look_again)
        self._desk.refreshed.connect(dialog.look_again)
        return dialog

    def _jump(self, article: str, node: int) -> None:
        """Go to a claim on which readers differ, and hide nobody's mark of it."""
        self._hide(frozenset())
        try:
            self._desk.reader.article(article)
        except MeipiError as error:
            self._window.notice.warn(error)
            return
        self.show_article(article)
        self._window.choose_highlight(None)
        self._window.insights.view.go_to(node)


def _marks(change: Change) -> bool:
    """Tell whether a deed brings a highlight into being."""
    birth = BIRTH[Record.HIGHLIGHT]
    return any(e.kind is Record.HIGHLIGHT and e.field == birth and e.after for e in change.edits)
