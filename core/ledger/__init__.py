"""The ledger: what readers concluded, what of it is due, and how often who was right.

Pure but for `rows`, which asks a Reader. Who needs today's date is told it; there is no clock here.
What is not needed with every ledger has a door of its own: `axes`, `scores`, and what is `written`.
"""

from core.figure import due_of, figure_of, figure_words
from core.ledger.due import Standing, due, judge_by, standing
from core.ledger.rows import Row, rows, rows_of

__all__ = [
    "Row",
    "Standing",
    "due",
    "due_of",
    "figure_of",
    "figure_words",
    "judge_by",
    "rows",
    "rows_of",
    "standing",
]
