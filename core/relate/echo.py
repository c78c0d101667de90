"""Whether two claims tell the same: one story from two sources, one claim in other words.

Figures, names, times and denials are alike, and so are most of the words. What many articles have
word for word is a form of theirs, and no echo.
"""

from typing import NamedTuple

from core.relate.frame import Figure
from core.relate.lexicon import HOME
from core.relate.period import Periods, Span
from core.relate.read import Said
from core.relate.reason import SAME_FIGURES, SAME_WORDS, Reason
from core.relate.retold import FIRST, digits, is_news, is_swapped, retells
from core.relate.rounded import EXACT, agree, is_told_by_two
from core.relate.subject import apart, matched

#: With figures that are alike, so many words must be, and such a share of them; less if translated.
COUNTED, COUNTED_SHARE, TRANSLATED = 2, 0.5, 0.42
#: Without figures more must be, less if two names are; and more if each has words of its own.
WORDS, SHARE, NAMED, OWN, OWN_COUNTED = 4, 0.72, 0.6, 0.75, 0.55
#: With a name and a time so few are enough, if there are no others.
DATED = 3
#: Fewer words than these are not looked at twice.
LIKELY = 0.4
#: Texts of one language are as like as this to each other, in per cent, words in any order.
LIKE = 80
#: A story is told again within so many days.
DAYS = 30
#: Figures of so many digits are not met twice by chance in the news of some days.
DIGITS, RARER = 6, 7


class _Words(NamedTuple):
    """The words that two claims have in common, and those that only one has."""

    common: frozenset[str]
    mine: frozenset[str]
    theirs: frozenset[str]

    @property
    def share(self) -> float:
        whole = len(self.common) + max(len(self.mine), len(self.theirs))
        return len(self.common) / whole if whole else 0.0


def tells_the_same(said: Said, heard: Said) -> Reason | None:
    """Give the reason why two claims tell the same, if they do."""
    if not (_is_one_story(said, heard) and _is_one_manner(said, heard)):
        return None
    is_retold = retells(said, heard) or is_told_by_two(said, heard)
    if is_retold and not _is_contrary(said, heard):
        return _reason(said, heard)
    if said.counts != heard.counts and not agree(said.counts, heard.counts):
        return _same_range(said, heard)
    rare = _are_rare(said, heard)
    if not rare and not _is_likely(said, heard):
        return None
    mine, theirs = matched(said.keys - heard.keys, heard.keys - said.keys)
    words = _Words(said.keys - mine, mine, theirs)
    if not _is_told_twice(said, heard, words, rare=rare) or _is_contrary(said, heard):
        return None
    return _reason(said, heard)


def _is_contrary(said: Said, heard: Said) -> bool:
    """Tell that one puts a figure to another thing, or says the opposite; most are none before."""
    return _is_crossed(said, heard) or _is_opposite(said, heard)


def _reason(said: Said, heard: Said) -> Reason:
    spans = (0, len(said.claim.text)), (0, len(heard.claim.text))
    return Reason(SAME_FIGURES if said.counts else SAME_WORDS, *spans)


def _same_range(said: Said, heard: Said) -> Reason | None:
    """Give the reason why both tell of one move to one range, as of a rate that a bank sets.

    One may say by how much besides, and the other how often before.
    """
    common = [one for one in said.figures & heard.figures if is_exact_range(one)]
    if not common or said.ways != heard.ways or len(said.ways) != 1 or not is_news(said, heard):
        return None
    mine, theirs = matched(said.keys - heard.keys, heard.keys - said.keys)
    if not said.names & heard.names or _is_opposite(said, heard):
        return None
    if _lacks(mine & said.names - FIRST, heard) or _lacks(theirs & heard.names - FIRST, said):
        return None
    return _reason(said, heard)


def is_exact_range(one: Figure) -> bool:
    """Tell a range of rates, as 4.00-4.25%, that is hardly met twice in one story's days."""
    return one[0] == "1" and one[1] != one[2] and None not in one and digits(one) >= EXACT


def _is_told_twice(said: Said, heard: Said, words: _Words, *, rare: bool) -> bool:
    """Tell whether words are alike; of rare figures one claim may name what the other leaves out.

    Its subject is in its article then: "A 25 basis point cut to 3.75%-4.00%".
    """
    if rare and words.common and not apart(said, heard):
        mine, theirs = words.mine - said.generic, words.theirs - heard.generic
        if not (mine and theirs) or _are_one_thing(said, heard, words):
            return True
    alike = _count_alike if said.counts else _read_alike
    return not _is_another(said, heard, words) and alike(said, heard, words)


def _are_one_thing(said: Said, heard: Said, words: _Words) -> bool:
    """Tell whether even rarer figures are shared, of what both name, and neither names more."""
    if _figures(said, heard) < RARER or words.common <= said.generic | heard.generic:
        return False
    return not (_lacks(words.mine & said.names, heard) or _lacks(words.theirs & heard.names, said))


def _figures(said: Said, heard: Said) -> int:
    """Count the digits of the figures that two claims have in common; a range counts for more."""
    common = said.figures & heard.figures
    return sum(digits(one) + (None not in one[1:] and one[1] != one[2]) for one in common)


