"""A look at another library before it is joined with one's own: what is new, and what differs.

`plan` looks and writes nothing. The joining is `Library.merge`, which takes what a `Take` names;
both want a clean file of our own writing, which `core.share.guard` makes of a stranger's.
"""

from core.change import Take
from core.merge.back import BackPlan
from core.merge.others import OtherPlan
from core.merge.plan import (
    Alike,
    ArticlePlan,
    AuthorPlan,
    Counts,
    FieldPlan,
    HighlightPlan,
    Plan,
    State,
    plan,
    total,
)

__all__ = [
    "Alike",
    "ArticlePlan",
    "AuthorPlan",
    "BackPlan",
    "Counts",
    "FieldPlan",
    "HighlightPlan",
    "OtherPlan",
    "Plan",
    "State",
    "Take",
    "plan",
    "total",
]
