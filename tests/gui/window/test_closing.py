"""A window that is closed lets go of its library, also while it waits to be deleted."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.desk import Desk
from gui.startup import furnish
from gui.window import Window
from gui.work import memory
from tests.gui.window.conftest import Answers, settings_of_anna


def test_memory_is_given_back_after_a_window_was_closed_and_its_library_with_it(
    qtbot, window, library
):
    with qtbot.waitSignal(window.shelving.counted):
        furnish._warm(window.desk, window)
    window.close()
    library.close()
    memory.give_back()
    assert all(owner is not window for owner, _ in memory._held)


def test_a_note_that_waits_for_a_large_deed_is_kept_where_the_session_ends_meanwhile(
    library, article, qtbot
):
    ask = Answers()
    ask.lose_note = True  # as where nobody is there to be asked
    window = Window(Desk(library), settings_of_anna(), ask)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.insights.view.setFocus()
    QTest.keyClick(window.insights.view, Qt.Key.Key_H)
    (placed,) = library.annotated(article.id).placed
    QTest.keyClick(window.insights.view, Qt.Key.Key_N)
    QTest.keyClicks(window.inspector.detail().note.editor, "mine")
    window.desk.lend()
    assert window.close()
    furnish._take_away(window)
    assert library.highlight(placed.highlight.id).note == "mine"
