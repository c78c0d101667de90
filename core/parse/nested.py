"""Bullets under bullets: the outer ones are headings where they cite nothing and those below do.

Otherwise an outer one may be a claim itself, and stays one.
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
    rf"(?P<inset>[ \t\u3000]*)(?:(?P<sign>[-*+○–—·・]|[{BULLETS}]|o(?=\s))\s*"
    r"|\d{1,2}[.)]\s+|[a-z][.)]\s+|[(（][a-z\d]{1,2}[)）])(?P<text>\S.*)"
)
_MARKDOWN = re.compile(r"(#{2,5})\s")
_ENDS, _BOLD = ":：", "**"


class _Item(NamedTuple):
    """A bullet: its line, how far in it stands, whether it has a sign, and its text."""

    place: int
    inset: int
    signed: bool
    text: str

    def heads(self) -> bool:
        """Tell whether it may be a heading."""
        bare = self.text.strip("*_ ").rstrip(_ENDS)
        return self.signed and not cites.ends_in_one(bare) and headings.looks_like(bare)

    def is_told(self) -> bool:
        """Tell whether it is marked as a heading itself."""
        return self.text.startswith(_BOLD) or self.text[-1] in _ENDS


def is_nested(lines: Sequence[str]) -> bool:
    return any(line[:1] in " \t\u3000" and _INSET.match(line) for line in lines)


def headed(lines: Sequence[str]) -> list[str]:
    """Mark the outer bullets that are headings as Markdown marks these, a level below the last."""
    told, level, items = list(lines), 2, list[_Item]()
    for place, line in enumerate((*lines, "#")):
        item = _ITEM.fullmatch(line.rstrip())
        if item is not None:
            items.append(_item(place, item))
        elif line and not line.isspace():
            for head in _headings(items):
                told[head.place] = f"{'#' * (level + 1)} {head.text}"
            items = []
            marked = _MARKDOWN.match(line)
            level = len(marked[1]) if marked else level
    return told


def _item(place: int, found: re.Match[str]) -> _Item:
    inset = len(found["inset"].replace("\u3000", "  ").expandtabs(4))
    return _Item(place, inset, found["sign"] is not None, found["text"])


def _headings(items: Sequence[_Item]) -> list[_Item]:
    """Give the outer items of a list if every one of them heads some, and those below are cited."""
    if len(items) < 2:
        return []
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
