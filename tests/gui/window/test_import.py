"""Articles come into the window: by file, by paste, by drop, and from the sample."""

import warnings
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from core.library import Library
from core.parse import parse_text
from gui.dialogs.exporting import ExportDialog
from gui.dialogs.importing import ImportDialog
from gui.dialogs.waiting import WaitDialog
from gui.verbs import arriving
from gui.window import Window
from tests.generate import page
from tests.gui.searched import search
from tests.gui.window.conftest import Answers, Open

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def empty(open_window: Open, library: Library) -> Window:
    return open_window(library)


def dialog(qtbot: QtBot) -> ImportDialog:
    """Give the preview, once it has read what it was given."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, ImportDialog)
    qtbot.waitUntil(lambda: found._pages.currentIndex() > 0)
    return found


def choose_files(window: Window, text: str, tmp_path: Path) -> None:
    file = tmp_path / "页面.txt"
    file.write_text(text, "utf-8")
    assert isinstance(window.ask, Answers)
    window.ask.files = (file,)
    QTest.keyClick(window, Key.Key_I, CONTROL)


def choose_a_folder(window: Window, text: str, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "页面.txt").write_text(text, "utf-8")
    assert isinstance(window.ask, Answers)
    window.ask.folder = folder
    window.actions_["import_folder"].trigger()


def drop(window: Window, data: QMimeData) -> None:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():  # newer versions of Qt want a QPointF, older ones a QPoint
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(QPoint(400, 400), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 400), copy, data, left, none))


def drop_a_file(window: Window, text: str, tmp_path: Path) -> None:
    file = tmp_path / "dropped.txt"
    file.write_text(text, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop(window, data)


def drop_text(window: Window, text: str, _: Path) -> None:
    data = QMimeData()
    data.setText(text)
    drop(window, data)


def as_a_page_alone(text: str) -> QMimeData:
    """Hold a text as some programs give it: marked up, and in no other form."""
    data = QMimeData()
    lines = "".join(f"<div>{escape(line)}</div>\n" for line in text.splitlines())
    data.setHtml(f"<meta charset='utf-8'><article>{lines}</article>")
    return data


def drop_a_page(window: Window, text: str, _: Path) -> None:
    drop(window, as_a_page_alone(text))


def paste_a_page(window: Window, text: str, _: Path) -> None:
    QGuiApplication.clipboard().setMimeData(as_a_page_alone(text))
    QTest.keyClick(window, Key.Key_V, CONTROL)


def paste(window: Window, text: str, _: Path) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(window, Key.Key_V, CONTROL)


def paste_a_folder(window: Window, text: str, tmp_path: Path) -> None:
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "page.txt").write_text(text, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "saved"))])
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(window, Key.Key_V, CONTROL)


def paste_into_the_search_line(window: Window, text: str, _: Path) -> None:
    QGuiApplication.clipboard().setText(text)
    window.articles.search.setFocus()
    QTest.keyClick(window.articles.search, Key.Key_V, CONTROL)
    assert window.articles.search.text() == ""


WAYS = [
    choose_files,
    choose_a_folder,
    drop_a_file,
    drop_text,
    drop_a_page,
    paste,
    paste_a_page,
    paste_a_folder,
    paste_into_the_search_line,
]


@pytest.mark.parametrize("way", WAYS)
def test_a_page_is_previewed_and_nothing_written_until_it_is_accepted(
    qtbot: QtBot,
    empty: Window,
    library: Library,
    tmp_path: Path,
    way: Callable[[Window, str, Path], None],
) -> None:
    way(empty, page(3), tmp_path)
    preview = dialog(qtbot)
    assert preview.summary.text().startswith("3 articles, 24 claims")
    assert library.count() == 0
    preview.accept()
    assert library.count() == empty.articles.count() == 3
    assert empty.notice.text() == "Imported 3 articles."
    assert empty.insights.view.annotated is not None


def test_what_was_undone_can_be_imported_again(
    qtbot: QtBot, empty: Window, library: Library, tmp_path: Path
) -> None:
    for _ in range(2):
        drop_text(empty, page(3), tmp_path)
        dialog(qtbot).accept()
        assert library.count() == 3
        qtbot.waitUntil(lambda: empty.insights.view.annotated is not None)
        empty.actions_["undo"].trigger()
        assert library.count() == 0


def test_what_another_program_added_meanwhile_is_shown_and_told(
    qtbot: QtBot, empty: Window, library: Library, tmp_path: Path
) -> None:
    drop_text(empty, page(3), tmp_path)
    preview = dialog(qtbot)
    with Library(library.path, library.author) as other:
        other.commit(other.add(parse_text(page(3)).articles).change)
    preview.accept()
    assert empty.notice.text() == "There was nothing new to add."
    qtbot.waitUntil(lambda: empty.insights.view.annotated is not None)
    assert empty.articles.count() == library.count() == 3


def test_the_sample_is_told_to_be_there_already(empty: Window) -> None:
    for told in ("Imported 6 articles.", "There was nothing new to add."):
        empty.actions_["add_sample"].trigger()
        assert empty.notice.text() == told


def add_many(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> WaitDialog:
    monkeypatch.setattr(arriving, "MANY", 2)
    monkeypatch.setattr(arriving, "PATIENCE", 0)
    QGuiApplication.clipboard().setText(page(3))
    QTest.keyClick(window, Key.Key_V, CONTROL)
    dialog(qtbot).accept()
    waiting = QApplication.activeModalWidget()
    assert isinstance(waiting, WaitDialog)
    return waiting


def test_many_are_added_on_a_worker_and_the_first_is_shown(
    qtbot: QtBot, empty: Window, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert add_many(empty, qtbot, monkeypatch).what.text() == "Import 3 articles…"
    qtbot.waitUntil(lambda: empty.notice.text() == "Imported 3 articles.")
    assert library.count() == empty.articles.count() == 3
    qtbot.waitUntil(lambda: empty.insights.view.annotated is not None)
    assert QApplication.activeModalWidget() is None
    empty.actions_["undo"].trigger()
    assert library.count() == 0


def test_an_import_of_many_can_be_called_off(
    qtbot: QtBot, empty: Window, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_many(empty, qtbot, monkeypatch).cancel.click()
    qtbot.waitUntil(lambda: not empty.turning.lending.at_work())
    assert library.count() == empty.articles.count()


def test_what_is_cancelled_is_not_written(
    qtbot: QtBot, empty: Window, library: Library, tmp_path: Path
) -> None:
    drop_a_file(empty, page(3), tmp_path)
    dialog(qtbot).reject()
    assert library.count() == 0
    assert library.undoable() is None


@pytest.mark.parametrize("enter", [Key.Key_Return, Key.Key_Enter])
def test_enter_on_cancel_cancels(
    qtbot: QtBot, empty: Window, library: Library, tmp_path: Path, enter: Qt.Key
) -> None:
    drop_a_file(empty, page(3), tmp_path)
    preview = dialog(qtbot)
    assert preview.add.isDefault()
    preview.cancel.setFocus()
    QTest.keyClick(preview.cancel, enter)
    assert not preview.isVisible()
    assert library.count() == 0


def test_only_what_is_ticked_is_added_and_one_undo_takes_it_back(
    qtbot: QtBot, empty: Window, library: Library, tmp_path: Path
) -> None:
    paste(empty, page(3), tmp_path)
    preview = dialog(qtbot)
    tester = QAbstractItemModelTester(preview.list.model(), FATAL)
    preview.list.setCurrentIndex(preview.list.model().index(1, 0))
    QTest.keyClick(preview.list, Key.Key_Space)
    preview.accept()
    assert library.count() == 2
    empty.actions_["undo"].trigger()
    assert library.count() == 0
    assert tester.model() is not None


def test_an_article_that_is_there_is_added_to_another_page(
    qtbot: QtBot, empty: Window, library: Library
) -> None:
    said = page(2)
    for name in ("稀土永磁", "铜"):
        empty.deeds.import_text(said.replace("稀土永磁", name, 1))
        preview = dialog(qtbot)
        preview.accept()
    assert "2 here, from another page" in preview.summary.text()
    assert library.count() == 2
    assert {one.name for one in library.pages_of(ids(library))[ids(library)[0]]} == {
        "稀土永磁",
        "铜",
    }
    empty.deeds.import_text(said)
    known = dialog(qtbot)
    assert known.all.text() == "Nothing new"
    known.reject()


def ids(library: Library) -> list[str]:
    return [card.id for card in library.cards(library.order())]


def test_two_texts_of_one_article_on_a_page_are_both_kept(
    qtbot: QtBot, empty: Window, library: Library, tmp_path: Path
) -> None:
    first = page(1)
    second = first.replace("Group 1", "- A claim that came later [9] Group 1", 1)
    paste(empty, f"{first}\n{second}", tmp_path)
    preview = dialog(qtbot)
    index = preview.list.model().index(0, 0)
    assert preview.list.model().rowCount() == 1
    assert "New, 2 texts" in preview.list.model().data(index, Qt.ItemDataRole.AccessibleTextRole)
    preview.accept()
    shown = empty.insights.view.annotated
    assert shown is not None
    assert "A claim that came later" in shown.article.edition.text
    assert len(library.known([shown.article.id])[shown.article.id].texts) == 2
    empty.actions_["undo"].trigger()
    assert library.count() == 0


def test_what_is_there_already_is_not_added_again(
    qtbot: QtBot, empty: Window, library: Library, tmp_path: Path
) -> None:
    for _ in range(2):
        with qtbot.waitActive(empty):
            empty.activateWindow()
        paste(empty, page(2), tmp_path)
        preview = dialog(qtbot)
        preview.accept()
    assert not preview.add.isEnabled()
    preview.reject()
    assert library.count() == 2


def test_words_pasted_into_the_search_line_are_words(empty: Window) -> None:
    QGuiApplication.clipboard().setText("rare earth")
    empty.articles.search.setFocus()
    QTest.keyClick(empty.articles.search, Key.Key_V, CONTROL)
    assert empty.articles.search.text() == "rare earth"
    assert QApplication.activeModalWidget() is None


def test_an_empty_clipboard_is_said_kindly(empty: Window) -> None:
    QGuiApplication.clipboard().clear()
    QTest.keyClick(empty, Key.Key_V, CONTROL)
    assert "There is no text to paste" in empty.notice.text()


def test_the_welcome_opens_the_sample(empty: Window, library: Library) -> None:
    buttons = empty.findChildren(QPushButton)
    sample = next(one for one in buttons if one.accessibleName() == "Open the Sample Library")
    QTest.mouseClick(sample, Qt.MouseButton.LeftButton)
    assert library.count() >= 4
    annotated = empty.insights.view.annotated
    assert annotated is not None
    texts = [node.text for node in annotated.article.edition.nodes]
    assert any("10 to 20 years" in text for text in texts)
    assert empty.articles.current() == annotated.article.id


def test_the_first_minute_is_lived_by_keys_alone(empty: Window, library: Library) -> None:
    def press(key: Qt.Key) -> None:
        has_keys = empty.focusWidget()
        assert has_keys is not None
        QTest.keyClick(has_keys, key)

    press(Key.Key_Return)
    first = empty.articles.current()
    assert first is not None
    press(Key.Key_Down)
    assert empty.articles.current() not in (None, first)


def test_an_article_that_is_not_in_the_list_is_exported_as_this_one(
    window: Window, qtbot: QtBot
) -> None:
    window.articles.list.setCurrentIndex(window.articles.list.model().index(0, 0))
    qtbot.waitUntil(lambda: window.insights.article() is not None)
    search(window.articles, qtbot, "nothing has this word")
    window.actions_["export"].trigger()
    dialog = next(iter(window.findChildren(ExportDialog)))
    assert dialog.this.isChecked()
    assert dialog.this.isEnabled()
    dialog.reject()


@pytest.mark.parametrize("where", ["insights.view", "articles.search"])
def test_the_export_dialog_opens_over_the_article_shown(window: Window, where: str) -> None:
    pane, name = where.split(".")
    field = getattr(getattr(window, pane), name)
    field.setFocus()
    QTest.keyClick(field, Key.Key_E, CONTROL)
    shown = QApplication.activeModalWidget()
    assert shown is not None
    assert "Export" in shown.windowTitle()
    shown.close()


def test_a_folder_of_several_pages_is_called_after_none_of_them(
    qtbot: QtBot, empty: Window, tmp_path: Path
) -> None:
    choose_a_folder(empty, page(2), tmp_path)
    one = dialog(qtbot)
    assert one.name.text() == "稀土永磁"
    one.reject()
    (tmp_path / "saved" / "铜.txt").write_text(page(2).replace("稀土永磁", "铜", 1), "utf-8")
    empty.actions_["import_folder"].trigger()
    both = dialog(qtbot)
    assert both.name.isHidden()
    both.reject()


def test_a_folder_without_texts_is_said_to_have_none(
    qtbot: QtBot, empty: Window, tmp_path: Path
) -> None:
    (tmp_path / "pictures").mkdir()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "pictures"))])
    drop(empty, data)
    shown = dialog(qtbot)
    assert shown.sentence.text().startswith("There is no file of text in pictures")
    shown.reject()
