"""Text from anybody, shown as tall as it is: it asks for no file and no address, opens nothing.

Qt's own browser would read a local image when asked for it politely, so every request is answered
with an empty picture. What would turn the direction of a line unseen is shown. A link is told by
`link_clicked`; whether to open it is for others to ask.
"""

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from gui.parts import viewport
from gui.parts.lines import TURNING

SCHEMES = ("http", "https", "mailto", "meipi")


class SafeText(viewport.Quiet, QTextBrowser):
    """A text to read and to copy from."""

    link_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        viewport.meet(self)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.anchorClicked.connect(self._on_link)

    def _fit(self) -> None:
        self.setFixedHeight(max(int(self.document().size().height() + 0.99), 1))

    def _on_link(self, address: QUrl) -> None:
        if address.scheme().lower() in SCHEMES:
            self.link_clicked.emit(address.toString())

    # Qt's questions

    def setPlainText(self, text: str) -> None:
        super().setPlainText(text.translate(TURNING))

    def setHtml(self, text: str) -> None:
        super().setHtml(text.translate(TURNING))

    def loadResource(self, _kind: int, _name: QUrl | str) -> QImage:
        return QImage()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())
