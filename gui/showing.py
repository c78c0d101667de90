"""What the window shows: an article with a highlight of it, and what is left after a deed."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from core.change import Change, Record
from core.errors import MeipiError
from core.model import Annotated
from core.settings import Settings
from gui.articles import ArticlePane
from gui.desk import Desk
from gui.highlights import Inspector
from gui.insights import InsightPane
from gui.parts.notice import Notice
from gui.parts.row import Row
from gui.startup.places import Places
from gui.tongue import tr
from gui.verbs.crew import Crew

QUIET = ("note", "sign")  # deeds that are seen where they were done


class Showing(Crew):
    """A window that shows what it is asked for, and keeps it true."""

    desk: Desk
    articles: ArticlePane
    inspector: Inspector
    notice: Notice
    split: Row
    _settings: Settings
    _places: Places
    _middle: QStackedWidget
    _reading: QTimer
    _unseen = False  # whether what is shown waits to be looked at

    @property
    def insights(self) -> InsightPane:
        """The pane that is read in."""
        return self.panes.active

    def _show_first(self) -> None:
        self.articles.set_zone(self._settings.zone)
        self.notice.count(self.articles.count(), self.articles.count())
        if not self.articles.count():
            self._show_welcome().setFocus()
            return
        self._places.show_first(self)
        self.articles.list.setFocus()

    def _show_welcome(self) -> QWidget:
        self.focusing.leave()
        pane = self._middle.widget(1) or self._make_welcome()
        self._middle.setCurrentWidget(pane)
        self.inspector.show_article(None)
        self.split.put_away(self.inspector)
        return pane

    def _make_welcome(self) -> QWidget:
        from gui.dialogs.welcome import WelcomePane

        pane = WelcomePane(self.desk.reader.path)
        if self.desk.closed:
            pane.close_to_writing(self.desk.closed)
        pane.sample_asked.connect(self.deeds.add_sample)
        pane.sample_asked.connect(self.touring.begin_once)
        pane.import_asked.connect(self.deeds.import_files)
        pane.paste_asked.connect(self.deeds.paste)
        self._middle.addWidget(pane)
        return pane

    def show_article(self, article: str) -> None:
        """Show an article; the one shown keeps its place."""
        tree = self.insights.view
        goes = tree.is_together or tree.annotated is None or tree.annotated.article.id != article
        if goes:  # before the article is read, of which the note may be
            self.inspector.flush()
        try:
            annotated = self.readers.seen(self.desk.reader.annotated(article))
        except MeipiError as error:
            self.notice.warn(error)
            return
        if goes:
            self.trail.leave()
            self.concluding.follow(article)
            self._reading.start()
        self.collecting.leave(self.insights)
        self.show_middle()
        self._show(annotated)

    def show_middle(self) -> None:
        """Show what is read, and no welcome any more."""
        if self._middle.currentIndex() == 1:
            self.split.offer(self.inspector)
            if self._middle.isAncestorOf(self.window().focusWidget()):
                self.articles.list.setFocus()
        self._middle.setCurrentIndex(0)

    def _show(self, annotated: Annotated) -> None:
        chosen = self.inspector.current()
        self.insights.show_article(annotated, self.when(annotated))
        there = {placed.highlight.id for placed in annotated.placed}
        self._inspect(annotated, chosen if chosen in there else None)

    def show_again(self) -> None:
        """Show what is read anew, with names and times as they are said now."""
        shown = self.insights.view.annotated
        if shown and not self.collecting.follow(self.insights, None):
            self.show_article(shown.article.id)

    def show_day(self) -> None:
        """Say "today" and "yesterday" of another day than before."""
        self.articles.list.viewport().update()
        self.show_again()

    def when(self, annotated: Annotated) -> str:
        """Say when an article was published."""
        from gui.articles.dates import spoken

        return spoken(annotated.article.masthead, self._settings.zone)

    def _inspect(self, annotated: Annotated, highlight: str | None) -> None:
        self.deeds.offer_private(annotated, highlight)
        if highlight is None:
            self.inspector.show_article(annotated)
        else:
            from gui.highlights.sayings import told

            past = told(self.desk.reader.sayings(highlight), annotated.tags)
            rests = self.readers.conflicts(highlight), self.concluding.rests(highlight)
            self.inspector.show_highlight(annotated, highlight, past, *rests)
        self.insights.view.choose_highlight(highlight)
        self.linking.look()

    def choose_highlight(self, highlight: str | None) -> None:
        """Show a highlight in the inspector and light it in the tree."""
        annotated = self.insights.view.annotated
        if annotated:
            self._inspect(annotated, highlight)

    def _show_change(self, change: Change) -> None:
        if change.records(Record.ARTICLE):
            self.articles.show_changes(change)
            self._show_what_is_left(change)
        else:  # a mark is seen first, and counted then
            if not change.leaves_marks:
                self._show_what_is_left(change)
            elif self.inspector.current():
                self.choose_highlight(self.inspector.current())
            self.articles.show_changes(change)
        self.panes.show_again(change)
        self.show_state()
        if not change.quiet and change.name not in QUIET:
            self._tell(change)
        else:
            self.notice.written()
            if not change.quiet:
                self.notice.withdraw()

    def _show_what_is_left(self, change: Change | None = None) -> None:
        shown, current = self.insights.view.annotated, self.articles.current()
        if self.articles.count() and self.collecting.follow(self.insights, change):
            return
        if not self.articles.count():
            self.collecting.leave(self.insights)
            self.insights.show_article(None)
            self._show_welcome()
        elif shown and self.desk.reader.row(shown.article.id) is not None:
            self.show_article(shown.article.id)
        elif current:
            self.show_article(current)
        else:
            self.articles.step(1)

    def _tell(self, change: Change) -> None:
        from gui.dialogs.words import done_words

        done = done_words(change.name, change.count)
        self.notice.say(tr("{deed}.").format(deed=done), undo=True)

    def _show_all_again(self) -> None:
        from gui.verbs.returning import keep_typed  # not for the first picture

        keep_typed(self)
        self.notice.withdraw()
        self.articles.reload()
        self._show_what_is_left()
        self.panes.show_again()
        self.show_state()

    def show_state(self) -> None:
        """Say in the menus what undo would take back, and what is in force."""
        from gui.dialogs.words import deed_words

        reader = self.desk.reader
        for name, past in (("undo", reader.undoable()), ("redo", reader.redoable())):
            deed = deed_words(past.name, past.count, past.source or "") if past else ""
            possible = past is not None and reader.writable
            words = tr("Undo {deed}") if name == "undo" else tr("Redo {deed}")
            self.actions_.offer(
                name,
                words.format(deed=deed).strip(),
                possible=possible,
            )
        self.actions_.tick(f"colour_{self._settings.colour}")
        self.dressing.show_state()
        self.speaking.show_state()

    def _undo_told(self) -> None:
        """Take back what the notice tells, unless a note that was being typed came after it."""
        self.inspector.flush()
        if not self.notice.undo.isHidden():
            self.turning.undo()

    def _say_waiting(self) -> None:
        self.notice.wait(tr("The library is in use just now: waiting for it…"))

    def _say_back(self) -> None:
        from gui.verbs.returning import say

        say(self)

    def _keep_note(self, highlight: str, text: str) -> None:
        if self.desk.note(highlight, text):
            self.inspector.note_kept(highlight)
        elif not self.desk.free:
            self.inspector.note_taken(highlight)

    def _look_on(self) -> None:
        """Begin anew with what was shown while the window stood behind others."""
        if self._unseen:
            self._unseen = False
            self._reading.start()

    def _count_as_read(self) -> None:
        """Count what is shown as read, once the window is in front: else nobody looks at it."""
        if not self.isActiveWindow():
            self._unseen = True
            return
        alone = self.isVisible() and not self.insights.view.is_together
        shown = self.insights.view.annotated if alone else None
        if not shown or shown.read or not self.desk.reader.writable:
            return
        if not self.desk.free or not self.desk.count_as_read(shown.article.id):
            self._reading.start()
