"""What an event is, where nobody asked for its kind and where somebody did."""

import pytest

from tests.gui.apart import told_by

PROGRAM = """
from gui.parts import events
BEFORE
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
class Ear(QObject):
    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Resize:
            print(type(event).__name__)
        return False
app, window, ear = QApplication([]), QWidget(), Ear()
window.installEventFilter(ear)
window.show()
app.processEvents()
from PySide6.QtGui import QResizeEvent
window.resize(300, 300)
app.processEvents()
"""


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("events.keep_plain()", "QEvent QResizeEvent"),
        ("events.TRIED = ((5, 0), (5, 15)); events.keep_plain()", "QResizeEvent QResizeEvent"),
    ],
    ids=["tried", "not tried"],
)
def test_an_event_is_of_its_kind_where_that_is_loaded(before: str, told: str) -> None:
    shown = told_by(PROGRAM.replace("BEFORE", before))
    assert shown.split() == told.split()
