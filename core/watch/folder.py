"""The files of watched folders: which are new or changed, and the articles in them.

Only pages by their names, and only those that lie in the folder itself, not in folders below it.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.errors import MeipiError
from core.model import Article
from core.progress import Progress, silent
from core.share.words import spelled, visible

LARGEST = 64 << 20  # bytes of a file that is read without being asked for


@dataclass(frozen=True, slots=True)
class Found:
    """What was in one file: its articles, or the sentence that says why there are none."""

    path: str
    mark: str
    articles: tuple[Article, ...] = ()
    error: str = ""


def look(folder: str) -> dict[str, str]:
    """Give the pages in a folder, each with a mark that changes when it is written to.

    Raises OSError where the folder is not there.
    """
    from core.parse.folder import SUFFIXES  # on the worker

    with os.scandir(folder) as entries:
        texts = (one for one in entries if one.name.lower().endswith(SUFFIXES))
        return dict(filter(None, map(_marked, texts)))


def _marked(entry: os.DirEntry[str]) -> tuple[str, str] | None:
    try:
        if entry.name.startswith((".", "~")) or not entry.is_file():
            return None
        state = entry.stat()
    except OSError:  # gone meanwhile
        return None
    return (entry.path, f"{state.st_mtime_ns}:{state.st_size}") if state.st_size else None


def unseen(there: Mapping[str, str], seen: Mapping[str, str]) -> dict[str, str]:
    """Give what is new, or was written to since it was seen."""
    return {path: mark for path, mark in there.items() if seen.get(path) != mark}


def read(files: Iterable[tuple[str, str]], progress: Progress = silent) -> list[Found]:
    """Read files, given with their marks; `progress` is called meanwhile, and may raise to stop."""
    return [_read(path, mark, progress) for path, mark in files]


def _read(path: str, mark: str, progress: Progress) -> Found:
    from core.parse import parse_file  # on the worker
    from core.parse.folder import is_note

    progress(0, 0)
    name = visible(Path(path).name)
    if int(mark.rpartition(":")[2]) > LARGEST:
        return Found(path, mark, error=f"{name} is too large to come by itself.")
    try:
        if is_note(Path(path)):  # exported to a watched folder, it is no news
            return Found(path, mark)
        return Found(path, mark, parse_file(Path(path), progress).articles)
    except MeipiError as error:
        said = spelled(error.sentence)
        return Found(path, mark, error=said if said.startswith(name) else f"{name}: {said}")
