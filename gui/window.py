"""The window: panes in their places, their signals tied. What it shows is `showing`'s."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QStackedWidget

from core.settings import Settings
from gui.articles import ArticlePane
from gui.commands import OVER_ARTICLES, OVER_MARKS
from gui.desk import Desk
from gui.highlights import Inspector
from gui.look import sizing
from gui.panes import Panes
from gui.parts.later import later
from gui.parts.notice import Notice
from gui.parts.row import Row
from gui.showing import Showing
from gui.startup.places import Places
from gui.tongue import tr
from gui.verbs.aids import Aids
from gui.verbs.dropping import Dropping
from gui.verbs.findings.bookkeeping import Today, today
from gui.verbs.pasting import Pasting
from gui.verbs.searching import Searching

if TYPE_CHECKING:
    from gui.ask import Ask
    from gui.tags import TagChips, TagField

ASIDE = 40  # pixels from where a row begins to what is opened beside it
OPENED = 1500  # milliseconds an article is looked at before it counts as read


class Window(Showing):
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
        self.inspector = Inspector(self._tag_widgets, desk.closed)
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
        self.split = Row(panes, yields=(inspector, side), gives_way=self.articles)
        self.split.keys_left.connect(self._give_keys_to_text)
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
        desk.waiting.connect(self._say_waiting)
        desk.refreshed.connect(self._show_all_again)
        desk.brought_back.connect(self._say_back)
        desk.unwritten.connect(self.inspector.note_waits)
        self.bookkeeping.dawned.connect(self.show_day)
        self.notice.undo_asked.connect(self._undo_told)
        self.articles.chosen.connect(self.show_article)
        self.articles.opened.connect(lambda _id: self.panes.take_keys())
        self.articles.failed.connect(self.notice.warn)
        self.articles.counted.connect(self.notice.count)
        self.articles.beside_asked.connect(self.panes.show_beside)
        self.articles.menu_asked.connect(lambda _ids, place: self.open_menu(OVER_ARTICLES, place))
        self._tie_inspector()
        for one in (self.searching, self.aids, self.arranging, self.one_pane):
            one.tie()
        self.panes.tie(self.insights)
        self.deeds.quit_asked.connect(self.close)
        self.pasting.pasted.connect(self.deeds.paste)
        self.articles.search.installEventFilter(self.pasting)

    def _tag_widgets(self) -> "tuple[TagField, TagChips]":
        from gui.tags import TagChips, TagField  # not for the first picture

        field = TagField()
        field.recent = self.desk.reader.recent_tags
        field.installEventFilter(self.pasting)
        self.desk.failed.connect(field.refuse)
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
        inspector.menu_asked.connect(lambda place: self.open_menu(OVER_MARKS, place))
        inspector.copied.connect(lambda _one: self.deeds.copy())
        inspector.left.connect(self.panes.take_keys)

    # What is asked of it

    @property
    def ask(self) -> "Ask":
        """The questions to the reader; there are none before the first picture."""
        if self._ask is None:
            from gui.ask import Ask

            self._ask = Ask()
        return self._ask

    def _give_keys_to_text(self) -> None:
        self.insights.view.setFocus()

    def show_list(self) -> None:
        """Show the list, whatever stands in its way."""
        self.focusing.leave()
        if self.articles.isHidden() or self.split.is_single:
            self.split.ask(self.articles)

    def show_inspector(self) -> None:
        self.split.ask(self.inspector)

    def ask_for_tag(self, then: Callable[[str], None]) -> None:
        """Open a field for a tag beside the current row."""
        from gui.tags import TagPopup

        popup = TagPopup(self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.given.connect(then)
        self.desk.failed.connect(popup.field.refuse)
        popup.field.recent = self.desk.reader.recent_tags
        popup.open_beside(self.row_on_screen(), self.desk.reader.tags())

    def row_on_screen(self) -> QRect:
        """Give where the words of the current row are on the screen.

        Of one out of sight, that is the edge of the text that it lies beyond.
        """
        tree = self.insights.view
        row, high = tree.visualRect(tree.currentIndex()), tree.viewport().height()
        top, bottom = (max(0, min(end, high)) for end in (row.top(), row.bottom()))
        place = QRect(QPoint(row.left() + ASIDE, top), QPoint(row.right(), bottom))
        return place.translated(tree.viewport().mapToGlobal(QPoint()))

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
        self.dressing.dress(mode)

    # Qt's questions

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel, turned with Ctrl, make text larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.dressing.turn(event.angleDelta().y())
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        stepped_up = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if stepped_up and self.isVisible():
            self.desk.look_again()
            self.bookkeeping.look_at_the_day()
            self._look_on()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dropping.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.dropping.move(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.dropping.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropping.drop(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        from gui.work import memory  # not for the first picture

        self.inspector.flush()
        unkept = self.inspector.has_unkept() or self.readers.unkept_texts()
        if unkept and not self.ask.may_lose_note(self):
            event.ignore()
            self.concluding.show_unkept()
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
        self.drafting.close()
        self.bookkeeping.proposing.close()
        self._places.keep(self)
        self.collecting.close()
        memory.no_more(self)
        super().closeEvent(event)

    def _app(self) -> QApplication:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return app
