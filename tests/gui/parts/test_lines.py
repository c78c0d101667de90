"""Words on one line: neighbours in a row stand on it together, whichever script they are in."""

from datetime import date

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from core.finding import Due
from gui import tongue
from gui.ledger.columns import COLUMNS, Column
from gui.parts.horizons import due_words
from gui.parts.lines import first_line, untabled, width_in, write

AREA = QRectF(4, 0, 200, 40)
INK = Qt.GlobalColor.black


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    """A font of Latin letters, for which a font of Chinese helps out that stands higher."""
    made = QFont(qapp.font())
    made.setFamilies(["DejaVu Sans", "Meipi Sans SC"])
    made.setPointSize(16)
    return made


def lowest(text: str, font: QFont, *, right: bool = False) -> int:
    """Give the row of dots on which the H at the beginning of a text stands."""
    image = QImage(220, 40, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.setFont(font)
        painter.setPen(INK)
        wide = write(painter, AREA, text, right=right)
    begin = int(AREA.right() - wide if right else AREA.left())
    letter = range(begin + 2, begin + int(QFontMetricsF(font).horizontalAdvance("H")) - 2)
    inked = (y for y in range(40) for x in letter if image.pixelColor(x, y).lightness() < 90)
    return max(inked)


def test_letters_stand_alike_beside_chinese_and_without_any(font: QFont) -> None:
    assert lowest("H", font) == lowest("H 稀土", font) == lowest("H稀土", font)
    assert lowest("H", font) == lowest("H 稀土", font, right=True)


def test_a_column_of_horizons_has_room_for_the_longest_in_chinese(
    qapp: QApplication, font: QFont
) -> None:
    tongue.wear(qapp, "zh")
    said = due_words(Due(date(2025, 10, 1), date(2026, 3, 31), "month"))
    room = width_in(COLUMNS[Column.HORIZON].long(), font)
    tongue.wear(qapp, "en")
    assert width_in(said, font) <= room


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            "| 品种 | 价格 | | --- | :-: | | 铜 | -1% | Copper fell.",
            "品种 · 价格 · 铜 · -1% · Copper fell.",
        ),
        ("|a|b| |:--|--:| |-1%|-|", "a · b · -1% · -"),
        ("--- | --- foo | bar text", "foo · bar text"),
        ("| x | y | | --- | --", "x · y"),
        ("| x | y | | --", "x · y"),
        ("a -- b | c", "a -- b | c"),
        ("Prices -- up | down -- at last", "Prices -- up | down -- at last"),
        ("| a | - | 5 |", "| a | - | 5 |"),
        ("x | y --- z", "x | y --- z"),
        ("- " * 120 + "|", "- " * 120 + "|"),
    ],
)
def test_of_a_table_in_markdown_the_cells_are_shown_and_not_the_rules(
    written: str, shown: str
) -> None:
    assert untabled(written) == shown


@pytest.mark.parametrize(
    ("note", "line"),
    [
        ("\n## **稀土** first\nand more", "稀土 first"),
        ("- see [the page](https://example.org/a)", "see the page"),
        ("> *so* he `said`", "so he said"),
        ("```\ncode\n```", "code"),
    ],
)
def test_a_note_begins_as_it_is_read(note: str, line: str) -> None:
    assert first_line(note) == line
