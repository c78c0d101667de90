"""How well forecasts did, by source, author and tag: hits, and how far off the confidence was.

The figures come from `core.ledger`; here they are words in a table.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.ledger.scores import FEW, Score
from gui.ledger.choice import Choice
from gui.ledger.labels import sentence
from gui.parts.handing import HandsOn
from gui.parts.labels import faint
from gui.parts.sheet import Head, Line, Sheet
from gui.tongue import phrase, tr

HEADS = (
    Head("", 0),
    Head(phrase("Judged"), 10, right=True),
    Head(phrase("Hits"), 10, right=True),
    Head(phrase("Hit rate"), 18, right=True),
    Head(phrase("With confidence"), 18, right=True),
    Head(phrase("Brier score"), 18, right=True),
)
TOO_FEW = phrase("too few to say")
EMPTY = phrase(
    "Nothing has been judged yet. Judge what is due, and here stands how often whose forecasts "
    "came true."
)
WHAT = phrase(
    "A forecast that came partly true is half a hit; unclear and moot ones are not counted. The "
    "Brier score is the mean square of confidence less outcome: 0 is perfect, and saying 50% every "
    "time gives 0.25. Fewer than {few} are too few to say."
)


class Record(HandsOn):
    """A table for each of source, author and tag; one is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scores: Mapping[str, Sequence[Score]] = {}
        self.by = Choice(tr("Record by"))
        self.sheet = Sheet(tr("Record"), HEADS)
        self.empty, what = sentence(tr(EMPTY)), faint(tr(WHAT).format(few=FEW), wrap=True)
        what.setContentsMargins(16, 10, 16, 10)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 4)
        head.addWidget(self.by)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.sheet, 1)
        column.addWidget(what)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.by.currentTextChanged.connect(lambda _words: self._show())
        self.hand_on(self.sheet)

    def show_scores(self, scores: Mapping[str, Sequence[Score]]) -> None:
        """Show scores by the names of what they are grouped by."""
        now, self._scores = self.by.currentText(), scores
        self.by.blockSignals(True)
        self.by.clear()
        self.by.addItems(list(scores))
        self.by.setCurrentText(now if now in scores else next(iter(scores), ""))
        self.by.blockSignals(False)
        self._pages.setCurrentIndex(0 if any(scores.values()) else 1)
        self._show()

    def _show(self) -> None:
        by = self.by.currentText()
        scores = self._scores.get(by, ())
        named = {
            tr("By source"): tr("Source"),
            tr("By author"): tr("Author"),
            tr("By tag"): tr("Tag"),
        }
        self.sheet.sheet.name(0, named.get(by, ""))
        self.sheet.show_lines(Line(_cells(one)) for one in scores)


def _cells(one: Score) -> tuple[str, ...]:
    rate = tr(TOO_FEW) if one.rate is None else f"{one.rate:.0%}"
    brier = tr(TOO_FEW) if one.brier is None else f"{one.brier:.3f}"
    return (one.name, f"{one.judged:,}", f"{one.hits:,g}", rate, f"{one.confident:,}", brier)
