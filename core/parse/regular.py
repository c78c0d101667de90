"""A flat body as most are, parted at once: after each dash a claim, and that ends in its citations.

What is found here is what `flat` finds, which looks closer and takes longer. Of any other body
nothing is said: one with a dash within a claim, a claim without citations, or other signs.
"""

import re
from itertools import islice

from core.model import Kind
from core.parse import cites, headings
from core.parse.pieces import Piece, heading

#: A claim, its citations, and what follows them up to the next dash.
_CLAIM = re.compile(r"([^\[]+)((?:\[[1-9][0-9]{0,2}\])+)([^\[]*)")
_HYPHEN = re.compile(r"-(?<=[\s\u200b]-)(?=[\s\u200b])")  # in whatever white space
_OTHERS = "−*•"
_GLANCE = 39  # characters of a claim, to tell whether it begins as one


def regular(body: str) -> list[Piece]:
    """Find the pieces of a body; none where it is not regular."""
    first, *parts = body.split(" - ")
    first = first.lstrip(cites.STOPS).rstrip()
    if not parts or not _is_plain(body, len(parts)) or not _opens(first, body, parts[0]):
        return []
    pieces, kind = [*map(heading, headings.apart(first))], Kind.CLAIM
    for place, part in enumerate(parts, 1):
        found = _CLAIM.fullmatch(part)
        if found is None:
            return []
        said, run, rest = found.groups()
        if not (said := said.strip().rstrip(cites.AIR)):
            return []
        pieces.append(Piece(kind, said, 0, cites.named(run)))
        if tail := rest.lstrip(cites.STOPS):
            if place == len(parts) or not _heads(tail := tail.rstrip(), parts[place]):
                return []
            pieces += map(heading, headings.apart(tail))
    return pieces


def _is_plain(body: str, dashes: int) -> bool:
    """Tell whether a body has no signs but hyphens, none amid other space, and usual brackets."""
    return (
        not any(sign in body for sign in _OTHERS)
        and not cites.is_wide(body)
        and len(_HYPHEN.findall(body)) == dashes
    )


def _opens(first: str, body: str, following: str) -> bool:
    """Tell whether what stands before the first dash is a heading, and the last known by name."""
    known = [found[1] for found in islice(headings.known(body), 2)]
    if known:
        return known == [first] and body.startswith(first)
    return "[" not in first and _heads(first, following)


def _heads(text: str, following: str) -> bool:
    return headings.looks_like(text) and headings.begins_claim(following[:_GLANCE].lstrip())
