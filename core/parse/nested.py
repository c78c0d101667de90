"""Bullets under bullets: the outer ones are headings where they cite nothing and those below do.

Those below stand further in, or have another sign. Else an outer one may be a claim, and stays one.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from core.parse import cites, headings
from core.parse.together import BULLETS

_INSET = re.compile(
    rf"(?:[ \u3000]{{2}}|[ ]?\t)[ \t\u3000]*(?:[-*+○–—·・o{BULLETS}]\s|\d{{1,2}}[.)]\s)"
)
_ITEM = re.compile(
    rf"(?P<inset>[ \t\u3000]*)(?:(?P<sign>[-*+○–—·・o](?=\s)|[{BULLETS}])\s*"
    r"|\d{1,2}[.)]\s+|[a-z][.)]\s+|[(（][a-z\d]{1,2}[)）])(?P<text>\S.*)"
)
_MARKDOWN = re.compile(r"(#{2,5})\s")
_ENDS, _BOLD = ":：", "**"
_BARS = "▎■◆"  # signs that are mostly put before headings


class _Item(NamedTuple):
    """A bullet: its line, how far in it stands, its sign (a number is none), and its text."""

    place: int
    inset: int
    sign: str
    text: str

    def heads(self) -> bool:
        """Tell whether it may be a heading."""
        bare = self.text.strip("*_ ").rstrip(_ENDS)
        return bool(self.sign) and not cites.ends_in_one(bare) and headings.looks_like(bare)

    def is_told(self) -> bool:
        """Tell whether it is marked as a heading itself."""
        is_said = self.text.startswith(_BOLD) or self.text[-1] in _ENDS
        return is_said or (self.sign != "" and self.sign in _BARS)


def is_nested(lines: Sequence[str]) -> bool:
    return any(
        line[:1] in _BARS or (line[:1] in " \t\u3000" and _INSET.match(line))
        for line in lines
        if line
    )


def headed(lines: Sequence[str]) -> list[str]:
    """Mark the outer bullets that are headings as Markdown marks these, a level below the last."""
    told, level, items = list(lines), 2, list[_Item]()
    for place, line in enumerate((*lines, "#")):
        item = _ITEM.fullmatch(line.rstrip())
        if item is not None:
            items.append(_item(place, item))
        elif line and not line.isspace():
            heads = _headings(items)
            for head in heads:
                told[head.place] = f"{'#' * (level + 1)} {head.text}"
            if heads and _is_headed(lines, heads[0].place):
                told[heads[0].place - 1] = f"{'#' * level} {lines[heads[0].place - 1].strip()}"
            items = []
            marked = _MARKDOWN.match(line)
            level = len(marked[1]) if marked else level
    return told


def _is_headed(lines: Sequence[str], place: int) -> bool:
    """Tell whether a plain line between two lists is the heading of the lower, with no gap."""
    over, above = (lines[near].strip() if near >= 0 else "" for near in (place - 1, place - 2))
    return headings.looks_like(over) and "#" not in over[:1] and _ITEM.fullmatch(above) is not None


def _item(place: int, found: re.Match[str]) -> _Item:
    inset = len(found["inset"].replace("\u3000", "  ").expandtabs(4))
    return _Item(place, inset, found["sign"] or "", found["text"])


def _headings(items: Sequence[_Item]) -> list[_Item]:
    """Give the outer items of a list if every one of them heads some, and those below are cited."""
    if len(items) < 2:
        return []
    if len({item.inset for item in items}) == 1:
        items = [item._replace(inset=item.sign != items[0].sign) for item in items]
    inset = min(item.inset for item in items)
    outer = [item for item in items if item.inset == inset]
    inner = [item for item in items if item.inset > inset]
    is_sure = all(item.is_told() for item in outer) or any(
        cites.ends_in_one(item.text) for item in inner
    )
    follows = [below.inset > inset for above, below in pairwise(items) if above.inset == inset]
    every = len(follows) == len(outer) and all(follows)
    if not every or not is_sure or not all(item.heads() for item in outer):
        return []
    return outer if len(outer) > 1 or outer[0].is_told() else []
