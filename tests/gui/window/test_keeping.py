"""Nothing typed is lost: notes, other programs at the same file, files that can only be read."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QFileSystemWatcher, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import annotate
from core.errors import NotFound
from core.library import Library, Reader
from core.model import Article, Colour
from gui.highlights.note import NoteEditor
from gui.insights.tree import InsightTree
from gui.window import Window
from tests.elsewhere import busy
from tests.generate import articles, mark
from tests.given import ANNA, BEN, made
from tests.gui.keys import press
from tests.gui.window.conftest import Answers, Open

Key = Qt.Key
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def writing(window: Window) -> NoteEditor:
    """A highlight's note, half written."""
    press(Key.Key_N)
    editor = window.inspector.detail().note.editor
    assert QApplication.focusWidget() is editor
    QTest.keyClicks(editor, "half a note, h1 u!")
    return editor


def note(library: Library, article: Article) -> str:
    return library.annotated(article.id).placed[0].highlight.note


def test_a_note_is_kept_when_the_typing_pauses(
    window: Window, writing: NoteEditor, library: Library, article: Article
) -> None:
    assert note(library, article) == ""
    window.inspector.detail().note.pause.timeout.emit()
    assert note(library, article) == "half a note, h1 u!"
    assert window.insights.view.annotated == library.annotated(article.id)
    assert QApplication.focusWidget() is writing


def test_what_went_wrong_long_ago_is_told_until_the_next_deed(
    window: Window, writing: NoteEditor
) -> None:
    window.notice.warn(NotFound("That feed is gone.", "Take it out of the list."))
    window.inspector.flush()
    assert window.notice.text().startswith("That feed is gone")
    window.notice._timer.timeout.emit()
    assert window.notice.text().startswith("That feed is gone")
    QTest.keyClicks(writing, " and more")
    window.inspector.flush()
    assert window.notice.text() == ""


def test_a_note_typed_while_something_large_is_done_is_kept_after_it(
    window: Window, writing: NoteEditor, library: Library, article: Article
) -> None:
    window.desk.lend()
    window.choose_highlight(None)
    assert note(library, article) == ""
    window.desk.take_back()
    assert note(library, article) == "half a note, h1 u!"


def test_a_note_is_kept_before_something_large_is_begun(
    window: Window, writing: NoteEditor, library: Library, article: Article, qtbot: QtBot
) -> None:
    window.deeds.add(list(articles(1200, seed=3)))
    assert window.turning.lending.at_work(), "it is a worker's"
    assert note(library, article) == "half a note, h1 u!"
    qtbot.waitUntil(lambda: window.desk.free)


def leave(window: Window) -> None:
    press(Key.Key_Escape)
    assert QApplication.focusWidget() is window.insights.view


def close(window: Window) -> None:
    window.close()


def choose_another(window: Window) -> None:
    window.articles.step(1)


def go_to_another_claim(window: Window) -> None:
    window.insights.view.go_to(1)
    assert window.inspector.current() is None


def take_up_another_highlight(window: Window) -> None:
    window.insights.view.highlight_chosen.emit("")


def search(window: Window) -> None:
    window.actions_["search"].trigger()


@pytest.mark.parametrize(
    "way",
    [leave, close, choose_another, go_to_another_claim, take_up_another_highlight, search],
)
def test_a_note_is_kept_on_going_away(
    window: Window, writing: NoteEditor, library: Library, article: Article, way
) -> None:
    way(window)
    assert note(library, article) == "half a note, h1 u!"


def test_undo_by_menu_takes_back_the_note_just_typed(
    window: Window, writing: NoteEditor, library: Library, article: Article
) -> None:
    window.actions_["undo"].trigger()
    assert note(library, article) == ""
    assert library.redoable().name == "note"  # type: ignore[union-attr]
    window.actions_["redo"].trigger()
    assert note(library, article) == "half a note, h1 u!"
    assert writing.toPlainText() == "half a note, h1 u!"


def test_a_note_that_cannot_be_kept_stays_and_says_so(
    window: Window, writing: NoteEditor, library: Library, article: Article
) -> None:
    with busy(library):
        window.inspector.detail().note.pause.timeout.emit()
        assert "Another program is using" in window.notice.text()
        assert writing.toPlainText() == "half a note, h1 u!"
        window.close()
        assert window.isVisible(), "it asks before what was typed is lost"
    window.inspector.detail().note.again.timeout.emit()
    assert note(library, article) == "half a note, h1 u!"
    assert window.notice.text() == "", "what was true a moment ago is not told any longer"


