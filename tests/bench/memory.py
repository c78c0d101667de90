"""What searching takes of memory: a process that looks into a library, and then searches in it.

    python tests/bench/memory.py LIBRARY

Prints megabytes: with the library open, and at most while every query of the bench was asked.
"""

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.library import Reader  # noqa: E402
from tests.bench.corpus import classes  # noqa: E402
from tests.bench.timing import Result  # noqa: E402

PROMISE = 150.0


def bench(library: Path) -> Iterator[Result]:
    run = subprocess.run(
        [sys.executable, __file__, str(library)], check=True, capture_output=True, text=True
    )
    idle, most = map(float, run.stdout.split())
    yield Result("search, memory over what is idle", most - idle, None, PROMISE, unit="MB")


def main(library: Path) -> None:
    with Reader(library) as reader:
        list(reader.cards(reader.order()[:100]))
        idle = _most()
        from core.search import search

        for kind, queries in classes().items():
            for query in queries:
                search(reader, query, literal=kind != "across")
    sys.stdout.write(f"{idle} {_most()}\n")


def _most() -> float:
    """Give the most that this process ever held, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():  # what is asked below begins with what the parent held
        (line,) = (one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
        return int(line.split()[1]) / (1 << 10)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
