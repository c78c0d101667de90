"""The ledger: what readers concluded, what of it is due, and how often who was right.

Pure but for `rows`, which asks a Reader. Who needs today's date is told it; there is no clock here.
"""

from core.figure import due_of, figure_of, figure_words
from core.ledger.axes import Axis, axes
from core.ledger.axes_written import axes_written
from core.ledger.due import Standing, due, judge_by, standing
from core.ledger.rows import Row, rows, rows_of
from core.ledger.scores import FEW, Score, by_author, by_source, by_tag, score
from core.ledger.written import written

__all__ = [
    "FEW",
    "Axis",
    "Row",
    "Score",
    "Standing",
    "axes",
    "axes_written",
    "by_author",
    "by_source",
    "by_tag",
    "due",
    "due_of",
    "figure_of",
    "figure_words",
    "judge_by",
    "rows",
    "rows_of",
    "score",
    "standing",
    "written",
]
