"""The pages of the ledger."""

from enum import StrEnum

from gui.tongue import phrase


class Tab(StrEnum):
    """A page, by what stands on its tab."""

    FINDINGS = phrase("Findings")
    TIMELINE = phrase("Timeline")
    NUMBERS = phrase("Numbers")
    DUE = phrase("Due")
    PROPOSALS = phrase("Proposals")
    RECORD = phrase("Record")
