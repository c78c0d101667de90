"""Libraries of generated articles for the benches, made once a run."""

from pathlib import Path

from core.library import Library
from tests.generate import articles
from tests.given import ANNA

CHUNK = 10_000


def filled(folder: Path, size: int) -> Path:
    """Give a library with so many articles."""
    path = folder / f"{size}.meipi"
    if not path.exists():
        with Library(path, ANNA) as library:
            for number in range(0, size, CHUNK):
                some = articles(min(CHUNK, size - number), seed=number)
                library.commit(library.add(some).change)
    return path
