"""A rule proposes claims for a tag: shown first, and tagged as one deed."""

import json

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.anchor import describe
from core.annotate import vocabulary
from core.library import Library
from core.model import Article, Colour
from core.settings import load
from gui.dialogs.rule import SHOWN_HERE, RuleDialog
from gui.window import Window
from tests.given import made


@pytest.fixture
def mines(window: Window) -> Article:
    article = made(
        "矿", "A mine takes 7 years to open", "A mine costs $2 billion", "Mines are deep"
    )
    window.desk.add([article])
    return article


def ask(window: Window, qtbot: QtBot, *, words: str = "", kind: str = "duration") -> RuleDialog:
    window.actions_["tag_by_rule"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RuleDialog)
    dialog.words.setText(words)
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    dialog.tag.setText("forecast")
    dialog.look_button.click()
    qtbot.waitUntil(lambda: dialog._job is not None and not dialog.told.text().startswith("Look"))
    return dialog


def claims(dialog: RuleDialog) -> list[str]:
    return [dialog.rows.row(number).first for number in range(dialog.rows.rowCount())]


def tagged(library: Library) -> list[str]:
    tags = [one.id for one in library.tags() if one.path == "forecast"]
    uses = [use for tag in tags for use in library.tagged(tag)]
    return sorted(use.passage.quote for use in uses if hasattr(use, "passage"))


def test_claims_with_a_number_of_years_are_proposed_and_tagged_with_one_undo(
    window: Window, mines: Article, library: Library, qtbot: QtBot
) -> None:
    dialog = ask(window, qtbot)
    years = [
        "A mine takes 7 years to open",
        "A secure supply chain could take 10 to 20 years to build",
    ]
    assert sorted(claims(dialog)) == years
    assert tagged(library) == []
    assert dialog.give_button.text() == "Tag 2 Claims"
    dialog.give_button.click()
    assert tagged(library) == years
    assert window.notice.text() == "Tagged 2 claims."
    window.actions_["undo"].trigger()
    assert tagged(library) == []


def test_it_is_told_how_far_the_looking_is(
    window: Window, mines: Article, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.search.rule.STEP", 1)
    told: list[str] = []
    show = RuleDialog._tell_far

    def tell(dialog: RuleDialog, done: int, total: int) -> None:
        show(dialog, done, total)
        told.append(dialog.told.text())

    monkeypatch.setattr(RuleDialog, "_tell_far", tell)
    ask(window, qtbot).reject()
    assert any(one.startswith("Looking… ") and one.endswith(" claims") for one in told)


def test_what_is_not_ticked_is_left(
    window: Window, mines: Article, library: Library, qtbot: QtBot
) -> None:
    dialog = ask(window, qtbot, words="mine", kind="")
    assert len(claims(dialog)) == 3
    dialog.list.setCurrentIndex(dialog.rows.index(0))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.give_button.click()
    assert len(tagged(library)) == 2


def test_a_rule_is_kept_and_proposes_nothing_twice(
    window: Window, mines: Article, library: Library, qtbot: QtBot
) -> None:
    ask(window, qtbot).give_button.click()
    assert load().rules == ['["", "duration", "forecast"]']
    dialog = ask(window, qtbot)
    assert dialog.before.itemText(0) == "duration → forecast"
    assert claims(dialog) == []
    assert dialog.told.text() == "No claim matches, or all that do are marked like this already."
    dialog.reject()


def test_what_another_rule_was_about_to_propose_never_comes(
    window: Window, mines: Article, qtbot: QtBot
) -> None:
    dialog = ask(window, qtbot)
    dialog.look_button.click()
    QTest.keyClicks(dialog.words, "x")
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert claims(dialog) == []
    assert not dialog.give_button.isEnabled()


def test_a_rule_without_a_tag_is_not_begun(window: Window, mines: Article) -> None:
    window.actions_["tag_by_rule"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RuleDialog)
    dialog.look_button.click()
    assert dialog.told.text() == "Say which claims, and a tag or a colour."
    dialog.reject()


def test_what_was_proposed_by_another_rule_is_not_tagged(
    window: Window, mines: Article, library: Library, qtbot: QtBot
) -> None:
    dialog = ask(window, qtbot)
    QTest.keyClicks(dialog.words, "mine")
    assert claims(dialog) == []
    assert not dialog.give_button.isEnabled()
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: claims(dialog) == ["A mine takes 7 years to open"])
    assert tagged(library) == []
    dialog.reject()


