"""All highlights of an article, those first that need a look."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.model import Colour
from gui.highlights import Inspector
from gui.highlights.card import broken
from gui.highlights.marks import Mark


def words(inspector: Inspector) -> list[str]:
    model = inspector.page.list.marks
    return [model.index(row).data() for row in range(model.rowCount())]


def rows(inspector: Inspector) -> list[object]:
    model = inspector.page.list.marks
    role = Qt.ItemDataRole.UserRole
    return [model.index(row).data(role) for row in range(model.rowCount())]


def test_highlights_stand_in_reading_order(inspector: Inspector, place) -> None:
    inspector.show_article(place.annotated())
    assert words(inspector) == [
        "separated oxides",
        place.annotated().placed[1].highlight.passage.quote,
        "60 days",
    ]
    assert inspector.current() is None
    assert not inspector.page.hint.isVisible()


def test_an_article_without_highlights_says_how_to_begin(inspector: Inspector, place) -> None:
    for _ in place.annotated().placed:
        place.library.undo()
    place.library.undo()
    inspector.show_article(place.annotated())
    assert inspector.page.hint.isVisible()
    assert "press H" in inspector.page.hint.text()


def test_no_article_shows_nothing(inspector: Inspector, place) -> None:
    inspector.show_article(place.annotated())
    inspector.show_article(None)
    assert words(inspector) == []
    assert inspector.page.hint.text() == ""


def test_a_click_jumps(qtbot: QtBot, inspector: Inspector, place) -> None:
    inspector.show_article(place.annotated())
    view = inspector.page.list
    spot = view.visualRect(view.marks.index(1)).center()
    with qtbot.waitSignal(inspector.jumped) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [place.years]


def test_enter_jumps(qtbot: QtBot, inspector: Inspector, place) -> None:
    inspector.show_article(place.annotated())
    inspector.page.list.setFocus()
    qtbot.keyClick(inspector.page.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(inspector.jumped) as told:
        qtbot.keyClick(inspector.page.list, Qt.Key.Key_Return)
    assert told.args == [place.years]


def test_what_was_not_found_again_stands_first(inspector: Inspector, place) -> None:
    place.import_again(
        "Something else altogether",
        words_of(place).replace("20", "30"),
        "Japan holds stocks for 60 days",
    )
    inspector.show_article(place.annotated())
    assert words(inspector)[0] == "The text has changed: please look"
    assert words(inspector)[3:] == ["In the text", "60 days"]
    troubles = [row.trouble for row in rows(inspector) if isinstance(row, Mark)]
    assert sorted(troubles) == ["", "a number changed", "not found in the new text"]


def words_of(place) -> str:
    quote: str = place.library.highlight(place.years).passage.quote
    return quote


def test_a_heading_is_no_row_to_jump_to(qtbot: QtBot, inspector: Inspector, place) -> None:
    place.import_again("Something else altogether")
    inspector.show_article(place.annotated())
    view = inspector.page.list
    with qtbot.assertNotEmitted(inspector.jumped):
        spot = view.visualRect(view.marks.index(0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_row_says_all_it_shows(inspector: Inspector, place) -> None:
    inspector.show_article(place.annotated())
    spoken = inspector.page.list.marks.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    for word in ("20 years", "Why", "Doubt", "claim/forecast", "稀土", "Red"):
        assert word in spoken


def test_the_rows_pass_for_a_model(
    qtbot: QtBot, inspector: Inspector, place, qtmodeltester
) -> None:
    model = inspector.page.list.marks
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    inspector.show_article(place.annotated())
    qtmodeltester.check(model)
    place.import_again("Something else altogether")
    inspector.show_article(place.annotated())
    assert tester.model() is model


def test_rows_grow_when_the_pane_becomes_narrow(qtbot: QtBot, inspector: Inspector, place) -> None:
    inspector.resize(700, 900)
    inspector.show_article(place.annotated())
    view = inspector.page.list
    wide = view.visualRect(view.marks.index(1)).height()
    inspector.resize(262, 900)
    qtbot.waitUntil(lambda: view.visualRect(view.marks.index(1)).height() > wide)


def test_the_edge_has_the_colour_of_the_highlight(inspector: Inspector, place) -> None:
    from gui import theme

    inspector.show_article(place.annotated())
    view = inspector.page.list
    spot = view.visualRect(view.marks.index(1))
    colour = view.viewport().grab().toImage().pixelColor(spot.topLeft() + QPoint(16, 30))
    assert colour == theme.strong(Colour.RED)


@pytest.mark.parametrize("width", [1, 40, 300])
def test_broken_lines_hold_the_text_or_end_in_dots(qtbot: QtBot, width: int) -> None:
    from PySide6.QtGui import QFont

    text = "𠮷野家 has 🦊 " + "稀土" * 50
    lines = broken(text, QFont(), width, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…") or width == 1


def test_a_short_text_is_kept_whole(qtbot: QtBot) -> None:
    from PySide6.QtGui import QFont

    assert broken("𠮷 10–20 年", QFont(), 400, 3) == ["𠮷 10–20 年"]


def test_starting_loads_neither_markdown_nor_the_page_for_one() -> None:
    late = "'markdown', 'nh3', 'gui.highlights.detail', 'gui.highlights.note'"
    code = f"import sys, gui.highlights, gui.tags; print([m for m in ({late}) if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
