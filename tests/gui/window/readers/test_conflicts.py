"""Two versions of one thing: shown side by side, and settled in one deed."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core import annotate
from core.change import Change, Edit, Record
from core.library import Library
from core.model import Article, Colour, Tag
from gui.dialogs.report import Report
from gui.dialogs.settling import SettleDialog
from gui.highlights.versions import Versions
from gui.window import Window
from tests.given import ANNA, BEN
from tests.gui.mouse import point
from tests.gui.window.readers.conftest import look, mark, press

Key: TypeAlias = Qt.Key
LEFT = Qt.MouseButton.LeftButton
Spoken = Qt.ItemDataRole.AccessibleTextRole


def versions(window: Window) -> Versions:
    return window.inspector.detail().versions


def test_what_is_contested_is_marked_in_tree_list_and_articles(reading, contested: str) -> None:
    window = reading()
    assert window.insights.view._rows.row(2).contested == (contested,)
    tree = window.insights.view.model()
    assert "two versions" in tree.at(2).data(Spoken)
    rows = window.inspector.page.list.marks
    assert "two versions" in rows.index(0).data(Spoken)
    card = window.articles.list.currentIndex()
    assert "two versions" in card.data(Spoken)


def test_both_versions_are_shown_with_who_said_them(reading, contested: str) -> None:
    window = reading()
    window.choose_highlight(contested)
    shown = versions(window)
    assert shown.isVisible()
    assert [field.conflict.field for field in shown.fields] == ["note", "colour"]
    note = shown.fields[0].versions
    assert [one.text.toPlainText() for one in note] == ["his note", "her note"]
    assert note[0].signed.text().startswith("Ben · shown now")
    assert note[1].signed.text().startswith("Anna")
    assert [set_apart(one.text) for one in note] == ["his", "her"]
    assert not window.inspector.detail().note.isVisible()


def set_apart(text: QTextEdit) -> str:
    """Give the words that are underlined in a version."""
    text.moveCursor(QTextCursor.MoveOperation.Start)
    cursor, found = text.textCursor(), ""
    while cursor.movePosition(QTextCursor.MoveOperation.Right):
        if cursor.charFormat().fontUnderline():
            found += text.toPlainText()[cursor.position() - 1]
    return found


@pytest.mark.parametrize(("which", "kept"), [(0, "his note"), (1, "her note")])
def test_keep_this_settles_in_one_deed_and_undo_brings_both_back(
    reading, library: Library, contested: str, which: int, kept: str
) -> None:
    window = reading()
    window.choose_highlight(contested)
    deeds = len(library.history())
    QTest.mouseClick(versions(window).fields[0].versions[which].keep, LEFT)
    assert library.highlight(contested).note == kept
    assert [one.field for one in library.conflicts(contested)] == ["colour"]
    assert len(library.history()) == deeds + 1
    assert [field.conflict.field for field in versions(window).fields] == ["colour"]
    assert window.inspector.detail().note.isVisible()
    assert window.inspector.detail().note.editor.toPlainText() == kept
    window.actions_["undo"].trigger()
    assert len(library.conflicts(contested)) == 2
    assert [field.conflict.field for field in versions(window).fields] == ["note", "colour"]


def test_keep_both_puts_the_notes_under_one_another(
    reading, library: Library, contested: str
) -> None:
    window = reading()
    window.choose_highlight(contested)
    QTest.mouseClick(versions(window).fields[0].both, LEFT)
    assert library.highlight(contested).note == "her note\n\nhis note"


def test_a_third_text_is_written_in_the_panel_and_kept(
    reading, library: Library, contested: str
) -> None:
    window = reading()
    window.choose_highlight(contested)
    window.insights.view.setFocus()
    press(window, Key.Key_N)
    field = versions(window).fields[0]
    assert QApplication.focusWidget() is field.editor
    field.editor.selectAll()
    QTest.keyClicks(field.editor, "a third")
    assert window.inspector.has_unkept()
    assert library.highlight(contested).note == "his note"
    assert len(library.conflicts(contested)) == 2
    QTest.mouseClick(field.keep, LEFT)
    assert library.highlight(contested).note == "a third"
    assert not window.inspector.has_unkept()


def test_a_third_text_waits_while_the_reader_looks_elsewhere(
    reading, library: Library, article: Article, contested: str
) -> None:
    other = mark(library, article, "separated oxides")
    window = reading()
    window.choose_highlight(contested)
    versions(window).write("note")
    versions(window).fields[0].editor.setPlainText("half a thought")
    window.choose_highlight(other)
    assert not versions(window).isVisible()
    assert window.inspector.has_unkept()
    assert window.inspector.unkept_texts() == ["half a thought"]
    window.choose_highlight(contested)
    assert versions(window).fields[0].editor.toPlainText() == "half a thought"


def test_a_note_being_typed_when_a_merge_comes_is_written_on_beside_both(
    reading, library: Library, hear_ben, years: str, qtbot: QtBot
) -> None:
    window = reading()
    window.choose_highlight(years)
    window.inspector.focus_note()
    hear_ben(
        lambda ben: ben.commit(annotate.note(ben.highlight(years), "his note")),
        lambda anna: anna.commit(annotate.note(anna.highlight(years), "her note")),
    )
    editor = window.inspector.detail().note.editor
    editor.setPlainText("typed just now")
    window.inspector.detail().note.pause.stop()  # it must not end before the look does
    look(window, qtbot)
    assert {head.value for head in library.conflicts(years)[0].heads} == {"his note", "her note"}
    assert versions(window).fields[0].editor.toPlainText() == "typed just now"


def test_another_colour_settles_the_colours(reading, library: Library, contested: str) -> None:
    window = reading()
    window.choose_highlight(contested)
    window.insights.view.setFocus()
    press(window, Key.Key_5)
    assert library.highlight(contested).colour is Colour.PURPLE
    assert [field.conflict.field for field in versions(window).fields] == ["note"]
    window.actions_["undo"].trigger()
    assert [field.conflict.field for field in versions(window).fields] == ["note", "colour"]


def test_a_merge_in_the_open_window_shows_what_is_contested(
    reading, library: Library, hear_ben, years: str, qtbot: QtBot
) -> None:
    window = reading()
    assert not window.readers.contested.spots
    hear_ben(
        lambda ben: ben.commit(annotate.note(ben.highlight(years), "his note")),
        lambda anna: anna.commit(annotate.note(anna.highlight(years), "her note")),
    )
    window.desk.look_again()
    qtbot.waitUntil(lambda: bool(window.readers.contested.spots))
    window.choose_highlight(years)
    assert versions(window).isVisible()


def test_the_chip_in_the_tree_opens_the_versions(reading, contested: str) -> None:
    window = reading()
    view = window.insights.view
    index = view.model().at(2)
    chip = next(one for one in view._drawn.laid(index).chips if one.kind == "versions")
    at = chip.rect.center() + view._drawn.origin(view.visualRect(index).toRectF(), index)
    QTest.mouseClick(view.viewport(), LEFT, pos=at.toPoint())
    assert window.inspector.current() == contested
    assert versions(window).isVisible()


def test_f8_walks_through_all_of_the_library(
    reading, library: Library, hear_ben, years: str, qtbot: QtBot
) -> None:
    others = [card.id for card in library.cards(library.order()) if not card.highlights]
    far = mark(library, library.article(others[0]), "And more", note="far", tags=["claim"])

    def differ(note: str) -> Callable[[Library], object]:
        return lambda one: [
            one.commit(annotate.note(one.highlight(each), note)) for each in (years, far)
        ]

    hear_ben(differ("his"), differ("hers"))
    window = reading()
    window.readers.hide(frozenset({ANNA.id}))
    seen = []
    for _ in range(3):
        press(window, Key.Key_F8)
        seen.append(window.inspector.current())
    assert seen == [years, far, years]
    assert "of 2 to settle" in window.notice.text()
    for _ in range(2):
        QTest.mouseClick(versions(window).fields[0].versions[0].keep, LEFT)
        press(window, Key.Key_F8)
    assert library.contested() == ()
    assert window.notice.text() == "There is nothing to settle."


def test_f8_brings_the_keys_to_the_versions_and_settling_gives_them_back(
    reading, library: Library, contested: str, qtbot: QtBot
) -> None:
    window = reading()
    tree = window.insights.view
    tree.setFocus()
    press(window, Key.Key_F8)
    qtbot.waitUntil(versions(window).fields[1].isVisible)
    reached = []
    for _ in range(6):
        keys(Key.Key_Tab)
        reached.append(focused().accessibleName())
    assert reached == [
        *("Keep this: Note of Ben", "Keep this: Note of Anna"),
        *("Write Another: Note", "Keep Both: Note"),
        *("Keep this: Colour of Ben", "Keep this: Colour of Anna"),
    ]
    keys(Key.Key_Space)
    assert focused() is versions(window)
    qtbot.waitUntil(versions(window).fields[0].isVisible)
    keys(Key.Key_Tab, Key.Key_Tab, Key.Key_Space)
    assert library.highlight(contested).note == "her note"
    assert (library.contested(), focused()) == ((), tree)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def keys(*pressed: Key) -> None:
    for key in pressed:
        QTest.keyClick(focused(), key)


@pytest.fixture
def named(library: Library, article: Article, hear_ben) -> Tag:
    """A tag to which each of them gave another name."""
    mark(library, article, "separated oxides", tags=["claim"])
    (tag,) = library.tags()

    def rename(name: str) -> Callable[[Library], object]:
        edit = Edit(Record.TAG, tag.id, "name", "claim", name)
        return lambda one: one.commit(Change("rename tag", (edit,)))

    hear_ben(rename("his"), rename("hers"))
    return tag


def settling(window: Window) -> SettleDialog:
    window.actions_["next_conflict"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SettleDialog)
    return dialog


@pytest.mark.usefixtures("named")
def test_a_tag_with_two_names_is_settled_in_a_dialog(
    reading, library: Library, qtbot: QtBot
) -> None:
    window = reading()
    press(window, Key.Key_F8)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SettleDialog)
    assert "Tag" in dialog.title.text()
    words = dialog.versions.fields[0].versions[0].text
    assert words.viewport().height() >= words.document().size().height()
    keep = dialog.versions.fields[0].versions[1].keep
    assert keep.accessibleName() == "Keep this: Name of Anna"
    qtbot.waitUntil(dialog.versions.hasFocus)
    keys(Key.Key_Tab, Key.Key_Tab, Key.Key_Space)
    assert [one.name for one in library.tags()] == ["hers"]
    assert library.contested() == ()
    assert not dialog.isVisible()
    window.actions_["undo"].trigger()
    assert len(library.contested()) == 1
    assert len(window.readers.contested.spots) == 1


def settle_elsewhere(window: Window, library: Library, tag: Tag) -> None:
    with Library(library.path, BEN) as other:
        (one,) = other.contested()
        other.commit(annotate.settle(tag.id, "name", "theirs", one.heads, kind=Record.TAG))
    window.desk.look_again()


def test_the_dialog_goes_where_it_is_settled_elsewhere(
    reading, library: Library, named: Tag
) -> None:
    window = reading()
    dialog = settling(window)
    settle_elsewhere(window, library, named)
    assert not dialog.isVisible()


def write_third(dialog: SettleDialog, text: str) -> None:
    dialog.versions.write("name")
    dialog.versions.fields[0].editor.setPlainText(text)


@pytest.mark.usefixtures("named")
def test_a_third_name_is_written_there_and_kept(reading, library: Library) -> None:
    window = reading()
    dialog = settling(window)
    write_third(dialog, "a third")
    QTest.mouseClick(dialog.versions.fields[0].keep, LEFT)
    QApplication.processEvents()
    assert [one.name for one in library.tags()] == ["a third"]
    assert window.findChildren(Report) == [], "what was kept is not lost"
    assert window.close()


def test_a_third_name_that_is_half_written_waits_and_is_not_lost_unasked(
    reading, library: Library, named: Tag, qtbot: QtBot
) -> None:
    window = reading()
    dialog = settling(window)
    write_third(dialog, "half a name")
    QTest.keyClick(dialog, Key.Key_Escape)
    window.close()
    assert window.isVisible(), "it asks first"
    assert settling(window).versions.fields[0].editor.toPlainText() == "half a name"
    settle_elsewhere(window, library, named)
    qtbot.waitUntil(lambda: bool(window.findChildren(Report)))
    (report,) = window.findChildren(Report)
    assert report.text.toPlainText() == "half a name"
    report.accept()
    assert window.close()


def test_a_conflict_settled_meanwhile_elsewhere_is_told_and_shown_as_it_is(
    reading, library: Library, contested: str
) -> None:
    window = reading()
    window.choose_highlight(contested)
    (_, note) = sorted(library.conflicts(contested), key=lambda one: one.field)
    with Library(library.path, BEN) as other:
        other.commit(annotate.settle(contested, "note", "theirs", note.heads))
    QTest.mouseClick(versions(window).fields[0].versions[1].keep, LEFT)
    assert "changed meanwhile" in window.notice.text()
    assert library.highlight(contested).note == "theirs"


def test_every_control_of_the_versions_has_a_name(reading, contested: str) -> None:
    window = reading()
    window.choose_highlight(contested)
    for kind in (QPushButton, QToolButton):
        for button in versions(window).findChildren(kind):
            assert button.accessibleName() or button.text()


def test_a_tip_says_whose_a_mark_is(hear_ben, reading, article: Article) -> None:
    hear_ben(lambda ben: mark(ben, article, "separated oxides"))
    view = reading().insights.view
    start = article.edition.nodes[1].text.index("separated")
    spot = view._spot(point(view, 1, start + 3))
    assert view._tip(spot) == "<qt>Ben</qt>"
    assert view._tip(view._spot(point(view, 1, 0) - QPoint(12, 0))) == "<qt>Ben</qt>"


def test_what_is_settled_while_conflicts_are_looked_for_is_settled(
    reading, library: Library, contested: str, qtbot: QtBot
) -> None:
    window = reading()
    window.readers.contested.look()
    QThreadPool.globalInstance().waitForDone()  # what was found is not heard of yet
    for conflict in library.conflicts(contested):
        window.desk.settle(conflict, conflict.heads[0].value)
    qtbot.waitUntil(lambda: not window.readers.contested.is_looking)
    assert window.readers.contested.spots == ()
