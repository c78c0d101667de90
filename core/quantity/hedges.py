"""Which sentences of a text speak of what may be, and which of what hardly will.

Told once for a text; a quantity asks for its own sentence.
"""

import re
from bisect import bisect_left, bisect_right

#: Somebody projects growth; projects that are built stand after a number, or before a preposition.
_BUILT = (
    r"(?<![0-9] )projects(?!\s*(?:[,.;:)\[]|$)|\s+(?:was|were|are|is|have|had|has|will|would|can"
    "|in|of|on|at|by|from|to|for|with|and|or|under|across|worth|which|such|including|like|abroad)"
    r"\b)"
)
_HEDGES = re.compile(
    "(?<![A-Za-z])(?:could|may|might|likely|unlikely|expected|expects?|projected|"
    + _BUILT
    + "|forecast to|anticipated|potentially|possibly|perhaps|probably|maybe|Likely|Perhaps"
    "|Maybe)(?![A-Za-z])"
    "|可能|或(?!者|是否)|预计|有望|预期|料将|也许|恐将|大概率|预测|预估"
)
_UNLIKELY = re.compile(
    "(?<![A-Za-z])(?:unlikely|not (?:be )?(?:likely|expected)|doubtful|improbable"
    "|(?:could|may|might) (?:not|never)|cannot|can't)(?![A-Za-z])"
    "|不太可能|不可能|不大可能|难以|恐难|未必|很难|预计不会|或难"
)
_SENTENCE = re.compile(r"(?<![A-Z])[.!?](?=\s+[\"'“(]?[A-Z\u4e00-\u9fff]|\s*$)|[。！？]")


#: One of these is in every text that hedges, or may be.
_SIGNS = (
    "could", "may", "might", "likely", "xpect", "project", "forecast to", "anticipat", "possib",
    "erhaps", "probab", "potential", "aybe", "doubtful", "cannot", "can't", "可能", "或", "预",
    "有望", "料将", "也许", "恐", "大概率", "难", "未必",
)  # fmt: skip


class Hedges:
    """Where a text hedges, sentence by sentence. Offsets are the folded text's, case kept."""

    def __init__(self, cased: str) -> None:
        self._hedges: list[int] = []
        self._unlikely: list[int] = []
        self._ends: list[int] = []
        self._length = len(cased)
        if any(map(cased.__contains__, _SIGNS)):
            self._read(cased)

    def _read(self, cased: str) -> None:
        self._hedges = [match.start() for match in _HEDGES.finditer(cased)]
        self._unlikely = [match.start() for match in _UNLIKELY.finditer(cased)]
        needed = self._hedges or self._unlikely
        self._ends = [match.end() for match in _SENTENCE.finditer(cased)] if needed else []

    def hedged(self, at: int) -> bool:
        return self._any(self._hedges, at) or self.unlikely(at)

    def unlikely(self, at: int) -> bool:
        return self._any(self._unlikely, at)

    def _any(self, places: list[int], at: int) -> bool:
        """Tell whether one of the places lies in the sentence about `at`."""
        if not places:
            return False
        sentence = bisect_right(self._ends, at)
        start = self._ends[sentence - 1] if sentence else 0
        end = self._ends[sentence] if sentence < len(self._ends) else self._length
        return bisect_left(places, end) > bisect_left(places, start)
