"""The texts that PATH… names: files, folders of files, and `-` for what is piped in."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from core.cli.screen import complain, progress
from core.errors import MeipiError, Unreadable
from core.model import Article, Page

PIPE = Path("-")


@dataclass(slots=True)
class Gathered:
    """What could be read, in order, and for each text that could not, why."""

    pages: list[Page] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    @property
    def articles(self) -> list[Article]:
        return [article for page in self.pages for article in page.articles]

    @property
    def name(self) -> str | None:
        """Give the page's own name, where there is one page."""
        return self.pages[0].name if len(self.pages) == 1 else None


def gather(paths: Sequence[Path]) -> Gathered:
    """Read every text named; what cannot be read is told, and keeps no other from being read."""
    gathered = Gathered()
    files = [file for path in paths for file in _files(path, gathered.failures)]
    with progress() as tell:
        for number, path in enumerate(files, 1):
            tell(f"Reading {number} of {len(files)}: {path.name}")
            try:
                gathered.pages.append(_read(path))
            except (MeipiError, OSError) as error:
                gathered.failures.append(_why(path, error))
    for failure in gathered.failures:
        complain(failure)
    return gathered


def _files(path: Path, failures: list[str]) -> list[Path]:
    from core.parse.folder import files_of  # only import and parse need it

    try:
        return files_of(path)
    except Unreadable as error:
        failures.append(_why(path, error))
        return []


def _read(path: Path) -> Page:
    from core.parse import LARGEST, parse_bytes, parse_file

    if path != PIPE:
        return parse_file(path)
    return parse_bytes(_piped(LARGEST), copied=datetime.now())  # noqa: DTZ005  the reader's day


def _piped(most: int) -> bytes:
    if sys.stdin is None:  # a program without a console has none
        raise Unreadable("Nothing is piped in.", "Give the name of a file.")
    read = sys.stdin.buffer.read(most + 1)
    if len(read) > most:
        raise Unreadable("What is piped in is too large.", "Divide it, and import the parts.")
    return read


def _why(path: Path, error: MeipiError | OSError) -> str:
    """Say what is wrong with a file, with its path once."""
    reason = error.strerror or "" if isinstance(error, OSError) else str(error)
    if reason.startswith(f"{path.name} "):
        return f"{path}{reason[len(path.name) :]}"
    return f"{path}: {reason}"
