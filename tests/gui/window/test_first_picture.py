"""The first picture: what the panes are going to show, shown before them, or nothing at all."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core import annotate, settings
from core.library import Library
from gui import theme
from gui.look import sizing
from gui.look.tones import NAMED
from gui.parts import screens
from gui.startup.frame import Frame
from gui.startup.furnish import dressed
from gui.startup.picture import BARE, WHOLE, Picture
from gui.startup.places import edges
from gui.startup.sketch import Edges
from gui.startup.start import start
from gui.window import Window
from tests.generate import articles
from tests.given import ANNA, made
from tests.gui.window.conftest import Answers, Open

RGB = QImage.Format.Format_RGB32


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    settings.save(settings.Settings(author=ANNA.id, name=ANNA.name, zone="UTC"))
    dressed(settings.load())
    yield
    theme.apply(qapp, "light")


@pytest.fixture
def mine(path: Path, library: Library) -> Path:
    """A library of the reader's own, in a window that is no larger than the screen."""
    library.commit(library.add(articles(30)).change)
    return at_home(path)


def at_home(path: Path) -> Path:
    def make_small(frame: Frame, window: Window) -> None:
        for name in ("show_sidebar", "show_inspector"):
            window.actions_[name].trigger()
        frame.resize(700, 600)

    settings.remember(settings.load(), path)
    once_there(make_small)
    assert start(path) == 0
    return path


def frames() -> list[Frame]:
    tops = QApplication.topLevelWidgets()
    return [one for one in tops if isinstance(one, Frame) and one.isVisible()]


def once_there(do: Callable[[Frame, Window], object]) -> None:
    """Do this as soon as there are panes, and close whatever comes of it."""

    def look() -> None:
        found = [(one, pane) for one in frames() for pane in one.findChildren(Window)]
        if not found:
            QTimer.singleShot(0, look)
            return
        try:
            do(*found[0])
        finally:
            found[0][1].close()

    QTimer.singleShot(0, look)


def start_and_close(path: Path, *commands: str) -> QImage:
    """Start, give these commands, close; return what the panes showed as soon as they came."""
    shown: list[QImage] = []

    def look(frame: Frame, window: Window) -> None:
        QApplication.processEvents()  # panes lay out what is in them
        shown.append(frame.grab().toImage())
        for name in commands:
            window.actions_[name].trigger()

    once_there(look)
    assert start(path) == 0
    sizing.apply(sizing.USUAL)  # as any program starts
    return shown[0]


def picture(path: Path) -> QImage | None:
    """Give what the next start begins with."""
    return Picture(settings.load()).of(path)


def first_of(path: Path) -> QImage:
    """Give what the frame shows before there are panes."""
    seen = Frame(Picture(settings.load()))
    seen.show_first(path)
    assert seen.isVisible()
    shown = seen.grab().toImage().convertToFormat(RGB)
    seen.close()
    return shown


def test_a_start_begins_with_what_its_panes_then_show(mine: Path) -> None:
    start_and_close(mine, "next_article", "next_article", "larger")
    first = picture(mine)
    assert first is not None
    assert first == start_and_close(mine).convertToFormat(first.format())


def test_an_empty_library_begins_with_its_welcome(path: Path, library: Library) -> None:
    first = picture(at_home(path))
    assert first is not None
    assert first == start_and_close(path).convertToFormat(first.format())


def test_the_frame_shows_it_and_is_back_once_it_is_seen(mine: Path) -> None:
    start_and_close(mine)
    assert first_of(mine) == picture(mine)


def test_what_was_written_meanwhile_makes_it_untrue(mine: Path, library: Library) -> None:
    start_and_close(mine)
    article = library.cards(library.order())[0].id
    library.commit(annotate.read({article: False}, now=True))
    assert picture(mine) is None


def test_another_library_theme_or_size_of_text_makes_it_untrue(mine: Path, tmp_path: Path) -> None:
    start_and_close(mine, "larger")
    assert picture(mine) is not None
    assert picture(tmp_path / "other.meipi") is None
    settings.save(settings.Settings(author=ANNA.id, name=ANNA.name, theme="dark"))
    assert picture(mine) is None


def test_a_spoilt_picture_is_none(mine: Path) -> None:
    start_and_close(mine)
    kept = settings.home("config") / "window.png"
    kept.write_bytes(kept.read_bytes()[:2000])
    assert picture(mine) is None
    start_and_close(mine)
    assert picture(mine) is not None


