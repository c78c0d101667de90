"""Proposed pairs: both claims to see, what differs marked, confirmed and dismissed by keys."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.ledger.claim import Side
from gui.ledger.proposals import Pairing, Proposals
from tests.gui.ledger.conftest import Show

YEARS = Pairing(
    "1",
    "contradiction",
    "10–20 years against 5 years to self-sufficiency",
    Side("It could take 10 to 20 years to build 😀 one.", "稀土要找多久", "观察者网 · 9 Nov 2025"),
    Side("It could take five years to build 😀 one.", "五年", "Reuters · 11 Nov 2025"),
)
ECHO = Pairing(
    "2",
    "echo",
    "The same in both languages",
    Side("产能五年内翻一番", "稀土", "财新网", ((0, 2),)),
    Side("Capacity doubles in five years", "Rare earths", "Reuters", ((0, 8),)),
)


@pytest.fixture
def pairs(show: Show[Proposals]) -> Proposals:
    shown = show(Proposals())
    shown.show_pairs([YEARS, ECHO])
    shown.list.setFocus()
    return shown


def test_both_claims_are_shown_with_the_words_that_differ(pairs: Proposals) -> None:
    one, other = pairs.cards
    assert pairs.reason.text() == YEARS.reason
    assert (one.title.text(), other.about.text()) == ("稀土要找多久", "Reuters · 11 Nov 2025")
    assert (one.marked(), other.marked()) == (["10 to 20"], ["five"])
    (mark,) = one.text.extraSelections()
    assert mark.cursor.selectedText() == "10 to 20"


def test_in_two_languages_what_speaks_for_the_pair_is_marked(
    pairs: Proposals, qtbot: QtBot
) -> None:
    qtbot.keyClick(pairs.list, Qt.Key.Key_Down)
    assert [card.marked() for card in pairs.cards] == [["产能"], ["Capacity"]]


@pytest.mark.parametrize(("key", "confirmed"), [(Qt.Key.Key_C, True), (Qt.Key.Key_D, False)])
def test_a_letter_confirms_or_dismisses(
    pairs: Proposals, qtbot: QtBot, key: Qt.Key, *, confirmed: bool
) -> None:
    with qtbot.waitSignal(pairs.judged) as told:
        qtbot.keyClick(pairs.list, key)
    assert told.args == ["1", confirmed]
    pairs.show_pairs([ECHO])
    assert pairs.current() == ECHO


def test_the_buttons_do_the_same(pairs: Proposals, qtbot: QtBot) -> None:
    assert pairs.confirm.text() == "Confirm the Contradiction"
    with qtbot.waitSignal(pairs.judged) as told:
        pairs.dismiss.click()
    assert told.args == ["1", False]


def test_one_jumps_to_either_claim(pairs: Proposals, qtbot: QtBot) -> None:
    for modifier, which in ((Qt.KeyboardModifier.NoModifier, 0), (_SHIFT, 1)):
        with qtbot.waitSignal(pairs.jumped) as told:
            qtbot.keyClick(pairs.list, Qt.Key.Key_Return, modifier)
        assert told.args == ["1", which]
    with qtbot.waitSignal(pairs.jumped) as told:
        pairs.cards[1].go.click()
    assert told.args == ["1", 1]


def test_a_search_shows_how_far_it_is_and_is_called_off(pairs: Proposals, qtbot: QtBot) -> None:
    pairs.show_pairs([])
    pairs.show_work(3, 10)
    assert pairs.bar.isVisible()
    assert pairs.bar.value() == 3
    with qtbot.waitSignal(pairs.cancelled):
        pairs.stop.click()
    pairs.end_work(called_off=True)
    assert not pairs.bar.isVisible()
    assert pairs.said.text() == "The search for pairs was called off."


def test_with_no_pairs_a_sentence_says_so(pairs: Proposals) -> None:
    pairs.show_pairs([])
    assert pairs.said.isVisible()
    assert "nearly sure" in pairs.said.text()


_SHIFT = Qt.KeyboardModifier.ShiftModifier
