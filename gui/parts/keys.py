"""Keys that a list or a picture takes for itself while the reader is in it."""

from collections.abc import Container

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

KEYPAD = Qt.KeyboardModifier.KeypadModifier
COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def claims(event: QEvent, keys: Container[int]) -> bool:
    """Take one of these keys before the window's commands do; tell whether it was taken."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.key() not in keys or event.modifiers() & COMMAND:
        return False
    event.accept()
    return True


def held(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Give what is held with a key; on a Mac, all arrows are said to be of the keypad."""
    return event.modifiers() & ~KEYPAD


def is_letter(event: QKeyEvent) -> bool:
    """Tell whether a key writes something: those not taken belong to the window."""
    return bool(event.text()) and event.text().isprintable()
