"""The timeline and the number lines: walked by keys, looked at closer, told in words, saved."""

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import Refused
from gui import theme
from gui.ledger import LedgerPane, Tab, saving
from gui.ledger.horizons import Horizons
from gui.ledger.picture import Picture
from gui.ledger.timeline import Timeline
from gui.parts.card import Card
from tests.gui.ledger.conftest import Show
from tests.gui.ledger.given_rows import ROWS, TODAY, many

DUE = [row for row in ROWS if row.finding.due]
COUNTED = [row for row in ROWS if row.finding.figure]
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def horizons(show: Show[Horizons]) -> Horizons:
    picture = show(Horizons())
    picture.show_rows(ROWS, TODAY)
    return picture


def timeline(horizons: Horizons) -> Timeline:
    assert horizons.timeline is not None
    return horizons.timeline


def middle(picture: Picture, one: str) -> QPointF:
    scene = picture.scene
    assert scene is not None
    down = scene.above - picture.verticalScrollBar().value()
    return scene.place(one).center() + QPointF(0, down)


def test_every_finding_with_a_horizon_has_its_bar(horizons: Horizons) -> None:
    assert set(timeline(horizons).order) == {row.id for row in DUE}


def test_keys_walk_from_the_soonest_to_the_last(horizons: Horizons, qtbot: QtBot) -> None:
    qtbot.keyClick(horizons, Qt.Key.Key_Home)
    assert horizons.current == timeline(horizons).order[0]
    qtbot.keyClick(horizons, Qt.Key.Key_Right)
    assert horizons.current == timeline(horizons).order[1]
    assert "Export licences are lifted. Horizon: Mar 2026" in horizons.accessibleName()
    qtbot.keyClick(horizons, Qt.Key.Key_End)
    assert horizons.current == timeline(horizons).order[-1]
    with qtbot.waitSignal(horizons.opened) as told:
        qtbot.keyClick(horizons, Qt.Key.Key_Return)
    assert told.args == [timeline(horizons).order[-1]]


def test_a_click_chooses_and_two_jump(horizons: Horizons, qtbot: QtBot) -> None:
    one = ROWS[0].id
    left, place = Qt.MouseButton.LeftButton, middle(horizons, one).toPoint()
    with qtbot.waitSignal(horizons.chosen) as told:
        qtbot.mouseClick(horizons.viewport(), left, pos=place)
    assert told.args == [one]
    with qtbot.waitSignal(horizons.opened):
        qtbot.mouseDClick(horizons.viewport(), left, pos=place)


def test_it_is_looked_at_closer_and_whole_again(horizons: Horizons, qtbot: QtBot) -> None:
    whole = timeline(horizons).view
    qtbot.keyClick(horizons, Qt.Key.Key_Home)
    for _ in range(4):
        qtbot.keyClick(horizons, Qt.Key.Key_Plus)
    near = timeline(horizons).view
    assert near.scale > 2 * whole.scale
    qtbot.keyClick(horizons, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert timeline(horizons).view.origin > near.origin
    qtbot.keyClick(horizons, Qt.Key.Key_Minus)
    assert timeline(horizons).view.scale < near.scale
    qtbot.keyClick(horizons, Qt.Key.Key_0)
    assert timeline(horizons).view == whole


def test_what_is_walked_to_comes_into_sight(horizons: Horizons, qtbot: QtBot) -> None:
    qtbot.keyClick(horizons, Qt.Key.Key_Home)
    for _ in range(8):
        qtbot.keyClick(horizons, Qt.Key.Key_Plus)
    qtbot.keyClick(horizons, Qt.Key.Key_End)
    place = timeline(horizons).place(horizons.current)
    assert 0 < place.left() < horizons.viewport().width()


def lines(horizons: Horizons) -> dict[str, int]:
    return {bar.row.id: bar.line for bar in timeline(horizons).bars}


def test_looking_closer_brings_bars_together_and_going_along_moves_none(
    horizons: Horizons,
) -> None:
    far = lines(horizons)
    horizons.zoom(20, 300)
    near = lines(horizons)
    assert max(near.values()) < max(far.values())
    horizons.pan(-200)
    assert lines(horizons) == near


def move(picture: Picture, to: QPointF, held: Qt.MouseButton) -> None:
    """Move the mouse over a picture, with a button held or none."""
    where, none = picture.viewport().mapToGlobal(to), Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, to, where, none, held, PLAIN)
    QApplication.sendEvent(picture.viewport(), event)


