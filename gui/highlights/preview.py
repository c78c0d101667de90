"""How a note will read: its Markdown rendered, when it holds any and the reader wants to see it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor, QTextDocument, QTextListFormat
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui import theme
from gui.highlights.rendering import is_plain, to_html
from gui.highlights.safe_text import SafeText
from gui.parts import plate
from gui.parts.later import later
from gui.tongue import tr

APART = 250  # per cent of the width of a space
DOTS = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)
PAUSE = 200  # milliseconds without a keystroke after which the preview follows


class Preview(QFrame):
    """Hidden while there is nothing to see."""

    link_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = True
        self._note = ""
        self._pause = later(self, PAUSE, self._render)
        self.text = SafeText(self)
        self.text.setAccessibleName(tr("Preview of the note"))
        self.text.link_clicked.connect(self.link_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(13, 8, 13, 8)  # as in the note above
        layout.addWidget(self.text)
        self.hide()

    def set_wanted(self, wanted: bool) -> None:
        self._wanted = wanted
        self._render()

    def show_note(self, note: str) -> None:
        self._note = note
        self._render()

    def show_note_soon(self, note: str) -> None:
        """Follow what is typed, once the typing pauses."""
        self._note = note
        self._pause.start()

    def _render(self) -> None:
        self._pause.stop()
        shown = self._wanted and not is_plain(self._note)
        if shown:
            html = to_html(self._note)
            if html is None:
                self.text.setPlainText(tr("This note is too long or too deep to preview."))
            else:
                self.text.document().setDefaultStyleSheet(_sheet())
                self.text.setHtml(html)
                _part_signs(self.text.document())
        self.setVisible(shown)

    # Qt's questions

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and not self.isHidden():
            self._render()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            plate.paint_all(painter, self, theme.tones().window, 7)


def _part_signs(document: QTextDocument) -> None:
    """Set the dot before each item of a list apart from its words.

    Qt leaves a space between them in the font of the block, which sets no letter but that one.
    """
    block = document.begin()
    while block.isValid():
        items = block.textList()
        if items and items.format().style() in DOTS:
            apart = block.charFormat()
            apart.setFontStretch(APART)
            QTextCursor(block).setBlockCharFormat(apart)
        block = block.next()


def _sheet() -> str:
    t = theme.tones()
    return f"""
    a {{ color: {t.accent.name()}; }}
    p, ul, ol, blockquote, pre, table {{ margin-top: 0; margin-bottom: 8px; }}
    ul, ol {{ margin-left: -18px; }}
    h1, h2, h3, h4, h5, h6 {{ font-size: medium; font-weight: 600; margin: 2px 0 4px 0; }}
    blockquote {{ color: {t.faint.name()}; margin-left: 12px; }}
    code, pre {{ background-color: {t.chip.name()}; }}
    table {{ border-collapse: collapse; }}
    td, th {{ border: 1px solid {t.line.name()}; padding: 2px 6px; }}
    """
