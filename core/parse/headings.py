"""Headings: which text is one, what kind of section it opens, and where several stand in a row.

The set of headings is open, so few are known by name: those that open a summary, those that wrap
others, and "Group N". The rest are told by their shape alone. Where headings are looked for in a
body is `flat`'s and `lined`'s to say.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from core.model import Kind

NUMBER = r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-z]\)|[IVX]{1,4}\.|[一二三四五六七八九十]{1,3}、)"
_LEAD = (
    r"(?:The )?(?:Report(?:['’]s)? )?Core (?:View(?:point)?|Insight|Point|Conclusion|Opinion)s?"
    r"(?: of the Report)?|Key (?:Takeaway|Point|Insight|Finding)s?"
    r"|核心(?:观点|要点|见解|洞察|结论|觀點|要點|見解|結論)"
)
_RATING = (
    r"(?:Report )?(?:Industry |Company |Stock )?Investment Ratings?"
    r"(?: of the (?:Report|Industry|Company))?"
    r"|(?:报告|報告)?(?:行业|行業|公司)?(?:投资评级|投資評級)"
)
_WRAPPER = (
    r"Summary (?:by|[Aa]ccording to)(?: the)? (?:[A-Z][a-z]+ )?"
    r"(?:Sections?|Director(?:y|ies)|Catalog(?:ue)?s?|Categor(?:y|ies)|Chapters?|Contents?)"
    r"|Report Summary|(?:报告|報告)摘要"
    r"|(?:按|分)?(?:章节|目录|类别|章節|目錄|類別)(?:总结|總結|摘要)"
)
_SPACE = "[ \u00a0\u200b]{1,2}"  # as browsers may copy it
_LEAD, _RATING, _WRAPPER = (one.replace(" ", _SPACE) for one in (_LEAD, _RATING, _WRAPPER))
_KNOWN = f"{_LEAD}|{_RATING}|{_WRAPPER}"
_HAN = "一二三四五六七八九十"
_GROUP = (
    r"(?:(?:Group|GROUP|分组|分組|组|組)[\s\u200b\u00ad]{0,2}(?P<n>\d{1,3})(?!\d)"
    rf"|第\s?(?P<nth>\d{{1,3}}|十?[{_HAN}])\s?[组組])"
)

_IS_LEAD = re.compile(_LEAD)
_IS_WRAPPER = re.compile(_WRAPPER)
_IS_GROUP = re.compile(
    rf"{_GROUP}(?:(?:\s?[:：、]|[.．]\s|\s?[-–—]\s)\s?(?P<title>.*))?", re.DOTALL
)
_ANY_GROUP = re.compile(rf"(?<!\w){_GROUP}(?=\s?[:：]|\s[-−–—]\s)")
#: A group's heading that stands alone on its line, and no claim with it.
_GROUP_ALONE = re.compile(rf"{_GROUP}(?:\s?[:：]\s?(?!.*\d[\]］】]).*)?", re.DOTALL)
_NUMBERED = re.compile(rf"{NUMBER}\s+")
_BOLD_NUMBERED = re.compile(
    rf"(?P<number>{NUMBER}\s*)\*\*(?P<words>[^*]{{1,200}}?)[:：]?\*\*[:：]?"
)
#: Without one of these there is no heading known by name; they are quicker to look for.
_SIGNS = (
    *("Core", "Key", "Investment", "Summary", "核心", "投资评级", "投資評級"),
    *("摘要", "总结", "總結"),
)
#: A word for a group, one of which its heading has.
GROUPS = ("Group", "组", "組")
#: A known heading where a body begins, after a sentence or citation, with a number before it, or
#: with a dash after it.
_KNOWN_AT = re.compile(
    rf"(?:\A|(?<=[\].。])\s*|(?<=\s)(?={NUMBER}\s)"
    rf"|(?<=[a-z]\s)(?=(?:{_KNOWN})\s[-−]\s))((?:{NUMBER}\s+)?(?:{_KNOWN}))(?=[\s\u200b:：]|\Z)"
)
#: How a summary begins, flat or in lines.
OPENING = re.compile(
    rf"(?:{NUMBER}\s+)?(?:{_LEAD}|{_RATING}|{_WRAPPER})(?=[\s\u200b:：]|\Z)|{_GROUP}(?=[\s\u200b:：]|\Z)"
)
_LAST_GROUP = re.compile(rf"(?:\A|\s)(?P<group>{_GROUP}(?:\s?[:：][^\[\]]{{0,200}})?)\Z")
_WRAPPER_FIRST = re.compile(rf"(?:{NUMBER}\s+)?(?:{_WRAPPER})(?=\s+\S)")
#: The upper of two headings in a row ends in one of these words.
_UPPER = re.compile("Overview|Movements|Breakdown")
_STACKED = re.compile(rf"[A-Z][^:：\s]*(?: [^:：\s]+){{0,5}}? (?:{_UPPER.pattern})(?= [A-Z]\S* \S)")

WORDS = 14
CAPITAL_WORDS = 24
GROUP_WORDS = 40
LONGEST = 300
_CLOSED = frozenset(".;!?,。；！？，")
_OPENERS = frozenset("\"“”'‘’*(（【「《<#$€¥+&★")


class Head(NamedTuple):
    """What a heading is: its kind, and the number and title of a group."""

    kind: Kind
    number: int | None
    title: str | None


@lru_cache(maxsize=256)
def classify(heading: str) -> Head:
    """Say what kind of section a heading opens."""
    bare = heading.strip("*_ ").rstrip(":：").strip()
    if (group := _IS_GROUP.fullmatch(bare)) is not None:
        return Head(Kind.GROUP, _number(group), (group["title"] or "").strip() or None)
    numbered = _NUMBERED.match(bare)
    bare = bare[numbered.end() :] if numbered else bare
    bare = _uncapped(bare)
    if _IS_LEAD.fullmatch(bare):
        return Head(Kind.LEAD, None, None)
    return Head(Kind.SUPER if _IS_WRAPPER.fullmatch(bare) else Kind.NAMED, None, None)


def _number(group: re.Match[str]) -> int:
    """Give a group's number, which may be written in Chinese up to 20."""
    said = group["n"] or group["nth"]
    if said.isdecimal():
        return int(said)
    return sum(_HAN.index(char) + 1 for char in said)


