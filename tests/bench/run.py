"""Measure what `docs/speed.md` promises, as ratios against a bare equivalent in the same run.

    python tests/bench/run.py [--strict] [--small] [NAME…]

Prints a line for each figure; with --strict a promise that is not kept ends it with 1.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench import (
    anchors,
    deed,
    exporting,
    first,
    gaps,
    idle,
    keys,
    menus,
    merging,
    pointing,
    relating,
    rivals,
    scrolling,
    searching,
    start,
    storing,
    tagging,
    tree,
)
from tests.bench.timing import Result
from tests.quantity import measure as quantity
from tests.relate import measure as related
from tests.search import quality

Bench = Callable[[Path, int], Iterator[Result]]
BENCHES: dict[str, Bench] = {
    "start": start.bench,
    "idle": idle.bench,
    "deed": deed.bench,
    "store": storing.bench,
    "keys": keys.bench,
    "first": first.bench,
    "menus": menus.bench,
    "tags": tagging.bench,
    "gaps": gaps.bench,
    "tree": tree.bench,
    "scroll": scrolling.bench,
    "export": exporting.bench,
    "search": searching.bench,
    "merge": merging.bench,
    "relate": relating.bench,
    "point": pointing.bench,
    "rivals": rivals.bench,
}
#: What is measured in right and wrong, each by its own main: how many are taken is for anchors.
MEASURES: dict[str, Callable[[int], object]] = {
    "anchors": anchors.main,
    "quantities": lambda _: quantity.main([]),
    "found": lambda _: quality.main([]),
    "related": lambda _: related.main([]),
}
#: What runs only where it is named: it takes many minutes. A part of `rivals` is in `search`.
ASKED_FOR = ("rivals", "first")
LARGE, SMALL = 100_000, 10_000
QUIET = "default.warning=false"  # what the offscreen screen cannot do would stand in the table


def line(one: Result) -> str:
    scale = 1000 if one.unit == "ms" else 1
    bare = "" if one.bare is None else f"{one.bare * scale:10.1f} {one.unit}"
    if one.bare is None:
        measured = ""
        promise = "" if one.promise is None else f"at most {one.promise * scale:.0f} {one.unit}"
    else:
        measured = f"{one.measured:6.2f} x"
        promise = "" if one.promise is None else f"at most {one.promise:.1f} x"
    mark = "" if one.is_kept else "  NOT KEPT"
    ours = f"{one.ours * scale:10.1f} {one.unit}"
    return f"{one.what:<44}{ours}  {bare:>13}  {measured:>8}  {promise}{mark}"


def main(words: list[str]) -> int:
    names = [word for word in words if not word.startswith("-")]
    if unknown := set(names) - {*BENCHES, *MEASURES}:
        print(f"There is no bench {', '.join(unknown)}; there are {', '.join(BENCHES | MEASURES)}.")
        return 2
    size = SMALL if "--small" in words else LARGE
    broken = 0
    if hasattr(os, "getloadavg") and os.getloadavg()[0] > 1:
        print("The machine is busy already: look at the ratios, and at these with care.\n")
    print(f"{'what':<44}{'ours':>13}  {'bare':>13}  {'ratio':>8}  promise")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MEIPI_HOME"] = folder
        os.environ.setdefault("QT_LOGGING_RULES", QUIET)
        for name, bench in BENCHES.items():
            if name in names or not (names or name in ASKED_FOR):
                for one in bench(Path(folder), size):
                    print(line(one), flush=True)
                    broken += not one.is_kept
    for name, measure in MEASURES.items():
        if not names or name in names:
            print(f"\n{name}")
            measure(50 if not names else 200)
    return 1 if broken and "--strict" in words else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
