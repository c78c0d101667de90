"""Pinyin over a title: each syllable over its character, none upon another."""

from itertools import pairwise
from typing import cast

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from gui.parts.lines import Face
from gui.parts.ruby import Measure, lay, read

TITLES = st.text(st.sampled_from("中国装窗庄稀土出口管制升级𠮷啊,。《》 aB5😀e\u0301"), max_size=60)


def measure() -> Measure:
    return Measure(Face(QApplication.font()))


def test_every_code_point_has_a_syllable_or_none():
    assert read("从AI到𠮷") == ("cóng", "", "", "dào", "")


@given(TITLES, st.integers(40, 500))
def test_no_syllable_stands_upon_another(title, width):
    made = measure()
    ruby = lay(title, made, width, 3)
    wide = QFontMetricsF(ruby.small).horizontalAdvance
    for one, other in pairwise(ruby.over):
        if one.place.y() == other.place.y():
            assert one.place.x() + wide(one.said) <= other.place.x() + 0.01


@given(TITLES, st.integers(60, 500), st.integers(1, 4))
def test_a_title_keeps_to_its_lines_and_says_where_it_is_cut(title, width, most):
    ruby = lay(title, measure(), width, most)
    assert ruby.text.lineCount() <= most
    line = " ".join(title.split())
    shown = ruby.text.text()
    assert shown == line or shown.endswith("…")
    assert line.startswith(shown.rstrip("…"))


def test_a_syllable_stands_over_the_middle_of_its_character():
    made = measure()
    ruby = lay("稀土出口管制", made, 500, 1)
    line = ruby.text.lineAt(0)
    wide = QFontMetricsF(ruby.small).horizontalAdvance
    for place, one in enumerate(ruby.over[1:], 1):
        left, _ = cast("tuple[float, int]", line.cursorToX(place))
        middle = one.place.x() + wide(one.said) / 2
        assert abs(middle - (left + made.full / 2)) < 2