def _are_rare(said: Said, heard: Said) -> bool:
    """Tell whether figures are alike that hardly come together twice, in the news of some days."""
    if len(said.counts) < 2 or len(heard.counts) < 2:
        return False
    return is_news(said, heard) and _figures(said, heard) >= DIGITS


def _is_one_story(said: Said, heard: Said) -> bool:
    one, other = said.claim, heard.claim
    if one.passage.article == other.passage.article:
        return one.passage.node != other.passage.node
    if one.published is None or other.published is None:
        return True
    return abs((one.published - other.published).days) <= DAYS


def _is_one_manner(said: Said, heard: Said) -> bool:
    """Tell whether both deny or say, rise or fall, and speak of one time."""
    if said.negated != heard.negated or said.is_slower != heard.is_slower:
        return False
    if said.ways and heard.ways and said.ways.isdisjoint(heard.ways):
        return False
    return _lies_in(said.periods, heard.periods) or _lies_in(heard.periods, said.periods)


def _lies_in(periods: Periods, others: Periods) -> bool:
    """Tell whether all times of one claim are in the other; "by the end of 2026" is 2026年底.

    What is so on the last day of a year is so in that year.
    """
    return all(one in others or any(_end_alike(one, other) for other in others) for one in periods)


def _end_alike(one: Span, other: Span) -> bool:
    begins = (None, one[1])
    return one[1] == other[1] and (one[0] in begins or other[0] in begins)


def _is_likely(said: Said, heard: Said) -> bool:
    """Tell at once that two claims of one language have too few words in common."""
    if said.is_han != heard.is_han:
        return True
    most = max(len(said.keys), len(heard.keys))
    return len(said.keys & heard.keys) >= most * (LIKELY if said.counts else NAMED)


def _is_another(said: Said, heard: Said, words: _Words) -> bool:
    """Tell whether a name is missing, or one has a word in the place of the other's."""
    at_home = HOME if len(said.counts) > 1 else frozenset()
    mine, theirs = (words.mine & said.names) - at_home, (words.theirs & heard.names) - at_home
    if _lacks(mine, heard) or _lacks(theirs, said):
        return True
    known = bool(words.mine & said.known), bool(words.theirs & heard.known)
    if all(known):
        return True
    if words.mine and words.theirs and said.is_han == heard.is_han:
        least = OWN if not said.figures else OWN_COUNTED if len(said.figures) == 1 else 0.0
        own = words.mine - said.generic, words.theirs - heard.generic
        if all(own) and is_swapped(said.claim.text, heard.claim.text):
            return True
        few = len(said.figures) == 1 and len(words.common) <= COUNTED
        return any(known) or few or words.share < least
    return False


def _lacks(names: frozenset[str], other: Said) -> bool:
    return bool(names) and not names <= other.context


def _is_crossed(said: Said, heard: Said) -> bool:
    """Tell whether a figure is of one thing here and of another there, though both name both."""
    return any(
        mine.value == theirs.value
        and mine.role == theirs.role
        and (mine.terms - theirs.terms) & heard.keys
        and (theirs.terms - mine.terms) & said.keys
        for mine in said.frames
        if mine.value
        for theirs in heard.frames
    )


def _is_opposite(said: Said, heard: Said) -> bool:
    """Tell whether one says done what the other says undone, or risen what fell: won and lost.

    Without a figure, that only one tells of a deed is enough: to withdraw a bid is not to raise it.
    """
    mine, theirs = _sides(said), _sides(heard)
    if not (said.counts or heard.counts) and mine.keys() != theirs.keys():
        return True
    return any(mine[axis] != theirs[axis] for axis in mine.keys() & theirs.keys())


def _sides(one: Said) -> dict[str, set[float | None]]:
    """Give on which sides a claim speaks, by axis; whither figures go is told by `ways`."""
    found: dict[str, set[float | None]] = {}
    for each in one.frames:
        if each.is_deed or (each.role.startswith("goes") and not one.counts):
            found.setdefault(each.unit, set()).add(each.low)
    return found


def _count_alike(said: Said, heard: Said, words: _Words) -> bool:
    if len(words.common) < COUNTED or words.common <= said.generic:
        return False
    if not words.common & said.names and apart(said, heard):
        return False
    return words.share >= (COUNTED_SHARE if said.is_han == heard.is_han else TRANSLATED)


def _read_alike(said: Said, heard: Said, words: _Words) -> bool:
    if _is_dated_alike(said, heard, words):
        return True
    if len(words.common) < WORDS:
        return False
    if len(words.common & said.names) > 1:
        return words.share >= NAMED
    return words.share >= SHARE and (said.is_han != heard.is_han or _is_like(said, heard))


def _is_dated_alike(said: Said, heard: Said, words: _Words) -> bool:
    """Tell whether both say one thing of one name at one time, and one no more of it."""
    own = words.mine | words.theirs
    if (words.mine and words.theirs) or not own <= said.generic | heard.generic:
        return False
    if len(words.common) < DATED or words.common.isdisjoint(said.names):
        return False
    return bool(said.periods) and bool(heard.periods)


def _is_like(said: Said, heard: Said) -> bool:
    from rapidfuzz import fuzz  # not on the way to the window

    one, other = (" ".join(sorted(each.keys)) for each in (said, heard))
    return bool(fuzz.ratio(one, other) >= LIKE)
