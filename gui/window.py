"""The window: panes in their places, their signals tied, and what is shown kept true."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QApplication, QStackedWidget

from core.change import Change, Record
from core.errors import MeipiError
from core.model import Annotated
from core.settings import Settings
from gui import theme
from gui.actions import OVER_ARTICLES
from gui.articles import ArticlePane
from gui.desk import Desk
from gui.highlights import Inspector
from gui.insights import InsightPane
from gui.look import sizing
from gui.panes import Panes
from gui.parts.notice import Notice
from gui.parts.row import Row
from gui.startup.places import Places
from gui.tongue import tr
from gui.verbs.aids import Aids
from gui.verbs.crew import Crew
from gui.verbs.deeds import later
from gui.verbs.dropping import Dropping
from gui.verbs.findings.bookkeeping import Today, today
from gui.verbs.pasting import Pasting
from gui.verbs.searching import Searching

if TYPE_CHECKING:
    from gui.ask import Ask
    from gui.tags import TagChips, TagField

OPENED = 1500  # milliseconds an article is looked at before it counts as read
QUIET = ("note", "sign")  # deeds that are seen where they were done


class Window(Crew):
    """Meipi's one window over one library."""

    def __init__(
        self, desk: Desk, settings: Settings, ask: "Ask | None" = None, today: Today = today
    ) -> None:
        sizing.apply(settings.text)
        super().__init__()
        self.desk, self._ask = desk, ask
        self._settings, self._places = settings, Places()
        self.aids = Aids(self, settings)  # before anything is laid out
        self.searching = Searching(self)
        self.articles = ArticlePane(desk.reader, self.searching.results)
        self.panes = Panes(self)
        self.inspector = Inspector(self._tag_widgets)
        self.notice, self.pasting = Notice(), Pasting(self)
        self.dropping = Dropping(self)
        self.hire(settings, today)
        self._reading = later(self, OPENED, self._count_as_read)
        self._build()
        self._tie()
        self._places.restore(self)
        self._show_first()
        self._places.follow(self)
        self.show_state()
        self.trail.offer()
        self.pinning.offer()
        if not desk.reader.writable:
            self.notice.warn(desk.why)

    # The places

    def _build(self) -> None:
        self.setWindowTitle(tr("{stem} — Meipi").format(stem=self.desk.reader.path.stem))
        self.setAcceptDrops(True)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.panes.split)
        side, inspector = self.shelving.place, self.inspector
        panes = ((side, 184), (self.articles, 330), (self._middle, 0), (inspector, 304))
        self.split = Row(panes, yields=(inspector, side))
        self.setCentralWidget(self.bookkeeping.below(self.split))
        self.actions_.fill(self.menuBar())
        self.actions_.hear_in(self.articles.list)
        self.addToolBar(self.actions_.tools())
        self.sharing.show_origin()
        self.statusBar().addWidget(self.notice, 1)
        self.statusBar().setSizeGripEnabled(False)
        self.resize(1280, 800)

    def _tie(self) -> None:
        desk = self.desk
        desk.changed.connect(self._show_change)
        desk.failed.connect(self.notice.warn)
        desk.refreshed.connect(self._show_all_again)
        desk.brought_back.connect(self._say_back)
        self.notice.undo_asked.connect(self.turning.undo)
        self.articles.chosen.connect(self.show_article)
        self.articles.opened.connect(lambda _id: self.panes.take_keys())
        self.articles.failed.connect(self.notice.warn)
        self.articles.counted.connect(self.notice.count)
        self.articles.menu_asked.connect(lambda _ids, place: self.open_menu(OVER_ARTICLES, place))
        self._tie_inspector()
        for one in (self.searching, self.aids, self.arranging):
            one.tie()
        self.panes.tie(self.insights)
        self.deeds.quit_asked.connect(self.close)
        self.pasting.pasted.connect(self.deeds.paste)
        self.articles.search.installEventFilter(self.pasting)

    def _tag_widgets(self) -> "tuple[TagField, TagChips]":
        from gui.tags import TagChips, TagField  # noqa: PLC0415  not for the first picture

        field = TagField()
        field.recent = self.desk.reader.recent_tags
        field.installEventFilter(self.pasting)
        return field, TagChips()

    def _tie_inspector(self) -> None:
        desk, inspector = self.desk, self.inspector
        inspector.recoloured.connect(desk.recolour)
        inspector.judged.connect(desk.judge)
        inspector.noted.connect(self._keep_note)
        inspector.tagged.connect(desk.tag)
        inspector.untagged.connect(desk.untag)
        inspector.removed.connect(lambda one: desk.remove([one]))
        inspector.jumped.connect(self.choose_highlight)
        inspector.copied.connect(lambda _one: self.deeds.copy())
        inspector.left.connect(self.panes.take_keys)

    # What is shown

    def _show_first(self) -> None:
        self.articles.set_zone(self._settings.zone)
        self.notice.count(self.articles.count(), self.articles.count())
        if not self.articles.count():
            self._show_welcome()
            return
        self._places.show_first(self)
        self.articles.list.setFocus()

    def _show_welcome(self) -> None:
        from gui.dialogs.welcome import WelcomePane  # noqa: PLC0415

        if self._middle.count() == 1:
            pane = WelcomePane(self.desk.reader.path)
            pane.sample_asked.connect(self.deeds.add_sample)
            pane.sample_asked.connect(self.touring.begin_once)
            pane.import_asked.connect(self.deeds.import_files)
            pane.paste_asked.connect(self.deeds.paste)
            self._middle.addWidget(pane)
        self._middle.setCurrentIndex(1)
        self.inspector.show_article(None)
        self.split.put_away(self.inspector)

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
        self._middle.setCurrentIndex(0)

    def _show(self, annotated: Annotated) -> None:
        chosen = self.inspector.current()
        self.insights.show_article(annotated, self.when(annotated))
        there = {placed.highlight.id for placed in annotated.placed}
        self._inspect(annotated, chosen if chosen in there else None)

    def when(self, annotated: Annotated) -> str:
        """Say when an article was published."""
        from gui.articles.dates import spoken  # noqa: PLC0415

        return spoken(annotated.article.masthead, self._settings.zone)

    def _inspect(self, annotated: Annotated, highlight: str | None) -> None:
        self.deeds.offer_private(annotated, highlight)
        if highlight is None:
            self.inspector.show_article(annotated)
        else:
            from gui.highlights.sayings import told  # noqa: PLC0415

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
        from gui.dialogs.words import done_words  # noqa: PLC0415

        done = done_words(change.name, change.count)
        self.notice.say(tr("{deed}.").format(deed=done), undo=True)

    def _show_all_again(self) -> None:
        from gui.verbs.returning import keep_typed  # noqa: PLC0415  not for the first picture

        keep_typed(self)
        self.articles.reload()
        self._show_what_is_left()
        self.panes.show_again()
        self.show_state()

    def show_state(self) -> None:
        """Say in the menus what undo would take back, and what is in force."""
        from gui.dialogs.words import deed_words  # noqa: PLC0415

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

    def _say_back(self) -> None:
        from gui.verbs.returning import say  # noqa: PLC0415  as above

        say(self)

    def _keep_note(self, highlight: str, text: str) -> None:
        if self.desk.note(highlight, text):
            self.inspector.note_kept(highlight)
        elif not self.desk.free:
            self.inspector.note_taken(highlight)

    def _count_as_read(self) -> None:
        alone = self.isVisible() and not self.insights.view.is_together
        shown = self.insights.view.annotated if alone else None
        if shown and not shown.read and self.desk.reader.writable and self.desk.free:
            self.desk.read({shown.article.id: False}, now=True, quiet=True)

    # What is asked of it

    @property
    def insights(self) -> InsightPane:
        """The pane that is read in."""
        return self.panes.active

    @property
    def ask(self) -> "Ask":
        """The questions to the reader; there are none before the first picture."""
        if self._ask is None:
            from gui.ask import Ask  # noqa: PLC0415

            self._ask = Ask()
        return self._ask

    def show_inspector(self) -> None:
        self.split.ask(self.inspector)

    def ask_for_tag(self, then: Callable[[str], None]) -> None:
        """Open a field for a tag beside the current row."""
        from gui.tags import TagPopup  # noqa: PLC0415

        popup = TagPopup(self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.given.connect(then)
        popup.field.recent = self.desk.reader.recent_tags
        popup.open_at(self.beside_row(), self.desk.reader.tags())

    def beside_row(self) -> QPoint:
        """Give a place on the screen just under the current row."""
        tree = self.insights.view
        place = tree.visualRect(tree.currentIndex()).bottomLeft() + QPoint(40, 2)
        place.setY(max(0, min(place.y(), tree.viewport().height())))
        return tree.viewport().mapToGlobal(place)

    def open_menu(self, names: tuple[str, ...], place: QPoint) -> None:
        self.actions_.menu(names, self).popup(place)

    def show_text_size(self) -> None:
        """Have the panes that lay text out do so in the size in force."""
        font = self._app().font()
        for pane in self.panes.all():
            pane.set_text_font(font)
        self.articles.set_text_font(font)
        self.split.fit()

    def dress(self, mode: str) -> None:
        with self.articles.list.dressing(), sizing.kept():
            theme.apply(self._app(), theme.mode(mode))
        self.show_state()

    # Qt's questions

    def changeEvent(self, event: QEvent) -> None:
        stepped_up = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if stepped_up and self.isVisible():
            self.desk.look_again()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dropping.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.dropping.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002
        self.dropping.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropping.drop(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        from gui.work import thrift  # noqa: PLC0415  not for the first picture

        self.inspector.flush()
        if self.inspector.has_unkept() and not self.ask.may_lose_note(self):
            event.ignore()
            return
        if self.concluding.is_writing() and not self.ask.may_lose_finding(self):
            event.ignore()
            return
        self._reading.stop()
        self.focusing.leave()
        self.tagging.close()
        self.together.close()
        self.preferring.close()
        self.watching.close()
        self.hearing.close()
        self.bookkeeping.proposing.close()
        self._places.keep(self)
        self.collecting.close()
        thrift.no_more(self)
        super().closeEvent(event)

    def _app(self) -> QApplication:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return app
