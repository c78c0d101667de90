"""Is the library sound? Looked through on a worker; what is wrong in words, and what mends it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from core import backup
from core import check as checking
from core.check import Report
from core.progress import Progress
from gui.dialogs.keeping.busy import Busy
from gui.dialogs.parts import GAP, MARGIN, offer
from gui.look import letters, sizing
from gui.parts.labels import faint, larger, words
from gui.parts.lines import one_line
from gui.parts.pressed import by_itself
from gui.tongue import phrase, tr
from gui.tongue.said import explained

WIDTH, HIGH = 620, 380
SHOWN = 1000
LINE = 300
MENDS = phrase(
    "Most of this can be made anew from the log of what was done, which is never changed."
    " A copy is taken first."
)
RESTORE = phrase("Go back to a copy: choose one in the list of copies.")


class CheckDialog(QDialog):
    """Checks the library at `path` as soon as it is shown. `rebuilt` tells that it was mended."""

    rebuilt = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None, *, writable: bool) -> None:
        super().__init__(parent)
        self._path, self._writable = path, writable
        self.setWindowTitle(tr("Check the Library"))
        self.resize(sizing.px(WIDTH), sizing.px(170))
        self.sentence = larger(words(wrap=True), letters.HEAD)
        self.remedy = faint(wrap=True)
        self.findings = QPlainTextEdit()
        self.findings.setReadOnly(True)
        self.findings.setTabChangesFocus(True)
        self.findings.setAccessibleName(tr("What is wrong"))
        self.busy = Busy()
        self.busy.turned.connect(self._rest)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        self.mend = buttons.addButton(tr("Rebuild"), QDialogButtonBox.ButtonRole.ActionRole)
        by_itself(self.mend)
        self.mend.clicked.connect(self._rebuild)
        self.mend.hide()
        self.out = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        by_itself(self.out)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for widget in (self.sentence, self.remedy, self.busy):
            column.addWidget(widget)
        column.addWidget(self.findings, 1)
        column.addStretch()
        column.addWidget(buttons)
        self.findings.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.sentence.text():
            self._look()

    def _look(self) -> None:
        self.sentence.setText(tr("Looking through the library…"))
        self.remedy.setText(
            tr("Every page, text, deed and quote is checked against what it was made from.")
        )
        looking = partial(_checked, self._path)
        self.busy.run("", looking, self._tell)

    def _rest(self, at_work: bool) -> None:
        """Say no longer that it is under way once it has ended; what failed can be tried again."""
        if at_work:
            return
        if self.findings.isHidden():
            self.sentence.clear()
            self.remedy.clear()
        self.mend.setEnabled(True)
        self.mend.setFocus()

    def _tell(self, report: Report) -> None:
        self.sentence.setText(_sentence(report))
        self.findings.setVisible(not report.sound)
        if not report.sound:
            self.resize(self.width(), max(self.height(), HIGH))
        lines = [one_line(explained(line), LINE) for line in report.findings[:SHOWN]]
        self.findings.setPlainText("\n".join(lines))
        mendable = self._writable and report.mendable
        self.remedy.setText("" if report.sound else tr(MENDS) if mendable else tr(RESTORE))
        self.remedy.setVisible(not report.sound)
        self.mend.setVisible(mendable)
        offer(self.mend, tr("Rebuild"), possible=mendable)
        self.out.setFocus()

    def _rebuild(self) -> None:
        self.mend.setEnabled(False)
        self.busy.run(tr("Rebuilding…"), partial(_rebuilt, self._path), self._mended)

    def _mended(self, mended: tuple[Report, Path]) -> None:
        report, copy = mended
        self._tell(report)
        kept = tr("What was there before is kept in {0}.").format(copy)
        self.remedy.setText(" ".join(filter(None, (self.remedy.text(), kept))))
        self.remedy.show()
        self.rebuilt.emit()

    def done(self, code: int) -> None:
        self.busy.stop()
        super().done(code)


def _sentence(report: Report) -> str:
    if not report.sound:
        return tr("%n thing(s) in the library (is|are) not right.", "", len(report.findings))
    held = (
        tr("%n article(s)", "", report.articles),
        tr("%n highlight(s)", "", report.highlights),
        tr("%n revision(s)", "", report.revisions),
    )
    return tr("The library is sound: {0}.").format(tr(", ").join(held))


def _checked(path: Path, progress: Progress) -> Report:
    report = checking.check(path, progress)
    (backup.mark_sound if report.sound else backup.mark_damaged)(path)
    return report


def _rebuilt(path: Path, progress: Progress) -> tuple[Report, Path]:
    """Have what was there kept, and the rest made anew; give what is found then, and the copy."""
    copy = backup.keep(path, backup.Reason.REBUILD, tell=lambda: progress(0, 0))
    checking.rebuild(path, progress)
    return _checked(path, progress), copy
