"""Whatever words come from elsewhere, showing them opens no file and asks for no address.

The kernel tells of every opening of a file that the words name (inotify), whoever opens it: Python
or Qt. A socket listens where the addresses lead. That Qt would open the file is proved beside it.
"""

import ctypes
import os
import select
import socket
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QUrl
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QTextBrowser,
    QToolTip,
    QWidget,
)

from core import annotate
from core.anchor import describe
from core.errors import NotFound
from core.library import Library, Reader
from core.model import Author
from core.share.guard import open_guarded
from core.share.make import Choice, make
from gui import theme
from gui.desk import Desk
from gui.dialogs.exporting import ExportDialog
from gui.dialogs.history import HistoryDialog
from gui.dialogs.importing import ImportDialog
from gui.dialogs.question import Question, exactly, sentences
from gui.window import Window
from tests.given import made
from tests.gui.window.conftest import Answers, settings_of_anna

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the watch is Linux's inotify")

OPENED = 0x20  # IN_OPEN


class Watch:
    """Tells of every opening of a file, by whatever library of this program."""

    def __init__(self, path: Path) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        self._handle = libc.inotify_init1(os.O_NONBLOCK)
        assert libc.inotify_add_watch(self._handle, os.fsencode(path), OPENED) >= 0

    def openings(self) -> int:
        """Count the openings since this was asked last."""
        if not select.select([self._handle], [], [], 0)[0]:
            return 0
        return len(os.read(self._handle, 65536)) // struct.calcsize("iIII")

    def close(self) -> None:
        os.close(self._handle)


@pytest.fixture
def picture(tmp_path, monkeypatch) -> Path:
    """A picture on disk, in the current folder."""
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    path: Path = tmp_path / "canary.png"
    image.save(str(path))
    monkeypatch.chdir(tmp_path)
    return path


@pytest.fixture
def watch(picture) -> Iterator[Watch]:
    watch = Watch(picture)
    yield watch
    watch.close()


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """A server that nobody should ask for anything."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


def was_asked(server: socket.socket) -> bool:
    return bool(select.select([server], [], [], 0)[0])


@pytest.fixture
def words(picture, server) -> list[str]:
    """Words that a careless widget takes for pictures, styles and links."""
    address = f"http://127.0.0.1:{server.getsockname()[1]}/x.png"
    url = QUrl.fromLocalFile(str(picture)).toString()
    data = "data:image/png;base64,iVBORw0KGgo="
    places = (url, str(picture), "canary.png", address, data)
    return [
        *(f'<img src="{place}">' for place in places),
        *(f"![x]({place})" for place in places),
        f'<table background="{url}"><tr><td>x</td></tr></table>',
        f'<link rel="stylesheet" href="{url}"><style>@import "{address}";</style>',
        f'<body style="background-image: url({url})">x</body>',
        f'<a href="{url}">x</a> [x]({url})',
    ]


@pytest.fixture(autouse=True)
def dressed(qapp) -> None:
    theme.load_fonts(qapp)
    theme.apply(qapp, "light")


@pytest.fixture
def from_elsewhere(tmp_path, words, clock) -> Iterator[Reader]:
    """A share full of such words, looked through by the guard."""
    whole = " ".join(words)
    article = made(whole, whole, "plain", source=words[0])
    someone = Author("0d0d0d0d-0000-4000-8000-000000000004", words[2])
    with Library(tmp_path / "theirs.meipi", someone, clock) as library:
        library.commit(library.add([article]).change)
        for at, hostile in enumerate(words):
            passage = describe(article, 1, at, at + 12)
            tags = [hostile.replace("/", "╱")[:80], "<img src=canary.png>"]
            note = f"**{at}** {hostile}\n\n{whole}"
            made_of = annotate.highlight(passage, note=note, tags=tags, known=library.tags())
            library.commit(made_of)
    make(tmp_path / "theirs.meipi", tmp_path / "share.meipi", Choice(), someone)
    guarded = open_guarded(tmp_path / "share.meipi", tmp_path / "clean.meipi")
    assert not guarded.refused
    with Reader(guarded.path) as reader:
        yield reader


def draw(widget: QWidget) -> None:
    widget.show()
    widget.grab()
    QApplication.processEvents()


def point_everywhere(widget: QWidget) -> None:
    """Ask every widget for its tip, and every list at many places, and let the tips be drawn."""
    for one in (widget, *widget.findChildren(QWidget)):
        if one.toolTip():
            QToolTip.showText(QPoint(5, 5), one.toolTip(), one)
            draw_tips()
        if isinstance(one, QAbstractScrollArea) and one.isVisible():
            area = one.viewport()
            for x in range(4, area.width(), 60):
                for y in range(4, area.height(), 14):
                    place = QPoint(x, y)
                    asked = QHelpEvent(QEvent.Type.ToolTip, place, area.mapToGlobal(place))
                    QApplication.sendEvent(area, asked)
                    draw_tips()


def draw_tips() -> None:
    for top in QApplication.topLevelWidgets():
        if top.metaObject().className() == "QTipLabel" and top.isVisible():
            top.grab()


def test_qt_would_open_the_file_and_the_watch_would_tell(qtbot, watch, words):
    browser, label = QTextBrowser(), QLabel(words[0])
    for widget in (browser, label):
        qtbot.addWidget(widget)
    assert watch.openings() == 0
    browser.setHtml(words[0])
    draw(browser)
    assert watch.openings() > 0
    draw(label)
    assert watch.openings() > 0
    QToolTip.showText(QPoint(5, 5), words[0], browser)
    draw_tips()
    QToolTip.hideText()
    assert watch.openings() > 0


def test_no_word_from_elsewhere_opens_anything_in_any_pane(
    qtbot, from_elsewhere, watch, server, words
):
    ask = Answers()
    window = Window(Desk(from_elsewhere), settings_of_anna(), ask)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    draw(window)
    annotated = window.insights.view.annotated
    assert annotated is not None
    assert len(annotated.placed) == len(words)
    point_everywhere(window)
    for placed in annotated.placed:
        window.choose_highlight(placed.highlight.id)
        draw(window)
    point_everywhere(window)
    for hostile in words:
        window.notice.warn(NotFound(hostile, hostile))
        draw(window)
        window.notice.say(hostile)
        point_everywhere(window.notice)
    QToolTip.hideText()
    window.ask_for_tag(lambda _path: None)
    draw(window)
    point_everywhere(window)
    assert watch.openings() == 0
    assert not was_asked(server)
    assert ask.opened == []


def test_no_word_from_elsewhere_opens_anything_in_a_dialog(
    qtbot, from_elsewhere, watch, server, words
):
    whole = " ".join(words)
    page = f"{whole}\nGuan Cha Zhe Wang· 2025-11-09 04:46\nGroup 1: {whole} - {whole} [1]"
    reader = from_elsewhere
    articles = [card.id for card in reader.cards(reader.order())]
    over = QWidget()
    qtbot.addWidget(over)
    importing = ImportDialog(page, reader.path, over)
    dialogs = [
        importing,
        HistoryDialog(reader, over),
        ExportDialog(reader, articles[0], articles, Answers(), over),
        *(Question(hostile, sentences(hostile), "Open", over) for hostile in words),
        *(Question(hostile, exactly(hostile), "", over) for hostile in words),
    ]
    for dialog in dialogs:
        draw(dialog)
    qtbot.waitUntil(lambda: importing._pages.currentIndex() > 0)
    for dialog in dialogs:
        draw(dialog)
        point_everywhere(dialog)
        dialog.close()
    QToolTip.hideText()
    assert watch.openings() == 0
    assert not was_asked(server)
