"""Going about in the window: keys, search, what is read, and what stays after it is closed."""

from pathlib import Path
from runpy import run_path
from typing import TypeAlias

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.library import Library
from core.model import Article, Card
from core.settings import load
from gui import commands as every
from gui import theme
from gui.commands import commands
from gui.look import sizing
from gui.window import Window
from tests.given import made
from tests.gui.conftest import Fill
from tests.gui.mouse import drag
from tests.gui.searched import heads, search, settle
from tests.gui.window.conftest import Answers, Open, settings_of_anna

Key: TypeAlias = Qt.Key
Modifier: TypeAlias = Qt.KeyboardModifier
CONTROL = Modifier.ControlModifier


def key(window: Window, code: Key, modifier: Modifier = Modifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, code, modifier)


def compose(field: QWidget, text: str) -> None:
    """Write with an input method, as Chinese is written."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def titles(window: Window) -> list[str]:
    model = window.articles.list.articles
    return [model.index(row).data() for row in range(model.rowCount())]


def test_every_command_has_words(window: Window) -> None:
    assert all(window.actions_[command.name].text() for command in commands())


def test_no_two_commands_share_a_key() -> None:
    keys = [each for command in commands() for each in command.keys]
    assert len(keys) == len(set(keys))


def test_a_mac_keeps_the_keys_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    there = run_path(every.__file__)
    keys = [key for command in there["commands"]() for key in command.keys]
    assert not {"Ctrl+H", "F11", "Alt+Left", "Alt+Right"} & set(keys)
    assert "Backspace" in keys, "which is called delete there"
    assert len(keys) == len(set(keys)), "no key is of two commands"


def test_j_and_k_go_from_claim_to_claim_and_on_to_the_next_article(window: Window) -> None:
    view, first = window.insights.view, window.articles.current()
    key(window, Key.Key_K)
    assert view.position() == 1
    key(window, Key.Key_J)
    assert view.position() == 2
    key(window, Key.Key_J)
    assert window.articles.current() != first
    assert view.annotated is not None
    assert view.annotated.article.id == window.articles.current()
    key(window, Key.Key_K)
    assert (window.articles.current(), view.position()) == (first, 2), "as K undoes J everywhere"


def selected(window: Window) -> list[Card]:
    return window.desk.reader.cards(window.articles.selected_rows())


def test_letters_are_commands_in_the_list_too(window: Window, library: Library) -> None:
    window.articles.list.setFocus()
    key(window, Key.Key_H)
    assert [one.highlights for one in selected(window)] == [1]


@pytest.mark.parametrize("letter", [Key.Key_A, Key.Key_G, Key.Key_U])
def test_a_letter_that_is_no_command_goes_nowhere(window: Window, letter: Key) -> None:
    window.shelving.fill()
    assert window.shelving.bar is not None
    for rows in (window.insights.view, window.shelving.bar.view):
        rows.setFocus()
        before = rows.currentIndex()
        key(window, letter, Modifier.ShiftModifier)
        assert rows.currentIndex() == before


def test_letters_are_letters_while_one_writes(window: Window, library: Library) -> None:
    key(window, Key.Key_Slash)
    assert QApplication.focusWidget() is window.articles.search
    QTest.keyClicks(window.articles.search, "h u1 /!")
    assert window.articles.search.text() == "h u1 /!"
    assert library.undoable() is not None
    assert library.undoable().name == "import"  # type: ignore[union-attr]


def test_an_input_method_left_on_swallows_no_key(window: Window, library: Library) -> None:
    for widget in (window.insights.view, window.articles.list):
        widget.setFocus()
        assert not widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        assert not widget.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
        event = QInputMethodEvent("h", [])
        QApplication.sendEvent(widget, event)
    key(window, Key.Key_H)
    assert library.undoable().name == "highlight"  # type: ignore[union-attr]


def test_the_list_gives_way_to_what_is_searched(window: Window, qtbot: QtBot) -> None:
    assert len(titles(window)) == 4
    compose(window.articles.search, "稀土")
    settle(window.articles, qtbot)
    assert heads(window.articles) == ["中国稀土替代品要找多久"]
    assert not window.articles.list.isVisible()
    QTest.keyClick(window.articles.search, Key.Key_Escape)
    assert len(titles(window)) == 4
    assert window.articles.list.isVisible()


def test_space_marks_as_read_and_goes_on(
    window: Window, library: Library, article: Article
) -> None:
    key(window, Key.Key_Space)
    assert library.annotated(article.id).read
    assert window.articles.current() != article.id
    key(window, Key.Key_Z, CONTROL)
    assert not library.annotated(article.id).read


def test_space_presses_the_button_that_has_the_focus(
    window: Window, library: Library, article: Article
) -> None:
    key(window, Key.Key_H)
    (mark,) = library.annotated(article.id).placed
    stances = window.inspector.detail().stances
    doubt = next(b for b in stances.buttons.values() if "Doubt" in b.text())
    doubt.setFocus()
    QTest.keyClick(doubt, Key.Key_Space)
    assert library.highlight(mark.highlight.id).stance.value == "doubt"
    assert not library.annotated(article.id).read


def test_the_article_after_one_taken_away_is_chosen(window: Window, library: Library) -> None:
    window.articles.list.setFocus()
    key(window, Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert [card.id for card in selected(window)] == [window.articles.current()]
    key(window, Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert library.count() == 2


def test_m_turns_several_articles_at_once(window: Window, library: Library) -> None:
    window.articles.list.setFocus()
    window.articles.list.selectAll()
    key(window, Key.Key_M)
    assert all(card.read for card in selected(window))
    assert window.notice.text() == "Marked 4 articles as read."


def test_what_is_taken_away_is_gone_and_comes_back(
    window: Window, library: Library, article: Article
) -> None:
    key(window, Key.Key_Backspace, CONTROL)
    assert article.title not in titles(window)
    assert window.insights.view.annotated is not None
    assert window.insights.view.annotated.article.id != article.id
    key(window, Key.Key_Z, CONTROL)
    assert article.title in titles(window)


def test_a_menu_opens_over_the_list(window: Window, library: Library, article: Article) -> None:
    window.articles.menu_asked.emit([article.id], window.mapToGlobal(window.rect().center()))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    reading, own = (
        ["Read", "Open the Original…", "Mark as Read or Unread", "Tag…"],
        ["Export Markdown…", "Take Article Away"],
    )
    assert words == reading + own
    menu.close()


def test_copying_takes_the_words_the_highlight_or_the_claim(
    window: Window, article: Article, span: tuple[int, int]
) -> None:
    board = QGuiApplication.clipboard()
    key(window, Key.Key_C, CONTROL)
    assert board.text() == article.edition.nodes[2].text
    drag(window.insights.view, 2, *span)
    key(window, Key.Key_C, CONTROL)
    assert board.text() == "10 to 20 years"
    key(window, Key.Key_H)
    key(window, Key.Key_C, CONTROL | Modifier.ShiftModifier)
    assert board.text() == (
        "“10 to 20 years” [2] (中国稀土替代品要找多久, Guan Cha Zhe Wang, 2025-11-09 04:46)"
    )


def test_copying_in_a_field_or_a_label_takes_what_is_selected_there(window: Window) -> None:
    board = QGuiApplication.clipboard()
    window.articles.search.setFocus()
    compose(window.articles.search, "稀土")
    window.articles.search.selectAll()
    key(window, Key.Key_C, CONTROL)
    assert board.text() == "稀土"
    title = window.insights.heading.title
    aim, left = title.aim(), Qt.MouseButton.LeftButton
    assert aim is not None
    words = aim.words_at(0, 2)
    QTest.mousePress(title, left, pos=title.mapFromGlobal(words.bottomLeft()))
    QTest.mousePress(title, left, Modifier.ShiftModifier, title.mapFromGlobal(words.bottomRight()))
    key(window, Key.Key_C, CONTROL)
    assert board.text() == "中国"
    byline = next(one for one in window.findChildren(QLabel) if "time" in one.accessibleName())
    QTest.mouseDClick(byline, left)
    byline.setFocus()
    key(window, Key.Key_C, CONTROL)
    assert board.text() == byline.text()
    assert board.text().startswith("观察者网")


def test_escape_lets_go_of_words_and_of_the_highlight(
    window: Window, span: tuple[int, int]
) -> None:
    drag(window.insights.view, 2, *span)
    key(window, Key.Key_H)
    drag(window.insights.view, 2, 0, 8)
    key(window, Key.Key_Escape)
    assert not window.insights.view.has_words()
    key(window, Key.Key_Escape)
    assert window.inspector.current() is None


def test_the_theme_in_force_is_ticked_and_kept(window: Window) -> None:
    before = window.grab().toImage()
    window.actions_["dark"].trigger()
    assert theme.is_dark()
    assert window.actions_["dark"].isChecked()
    assert load().theme == "dark"
    assert window.grab().toImage() != before
    window.actions_["light"].trigger()
    assert not theme.is_dark()


def test_f1_shows_the_keys_and_ctrl_h_the_history(window: Window) -> None:
    for code, modifier, title in (
        (Key.Key_F1, Modifier.NoModifier, "Keys"),
        (Key.Key_H, CONTROL, "History"),
    ):
        QTest.keyClick(window.insights.view, code, modifier)
        shown = [one for one in QApplication.topLevelWidgets() if one.windowTitle() == title]
        assert [one.isVisible() for one in shown] == [True]
        shown[0].close()


def test_history_undoes_back_to_a_deed(window: Window, library: Library, article: Article) -> None:
    key(window, Key.Key_H)
    key(window, Key.Key_2)
    seq = next(past.seq for past in library.history() if past.name == "highlight")
    window.turning.undo_to(seq)
    assert library.annotated(article.id).placed == ()
    assert library.undoable().name == "import"  # type: ignore[union-attr]


def test_all_is_where_it_was_after_closing(
    window: Window, open_window: Open, library: Library, article: Article
) -> None:
    key(window, Key.Key_Plus, CONTROL)
    size = sizing.percent()
    window.split.want([150, 280, 340])
    sizes = window.split.sizes()
    window.close()
    again = open_window(library, load())
    assert again.articles.current() == article.id
    assert again.insights.view.position() == 2
    assert sizing.percent() == size > sizing.USUAL
    assert again.split.sizes() == sizes


def test_a_hidden_inspector_stays_hidden(
    window: Window, open_window: Open, library: Library
) -> None:
    key(window, Key.Key_F9)
    window.close()
    again = open_window(library)
    assert not again.inspector.isVisible()
    QTest.keyClick(again.insights.view, Key.Key_F9)
    assert again.inspector.isVisible()


def test_text_grows_and_shrinks_within_reason(window: Window) -> None:
    usual = window.font().pointSizeF()
    for _ in range(12):
        key(window, Key.Key_Plus, CONTROL)
    assert window.font().pointSizeF() == pytest.approx(2 * usual)
    for _ in range(12):
        key(window, Key.Key_Minus, CONTROL)
    assert window.font().pointSizeF() == pytest.approx(0.8 * usual)
    key(window, Key.Key_0, CONTROL)
    assert window.font().pointSizeF() == pytest.approx(usual)


def test_every_control_has_a_name(window: Window) -> None:
    key(window, Key.Key_H)
    unnamed = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not isinstance(widget, QToolButton)
        and not widget.objectName().startswith("qt_")
    ]
    assert unnamed == []
    buttons = [one for one in window.findChildren(QToolButton) if one.isVisible()]
    assert [one for one in buttons if not (one.accessibleName() or one.text())] == []


def test_an_empty_library_welcomes_and_the_first_article_takes_its_place(
    open_window: Open, library: Library, rare_earths: Article
) -> None:
    window = open_window(library)
    assert "Open the Sample Library" in shown_words(window)
    assert not window.inspector.isVisible()
    window.desk.add([rare_earths])
    assert window.insights.isVisible()
    assert window.inspector.isVisible()
    window.actions_["undo"].trigger()
    assert "Open the Sample Library" in shown_words(window)


def shown_words(window: Window) -> str:
    from PySide6.QtWidgets import QPushButton

    buttons = [one for one in window.findChildren(QPushButton) if one.isVisible()]
    return " ".join(one.accessibleName() for one in buttons)


def test_with_nothing_to_act_upon_every_command_stays_calm(
    open_window: Open, library: Library
) -> None:
    window = open_window(library)
    asks = {"quit", "open_library", "import_files", "export", "add_sample", "paste", "history"}
    asks |= {"tour"}  # which adds the sample articles, too
    for command in commands():
        if command.name not in asks | {"keys"}:
            window.actions_[command.name].trigger()
    assert library.count() == 0
    assert isinstance(window.ask, Answers)
    assert window.ask.shown_about == 1


def test_another_library_is_asked_for_and_told(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    assert isinstance(window.ask, Answers)
    window.ask.library = tmp_path / "other.meipi"
    with qtbot.waitSignal(window.deeds.library_asked) as heard:
        window.actions_["open_library"].trigger()
    assert heard.args == [tmp_path / "other.meipi"]


def test_a_thousand_articles_scroll_and_search(
    open_window: Open, library: Library, fill: Fill, qtbot: QtBot
) -> None:
    fill(1000)
    window = open_window(library, settings_of_anna())
    for _ in range(30):
        window.actions_["next_article"].trigger()
    assert window.articles.list.position() == 30
    found = search(window.articles, qtbot, "copper")
    assert 0 < found.results.total < 1000
    sent = QEvent(QEvent.Type.WindowActivate)
    QApplication.sendEvent(window, sent)
    assert made("x", "y").title not in heads(window.articles)
