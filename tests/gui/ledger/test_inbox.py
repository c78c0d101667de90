"""The inbox of what is due: judged by keys and by buttons."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.finding import Outcome, Result
from gui.ledger.inbox import KEYS, Inbox
from tests.gui.ledger.conftest import Show
from tests.gui.ledger.given_rows import ROWS, TODAY

LATE, SOON, LAST = ROWS[2], ROWS[3], ROWS[9]


@pytest.fixture
def inbox(show: Show[Inbox]) -> Inbox:
    inbox = show(Inbox())
    inbox.show_groups({"Overdue": [LATE], "Soon": [SOON, LAST]}, TODAY)
    inbox.list.setFocus()
    return inbox


def test_the_first_is_chosen_with_what_is_known_of_it(inbox: Inbox) -> None:
    assert inbox.current() == LATE
    assert inbox.statement.text() == "A magnet plant in Texas opens"
    assert "H1 2026 (5 months ago)" in inbox.facts.text()
    assert "Reuters" in inbox.facts.text()


@pytest.mark.parametrize(("key", "result"), KEYS.items())
def test_a_letter_judges(inbox: Inbox, qtbot: QtBot, key: Qt.Key, result: Result) -> None:
    with qtbot.waitSignal(inbox.judged) as told:
        qtbot.keyClick(inbox.list, key)
    assert told.args == [LATE.id, Outcome(result, TODAY), ""]


def test_a_button_judges_on_another_day_by_the_highlight_chosen(inbox: Inbox, qtbot: QtBot) -> None:
    inbox.show_mark("a mark", "The plant  opened\nin June")
    inbox.take.click()
    assert inbox.decided.text() == "“The plant opened in June”"
    inbox.on.setText("2026-07-01")
    with qtbot.waitSignal(inbox.judged) as told:
        inbox.answers[Result.PARTLY].click()
    assert told.args == [LATE.id, Outcome(Result.PARTLY, date(2026, 7, 1)), "a mark"]


def test_without_a_highlight_none_can_decide(inbox: Inbox) -> None:
    inbox.show_mark("", "")
    assert not inbox.take.isEnabled()


def test_a_highlight_that_is_not_there_decides_nothing_after_one_is_judged(inbox: Inbox) -> None:
    inbox.show_groups({"Soon": [SOON, LAST]}, TODAY)
    assert not inbox.take.isEnabled()


def test_the_keys_stay_in_the_list_when_a_button_judges(inbox: Inbox, qtbot: QtBot) -> None:
    qtbot.mouseClick(inbox.answers[Result.PARTLY], Qt.MouseButton.LeftButton)
    inbox.show_groups({}, TODAY)
    inbox.show_groups({"Soon": [SOON, LAST]}, TODAY)
    assert inbox.list.hasFocus()


def test_a_day_that_is_none_is_refused(inbox: Inbox, qtbot: QtBot) -> None:
    inbox.on.setText("yesterday")
    with (
        qtbot.waitSignal(inbox.failed) as told,
        qtbot.assertNotEmitted(inbox.judged),
    ):
        qtbot.keyClick(inbox.list, Qt.Key.Key_C)
    assert "This is not a date" in str(told.args[0])


def test_the_next_is_chosen_once_one_is_judged(inbox: Inbox) -> None:
    inbox.show_groups({"Overdue": [], "Soon": [SOON, LAST]}, TODAY)
    assert inbox.current() == SOON
    inbox.show_groups({}, TODAY)
    assert inbox.current() is None
    assert inbox.empty.isVisible()


def test_the_one_chosen_stays_so_with_the_day_typed_whatever_is_written_of_it(inbox: Inbox) -> None:
    inbox.choose(SOON.id)
    inbox.on.setText("2026-07-01")
    surer = replace(SOON, finding=replace(SOON.finding, confidence=90))
    inbox.show_groups({"Soon": [LATE, LAST, surer]}, TODAY)
    assert (inbox.current(), inbox.on.text()) == (surer, "2026-07-01")
    inbox.show_groups({"Soon": [LATE, LAST]}, TODAY)
    assert (inbox.current(), inbox.on.text()) == (LAST, TODAY.isoformat())
    inbox.show_groups({"Soon": [LATE, LAST]}, TODAY + timedelta(days=1))
    assert inbox.on.text() == "2026-11-30"


def test_a_library_to_look_at_is_not_judged(inbox: Inbox, qtbot: QtBot) -> None:
    inbox.show_groups({"Overdue": [LATE]}, TODAY, "It can only be read.")
    inbox.show_mark("a highlight", "and its words")
    assert not any(one.isEnabled() for one in (inbox.take, *inbox.answers.values()))
    with qtbot.assertNotEmitted(inbox.judged):
        qtbot.keyClick(inbox.list, Qt.Key.Key_C)


def test_enter_jumps_to_the_evidence(inbox: Inbox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(inbox.opened) as told:
        qtbot.keyClick(inbox.list, Qt.Key.Key_Return)
    assert told.args == [LATE.id]
