"""Chinese is broken into lines as GB/T 15834 asks, wherever we lay it out ourselves."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextBrowser

from core.model import Kind, Node
from gui.highlights.card import broken
from gui.insights.layout import Laid, Row, Style
from gui.parts import ruby
from gui.parts.lines import Face, lay_as_is

#: What begins no line, and what ends none; and what is not parted in the middle.
NEVER_FIRST, NEVER_LAST, TWINS = "。，、；：？！）》」』】〕”’·～", "（《「『【〔“‘", ("——", "……")
HAN = st.sampled_from([*"稀土替代品要找多久中国供应链的了和年", "𠮷"])
WORD = st.sampled_from(["AI", "28nm", "2025", "10%", "GPU", "3.5"])
NAME = st.tuples(HAN, HAN, HAN, HAN).map(lambda c: f"{c[0]}{c[1]}·{c[2]}{c[3]}")
YEARS = st.sampled_from(["10～20年", "三年～五年", "5－10"])
POINT = st.sampled_from([*"。，、；：？！", "……", "——", "”，", "）。", "》、"])
HELD = st.tuples(st.sampled_from(["“{}”", "（{}）", "《{}》", "「{}」"]), HAN).map(
    lambda two: two[0].format(two[1] * 2)
)
LINE = st.lists(st.one_of(HAN, HAN, HAN, WORD, NAME, YEARS, HELD), min_size=1, max_size=8)
#: What alone fills a line is parted anywhere.
FILLS = re.compile("[!-~]{13}")
CHINESE = (
    st.lists(
        st.tuples(LINE, POINT).map(lambda two: "".join(two[0]) + two[1]), min_size=1, max_size=5
    )
    .map("".join)
    .filter(lambda text: not FILLS.search(text))
)
WIDTHS = st.integers(130, 400)  # from ten characters


def lines_of(layout: QTextLayout, text: str = "") -> list[str]:
    coded = (text or layout.text()).encode("utf-16-le")
    starts = [layout.lineAt(n).textStart() for n in range(layout.lineCount())]
    ends = [*starts[1:], len(coded) // 2]
    return [coded[2 * a : 2 * b].decode("utf-16-le") for a, b in zip(starts, ends, strict=True)]


def in_the_list(text: str, width: int, font: QFont) -> list[str]:
    return lines_of(lay_as_is(text, Face(font), width, 99))


def in_the_tree(text: str, width: int, font: QFont) -> list[str]:
    return lines_of(Laid(Row(Node(0, 1, Kind.CLAIM, text)), width, Style(font)).text)


def under_pinyin(text: str, width: int, font: QFont) -> list[str]:
    return lines_of(ruby.lay(text, ruby.Measure(Face(font)), width, 99).text)


def on_a_card(text: str, width: int, font: QFont) -> list[str]:
    return broken(text, font, width, 99)


def in_a_note(text: str, width: int, _font: QFont) -> list[str]:
    return _of_document(QPlainTextEdit(), text, width)


def in_the_preview(text: str, width: int, _font: QFont) -> list[str]:
    return _of_document(QTextBrowser(), text, width)


def _of_document(shown: QPlainTextEdit | QTextBrowser, text: str, width: int) -> list[str]:
    shown.setPlainText(text)
    shown.resize(width, 300)
    shown.document().setTextWidth(width)
    shown.document().size()
    shown.document().documentLayout().blockBoundingRect(shown.document().firstBlock())
    return lines_of(shown.document().firstBlock().layout(), text)


def faults(lines: list[str], but: str = "") -> Iterator[str]:
    for above, below in pairwise(lines):
        if below[0] in NEVER_FIRST and below[0] not in but:
            yield f"{above}|{below}"
        if above[-1] in NEVER_LAST or above[-1] + below[0] in TWINS:
            yield f"{above}|{below}"


@pytest.mark.parametrize("place", [in_the_list, in_the_tree, under_pinyin, on_a_card])
@given(CHINESE, WIDTHS)
@settings(max_examples=30, deadline=None)
@example("美国总统唐纳德·特朗普宣布对稀土征收关税，为期10～20年，专家说：“不可能。”", 130)
@example("稀土" * 6 + "（“中国”）。" * 6, 150)
def test_no_line_begins_or_ends_with_what_may_not(
    qapp: QApplication, place: Callable[[str, int, QFont], list[str]], text: str, width: int
) -> None:
    lines = place(text, width, qapp.font())
    assert "".join(lines) == text
    assert list(faults(lines)) == []


@pytest.mark.parametrize("place", [in_a_note, in_the_preview])
@given(CHINESE, WIDTHS)
@settings(max_examples=20, deadline=None)
def test_qt_keeps_points_and_brackets_where_it_breaks_lines_itself(
    qapp: QApplication, place: Callable[[str, int, QFont], list[str]], text: str, width: int
) -> None:
    """But for the dot and signs that join, which are letters to it."""
    assert list(faults(place(text, width, qapp.font()), but="·～")) == []


def test_a_sign_that_begins_something_may_begin_a_line(qapp: QApplication) -> None:
    lines = in_the_list("甲乙丙丁戊己庚辛 ～10年", 8.5 * Face(qapp.font()).full, qapp.font())  # type: ignore[arg-type]
    assert lines[1].startswith("～")


def test_where_there_is_no_other_break_it_stays_as_it_is(qapp: QApplication) -> None:
    assert "".join(in_the_list("·～·～·～稀·" * 5, 20, qapp.font())) == "·～·～·～稀·" * 5