def test_what_is_not_true_any_more_is_left_out_and_the_rest_is_shown(
    mine: Path, library: Library
) -> None:
    start_and_close(mine)
    with_articles = Picture(settings.load()).bare()
    assert with_articles is not None
    library.commit(library.add([made("又一篇", "Said elsewhere")]).change)
    first = first_of(mine)
    assert first == with_articles
    start_and_close(mine)
    assert Picture(settings.load()).bare() == with_articles, "it tells nothing of a library"
    panes = start_and_close(mine).convertToFormat(first.format())
    tools = QRect(0, 0, panes.width(), 50)
    assert first.copy(tools) == panes.copy(tools)


@pytest.mark.parametrize("theme_of", NAMED)
def test_where_none_is_kept_the_edges_are_those_of_the_panes(mine: Path, theme_of: str) -> None:
    settings.save(replace(settings.load(), theme=theme_of))
    start_and_close(mine)
    for name in (WHOLE, BARE):
        (settings.home("config") / name).unlink()
    first, panes = first_of(mine), start_and_close(mine).convertToFormat(RGB)
    low, top = first.height() - 40, range(first.height())
    across = [(x, low) for x in range(first.width())]
    down = [(4, y) for y in top if not 25 < y < 70]  # but for what is in the bars
    searched = [(150, y) for y in top if 70 < y < 150]  # through the search line
    for line in (across, down, searched):
        met = [pair for pair in pairwise(line) if first.pixel(*pair[0]) != first.pixel(*pair[1])]
        assert met
        assert [first.pixel(*at) for pair in met for at in pair] == [
            panes.pixel(*at) for pair in met for at in pair
        ]


@pytest.mark.parametrize("articles_there", [0, 3])
def test_the_very_first_start_knows_where_the_panes_will_stand(
    library: Library, open_window: Open, articles_there: int
) -> None:
    if articles_there:
        library.commit(library.add(articles(articles_there)).change)
    window = open_window(library)
    window.resize(1280, 800)
    line = window.fontMetrics().height()
    usual = Edges.usual(line, empty=not articles_there).sizes()
    stand = edges(window).sizes()
    assert usual[1:3] == stand[1:3]
    assert all(abs(one - other) < 4 for one, other in zip(usual, stand, strict=True))


def test_edges_that_make_no_sense_are_none() -> None:
    known = Edges.usual(14, empty=True)
    assert Edges.kept(list(map(str, known.sizes()))) == known
    assert Edges.kept(known.sizes()[1:]) is None
    assert Edges.kept(["wide"] * 9) is None


def test_of_a_library_of_somebody_else_none_is_kept(path: Path, library: Library) -> None:
    library.commit(library.add(articles(3)).change)
    start_and_close(path)
    assert not (settings.home("config") / "window.png").exists()


def test_a_window_that_was_nowhere_yet_is_no_larger_than_the_screen() -> None:
    frame = Frame(Picture(settings.load()))
    assert frame.size().boundedTo(screens.space()) == frame.size()


def test_closing_the_frame_closes_the_window(mine: Path) -> None:
    closed: list[bool] = []
    once_there(lambda frame, window: closed.extend((frame.close(), window.isVisible())))
    assert start(mine) == 0
    assert closed == [True, False]


def test_keys_go_to_the_panes_inside_the_frame(mine: Path) -> None:
    at: list[int | None] = []

    def press(frame: Frame, window: Window) -> None:
        QTest.keyClick(frame.focusWidget() or frame, Qt.Key.Key_Down)
        at.append(window.articles.list.position())

    once_there(press)
    assert start(mine) == 0
    assert at == [1]


def test_what_another_program_wrote_is_shown_on_coming_back_to_the_frame(mine: Path) -> None:
    counted: list[int] = []

    def leave_and_return(frame: Frame, window: Window) -> None:
        counted.append(window.articles.count())
        elsewhere = QWidget()
        elsewhere.show()
        elsewhere.activateWindow()
        QTest.qWaitForWindowActive(elsewhere)
        with Library(mine, ANNA) as other:
            other.commit(other.add([made("又一篇", "Said elsewhere")]).change)
        frame.activateWindow()
        QTest.qWaitForWindowActive(frame)
        elsewhere.close()
        counted.append(window.articles.count())

    once_there(leave_and_return)
    assert start(mine) == 0
    assert counted[1] == counted[0] + 1


def test_what_is_asked_before_there_are_panes_is_as_large_as_they_are(
    path: Path, library: Library, qapp: QApplication
) -> None:
    asked, usual = list[float](), qapp.font().pointSizeF()

    class Whose(Answers):
        def is_mine(self, parent: QWidget | None, library: Path) -> bool | None:  # noqa: ARG002
            asked.append(qapp.font().pointSizeF())
            return None

    settings.save(replace(settings.load(), text=200))
    assert start(path, Whose()) == 1
    assert asked == [2 * usual]
    sizing.apply(sizing.USUAL)
