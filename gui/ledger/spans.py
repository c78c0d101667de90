"""Bars along time: how wide a day is so that all is seen, and which bars share a line.

Arithmetic only: places in pixels from days, and back. A bar's words begin where it begins; so a
span needs room for the longer of the two. Lines are given out for a scale: going along the days
leaves every bar on its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

FADE = 44.0  # pixels that an open end takes to fade
GAP = 18.0  # pixels at least between two on one line
EDGE = 16.0


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to the day after the last; None is open. `words` is how wide its words are."""

    start: float | None
    end: float | None
    words: float

    @property
    def first(self) -> float:
        """Give the day it hangs on."""
        day = self.start if self.start is not None else self.end
        assert day is not None
        return day

    @property
    def last(self) -> float:
        day = self.end if self.end is not None else self.start
        assert day is not None
        return day


@dataclass(frozen=True, slots=True)
class View:
    """Which day stands at the left edge, and how many pixels a day has."""

    origin: float
    scale: float

    def x(self, day: float) -> float:
        return (day - self.origin) * self.scale

    def day(self, x: float) -> float:
        return self.origin + x / self.scale

    def left(self, span: Span) -> float:
        """Give where a span begins; an open one fades in before its last day."""
        return self.x(span.first) - (FADE if span.start is None else 0)

    def right(self, span: Span) -> float:
        return self.x(span.last) + (FADE if span.end is None else 0)

    def zoomed(self, factor: float, x: float) -> "View":
        """Give a view so many times as close, with the day at x where it is."""
        scale = self.scale * factor
        return View(self.day(x) - x / scale, scale)

    def panned(self, pixels: float) -> "View":
        return View(self.origin - pixels / self.scale, self.scale)


def fit(spans: Sequence[Span], also: float, width: float) -> View:
    """Give the view that shows every span with its words, and the day `also`."""
    first = min((also, *(span.first for span in spans)))
    room = width - 2 * EDGE
    begins = EDGE + (FADE if any(span.start is None for span in spans) else 0)
    scales = [(width - begins - EDGE) / max(also - first, 30.0)]
    for span in spans:
        taken = min(span.words, room * 0.6)
        if span.first > first:
            scales.append(max(width - begins - EDGE - taken, room * 0.1) / (span.first - first))
        if span.last > first:
            tail = FADE if span.end is None else 0
            scales.append((width - begins - EDGE - tail) / (span.last - first))
    scale = max(min(scales), 1e-6)
    return View(first - begins / scale, scale)


def pack(spans: Sequence[Span], view: View) -> list[int]:
    """Give each span the first line on which it meets no other, counted from 0."""
    taken: list[tuple[float, int]] = []  # how far lines are taken
    free: list[int] = []
    given = [0] * len(spans)
    for number in sorted(range(len(spans)), key=lambda n: (view.left(spans[n]), n)):
        span = spans[number]
        left = view.left(span)
        right = max(view.right(span), left + span.words) + GAP
        while taken and taken[0][0] <= left:
            heappush(free, heappop(taken)[1])
        line = heappop(free) if free else len(taken)
        heappush(taken, (right, line))
        given[number] = line
    return given
