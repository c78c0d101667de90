"""How a finding stands: how far the reader is with it, and what became of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from core.finding import Outcome, Result, Status
from gui.highlights.choices import Segments
from gui.parts.choice_box import ChoiceBox
from gui.parts.closed import close
from gui.parts.tip import tip
from gui.tongue import phrase, tr
from gui.tongue.days import day_words
from gui.tongue.names import result_name, status_name

NOT_JUDGED = phrase("Not judged yet")


class StatusRow(Segments):
    """Open, watched, settled, dropped."""

    def __init__(self) -> None:
        super().__init__(Status)
        self.setAccessibleName(tr("Status"))
        for status in Status:
            self.name(status, status_name(status))


class OutcomeBox(ChoiceBox):
    """What became of a finding, as judged; `judged` tells another result, or None for none."""

    judged = Signal(object)  # Result | None

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Outcome"))
        self.addItem(tr(NOT_JUDGED), None)
        for result in Result:
            self.addItem(result_name(result), result)
        self._shown, self._closed = 0, ""
        self.activated.connect(self._choose)

    def show_outcome(self, outcome: Outcome | None) -> None:
        results = [None, *Result]
        self._shown = results.index(outcome.result if outcome else None)
        self.setCurrentIndex(self._shown)
        judged = tr("Judged on {0}").format(day_words(outcome.on)) if outcome else ""
        self.setToolTip(tip(judged, self._closed) if self._closed else judged)

    def close_to_writing(self, why: str) -> None:
        self._closed = why
        close(why, self)

    def _choose(self, row: int) -> None:
        if row != self._shown:
            self.judged.emit([None, *Result][row])
