"""The side bar: shelves with their numbers, and searches renamed, asked for and forgotten."""

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from gui.sidebar import Shelf, Sidebar
from gui.sidebar.delegate import arrow
from gui.sidebar.finder import Finder
from tests.gui.sidebar.given_shelves import MINERALS, SOURCES, TAGS, at, names


def click(qtbot: QtBot, sidebar: Sidebar, name: str) -> None:
    index = at(sidebar, name)
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
        index = at(sidebar, name)
        sidebar.view.menu_asked.emit(index, sidebar.mapToGlobal(QPoint(9, 9)))
        assert len(sidebar.findChildren(QMenu)) == menus
    sidebar.findChildren(QMenu)[0].close()


def test_the_menu_of_a_search_tells_what_is_wanted_of_it(sidebar: Sidebar) -> None:
    told: list[tuple[str, str]] = []
    sidebar.edited.connect(lambda one: told.append(("edited", one)))
    sidebar.exported.connect(lambda one: told.append(("exported", one)))
    sidebar.forgotten.connect(lambda one: told.append(("forgotten", one)))
    sidebar.view.menu_asked.emit(at(sidebar, "关键矿产"), sidebar.mapToGlobal(QPoint(9, 9)))
    (menu,) = sidebar.findChildren(QMenu)
    deeds = {one.text(): one for one in menu.actions()}
    for words in ("Replace with Current Search", "Export Markdown…", "Forget"):
        deeds[words].trigger()
    menu.close()
    assert told == [("edited", "a"), ("exported", "a"), ("forgotten", "a")]


def test_numbers_are_shown_and_spoken_and_outlive_new_searches(sidebar: Sidebar) -> None:
    sidebar.count({"": 1284, "稀土 OR 镓": 18})
    sidebar.show_searches([MINERALS])
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert at(sidebar, "All Articles").data(spoken) == ("All Articles, 1,284 articles")
    assert at(sidebar, "关键矿产").data(spoken) == "关键矿产, 18 articles"
    assert at(sidebar, "Unread").data(spoken) == "Unread"


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
    assert not sidebar.view.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable


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


def test_tags_that_come_while_a_name_is_typed_are_shown_after_it(
    qtbot: QtBot, full: Sidebar
) -> None:
    full.rename("b")
    (editor,) = full.view.viewport().findChildren(QLineEdit)
    qtbot.keyClicks(editor, "Fabs")
    full.show_found({"tags": TAGS[1:]})
    assert editor.text() == "Fabs"
    assert full.name(TAGS[0].query) is not None
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: full.name(TAGS[0].query) is None)


def test_delete_forgets_a_search_and_never_a_shelf(qtbot: QtBot, sidebar: Sidebar) -> None:
    forgotten: list[str] = []
    sidebar.forgotten.connect(forgotten.append)
    for query in ("is:unread", "芯片"):
        sidebar.mark(query)
        qtbot.keyClick(sidebar.view, Qt.Key.Key_Delete)
    assert forgotten == ["b"]


def test_what_a_search_is_called_is_shown_as_text(sidebar: Sidebar) -> None:
    tip = at(sidebar, "<b>Chips</b>").data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Chips" in tip


