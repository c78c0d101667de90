"""The texts that PATH… names: files, folders of files, and `-` for what is piped in."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core.cli.screen import complain, progress
from core.errors import MeipiError, Unreadable
from core.model import Article, Page

SUFFIXES = (".txt", ".md", ".json", ".html")
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


def _files(path: Path, failures: list[str]) -> Iterator[Path]:
    if path == PIPE or not path.is_dir():
        yield path
        return
    try:
        inside = [one for one in path.iterdir() if _is_text(one)]
    except OSError as error:
        failures.append(_why(path, error))
        return
    if not inside:
        failures.append(f"{path}: there is no file of text in it ({', '.join(SUFFIXES)}).")
    yield from sorted(inside)


def _is_text(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and path.name[0] != "." and path.is_file()


def _read(path: Path) -> Page:
    from core.parse import parse_bytes, parse_file  # noqa: PLC0415  only import and parse need it

    page = parse_bytes(_piped()) if path == PIPE else parse_file(path)
    if not page.articles:
        raise Unreadable("there is no article in it.")
    return page


def _piped() -> bytes:
    if sys.stdin is None:  # a program without a console has none
        raise Unreadable("nothing is piped in.")
    return sys.stdin.buffer.read()


def _why(path: Path, error: MeipiError | OSError) -> str:
    reason = error.strerror or "" if isinstance(error, OSError) else str(error)
    return f"{path}: {reason}"
