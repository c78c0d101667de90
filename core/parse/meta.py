"""The line of company, source and time that an article has: `Guan Cha Zhe Wang· 2025-11-09 04:46`.

A time written in another way than the site's own is told as the site writes it, and in UTC where it
names a zone. Which title it belongs to is `things`' to say.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from core import sources
from core.model import Masthead
from core.parse import times

_LONGEST = 400
#: What such a line may end in: a digit, the sign of a day or a zone, a bracket, Markdown's stars,
#: a half of the day.
_LAST = frozenset("0123456789０１２３４５６７８９日号號Z)）CTMm*_午上晚间間") | times.AGO
_SPACE = r"[\s\u200b-\u200f\u2060\ufeff]*"
_COMPANY = r"(?:(?P<company>\S[^()]*?)\s?\((?P<symbol>[A-Z]{2,4}:[\w.\-]{1,15})\)[\s\u00a0]*)?"
_SOURCE = rf"(?:(?P<source>\S.*?)?{_SPACE}(?P<dot>Â·|ยท|[·•・‧∙|｜])(?P<space>{_SPACE}))?"
_LABEL = r"(?:(?:Date|Time|日期|时间|時間|发布时间|發佈時間)\s?[:：]\s?)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        _COMPANY + _SOURCE + times.TIME,
        # as Chinese sites have it: "来源：雪球 2025-09-10 08:08", or the other way about
        rf"(?:来源|來源|Source)\s?[:：]\s*(?P<source>\S.*?)(?P<space>)[\s|·]+{_LABEL}{times.TIME}",
        rf"{times.TIME}[\s|]+(?:来源|來源|Source)\s?[:：]\s*(?P<source>\S.*?)(?P<space>)",
    )
)
#: As the site has it, without any sign that another form may make more of: most are so.
_OWN = re.compile(
    r"(?P<source>[^\W_][^·•・‧∙|｜ยÂ()（）:：*_\t\u00a0\u200b-\u200f\u2060\ufeff]{0,80})"
    r"·(?P<space>[ ]?)"
    r"(?P<time>[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2})"
)
#: Parted by less than a dot, where the source is one that is known; a dot may stand after a time.
_BESIDE = (
    re.compile(rf"(?P<source>\S.{{0,40}}?)(?P<by>\s*[-–—,，/]\s*|\s+){times.TIME}"),
    re.compile(
        rf"{times.TIME}(?P<by>{_SPACE}[-–—,，/·•・]{_SPACE}|\s+)(?P<source>[^\s\d].{{0,40}})"
    ),
)
#: As WeChat has it: who wrote it, in which account, when and where.
_PLACE = r"(?P<place>[\u4e00-\u9fff]{2,4}(?:\s\d{1,4}\s?人)?)"
_PLACED = re.compile(
    rf"(?:(?P<byline>原创(?:{_SPACE}\S+)?)\s{_SPACE})?(?P<source>\S.{{0,60}}?)(?P<space>\s{_SPACE}){times.TIME}"
    rf"\s+{_PLACE}"
)
#: And without the account, which stands over it; its place is one of those that WeChat tells.
_PROVINCES = (
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南"
    "|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|中国香港|中国澳门|中国台湾"
)
_PLACED_ALONE = re.compile(rf"{times.TIME}\s+(?P<place>(?:{_PROVINCES})(?:\s\d{{1,4}}\s?人)?)")
_LONGEST_PLACED = 150
#: A time that names no day tells of an article only where its source stands before it.
_UNDATED = re.compile(
    rf"(?P<source>\S.*?){_SPACE}[·•・‧∙|](?P<space>{_SPACE})(?P<said>\S.{{1,29}})"
)

_DOTS = re.compile("[·•・‧∙|｜]")


class Meta(NamedTuple):
    """A line of source and time. List pages put a space after the dot, article pages none.

    `said` is a time that names no day, or no zone that is known, as it is written; `rest` what else
    stands in the line.
    """

    masthead: Masthead
    of_list: bool
    said: str = ""
    rest: str = ""


def read_meta(line: str) -> Meta | None:
    """Read a line, not empty, of company, source and time; None if it is something else."""
    is_long = len(line) > _LONGEST
    named = not is_long and ("来源" in line or "來源" in line or "Source" in line)
    if is_long or not (named or line[-1] in _LAST):
        return _placed(line)
    own = None if named else _OWN.fullmatch(line)
    if own is not None and times.is_true(own["time"]):
        return Meta(Masthead("", own["source"].strip(), own["time"]), bool(own["space"]))
    return _in_any_form(line, named=named)


def _in_any_form(line: str, *, named: bool) -> Meta | None:
    """Read what may be written in another way than the site's own."""
    told = line
    if not times.YEAR.search(line):
        line = times.in_digits(line)
        if not times.YEAR.search(line):
            return _undated(line)
    if (zone := times.VAGUE.search(line)) is not None:
        return _unzoned(line[: zone.start()], told)
    bare = line.strip("*_")
    found = (_first(_FORMS[1:], bare) if named else None) or _FORMS[0].fullmatch(bare)
    if found is None:
        return _beside(bare, _BESIDE)
    known = {"company": None, "symbol": None, "dot": "", **found.groupdict()}
    is_bare = known["company"] is None and known["dot"] in (None, "|", "｜")
    if known["hour"] is None and is_bare:
        return None  # a date alone, or behind a stroke in a title, may be anything
    if (published := times.told(known)) is None:
        return None
    source = (known["source"] or "").strip("*_ ") or None
    head = Masthead("", source, published, company=known["company"], symbol=known["symbol"])
    return Meta(head, bool(known["space"]))


