"""Chinese by how a part of it is typed in Latin letters, anywhere in a title: `xitu`, `xt`.

Every character is typed whole or by its first letters; the last one may be half typed. A character
counts in every reading it has. Which words are meant is for `sound`; here any characters may be.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from core.glossary.reading import marked, plain
from core.glossary.sound import typed
from core.glossary.table import table
from core.words import fold

#: Fewer letters would be heard in almost anything; of more, no one reads so many ways out.
LEAST, MOST = 2, 80
#: So many ways to cut letters into characters are looked for.
WAYS = 8
LONGEST = 6
#: What a character is typed by, and whether it is the last one.
Way = tuple[tuple[str, bool], ...]
STARTS = ("zh", "ch", "sh")


@lru_cache(maxsize=64)
def heard(word: str) -> re.Pattern[str] | None:
    """Give what finds Chinese that is typed so, or None where these letters are typed for none."""
    key = typed(word) or fold(word)
    if not (LEAST <= len(key) <= MOST and key.isascii() and key.isalpha()):
        return None
    ways = ("".join(_class(*part) for part in way) for way in _ways(key))
    pattern = "|".join(ways)
    return re.compile(pattern) if pattern else None


def _ways(key: str) -> list[Way]:
    """Cut letters into what each character is typed by; of fewest characters first."""
    size = len(key)
    ways: dict[int, list[Way]] = {size: [()]}
    for start in reversed(range(size)):
        ends = range(start + 1, min(start + LONGEST, size) + 1)
        parts = (((key[start:end], end == size), ways[end]) for end in ends)
        found = [(part, *rest) for part, rests in parts if _class(*part) for rest in rests]
        ways[start] = sorted(found, key=len)[:WAYS]
    return ways[0]


@cache
def _class(part: str, is_last: bool) -> str:
    """Give the characters that are typed so, as a class of a pattern; "" for none."""
    by = _by_syllable()
    begun = is_last or len(part) == 1 or part in STARTS
    said = (chars for one, chars in by.items() if one == part or (begun and one.startswith(part)))
    found = "".join(sorted(set("".join(said))))
    return f"[{found}]" if found else ""


@cache
def _by_syllable() -> Mapping[str, str]:
    """Give the characters of the dictionary by how they are typed, in both scripts."""
    found = defaultdict[str, list[str]](list)
    for char, _, traditional, said, *_ in table("chinese.tsv").characters():
        found[plain(marked(said))] += [char, *traditional]
    return {one: "".join(chars) for one, chars in found.items() if one.isascii()}
