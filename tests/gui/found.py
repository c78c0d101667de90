"""A reader who makes findings in the window, and looks what became of them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.finding import Finding
from core.library import Reader
from gui.dialogs.choosing import FindingPopup
from gui.highlights.finding.page import FindingPage
from gui.highlights.finding.read_field import ReadField
from gui.window import Window
from tests.gui.over import shown_over

CLAIM = "A secure supply chain could take 10 to 20 years to build"
SHIFT = Qt.KeyboardModifier.ShiftModifier
Span = tuple[int, int]


def look(window: Window, qtbot: QtBot) -> None:
    """Wait until the window knows which findings there are."""
    window.concluding.fill()
    qtbot.waitUntil(lambda: window.concluding._resting.is_looking is False)  # type: ignore[union-attr]


def make(page: FindingPage, statement: str = "") -> None:
    """Write another statement, if any, and press Enter."""
    if statement:
        page.statement.replace(statement)
    QTest.keyClick(page.statement, Qt.Key.Key_Return)


def the(library: Reader) -> Finding:
    (found,) = library.findings()
    return found


def quotes(library: Reader, finding: Finding) -> list[str]:
    """Give the words a finding rests on, in the order in which they were marked."""
    marks = [library.highlight(evidence.highlight) for evidence in finding.evidence]
    return [one.passage.quote for one in sorted(marks, key=lambda one: one.created)]


def cited(page: FindingPage) -> list[str]:
    """Give the words that the page shows as evidence."""
    return [row.cited.quote for row in page.evidence.rows]


def choose(words: str) -> None:
    """Choose a finding in the small window that is open, by some words."""
    popup = shown_over(FindingPopup)
    QTest.keyClicks(popup.line, words)
    QTest.keyClick(popup.line, Qt.Key.Key_Return)


def write_into(field: ReadField, text: str) -> None:
    """Write something else into a field, and press Enter."""
    field.line.setFocus()
    field.line.setText(text)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
