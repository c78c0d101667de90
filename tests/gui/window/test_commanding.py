"""Every command by a few letters of its name, and by the key that the reader gave it."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core import settings as preferences
from core.library import Library
from core.model import Article
from core.settings import Settings
from gui import tongue
from gui.commands import commands
from gui.dialogs.keys import KeysDialog
from gui.dialogs.palette import Entry, Palette, ranked
from gui.dialogs.tags import TagsDialog
from gui.verbs.known import known
from gui.window import Window
from tests.given import ANNA
from tests.gui.over import is_anything_over, shown_over
from tests.gui.window.conftest import Open

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def palette(window: Window) -> Palette:
    QTest.keyClick(window.insights.view, Key.Key_K, CTRL)
    return shown_over(Palette)


@pytest.fixture
def sheet(qtbot: QtBot, window: Window) -> KeysDialog:
    """The sheet of keys, opened by its own."""
    QTest.keyClick(window.insights.view, Key.Key_F1)
    dialog = next(one for one in window.findChildren(KeysDialog) if one.isVisible())
    step_to(qtbot, dialog)
    return dialog


def step_to(qtbot: QtBot, window: QWidget) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def shown(popup: Palette) -> list[str]:
    model = popup.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def begin(dialog: KeysDialog, words: str) -> None:
    """Look a command up and press Enter on it."""
    dialog.search.setText(words)
    dialog.list.setCurrentIndex(dialog.list.model().index(1, 0))
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Key.Key_Return)
    assert dialog.field.isVisible()


# The palette


def test_a_command_is_done_by_a_few_letters_of_its_name(window, library, article):
    popup = palette(window)
    QTest.keyClicks(popup.field, "highl")
    QTest.keyClick(popup.field, Key.Key_Return)
    assert len(library.annotated(article.id).placed) == 1
    assert not window.findChildren(Palette) or not popup.isVisible()


def test_esc_leaves_everything_as_it_was(window, library, article):
    popup = palette(window)
    QTest.keyClicks(popup.field, "highlight")
    QTest.keyClick(popup.field, Key.Key_Escape)
    assert not is_anything_over()
    assert library.annotated(article.id).placed == ()


def test_what_no_command_is_called_is_said_to_be_none(window):
    popup = palette(window)
    assert not popup.nothing.isVisible()
    QTest.keyClicks(popup.field, "qqqq")
    assert popup.nothing.isVisible()
    assert popup.nothing.text() == "No command is called that."


def test_arrows_choose_and_a_command_shows_its_menu_and_key(window):
    popup = palette(window)
    QTest.keyClicks(popup.field, "next")
    assert shown(popup)[:3] == ["Next Conflict", "Next Claim", "Next Article"]
    QTest.keyClick(popup.field, Key.Key_Down)
    index = popup.list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Next Claim, Article, J"
    QTest.keyClick(popup.field, Key.Key_Up)
    QTest.keyClick(popup.field, Key.Key_Up)
    assert popup.list.currentIndex().row() == len(shown(popup)) - 1


@pytest.mark.parametrize("typed", ["theme dark", "dark view", "主题 dark", "zhuti shense"])
def test_a_command_is_found_by_the_menus_that_it_stands_in(window, typed):
    popup = palette(window)
    popup.field.setText(typed)
    assert shown(popup)[0] == "Dark"
    spoken = popup.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Dark, View › Theme"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("restore", "Backups"),
        ("恢复", "Backups"),
        ("settings", "Preferences"),
        ("split", "Open Beside"),
        ("night", "Dark"),
        ("mark code", "Tag"),
        ("shortcuts", "Keys"),
        ("kuaijiejian", "Keys"),
    ],
)
def test_a_command_is_found_by_what_other_programs_call_it(window, typed, first):
    popup = palette(window)
    popup.field.setText(typed)
    assert first in shown(popup)[:4]
    for words in ("check", "tags"):
        popup.field.setText(words)
        assert words.capitalize() in shown(popup)[0], "Its own name comes first."


def test_only_commands_and_their_groups_have_other_names():
    assert known().keys() <= {name for one in commands() for name in (one.name, one.group)}


def below(popup: Palette) -> int:
    """Measure what is left of a palette below its last row."""
    popup.list.viewport().update()
    last = popup.list.visualRect(popup.list.model().index(popup.list.model().rowCount() - 1, 0))
    return popup.height() - popup.list.viewport().mapTo(popup, last.bottomLeft()).y()


def test_the_palette_is_as_high_as_what_it_has(window: Window) -> None:
    popup = palette(window)
    whole, top = popup.height(), popup.y()
    popup.field.setText("highlight")
    assert 1 < popup.list.model().rowCount() < 11
    few, edge = popup.height(), below(popup)
    popup.field.setText("take the tour")
    assert popup.list.model().rowCount() == 1
    assert popup.height() < few < whole
    popup.field.setText("no such command")
    assert popup.nothing.isVisible()
    assert popup.nothing.geometry().bottom() < popup.list.height()
    popup.field.clear()
    assert (popup.height(), popup.y()) == (whole, top)
    assert edge < 20
    popup.close()


def test_what_cannot_be_done_now_stands_last_and_does_nothing(window):
    popup = palette(window)
    popup.field.setText("redo")
    assert shown(popup)[0] == "Redo"
    QTest.keyClick(popup.field, Key.Key_Return)
    assert popup.isVisible()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("em", "Export Markdown"),
        ("mark export", "Export Markdown"),
        ("exp", "Export Markdown"),
        ("exma", "Export Markdown"),
        ("remove", "Remove Highlight"),
        ("view dark", "Dark"),
    ],
)
def test_letters_initials_and_words_in_any_order_find_a_command(typed, first):
    entries = [
        Entry("x", "Next Example"),
        Entry("export", "Export Markdown", "File"),
        Entry("remove", "Remove Highlight", "Mark"),
        Entry("dark", "Dark", "View"),
    ]
    assert ranked(typed, entries)[0].words == first


def test_letters_that_are_in_no_command_find_nothing():
    assert ranked("qqq", [Entry("export", "Export Markdown")]) == []


EXPORT = Entry("export", "Export Markdown", also=("导出 Markdown", "dao chu Markdown"))
DARK = Entry("dark", "Dark", also=("深色", "shen se"))


@pytest.mark.parametrize(("typed", "first"), [("导出", EXPORT), ("dc", EXPORT), ("shense", DARK)])
def test_a_command_is_found_in_the_other_language_and_by_pinyin(typed, first):
    assert ranked(typed, [DARK, EXPORT])[0] is first


def test_the_language_of_the_window_comes_first():
    assert ranked("da", [EXPORT, DARK]) == [DARK, EXPORT]


def test_the_palette_stays_in_a_window_that_becomes_smaller(window: Window, qtbot: QtBot) -> None:
    popup = palette(window)
    QTest.keyClicks(popup.field, "tag")
    window.resize(window.minimumSizeHint().width(), 400)
    qtbot.waitUntil(lambda: window.rect().contains(popup.geometry()))
    assert abs(popup.geometry().center().x() - window.rect().center().x()) <= 1
    assert (popup.field.text(), popup.field.hasFocus()) == ("tag", True)


def test_the_palette_knows_both_languages(window: Window):
    popup = palette(window)
    for typed in ("高亮", "gl", "highlight"):
        popup.field.setText(typed)
        one = popup.list.model().entry(0)  # type: ignore[attr-defined]
        assert one.name == "highlight"
    popup.close()


# The sheet of keys


def test_a_command_hears_the_key_it_was_given_and_its_own_no_more(
    qtbot, window, sheet, library, article
):
    begin(sheet, "mark highlight")
    QTest.keyClick(sheet.field, Key.Key_J, CTRL)
    assert sheet.list.currentIndex().data() == "Highlight", "and its row is where one stands"
    sheet.close()
    step_to(qtbot, window)
    window.insights.view.setFocus()
    QTest.keyClick(window.insights.view, Key.Key_H)
    assert library.annotated(article.id).placed == ()
    QTest.keyClick(window.insights.view, Key.Key_J, CTRL)
    assert len(library.annotated(article.id).placed) == 1
    assert json.loads(preferences.path().read_text("utf-8"))["keys"] == {"highlight": ["Ctrl+J"]}


def test_a_key_given_is_there_after_a_restart(open_window, library: Library, article: Article):
    settings = Settings(author=ANNA.id, theme="light", keys={"highlight": ["Ctrl+J"]})
    preferences.save(settings)
    window = open_window(library, preferences.load())
    window.articles.choose(article.id)
    window.insights.view.go_to(2)
    QTest.keyClick(window.insights.view, Key.Key_J, CTRL)
    assert len(library.annotated(article.id).placed) == 1


def test_a_key_given_stays_the_readers_where_a_new_command_would_have_it(
    open_window, library: Library, article: Article
):
    settings = Settings(author=ANNA.id, theme="light", keys={"highlight": ["J"]})
    window = open_window(library, settings)
    window.articles.choose(article.id)
    window.insights.view.go_to(2)
    QTest.keyClick(window.insights.view, Key.Key_J)
    assert len(library.annotated(article.id).placed) == 1
    assert window.insights.view.position() == 2, "it no longer goes to the next claim"


def test_what_no_command_is_called_is_said_in_the_sheet_too(window, sheet):
    assert not sheet.none.isVisible()
    sheet.search.setText("zzz")
    assert sheet.none.isVisible()
    sheet.search.setText("highlight")
    assert not sheet.none.isVisible()


def test_the_key_of_another_command_is_refused_by_its_name(window, sheet):
    begin(sheet, "mark highlight h")
    QTest.keyClick(sheet.field, Key.Key_T)
    assert sheet.trouble.text().startswith("T is the key of “Tag”.")
    assert window.actions_["highlight"].shortcut().toString() == "H"
    QTest.keyClick(sheet.field, Key.Key_Tab)
    assert "is needed" in sheet.trouble.text()
    QTest.keyClick(sheet.field, Key.Key_Escape)
    assert sheet.isVisible()
    assert not sheet.field.isVisible()


def test_a_sign_is_taken_without_the_shift_it_needs(window, sheet):
    begin(sheet, "mark agree")
    QTest.keyClick(sheet.field, Key.Key_Ampersand, Qt.KeyboardModifier.ShiftModifier)
    keys = [one.toString() for one in window.actions_["agree"].shortcuts()]
    assert keys == ["&", "Shift+&"]


def test_down_leads_from_the_words_to_the_commands_found(window, sheet):
    QTest.keyClicks(sheet.search, "highl")
    QTest.keyClick(sheet.search, Qt.Key.Key_Down)
    assert sheet.list.hasFocus()
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert "“Highlight”" in sheet.hint.text()


def test_the_usual_key_comes_back(window, sheet):
    begin(sheet, "mark highlight h")
    QTest.keyClick(sheet.field, Key.Key_G)
    begin(sheet, "mark highlight g")
    sheet.usual.click()
    assert window.actions_["highlight"].shortcut().toString() == "H"
    assert "keys" not in json.loads(preferences.path().read_text("utf-8"))


def test_a_command_without_a_key_can_be_given_one(window, sheet):
    begin(sheet, "backups")
    QTest.keyClick(sheet.field, Key.Key_B, CTRL)
    assert window.actions_["backups"].shortcut().toString() == "Ctrl+B"


def test_keys_that_are_none_are_read_as_no_preference(window):
    preferences.path().write_text('{"keys": {"highlight": "H", "undo": [3, "F2"], "x": null}}')
    assert preferences.load().keys == {"undo": ["F2"]}


# The menus


def test_every_menu_fits_on_a_small_screen(window):
    heights = [action.menu().sizeHint().height() for action in window.menuBar().actions()]
    assert max(heights) < 700


def test_a_mac_moves_three_commands_to_its_own_menu_and_no_other(window: Window) -> None:
    roles = {one.name: window.actions_[one.name].menuRole() for one in commands()}
    moved = {name for name, role in roles.items() if role is not QAction.MenuRole.NoRole}
    assert moved == {"preferences", "about", "quit"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_alt_and_a_letter_open_each_menu(
    open_window: Open, library: Library, qapp: QApplication, language: str
) -> None:
    tongue.wear(qapp, language)
    window = open_window(library)
    tongue.wear(qapp, "en")
    letters = [QKeySequence.mnemonic(one.text()) for one in window.menuBar().actions()]
    assert [one.toString() for one in letters] == [f"Alt+{letter}" for letter in "FEMTWAVH"]


def test_what_says_how_chinese_is_shown_stands_in_one_menu(window):
    view = next(one.menu() for one in window.menuBar().actions() if one.text() == "&View")
    chinese = next(one.menu() for one in view.actions() if one.text() == "Chinese")
    names = [one.objectName() for one in chinese.actions()]
    assert names == [
        *("show_pinyin", "show_space", ""),
        *("script_written", "script_simplified", "script_traditional"),
    ]


#: What Shift makes of a key where English is written.
SHIFTED = dict(zip("1234567890-=[];',./", '!@#$%^&*()_+{}:"<>?', strict=True))


def test_no_key_of_an_english_keyboard_asks_for_two_commands(window: Window) -> None:
    asked = dict[str, set[str]]()
    for command in commands():
        for keys in window.actions_[command.name].shortcuts():
            sign = keys.toString().removeprefix("Shift+")
            pressed = keys.toString()
            if pressed.startswith("Shift+"):
                pressed = SHIFTED.get(sign, sign if sign in SHIFTED.values() else pressed)
            asked.setdefault(pressed, set()).add(command.name)
    assert [names for names in asked.values() if len(names) > 1] == []


def test_what_invites_to_a_command_names_the_key_that_the_reader_gave_it(
    library: Library, article: Article, open_window: Open
):
    keys = {"highlight": ["Ctrl+J"], "tag": ["X"], "show_ledger": ["Ctrl+L"], "find": []}
    window = open_window(library, Settings(author=ANNA.id, theme="light", keys=keys))
    window.articles.choose(article.id)
    window.actions_["tags"].trigger()
    window.actions_["show_ledger"].trigger()
    tags = next(one for one in window.findChildren(TagsDialog) if one.isVisible())
    ledger = window.bookkeeping.pane
    assert ledger
    assert window.inspector.page.hint.text().endswith("press Ctrl+J to highlight them.")
    assert tags.none.text().endswith("press X to give it one.")
    assert ledger.head.close_button.toolTip() == "Close the ledger (Ctrl+L)"
    assert "press Finding: say" in ledger.empty.text()
