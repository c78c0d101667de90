"""Which tags stand together: counted, sorted, found by, walked through by keys, and saved."""

from itertools import combinations, islice
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from core import annotate
from core.anchor import describe
from core.library import Library
from core.model import Tag
from core.together import Found, Pair, Wanted, together, written
from gui import theme
from gui.dialogs.together import TogetherDialog
from gui.dialogs.together.shading import shade
from gui.dialogs.together.shown import shown
from gui.look import sizing
from gui.look.tones import NAMED
from gui.window import Window
from tests.generate import articles, mark
from tests.gui.look.test_tones import contrast

Key = Qt.Key
GIVEN = (("copper", "risk"), ("copper", "risk", "铜"), ("copper",), ("risk", "铜"))


@pytest.fixture
def dialog(qtbot, window: Window, library: Library) -> TogetherDialog:
    """Four articles, each with a highlight; the last with two of one tag each as well."""
    some = list(articles(5, seed=4))
    window.desk.add(some)
    for article, paths in zip(some, GIVEN, strict=False):
        tag(window, library, mark(article), *paths)
    for words, path in ((2, "copper"), (3, "gold")):
        tag(window, library, mark(some[4], words), path)
    window.actions_["tags_together"].trigger()
    found = next(each for each in window.findChildren(TogetherDialog) if each.isVisible())
    qtbot.waitUntil(lambda: len(found.pairs()) == 4)
    return found


def tag(window: Window, library: Library, made, *paths: str) -> None:
    change = window.desk.commit(lambda: made)
    assert change
    for path in paths:
        window.desk.tag(change.edits[0].record, path)


def told(dialog: TogetherDialog) -> list[tuple[str, ...]]:
    return [line.cells for line in dialog.table.sheet.lines]


def test_tags_are_told_with_how_many_have_both(dialog):
    assert told(dialog) == [
        ("copper", "risk", "2", "2"),
        ("risk", "铜", "2", "2"),
        ("copper", "铜", "1", "1"),
        ("copper", "gold", "0", "1"),
    ]
    dialog.counted.setCurrentIndex(1)
    dialog.counted.activated.emit(1)
    assert len(told(dialog)) == 3
    dialog.search.setText("铜")
    assert [cells[:2] for cells in told(dialog)] == [("risk", "铜"), ("copper", "铜")]
    dialog.search.setText("no such tag")
    assert "is called that" in dialog.told.text()


def test_the_table_is_sorted_by_any_column(dialog):
    header = dialog.table.header()
    header.sectionClicked.emit(0)
    assert [cells[0] for cells in told(dialog)] == ["copper", "copper", "copper", "risk"]
    header.sectionClicked.emit(0)
    assert told(dialog)[0][0] == "risk"
    header.sectionClicked.emit(2)
    assert [cells[2] for cells in told(dialog)] == ["2", "2", "1", "0"]


def test_a_row_asks_for_what_has_both(qtbot, dialog, window):
    dialog.table.activated.emit(dialog.table.model().index(0, 0))
    assert window.articles.search.text() == 'tag:"copper" tag:"risk"'
    qtbot.waitUntil(lambda: len(window.articles.list.articles.rows) == 2)


def test_the_square_is_walked_by_keys_and_asks_for_a_cell(qtbot, dialog, window):
    dialog.as_square.setChecked(True)
    matrix = dialog.matrix
    assert [one.path for one in matrix.tags()] == ["copper", "gold", "risk", "铜"]
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Right):
        QTest.keyClick(matrix, key)
    assert matrix.accessibleName() == "Tags Together. copper with risk: 2 articles"
    QTest.keyClick(matrix, Key.Key_Return)
    assert window.articles.search.text() == 'tag:"copper" tag:"risk"'
    QTest.keyClick(matrix, Key.Key_Left)
    QTest.keyClick(matrix, Key.Key_Left)
    assert matrix.told(matrix.current) == "copper: 4 articles"
    place = matrix.chart.cell((3, 2)).center().toPoint()
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=place)
    assert window.articles.search.text() == 'tag:"铜" tag:"risk"'
    qtbot.waitUntil(lambda: len(window.articles.list.articles.rows) == 2)


def test_a_cell_of_the_square_that_finds_something_has_a_hand_and_each_a_tip(dialog):
    dialog.as_square.setChecked(True)
    matrix, shapes = dialog.matrix, Qt.CursorShape
    for cell, shape in (((3, 2), shapes.PointingHandCursor), ((3, 1), shapes.ArrowCursor)):
        place = matrix.chart.cell(cell).center().toPoint()
        at, none = place.toPointF(), Qt.MouseButton.NoButton
        keys = Qt.KeyboardModifier.NoModifier
        moved = QMouseEvent(QEvent.Type.MouseMove, at, matrix.mapToGlobal(at), none, none, keys)
        QApplication.sendEvent(matrix, moved)
        assert matrix.cursor().shape() is shape
        rests = QHelpEvent(QEvent.Type.ToolTip, place, matrix.mapToGlobal(place))
        QApplication.sendEvent(matrix, rests)
        assert matrix.told(cell) in QToolTip.text()