def _unzoned(line: str, told: str) -> Meta | None:
    """Read a line whose zone may be any of several: its time is kept as it was `told`."""
    meta = _in_any_form(line, named=False)
    if meta is None or meta.said:
        return meta
    said = _DOTS.split(told)[-1].strip("*_ ")
    return meta._replace(masthead=replace(meta.masthead, published=None), said=said)


def _first(forms: Sequence[re.Pattern[str]], line: str) -> re.Match[str] | None:
    return next(filter(None, (form.fullmatch(line) for form in forms)), None)


def _beside(line: str, forms: Sequence[re.Pattern[str]]) -> Meta | None:
    """Read a source and a time with no dot before the time."""
    found = _first(forms, line)
    published = times.told(found.groupdict()) if found and found["hour"] else None
    if found is None or published is None:
        return None
    source = found["source"]
    is_dotted = found["by"].strip() in ("·", "•", "・") and source[-1] not in ".。!！?？"
    if not is_dotted and not sources.is_known(source):
        return None
    return Meta(Masthead("", source, published), of_list=False)


def _placed(line: str) -> Meta | None:
    """Read a line that does not end as a time does: a time and its source, or WeChat's."""
    if len(line) > _LONGEST_PLACED:
        return None
    beside = _beside(line.strip("*_"), _BESIDE[1:]) if line[0].isdecimal() else None
    if beside is not None or not "\u4e00" <= line[-1] <= "\u9fff" or not times.YEAR.search(line):
        return beside
    alone = _PLACED_ALONE.fullmatch(line)
    found = alone or _PLACED.fullmatch(line)
    if found is None or (published := times.told(found.groupdict())) is None or not found["hour"]:
        return None
    if alone is not None:
        return Meta(Masthead("", None, published), of_list=True, rest=alone["place"])
    rest = " ".join(filter(None, (found["byline"], found["place"])))
    return Meta(Masthead("", found["source"], published), of_list=True, rest=rest)


def _undated(line: str) -> Meta | None:
    found = _UNDATED.fullmatch(line.strip("*_"))
    if found is None or times.RELATIVE.fullmatch(found["said"]) is None:
        return None
    return Meta(Masthead("", found["source"]), bool(found["space"]), found["said"])
