"""Words and labels that several parts of the inspector need."""

import re

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtGui import QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from core.model import Anchoring, Colour, Stance

MARKUP = re.compile(r"\*\*|__|~~|==|`|(?<![\w*])\*(?=\w)|(?<=\w)\*(?![\w*])")
#: What would turn the direction of a line unseen is shown.
TURNING = dict.fromkeys(
    (*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\N{REPLACEMENT CHARACTER}"
)
_translate = QCoreApplication.translate


def trouble(anchoring: Anchoring) -> str:
    """Say what became of a passage in the new text, if that needs a look."""
    return {
        Anchoring.ORPHAN: _translate("Trouble", "not found in the new text"),
        Anchoring.AMBIGUOUS: _translate("Trouble", "found in more than one place"),
        Anchoring.NUMBER_CHANGED: _translate("Trouble", "a number changed"),
        Anchoring.REWORDED: _translate("Trouble", "the words have changed"),
    }.get(anchoring, "")


def colour_name(colour: Colour) -> str:
    return {
        Colour.YELLOW: _translate("Colour", "Yellow"),
        Colour.RED: _translate("Colour", "Red"),
        Colour.GREEN: _translate("Colour", "Green"),
        Colour.BLUE: _translate("Colour", "Blue"),
        Colour.PURPLE: _translate("Colour", "Purple"),
        Colour.MAGENTA: _translate("Colour", "Magenta"),
        Colour.ORANGE: _translate("Colour", "Orange"),
        Colour.GREY: _translate("Colour", "Grey"),
    }[colour]


def stance_name(stance: Stance) -> str:
    return {
        Stance.NONE: _translate("Stance", "None"),
        Stance.AGREE: _translate("Stance", "Agree"),
        Stance.DOUBT: _translate("Stance", "Doubt"),
        Stance.CHECK: _translate("Stance", "Check later"),
    }[stance]


def two_versions() -> str:
    return _translate("Trouble", "two versions of it: choose one")


def private_word() -> str:
    return _translate("Highlight", "Private")


def moment(milliseconds: int) -> str:
    """Say a time of a deed as the reader's own clock shows it."""
    when = QDateTime.fromMSecsSinceEpoch(milliseconds)
    locale = QLocale()
    if locale.language() == QLocale.Language.Chinese:
        return locale.toString(when, "yyyy年M月d日 HH:mm")
    return locale.toString(when, "d MMM yyyy, HH:mm")


def first_line(text: str, most: int = 200) -> str:
    """Give the first line that says something, without the marks of Markdown."""
    plain = MARKUP.sub("", text[:4000]).translate(TURNING)
    lines = (line.strip().lstrip("#>*-+ ") for line in plain.splitlines())
    line = next((line for line in lines if line), "")
    return line if len(line) <= most else line[:most] + "…"


def one_line(text: str, most: int = 600) -> str:
    return " ".join(text[:most].split()).translate(TURNING)


def smaller(font: QFont, by: float = 0.9) -> QFont:
    made = QFont(font)
    made.setPointSizeF(QFontInfo(font).pointSizeF() * by)
    return made


def plain_label(parent: QWidget | None = None) -> QLabel:
    """Make a label that takes whatever it is given for plain text."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def faint_label(parent: QWidget | None = None) -> QLabel:
    """Make a small label for what comes second."""
    label = plain_label(parent)
    label.setFont(smaller(label.font()))
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
