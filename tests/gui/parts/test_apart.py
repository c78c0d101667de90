"""The space between Chinese and Latin: seen, and nowhere else."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from core.model import Kind, Node
from core.settings import Settings
from gui.insights.layout import Laid, Row, Style
from gui.parts import apart, chinese
from gui.parts.lines import Face, lay, width, width_in, write
from gui.units import length

#: Letters as they are met; Qt takes the mouse elsewhere where one without a width stands alone.
PARTS = [*"中稀土𠮷Aé9fi%€ ，。()😀אבü·", "e\u0301", "👩\u200d👩\u200d👧"]
MIXED = st.lists(st.sampled_from(PARTS), max_size=30).map("".join)
VAST = 100_000.0


@pytest.fixture(autouse=True)
def as_usual() -> Iterator[None]:
    yield
    chinese.apply(Settings())


def spaced(*, on: bool) -> None:
    kept = Settings()
    kept.spaced = on
    chinese.apply(kept)


def laid(text: str, wide: float = VAST) -> Laid:
    node = Node(position=0, depth=0, kind=Kind.CLAIM, text=text)
    return Laid(Row(node), wide, Style(QGuiApplication.font()))


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("中国在2025年", "在5"),
        ("用了28nm工艺", "了m"),
        ("产量的85%在中国", "的%"),
        ("约€20亿", "约0"),
        ("稀土 rare earth", ""),  # there is a space already
        ("稀土，ASML", ""),
        ("稀土", ""),
        ("rare earth", ""),
        ("𠮷A", "𠮷"),
        ("中A אב", ""),
        ("한국A", ""),  # which sets spaces itself
    ],
)
def test_it_stands_where_chinese_and_latin_touch(text, behind):
    assert "".join(text[n] for n in apart.places(text)) == behind


def test_it_is_about_an_eighth_of_a_character_wide():
    font = QGuiApplication.font()
    font.setPixelSize(32)
    face = Face(font)
    spaced(on=False)
    plain = lay("稀土A", face, VAST, 1)
    spaced(on=True)
    wider = lay("稀土A", face, VAST, 1)
    before, after = (one.lineAt(0).naturalTextWidth() for one in (plain, wider))
    assert after - before == pytest.approx(4, abs=0.1)
    assert width("稀土A", face) == pytest.approx(after, abs=0.1)


@given(MIXED)
@example("\u200d𠮷9")
@example("。\u200d9𠮷")
@example("\u03019中")
@example("。\u030199中")
def test_no_place_in_a_text_changes(text):
    """The mouse finds the same letter, and marks cover the same ones, as without the space."""
    spaced(on=True)
    wide = laid(text)
    spaced(on=False)
    plain = laid(text)
    assert wide.text.text() == plain.text.text()
    for offset in range(length(text) + 1):
        there, here = plain.place_of(offset), wide.place_of(offset)
        assert wide.offset_at(here.center()) == plain.offset_at(there.center())
    for end in range(1, len(text) + 1):
        assert len(wide.areas(end - 1, end)) == len(plain.areas(end - 1, end))


@pytest.mark.parametrize(("text", "by"), [("稀土A稀土", 2), ("rare earth", 0)])
def test_a_line_is_written_as_wide_as_it_is_measured(text, by):
    picture = QImage(400, 40, QImage.Format.Format_ARGB32)
    font = QGuiApplication.font()
    with QPainter(picture) as painter:
        painter.setFont(font)
        spaced(on=False)
        plain = write(painter, QRectF(0, 0, 400, 40), text)
        spaced(on=True)
        wide = write(painter, QRectF(0, 0, 400, 40), text)
        assert write(painter, QRectF(0, 0, 30, 40), text) <= 30
    assert wide == pytest.approx(width_in(text, font), abs=0.1)
    assert wide - plain == pytest.approx(by * Face(font).space, abs=0.1)


@given(MIXED, st.integers(40, 300))
def test_all_that_is_laid_out_is_seen_and_what_is_cut_says_so(text, room):
    spaced(on=True)
    made = lay(text, Face(QGuiApplication.font()), room, 2)
    last = made.lineAt(made.lineCount() - 1)
    assert last.textStart() + last.textLength() == length(made.text())
    whole = " ".join(text.split())
    assert made.text() == whole or made.text().endswith("…")
