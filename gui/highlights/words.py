"""Words and labels that several parts of the inspector need."""

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QLabel, QWidget

from core.model import Anchoring, Placed
from gui.look import letters
from gui.parts.labels import faint, larger
from gui.tongue import tr


def trouble(anchoring: Anchoring) -> str:
    """Say what became of a passage in the new text, if that needs a look."""
    return {
        Anchoring.ORPHAN: tr("not found in the new text"),
        Anchoring.AMBIGUOUS: tr("found in more than one place"),
        Anchoring.NUMBER_CHANGED: tr("a number changed"),
        Anchoring.NAME_CHANGED: tr("a name changed"),
        Anchoring.REWORDED: tr("the words have changed"),
    }.get(anchoring, "")


#: What a reader may accept as it is in the new text.
CHANGED = (Anchoring.NUMBER_CHANGED, Anchoring.NAME_CHANGED, Anchoring.REWORDED)


def may_accept(placed: Placed) -> bool:
    """Tell whether there is one place in the new text to accept."""
    return placed.anchoring in CHANGED and placed.near is not None


def two_versions() -> str:
    return tr("two versions of it: choose one")


def private_word() -> str:
    return tr("Private")


def moment(milliseconds: int) -> str:
    """Say a time of a deed as the reader's own clock shows it."""
    when = QDateTime.fromMSecsSinceEpoch(milliseconds)
    return QLocale().toString(when, tr("d MMM yyyy, HH:mm"))


def faint_label(parent: QWidget | None = None) -> QLabel:
    """Make a small label for what comes second."""
    return larger(faint(within=parent), letters.SMALL, bold=False)
