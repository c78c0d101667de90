"""The pages of the ledger."""

from enum import StrEnum


class Tab(StrEnum):
    """A page, by what stands on its tab."""

    FINDINGS = "Findings"
    TIMELINE = "Timeline"
    NUMBERS = "Numbers"
    DUE = "Due"
    PROPOSALS = "Proposals"
    RECORD = "Record"
