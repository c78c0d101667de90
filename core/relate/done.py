"""Whether what one claim says done, and the other undone, is one deed.

Without a figure there are only the words to tell by: so neither claim may name, or date, what the
other does not, and what stands in many places has to have a name.
"""

import re

from core.relate.clause import folded
from core.relate.frame import Frame
from core.relate.read import Said

#: So many words tell a thing for sure without a name.
CLEAR = 3
#: Words that say little of a subject in other claims.
_KIND = re.compile(
    "(?<![a-z])(?:early|late|later|advanced|full|partial|half|total|all|some|most|many|few|other"
    "|another|first|second|third|last|next|previous|new|old|big|small|large|long|short|high|low"
    "|initial|final|further|more|main|private|public|direct)(?![a-z])|[部全首次新旧早晚初终各]"
)


def is_one_deed(said: Said, mine: Frame, heard: Said, theirs: Frame) -> bool:
    """Tell whether two deeds are of one kind, doer and time, as far as words say."""
    return said.periods == heard.periods and tells_of_one(said, mine, heard, theirs)


def tells_of_one(
    said: Said, mine: Frame, heard: Said, theirs: Frame, but: frozenset[str] = frozenset()
) -> bool:
    """Tell it by doer and kind alone; what is in `but` names nothing."""
    if not said.names - but <= heard.keys | heard.context:
        return False
    if not heard.names - but <= said.keys | said.context:
        return False
    return _is_clear(said, mine, heard, theirs) and _kind(said) == _kind(heard)


def is_told_in_turn(said: Said, heard: Said, axis: str) -> bool:
    """Tell whether one article, or one claim, tells first of the one deed and then of the other."""
    if said.claim.passage.article == heard.claim.passage.article:
        return True
    return any(
        len({one.low for one in each.frames if one.unit == axis and one.is_deed}) > 1
        for each in (said, heard)
    )


def _is_clear(said: Said, mine: Frame, heard: Said, theirs: Frame) -> bool:
    common = mine.terms & theirs.terms
    if len(common) >= CLEAR or said.is_han != heard.is_han:
        return True
    if mine.periods and not common.isdisjoint(said.known - said.generic):
        return True
    return len(common) > 1 and not common.isdisjoint(said.names)


def _kind(said: Said) -> frozenset[str]:
    return frozenset(_KIND.findall(folded(said.claim.text)))