def turn(picture: Picture, x: float, by: int, keys: Qt.KeyboardModifier = PLAIN) -> None:
    """Turn the wheel over a place in a picture."""
    at = QPointF(x, 100)
    event = QWheelEvent(
        *(at, picture.viewport().mapToGlobal(at), QPoint(), QPoint(0, by)),
        *(Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(picture.viewport(), event)


def test_the_wheel_looks_closer_at_the_day_under_the_mouse_and_goes_along_with_shift(
    horizons: Horizons,
) -> None:
    def day(x: float) -> float:
        return timeline(horizons).view.origin + x / timeline(horizons).view.scale

    turn(horizons, 600, 120)
    before, under = timeline(horizons).view, day(400)
    turn(horizons, 400, 240)
    assert timeline(horizons).view.scale > before.scale
    assert day(400) == pytest.approx(under)
    turn(horizons, 400, -120, Qt.KeyboardModifier.ShiftModifier)
    assert day(400) > under


def test_a_drag_takes_the_days_along_and_a_bar_under_the_mouse_has_a_hand(
    horizons: Horizons,
) -> None:
    horizons.zoom(4, 300)
    before, viewport, left = timeline(horizons).view, horizons.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, pos=QPoint(600, 400))
    to = QPointF(500, 400)
    move(horizons, to, left)
    QTest.mouseRelease(viewport, left, pos=to.toPoint())
    after = timeline(horizons).view
    assert (after.origin - before.origin) * before.scale == pytest.approx(100)
    horizons.fit()
    move(horizons, middle(horizons, ROWS[0].id), Qt.MouseButton.NoButton)
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_resting_on_a_bar_shows_a_card(horizons: Horizons, qtbot: QtBot) -> None:
    place = middle(horizons, ROWS[0].id).toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, place, horizons.viewport().mapToGlobal(place))
    QApplication.sendEvent(horizons.viewport(), event)
    (card,) = horizons.window().findChildren(Card)
    assert card.isVisible()
    assert "Horizon: 2035–2045 (in 18 years)" in card.accessibleName()
    qtbot.keyClick(horizons, Qt.Key.Key_Home)


def test_thousands_of_bars_are_laid_and_painted(horizons: Horizons) -> None:
    horizons.show_rows(many(10_000), TODAY)
    assert len(timeline(horizons).order) == 8_000
    horizons.step(4_000)
    assert not horizons.grab().isNull()


def test_without_horizons_a_sentence_says_how_to_get_one(horizons: Horizons) -> None:
    horizons.show_rows([row for row in ROWS if not row.finding.due], TODAY)
    assert horizons._empty.isVisible()
    assert "No finding has a horizon yet" in horizons._empty.text()


@pytest.mark.parametrize("tab", [Tab.TIMELINE, Tab.NUMBERS])
def test_a_picture_has_its_table_with_the_same_finding_chosen(
    pane: LedgerPane, qtbot: QtBot, tab: Tab
) -> None:
    pane.turn(tab)
    page = pane.timeline if tab is Tab.TIMELINE else pane.lines
    page.picture.step(1)
    pane.head.table.click()
    assert page.currentWidget() is page.sheet
    assert page.sheet.current() == page.picture.current
    assert {line.id for line in page.sheet.sheet.lines} == set(page.picture.scene.order)  # type: ignore[union-attr]
    with qtbot.waitSignal(pane.opened) as told:
        qtbot.keyClick(page.sheet, Qt.Key.Key_Return)
    assert told.args == [page.picture.current]


