"""A large deed under way: what is done, how long it may take, and a way to call it off.

It stands over the window, so that nothing else is begun meanwhile. Doing the deed is not its own.
"""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from gui.dialogs.pace import Pace
from gui.dialogs.parts import GAP, MARGIN, cancel, how_long
from gui.look import letters, sizing
from gui.parts.labels import faint, larger, words
from gui.tongue import phrase, tr

A_SECOND = 20_000  # revisions, on a laptop
WIDTH = 440
CALLING_OFF = phrase("Calling it off. All will be as it was.")


class WaitDialog(QDialog):
    """Says that something is being done, until `end`; `rejected` asks to call it off."""

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Meipi"))
        self.setMinimumWidth(sizing.px(WIDTH))
        self.what = larger(words(f"{what}…", wrap=True), letters.HEAD)
        self.told = faint(wrap=True)
        self._pace, self.bar = Pace(), QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(what)
        buttons = QDialogButtonBox()
        self.cancel = cancel(buttons, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for widget in (self.what, self.bar, self.told, buttons):
            column.addWidget(widget)

    def say_how_long(self, revisions: int) -> None:
        self.say(how_long(revisions / A_SECOND))

    def say(self, more: str) -> None:
        self.told.setText(more)
        self.told.setVisible(bool(more))

    def show_far(self, many: int, done: int, total: int) -> None:
        """Show how far it is, in so many things; called off, it goes no further."""
        if not (total and many) or self.is_called_off:
            return
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        far = tr("{done:,} of {total:,}").format(done=many * done // total, total=many)
        self.say(tr(", ").join(filter(None, (far, self._pace.left(done, total)))))

    @property
    def is_called_off(self) -> bool:
        return not self.cancel.isEnabled()

    def reject(self) -> None:
        """Stay until what is called off has ended."""
        if not self.is_called_off:
            self.cancel.setEnabled(False)
            self.told.setText(tr(CALLING_OFF))
            self.told.show()
            self.rejected.emit()

    def end(self) -> None:
        self.accept()
        self.deleteLater()
