"""What stands in the middle of the window while the library is empty: three ways to begin."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui import theme
from gui.look import letters, sizing
from gui.parts.closed import close
from gui.parts.labels import faint, larger, words
from gui.tongue import tr

WIDTH = 320
ROUND = 27  # pixels about the words of a button, above and below
EDGE = 32


class WelcomePane(QWidget):
    """The program's name, three buttons, and where everything is kept."""

    sample_asked = Signal()
    import_asked = Signal()
    paste_asked = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.setAccessibleName(tr("Meipi 眉批"))
        self._kept = faint()
        self._kept.setToolTip("")
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE // 2)
        column.addStretch(2)
        for label in (
            larger(words(tr("Meipi 眉批")), letters.GREAT),
            faint(tr("Read bilingual research, mark what matters, keep it on your own disk.")),
        ):
            _centre(column, label)
            column.addSpacing(4)
        column.addSpacing(24)
        self._ways = self._make_ways()
        for way in self._ways:
            column.addLayout(_in_the_middle(way))
            column.addSpacing(6)
        column.addSpacing(12)
        _centre(column, faint(tr("Files can be dropped anywhere in this window.")))
        column.addStretch(3)
        _centre(column, self._kept)

    def _make_ways(self) -> tuple[QPushButton, ...]:
        sample = _way(tr("Open the Sample Library"), "library")
        sample.setIcon(theme.icon_on_accent("library"))
        sample.setDefault(True)
        sample.clicked.connect(self.sample_asked)
        files = _way(tr("Import Files…"), "import")
        files.clicked.connect(self.import_asked)
        paste = _way(tr("Paste a Page"), "paste")
        paste.clicked.connect(self.paste_asked)
        return (sample, files, paste)

    def close_to_writing(self, why: str) -> None:
        """Offer nothing that could not be kept."""
        close(why, *self._ways)

    # Qt's questions

    def minimumSizeHint(self) -> QSize:
        """Ask for no room behind what is read: a stack is as wide as its widest page."""
        return QSize() if self.isHidden() else super().minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the first button with Enter, as in a dialog."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._ways[0].click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for way in self._ways:
                _fit(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        kept = tr("Everything stays on this computer: {path}").format(path=self._path)
        room = self.width() - 2 * EDGE
        middle = Qt.TextElideMode.ElideMiddle
        self._kept.setText(self._kept.fontMetrics().elidedText(kept, middle, room))
        self._kept.setAccessibleName(kept)


def _centre(column: QVBoxLayout, label: QLabel) -> None:
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    column.addWidget(label)


def _in_the_middle(way: QPushButton) -> QHBoxLayout:
    """Let a button be as wide as it may, and where there is less room, as wide as that."""
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(way, 1)
    row.addStretch()
    return row


def _way(text: str, icon: str) -> QPushButton:
    button = QPushButton(theme.icon(icon), f"  {text}")
    button.setIconSize(sizing.icons(20))
    button.setAccessibleName(text)
    button.setStyleSheet("text-align: left; padding-left: 18px;")
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    _fit(button)
    return button


def _fit(button: QPushButton) -> None:
    button.setMaximumWidth(sizing.px(WIDTH))
    button.setMinimumHeight(button.fontMetrics().height() + ROUND)