def test_pictures_are_told_to_a_screen_reader(pane: LedgerPane) -> None:
    pane.turn(Tab.TIMELINE)
    told = pane.horizons.accessibleDescription()
    assert told.startswith("Timeline of horizons, 12 findings. The first batch leaves")
    pane.turn(Tab.NUMBERS)
    assert "Duration, years; 10; 20; 10 to 20 years" in pane.numbers.accessibleDescription()


def test_number_lines_lay_one_quantity_of_several_sources_together(pane: LedgerPane) -> None:
    pane.turn(Tab.NUMBERS)
    titles = [axis.title for axis in pane.numbers.axes]
    assert titles == ["Duration, years", "Share, %", "Change, %", "Rate, USD/kg"]
    assert sum(len(axis.marks) for axis in pane.numbers.axes) == len(COUNTED)
    pane.head.part.setCurrentIndex(1)
    assert ("claim/forecast", "Duration, years") in [
        (axis.subject, axis.title) for axis in pane.numbers.axes
    ]


def test_keys_walk_down_the_number_lines(pane: LedgerPane, qtbot: QtBot) -> None:
    pane.turn(Tab.NUMBERS)
    qtbot.keyClick(pane.numbers, Qt.Key.Key_End)
    scene = pane.numbers.scene
    assert scene is not None
    assert pane.numbers.current == scene.order[-1]
    assert pane.numbers.verticalScrollBar().value() > 0


def test_what_is_too_high_for_a_png_is_refused(pane: LedgerPane) -> None:
    pane.show_rows(many(3_000), TODAY)
    pane.turn(Tab.NUMBERS)
    with pytest.raises(Refused, match="too tall"):
        saving.png(pane.numbers)
    assert saving.svg(pane.numbers)


@pytest.mark.parametrize("tab", [Tab.TIMELINE, Tab.NUMBERS])
def test_a_picture_is_saved_whole(pane: LedgerPane, tab: Tab) -> None:
    pane.turn(tab)
    picture: Picture = pane.horizons if tab is Tab.TIMELINE else pane.numbers
    drawn = saving.svg(picture)
    tree = ElementTree.fromstring(drawn)
    words = "".join(tree.itertext())
    assert "10–20 years to self-sufficiency in separation" in words
    assert "重稀土分离产能三到五年内翻一番" in words
    image = QImage.fromData(saving.png(picture))
    assert image.width() == int(2 * picture.whole().width())
    assert image.height() == int(2 * picture.whole().height())
    ends = (image.pixelColor(9, 9), image.pixelColor(image.width() - 1, image.height() - 1))
    assert ends[0] == ends[1] == theme.tones().base


def test_a_screen_reader_hears_a_list_of_findings(horizons: Horizons, qtbot: QtBot) -> None:
    heard = QAccessible.queryAccessibleInterface(horizons)
    order = timeline(horizons).order
    assert heard.role() == QAccessible.Role.List
    assert heard.childCount() == len(order)
    first = heard.child(0)
    assert first.role() == QAccessible.Role.ListItem
    told = [heard.child(n).text(QAccessible.Text.Name) for n in range(len(order))]
    assert any(one.startswith("Export licences are lifted. Horizon: Mar 2026") for one in told)
    assert (
        horizons.viewport()
        .rect()
        .contains(horizons.viewport().mapFromGlobal(first.rect().center()))
    )
    qtbot.keyClick(horizons, Qt.Key.Key_End)
    assert horizons.currentIndex().row() == len(order) - 1
    horizons.show_rows((), TODAY)
    assert heard.childCount() == 0


def test_qt_finds_no_fault_with_what_is_heard(horizons: Horizons, qtbot: QtBot) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(horizons.model(), fatal)
    horizons.show_rows(ROWS[:2], TODAY)
    horizons.zoom(2)
    horizons.show_rows(ROWS, TODAY)
    assert tester.model() is horizons.model()
