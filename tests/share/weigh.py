"""What is said of each hostile file, and what it costs to look at it.

    python tests/share/weigh.py [--limit]

With --limit, ends with 1 when a file took two seconds of work or 100 MB, or was not told in a
sentence; that nothing in its folder was changed is looked at always.
"""

import resource
import shutil
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.errors import MeipiError
from core.share.guard import open_guarded
from tests.share.attacks import WHOLE, Attack, snapshot
from tests.share.conftest import shared
from tests.share.odd_rows import ROWS


def main(words: Sequence[str]) -> int:
    """Tell of every attack what was said of it, and what looking at it cost."""
    with tempfile.TemporaryDirectory() as name:
        good = shared(Path(name))
        # By another process: a child's memory begins with what its parent's was, and making a
        # share took more.
        with ProcessPoolExecutor(1, get_context("spawn")) as scales:
            is_within = scales.submit(_weigh, Path(name), good).result()
    return 1 if "--limit" in words and not is_within else 0


def _weigh(folder: Path, good: Path) -> bool:
    """Look at every attack; tell whether all kept within the limits and were told in a sentence."""
    worst, told_all = [0.0, 0.0], True
    for attack in (*WHOLE, *ROWS):
        place = folder / attack.__name__
        place.mkdir()
        path = attack(Attack(place, good))
        beside = snapshot(place)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        said = _said(path, place / "clean.meipi")
        (place / "clean.meipi").unlink(missing_ok=True)
        assert snapshot(place) == beside
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        memory = after.ru_maxrss / (1000 if sys.platform == "linux" else 1_000_000)
        worst = [max(worst[0], work), max(worst[1], memory)]
        is_told = said.count(".") and said.isprintable() and "too long" not in said
        told_all = told_all and bool(is_told)
        print(f"{attack.__name__:22} {work:5.2f} s  {memory:4.0f} MB  {said}", flush=True)
        shutil.rmtree(place)
    return worst[0] <= 2 and worst[1] <= 100 and told_all


def _said(path: Path, into: Path) -> str:
    try:
        return f"{len(open_guarded(path, into).refused)} rows refused."
    except MeipiError as error:
        return str(error)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
