"""A flat body without any citation: a dash parts before whatever may begin a claim.

So nothing but the shape of the text tells a claim's own dash from one between two claims.
"""

import re
from collections.abc import Iterator

from core.parse import headings
from core.parse.pieces import Piece, answer, claim, heading


def uncited(text: str, dash: re.Pattern[str]) -> Iterator[Piece]:
    """Find the pieces of a stretch between headings known by name."""
    at = begun = 0  # where the claim held begins, and where its last part does
    is_dashed = is_held = False
    for found in dash.finditer(text):
        part = text[begun : found.start()].rstrip()
        if not (is_held or part.strip()):  # one dash after another
            at, is_dashed = found.end(), True
            begun = at
            continue
        following = text[found.end() : found.end() + 40].lstrip()
        begun, is_held = found.end(), True
        head = _parted(part, following)
        if head is None:
            continue
        held = text[at : found.start()].strip()
        if not is_dashed and not head and headings.looks_like(held):
            head = held
        yield from _given(held, head, is_dashed=is_dashed)
        at, is_dashed, is_held = found.end(), True, False
    yield from _given(text[at:].strip(), "", is_dashed=is_dashed)


def _parted(part: str, following: str) -> str | None:
    """Give the group's heading that ends a part, "" of a claim, None where the dash is its own."""
    group = headings.last_group(part)
    if group is not None:
        return part[group:]
    return "" if headings.begins_claim(following) else None


def _given(text: str, head: str, *, is_dashed: bool) -> Iterator[Piece]:
    text = text[: len(text) - len(head)].rstrip() if head else text
    if text.strip("-−*• "):
        yield claim(text) if is_dashed else answer(text)
    yield from map(heading, headings.apart(head) if head else ())
