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
    is_dashed = False
    for found in dash.finditer(text):
        part = text[begun : found.start()].rstrip()
        following = text[found.end() : found.end() + 40].lstrip()
        begun = found.end()
        head = _heading(text[at : found.start()].strip(), part, following, first=not is_dashed)
        if head is None:
            continue
        yield from _given(text[at : found.start()].strip(), head, is_dashed=is_dashed)
        at, is_dashed = found.end(), True
    yield from _given(text[at:].strip(), "", is_dashed=is_dashed)


def _heading(held: str, part: str, following: str, *, first: bool) -> str | None:
    """Give the heading that ends what is held, "" if it is a claim, None if the dash is its own."""
    group = headings.last_group(part)
    if group is not None:
        return part[group:]
    if not headings.begins_claim(following):
        return "" if not held else None
    return held if first and headings.looks_like(held) else ""


def _given(text: str, head: str, *, is_dashed: bool) -> Iterator[Piece]:
    text = text[: len(text) - len(head)].rstrip() if head else text
    if text.strip("-−*• "):
        yield claim(text) if is_dashed else answer(text)
    yield from map(heading, headings.apart(head) if head else ())
