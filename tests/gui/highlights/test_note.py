"""Writing a note: nothing typed is lost, and each pause is told once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.highlights import Inspector
from gui.highlights.note_pane import NotePane

CONTROL = Qt.KeyboardModifier.ControlModifier


def told(inspector: Inspector) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    inspector.noted.connect(lambda *values: heard.append(values))
    return heard


def type_in(qtbot: QtBot, inspector: Inspector, words: str) -> NotePane:
    """Replace the note by words, typed."""
    pane = inspector.detail().note
    pane.editor.setFocus()
    pane.editor.selectAll()
    qtbot.keyClicks(pane.editor, words)
    return pane


def stored(place, highlight: str | None = None) -> str:
    note: str = place.library.highlight(highlight or place.years).note
    return note


def test_a_pause_tells_what_is_typed_once(qtbot: QtBot, chosen: Inspector, place) -> None:
    heard = told(chosen)
    pane = type_in(qtbot, chosen, "new words")
    assert heard == []
    pane.pause.timeout.emit()
    pane.pause.timeout.emit()
    assert heard == [(place.years, "new words")]


def test_one_who_never_pauses_is_kept_from_time_to_time(
    qtbot: QtBot, chosen: Inspector, place
) -> None:
    chosen.detail().note.pause.setInterval(60_000)
    chosen.detail().note.at_latest.setInterval(50)
    with qtbot.waitSignal(chosen.noted) as signal:
        pane = type_in(qtbot, chosen, "on and on")
    assert signal.args == [place.years, "on and on"]
    assert not pane.at_latest.isActive()


def test_the_pause_comes_by_itself(qtbot: QtBot, chosen: Inspector, place) -> None:
    with qtbot.waitSignal(chosen.noted) as signal:
        pane = type_in(qtbot, chosen, "x")
        assert pane.pause.isActive()
    assert signal.args == [place.years, "x"]
    assert not pane.pause.isActive()


def test_leaving_for_another_control_keeps_it(qtbot: QtBot, chosen: Inspector, place) -> None:
    heard = told(chosen)
    type_in(qtbot, chosen, "x")
    chosen.detail().back_button.setFocus()
    assert heard == [(place.years, "x")]


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Escape, None), (Qt.Key.Key_Return, CONTROL)])
def test_esc_and_control_enter_keep_it_and_leave(
    qtbot: QtBot, chosen: Inspector, place, key: Qt.Key, held
) -> None:
    heard = told(chosen)
    pane = type_in(qtbot, chosen, "x")
    with qtbot.waitSignal(chosen.left):
        qtbot.keyClick(pane.editor, key, held or Qt.KeyboardModifier.NoModifier)
    assert heard == [(place.years, "x")]


def test_enter_alone_is_a_new_line(qtbot: QtBot, chosen: Inspector) -> None:
    pane = type_in(qtbot, chosen, "a")
    qtbot.keyClick(pane.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(pane.editor, "b")
    assert pane.editor.toPlainText() == "a\nb"


def test_an_unchanged_note_tells_nothing(qtbot: QtBot, chosen: Inspector, place) -> None:
    heard = told(chosen)
    chosen.focus_note()
    chosen.detail().back_button.setFocus()
    chosen.flush()
    chosen.show_highlight(place.annotated(), place.oxides)
    assert heard == []


def test_choosing_another_tells_the_note_of_the_one_before(
    qtbot: QtBot, chosen: Inspector, place
) -> None:
    heard = told(chosen)
    type_in(qtbot, chosen, "x")
    chosen.show_highlight(place.annotated(), place.oxides)
    assert heard == [(place.years, "x")]
    assert chosen.detail().note.editor.toPlainText() == "plain words"


def test_listing_all_tells_the_note(qtbot: QtBot, chosen: Inspector, place) -> None:
    heard = told(chosen)
    type_in(qtbot, chosen, "x")
    chosen.show_article(place.annotated())
    assert heard == [(place.years, "x")]


def test_a_note_is_stored_and_shown_when_switching(qtbot: QtBot, tied: Inspector, place) -> None:
    type_in(qtbot, tied, "x")
    tied.show_highlight(place.annotated(), place.oxides)
    assert tied.current() == place.oxides
    assert (stored(place), stored(place, place.oxides)) == ("x", "plain words")


def test_flush_tells_at_once_and_again_until_it_is_kept(
    qtbot: QtBot, chosen: Inspector, place
) -> None:
    heard = told(chosen)
    type_in(qtbot, chosen, "x")
    chosen.flush()
    chosen.flush()
    chosen.note_kept(place.years)
    chosen.flush()
    assert heard == [(place.years, "x")] * 2


def test_removing_keeps_the_note_first(qtbot: QtBot, tied: Inspector, place) -> None:
    type_in(qtbot, tied, "x")
    qtbot.mouseClick(tied.detail().remove_button, Qt.MouseButton.LeftButton)
    assert stored(place) == "x"


def test_the_line_tells_whether_it_is_kept(qtbot: QtBot, chosen: Inspector, place) -> None:
    pane = type_in(qtbot, chosen, "x")
    assert pane.status.text() == "…"
    pane.pause.timeout.emit()
    assert pane.status.text() == "…"
    chosen.note_kept(place.oxides)
    assert pane.status.text() == "…"
    chosen.note_kept(place.years)
    assert pane.status.text() == "Saved"


def test_typing_goes_on_while_notes_are_kept(qtbot: QtBot, tied: Inspector, place) -> None:
    pane = type_in(qtbot, tied, "one")
    pane.pause.timeout.emit()
    qtbot.keyClicks(pane.editor, " two")
    assert (stored(place), pane.editor.toPlainText()) == ("one", "one two")
    pane.pause.timeout.emit()
    assert stored(place) == "one two"
    assert pane.editor.textCursor().position() == 7


def test_a_refresh_does_not_overwrite_what_is_typed(qtbot: QtBot, chosen: Inspector, place) -> None:
    pane = type_in(qtbot, chosen, "mine")
    place.write(place.years, "theirs")
    chosen.show_highlight(place.annotated(), place.years)
    assert pane.editor.toPlainText() == "mine"
    assert pane._notice.isVisible()
    assert pane._notice.told.text() == "Changed elsewhere: theirs"


def test_the_other_note_can_be_taken(qtbot: QtBot, tied: Inspector, place) -> None:
    pane = type_in(qtbot, tied, "mine")
    place.write(place.years, "theirs")
    tied.show_highlight(place.annotated(), place.years)
    pane.pause.timeout.emit()
    assert stored(place) == "mine"
    qtbot.mouseClick(pane._notice.take, Qt.MouseButton.LeftButton)
    assert pane.editor.toPlainText() == stored(place) == "theirs"
    assert not pane._notice.isVisible()


def test_an_emptied_note_elsewhere_is_told_too(qtbot: QtBot, chosen: Inspector, place) -> None:
    pane = type_in(qtbot, chosen, "mine")
    place.write(place.years, "")
    chosen.show_highlight(place.annotated(), place.years)
    assert pane._notice.told.text() == "Changed elsewhere: (emptied)"


def test_an_untouched_note_follows_the_library(chosen: Inspector, place) -> None:
    place.write(place.years, "theirs")
    chosen.show_highlight(place.annotated(), place.years)
    assert chosen.detail().note.editor.toPlainText() == "theirs"
    assert not chosen.detail().note._notice.isVisible()


def test_undo_elsewhere_takes_the_note_back(qtbot: QtBot, tied: Inspector, place) -> None:
    before = stored(place)
    pane = type_in(qtbot, tied, "x")
    pane.pause.timeout.emit()
    place.library.undo()
    tied.show_highlight(place.annotated(), place.years)
    assert pane.editor.toPlainText() == before


def test_a_refused_note_is_not_lost_by_a_refresh(qtbot: QtBot, chosen: Inspector, place) -> None:
    pane = type_in(qtbot, chosen, "refused by a full disk")
    pane.pause.timeout.emit()
    chosen.show_highlight(place.annotated(), place.years)
    assert pane.editor.toPlainText() == "refused by a full disk"
    assert pane.status.text() == "…"


def test_chinese_comes_in_by_the_input_method(qtbot: QtBot, tied: Inspector, place) -> None:
    pane = type_in(qtbot, tied, "a")
    QApplication.sendEvent(pane.editor, QInputMethodEvent("xi", []))
    place.write(place.years, "theirs")
    tied.show_highlight(place.annotated(), place.years)
    event = QInputMethodEvent()
    event.setCommitString("稀土")
    QApplication.sendEvent(pane.editor, event)
    pane.pause.timeout.emit()
    assert stored(place) == "a稀土"


def test_composing_alone_keeps_a_refresh_away(qtbot: QtBot, chosen: Inspector, place) -> None:
    pane, before = chosen.detail().note, stored(place)
    QApplication.sendEvent(pane.editor, QInputMethodEvent("xi", []))
    place.write(place.years, "theirs")
    chosen.show_highlight(place.annotated(), place.years)
    assert pane.editor.toPlainText() == before
    assert pane._notice.isVisible()


def test_a_space_that_does_not_break_is_no_change(qtbot: QtBot, chosen: Inspector, place) -> None:
    place.write(place.years, "10\u00a0years\u2028on")
    chosen.show_highlight(place.annotated(), place.years)
    heard = told(chosen)
    chosen.flush()
    chosen.show_highlight(place.annotated(), place.oxides)
    assert heard == []


def test_a_million_characters_are_shown_and_kept(qtbot: QtBot, tied: Inspector, place) -> None:
    place.write(place.years, "稀土 rare earth " * 60_000)
    tied.show_highlight(place.annotated(), place.years)
    pane = tied.detail().note
    qtbot.keyClick(pane.editor, Qt.Key.Key_A)
    tied.flush()
    assert len(stored(place)) == 14 * 60_000 + 1


def test_the_field_grows_with_the_note(qtbot: QtBot, chosen: Inspector) -> None:
    pane = type_in(qtbot, chosen, "a")
    low = pane.editor.height()
    pane.editor.setPlainText("a\n" * 9)
    assert pane.editor.height() > low
    pane.editor.setPlainText("a\n" * 90)
    assert pane.editor.height() < 500


def test_one_writes_on_at_the_end_of_a_note_wherever_the_caret_was_in_another(qtbot: QtBot) -> None:
    pane = NotePane()
    qtbot.addWidget(pane)
    pane.show_note("one", "a long note, read to its middle")
    pane.editor.moveCursor(QTextCursor.MoveOperation.Start)
    pane.editor.moveCursor(QTextCursor.MoveOperation.NextWord)
    pane.show_note("other", "another note")
    qtbot.keyClicks(pane.editor, ", too")
    assert pane.editor.toPlainText() == "another note, too"
