"""Fonts: what stands between English words is as narrow as they are, and Chinese is there."""

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from gui import theme

OWN = "Meipi Sans SC"


def ems(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text) / QFontInfo(font).pixelSize()


def test_our_own_font_has_narrow_quotation_marks_and_dots() -> None:
    font = QFont(OWN, 20)
    assert all(ems(font, sign) < 0.6 for sign in "“”‘’·")
    assert ems(font, "稀") == pytest.approx(1, abs=0.05)


def test_english_is_narrow_in_the_font_of_the_window(qapp: QApplication) -> None:
    assert all(ems(qapp.font(), sign) < 0.6 for sign in "“”‘’·")


def test_a_chinese_font_of_the_system_stands_behind_a_latin_one(qapp: QApplication) -> None:
    before = qapp.font()
    qapp.setFont(QFont("Noto Sans CJK SC", 10))
    try:
        wide = ems(qapp.font(), "“") > 0.8
        theme.load_fonts(qapp)
        families = qapp.font().families()
        assert all(ems(qapp.font(), sign) < 0.6 for sign in "“”")
    finally:
        qapp.setFont(before)
    assert not wide or families[0] != "Noto Sans CJK SC"


def test_radicals_that_text_out_of_a_pdf_has_for_characters_are_in_our_own_font() -> None:
    metrics = QFontMetricsF(QFont(OWN, 20))
    assert all(metrics.inFontUcs4(ord(sign)) for sign in "⾊⽇⾏⻓⻅")
