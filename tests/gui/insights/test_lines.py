"""Lines of Chinese and English beside one another: on base lines that are equally far apart."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from core.model import Kind, Node
from gui.insights.layout import Laid, Row, Style
from gui.insights.pane import LETTERS

ENGLISH = "Separation of heavy rare earths needs hundreds of mixing and settling stages"
MIXED = "Separation of “heavy” rare earths 重稀土 needs hundreds of 混合 and settling stages"
CHINESE = "重稀土的分离需要数百个混合与澄清级，而其中百分之八十五的产能集中在一个国家"


def laid(text: str, font: QFont, width: float = 240) -> Laid:
    return Laid(Row(Node(0, 1, Kind.CLAIM, text)), width, Style(font))


def bases(one: Laid) -> list[float]:
    lines = (one.text.lineAt(n) for n in range(one.text.lineCount()))
    return [line.y() + line.ascent() for line in lines]


@pytest.mark.parametrize("text", [ENGLISH, MIXED, CHINESE])
@pytest.mark.parametrize("points", [9, 13, 20])
def test_base_lines_are_equally_far_apart(qapp: QApplication, text: str, points: int) -> None:
    font = QFont(qapp.font())
    font.setPointSize(points)
    found = bases(laid(text, font))
    assert len(found) > 1
    steps = {round(after - before, 1) for before, after in pairwise(found)}
    assert len(steps) == 1
    assert found[0] == pytest.approx(bases(laid(ENGLISH, font))[0])


def test_a_row_is_as_high_in_chinese_as_in_english(qapp: QApplication) -> None:
    heights = {laid(text, qapp.font(), 4000).height for text in (ENGLISH, MIXED, CHINESE)}
    assert len(heights) == 1


@pytest.mark.parametrize("length", ["narrow", "medium"])
@pytest.mark.parametrize(("text", "least", "most"), [(ENGLISH, 45, 75), (CHINESE, 25, 40)])
def test_a_line_is_as_long_as_is_good_to_read(
    qapp: QApplication, length: str, text: str, least: int, most: int
) -> None:
    width = LETTERS[length] * Style(qapp.font()).letter
    shown = laid(" ".join([text] * 12), qapp.font(), width).text
    lines = [shown.lineAt(n).textLength() for n in range(shown.lineCount() - 1)]
    assert least <= sum(lines) / len(lines) <= most
