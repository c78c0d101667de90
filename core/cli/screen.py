"""What is written to the terminal: plain lines, tables as wide as they look, and JSON.

UTF-8 whatever the locale says. Texts come from strangers: what would move the cursor, ring the bell
or turn the line round is shown as an escape and does nothing.
"""

import errno
import io
import json
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TextIO

import click

from core.errors import DiskTrouble

#: Controls, line and paragraph separators, lone surrogates, and marks that turn text round.
MARKS = "\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
UNSAFE = re.compile(f"[\x00-\x1f{MARKS}]")
_HELD = 1 << 16  # characters that are written at a time
#: json spells the other controls out itself.
UNSAFE_IN_JSON = re.compile(f"[{MARKS}]")


def speak_utf8() -> None:
    """Write UTF-8 to both streams, the same bytes on every system: no CR before an LF.

    What UTF-8 cannot spell comes out as an escape.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def plain(text: str) -> str:
    """Give text on one line in which nothing plays with the terminal."""
    return UNSAFE.sub(_escape, re.sub(r"[\t\r\n]+", " ", text))


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def say(*lines: str) -> None:
    """Write lines to stdout."""
    _write("".join(line + "\n" for line in lines))


def say_whole(document: str) -> None:
    """Write a document as it is."""
    _write(document if document.endswith("\n") else document + "\n")


def say_each(lines: Iterable[str]) -> None:
    """Write lines as they come."""
    _write_parts(f"{line}\n" for line in lines)


def say_json(value: object) -> None:
    """Write a value as JSON, Chinese as Chinese."""
    _write(_as_json(value) + "\n")


def say_json_each(head: Mapping[str, object], name: str, values: Iterable[object]) -> None:
    """Write an object as JSON whose last field is a list, its values as they come."""
    opens, closes = _as_json({**head, name: []}).rsplit("]", 1)
    _write_parts(_listed(opens, values, f"]{closes}\n"))


def _listed(opens: str, values: Iterable[object], closes: str) -> Iterator[str]:
    yield opens
    before, after = "\n    ", ""
    for value in values:
        yield before + _as_json(value).replace("\n", "\n    ")
        before, after = ",\n    ", "\n  "
    yield after + closes


def _as_json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _write_parts(parts: Iterable[str]) -> None:
    """Write parts as they come, many at a time."""
    held, length = list[str](), 0
    for part in parts:
        held.append(part)
        length += len(part)
        if length > _HELD:
            _write("".join(held))
            held, length = [], 0
    _write("".join(held))


def _write(text: str) -> None:
    """Write to stdout. Where the reader has gone (`| head`), end quietly."""
    if _stream("stdout") is None:
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # Python flushes stdout once more when it ends; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        # Windows says EINVAL where a pipe is broken.
        if isinstance(error, BrokenPipeError) or error.errno == errno.EINVAL:
            raise click.exceptions.Exit(0) from None
        raise DiskTrouble(
            f"The answer could not be written: {error.strerror}.", "Check where it is sent to."
        ) from error


def _stream(name: str) -> TextIO | None:
    """Give a stream; a program without a console has none."""
    stream: TextIO | None = getattr(sys, name)
    return stream


def complain(sentence: str) -> None:
    """Write one line to stderr."""
    click.echo(plain(sentence), err=True)


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Give a way to tell how far we are, on one line that is gone in the end, if anyone looks.

    The line is wiped with blanks: an older console of Windows knows no escape sequences.
    """
    if not (_stream("stderr") and sys.stderr.isatty()):
        yield lambda _: None
        return

    def tell(line: str) -> None:
        edge = shutil.get_terminal_size().columns - 1
        shown = clip(plain(line), edge)
        sys.stderr.write(f"\r{shown}{' ' * (edge - width(shown))}\r")
        sys.stderr.flush()

    try:
        yield tell
    finally:
        tell("")


def width(text: str) -> int:
    """Count the columns that text takes on a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def clip(text: str, columns: int) -> str:
    """Cut text to so many columns, with … where something was cut."""
    if width(text) <= columns:
        return text
    used, kept = 1, ""
    for char in text:
        used += _columns(char)
        if used > columns:
            break
        kept += char
    return kept + "…"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Set rows in columns; the last is cut at the terminal's edge, and whole in a pipe or file."""
    body = [[plain(cell) for cell in row] for row in rows]
    if not body:
        return []
    widths = [max(map(width, column)) for column in zip(head, *body, strict=True)]
    terminal = (out := _stream("stdout")) is not None and out.isatty()
    edge = shutil.get_terminal_size().columns if terminal else sys.maxsize
    return [clip(_set(row, widths), edge) for row in (list(head), *body)]


def _set(row: Sequence[str], widths: Sequence[int]) -> str:
    *cells, last = row
    padded = (
        cell + " " * (room - width(cell)) for cell, room in zip(cells, widths[:-1], strict=True)
    )
    return "  ".join([*padded, last]).rstrip()