def begins_group(line: str) -> int | None:
    """Give the number of the group whose heading a line begins with, if it does."""
    opening = OPENING.match(line)
    return _number(opening) if opening and (opening["n"] or opening["nth"]) else None


def last_group_in(line: str) -> int | None:
    """Give the number of the last group whose heading stands in a line, if one does."""
    groups = [*_ANY_GROUP.finditer(line)]
    return _number(groups[-1]) if groups else begins_group(line)


def is_known(line: str) -> bool:
    """Tell whether all of a line is a heading known by name, or a group's."""
    bare = _uncapped(line.strip("*_ ").rstrip(":：").strip())
    opening = OPENING.match(bare)
    return opening is not None and (
        opening.end() == len(bare) or _GROUP_ALONE.fullmatch(bare) is not None
    )


def _uncapped(heading: str) -> str:
    """Give a heading that a page shows in capitals as it is known."""
    return heading.title() if heading.isupper() else heading


def known(body: str) -> Iterator[re.Match[str]]:
    """Walk the headings known by name in a flat body; group 1 is the heading."""
    first = _KNOWN_AT.match(body)
    at = first.end() if first else 0
    if first:
        yield first
    rest = body[at:]
    if any(sign in rest for sign in _SIGNS):
        yield from _KNOWN_AT.finditer(body, at)


def bare(line: str) -> str:
    """Take off a heading's line what makes it bold, also behind its number, and its colon."""
    numbered = _BOLD_NUMBERED.fullmatch(line)
    if numbered is not None:
        return numbered["number"] + numbered["words"]
    text = line.strip("*_ ").rstrip(":：").rstrip("*_ ")
    return line.strip().rstrip(":：") if "**" in text else text  # but a part of it is bold


def is_number(heading: str) -> bool:
    """Tell whether a heading carries a number of its own ("2. Core Views")."""
    return _NUMBERED.match(heading) is not None


def looks_like(text: str) -> bool:
    """Tell whether text has the shape of a heading: short, beginning like one, left open."""
    wrapper = _WRAPPER_FIRST.match(text)
    text = text[wrapper.end() :].lstrip() if wrapper else text
    if not text or len(text) > LONGEST or not _begins(text):
        return False
    words = text.split()
    if text[-1] in _CLOSED and not _asks(text, words):
        return False
    if len(words) <= (GROUP_WORDS if _IS_GROUP.match(text) else WORDS):
        return True
    return len(words) <= CAPITAL_WORDS and _is_capital(words)


def _asks(text: str, words: list[str]) -> bool:
    """Tell whether text is a question as headings ask it: "What's Next?", "价格走向如何？"."""
    return text[-1] in "?？" and len(text) <= 60 and len(words) <= 8 and _is_capital(words)


def _is_capital(words: list[str]) -> bool:
    """Tell whether words are written as in a title, the short ones aside."""
    return not any(word[0].islower() for word in words if len(word) > 4)


def _begins(text: str) -> bool:
    first = text[0]
    if first.isupper() or first.isdigit() or first in _OPENERS:
        return True
    if not first.islower():
        return first.isalpha()
    # iPhone Sales, e-VTOL; and a) or i) before a heading.
    word = text.split(maxsplit=1)[0]
    return not word.islower() or word[1:] == ")"


def begins_claim(text: str) -> bool:
    """Tell whether a claim may begin so: not with a plain lower-case word."""
    return bool(text) and _begins(text)


def apart(headings: str) -> list[str]:
    """Part headings that stand in a row, an upper one before the one with the claims."""
    found = []
    while (upper := _WRAPPER_FIRST.match(headings) or _stacked(headings)) is not None:
        found.append(upper[0])
        headings = headings[upper.end() :].strip()
    return [*found, headings]


def _stacked(headings: str) -> re.Match[str] | None:
    if _UPPER.search(headings) is None or _IS_GROUP.match(headings):
        return None
    return _STACKED.match(headings)


def last_group(text: str) -> int | None:
    """Give where a group's heading begins at the very end of a text, if one stands there."""
    start = max(0, len(text) - LONGEST)
    end = text[start:]
    found = _LAST_GROUP.search(end) if any(word in end for word in GROUPS) else None
    return None if found is None else start + found.start("group")
