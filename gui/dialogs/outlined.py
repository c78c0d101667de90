"""One article as it was understood: its sections, claims and citations, to look at only.

The text is put in letter by letter, never as markup, and only as much of it as one would look at
before importing.
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from core import sources
from core.model import Article, Body, Kind, Node
from gui import theme
from gui.dialogs.candidates import origin, title
from gui.dialogs.parts import only_read
from gui.parts.lines import STARS, unstarred
from gui.tongue import phrase, tr

ROWS = 400
LENGTH = 3000  # of one row
INDENT = 18
DOT = "•  "

UNPLACED = phrase("not placed by any rule, kept as it is")
CUT = phrase(" … (cut off)")
BODIES = {
    Body.SUMMARY: "",
    Body.RAW: phrase("the article's own words, no summary"),
    Body.RESEARCH: phrase("a research report"),
    Body.DAMAGED: phrase("damaged on its way here"),
}


class Outlined(QTextEdit):
    """A read-only outline of an article."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._article: Article | None = None
        only_read(self, tr("The article as it was understood"), 18)

    def show_article(self, article: Article | None) -> None:
        self._article = article
        self.clear()
        if article is not None:
            self._write(article)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._article:
            self.show_article(self._article)

    def _write(self, article: Article) -> None:
        cursor, t = self.textCursor(), theme.tones()
        cursor.setBlockFormat(_block())
        cursor.insertText(title(article), _letters(t.text, bold=True, by=1.2))
        head = article.masthead
        said = (origin(article, self._zone), sources.company(head.company), head.symbol)
        under = " · ".join(e for e in (*said, tr(BODIES[article.edition.body])) if e)
        if under:
            cursor.insertBlock(_block(above=4))
            cursor.insertText(under, _letters(t.faint))
        nodes = article.edition.nodes
        for node in nodes[:ROWS]:
            _WRITERS.get(node.kind, _section)(cursor, node)
        if len(nodes) > ROWS:
            cursor.insertBlock(_block(above=14))
            cursor.insertText(tr("… and %n more row(s)", "", len(nodes) - ROWS), _letters(t.faint))


def _section(cursor: QTextCursor, node: Node) -> None:
    cursor.insertBlock(_block(node.depth, above=14))
    cursor.insertText(unstarred(_shown(node)), _letters(theme.tones().text, bold=True))


def _claim(cursor: QTextCursor, node: Node) -> None:
    t = theme.tones()
    cursor.insertBlock(_block(node.depth, above=6, hanging=_wide(DOT)))
    cursor.insertText(DOT, _letters(t.faint))
    _write(cursor, _shown(node))
    if node.truncated:
        cursor.insertText(tr(CUT), _letters(t.accent))
    if node.citations:
        cursor.insertText(
            " " + "".join(f"[{n}]" for n in node.citations), _letters(t.faint, by=0.9)
        )


def _unplaced(cursor: QTextCursor, node: Node) -> None:
    t = theme.tones()
    cursor.insertBlock(_block(node.depth, above=12))
    cursor.insertText(tr(UNPLACED), _letters(t.accent, by=0.9))
    cursor.insertBlock(_block(node.depth, above=2))
    _write(cursor, _shown(node))


def _write(cursor: QTextCursor, text: str) -> None:
    """Write words, those between stars bold."""
    from gui.parts import emphasis  # few texts need it

    for n, part in enumerate(emphasis.parts(text) if STARS in text else [text]):
        cursor.insertText(part, _letters(theme.tones().text, bold=n % 2 == 1))


_WRITERS = {Kind.CLAIM: _claim, Kind.BLOCK: _unplaced}


def _shown(node: Node) -> str:
    """Give a row's text as one paragraph, broken where it was broken."""
    text = node.text if len(node.text) <= LENGTH else node.text[:LENGTH] + " …"
    return text.replace("\n", "\u2028")


def _letters(colour: QColor, *, bold: bool = False, by: float = 1.0) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setForeground(colour)
    if bold:
        letters.setFontWeight(QFont.Weight.Bold)
    if by != 1.0:
        letters.setFontPointSize(_size() * by)
    return letters


def _wide(words: str) -> float:
    return QFontMetricsF(QFont()).horizontalAdvance(words)


def _size() -> float:
    return QFont().pointSizeF()


def _block(depth: int = 0, *, above: int = 0, hanging: float = 0) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLeftMargin(min(depth, 8) * INDENT + hanging)
    block.setTextIndent(-hanging)
    block.setTopMargin(above)
    block.setLineHeight(116, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return block
