"""Menus for which a window is too narrow are behind a button that is seen."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QToolButton

from gui.window import Window


def inked(picture: QImage) -> int:
    """Count the columns of a picture in which something is drawn."""
    ground = picture.pixel(0, 0)
    rows = range(picture.height())
    return sum(any(picture.pixel(x, y) != ground for y in rows) for x in range(picture.width()))


@pytest.mark.parametrize("percent", [100, 200])
def test_more_menus_are_behind_a_button(window: Window, percent: int) -> None:
    window.dressing.size_text(percent)
    bar = window.menuBar()
    window.resize(window.minimumSizeHint().width(), 700)
    QApplication.processEvents()
    bar.resize(bar.sizeHint().width() // 2, bar.height())
    QApplication.processEvents()
    (button,) = (one for one in bar.findChildren(QToolButton) if one.isVisible())
    assert button.accessibleName() == "More menus"
    assert bar.rect().contains(button.geometry())
    assert inked(button.grab().toImage()) >= 8
