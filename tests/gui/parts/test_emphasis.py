"""Words between stars are bold, and every place in them is the place in what was written."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from pytestqt.qtbot import QtBot

from core.model import Kind, Node
from gui.dialogs.outlined import Outlined
from gui.insights.layout import Laid, Row, Style
from gui.look import letters
from gui.parts import emphasis
from gui.verbs.findings.gathering import _proposed
from tests.given import made

VAST = 100_000.0


def laid(text: str) -> Laid:
    node = Node(position=0, depth=0, kind=Kind.CLAIM, text=text)
    return Laid(Row(node), VAST, Style(QGuiApplication.font()))


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("**China**: M2 was **330** trillion", ["China", "330"]),
        ("𠮷 **稀土**涨", ["稀土"]),
        ("2 ** 3 ** 4, **, and a * b", []),
        ("**open", []),
        ("****", []),
        ("none", []),
    ],
)
def test_what_is_between_stars_is_bold(text: str, bold: list[str]) -> None:
    units = text.encode("utf-16-le")
    found = [
        units[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")
        for one in emphasis.formats(text)
    ]
    assert found[1::3] == bold
    assert {*found[0::3], *found[2::3]} <= {"**"}
    assert emphasis.plain(text) == (text.replace("**", "") if bold else text)


def test_a_preview_sets_it_bold_without_the_stars(qtbot: QtBot) -> None:
    shown = Outlined("local")
    qtbot.addWidget(shown)
    shown.show_article(made("五道关", "**China** grows, 2 ** 3", "It **does**"))
    words = shown.toPlainText()
    assert words.endswith("•  China grows, 2 ** 3 [1]\n•  It does [2]")
    cursor, bold = shown.textCursor(), ""
    for place in range(words.index("•"), len(words)):
        cursor.setPosition(place + 1)
        bold += words[place] if cursor.charFormat().font().bold() else ""
    assert bold == "Chinadoes"


def test_a_finding_is_proposed_in_words_without_the_stars() -> None:
    assert _proposed("**China**  grows") == "China grows"


def test_the_stars_take_next_to_no_room(qapp: QGuiApplication) -> None:
    starred, bare = laid("**China** grows"), laid("China grows")
    line = starred.text.lineAt(0)
    heavy = QFontMetricsF(letters.bold(qapp.font())).horizontalAdvance("China")
    assert (
        line.naturalTextWidth() < heavy + QFontMetricsF(qapp.font()).horizontalAdvance(" grows") + 8
    )
    assert line.height() == bare.text.lineAt(0).height()


def test_a_place_under_the_mouse_is_the_place_in_the_text() -> None:
    one = laid("**China** grows")
    for offset in (4, 7, 10, 12, 15):
        place = one.place_of(offset)
        assert one.offset_at(QPointF(place.left() + 0.1, place.center().y())) == offset
