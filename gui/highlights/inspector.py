"""The right-hand pane: all highlights of the article, or all about the chosen one, or a finding.

It commits nothing; its signals say what the reader wants, and what came of it is shown with the
next call. Its pages are made when they are needed, and not before the window was painted once; the
tag widgets are handed to it then. A finding lies over the other pages, which stay what they are.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from core.model import Annotated, Conflict

if TYPE_CHECKING:
    from core.finding import Finding
    from core.link import Target
    from gui.highlights.detail import Detail
    from gui.highlights.finding.page import FindingPage
    from gui.highlights.mark_list import MarksPage
    from gui.highlights.ports import GivesTags, HistoryLine, ShowsTags

NARROW = 285  # pixels


class Inspector(QWidget):
    """A list page, and a page for one highlight."""

    recoloured = Signal(str, object)
    noted = Signal(str, str)
    judged = Signal(str, object)
    tagged = Signal(str, str)
    untagged = Signal(str, str)
    removed = Signal(str)
    accepted = Signal(str)
    kept_private = Signal(str, bool)
    settled = Signal(object, object)  # Conflict, str | None: the value that stays
    jumped = Signal(str)
    menu_asked = Signal(QPoint)  # over what is chosen in the list
    copied = Signal(str)
    left = Signal()
    link_clicked = Signal(str)
    links_wanted = Signal(object, str)  # the Completion that asks, and what was typed
    target_chosen = Signal(object)  # Target
    finding_chosen = Signal(str)
    writing_asked = Signal()  # back to the finding that is being written

    def __init__(
        self, tag_widgets: "Callable[[], tuple[GivesTags, ShowsTags]]", closed: str = ""
    ) -> None:
        """Offer what can be done; `closed` says why nothing can be written."""
        super().__init__()
        self._closed = closed
        self._tag_widgets = tag_widgets
        self._field: GivesTags | None = None
        self._annotated: Annotated | None = None
        self._page: MarksPage | None = None
        self._detail: Detail | None = None
        self._contested: frozenset[str] = frozenset()
        self._hidden = ""
        self._finding: FindingPage | None = None
        self._writing: QToolButton | None = None
        self._below = QWidget(self)
        self._column = QVBoxLayout(self._below)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._pages = QStackedLayout()
        self._column.addLayout(self._pages, 1)
        self._over = QStackedLayout(self)
        self._over.addWidget(self._below)
        self.setAutoFillBackground(True)

    # What is shown

    def show_article(self, annotated: Annotated | None) -> None:
        """List all highlights of an article; None: there is no article."""
        before = self.current()
        unkept = self._detail.note.take_unkept() if self._detail and before else None
        self._annotated = annotated
        if self._detail:
            self._detail.note.forget()  # first, or the editor would tell its note as it is hidden
        if self._page:
            self._pages.setCurrentWidget(self._page)
            self._page.show_article(annotated)
        if before:
            self.page.choose(before)
        if unkept and self._detail:
            self._detail.note.hand_over(*unkept)

    def show_highlight(
        self,
        annotated: Annotated,
        highlight_id: str | None,
        history: "Sequence[HistoryLine]" = (),
        conflicts: Sequence[Conflict] = (),
        findings: "Sequence[Finding]" = (),
    ) -> None:
        """Show a highlight, what is to be settled of it, and the findings that rest on it.

        One that is not there shows the list.
        """
        found = (placed for placed in annotated.placed if placed.highlight.id == highlight_id)
        placed = next(found, None)
        if placed is None:
            self.show_article(annotated)
            return
        self._annotated = annotated
        self.page.show_article(annotated)
        detail = self.detail()
        self._pages.setCurrentWidget(detail)
        detail.show_highlight(placed, annotated, history, conflicts)
        self.show_findings(findings)

    def show_findings(self, findings: "Sequence[Finding]") -> None:
        """Show which findings rest on the highlight that is shown."""
        if self._detail:
            self._detail.resting.show_findings(self._detail.highlight, findings)

    def mentioned(self) -> str:
        """Give the id of what is shown: a finding, a highlight, or else the article."""
        if self.shows_finding():
            return self.finding_page().current()
        shown = self._annotated.article.id if self._annotated else ""
        return self.current() or shown

    def show_mentions(self, targets: "Sequence[Target]") -> None:
        """Show which notes link to what is shown."""
        if self.shows_finding():
            self.finding_page().mentions.show_targets(targets)
        elif self._detail and self.current():
            self._detail.mentions.show_targets(targets)
        elif self._page:
            self._page.mentions.show_targets(targets)

    def show_contested(self, highlights: frozenset[str]) -> None:
        """Show in the list which highlights hold two versions of something."""
        self._contested = highlights
        if self._page:
            self._page.show_contested(highlights)

    def say_hidden(self, words: str) -> None:
        """Say, where the list is empty, that something is hidden."""
        self._hidden = words
        if self._page:
            self._page.say_hidden(words)

    def current(self) -> str | None:
        """Give the highlight shown."""
        if self._detail is None or self._pages.currentWidget() is not self._detail:
            return None
        return self._detail.highlight

    def chosen(self) -> list[str]:
        """Give the highlights selected side by side in the list, else the one that is shown."""
        if self._page and self._page.list.hasFocus() and len(self._page.list.selected()) > 1:
            return self._page.list.selected()
        current = self.current()
        return [current] if current else []

    @property
    def page(self) -> "MarksPage":
        """The list, made at first use."""
        if self._page is None:
            from gui.highlights.mark_list import MarksPage

            self._page = MarksPage(self)
            self._page.list.jumped.connect(self.jumped)
            self._page.list.menu_asked.connect(self.menu_asked)
            self._page.mentions.chosen.connect(self.target_chosen)
            self._page.show_contested(self._contested)
            self._page.say_hidden(self._hidden)
            self._page.show_article(self._annotated)
            self._pages.addWidget(self._page)
        return self._page

    def detail(self) -> "Detail":
        """Give the page for one highlight, made at first use."""
        if self._detail is None:
            from gui.highlights.detail import Detail

            self._field, chips = self._tag_widgets()
            self._detail = Detail(self._field, chips, self._below)
            self._tie(self._detail)
            if self._closed:
                self._detail.close_to_writing(self._closed)
            self._pages.addWidget(self._detail)
        return self._detail

    def _tie(self, detail: "Detail") -> None:
        for told, ours in (
            *((detail.recoloured, self.recoloured), (detail.judged, self.judged)),
            *((detail.tagged, self.tagged), (detail.untagged, self.untagged)),
            *((detail.kept_private, self.kept_private), (detail.settled, self.settled)),
            *((detail.removed, self.removed), (detail.jumped, self.jumped)),
            (detail.accepted, self.accepted),
            *((detail.copied, self.copied), (detail.left, self.left)),
            *((detail.note.noted, self.noted), (detail.note.link_clicked, self.link_clicked)),
        ):
            told.connect(ours)
        detail.back.connect(self._go_back)
        detail.resting.chosen.connect(self.finding_chosen)
        self._tie_links(detail)

    def _tie_links(self, page: "Detail | FindingPage") -> None:
        asks = page.note.completion
        asks.wanted.connect(lambda typed: self.links_wanted.emit(asks, typed))
        page.mentions.chosen.connect(self.target_chosen)

    def _go_back(self) -> None:
        self.show_article(self._annotated)
        self.page.list.setFocus()

    # A finding

    def finding_page(self) -> "FindingPage":
        """Give the page for one finding, made at first use."""
        if self._finding is None:
            from gui.highlights.finding.page import FindingPage

            self._finding = FindingPage(*self._tag_widgets(), self)
            self._finding.left.connect(self.left)
            self._finding.note.link_clicked.connect(self.link_clicked)
            self._tie_links(self._finding)
            if self._closed:
                self._finding.close_to_writing(self._closed)
            self._over.addWidget(self._finding)
        return self._finding

    def show_finding(self) -> None:
        """Lay the page of a finding over the others."""
        self._over.setCurrentWidget(self.finding_page())

    def put_finding_away(self) -> None:
        if self.shows_finding():
            self.finding_page().flush()
            self._over.setCurrentWidget(self._below)

    def shows_finding(self) -> bool:
        return self._finding is not None and self._over.currentWidget() is self._finding

    def say_writing(self, words: str) -> None:
        """Say, over the other pages, that a finding is being written; "" for none."""
        if self._writing is None and words:
            self._writing = QToolButton(self._below)
            self._writing.setObjectName("writing")
            self._writing.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._writing.clicked.connect(self.writing_asked)
            self._column.insertWidget(0, self._writing)
        if self._writing is not None:
            self._writing.setText(words)
            self._writing.setVisible(bool(words))

    # What the window asks

    def focus_note(self) -> None:
        self.put_finding_away()
        if self._detail and self.current():
            self._detail.write_note()

    def focus_versions(self) -> None:
        """Let the keys choose between what holds two versions; Tab comes to the first of them."""
        page = self._finding if self.shows_finding() else self._detail
        if page is not None:
            page.versions.setFocus()

    def show_anew(self) -> None:
        """Show what is quoted as Chinese is shown now."""
        if self._detail is not None:
            self._detail.quote.show_anew()

    def flush(self) -> None:
        """Tell the note being typed, if it is not known to be kept."""
        if self._detail:
            self._detail.note.flush()
        if self._finding:
            self._finding.flush()

    def has_unkept(self) -> bool:
        """Tell whether a note was typed that is not known to be kept."""
        if self._finding and self._finding.has_unkept():
            return True
        detail = self._detail
        return detail is not None and (detail.versions.has_draft() or detail.note.is_unkept())

    def unkept_texts(self) -> list[str]:
        """Give what is written here and in no library, or not yet.

        Of a finding that is not made, who makes it tells.
        """
        pages = [page for page in (self._detail, self._finding) if page]
        made = self._finding and self._finding.current()
        typing = [page for page in pages if page is self._detail or made]
        return [
            *(text for page in pages for text in page.unkept_texts()),
            *(text for page in typing for text in page.note.typed()),
        ]

    def settle_done(self, conflict: Conflict) -> None:
        """Hear that what was told by `settled` is in the library."""
        if self._detail:
            self._detail.versions.forget(conflict)

    def note_kept(self, highlight_id: str) -> None:
        """Hear that what was told by `noted` is in the library."""
        if self._detail:
            self._detail.note.on_kept(highlight_id)

    def note_waits(self, highlight_id: str, text: str) -> None:
        """Hear that what was taken could not be kept after all."""
        self.detail().note.wait(highlight_id, text)

    def note_taken(self, highlight_id: str) -> None:
        """Hear that what was told by `noted` waits for the library, elsewhere."""
        if self._detail:
            self._detail.note.on_taken(highlight_id)

    # Qt's questions

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._page is None:
            QTimer.singleShot(0, self, lambda: self.page)

    def sizeHint(self) -> QSize:
        return QSize(340, 600)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(NARROW, 0))
