"""The words that were marked, with the colour at their edge, and where they stand."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QSyntaxHighlighter
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.model import Annotated, Colour, Placed
from core.outline import parents
from gui.highlights.safe_text import SafeText
from gui.highlights.words import faint_label, may_accept, trouble
from gui.parts import strokes
from gui.parts.labels import words
from gui.parts.lines import TURNING, Face, formats, one_line, unstarred
from gui.parts.pressed import by_itself
from gui.tongue import tr


class Quote(QWidget):
    """The quote can be selected and copied; above it stands what became of it, if anything.

    What is in its place now stands below, to be accepted.
    """

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = Colour.YELLOW
        self._placed: tuple[Placed, Annotated] | None = None
        self.trouble, self.now = words(within=self), words(within=self)
        self.text, self.place = SafeText(self), faint_label(self)
        self.accept = QPushButton(self)
        by_itself(self.accept)
        self.accept.clicked.connect(self.accepted)
        self._spaces = _Spaces(self.text.document())
        self.trouble.setForegroundRole(QPalette.ColorRole.Accent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 1, 0, 1)
        layout.setSpacing(5)
        for widget in (self.trouble, self.text, self.now):
            layout.addWidget(widget)
        layout.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.place)
        for label in (self.trouble, self.now, self.place):
            label.setWordWrap(True)
        self.now.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_placed(self, placed: Placed, annotated: Annotated) -> None:
        self._placed = placed, annotated
        self._colour = placed.highlight.colour
        quote = placed.highlight.passage.quote.translate(TURNING)
        if quote != self.text.toPlainText():
            self.text.setPlainText(quote)
        self._spaces.rehighlight()
        self.place.setText(_section(placed, annotated))
        self.place.setVisible(bool(self.place.text()))
        self._say()
        self.update()

    def show_anew(self) -> None:
        """Show the space between Chinese and Latin as it is wanted now."""
        self._spaces.rehighlight()

    def _say(self) -> None:
        self.text.setAccessibleName(tr("Highlighted words"))
        if self._placed is None:
            return
        placed, annotated = self._placed
        word = trouble(placed.anchoring)
        self.trouble.setText(word[:1].upper() + word[1:])
        self.trouble.setVisible(bool(word))
        now = _words_now(placed, annotated) if may_accept(placed) else ""
        self.now.setText(tr("Now: {0}").format(now) if now else "")
        self.now.setVisible(bool(now))
        self.accept.setText(tr("Accept the New Text"))
        self.accept.setVisible(bool(now))

    # Qt's questions

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            strokes.upright(painter, self._colour, QRectF(0, 0, 4, self.height()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._spaces.rehighlight()
        super().changeEvent(event)


class _Spaces(QSyntaxHighlighter):
    """The space between Chinese and Latin, and what is bold, as shown where the quote stands."""

    # Qt's questions

    def highlightBlock(self, text: str) -> None:
        for piece in formats(text, Face(self.document().defaultFont())):
            self.setFormat(piece.start, piece.length, piece.format)


def _section(placed: Placed, annotated: Annotated) -> str:
    """Give the heading over a passage, if it stands in the text shown, or may."""
    nodes = annotated.article.edition.nodes
    near = placed.near
    if near is None or near[0] >= len(nodes):
        return ""
    above = parents(nodes)
    position: int | None = near[0]
    while position is not None and not nodes[position].kind.is_section:
        position = above[position]
    return one_line(nodes[position].text, 200) if position is not None else ""


def _words_now(placed: Placed, annotated: Annotated) -> str:
    """Give what stands in the passage's place in the text shown."""
    nodes, near = annotated.article.edition.nodes, placed.near
    if near is None or near[0] >= len(nodes):
        return ""
    node, start, end = near
    return one_line(unstarred(nodes[node].text[start:end]))