@pytest.mark.parametrize("way", [choose_another, go_to_another_claim, take_up_another_highlight])
def test_a_note_that_cannot_be_kept_is_not_lost_by_going_away(
    window: Window, writing: NoteEditor, library: Library, article: Article, way
) -> None:
    marked = window.inspector.current()
    with busy(library):
        way(window)
        window.close()
        assert window.isVisible(), "it asks before what was typed is lost"
    window.articles.choose(article.id)
    window.choose_highlight(marked)
    assert writing.toPlainText() == "half a note, h1 u!"
    window.choose_highlight(None)
    assert note(library, article) == "half a note, h1 u!"


def test_a_note_that_could_not_be_kept_is_kept_later_by_itself(
    window: Window, writing: NoteEditor, library: Library, article: Article
) -> None:
    with busy(library):
        choose_another(window)
    pane = window.inspector.detail().note
    assert pane.again.isActive()
    pane.again.timeout.emit()
    assert note(library, article) == "half a note, h1 u!"
    assert not pane.again.isActive() or not pane.is_waiting()
    assert window.close()


def test_a_reader_may_still_close_and_lose_the_note(
    window: Window, writing: NoteEditor, library: Library
) -> None:
    assert isinstance(window.ask, Answers)
    window.ask.lose_note = True
    with busy(library):
        assert window.close()


def wake(window: Window) -> None:
    """Come back to the window from another program."""
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))


def test_what_another_program_wrote_is_shown_on_coming_back(
    window: Window, article: Article, path: Path
) -> None:
    testers = [
        QAbstractItemModelTester(model, FATAL)
        for model in (window.articles.list.model(), window.insights.view.model())
    ]
    new = made("又一篇", "Said elsewhere")
    with Library(path, BEN) as other:
        other.commit(other.add([new]).change)
        other.commit(mark(other.article(article.id)))
        assert window.articles.count() == 4
        wake(window)
    assert window.articles.count() == 5
    annotated = window.insights.view.annotated
    assert annotated is not None
    assert [one.highlight.author for one in annotated.placed] == [BEN.id]
    assert len(testers) == 2


def test_what_another_program_writes_is_shown_while_one_stays(
    window: Window, path: Path, qtbot: QtBot
) -> None:
    window.hearing.begin()
    with Library(path, BEN) as other, qtbot.waitSignal(window.desk.refreshed):
        other.commit(other.add([made("又一篇", "Said elsewhere")]).change)
    assert window.articles.count() == 5


def test_nothing_moves_under_a_hand_that_drags(window: Window, path: Path) -> None:
    view, look = window.insights.view, window.hearing._settling.timeout
    where = view.visualRect(view.currentIndex()).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    with Library(path, BEN) as other:
        other.commit(other.add([made("又一篇", "Said elsewhere")]).change)
    look.emit()
    assert window.articles.count() == 4
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    look.emit()
    assert window.articles.count() == 5


@pytest.mark.skipif(os.name == "nt", reason="an open file is neither moved nor replaced there")
def test_a_file_put_in_the_place_of_the_library_is_listened_to(
    window: Window, path: Path, qtbot: QtBot
) -> None:
    window.hearing.begin()
    watcher = window.hearing.findChild(QFileSystemWatcher)
    assert watcher is not None
    copy = path.with_suffix(".new")
    copy.write_bytes(path.read_bytes())
    with qtbot.waitSignal(watcher.fileChanged):
        copy.replace(path)
    qtbot.waitUntil(lambda: watcher.files() == [str(path)])
    told = (
        "library.meipi was replaced by another file; nothing was changed. Open the library again."
    )
    qtbot.waitUntil(lambda: window.notice.text() == told)


def test_an_article_taken_away_elsewhere_gives_way_to_another(
    window: Window, article: Article, path: Path
) -> None:
    with Library(path, BEN) as other:
        other.commit(annotate.take_away([article.id]))
    wake(window)
    annotated = window.insights.view.annotated
    assert annotated is not None
    assert annotated.article.id != article.id


