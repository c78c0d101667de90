"""A title, and the line under it, in the room that they may have."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.settings import Settings
from gui.insights.title import Byline, Title
from gui.parts import chinese

CHINESE, ENGLISH = "2025年11月4日 01:20", "4 Nov 2025, 01:20"


def lines(byline: Byline, width: int) -> list[str]:
    text = byline._lay(width).text
    laid = [text.lineAt(number) for number in range(text.lineCount())]
    return [text.text()[one.textStart() :][: one.textLength()] for one in laid]


@pytest.fixture
def byline(qtbot: QtBot) -> Byline:
    room = QWidget()
    made = Byline(room)
    made.setParent(None)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("when", [CHINESE, ENGLISH])
def test_a_day_is_never_parted_while_there_is_room_for_it(byline: Byline, when: str) -> None:
    byline.show_text(f"观察者网 · Guan Cha Zhe Wang · {when}")
    assert len(lines(byline, 900)) == 1
    for width in range(180, 400, 7):
        assert lines(byline, width)[-1].strip().endswith(when)


def test_where_neither_is_known_no_room_is_kept(byline: Byline) -> None:
    byline.show_text("观察者网")
    assert not byline.isHidden()
    byline.show_text("")
    assert byline.isHidden()


@pytest.mark.parametrize("width", [60, 180, 300, 900])
def test_a_place_in_what_is_shown_is_the_place_in_what_was_written(
    byline: Byline, width: int
) -> None:
    byline.show_text(f"观察者网 · Guan Cha Zhe Wang · {CHINESE}")
    laid = byline._lay(width).text
    assert len(laid.text()) == len(byline.text())
    byline._choose_all()
    assert byline.selected() == byline.text()


@pytest.fixture
def as_written() -> Iterator[None]:
    yield
    chinese.apply(Settings())


@pytest.mark.parametrize("has_pinyin", [False, True])
def test_where_room_is_short_there_are_fewer_lines_and_none_is_cut(
    qtbot: QtBot, has_pinyin: bool, as_written: None
) -> None:
    chinese.apply(Settings(pinyin=has_pinyin))
    room = QWidget()
    qtbot.addWidget(room)
    title = Title(room)
    title.show_text("重建稀土供应链要多久?从矿山到磁体的五道关")
    title.resize(120, 1000)
    whole = title._seen()
    assert whole.text.lineCount() > 2
    for height in range(title.minimumSizeHint().height(), int(whole.height) - 1):
        title.resize(120, height)
        seen = title._seen()
        assert seen.height <= height + 1
        assert seen.text.text().endswith("…")
    title.resize(120, round(whole.height))
    assert title._seen() is whole