def test_a_rule_gives_a_colour_with_a_tag_or_alone_and_not_twice(
    window: Window, mines: Article, library: Library, qtbot: QtBot
) -> None:
    dialog = ask(window, qtbot)
    dialog.colour.setCurrentIndex(dialog.colour.findData("red"))
    dialog.tag.clear()
    dialog.look_button.click()
    qtbot.waitUntil(lambda: dialog.give_button.text() == "Colour 2 Claims")
    dialog.give_button.click()
    (mark,) = library.annotated(mines.id).placed
    assert (mark.highlight.colour, mark.highlight.tags) == (Colour.RED, ())
    assert json.loads(load().rules[-1]) == ["", "duration", "", "red"]

    dialog = ask(window, qtbot)
    assert dialog.before.itemText(0) == "duration → Red"
    dialog.colour.setCurrentIndex(dialog.colour.findData("blue"))
    dialog.look_button.click()
    qtbot.waitUntil(lambda: dialog.give_button.text() == "Tag 2 Claims")
    dialog.give_button.click()
    (mark,) = library.annotated(mines.id).placed
    assert mark.highlight.colour is Colour.BLUE
    assert len(tagged(library)) == 2
    window.actions_["undo"].trigger()
    (mark,) = library.annotated(mines.id).placed
    assert (mark.highlight.colour, mark.highlight.tags) == (Colour.RED, ())

    dialog = ask(window, qtbot)
    dialog.colour.setCurrentIndex(dialog.colour.findData("red"))
    dialog.tag.clear()
    dialog.look_button.click()
    qtbot.waitUntil(lambda: dialog.told.text().startswith("No claim matches"))
    dialog.reject()


@pytest.fixture
def form(window: Window, mines: Article, library: Library) -> RuleDialog:
    """The dialog over a library with tags, of which "outlook" was given last."""
    first, second = library.annotated(mines.id).article.edition.nodes[1:3]
    for node, path in ((first, "claim/figure"), (second, "claim/outlook")):
        passage = describe(mines, node.position, 0, len(node.text))
        window.desk.tag(window.desk.highlight(passage, Colour.GREEN) or "", path)
    figure = next(tag for tag in library.tags() if tag.name == "figure")
    library.commit(vocabulary.describe(figure, zh="数字"))
    window.desk.look_again()
    window.actions_["tag_by_rule"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RuleDialog)
    dialog.tag.setFocus()
    return dialog


def offers(form: RuleDialog) -> list[str]:
    rows = form.tag.offers.offers
    return [str(rows.index(n).data()) for n in range(rows.rowCount())]


def test_the_tag_of_a_rule_is_completed_and_stays_to_be_looked_for(
    form: RuleDialog, window: Window
) -> None:
    QTest.keyClicks(form.tag, "cl/o")
    assert offers(form) == ["claim/outlook", "New tag “cl/o”"]
    QTest.keyClick(form.tag, Qt.Key.Key_Down)
    QTest.keyClick(form.tag, Qt.Key.Key_Return)
    assert form.tag.text() == "claim/outlook"
    assert not form.tag.offers.isVisible()
    assert form.told.text() == SHOWN_HERE, "Enter chose the row, and nothing else"
    QTest.keyClick(form.tag, Qt.Key.Key_Return)
    assert form.told.text() == "Say which claims, and a tag or a colour."
    form.reject()


def test_a_tag_is_found_in_the_other_language(form: RuleDialog) -> None:
    form.tag.setText("数字")
    assert form.rule().tag == "claim/figure"
    QTest.keyClicks(form.tag, " ")
    QTest.keyClick(form.tag, Qt.Key.Key_Backspace)
    assert offers(form)[0] == "claim/figure"
    QTest.keyClick(form.tag, Qt.Key.Key_Return)
    assert form.tag.text() == "claim/figure"
    form.reject()


def test_the_tag_given_last_comes_first(form: RuleDialog) -> None:
    QTest.keyClick(form.tag, Qt.Key.Key_Down)
    assert offers(form)[:2] == ["claim/outlook", "claim/figure"]
    form.reject()


def test_escape_puts_the_offers_away_first_and_then_the_dialog(form: RuleDialog) -> None:
    QTest.keyClicks(form.tag, "fig")
    assert form.tag.offers.isVisible()
    QTest.keyClick(form.tag, Qt.Key.Key_Escape)
    assert (form.isVisible(), form.tag.offers.isVisible()) == (True, False)
    assert form.tag.text() == "fig"
    QTest.keyClick(form.tag, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_a_chosen_tag_asks_for_the_claims_anew(form: RuleDialog, qtbot: QtBot) -> None:
    form.kind.setCurrentIndex(form.kind.findData("duration"))
    form.tag.setText("other")
    form.look_button.click()
    qtbot.waitUntil(lambda: form.rows.rowCount() > 0)
    form.tag.clear()
    QTest.keyClick(form.tag, Qt.Key.Key_Down)
    QTest.mouseClick(form.tag.offers.viewport(), Qt.MouseButton.LeftButton)
    assert form.rows.rowCount() == 0
    form.reject()


def test_enter_in_the_tag_of_a_rule_shows_its_claims_and_then_tags_them(
    form: RuleDialog, library: Library, qtbot: QtBot
) -> None:
    form.kind.setCurrentIndex(form.kind.findData("duration"))
    QTest.keyClicks(form.tag, "forecast")
    QTest.keyClick(form.tag, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.rows.rowCount() > 0)
    assert tagged(library) == []
    QTest.keyClick(form.tag, Qt.Key.Key_Return)
    assert len(tagged(library)) == 2
