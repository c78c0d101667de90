"""How a finding stands: how far the reader is with it, and what became of it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from core.finding import Outcome, Status
from gui.days import day_words
from gui.highlights.choices import Segments
from gui.names import RESULTS, STATUSES
from gui.tongue import phrase, tr

NOT_JUDGED = phrase("Not judged yet")


class StatusRow(Segments):
    """Open, watched, settled, dropped."""

    def __init__(self) -> None:
        super().__init__(Status)
        self.setAccessibleName(tr("Status"))
        for status, words in STATUSES.items():
            self.name(status, tr(words))


class OutcomeBox(QComboBox):
    """What became of a finding, as judged; `judged` tells another result, or None for none."""

    judged = Signal(object)  # Result | None

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Outcome"))
        self.addItem(tr(NOT_JUDGED), None)
        for result, words in RESULTS.items():
            self.addItem(tr(words), result)
        self._shown = 0
        self.activated.connect(self._choose)

    def show_outcome(self, outcome: Outcome | None) -> None:
        results = [None, *RESULTS]
        self._shown = results.index(outcome.result if outcome else None)
        self.setCurrentIndex(self._shown)
        self.setToolTip(tr("Judged on {0}").format(day_words(outcome.on)) if outcome else "")

    def _choose(self, row: int) -> None:
        if row != self._shown:
            self.judged.emit([None, *RESULTS][row])

    # Qt's questions

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; no value is changed by the way
