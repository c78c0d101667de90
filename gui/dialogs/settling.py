"""One record that stands in no article of the list, and what two versions there are of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from core.change import Record
from core.errors import NotFound
from core.library import Reader
from gui.dialogs.parts import GAP, MARGIN, room
from gui.highlights.versions import Drafts, Versions
from gui.look import letters
from gui.parts.labels import faint, larger, words
from gui.parts.lines import one_line
from gui.parts.people import people
from gui.parts.pressed import by_itself
from gui.tongue import phrase, tr

if TYPE_CHECKING:
    from core.model import Conflict

KINDS = {
    Record.TAG: phrase("Tag"),
    Record.ARTICLE: phrase("Article"),
    Record.FINDING: phrase("Finding"),
    Record.PAIR: phrase("Pair"),
    Record.TERM: phrase("Term"),
    Record.SEARCH: phrase("Search"),
}
#: The field that a record of a kind is known by, where the reader cannot give it by its id.
NAMES = {Record.PAIR: "verdict", Record.TERM: "zh", Record.SEARCH: "name"}


class SettleDialog(QDialog):
    """Tells by `settled` what is to stay, and closes once nothing is left to settle."""

    settled = Signal(object, object)  # Conflict, str | None

    def __init__(
        self,
        reader: Reader,
        kind: str,
        record: str,
        parent: QWidget | None = None,
        drafts: Drafts | None = None,
    ) -> None:
        """Show what is to be settled; a third text that is left half written goes to `drafts`."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._reader, self._kind, self._record = reader, kind, record
        self.setWindowTitle(tr("Two Versions"))
        room(self, 560, 420)
        self.title, self.versions = words(wrap=True), Versions(drafts=drafts)
        self.versions.settled.connect(self.settled)
        self._lay_out()
        self._show(reader.conflicts(record))
        self.versions.setFocus()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        by_itself(close)
        buttons.rejected.connect(self.reject)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.versions)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what stands in it has the keys
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(GAP)
        whole.addWidget(larger(self.title, letters.HEAD))
        whole.addWidget(faint(tr("It is in no article of the list, so it is settled here.")))
        whole.addWidget(area, 1)
        whole.addWidget(buttons)

    def _show(self, conflicts: "tuple[Conflict, ...]") -> None:
        known = people(self._reader.authors())
        tags = {tag.id: tag for tag in self._reader.tags()}
        name = tags[self._record].path if self._record in tags else self._name()
        kind = KINDS.get(Record(self._kind), phrase("Highlight"))
        self.title.setText(tr("{kind} “{name}”").format(kind=tr(kind), name=one_line(name, 120)))
        self.versions.show_conflicts(conflicts, known, tags)

    def _name(self) -> str:
        """Name what is no tag: an article by its title, a highlight or finding by its words."""
        try:
            if self._kind == Record.HIGHLIGHT:
                return self._reader.highlight(self._record).passage.quote
            if self._kind == Record.FINDING:
                return self._reader.finding(self._record).statement
            if self._kind in NAMES:
                return self._reader.said(self._record).get(NAMES[Record(self._kind)]) or "?"
            return self._reader.article(self._record).title
        except NotFound:
            return "?"

    def look_again(self, *_: object) -> None:
        """Show what is left after a deed, of this window or of another program."""
        if self.isHidden():
            return
        left = self._reader.conflicts(self._record)
        if left:
            self._show(left)
        else:
            self.accept()

    def done(self, code: int) -> None:
        self.versions.keep_drafts()
        super().done(code)
