"""Reading Chinese: words looked up by mouse and by key, terms kept and corrected, and undone."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core import annotate
from core.library import Library, Reader
from core.model import Article
from gui.dialogs.term import TermDialog
from gui.dialogs.terms import TermsDialog
from gui.parts.aim import Aim
from gui.window import Window
from tests.elsewhere import busy
from tests.given import made
from tests.gui.mouse import drag, point
from tests.gui.pointed import card, dialog, point_at, point_at_claim, press, told
from tests.gui.window.conftest import Answers, Open

Key = Qt.Key
CLAIM = "看😀𠮷野: 中国稀土出口管制升级 e\u0301"


@pytest.fixture
def article(library: Library) -> Article:
    one = made("关键矿产的气候账本", CLAIM, "No word of it here")
    library.commit(library.add([one]).change)
    return one


@pytest.fixture
def window(open_window: Open, library: Library, article: Article) -> Window:
    window = open_window(library)
    window.insights.view.setFocus()
    window.insights.view.go_to(1)
    window._reading.stop()
    return window


# By mouse


def test_pointing_at_a_word_of_a_claim_tells_of_it(window: Window) -> None:
    point_at_claim(window, "土")
    assert told(window)[:4] == [
        "稀土",
        "In the glossary",
        "xī tǔ",
        "rare earth; rare earths; rare-earth elements; REE",
    ]


def test_pointing_at_the_title_tells_of_its_word(window: Window) -> None:
    title = window.insights.heading.title
    aim = title.aim()
    assert aim is not None
    point_at(title, title.mapFromGlobal(aim.words_at(5, 6).center()))
    assert told(window)[:3] == ["气候", "氣候", "Dictionary"]


def test_pointing_at_a_title_in_the_list_tells_of_its_word(window: Window) -> None:
    view = window.articles.list
    inside = view.painter._inside(view.visualRect(view.currentIndex()).toRectF())
    point_at(view.viewport(), inside.topLeft().toPoint() + QPoint(6, 6))
    assert told(window)[0] == "关键矿产"


def test_pointing_at_what_was_found_tells_of_its_word(window: Window, qtbot) -> None:
    from tests.gui.searched import search

    found = search(window.articles, qtbot, "稀土").view
    line = found.results.lines[1]
    inside = found.painter._inside(found.visualRect(found.results.index(1)).toRectF(), line)
    point_at(found.viewport(), inside.topLeft().toPoint() + QPoint(5, 6))
    assert told(window)[0] == "看"


def test_pointing_at_a_word_of_a_section_tells_of_it(window: Window, library: Library) -> None:
    window.desk.add([made("别的", "稀土")])
    nothing = window.insights.view
    point_at(nothing.viewport(), point(nothing, 0, 0) + QPoint(3, 0))
    assert card(window) is None  # "Group 1: Supply"


def test_pointing_at_english_tells_nothing(window: Window) -> None:
    point_at_claim(window, "word", 2)
    assert card(window) is None


def test_a_card_goes_with_the_mouse_and_stays_under_it(window: Window) -> None:
    point_at_claim(window, "土")
    shown = card(window)
    assert shown is not None
    shown.follow(shown.mapToGlobal(shown.rect().center()))
    assert shown.isVisible()
    shown.follow(window.mapToGlobal(QPoint(5, 5)))
    assert not shown.isVisible()


def test_any_key_and_any_turn_of_the_wheel_takes_a_card_away(window: Window) -> None:
    point_at_claim(window, "土")
    assert card(window)
    press(window, Key.Key_J)
    assert card(window) is None
    point_at_claim(window, "土")
    viewport = window.insights.view.viewport()
    none, at = Qt.MouseButton.NoButton, QPoint(9, 9)
    wheel = QWheelEvent(
        at.toPointF(), viewport.mapToGlobal(at).toPointF(), QPoint(), QPoint(0, -120),
        none, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, wheel)
    assert card(window) is None


def test_a_word_that_is_read_in_two_ways_means_two_things(window: Window) -> None:
    window.insights.view.word_pointed.emit(Aim("行", 0, lambda _first, _last: QRect()))
    assert told(window)[2:4] == [
        "xíng / háng",
        "xíng: to walk; to go; to travel",
    ]


# By key


def test_l_tells_of_the_first_word_and_arrows_go_through_the_others(window: Window) -> None:
    press(window, Key.Key_L)
    assert told(window)[0] == "看"
    for word in ("𠮷", "野", "中国", "稀土", "出口管制"):
        press(window, Key.Key_Right)
        assert told(window)[0] == word
    press(window, Key.Key_Left)
    assert told(window)[0] == "稀土"
    press(window, Key.Key_Escape)
    assert card(window) is None
    assert window.insights.view.hasFocus()


def test_l_tells_of_the_words_chosen(window: Window) -> None:
    start = CLAIM.index("土")
    drag(window.insights.view, 1, start, start + 3)
    press(window, Key.Key_L)
    assert told(window)[:2] == ["土出口", "tǔ chū kǒu"]
    assert "Not in the glossary." in told(window)


def test_in_an_english_claim_l_tells_of_the_title(window: Window) -> None:
    window.insights.view.go_to(2)
    press(window, Key.Key_L)
    assert told(window)[0] == "关键矿产"


def test_english_words_chosen_are_no_chinese_word(window: Window) -> None:
    drag(window.insights.view, 2, 3, 7)
    press(window, Key.Key_L)
    assert card(window) is None
    assert window.notice.text() == "There is no Chinese word here to look up."


# Terms


def keep(zh: str, en: str, note: str = "") -> None:
    """Fill the open dialog and keep what stands in it."""
    one = cast("TermDialog", dialog())
    assert one.zh.text() == zh
    one.en.setText(en)
    one.note.setText(note)
    QTest.keyClick(one.en, Key.Key_Return)


def test_a_word_is_put_down_from_its_card_and_is_told_first(
    window: Window, library: Library
) -> None:
    window.insights.view.choose_words(1, *(CLAIM.index("稀") + 2,) * 2)
    press(window, Key.Key_L)
    press(window, Key.Key_Return)
    keep("稀土", "REE metals; rare earth", "17 of them")
    (term,) = library.terms()
    assert (term.zh, term.en, term.note) == ("稀土", ("REE metals", "rare earth"), "17 of them")
    assert window.notice.text() == "Saved your term."
    point_at_claim(window, "土")
    assert told(window)[:2] == ["稀土", "Your term"]
    assert told(window)[3] == "REE metals; rare earth"
    assert "17 of them" in told(window)


def test_a_term_is_corrected_and_taken_back(window: Window, library: Library) -> None:
    window.insights.view.choose_words(1, CLAIM.index("稀") + 2, CLAIM.index("稀") + 4)
    press(window, Key.Key_D)
    keep("稀土", "REE")
    press(window, Key.Key_D)
    one = cast("TermDialog", dialog())
    assert (one.zh.isReadOnly(), one.en.text()) == (True, "REE")
    keep("稀土", "rare earths")
    assert library.terms()[0].en == ("rare earths",)
    window.notice.undo.click()
    assert library.terms()[0].en == ("REE",)


def test_a_term_without_anything_said_of_it_cannot_be_kept(window: Window) -> None:
    press(window, Key.Key_D)
    one = cast("TermDialog", dialog())
    assert not one.keep.isEnabled()
    one.whole.setChecked(True)
    assert one.keep.isEnabled()
    one.reject()


def test_what_cannot_be_kept_stays_as_it_was_typed(window: Window, library: Library) -> None:
    press(window, Key.Key_D)
    keep("看", "much " * 20)
    one = cast("TermDialog", dialog())
    assert one.trouble.isVisible()
    assert one.trouble.text().startswith("A term has at most 80 characters.")
    assert library.terms() == []
    one.reject()


def test_what_another_program_keeps_from_being_written_stays_as_well(
    window: Window, library: Library
) -> None:
    with busy(library):
        press(window, Key.Key_D)
        keep("看", "to look", "and much more")
        one = cast("TermDialog", dialog())
        assert "Another program is using" in one.trouble.text()
    QTest.keyClick(one.en, Key.Key_Return)
    assert not one.isVisible()
    assert [(term.zh, term.note) for term in library.terms()] == [("看", "and much more")]


def test_the_list_of_terms_is_worked_by_keys(window: Window, library: Library) -> None:
    for zh, en in (("稀土", "REE"), ("铜", "copper")):
        window.aids._edit(zh)
        keep(zh, en)
    window.actions_["terms"].trigger()
    terms = cast("TermsDialog", dialog())
    QTest.keyClicks(terms.line, "copp")
    terms.list.setFocus()
    QTest.keyClick(terms.list, Key.Key_Return)
    keep("铜", "red metal")
    assert {one.zh: one.en for one in library.terms()}["铜"] == ("red metal",)
    terms.line.setText("zzz")
    assert terms.none.isVisible()
    assert terms.none.text() == "No term says that."
    terms.line.clear()
    assert not terms.none.isVisible()
    terms.list.clearSelection()
    assert not terms.edit.isEnabled()
    assert not terms.remove.isEnabled()
    terms.list.selectAll()
    assert not terms.edit.isEnabled()
    QTest.keyClick(terms.list, Key.Key_Delete)
    assert library.terms() == []
    assert terms.none.isVisible()
    assert terms.none.text().startswith("No terms yet.")
    terms.reject()


def test_the_list_of_terms_follows_another_program_and_keeps_what_is_chosen(
    window: Window, library: Library
) -> None:
    for zh, en in (("稀土", "REE"), ("铜", "copper"), ("锌", "zinc")):
        library.commit(annotate.define(zh, [en]))
    window.actions_["terms"].trigger()
    terms = cast("TermsDialog", dialog())
    terms.list.clearSelection()
    terms.list.setCurrentIndex(terms.list.model().index(1, 0))
    QTest.keyClick(terms.list, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    before = [one.zh for one in terms.chosen()]
    with Library(library.path, library.author) as other:
        other.commit(annotate.undefine([one for one in other.terms() if one.zh not in before]))
        other.commit(annotate.define("丝", ["silk"]))
    window.desk.look_again()
    shown = {terms.model.item(row).text() for row in range(terms.model.rowCount())}
    assert (shown, len(before)) == ({"丝", *before}, 2)
    assert [one.zh for one in terms.chosen()] == before
    terms.reject()


def test_terms_are_exported_and_imported(window: Window, library: Library, tmp_path: Path) -> None:
    answers = cast("Answers", window.ask)
    answers.terms = tmp_path / "terms.csv"
    window.aids._edit("稀土")
    keep("稀土", "REE")
    window.actions_["terms"].trigger()
    terms = cast("TermsDialog", dialog())
    terms.give.click()
    assert answers.terms.read_text("utf-8-sig") == "zh,en,note,whole\n稀土,REE,,\n"
    answers.terms.write_text("铜,copper\n锌,zinc;Zn\n", "utf-8")
    terms.take.click()
    assert [one.zh for one in library.terms()] == ["稀土", "铜", "锌"]
    window.turning.undo()
    assert [one.zh for one in library.terms()] == ["稀土"]
    answers.terms.write_bytes(bytes(range(256)))
    terms.take.click()
    assert "UTF-8" in terms.told.text()
    terms.reject()


def test_a_library_to_look_at_offers_no_term(open_window: Open, library: Library) -> None:
    library.commit(library.add([made("稀土", CLAIM)]).change)
    with Reader(library.path) as reader:
        window = open_window(reader)
        point_at_claim(window, "土")
        shown = card(window)
        assert shown is not None
        assert shown.button.isHidden()
        shown.hide()
