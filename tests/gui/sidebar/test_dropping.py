"""What is dropped on a tag of the side bar, and which rows take it."""

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest

from gui.parts.drag import CLAIMS, TAG
from gui.sidebar import Shelf, Sidebar
from gui.sidebar.delegate import ShelfDelegate
from tests.gui.sidebar.given_shelves import TAGS, at, names


def test_what_is_dropped_on_a_tag_is_told(full: Sidebar) -> None:
    told: list[tuple[str, str]] = []
    full.tagged.connect(lambda *said: told.append(said))
    for name in ("forecast", "观察者网"):
        drop(full, name)
    assert told == [("claim/forecast", CLAIMS)]


def drop(sidebar: Sidebar, name: str, kind: str = CLAIMS, words: str = "1") -> None:
    carried = QMimeData()
    carried.setData(kind, words.encode())
    index = at(sidebar, name)
    place = sidebar.view.visualRect(index).center().toPointF()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(place, Qt.DropAction.CopyAction, carried, left, none)
    sidebar.view.dropEvent(event)


def test_a_tag_is_moved_below_another_or_to_the_top_and_nowhere_else(full: Sidebar) -> None:
    told: list[tuple[str, str]] = []
    full.moved.connect(lambda *said: told.append(said))
    drop(full, "claim", TAG, "稀土")
    drop(full, "Tags", TAG, "claim/forecast")
    for name in ("claim", "forecast", "Sources", "观察者网"):
        drop(full, name, TAG, "claim")
    assert told == [("稀土", "claim/稀土"), ("claim/forecast", "forecast")]


def test_only_what_takes_a_tag_is_lit_while_it_is_held_there(full: Sidebar) -> None:
    lit = [held_over(full, name) for name in ("claim", "forecast", "Tags", "Sources", "稀土")]
    assert lit == [None, None, "tags", None, "d"]


def test_a_row_that_nothing_is_held_over_is_not_lit(full: Sidebar) -> None:
    full.mark("")
    full.mark(None)
    view = full.view
    ground = view.grab(view.visualRect(at(full, "All Articles"))).toImage().pixelColor(60, 3)
    assert ground == view.palette().window().color()


def held_over(sidebar: Sidebar, name: str) -> str | None:
    """Hold the tag `claim` over a row, and give the key of the row that is lit."""
    carried = QMimeData()
    carried.setData(TAG, b"claim")
    place = sidebar.view.visualRect(at(sidebar, name)).center()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragMoveEvent(place, Qt.DropAction.CopyAction, carried, left, none)
    sidebar.view.dragMoveEvent(event)
    delegate = sidebar.view.itemDelegate()
    assert isinstance(delegate, ShelfDelegate)
    return delegate.under


def test_a_tag_that_is_moved_stays_folded(full: Sidebar) -> None:
    full.fold(["c"])
    drop(full, "稀土", TAG, "claim")
    below = Shelf("claim", 'tag:"稀土/claim"', id="c", tag="稀土/claim")
    last = Shelf("forecast", 'tag:"稀土/claim/forecast"', id="f", tag="稀土/claim/forecast")
    full.show_found({"tags": (TAGS[2], below, last)})
    assert names(full)[-3:] == ["Tags", "稀土", "claim"]


def test_a_tag_that_was_dragged_is_not_left_chosen(full: Sidebar) -> None:
    full.mark("")
    rows, place = full.view.viewport(), full.view.visualRect(at(full, "claim")).center()
    QTest.mousePress(rows, Qt.MouseButton.LeftButton, pos=place)
    held = full.view.currentIndex().data()
    QTimer.singleShot(0, lambda: QTest.mouseRelease(full.windowHandle(), Qt.MouseButton.LeftButton))
    QTest.mouseMove(rows, place + QPoint(60, 60))
    assert (held, full.view.currentIndex().data()) == ("claim", "All Articles")
