"""Claims that belong together: contradictions, echoes and updates, each with its reason.

Rules over what `core.quantity` reads and what the glossary calls one thing in two languages; what
is not sure stays unsaid. Keeping what a reader makes of a proposal is `annotate`'s.
"""

from core.relate.claim import claims
from core.relate.proposal import Proposal
from core.relate.propose import opened, propose
from core.relate.table import Table

__all__ = ["Proposal", "Table", "claims", "opened", "propose"]
