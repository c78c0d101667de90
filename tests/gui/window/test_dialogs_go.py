"""A dialog that was closed is gone: an hour of them leaves the window as it was."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog

from gui.window import Window


@pytest.mark.parametrize("command", ["history", "export", "share", "keys", "terms"])
def test_a_dialog_is_gone_once_it_is_closed(window: Window, command: str) -> None:
    window.actions_[command].trigger()
    (dialog,) = window.findChildren(QDialog)
    dialog.reject()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(QDialog) == []