def test_a_highlight_removed_elsewhere_is_refused_kindly(
    window: Window, library: Library, article: Article, path: Path
) -> None:
    press(Key.Key_H)
    (placed,) = library.annotated(article.id).placed
    with Library(path, BEN) as other:
        other.commit(annotate.remove([placed.highlight]))
    press(Key.Key_2)
    assert "no longer there" in window.notice.text()
    wake(window)
    assert window.inspector.current() is None


def test_a_deed_shows_what_was_written_elsewhere_before_it(window: Window, path: Path) -> None:
    press(Key.Key_H)
    with Library(path, BEN) as other:
        other.commit(other.add([made("又一篇", "Said elsewhere")]).change)
    press(Key.Key_2)
    assert window.articles.count() == 5


def test_a_library_that_can_only_be_read_is_shown_and_says_so(
    open_window: Open, library: Library, article: Article, path: Path
) -> None:
    with Reader(path) as reader:
        window = open_window(reader)
        assert "can only be read" in window.notice.text()
        window.articles.choose(article.id)
        window.insights.view.setFocus()
        window.insights.view.go_to(2)
        window.notice.clear()
        press(Key.Key_H)
        assert "can only be read" in window.notice.text()
        assert library.annotated(article.id).placed == ()
        assert not window.actions_["undo"].isEnabled()
        window.notice.clear()
        window._reading.timeout.emit()
        assert window.notice.text() == ""
        window.close()


def test_every_model_keeps_qts_rules_through_all_deeds(
    window: Window, library: Library, article: Article
) -> None:
    models = [window.articles.list.model(), window.insights.view.model()]
    models += [window.inspector.page.list.marks]
    testers = [QAbstractItemModelTester(model, FATAL) for model in models]
    press(Key.Key_H)
    press(Key.Key_2)
    window.desk.add([made("又一篇", "One", "Two")])
    window.articles.step(2)
    window.actions_["fold"].trigger()
    window.actions_["unfold"].trigger()
    window.articles.search.setText("又")
    window.articles.search.clear()
    while window.actions_["undo"].isEnabled():
        window.actions_["undo"].trigger()
    while window.actions_["redo"].isEnabled():
        window.actions_["redo"].trigger()
    assert [one.highlight.colour for one in library.annotated(article.id).placed] == [Colour.RED]
    assert len(testers) == 3


def test_every_model_of_a_dialog_keeps_qts_rules(window: Window, library: Library) -> None:
    from gui.dialogs.candidates import CandidateModel
    from gui.dialogs.history import HistoryModel
    from gui.dialogs.keys import Bound, KeysModel
    from gui.dialogs.palette import Entries, Entry
    from gui.dialogs.reading import Candidate, Standing
    from gui.tags.offers import Offers
    from gui.tags.ranking import Vocabulary

    press(Key.Key_H)
    candidates, offers = CandidateModel(), Offers()
    keys, entries = KeysModel(), Entries()
    history = HistoryModel()
    testers = [
        QAbstractItemModelTester(model, FATAL)
        for model in (candidates, offers, keys, entries, history)
    ]
    history.show(library.history(), {ANNA.id: ANNA.name}, library.subjects)
    keys.keep([Bound("quit", "File", "Quit", "Ctrl+Q"), Bound("undo", "Edit", "Undo", "Ctrl+Z")])
    entries.show([Entry("quit", "Quit"), Entry("undo", "Undo")])
    some = [Candidate(made("一", "One"), standing, ()) for standing in Standing]
    candidates.show(some)
    candidates.turn_all()
    candidates.turn(0)
    ticked, role = Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
    assert not candidates.setData(candidates.index(len(some) - 1), ticked, role)
    assert candidates.count() == 1
    keys.find("quit")
    assert keys.rowCount() == 2
    offers.show("new", Vocabulary())
    assert offers.index(0).data() == "New tag “new”"
    assert len(testers) == 5


def test_the_tree_is_laid_out_anew_when_the_window_is_resized(qtbot: QtBot, window: Window) -> None:
    view = window.insights.view
    assert isinstance(view, InsightTree)
    before = view.visualRect(view.currentIndex()).height()
    window.resize(900, 600)
    qtbot.waitUntil(lambda: view.visualRect(view.currentIndex()).height() > before)
