"""What turns the direction of a line unseen is shown wherever words of others are."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.highlights.safe_text import SafeText
from gui.insights.title import Byline, Title
from gui.parts.tip import tip

WRITTEN = "prices \u202erose\u202c \u2067again\u2069"
SHOWN = "prices �rose� �again�"


@pytest.mark.parametrize("kind", [Title, Byline])
def test_in_a_title_and_under_it_where_what_was_written_is_copied(
    qtbot: QtBot, kind: type[Title]
) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    title = kind(room)
    title.show_text(WRITTEN)
    assert title._lay(900).text.text() == SHOWN
    title._choose_all()
    assert title.selected() == WRITTEN


def test_in_a_quote_and_in_a_note_as_it_reads(qtbot: QtBot) -> None:
    text = SafeText()
    qtbot.addWidget(text)
    text.setPlainText(WRITTEN)
    assert text.toPlainText() == SHOWN
    text.setHtml(f"<p>{WRITTEN}</p>")
    assert text.toPlainText() == SHOWN


def test_in_a_tip() -> None:
    assert tip(WRITTEN) == f"<qt>{SHOWN}</qt>"
