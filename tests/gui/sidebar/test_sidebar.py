"""The side bar: shelves with their numbers, and searches renamed, asked for and forgotten."""

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from gui.parts.drag import CLAIMS
from gui.sidebar import Shelf, Sidebar
from gui.sidebar.delegate import arrow

MINERALS = Shelf("关键矿产", "稀土 OR 镓", id="a")
CHIPS = Shelf("<b>Chips</b>", "芯片", id="b")


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar()
    qtbot.addWidget(made)
    made.show_searches([MINERALS, CHIPS])
    made.show()
    return made


def names(sidebar: Sidebar) -> list[str]:
    return [sidebar.model.item(row).text() for row in range(sidebar.model.rowCount())]


def row(sidebar: Sidebar, name: str) -> int:
    return names(sidebar).index(name)


def click(qtbot: QtBot, sidebar: Sidebar, name: str) -> None:
    index = sidebar.model.item(row(sidebar, name)).index()
    place = sidebar.view.visualRect(index).center()
    qtbot.mouseClick(sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_shelves_of_every_library_stand_above_the_reader_s_own(sidebar: Sidebar) -> None:
    QAbstractItemModelTester(sidebar.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert names(sidebar) == [
        *("Library", "All Articles", "Unread", "Highlighted"),
        *("Saved Searches", "关键矿产", "<b>Chips</b>"),
    ]
    sidebar.show_searches([])
    assert names(sidebar) == ["Library", "All Articles", "Unread", "Highlighted"]


def test_a_click_or_enter_asks_for_what_the_row_finds(qtbot: QtBot, sidebar: Sidebar) -> None:
    asked: list[str] = []
    sidebar.asked.connect(asked.append)
    click(qtbot, sidebar, "Unread")
    click(qtbot, sidebar, "关键矿产")
    click(qtbot, sidebar, "Saved Searches")
    assert asked == ["is:unread", "稀土 OR 镓"]


def test_a_heading_has_no_menu(sidebar: Sidebar) -> None:
    for name, menus in (("Library", 0), ("Unread", 1)):
        index = sidebar.model.item(row(sidebar, name)).index()
        sidebar.view.menu_asked.emit(index, sidebar.mapToGlobal(QPoint(9, 9)))
        assert len(sidebar.findChildren(QMenu)) == menus
    sidebar.findChildren(QMenu)[0].close()


def test_numbers_are_shown_and_spoken_and_outlive_new_searches(sidebar: Sidebar) -> None:
    sidebar.count({"": 1284, "稀土 OR 镓": 18})
    sidebar.show_searches([MINERALS])
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert sidebar.model.item(row(sidebar, "All Articles")).data(spoken) == (
        "All Articles, 1,284 articles"
    )
    assert sidebar.model.item(row(sidebar, "关键矿产")).data(spoken) == "关键矿产, 18 articles"
    assert sidebar.model.item(row(sidebar, "Unread")).data(spoken) == "Unread"


def test_the_row_of_a_query_is_marked_without_asking_again(sidebar: Sidebar) -> None:
    asked: list[str] = []
    sidebar.asked.connect(asked.append)
    sidebar.mark("芯片")
    assert sidebar.current() == "芯片"
    sidebar.mark("something else")
    assert sidebar.current() is None
    assert asked == []


def test_a_search_is_renamed_in_place_and_a_shelf_is_not(qtbot: QtBot, sidebar: Sidebar) -> None:
    renamed: list[tuple[str, str]] = []
    sidebar.renamed.connect(lambda one, name: renamed.append((one, name)))
    sidebar.mark("芯片")
    sidebar.view.setFocus()
    qtbot.keyClick(sidebar.view, Qt.Key.Key_F2)
    (editor,) = sidebar.view.viewport().findChildren(QLineEdit)
    qtbot.keyClicks(editor, "Fabs")
    with qtbot.waitSignal(sidebar.renamed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert renamed == [("b", "Fabs")]
    sidebar.mark("is:unread")
    assert not sidebar.model.itemFromIndex(sidebar.view.currentIndex()).isEditable()


def test_numbers_that_come_while_a_name_is_typed_take_nothing_back(
    qtbot: QtBot, sidebar: Sidebar
) -> None:
    sidebar.rename("b")
    (editor,) = sidebar.view.viewport().findChildren(QLineEdit)
    sidebar.count({"芯片": 3})
    assert editor.selectedText() == "<b>Chips</b>"
    qtbot.keyClicks(editor, "Fa")
    sidebar.count({"芯片": 4})
    qtbot.keyClicks(editor, "bs")
    assert editor.text() == "Fabs"


def test_delete_forgets_a_search_and_never_a_shelf(qtbot: QtBot, sidebar: Sidebar) -> None:
    forgotten: list[str] = []
    sidebar.forgotten.connect(forgotten.append)
    for query in ("is:unread", "芯片"):
        sidebar.mark(query)
        qtbot.keyClick(sidebar.view, Qt.Key.Key_Delete)
    assert forgotten == ["b"]


def test_what_a_search_is_called_is_shown_as_text(sidebar: Sidebar) -> None:
    tip = sidebar.model.item(row(sidebar, "<b>Chips</b>")).toolTip()
    assert "&lt;b&gt;Chips" in tip


def test_letters_are_left_to_the_window(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.mark("芯片")
    before: QAbstractItemModel = sidebar.model
    qtbot.keyClick(sidebar.view, Qt.Key.Key_U)
    assert sidebar.current() == "芯片"
    assert before.rowCount() == sidebar.model.rowCount()


TAGS = (
    Shelf("claim", 'tag:"claim"', tag="claim"),
    Shelf("forecast", 'tag:"claim/forecast"', tag="claim/forecast", also="预测"),
    Shelf("稀土", 'tag:"稀土"', tag="稀土"),
)
SOURCES = (Shelf("观察者网", 'source:"Guan Cha Zhe Wang"', "source"),)


@pytest.fixture
def full(sidebar: Sidebar) -> Sidebar:
    sidebar.show_found({"tags": TAGS, "sources": SOURCES})
    return sidebar


def seen(sidebar: Sidebar) -> list[str]:
    root = QModelIndex()
    shown = (
        row for row in range(sidebar.model.rowCount()) if not sidebar.view.isRowHidden(row, root)
    )
    return [sidebar.model.item(row).text() for row in shown]


def test_tags_stand_below_one_another_and_sources_below_them(full: Sidebar, qtbot: QtBot) -> None:
    assert seen(full)[-6:] == ["Tags", "claim", "forecast", "稀土", "Sources", "观察者网"]
    asked: list[str] = []
    full.asked.connect(asked.append)
    click(qtbot, full, "forecast")
    click(qtbot, full, "观察者网")
    assert asked == ['tag:"claim/forecast"', 'source:"Guan Cha Zhe Wang"']


def test_a_heading_folds_by_a_click_and_is_remembered_by_its_name(
    full: Sidebar, qtbot: QtBot
) -> None:
    click(qtbot, full, "Tags")
    assert seen(full)[-3:] == ["Tags", "Sources", "观察者网"]
    assert full.view.folds() == ["tags"]
    full.show_found({"tags": TAGS[1:], "sources": SOURCES})
    assert seen(full)[-3:] == ["Tags", "Sources", "观察者网"]
    click(qtbot, full, "Tags")
    assert "稀土" in seen(full)


def test_a_tag_folds_by_keys_and_by_its_arrow(full: Sidebar, qtbot: QtBot) -> None:
    full.mark('tag:"claim"')
    qtbot.keyClick(full.view, Qt.Key.Key_Left)
    assert seen(full)[-4:] == ["claim", "稀土", "Sources", "观察者网"]
    qtbot.keyClick(full.view, Qt.Key.Key_Right)
    assert "forecast" in seen(full)
    index = full.model.item(row(full, "claim")).index()
    place = arrow(full.view.visualRect(index), 1).center()
    qtbot.mouseClick(full.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "forecast" not in seen(full)


def test_what_is_dropped_on_a_tag_is_told(full: Sidebar) -> None:
    told: list[tuple[str, str]] = []
    full.tagged.connect(lambda *said: told.append(said))
    for name in ("forecast", "观察者网"):
        drop(full, name)
    assert told == [("claim/forecast", CLAIMS)]


def drop(sidebar: Sidebar, name: str) -> None:
    carried = QMimeData()
    carried.setData(CLAIMS, b"1")
    index = sidebar.model.item(row(sidebar, name)).index()
    place = sidebar.view.visualRect(index).center().toPointF()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(place, Qt.DropAction.CopyAction, carried, left, none)
    sidebar.view.dropEvent(event)


def test_very_many_tags_are_exchanged_for_others(sidebar: Sidebar) -> None:
    for name in ("old", "new"):  # rows looked for among all others would take minutes
        tags = [Shelf(f"{name} {n}", f'tag:"{name} {n}"', "tag", tag=f"{n}") for n in range(10_000)]
        sidebar.show_found({"tags": tags})
    assert len(names(sidebar)) == len(tags) + 8  # headings and the other shelves
    sidebar.mark('tag:"new 9999"')
    assert sidebar.current() == 'tag:"new 9999"'
