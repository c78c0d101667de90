"""The verbs that keep a library safe: backup takes copies and lists them, restore puts one back."""

from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

import click

from core import backup as copying
from core import check as checking
from core.backup import Copy, Reason
from core.cli.gather import PIPE
from core.cli.options import A_PATH, Asked, common, examples
from core.cli.prose import count
from core.cli.screen import complain, plain, say_whole, table
from core.errors import NotFound
from core.scratch import Scratch
from core.store.shown import iso

LATEST = "latest"
STOPPED = 130


@click.command(
    epilog=examples(
        "meipi backup",
        "meipi backup --list",
        "meipi backup -o /media/stick/library.meipi",
        "meipi backup --text -o notes/library.jsonl",
    )
)
@click.option(
    "-o",
    "--output",
    type=A_PATH,
    metavar="FILE",
    help="Where to; without it, among the copies that Meipi keeps.",
)
@click.option("--list", "listed", is_flag=True, help="List the copies that are kept.")
@click.option("--text", is_flag=True, help="As lines of JSON; without -o, to the terminal.")
@common
def backup(output: Path | None, listed: bool, text: bool, asked: Asked) -> int:
    """Make a copy of the library, and read it again to make sure.

    If the log is damaged, it is copied all the same; that is said, and the exit code is 1.

    Meipi makes copies by itself: once a day, and before it merges, restores or changes the format.
    The older they are, the fewer are kept. Copies made with -o are yours and left alone.
    """
    if listed:
        if text or output:
            raise click.UsageError("--list goes with neither --text nor -o.")
        return _list(asked)
    if text and output is None and asked.as_json:
        raise click.UsageError("With --json, --text needs a file: give -o FILE.")
    if output == PIPE and not text:
        raise click.UsageError("A copy is a file: give its name, or --text for the terminal.")
    asked.look().close()
    if output == PIPE:
        output = None
    if text:
        return _write_text(output, asked)
    return _take(asked) if output is None else _copy(output, asked)


def _list(asked: Asked) -> int:
    found = copying.copies(asked.path)
    if not found:
        asked.look().close()
    rows = [(iso(copy.clock), copy.reason, _size(copy.size), str(copy.path)) for copy in found]
    lines = table(("taken", "why", "size", "file"), rows) or ["There are no copies yet."]
    asked.answer([_shape(copy) for copy in found], lines)
    return 0


def _shape(copy: Copy) -> dict[str, object]:
    return {
        "file": str(copy.path),
        "time": iso(copy.clock),
        "reason": str(copy.reason),
        "size": copy.size,
    }


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1000:.0f} kB"


def _take(asked: Asked) -> int:
    copy = copying.take(asked.path, Reason.HAND)
    return _answer(copy, asked)


def _copy(output: Path, asked: Asked) -> int:
    copying.copy_to(asked.path, output)
    size = output.stat().st_size
    copy = Copy(output, Reason.HAND, copying.now(), size)
    return _answer(copy, asked)


def _answer(copy: Copy, asked: Asked) -> int:
    asked.answer(_shape(copy), [f"Copied to {plain(str(copy.path))} ({_size(copy.size)})."])
    return _heed(copy.path, asked)


def _heed(copy: Path, asked: Asked) -> int:
    """Give the exit code, and say where the log of what was copied is damaged."""
    if copying.has_whole_log(asked.path, copy):
        return 0
    name = asked.path.name
    complain(f"The log of {name} is damaged, and the copy's with it: `meipi check` tells where.")
    return 1


def _write_text(output: Path | None, asked: Asked) -> int:
    if output is None:
        _say_text(asked.path)
        return _heed(asked.path, asked)
    rows = copying.write_text(asked.path, output)
    shape = {"file": str(output), "rows": rows, "size": output.stat().st_size}
    asked.answer(shape, [f"Wrote {count(rows, 'row')} to {plain(str(output))}."])
    return _heed(asked.path, asked)


def _say_text(library: Path) -> None:
    """Write to the terminal, or to a pipe: nobody has to wait for who reads that page by page."""
    with Scratch() as folder:
        text = folder.path / f"{library.name}.jsonl"
        copying.write_text(library, text)
        with text.open(encoding="utf-8", newline="\n") as lines:
            while some := "".join(islice(lines, 1000)):
                say_whole(some)


@click.command(epilog=examples("meipi restore latest", "meipi restore /media/stick/library.meipi"))
@click.argument("file", type=click.Path(path_type=Path))
@common
def restore(file: Path, asked: Asked) -> int:
    """Put a copy of the library in its place.

    FILE is a copy, as `meipi backup --list` names them, or `latest`. What is there now is copied
    first, so that another `meipi restore latest` undoes the restore. Close the window first.
    """
    found = copying.copies(asked.path)
    source = file if str(file) != LATEST else _latest(found, asked)
    done = copying.restore(asked.path, source)
    try:
        report = checking.check(asked.path)
    except KeyboardInterrupt:  # too late for it to be said that nothing was changed
        complain(f"Stopped; {source.name} is back, and not checked: `meipi check` does that.")
        return STOPPED
    if not report.sound:
        copying.mark_damaged(asked.path)
    before = str(done.before) if done.before else None
    shape = {
        "restored": str(source),
        "before": before,
        "sound": report.sound,
        "articles": report.articles,
        "highlights": report.highlights,
        "revisions": report.revisions,
    }
    asked.answer(shape, _told(shape, report.findings))
    return 0 if report.sound else 1


def _latest(found: Sequence[Copy], asked: Asked) -> Path:
    if not found:
        asked.look().close()
        raise NotFound("There is no copy of this library.", "`meipi backup` takes one.")
    return found[0].path


def _told(shape: Mapping[str, object], findings: Sequence[str]) -> list[str]:
    lines = [f"Restored {plain(str(shape['restored']))}."]
    if shape["before"]:
        lines.append(f"What was there before is kept in {plain(str(shape['before']))}.")
    return lines + [plain(finding) for finding in findings]
