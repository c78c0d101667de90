"""What a bench gives back, and how it is taken: ours and the bare equivalent, turn by turn."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table. Times are seconds; `promise` is a ratio, or as they without `bare`."""

    what: str
    ours: float
    bare: float | None = None
    promise: float | None = None
    unit: Literal["ms", "MB"] = "ms"

    @property
    def measured(self) -> float:
        return self.ours / self.bare if self.bare else self.ours

    @property
    def is_kept(self) -> bool:
        return self.promise is None or self.measured <= self.promise


def seconds(*jobs: Callable[[], object]) -> float:
    """Time jobs that follow one another."""
    start = time.perf_counter()
    for job in jobs:
        job()
    return time.perf_counter() - start


def work(job: Callable[[], object]) -> float:
    """Time what a job takes of the processor, on this thread: others that are busy do not count."""
    start = time.thread_time()
    job()
    return time.thread_time() - start


def in_turn(
    ours: Callable[[], float], bare: Callable[[], float], times: int
) -> tuple[float, float]:
    """Give the medians of two jobs that time themselves, run in turn, so that noise hits both."""
    pairs = [(ours(), bare()) for _ in range(times)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def p95(times: Sequence[float]) -> float:
    """Give the worst of twenty but one."""
    return sorted(times)[max(0, round(0.95 * len(times)) - 1)]
