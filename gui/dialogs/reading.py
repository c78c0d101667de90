"""What an import would bring: files or pasted text read, and held against the library.

No widgets: `understand` runs on a worker, with a Reader of its own, and writes nothing.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path

from core import arrival, collector
from core.change import Record
from core.errors import MeipiError
from core.model import Article, Known, Page
from core.outline import claims
from core.progress import Progress
from core.share.words import spelled, visible
from gui.tongue import phrase, tr
from gui.tongue.said import in_words
from gui.work.connection import looking

ASKED_AT_ONCE = 500
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)  # of a page; nothing of it is fetched here


class Standing(StrEnum):
    """What an article is to the library; the value is what the reader is shown."""

    NEW = phrase("New")
    NEWER = phrase("Newer text")
    PAGED = phrase("Here, from another page")
    KNOWN = phrase("Already here")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that could be added, what it is to the library, and the texts that are new.

    `also` are the same texts as they stand on other pages.
    """

    article: Article
    standing: Standing
    texts: tuple[Article, ...]
    also: tuple[Article, ...] = ()

    def told(self) -> str:
        """Say what it is to the library, and of several texts how many."""
        several = tr(", %n text(s)", "", len(self.texts)) if len(self.texts) > 1 else ""
        return tr(self.standing.value) + several


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read: its name, and why."""

    name: str
    error: MeipiError

    def __str__(self) -> str:
        said = spelled(in_words(self.error))
        return f"{self.name}: {said}" if self.name else said


@dataclass(frozen=True, slots=True)
class Found:
    """All that was understood, and what was not. `name` is that of all pages, if any."""

    name: str | None
    candidates: tuple[Candidate, ...]
    failures: tuple[Failure, ...] = ()

    def summary(self) -> str:
        """Say it in one line: "4 articles, 31 claims · 2 new, 1 newer text, 1 already here"."""
        nodes = (one.article.edition.nodes for one in self.candidates)
        total = sum(1 for each in nodes for _ in claims(each))
        standings = [one.standing for one in self.candidates]
        parts = [
            f"{number:,} {tr(standing.value).lower()}"
            for standing in Standing
            if (number := standings.count(standing))
        ]
        articles = tr("%n article(s)", "", len(self.candidates))
        claimed = tr("%n claim(s)", "", total)
        return f"{tr(', ').join((articles, claimed))} · {tr(', ').join(parts)}"


def understand(source: Sequence[Path] | str, library: Path, progress: Progress) -> Found:
    """Read files, or a pasted text, and say what of it is new to the library."""
    with collector.at_rest():
        pages, failures = _read(source, progress)
        read = [article for page in pages for article in page.articles]
        articles, known = _known(library, read, progress)
        addition = arrival.add(articles, known)
        names = {page.name for page in pages}
        name = names.pop() if len(names) == 1 else None
        return Found(name, tuple(_weighed(articles, addition)), tuple(failures))


def _read(source: Sequence[Path] | str, progress: Progress) -> tuple[list[Page], list[Failure]]:
    from core import parse  # on the worker, so that the dialog shows at once

    if isinstance(source, str):
        if ADDRESS.fullmatch(source.strip()):
            return [], []
        read = partial(parse.parse_text, source, copied=datetime.now())  # noqa: DTZ005  the reader's day
        return _each([("", len(source), read)], progress)
    files, empty = _files(source)
    jobs = [(visible(one.name), _size(one), _opening(one)) for one in files]
    pages, failures = _each(jobs, progress)
    return pages, empty + failures


def _files(paths: Sequence[Path]) -> tuple[list[Path], list[Failure]]:
    """Give the files that are meant, those of folders too, and what has none."""
    from core.parse.folder import files_of

    files, empty = list[Path](), list[Failure]()
    for path in paths:
        try:
            files += files_of(path)
        except MeipiError as error:
            empty.append(Failure(visible(path.name), error))
    return files, empty


Job = tuple[str, int, Callable[[Progress], Page]]


def _opening(path: Path) -> Callable[[Progress], Page]:
    from core import parse

    return lambda progress: parse.parse_file(path, progress)


def _each(jobs: Sequence[Job], progress: Progress) -> tuple[list[Page], list[Failure]]:
    """Do every job in turn; one that fails keeps no other from being read."""
    pages, failures, before = list[Page](), list[Failure](), 0
    total = sum(size for _, size, _ in jobs)
    for name, size, parse in jobs:
        progress(before, total)
        try:
            pages.append(parse(_part(progress, before, size, total)))
        except MeipiError as error:
            failures.append(Failure(name, error))
        before += size
    progress(before, total)
    return pages, failures


def _part(progress: Progress, before: int, size: int, total: int) -> Progress:
    """Tell the progress of one source as a part of them all."""
    return lambda done, of: progress(before + (size * done // of if of else 0), total)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _known(
    library: Path, read: Sequence[Article], progress: Progress
) -> tuple[Sequence[Article], dict[str, Known]]:
    """Give the articles as the library has them, and what it has of them."""
    if not read or not library.exists():
        return read, {}
    articles, found = list[Article](), dict[str, Known]()
    with looking(library) as reader:
        for start in range(0, len(read), ASKED_AT_ONCE):
            progress(0, 0)
            some = reader.recognised(read[start : start + ASKED_AT_ONCE])
            found |= reader.known(article.id for article in some)
            articles += some
    return articles, found


def _weighed(articles: Sequence[Article], addition: arrival.Addition) -> Iterator[Candidate]:
    """Give each article once, in reading order, in the text that would be shown."""
    texts = dict[str, list[Article]]()
    for one in addition.change.articles:
        texts.setdefault(one.id, []).append(one)
    shown = {one.id: one for one in (*articles, *addition.change.articles)}
    standings = dict.fromkeys(addition.added, Standing.NEW)
    standings |= dict.fromkeys(addition.updated, Standing.NEWER)
    paged = frozenset(addition.change.records(Record.ARTICLE))
    pages = dict[str, dict[str, None]]()
    for one in articles:
        pages.setdefault(one.id, {})[one.page] = None
    for article, one in shown.items():
        new = tuple(texts.get(article, (one,)))
        known = Standing.PAGED if article in paged else Standing.KNOWN
        others = pages[article].keys() - {"", *(each.page for each in new)}
        also = (replace(new[-1], page=page) for page in sorted(others))
        yield Candidate(one, standings.get(article, known), new, tuple(also))
