"""Events known to Python by what is loaded: those that nobody asks for stay plain events.

PySide looks for what an event is among all kinds there are, and loads the fifty of them with the
first one that a filter or an `event` of ours hears: 1.6 MB. It finds them by the name of the plain
one with its module before it; by its bare name there are none. An event whose kind is loaded, as
it is wherever `isinstance` asks for it, is still of that kind.

No call of PySide's turns this off, so that it is left as it is in a version that was not tried.
"""

import PySide6
from PySide6.QtCore import QEvent

TRIED = ((6, 8), (6, 11))  # the first and the last version of PySide of which this is known


def keep_plain() -> None:
    """Have PySide leave alone what it does not know of events."""
    if TRIED[0] <= PySide6.__version_info__[:2] <= TRIED[1]:
        QEvent.__name__ = "QEvent"