def test_letters_are_left_to_the_window(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.mark("芯片")
    before: QAbstractItemModel = sidebar.model
    qtbot.keyClick(sidebar.view, Qt.Key.Key_U)
    assert sidebar.current() == "芯片"
    assert before.rowCount() == sidebar.model.rowCount()


def test_tags_stand_below_one_another_and_sources_below_them(full: Sidebar, qtbot: QtBot) -> None:
    assert names(full)[-6:] == ["Tags", "claim", "forecast", "稀土", "Sources", "观察者网"]
    asked: list[str] = []
    full.asked.connect(asked.append)
    click(qtbot, full, "forecast")
    click(qtbot, full, "观察者网")
    assert asked == ['tag:"claim/forecast"', 'source:"Guan Cha Zhe Wang"']


def test_a_heading_folds_by_a_click_and_is_remembered_by_its_name(
    full: Sidebar, qtbot: QtBot
) -> None:
    click(qtbot, full, "Tags")
    assert names(full)[-3:] == ["Tags", "Sources", "观察者网"]
    assert full.model.folds() == ["tags"]
    full.show_found({"tags": TAGS[1:], "sources": SOURCES})
    assert names(full)[-3:] == ["Tags", "Sources", "观察者网"]
    click(qtbot, full, "Tags")
    assert "稀土" in names(full)


def test_a_tag_folds_by_keys_and_by_its_arrow(full: Sidebar, qtbot: QtBot) -> None:
    full.mark('tag:"claim"')
    qtbot.keyClick(full.view, Qt.Key.Key_Left)
    assert names(full)[-4:] == ["claim", "稀土", "Sources", "观察者网"]
    qtbot.keyClick(full.view, Qt.Key.Key_Right)
    assert "forecast" in names(full)
    index = at(full, "claim")
    place = arrow(full.view.visualRect(index), 1).center()
    qtbot.mouseClick(full.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "forecast" not in names(full)


def test_a_tag_is_renamed_where_it_stands_and_stays_chosen(full: Sidebar, qtbot: QtBot) -> None:
    full.mark('tag:"claim/forecast"')
    qtbot.keyClick(full.view, Qt.Key.Key_F2)
    (editor,) = full.view.viewport().findChildren(QLineEdit)
    qtbot.keyClicks(editor, "guess")
    with qtbot.waitSignal(full.called) as called:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert (called.args[0].tag, called.args[1]) == ("claim/forecast", "guess")
    new = Shelf("guess", 'tag:"claim/guess"', id="f", tag="claim/guess")
    full.show_found({"tags": (TAGS[0], new, TAGS[2])})
    assert full.current() == 'tag:"claim/guess"'
    full.show_found({"tags": TAGS})
    assert full.current() == 'tag:"claim/forecast"', "and by Undo as well"


def test_very_many_tags_are_exchanged_for_others(sidebar: Sidebar) -> None:
    QAbstractItemModelTester(sidebar.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for name in ("old", "new"):
        called = (f"{name} {n}" for n in range(3_000))
        tags = [Shelf(one, f'tag:"{one}"', "tag", tag=one) for one in called]
        sidebar.show_found({"tags": tags})
    assert len(names(sidebar)) == len(tags) + 8  # headings and the other shelves
    sidebar.mark('tag:"new 2999"')
    assert sidebar.current() == 'tag:"new 2999"'


def keys(qtbot: QtBot, sidebar: Sidebar, *pressed: Qt.Key) -> str:
    """Press keys; give the name of the row that is current then."""
    for key in pressed:
        qtbot.keyClick(sidebar.view, key)
    return str(sidebar.view.currentIndex().data())


def test_left_goes_out_and_right_goes_in(full: Sidebar, qtbot: QtBot) -> None:
    left, right = Qt.Key.Key_Left, Qt.Key.Key_Right
    full.mark('tag:"claim/forecast"')
    assert keys(qtbot, full, left) == "claim"
    assert keys(qtbot, full, right) == "forecast"
    assert keys(qtbot, full, right) == "forecast", "nothing stands below it"
    assert keys(qtbot, full, left, left, left) == "Tags", "claim is folded between"
    assert keys(qtbot, full, left, right, right) == "claim"
    assert full.model.folds() == ["c"]


def test_what_is_chosen_stays_so_whatever_comes_or_goes(full: Sidebar, qtbot: QtBot) -> None:
    full.mark('tag:"稀土"')
    keys(qtbot, full, Qt.Key.Key_Up)
    more = Shelf("a", 'tag:"a"', tag="a")
    for tags in ((more, *TAGS), TAGS[1:], TAGS):
        full.show_found({"tags": tags, "sources": SOURCES})
        assert full.current() == 'tag:"claim/forecast"'
    full.show_searches([])
    assert full.current() == 'tag:"claim/forecast"'


def test_who_stands_on_a_heading_stays_there(full: Sidebar, qtbot: QtBot) -> None:
    full.mark('tag:"claim"')
    assert keys(qtbot, full, Qt.Key.Key_Up) == "Tags"
    full.show_found({"tags": TAGS[:2]})
    assert full.view.currentIndex() == at(full, "Tags")


def test_all_articles_stay_chosen_whatever_comes_below_them(full: Sidebar) -> None:
    full.mark("")
    full.show_found({"tags": TAGS[:2]})
    assert full.view.selectionModel().isSelected(at(full, "All Articles"))


def test_what_is_chosen_is_folded_away_and_comes_back_chosen(full: Sidebar) -> None:
    full.mark('tag:"claim/forecast"')
    full.view.turn(at(full, "claim"))
    assert full.view.currentIndex() == at(full, "claim")
    assert not full.view.selectionModel().hasSelection()
    full.view.turn(at(full, "claim"))
    assert full.current() == 'tag:"claim/forecast"'
    assert full.view.selectionModel().isSelected(at(full, "forecast"))


def test_only_rows_that_change_are_told_of(full: Sidebar) -> None:
    told: list[tuple[int, int]] = []
    full.count({'tag:"claim"': 1, 'tag:"稀土"': 2})
    full.model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    full.count({'tag:"claim"': 1, 'tag:"稀土"': 3})
    full.show_found({"tags": TAGS, "sources": SOURCES})
    assert told == [(at(full, "稀土").row(),) * 2]


def test_a_tag_beside_another_does_not_come_between_it_and_what_is_below(full: Sidebar) -> None:
    beside = Shelf("claim b", 'tag:"claim b"', tag="claim b")
    full.show_found({"tags": (*TAGS[:2], beside)})
    full.view.turn(at(full, "claim"))
    assert names(full)[-3:] == ["Tags", "claim", "claim b"]


def test_it_is_said_what_a_tag_stands_below_and_that_it_is_folded(full: Sidebar) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    full.count({'tag:"claim/forecast"': 2})
    assert at(full, "forecast").data(spoken) == "forecast, below claim, 2 articles"
    full.fold(["c", "sources"])
    assert at(full, "claim").data(spoken) == "claim, folded"
    assert at(full, "Sources").data(spoken) == "Sources, folded"


@pytest.fixture
def many(full: Sidebar) -> Sidebar:
    more = [Shelf(f"t{n}", f'tag:"t{n}"', tag=f"t{n}") for n in range(60)]
    more.append(Shelf("REE", "tag:REE", tag="REE", aliases=("lanthanides",)))
    full.show_found({"tags": (*TAGS, *more), "sources": SOURCES})
    return full


def test_among_many_one_is_found_by_any_name_with_what_it_stands_below(
    many: Sidebar, qtbot: QtBot
) -> None:
    many.fold(["tags", "c"])
    assert many.finder
    qtbot.keyClicks(many.finder, "lantha")
    assert names(many) == ["Tags", "REE"]
    many.finder.setText("预测")
    assert names(many) == ["Tags", "claim", "forecast"]
    with qtbot.waitSignal(many.asked) as asked:
        qtbot.keyClick(many.finder, Qt.Key.Key_Return)
    assert asked.args == ['tag:"claim/forecast"']
    qtbot.keyClick(many.finder, Qt.Key.Key_Down)
    assert many.view.hasFocus() or not many.isActiveWindow()
    qtbot.keyClick(many.view, Qt.Key.Key_Escape)
    assert many.finder.hasFocus() or not many.isActiveWindow()
    qtbot.keyClick(many.finder, Qt.Key.Key_Escape)
    assert names(many)[-3:] == ["Tags", "Sources", "观察者网"], "folded as it was"
    assert not many.model.first().isValid(), "Enter asks for nothing then"


def test_there_is_no_field_to_find_by_where_few_are(full: Sidebar, qtbot: QtBot) -> None:
    assert not full.findChildren(Finder)
    full.show_found({"tags": [Shelf(f"{n}", f"tag:{n}", tag=f"{n}") for n in range(60)]})
    assert full.finder
    assert full.finder.isVisible()
    full.show_found({"tags": TAGS})
    assert not full.finder.isVisible()


def test_a_search_that_is_folded_away_is_shown_to_be_named(full: Sidebar) -> None:
    full.fold(["searches"])
    full.rename("b")
    (editor,) = full.view.viewport().findChildren(QLineEdit)
    assert editor.text() == "<b>Chips</b>"
