"""How large letters are: one size for the whole window, in hundredths of the usual one.

Whatever has no font of its own takes the application's; what has one is set larger with it. Panes
that lay text out themselves are told by the window.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QToolBar, QWidget
from shiboken6 import isValid

from core import collector
from core.settings import CHOICES

SIZES: tuple[int, ...] = CHOICES["text"]
USUAL = 100
SOON = 100  # milliseconds, after which what is out of sight is sized as well
OWN_FONT = Qt.WidgetAttribute.WA_SetFont
ICONS = "icons"  # how wide they are at the usual size


class _Due(NamedTuple):
    """How a widget is to be sized."""

    points: float  # how large its own font is to be; 0: it has none
    at: int  # hundredths of the usual size, in which its icons still are


class _State:
    percent = USUAL
    left: ClassVar[dict[QWidget, _Due]] = {}  # once what is in sight is painted


def percent() -> int:
    """Tell how large letters are."""
    return _State.percent


def apply(wanted: int) -> None:
    """Have all letters so large from now on, in what is there and in what is to come."""
    by = wanted / _State.percent
    if by == 1:
        return
    now = {one: _State.left.get(one) or _due(one) for one in every_widget()}
    due = {one: _Due(points * by, at) for one, (points, at) in now.items()}
    _State.percent = wanted
    QApplication.setFont(_sized(QApplication.font(), QApplication.font().pointSizeF() * by))
    _size({one: how for one, how in due.items() if one.isVisible()})
    _State.left = {one: how for one, how in due.items() if not one.isVisible()}
    QTimer.singleShot(SOON, finish)


def every_widget() -> list[QWidget]:
    """Give every widget there is.

    While they are listed the collector rests: what it takes away then would be listed, and gone.
    """
    collector.rest()
    try:
        return QApplication.allWidgets()
    finally:
        collector.wake()


def finish() -> None:
    """Size what is out of sight: of a window whose every pane was opened, that is most."""
    left, _State.left = _State.left, {}
    _size({one: how for one, how in left.items() if isValid(one)})


def _due(widget: QWidget) -> _Due:
    points = widget.font().pointSizeF() if widget.testAttribute(OWN_FONT) else 0.0
    return _Due(max(0.0, points), _State.percent)


def _size(due: Mapping[QWidget, _Due]) -> None:
    for widget, (points, at) in due.items():
        # A rule of style keeps others from taking the application's.
        widget.setFont(_sized(widget.font(), points) if points else QFont())
        if isinstance(widget, QComboBox):
            _polish(widget)
        elif isinstance(widget, QToolBar | QAbstractButton) and _drawn(widget):
            _size_icons(widget, at)


@contextmanager
def kept() -> Iterator[None]:
    """Have letters stay as large as they are: new rules of style give the size they began with."""
    finish()
    own = [(one, one.font()) for one in every_widget() if _due(one).points]
    yield
    for widget, font in own:
        if widget.font() != font:
            widget.setFont(font)


def fixed() -> QFont:
    """Give a font all of whose letters are equally wide, as large as the others."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    return _sized(font, QApplication.font().pointSizeF())


def px(pixels: float) -> int:
    """Give how many pixels take as many letters as so many do at the usual size."""
    return round(pixels * _State.percent / USUAL)


def step(by: int) -> int:
    """Give the size that is so many steps from the one in force, or the last there is."""
    place = SIZES.index(_State.percent) + by
    return SIZES[min(max(place, 0), len(SIZES) - 1)]


def icons(pixels: int) -> QSize:
    """Give the size of icons that are so wide at the usual size."""
    return QSize(px(pixels), px(pixels))


def _drawn(widget: QAbstractButton | QToolBar) -> bool:
    return isinstance(widget, QToolBar) or not widget.icon().isNull()


def _polish(widget: QWidget) -> None:
    """Have the rules of style measured anew, which go by the letters, and forget how wide it was.

    Qt would keep for how narrow a list of choices may be what it was with other letters.
    """
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def _size_icons(widget: QAbstractButton | QToolBar, before: int) -> None:
    """Size icons from what they are at the usual size, which is remembered with them."""
    usual = widget.property(ICONS)
    if usual is None:
        usual = round(widget.iconSize().width() * USUAL / before)
        widget.setProperty(ICONS, usual)
    widget.setIconSize(icons(usual))


def _sized(font: QFont, points: float) -> QFont:
    made = QFont(font)
    made.setPointSizeF(points)
    return made
