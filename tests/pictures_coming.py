"""What the pictures of the tour, of links in notes and of what comes by itself are taken of."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from core.link import written
from core.watch.kept import Told
from gui.dialogs.preferences import PreferencesDialog
from gui.window import Window
from tests.generate import mark
from tests.pictures_dress import DRESS

WHEN = 1_763_000_000.0  # 13 November 2025
FOLDER, FEED, GONE = (
    str(Path("/media/anna/Downloads")),
    "https://www.example.org/feed.xml",
    "https://news.example.com/rss?lang=zh",
)
Take = Callable[[QApplication, Window, str], None]
Save = Callable[[QWidget, str], None]


def take_coming(app: QApplication, window: Window, take: Take, save: Save) -> None:
    """Take the tour's first step, a note with links, and the preferences of what comes."""
    window.actions_["tour"].trigger()
    for mode in DRESS.modes:
        window.dress(mode)
        take(app, window, f"tour-{mode}")
    window.touring.end()
    window.dress(DRESS.usual)
    _held(app, window, take)
    _links(app, window, take)
    _watched(app, window, save)


def _held(app: QApplication, window: Window, take: Take) -> None:
    """Hold files over the window."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(f"{FOLDER}/{name}") for name in ("稀土.html", "铜.txt")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    at, plain = QPoint(300, 300), Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(at, copy, files, left, plain))
    for mode in DRESS.modes:
        window.dress(mode)
        take(app, window, f"dropping-{mode}")
    window.dress(DRESS.usual)
    QApplication.sendEvent(window, QDragLeaveEvent())


def _links(app: QApplication, window: Window, take: Take) -> None:
    """Show a note that links to another highlight, and is linked to; more is being written."""
    library = window.desk.reader
    one, other = (library.article(card.id) for card in library.cards(library.order())[:2])
    marks = [mark(one), mark(other)]
    for change in marks:
        window.desk.commit(partial(replace, change))
    near, far = (change.edits[0].record for change in marks)
    for note, to in ((near, far), (far, near)):
        text = f"Against {written(to, library.highlight(to).passage.quote)}"
        window.desk.note(note, text)
    window.readers.show_article(one.id)
    window.choose_highlight(near)
    detail = window.inspector.detail()
    detail.note.editor.setFocus()
    _until(app, lambda: bool(detail.mentions.rows))
    detail.note.editor.moveCursor(detail.note.editor.textCursor().MoveOperation.End)
    detail.note.editor.insertPlainText("\n\nSee also [[")
    _until(app, detail.note.completion.is_open)
    take(app, window, "links-light")
    detail.note.editor.undo()
    window.inspector.flush()


def _watched(app: QApplication, window: Window, save: Save) -> None:
    settings, places = window._settings, window.watching.kept.places
    settings.folders, settings.feeds = [FOLDER], [FEED, GONE]
    places |= {FOLDER: Told(WHEN), FEED: Told(WHEN, "", "观察者网")}
    places[GONE] = Told(WHEN, "The server answered 404. It is tried again in an hour.")
    window.actions_["preferences"].trigger()
    page = window.findChild(PreferencesDialog)
    assert page is not None
    app.processEvents()
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    app.processEvents()
    save(page, "watching")
    page.close()
    settings.folders, settings.feeds = [], []


def _until(app: QApplication, is_so: Callable[[], bool]) -> None:
    while not is_so():
        app.processEvents()
