"""Small parts of which the pages of the inspector are put together."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from gui import theme
from gui.look import sizing

EDGE = 14  # pixels at either side of what is shown
BACK, BUTTON = 9, 7  # of a button beyond the words, or the icon, on it


def icon_button(icon: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(icon))
    button.setIconSize(sizing.icons(18))
    return button


def stacked(*widgets: QWidget) -> QWidget:
    """Put widgets under one another, with no gap for a hidden one."""
    group = QWidget()
    layout = QVBoxLayout(group)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(7)
    for widget in widgets:
        layout.addWidget(widget)
    return group


class Column(QScrollArea):
    """Scrolls up and down only: it is never narrower than what it holds."""

    def minimumSizeHint(self) -> QSize:
        held, bar = self.widget(), self.verticalScrollBar().sizeHint().width()
        return QSize((held.minimumSizeHint().width() if held else 0) + bar, 60)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def column(within: QWidget, *parts: tuple[QWidget, int]) -> QScrollArea:
    """Put widgets under one another, each with its gap below, where they scroll.

    From the outside in: Qt styles whatever is put into something, with all that is in it.
    """
    area, page = Column(within, widgetResizable=True), QWidget()
    area.setWidget(page)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(EDGE, 6, EDGE, EDGE)
    layout.setSpacing(0)
    for widget, below in parts:
        layout.addWidget(widget)
        layout.addSpacing(below)
    layout.addStretch(1)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def bring_up(field: QWidget, area: QScrollArea) -> None:
    """Bring a field into sight, once it has its place."""
    QTimer.singleShot(0, field, lambda: area.ensureWidgetVisible(field, 0, 16))
