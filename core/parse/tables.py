"""A table of Markdown amid a summary: its first row is a heading, and each of the others a claim.

The cells stay as they are written, with strokes between them. A table amid plain text stays text.
"""

import re
from collections.abc import Iterator, Sequence

from core.parse import cites

_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*")
_STROKE = re.compile(r"(?<!\\)\|")
BREAK = re.compile(r"\s*<br\s?/?>\s*")
_LONGEST = 2_000  # characters of the line below the first row


def end(lines: Sequence[str], start: int) -> int:
    """Give where the table ends that begins here; where it begins, if there is none."""
    if "|" not in lines[start] or start + 1 >= len(lines):
        return start
    rule = lines[start + 1].strip()
    if len(rule) > _LONGEST or _RULE.fullmatch(rule) is None:
        return start
    columns = len(cells(rule))
    if len(cells(lines[start])) != columns:
        return start
    at = start + 2
    while at < len(lines) and "|" in lines[at]:
        at += 1
    return at if at > start + 2 else start


def is_cited(lines: Sequence[str]) -> bool:
    return any(cites.CITE.search(line) for line in lines)


def rows(lines: Sequence[str]) -> Iterator[str]:
    """Walk its rows, the heading first, which may be empty."""
    for place, line in enumerate(lines):
        if place != 1:
            said = (BREAK.sub(" ", cell).replace("\\|", "|") for cell in cells(line))
            yield " | ".join(said).strip(" |")


def cells(line: str) -> list[str]:
    """Give the cells of a row as they are written."""
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return [cell.strip() for cell in _STROKE.split(bare)]
