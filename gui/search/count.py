"""How many there are of what was found: as many of its parts as there is room for."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.parts.notice import Words

APART = " · "


class Count(Words):
    """Articles, places and findings; the last of them go first, and pointed at, all are told."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setIndent(0)

    def shown(self) -> str:
        said = self.text()
        while APART in said and self.fontMetrics().horizontalAdvance(said) > self.width():
            said = said.rpartition(APART)[0]
        return self.cut(said)

    # Qt's questions

    def minimumSizeHint(self) -> QSize:
        first = self.fontMetrics().horizontalAdvance(self.text().partition(APART)[0])
        return QSize(first, super().minimumSizeHint().height())
