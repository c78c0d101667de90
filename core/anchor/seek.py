"""Search an edition for a quote by its own words and context: the second witness.

Scores weigh quote, prefix and suffix 50 : 20 : 20, as the Hypothesis client's match-quote does,
but how good a hit must be is `locate`'s to say. What is known of the old edition is not used
here: the two witnesses meet in `locate`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from core.anchor.haystack import Haystack

_LEAST_LIKE = 0.7  # of a reworded quote
_MOST = 500  # equal hits beyond which a quote is too common to search for
_LONGEST = 4_000  # characters of a quote beyond which only equal text is searched for


class Hit(NamedTuple):
    """A place in a node's folded text, and how well quote and context fit it, 0 to 1."""

    score: float
    node: int
    start: int
    end: int
    is_equal: bool
    context: float  # likeness of the liker side, of those that were kept


def seek(haystack: Haystack, quote: str, prefix: str, suffix: str) -> list[Hit]:
    """Find where a folded quote may stand, the best hit first."""
    if not quote:
        return []
    spans = list(haystack.exact(quote, _MOST + 1))
    if len(spans) > _MOST:
        return []
    found = [(place, place + len(quote), 1.0) for place in spans] or _reworded(haystack, quote)
    hits = []
    for start, end, likeness in found:
        node = haystack.node_at(start)
        base, text = haystack.start(node), haystack.nodes[node]
        sides = _sides(text, start - base, end - base, prefix, suffix)
        score = (50 * likeness + 20 * sum(sides)) / 90
        context = max(sides[0] * bool(prefix), sides[1] * bool(suffix))
        if not prefix and not suffix:
            context = min(sides)  # the quote was all of its node, and may be again
        hits.append(Hit(score, node, start - base, end - base, bool(spans), context))
    return sorted(hits, reverse=True)


def _reworded(haystack: Haystack, quote: str) -> Iterator[tuple[int, int, float]]:
    """Find places whose text is like a quote."""
    from rapidfuzz import fuzz  # not on the way to the window

    if len(quote) > _LONGEST:
        return
    seen: set[tuple[int, int]] = set()
    for place, slack, node in haystack.guesses(quote):
        first = max(haystack.start(node), place - slack)
        last = min(haystack.start(node) + len(haystack.nodes[node]), place + len(quote) + 2 * slack)
        match = fuzz.partial_ratio_alignment(quote, haystack.text[first:last])
        if match is None or match.score < 100 * _LEAST_LIKE or last - first < len(quote) // 2:
            continue
        span = (first + match.dest_start, first + match.dest_end)
        if span[1] > span[0] and all(span[0] >= b or span[1] <= a for a, b in seen):
            seen.add(span)
            yield (*span, match.score / 100)


def _sides(text: str, start: int, end: int, prefix: str, suffix: str) -> tuple[float, float]:
    before = text[max(0, start - len(prefix)) : start]
    after = text[end : end + len(suffix)]
    return _side(prefix, before, start == 0), _side(suffix, after, end == len(text))


def _side(kept: str, found: str, is_border: bool) -> float:
    """Say how like a context is; none kept means that the quote stood at its node's border."""
    from rapidfuzz import fuzz

    if not kept:
        return 1.0 if is_border else 0.5
    return fuzz.ratio(kept, found) / 100
