"""Title, source and time that stand in lines of their own, to the order in which they are read.

A page has them in any order, with their names before them ("来源：观察者网", "Date: 2025-11-09
04:46") or without. A source is told from a title by its name, which a table has.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from core import sources
from core.model import Masthead
from core.parse import cites
from core.parse.lines import EMPTY, Line, Look
from core.parse.meta import Meta, read_meta

_LOOKS = frozenset((Look.TEXT, Look.HEADING, Look.BULLET))  # of titles
_TITLE = re.compile(r"(?:标题|標題|题目|題目|Title|Headline)\s?[:：]\s*(?P<said>\S.*)")
_SOURCE = re.compile(
    r"(?:来源|來源|出处|出處|作者|机构|機構|Source|Author|Publisher)\s?[:：]\s*(?P<said>\S.{0,60})"
)
_TIME = re.compile(
    r"(?:时间|時間|日期|发布日期|發布日期|发布时间|發佈時間|Date|Time|Published(?: at| on)?)"
    r"\s?[:：]\s*(?P<said>\S.{4,60})"
)
#: As WeChat has it: who wrote it, and in which account.
_BYLINE = re.compile(r"(?P<by>原创(?: \S{1,30})?) (?P<said>\S{2,40})")
_AUTHORED = "原创 "
_NEAR = 3  # lines
#: What the names of papers, houses and offices end in, and their longest.
_SOUNDS = re.compile(
    r"(?:[网網报報社院]|证券|證券|期货|期貨|研究|资讯|資訊|财经|財經|周刊|杂志|雜誌|APP"
    r"|Securities|News|Times|Journal|Research|Capital|Post|Daily)\Z"
)
#: A name in Latin letters: a few words, the longer ones capital.
_NAME = re.compile(
    r"[A-Z0-9][\w.'’&+/-]*(?: (?:[A-Z0-9(&][\w.'’&+/-]*\)?|&|of|the|and|de|for)){0,4}"
)
_SYLLABLE = (
    r"(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?"
    r"(?:[aeo]|[ae]i|ao|ou|[ae]ng?|er|ong|i(?:a|e|ao|u|an|ang|ng?|ong)?"
    r"|u(?:a|o|ai|i|an|ang|n)?|[vü]e?)"
)
#: A name as pages write a Chinese one: each syllable a word, numbers as they are.
_PINYIN = re.compile(
    rf"(?:\d{{1,3}} )*{_SYLLABLE}(?:['’]?{_SYLLABLE})?(?: (?:\d{{1,3}}|APP|{_SYLLABLE})){{1,9}}",
    re.IGNORECASE,
)
#: A source and a time with a dash between, as a title may be as well.
_DASHED = re.compile(
    r"(?P<source>\S.{0,29}?)\s+[-–—]\s+(?P<time>.{0,12}\d{4}.{0,30}\d[:：]\d\d.{0,20})"
)
_OPENS = frozenset((Look.HEADING, Look.FLAT, Look.BULLET, Look.CITED))
_BEGINS = frozenset((Look.HEADING, Look.FLAT))
_LONGEST, _SHORTEST_TITLE = 30, 8
_ENDS = frozenset(".。…;；")  # what no title ends in, but text does


def arranged(lines: list[Line]) -> list[Line]:
    """Give each time that has none its source, wherever about it that stands."""
    for place, line in enumerate(lines):
        if line.look is Look.BULLET and (named := _TIME.fullmatch(_plain(line))) is not None:
            _name_time(lines, place, named["said"])
        if line.look is not Look.TEXT:
            continue
        if (named := _TIME.fullmatch(_plain(line))) is not None:
            _name_time(lines, place, named["said"])
        elif (dashed := _DASHED.fullmatch(line.text)) is not None:
            _join_source(lines, place, dashed)
    for place, line in enumerate(lines):
        if line.meta is not None:
            _told_of(lines, place, line.meta.masthead)
        elif line.look in _BEGINS and place > 1 and lines[place - 1].look is Look.TEXT:
            _name_source(lines, place - 1)
    return lines


def _told_of(lines: list[Line], place: int, head: Masthead) -> None:
    """Put what stands about a time where it belongs."""
    if head.source or head.company:
        if place > 1 and lines[place - 1].text[:3] == _AUTHORED:
            _give_author(lines, place)
    elif _is_of_notes(lines, place):
        lines[place] = Line(lines[place].text, Look.TEXT)
    else:
        _give_source(lines, place)


def _name_source(lines: list[Line], place: int) -> None:
    """Take the line between a Chinese title and its summary for a source, with no time by it."""
    text, title = lines[place].text, lines[place - 1]
    is_told = title.look is Look.TEXT and sources.has_han(title.text) and len(text) <= _LONGEST
    if is_told and (sources.is_known(text) or (text[0].isupper() and _PINYIN.fullmatch(text))):
        meta = Meta(Masthead("", text), of_list=True)
        lines[place] = lines[place]._replace(look=Look.META, meta=meta)


def _name_time(lines: list[Line], place: int, said: str) -> None:
    """Take a line for a time where the title or the source is named near above it, or below."""
    near = lines[max(0, place - _NEAR) : place]
    near += lines[place + 1 : place + 2]
    if any(_TITLE.fullmatch(_plain(line)) or _SOURCE.fullmatch(_plain(line)) for line in near):
        meta = read_meta(said)
        lines[place] = Line(said, Look.META, meta=meta) if meta else lines[place]


def _join_source(lines: list[Line], place: int, dashed: re.Match[str]) -> None:
    """Take a line for a source and a time where a title stands over it, and a summary below."""
    above, below = _beside(lines, place, -1), place + 1
    below += below < len(lines) and not lines[below].text
    opens = below < len(lines) and lines[below].look in _OPENS
    is_name = _NAME.fullmatch(dashed["source"]) or _SOUNDS.search(dashed["source"])
    if 0 <= above == place - 1 and opens and is_name:
        meta = read_meta(f"{dashed['source']} · {dashed['time']}")
        lines[place] = lines[place]._replace(look=Look.META, meta=meta) if meta else lines[place]


def _give_author(lines: list[Line], place: int) -> None:
    """Keep the author that WeChat has between a title and a time beside these."""
    over, meta = lines[place - 1], lines[place].meta
    if meta is not None and lines[place - 2].look is Look.TEXT and len(over.text) <= _LONGEST:
        lines[place] = lines[place]._replace(
            meta=meta._replace(rest=f"{over.text} {meta.rest}".strip())
        )
        lines[place - 1] = EMPTY


def _is_of_notes(lines: Sequence[Line], place: int) -> bool:
    """Tell whether the time of a note stands over the title and the time of an article in it."""
    title = _beside(lines, place, 1)
    over = title + 1 + (0 <= title < len(lines) - 1 and not lines[title + 1].text)
    is_over = title >= 0 and over < len(lines) and lines[over].look is Look.META
    return is_over and not any(line.text for line in lines[:place])


def _give_source(lines: list[Line], place: int) -> None:
    source = _place_of_source(lines, place)
    meta = lines[place].meta
    if source >= 0 and meta is not None:
        byline = _BYLINE.fullmatch(lines[source].text)
        said = byline["said"] if byline else _source(lines, source) or lines[source].text
        rest = f"{byline['by']} {meta.rest}".strip() if byline else meta.rest
        told = meta._replace(masthead=replace(meta.masthead, source=said), rest=rest)
        lines[place] = lines[place]._replace(meta=told)
        lines[source] = EMPTY
    title = _beside(lines, place, -1)
    if title >= 0 and (named := _TITLE.fullmatch(_plain(lines[title]))):
        lines[title] = lines[title]._replace(text=named["said"])


def _place_of_source(lines: Sequence[Line], place: int) -> int:
    """Give the line of the source: over the time or the title, or below one of them; else -1."""
    above, below = _beside(lines, place, -1), _beside(lines, place, 1)
    over, under = _beside(lines, above, -1), _beside(lines, below, 1)
    if _source(lines, above) and (over >= 0 or _SOURCE.fullmatch(_plain(lines[above]))):
        return above
    if above < 0:
        return under if _source(lines, under) else -1
    if _source(lines, over):
        return over
    if _source(lines, below):
        return below
    return above if over >= 0 and _sounds(lines[above].text, lines[over].text) else -1


def _beside(lines: Sequence[Line], place: int, step: int) -> int:
    """Give the line next to a place that may be a title, a blank one between at most; else -1."""
    near = place + step
    if place >= 0 and 0 <= near < len(lines) and not lines[near].text:
        near += step
    if place < 0 or not 0 <= near < len(lines):
        return -1
    may_be = lines[near].look in _LOOKS and not cites.ends_in_one(lines[near].text)
    return near if may_be else -1


def _source(lines: Sequence[Line], place: int) -> str | None:
    """Give the source that a line is, if it is one."""
    if place < 0 or lines[place].look not in (Look.TEXT, Look.BULLET):
        return None
    text = _plain(lines[place])
    if _BYLINE.fullmatch(text):
        return text
    named = _SOURCE.fullmatch(text)
    if named is not None:
        return named["said"].strip()
    return text if lines[place].look is Look.TEXT and sources.is_known(text) else None


def _plain(line: Line) -> str:
    """Give a line's text without what makes the names in it bold."""
    return line.text.replace("**", "") if "**" in line.text else line.text


def is_name(text: str) -> bool:
    """Tell whether words are such as papers, houses and offices are named with."""
    return _NAME.fullmatch(text) is not None or _SOUNDS.search(text) is not None


def _sounds(text: str, title: str) -> bool:
    """Tell whether a line under a title is named like a source, or as short as one under it."""
    if sources.has_han(title) and text[0].isupper() and _PINYIN.fullmatch(text):
        return True
    is_longer = len(title) > max(_SHORTEST_TITLE, len(text)) and title[-1] not in _ENDS
    if not is_longer or len(text) > _LONGEST:
        return False
    is_name = len(title) > 2 * len(text) and _NAME.fullmatch(text) is not None
    return is_name or _SOUNDS.search(text) is not None
