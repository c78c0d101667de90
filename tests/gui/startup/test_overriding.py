"""What goes wrong in a function of ours that Qt calls: it is told, and the program goes on."""

import pytest

from tests.gui.apart import told_by

PROGRAM = """
import sys
from gui import __main__
from gui.startup import start
def begin(*_given):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QDialog, QPushButton
    class Odd(QDialog):
        def closeEvent(self, _event):
            WRONG
        def accept(self):
            print("accepted", flush=True)
    app, odd, button = QApplication([]), Odd(), QPushButton()
    sys.excepthook = lambda kind, *_more: print(kind.__name__, flush=True)
    button.clicked.connect(odd.accept)
    app.setQuitOnLastWindowClosed(False)
    odd.show()
    for step in (odd.close, button.click, app.quit):
        QTimer.singleShot(0, step)
    return app.exec()
start.start = begin
sys.exit(__main__.main([]))
"""


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("[][0]", "IndexError"),
        ("1 / 0", "ZeroDivisionError"),
        ("int('x')", "ValueError"),
        ("self.resize('wide')", "TypeError"),
        ("raise OSError", "OSError"),
    ],
)
def test_an_error_in_a_function_that_qt_calls_is_told(wrong: str, told: str) -> None:
    shown = told_by(PROGRAM.replace("WRONG", wrong))
    assert shown == f"{told}\naccepted\n"
