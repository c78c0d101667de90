"""While something is held over the window, it says what a drop would do; a drop then does that."""

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from core.library import Library, Reader
from core.model import Article
from gui.dialogs.importing import ImportDialog
from gui.parts.drag import CARRIED
from gui.tags import TagField
from gui.window import Window
from tests.generate import page
from tests.gui.window.conftest import Open

AT = QPoint(400, 300)
COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
FIRST = "You see the articles first. Nothing is added before you say so."
LOOK = "You see what is new in it first. Nothing is merged before you say so."


@pytest.fixture(autouse=True)
def hand_off(open_window: Open) -> Iterator[None]:
    """Let what is held go in the end: Qt remembers over which widget it was."""
    yield
    QApplication.sendEvent(QWidget(), QDragLeaveEvent())


def files(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/somewhere/{name}") for name in names])
    return data


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def hold(target: QWidget, data: QMimeData) -> tuple[bool, bool]:
    """Hold something over a window; tell whether it is let in, and whether it may be dropped."""
    with warnings.catch_warnings():  # newer versions of Qt want a QPointF, older ones a QPoint
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(AT, COPY, data, LEFT, PLAIN)
        move = QDragMoveEvent(AT, COPY, data, LEFT, PLAIN)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, move)
    return enter.isAccepted(), enter.isAccepted() and move.isAccepted()


def said(window: Window) -> tuple[str, str]:
    landing = window.dropping.landing
    assert landing.isVisible()
    assert landing.geometry() == window.rect()
    return landing.sentence.text(), landing.more.text()


@pytest.mark.parametrize(
    ("held", "sentence", "more"),
    [
        (files("页面.txt"), "Drop to import 页面.txt", FIRST),
        (files("a.txt", "b.html", "saved"), "Drop to import 3 files", FIRST),
        (files("notes"), "Drop to import notes", FIRST),
        (files("a.txt", "b.png"), "Drop to import a.txt", FIRST),
        (files("for-ben.meipi"), "Drop to look into for-ben.meipi", LOOK),
        (files("mine.sqlite"), "Drop to look into mine.sqlite", LOOK),
        (files("a.meipi", "b.meipi"), "Drop to look into 2 Meipi files", LOOK),
        (
            files("a.txt", "b.txt", "c.meipi"),
            "Drop to import 2 files",
            "After that you look into 1 Meipi file.",
        ),
        (text("Some text"), "Drop to import this text", FIRST),
    ],
)
def test_what_a_drop_would_do_is_said(
    window: Window, held: QMimeData, sentence: str, more: str
) -> None:
    assert hold(window, held) == (True, True)
    assert said(window) == (sentence, more)
    assert window.dropping.landing.accessibleName() == f"{sentence} {more}"
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.dropping.landing.isVisible()


@pytest.mark.parametrize("name", ["a.png", "b.pdf", "c.mp4", "d.docx", "e.zip", "f.txt.gz"])
def test_what_holds_no_text_is_refused_and_the_kinds_are_said(window: Window, name: str) -> None:
    assert hold(window, files(name)) == (True, False)
    sentence, more = said(window)
    assert sentence == "This cannot be imported"
    assert more.startswith("Meipi can import saved pages and texts")


def test_a_library_that_is_only_looked_at_takes_nothing(
    open_window: Open, library: Library, article: Article
) -> None:
    with Reader(library.path) as reader:
        window = open_window(reader)
        assert hold(window, files("a.txt")) == (True, False)
        assert said(window)[0] == "Nothing can be added here"
        assert "can only be read" in said(window)[1]


def test_while_something_large_is_done_nothing_is_taken(window: Window) -> None:
    window.desk.lend()
    assert hold(window, files("a.txt")) == (True, False)
    assert said(window)[0] == "Nothing can be added just now"
    window.desk.take_back()


@pytest.mark.parametrize("kind", CARRIED)
def test_claims_and_articles_are_for_tags_alone(window: Window, kind: str) -> None:
    carried = text("A claim")
    carried.setData(kind, b"1")
    assert hold(window, carried) == (False, False)
    assert "landing" not in window.dropping.__dict__


def test_nothing_is_dropped_under_a_dialog(window: Window) -> None:
    window.actions_["tag_by_rule"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    assert hold(window, files("a.txt")) == (False, False)
    dialog.reject()


def import_is_offered() -> str:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    title = dialog.windowTitle()
    dialog.reject()
    return title


def over_the_window(window: Window) -> QWidget:
    return window


def over_the_search_line(window: Window) -> QWidget:
    return window.articles.search


def over_a_note(window: Window) -> QWidget:
    window.actions_["note"].trigger()
    return window.inspector.detail().note.editor.viewport()


def test_a_page_without_words_is_left_to_others(window: Window) -> None:
    picture = QMimeData()
    picture.setHtml("<img src='https://example.org/a.png'>")
    assert hold(window, picture) == (False, False)


def over_a_tag_field(window: Window) -> QWidget:
    window.actions_["note"].trigger()
    (field,) = window.inspector.findChildren(TagField)
    return field


@pytest.mark.parametrize(
    "where", [over_the_window, over_the_search_line, over_a_note, over_a_tag_field]
)
def test_a_file_that_is_dropped_is_imported_wherever_it_is_dropped(
    window: Window, tmp_path: Path, where: Callable[[Window], QWidget]
) -> None:
    file = tmp_path / "页面.txt"
    file.write_text(page(3), "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    target = where(window)
    assert hold(target, data) == (True, True)
    assert said(window)[0] == "Drop to import 页面.txt"
    drop = QDropEvent(QPointF(AT), COPY, data, LEFT, PLAIN)
    QApplication.sendEvent(target, drop)
    assert drop.isAccepted()
    assert drop.dropAction() is COPY, "whoever moves it here keeps it"
    assert not window.dropping.landing.isVisible()
    assert import_is_offered() == "Import"
    assert window.articles.search.text() == ""


def test_what_is_refused_is_not_imported(window: Window) -> None:
    picture = files("a.png")  # Qt's events do not keep it
    hold(window, picture)
    QApplication.sendEvent(window, QDropEvent(QPointF(AT), COPY, picture, LEFT, PLAIN))
    assert not window.dropping.landing.isVisible()
    assert QApplication.activeModalWidget() is None


def test_a_text_over_a_field_is_the_fields(window: Window) -> None:
    assert hold(window.articles.search, text("words")) == (True, True)
    assert "landing" not in window.dropping.__dict__


def test_a_program_that_would_move_what_it_drops_keeps_it(window: Window) -> None:
    held = text("Core Insights: the reader's only copy")
    hold(window, held)
    drop = QDropEvent(QPointF(AT), Qt.DropAction.MoveAction, held, LEFT, PLAIN)
    QApplication.sendEvent(window, drop)
    assert drop.isAccepted()
    assert drop.dropAction() is Qt.DropAction.IgnoreAction, "or it would delete it"
    assert import_is_offered() == "Import"


def test_an_address_alone_is_no_article(window: Window, qtbot: QtBot) -> None:
    held = text("https://example.org/稀土.html")
    hold(window, held)
    QApplication.sendEvent(window, QDropEvent(QPointF(AT), COPY, held, LEFT, PLAIN))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: dialog.sentence.text() == "There is no article in this.")
    dialog.reject()
