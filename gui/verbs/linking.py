"""The verbs of links: what a note could link to, where a link leads, and what links here.

Both questions go over every note or title, and are asked on a worker; a late answer is let go.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.errors import MeipiError
from gui import work
from gui.parts.later import later
from gui.parts.lines import one_line
from gui.tongue import tr

if TYPE_CHECKING:
    from core.link import Target
    from gui.highlights.completion import Completion
    from gui.window import Window

Mentioned = tuple[str, "list[Target]"]
PAUSE = 120  # milliseconds on one highlight after which it is asked what links to it


class Linking(QObject):
    """Ties the notes of the inspector to the library; one command opens the article's address."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window, self._desk, self._inspector = window, window.desk, window.inspector
        self._offering: work.Job[list[Target]] | None = None
        self._asking: work.Job[Mentioned] | None = None
        self._of = ""
        self._soon = later(self, PAUSE, self._ask)
        self._inspector.links_wanted.connect(self._offer)
        self._inspector.link_clicked.connect(self._follow)
        self._inspector.target_chosen.connect(self._go)

    def original(self) -> None:
        """Open the address that the article came with in the browser, once the reader saw it."""
        annotated = self._window.insights.view.annotated
        address = annotated and annotated.article.masthead.url
        if address:
            self._open(address)
        elif annotated:
            self._window.notice.say(tr("This article came without an address."))

    # What is asked of it

    def look(self) -> None:
        """Show which notes link to what the inspector shows, once it is shown for a moment."""
        if self._inspector.mentioned() != self._of:
            self._of = ""
            self._inspector.show_mentions(())
        self._soon.start()

    def _offer(self, completion: "Completion", typed: str) -> None:
        if self._offering is not None:
            self._offering.cancel()
        path, here = self._desk.reader.path, self._inspector.mentioned()
        self._offering = work.run(
            lambda _progress: _linkable(path, typed, here),
            completion.offer,
            self._window.notice.warn,
        )

    def _ask(self) -> None:
        record, path = self._inspector.mentioned(), self._desk.reader.path
        if self._asking is not None:
            self._asking.cancel()
        if record:
            self._asking = work.run(
                lambda _progress: _mentioning(path, record), self._show, self._window.notice.warn
            )

    def _show(self, told: "Mentioned") -> None:
        record, found = told
        if record == self._inspector.mentioned():
            self._of = record
            self._inspector.show_mentions(found)

    # Where a link leads

    def _follow(self, address: str) -> None:
        from core.link import addressed  # with the first click on a link

        identity = addressed(address)
        if identity is None:
            self._open(address)
            return
        self.go(identity)

    def _open(self, address: str) -> None:
        """Open an address once the reader saw it; say so where it leads to no page."""
        from gui.ask import web_address  # with the first address

        if web_address(address) is not None:
            self._window.ask.open_address(self._window, address)
            return
        told = tr("Only pages of the web are opened from here, and not this address: {0}")
        self._window.notice.say(told.format(one_line(address)))

    def go(self, identity: str) -> None:
        """Show what has an id that begins so."""
        try:
            target = self._desk.reader.named(identity)
        except MeipiError as error:
            self._window.notice.warn(error)
        else:
            self._go(target)

    def _go(self, target: "Target") -> None:
        """Show what a link leads to, and leave a way back."""
        self._window.trail.leave()
        if target.kind == "finding":
            self._window.concluding.show(target.id)
            return
        self._window.bookkeeping.proposing.go_to(target.article)
        if target.kind == "highlight":
            self._inspector.put_finding_away()
            self._window.show_inspector()
            self._window.choose_highlight(target.id)


def _linkable(path: Path, typed: str, here: str) -> "list[Target]":
    """Give what there is but for what the note itself is about."""
    from gui.work.connection import looking  # on the worker

    with looking(path) as reader:
        return [one for one in reader.linkable(typed) if one.id != here]


def _mentioning(path: Path, record: str) -> "Mentioned":
    from gui.work.connection import looking  # on the worker

    with looking(path) as reader:
        return record, reader.mentioning(record)
