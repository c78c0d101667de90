"""What the verbs have in common: two options, and the library and the answer these ask for."""

import functools
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from core import settings
from core.cli import stopped
from core.cli.screen import complain, say, say_each, say_json, say_json_each
from core.errors import DiskTrouble, NotALibrary, NotFound, OlderLibrary
from core.library import Library, Reader

A_PATH = click.Path(path_type=Path, allow_dash=True)


def words(value: str) -> str:
    """Take text that can be kept; bytes that are no UTF-8 cannot."""
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise click.BadParameter("this is not valid UTF-8.")
    return value


@dataclass(frozen=True, slots=True)
class Asked:
    """What `--library` and `--json` ask of a verb."""

    library: Path | None
    as_json: bool

    @property
    def path(self) -> Path:
        """Give the library's file: the one named, the one preferred, or the usual one."""
        if self.library is not None:
            return self.library
        preferred = settings.load().library
        return Path(preferred) if preferred else settings.default_library()

    def look(self) -> Reader:
        """Open a library that is there, to look; of a share, a clean copy."""
        from core.share.opening import as_library, is_share  # few are shares

        path = self._there()
        if is_share(path):
            return Reader(as_library(path))
        return _opened(path, lambda: Reader(path))

    def change(self) -> Library:
        """Open a library that is there, to write as this machine's reader."""
        path = self._there()
        if path.is_file() and not path.stat().st_size:
            Reader(path).close()  # which refuses it; to write, it would be made into a library
        return stopped.watched(_opened(path, lambda: Library(path, settings.myself())))

    def make_or_change(self, *, anew: bool = False) -> Library:
        """Open a library to write, making it where there is none: it is the reader's own.

        Where there was one, of which there are copies, it is made only `anew`.
        """
        path, new = self.path, not self.path.exists()
        if new and not anew:
            refuse_lost(path)
        if path == settings.default_library():
            path.parent.mkdir(parents=True, exist_ok=True)
        library = stopped.watched(_opened(path, lambda: Library(path, settings.myself())))
        if new:
            with suppress(DiskTrouble):  # then the window asks whose it is
                settings.remember(settings.load(), path)
        return library

    def _there(self) -> Path:
        if not self.path.exists():
            refuse_lost(self.path)
            raise NotALibrary(f"There is no library at {self.path}.", "`meipi import` makes one.")
        return self.path

    def answer(self, shape: object, lines: Iterable[str]) -> None:
        """Write the answer in the form that was asked for."""
        if self.as_json:
            say_json(shape)
        else:
            say(*lines)

    def answer_each(
        self, head: Mapping[str, object], name: str, shapes: Iterable[object], lines: Iterable[str]
    ) -> None:
        """Write an answer that may be long as it is made: its head, and a list of this name."""
        if self.as_json:
            say_json_each(head, name, shapes)
        else:
            say_each(lines)


def refuse_lost(path: Path) -> None:
    """Make no library, and speak of none to be made, where copies tell that one was lost."""
    from core.backup import copies  # where there is no library

    if copies(path):
        raise NotALibrary(
            f"{path.name} is no longer in {path.absolute().parent}.",
            "Put it back there, or its newest copy by `meipi restore latest`;"
            " `meipi import --anew` makes another.",
        )


Opened = TypeVar("Opened", bound=Reader)


def _opened(path: Path, open_it: Callable[[], Opened]) -> Opened:
    """Open a library, of whatever format; of one that does not open, name the copy to go back to.

    The copies are looked for once there is trouble.
    """
    try:
        return open_it()
    except OlderLibrary:
        from core import backup

        if path.stat().st_size >= backup.LARGE:
            complain(f"Bringing {path.name} up to date: this may take a minute, and keeps a copy.")
        return backup.up_to_date(path, open_it)
    except NotALibrary as error:
        from core import backup

        raise backup.with_a_way_back(error, path) from error


def common(verb: Callable[..., int]) -> Callable[..., int]:
    """Give a verb the two options that all of them take, and to its function one `Asked`."""

    @functools.wraps(verb)
    def ask(library: Path | None, as_json: bool, **given: object) -> int:
        return verb(asked=Asked(library, as_json), **given)

    where = click.option(
        "--library",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="The library to use instead of the usual one.",
    )
    form = click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for scripts.")
    return where(form(ask))


#: What an option is called with which several articles, or tags, are chosen.
articles = functools.partial(
    click.option, "--article", "articles", multiple=True, type=words, metavar="A"
)
tags = functools.partial(click.option, "--tag", "tags", multiple=True, type=words, metavar="T")


def examples(*lines: str) -> str:
    """Lay out the end of a verb's help."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


Made = TypeVar("Made")


def made(found: Iterable[Made], kind: str) -> Made:
    """Give what a deed has just written, unless another program took it away meanwhile."""
    for one in found:
        return one
    raise NotFound(f"This {kind} is no longer there.", "Undo may bring it back.")


def find(reader: Reader, name: str) -> str:
    """Give the id of the article with this id, this beginning of an id, or just this title."""
    try:
        return reader.find(name)
    except NotFound:
        found = [card.id for card in reader.cards(reader.order(name)) if card.title == name]
        if len(found) == 1 and name:
            return found[0]
        if len(found) > 1 and name:
            ids = ", ".join(one[:8] for one in found)
            raise NotFound(f"Several articles have this title: {ids}.", "Give the id.") from None
        raise