def test_it_follows_deeds_and_keeps_what_is_chosen(qtbot, dialog, window):
    dialog.as_square.setChecked(True)
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Right):
        QTest.keyClick(dialog.matrix, key)
    chosen = dialog.matrix.told(dialog.matrix.current)
    for _ in range(3):
        window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: len(dialog.pairs()) == 3)
    assert dialog.matrix.current == (0, 1)
    assert dialog.matrix.told(dialog.matrix.current) == chosen


def test_very_many_are_put_in_order_while_the_reader_goes_on(qtbot, window, library: Library):
    """Seventy tags on one highlight are more pairs than are sorted at once."""
    (article,) = articles(1, seed=4)
    window.desk.add([article])
    paths = [f"{number:02}" for number in range(70)]
    highlight = annotate.highlight(describe(article, 1, 0, 8), tags=paths)
    window.desk.commit(lambda: highlight)
    window.actions_["tags_together"].trigger()
    dialog = next(each for each in window.findChildren(TogetherDialog) if each.isVisible())
    assert dialog.told.text() == "Counting…"
    qtbot.waitUntil(lambda: len(dialog.pairs()) == 70 * 69 / 2)
    dialog.search.setText("07")
    qtbot.waitUntil(lambda: len(dialog.pairs()) == 69)
    dialog.search.clear()
    dialog.as_square.setChecked(True)
    qtbot.waitUntil(lambda: "30 tags that stand together most; 40 more" in dialog.told.text())
    dialog.close()


def test_what_is_cut_is_told(qtbot):
    dialog = TogetherDialog()
    qtbot.addWidget(dialog)
    tags = [Tag(f"{n}", f"{n}", None, f"{n}") for n in range(500)]
    every = (Pair(one, other, 0, 1) for one, other in combinations(tags, 2))
    found = Found(tuple(islice(every, 100_000)), {})
    dialog.show_found(found, shown(found, Wanted()))
    assert len(told(dialog)) == 3_000
    assert dialog.told.text().startswith("100,000 pairs of tags.")
    assert dialog.told.text().endswith(
        "More tags stand together; these do so most often."
        " The first 3,000 of them are shown: find one by its name."
    )
    found = Found(found.pairs[:-1], {})
    wanted = Wanted("499")
    dialog.show_found(found, shown(found, wanted))
    assert "shown" not in dialog.told.text()


def test_a_number_is_read_on_every_shade(qapp: QApplication) -> None:
    for mode in NAMED:
        theme.apply(qapp, theme.mode(mode))
        tones = theme.tones()
        assert min(contrast(shade(n, 9), tones.text) for n in range(10)) >= 4.5
        assert contrast(tones.chip, tones.faint) >= 4.5


@pytest.mark.parametrize(
    ("kind", "begins"), [("csv", b"\xef\xbb\xbfone,"), ("svg", b"<?xml"), ("png", b"\x89P")]
)
def test_it_is_saved_as_a_table_or_a_picture(kind, begins, dialog, window, tmp_path: Path):
    path = tmp_path / f"pairs.{kind}"
    window.ask.file_to_save = lambda *_: path
    dialog.as_square.setChecked(True)
    dialog.saved.emit(kind)
    assert path.read_bytes().startswith(begins)
    assert window.notice.text() == f"Saved to {path}."


@pytest.mark.parametrize("kind", ["csv", "svg"])
def test_no_library_is_written_over(kind, dialog, window, path: Path):
    before = path.read_bytes()
    window.ask.file_to_save = lambda *_: path
    dialog.saved.emit(kind)
    assert "is a library of Meipi, or a share. Give another name." in window.notice.text()
    assert path.read_bytes() == before


def test_csv_holds_no_formula(library: Library, dialog):
    marked = next(card.id for card in library.cards(library.order()) if card.highlights)
    (placed, *_) = library.annotated(marked).placed
    known = library.tags()
    library.commit(annotate.tag([placed.highlight], "=1+1", known))
    text = written(together(library))
    assert "'=1+1" in text
    assert "\n=1+1" not in text


def test_columns_have_room_for_letters_that_become_larger(dialog, window: Window) -> None:
    header = dialog.table.header()
    usual = [dialog.table.columnWidth(column) for column in (2, 3)]
    for percent in (200, 100):
        window.dressing.size_text(percent)
        sizing.finish()
        QApplication.processEvents()
        for column in (2, 3):
            said = dialog.table.sheet.headerData(column, Qt.Orientation.Horizontal)
            assert dialog.table.columnWidth(column) > header.fontMetrics().horizontalAdvance(said)
    again = [dialog.table.columnWidth(column) for column in (2, 3)]
    assert max(abs(a - b) for a, b in zip(usual, again, strict=True)) <= 2
