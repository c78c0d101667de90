"""What a mail quotes, with `>` before each line, to the lines themselves.

A line or two that begin so are left: they may tell of what is more than something else.
"""

import re
from collections.abc import Iterator
from itertools import groupby

_FEWEST = 3  # lines
_LINE = re.compile(r"^[ \t]*>.*\n[ \t]*>", re.MULTILINE)
#: The signs, and a word for what kind of quotation it is ("[!quote]").
_CALLS = re.compile(r"[ \t]*>[ \t]?\[!\w+\]")
_SIGNS = re.compile(r"[ \t]*(?:>[ \t]?)+(?:\[!\w+\][+-]?[ \t]*)?")


def looks_like(text: str) -> bool:
    return "\n>" in text and _LINE.search(text) is not None


def plain(text: str) -> str:
    """Take the signs off the lines that are quoted."""
    return "\n".join(_lines(text))


def _lines(text: str) -> Iterator[str]:
    for is_quoted, run in groupby(text.split("\n"), _is_quoted):
        lines = list(run)
        if is_quoted and (len(lines) >= _FEWEST or _CALLS.match(lines[0])):
            lines = [_SIGNS.sub("", line, count=1) for line in lines]
        yield from lines


def _is_quoted(line: str) -> bool:
    return line.lstrip(" \t").startswith(">")
