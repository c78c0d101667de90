"""One highlight of a merge: its words, and field by field what is here and what is there.

All of it is put in letter by letter, never as markup, and only as much as one would read.
"""

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QEvent
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from core.merge import FieldPlan, State
from core.model import Colour, Stance
from core.natural import natural
from gui import theme
from gui.dialogs.merging.look import Mark
from gui.dialogs.parts import only_read
from gui.parts.lines import unstarred
from gui.tongue import phrase, tr
from gui.tongue.names import colour_name, stance_name

LENGTH = 5000  # of one text
ROWS = 60
NOTHING = "—"
FIELDS = {
    "note": phrase("Note"),
    "colour": phrase("Colour"),
    "stance": phrase("Judgement"),
    "private": phrase("Private"),
}
MEANS = {
    State.NEW: "",
    State.SAME: phrase("This is the same in both."),
    State.CHANGED: phrase(
        "This was changed there, and not here. Their version takes the place of yours."
    ),
    State.CONFLICT: phrase(
        "Both of you changed this. Both versions are kept; you settle it later, where"
        " the highlight is shown."
    ),
    State.DELETED: phrase(
        "This was removed there, and is still here. Merging removes it here, too."
    ),
}
RETURNS = phrase("You removed this; it was changed there since, so it comes back.")

Pair = tuple[str, str, str, bool]


class MarkDetail(QTextEdit):
    """A read-only look at one highlight, in both libraries."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Mark, Mapping[str, str], str] | None = None
        only_read(self, tr("The highlight in both libraries"), 14)

    def show_mark(self, mark: Mark | None, paths: Mapping[str, str], them: str) -> None:
        """Show a highlight; `paths` are those of the tags by id, `them` whose file it is."""
        self._shown = (mark, paths, them) if mark else None
        self.clear()
        if mark is not None:
            self._write(mark, paths, them)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown:
            self.show_mark(*self._shown)

    def _write(self, mark: Mark, paths: Mapping[str, str], them: str) -> None:
        cursor, t, plan = self.textCursor(), theme.tones(), mark.plan
        cursor.setBlockFormat(_block())
        cursor.insertText(f"“{_cut(unstarred(plan.quote))}”", _letters(t.text, bold=True))
        means = tr(RETURNS) if mark.returns else tr(MEANS[plan.state])
        line = " ".join(filter(None, (tr("By {0}.").format(plan.author or tr("somebody")), means)))
        cursor.insertBlock(_block(above=4))
        cursor.insertText(line, _letters(t.accent if means and plan.fields else t.faint))
        told = list(_told(plan.fields, paths))[:ROWS]
        if plan.state is State.NEW or mark.returns:
            self._write_one_side(cursor, told)
        elif told:
            self._write_both_sides(cursor, told, them)

    def _write_one_side(self, cursor: QTextCursor, told: list[Pair]) -> None:
        t = theme.tones()
        known = [(name, theirs) for name, _, theirs, _ in told if theirs not in ("", NOTHING)]
        if not known:
            return
        table, apart = cursor.insertTable(len(known), 2, _columns(16, 84)), QTextTableCellFormat()
        apart.setTopPadding(8)
        for row, pair in enumerate(known):
            for column, (text, colour) in enumerate(zip(pair, (t.faint, t.text), strict=True)):
                cell = table.cellAt(row, column)
                cell.setFormat(apart)
                _put(cell.firstCursorPosition(), text, _letters(colour))

    def _write_both_sides(self, cursor: QTextCursor, told: list[Pair], them: str) -> None:
        t = theme.tones()
        table = cursor.insertTable(1 + len(told), 3, _table(t.line))
        heads = ("", tr("Here"), tr("From {them}").format(them=them) if them else tr("There"))
        for column, head in enumerate(heads):
            _put(table.cellAt(0, column).firstCursorPosition(), head, _letters(t.faint, bold=True))
        for row, (name, ours, theirs, conflict) in enumerate(told, 1):
            loud = t.accent if conflict else t.faint
            for column, (text, colour) in enumerate(
                ((name, loud), (ours, t.text), (theirs, t.text))
            ):
                _put(table.cellAt(row, column).firstCursorPosition(), text, _letters(colour))


def _told(fields: tuple[FieldPlan, ...], paths: Mapping[str, str]) -> Iterator[Pair]:
    """Say of each field what is here and there, the note first; tags are told together."""
    known = {one.field: one for one in fields}
    for field, name in FIELDS.items():
        if one := known.get(field):
            yield tr(name), said(field, one.ours), said(field, one.theirs), one.conflict
    tags = [one for one in fields if one.field[:4] == "tag:"]
    if tags:
        here = _listed((one for one in tags if one.ours), paths)
        there = _listed((one for one in tags if one.theirs), paths)
        yield tr("Tags"), _cut(here), _cut(there), any(one.conflict for one in tags)


def _listed(tags: Iterable[FieldPlan], paths: Mapping[str, str]) -> str:
    return ", ".join(sorted((_path(one, paths) for one in tags), key=natural)) or NOTHING


def _path(one: FieldPlan, paths: Mapping[str, str]) -> str:
    return paths.get(one.field[4:], tr("a tag without a name"))


def said(field: str, value: str | None) -> str:
    """Say a field's value as the window does; what Meipi does not know, as it is written."""
    if not value:
        return NOTHING
    if field == "colour" and value in set(Colour):
        return colour_name(Colour(value))
    if field == "stance" and value in set(Stance):
        return stance_name(Stance(value))
    return tr("Yes") if field == "private" else _cut(value)


def _cut(text: str) -> str:
    short = text if len(text) <= LENGTH else text[:LENGTH] + " …"
    return short.replace("\r\n", "\n").replace("\n", "\u2028")


def _put(cursor: QTextCursor, text: str, letters: QTextCharFormat) -> None:
    cursor.setBlockFormat(_block())
    cursor.insertText(text, letters)


def _letters(colour: QColor, *, bold: bool = False) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setForeground(colour)
    if bold:
        letters.setFontWeight(QFont.Weight.DemiBold)
    return letters


def _block(*, above: int = 0) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setTopMargin(above)
    block.setLineHeight(116, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return block


def _table(line: QColor) -> QTextTableFormat:
    table = _columns(16, 42, 42)
    table.setCellPadding(6)
    table.setBorder(1)
    table.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    table.setBorderBrush(line)
    table.setBorderCollapse(True)
    table.setTopMargin(10)
    return table


def _columns(*shares: int) -> QTextTableFormat:
    """Lay columns out that have such shares of the width, in hundredths, and no lines."""
    table, percent = QTextTableFormat(), QTextLength.Type.PercentageLength
    table.setCellPadding(0)
    table.setCellSpacing(0)
    table.setBorder(0)
    table.setWidth(QTextLength(percent, 100))
    table.setColumnWidthConstraints([QTextLength(percent, share) for share in shares])
    return table
