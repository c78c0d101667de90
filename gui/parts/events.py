"""Events known to Python by what is loaded: those that nobody asks for stay plain events.

PySide looks for what an event is among all kinds there are, and loads the fifty of them with the
first one that a filter or an `event` of ours hears: 1.6 MB. It finds them by the name of the plain
one with its module before it; by its bare name there are none. An event whose kind is loaded, as
it is wherever `isinstance` asks for it, is still of that kind.
"""

from PySide6.QtCore import QEvent


def keep_plain() -> None:
    """Have PySide leave alone what it does not know of events."""
    QEvent.__name__ = "QEvent"
