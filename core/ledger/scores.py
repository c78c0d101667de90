"""How often who was right: hit rates and Brier scores, and an honest "too few to say".

A finding counts when it was judged to have come true, failed, or come true partly, which is half a
hit; what is unclear or moot counts for nobody. The hit rate is the share of hits among those. The
Brier score (Brier 1950, in its common form for one event) is the mean of (p - o) squared, where p
is the confidence the reader gave and o is 1, 0 or a half: 0 is perfect, a quarter is what somebody
gets who always says 50 per cent.

Of fewer than ten neither is told: of ten that are half hits, the share of hits in the long run may
still lie anywhere between 24 and 76 per cent (95 per cent interval, Wilson 1927).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.finding import Finding, Result
from core.ledger.rows import Row
from core.natural import natural

FEW = 10
HITS = {Result.CAME_TRUE: 1.0, Result.FAILED: 0.0, Result.PARTLY: 0.5}


@dataclass(frozen=True, slots=True)
class Score:
    """How somebody or something did: so many judged, of which so many with a confidence.

    `rate` and `brier` are None where there are too few to say.
    """

    name: str
    judged: int
    hits: float
    rate: float | None
    confident: int
    brier: float | None


def score(name: str, findings: Iterable[Finding]) -> Score:
    """Score findings under one name."""
    judged = [
        (HITS[one.outcome.result], one.confidence)
        for one in findings
        if one.outcome is not None and one.outcome.result in HITS
    ]
    errors = [(percent / 100 - hit) ** 2 for hit, percent in judged if percent is not None]
    hits = sum(hit for hit, _ in judged)
    rate = hits / len(judged) if len(judged) >= FEW else None
    brier = sum(errors) / len(errors) if len(errors) >= FEW else None
    return Score(name, len(judged), hits, rate, len(errors), brier)


def by_source(rows: Iterable[Row]) -> list[Score]:
    """Score the sources that supported what was judged; of several, each counts."""
    return _by(rows, lambda row: row.sources)


def by_author(rows: Iterable[Row]) -> list[Score]:
    """Score the readers whose findings they are."""
    return _by(rows, lambda row: (row.author,))


def by_tag(rows: Iterable[Row]) -> list[Score]:
    """Score the tags that findings have, by their paths."""
    return _by(rows, lambda row: row.tags)


def _by(rows: Iterable[Row], names: Callable[[Row], Iterable[str]]) -> list[Score]:
    """Give a score for each name under which something was judged, most judged first."""
    groups = defaultdict[str, list[Finding]](list)
    for row in rows:
        for name in names(row):
            groups[name].append(row.finding)
    scores = (score(name, findings) for name, findings in groups.items())
    return sorted(
        (one for one in scores if one.judged), key=lambda one: (-one.judged, natural(one.name))
    )
