"""How the window looks: themes of high contrast, the length of lines, strokes, size of text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QPolygon
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.library import Library
from core.model import Article, Colour
from core.settings import Settings, load
from gui import theme
from gui.articles.head import BESIDE, PADDING
from gui.dialogs.boxes import Dot, TickBox
from gui.look import sizing
from gui.parts import strokes
from gui.window import Window
from tests.given import ANNA
from tests.gui.mouse import words_rect
from tests.gui.window.conftest import Open


@pytest.fixture(autouse=True)
def undressed(qapp: QApplication) -> Iterator[None]:
    yield
    strokes.apply("contrast")
    theme.apply(qapp, "light")


def colours_under(window: Window, span: tuple[int, int]) -> set[int]:
    """Give the colours below the words of the third row."""
    view = window.insights.view
    place = words_rect(view, 2, *span)
    image = view.viewport().grab(place.adjusted(0, place.height() // 2, 0, 6)).toImage()
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).rgb() for x, y in spots}


class Told(QObject):
    """Hears how often a widget is told of another style."""

    times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.StyleChange
        return super().eventFilter(watched, event)


def test_what_stands_in_much_else_is_dressed_no_oftener_for_it(window: Window) -> None:
    told, deep = Told(), window.insights.view.viewport()
    deep.installEventFilter(told)
    window.actions_["dark"].trigger()
    assert told.times <= 2


def test_a_theme_looks_the_same_begun_with_and_come_back_to(
    open_window: Open, library: Library, article: Article, qapp: QApplication
) -> None:
    theme.apply(qapp, "dark")
    window = open_window(library)
    window.articles.choose(article.id)
    window._reading.stop()  # or it may be painted as read meanwhile
    window.actions_["show_ledger"].trigger()
    window.actions_["dark"].trigger()
    qapp.processEvents()
    before = window.grab().toImage()
    for name in ("light", "dark"):
        window.actions_[name].trigger()
        qapp.processEvents()
    assert window.grab().toImage() == before


def test_rows_of_the_tree_stay_as_they_are_in_another_theme(window: Window) -> None:
    tree = window.insights.view
    before = [tree.visualRect(index) for index in tree._rows._indexes]
    window.actions_["contrast_dark"].trigger()
    assert tree._drawn.unmeasured() == []
    assert [tree.visualRect(index) for index in tree._rows._indexes] == before


@pytest.mark.parametrize("name", ["contrast_light", "contrast_dark"])
def test_high_contrast_is_put_on_from_the_menu_and_kept(window: Window, name: str) -> None:
    window.actions_[name].trigger()
    assert theme.tones().contrast
    assert theme.is_dark() == name.endswith("dark")
    assert window.actions_[name].isChecked()
    assert load().theme == name


def test_a_highlight_has_its_stroke_in_high_contrast(
    window: Window, span: tuple[int, int], library: Library, article: Article
) -> None:
    window.actions_["colour_blue"].trigger()
    window.choose_highlight(None)
    assert theme.strong(Colour.BLUE).rgb() not in colours_under(window, span)
    window.actions_["contrast_light"].trigger()
    assert theme.strong(Colour.BLUE).rgb() in colours_under(window, span)
    (placed,) = library.annotated(article.id).placed
    assert placed.highlight.colour is Colour.BLUE


def test_the_row_with_the_keys_has_a_ring_in_high_contrast(window: Window) -> None:
    def ringed() -> bool:
        view = window.insights.view
        row = view.visualRect(view.currentIndex())
        image = view.viewport().grab(row).toImage()
        edge = (image.pixelColor(image.width() // 2, y).rgb() for y in range(4))
        return theme.tones().accent.rgb() in edge

    window.actions_["contrast_dark"].trigger()
    window.insights.view.setFocus()
    assert ringed()
    window.articles.list.setFocus()
    assert not ringed()


def test_strokes_are_switched_in_the_menu_and_kept(window: Window, span: tuple[int, int]) -> None:
    window.actions_["colour_blue"].trigger()
    window.choose_highlight(None)
    window.actions_["underline_styles"].trigger()
    assert theme.strong(Colour.BLUE).rgb() in colours_under(window, span)
    assert window.actions_["underline_styles"].isChecked()
    assert load().underlines == "always"
    window.actions_["underline_styles"].trigger()
    assert theme.strong(Colour.BLUE).rgb() not in colours_under(window, span)
    assert load().underlines == "never"


def test_lines_are_no_longer_than_wanted_and_in_the_middle(window: Window) -> None:
    window.resize(2400, 900)
    widths = {}
    for length in ("full", "medium", "narrow"):
        window.actions_[f"lines_{length}"].trigger()
        view = window.insights.view
        QApplication.processEvents()
        widths[length] = view._drawn.laid(view._rows.at(2)).text.lineAt(0).width()
        room = window.insights.width() - view.wanted_width() if length != "full" else 0
        assert abs(view.x() - max(0, room) / 2) <= 1
        assert window.insights.heading.x() == view.x()
    assert widths["narrow"] < widths["medium"] < widths["full"]
    assert load().lines == "narrow"


def test_longer_lines_come_with_larger_text(window: Window) -> None:
    window.resize(2400, 900)
    before = window.insights.view.wanted_width()
    window.actions_["larger"].trigger()
    assert window.insights.view.wanted_width() > before


@pytest.mark.parametrize("percent", [80, 200])
def test_letters_stay_as_large_in_another_theme(window: Window, percent: int) -> None:
    def sizes() -> dict[QWidget, float]:
        ours = (w for w in window.findChildren(QWidget) if not w.objectName().startswith("qt_"))
        return {one: one.font().pointSizeF() for one in ours}

    window.actions_["highlight"].trigger()
    window.dressing.size_text(percent)
    sizing.finish()
    QApplication.processEvents()
    before = sizes()
    assert window.insights.heading.title in before
    for mode in ("dark", "contrast_light", "light"):
        window.actions_[mode].trigger()
        QApplication.processEvents()
        assert sizes() == before


def test_the_list_is_as_large_as_the_text(window: Window) -> None:
    before = window.articles.list.sizeHintForRow(0)
    window.dressing.size_text(200)
    assert window.articles.list.sizeHintForRow(0) > 1.7 * before
    after = window.articles.list.sizeHintForRow(0)
    window.actions_["contrast_dark"].trigger()
    assert window.articles.list.sizeHintForRow(0) == after


def test_whatever_is_read_is_as_large_as_the_text(window: Window, qtbot: QtBot) -> None:
    window.actions_["highlight"].trigger()
    window.actions_["show_ledger"].trigger()
    window.shelving.fill()
    detail, bar, ledger = window.inspector.detail(), window.shelving.bar, window.bookkeeping.pane
    assert bar
    assert ledger
    read = (detail.note.editor, detail.footer, bar.view, ledger, window.insights.heading.title)
    before = [one.font().pointSizeF() for one in read]
    for percent in (200, 80, 125, 100):
        window.dressing.size_text(percent)
        wanted = pytest.approx([points * percent / 100 for points in before])
        qtbot.waitUntil(lambda: [one.font().pointSizeF() for one in read] == wanted)  # noqa: B023


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_nothing_in_the_inspector_is_cut_however_large_the_text(
    window: Window, percent: int
) -> None:
    window.actions_["highlight"].trigger()
    window.dressing.size_text(percent)
    window.show_inspector()
    QApplication.processEvents()
    area = window.inspector.detail().area
    page = area.widget()
    assert page
    assert area.viewport().width() >= page.minimumSizeHint().width()


def test_the_names_in_the_side_bar_are_whole_in_a_narrow_window(window: Window) -> None:
    window.shelving.fill()
    window.actions_["highlight"].trigger()
    before = window.shelving.place.width()
    window.resize(900, 600)
    QApplication.processEvents()
    assert window.width() == 900
    assert window.shelving.place.width() == before


def test_all_panes_find_room_in_a_small_window(window: Window) -> None:
    window.shelving.fill()
    window.actions_["highlight"].trigger()
    window.resize(800, 600)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (800, 600)


def test_how_many_are_left_comes_before_their_order(window: Window) -> None:
    head = window.articles.head
    head.say_left(4)
    window.articles.setFixedWidth(164)
    QApplication.processEvents()
    assert (head.left.text(), head.order.text()) == ("4 left to read", "▾")
    assert head.order.accessibleName() == "Order: Newest First"
    room = head.fontMetrics().horizontalAdvance("4 left to read") + BESIDE + PADDING
    window.articles.setFixedWidth(room)  # but for the sign
    QApplication.processEvents()
    assert (head.left.text()[:2], head.left.text()[-1]) == ("4 ", "…")
    assert head.left.toolTip() == "4 left to read"


def test_a_window_starts_as_it_was_dressed(open_window: Open, library: Library) -> None:
    settings = Settings(author=ANNA.id, theme="light", underlines="always", lines="narrow")
    window = open_window(library, settings)
    assert strokes.on()
    assert window.actions_["lines_narrow"].isChecked()
    assert window.actions_["underline_styles"].isChecked()


@pytest.mark.parametrize("kind", [Dot, TickBox])
def test_boxes_and_dots_are_as_large_as_their_letters(window: Window, kind: type[Dot]) -> None:
    usual = painted(kind("All")).height()
    window.dressing.size_text(200)
    assert painted(kind("All")).height() == pytest.approx(2 * usual, abs=2)


def painted(box: Dot | TickBox) -> QRect:
    """Give the place that the accent of a chosen box takes."""
    box.setChecked(True)
    image = box.grab().toImage()
    accent = theme.tones().accent.rgb()
    spots = [QPoint(x, y) for x in range(image.width()) for y in range(image.height())]
    found = [spot for spot in spots if image.pixelColor(spot).rgb() == accent]
    return QPolygon(found).boundingRect()
