"""The data that travels with the program is there, and fit for use."""

from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QRawFont
from PySide6.QtSvg import QSvgRenderer

from core.samples import sample_texts
from gui.commands import commands

RESOURCES = Path(str(files("resources")))
ICONS = sorted((RESOURCES / "icons").glob("*.svg"))
ACTIONS = [path for path in ICONS if path.stem != "meipi"]


@pytest.mark.parametrize("path", ACTIONS, ids=lambda path: path.stem)
def test_an_icon_is_drawn_in_the_colour_of_the_text_with_one_kind_of_stroke(path, qapp):
    drawing = path.read_text("utf-8")
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    assert renderer.defaultSize() == QSize(24, 24)
    assert 'stroke="currentColor" stroke-width="1.75" stroke-linecap="round"' in drawing
    assert "#" not in drawing


def test_every_command_that_names_an_icon_has_it():
    named = {command.icon for command in commands() if command.icon}
    assert named <= {path.stem for path in ACTIONS}


def test_our_font_shows_chinese_simplified_and_traditional_and_rare_names(qapp):
    font = QRawFont(str(RESOURCES / "fonts" / "MeipiSansSC-Regular.otf"), 16)
    assert font.isValid()
    assert font.familyName() == "Meipi Sans SC"
    shown = "眉批稀土國製網直骨角镕喆堃，。「」【】·—–“”①→…€¥▾▴›‹"
    assert [char for char in shown if not font.supportsCharacter(ord(char))] == []
    assert (RESOURCES / "fonts" / "OFL.txt").is_file()


def test_the_samples_hold_the_claim_that_the_tour_marks():
    texts = sample_texts()
    assert len(texts) == 3
    assert sum("10 to 20 years" in text for text in texts) == 1
