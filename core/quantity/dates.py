"""Find the dates of a text: single ones, ranges of two, and what bounds them.

A number that looks like a year is none if a unit follows it ("2000 yuan"), if it is part of a name,
or if it stands within a longer number.
"""

import re

from core.quantity import numerals, period, units, written
from core.quantity.draft import Draft
from core.quantity.found import Scan
from core.quantity.traps import code_end, trap
from core.quantity.value import Bound, Kind
from core.quantity.written import Written

_GLUE = re.compile(r"/|[ ]?(?:-|—|~|to|through|until|till|至|到)[ ]?|[ ]?and[ ]")
_BEFORE = re.compile(
    "(?:(?<![a-z])(?:(?P<by>by|until|till|through(?: to)?|no later than"
    "|not later than|on or before|up to(?: and including)?)"
    "|(?P<before>before|prior to|ahead of|earlier than|pre)"
    "|(?P<after>after|later than|beyond|post)"
    "|(?P<since>since|until at least|(?:no|not) (?:earlier|sooner) than|not before"
    "|starting(?: from| in)?"
    "|beginning(?: from| in)?|effective(?: from)?|from))[ -]"
    "(?P<about>(?:about|around|approximately|roughly|circa)[ ])?(?:the[ ])?(?:year[ ])?"
    "|(?P<h_by>直到|不晚于|不迟于|最迟|最晚|(?<![截甚乃升降增减跌])至|(?<![达遇收看见止升降高长加少增减落])到)"
    "|(?P<h_since>自从|[自从])|(?P<h_before>早于)|(?P<h_after>晚于))(?P<h_about>约|大约)?[ ]?$"
)
_AFTER = re.compile(
    r"[ ]?(?:(?P<before>(?:之前|以前|前)(?![三两二四五十\d景往后者提期列沿瞻])(?!\d))"
    "|(?P<after>之后|以后|后(?![来续期市者端]))"
    "|(?P<since>以来|至今|迄今|起(?![点伏步])|开始|开年以来|onwards?(?![a-z])|and beyond|or later"
    "|and after|and later|at the earliest)"
    "|(?P<by>or earlier|or before|or sooner|at the latest))"
)
_ABOUT = re.compile(
    r"(?<![a-z])(?:about|around|circa|roughly|approximately|c\.|~)[ ]?(?:the[ ])?$|[约近]$"
)
_NOT_UNTIL = re.compile(
    r"(?:(?<![a-z])(?:not|never|unlikely)|n['’]t|cannot|no(?= (?:[a-z-]+ ){1,3}before ))[ ]"
    r"(?:(?! (?:whether|if|that|but|and|which|because) )[^.;:,()]){0,60}(?:until|before) (?:the )?$"
)
_BETWEEN = re.compile(r"(?<![a-z])between (?:the )?$")

_YEAR_BEFORE = re.compile(r"(?:^|\D)(?:19|20|21)\d\d[-/]$")
#: A year that is part of a name: 2024年第46号, 2019-nCoV, Regulation 2024/1252.
_NAMED = re.compile(
    r"年?第?[ ]?\d+号|-(?!to-|end|q[1-4]|h[12])[a-z]|/(?!(?:19|20)\d\d(?!\d))\d{3,5}(?!\d)"
)
_PERCENT = re.compile(r"[ ]?(?:%|percent|per cent)")


def dates(scan: Scan) -> list[Draft]:
    """Give the dates of a text in order, without what depends on its sentences."""
    found = sorted(_years(scan) + _free(scan, written.short(scan.low)))
    ranges: list[Draft] = []
    floor, index = 0, 0
    while index < len(found):
        one = found[index]
        other = found[index + 1] if index + 1 < len(found) else None
        index += 1
        if one.start < floor:
            continue
        joined = _joined(scan, one, other) if other else None
        if joined:
            index += 1
        ranges.append(joined or _bounded(scan, floor, one))
        floor = ranges[-1].end
    return ranges


def _free(scan: Scan, found: list[Written]) -> list[Written]:
    return [one for one in found if scan.is_free(one.start, one.end)]


def _years(scan: Scan) -> list[Written]:
    """Read a date at every year."""
    found: list[Written] = []
    low, floor = scan.low, 0
    for match in written.YEAR.finditer(low):
        start, end = match.span()
        if start < floor or not scan.is_free(start, end) or not _stands_alone(low, start, end):
            continue
        one = written.at_year(low, floor, start, end)
        if one and one.end == end and not _is_year(scan, one, start, end):
            continue
        if one and one.end > end and one.start == start and trap_blocks(scan, start):
            continue
        if one:
            found.append(one)
            floor = one.end
    return found


def trap_blocks(scan: Scan, at: int) -> bool:
    """Tell whether a date is part of a code or an address: DR-2025-01, GB 38031-2025."""
    return at > 0 and code_end(scan.low, at) is not None


def _stands_alone(low: str, start: int, end: int) -> bool:
    """Tell whether four digits are a number of their own."""
    before = low[start - 1] if start else " "
    if before.isdecimal() or (low[start] > "9" and before in "〇零一二三四五六七八九"):
        return False
    if before in "$€£¥#":
        return False
    if before in ".,/:" and low[start - 2 : start - 1].isdecimal():
        return before == "/" and bool(_YEAR_BEFORE.search(low[max(0, start - 6) : start]))
    if _NAMED.match(low, end):
        return False
    behind = low[end : end + 2]
    return (
        not (len(behind) == 2 and behind[0] in ".," and behind[1].isdecimal()) or behind[0] == "."
    )


def _is_year(scan: Scan, one: Written, start: int, end: int) -> bool:
    """Tell a bare year from a bare number: no unit behind, no sign, code or label before."""
    low, cased = scan.low, scan.cased
    if units.sign_before(low, 0, start) or _PERCENT.match(low, end):
        return False
    if one.start == start and trap(low, start):
        return False
    if one.start == start and start and low[start - 1] in "+-" and not _hangs(low, start):
        return False
    if behind := units.unit(cased, low, end):
        return behind.unit.kind is Kind.DURATION and not behind.word.endswith("s")
    numeral = numerals.digits(cased, low, start)
    return numeral is None or not numeral.scaled


def _hangs(low: str, start: int) -> bool:
    """Tell a dash before a year ("pre-2020", "2025-2026") from a minus."""
    return start > 1 and (
        "a" <= low[start - 2] <= "z"
        or low[start - 2] in "-—"
        or bool(_YEAR_BEFORE.search(low[max(0, start - 6) : start]))
    )


def _joined(scan: Scan, one: Written, other: Written) -> Draft | None:
    """Make one range of two dates, if what stands between them says so."""
    glue = _GLUE.fullmatch(scan.low, one.end, other.start)
    between = _BETWEEN.search(scan.low[max(0, one.start - 14) : one.start])
    if not glue or (glue.group().strip() == "and" and not between):
        return None
    whole = period.join(one.period, other.period)
    if not whole:
        return None
    start = max(0, one.start - 14) + between.start() if between else one.start
    return _date(whole._replace(ends=False), start, other.end)


def _date(one: period.Period, start: int, end: int) -> Draft:
    return Draft(
        start, end, Kind.DATE, since=one.since, until=one.until, precision=one.precision,
        approximate=one.approximate,
    )  # fmt: skip


def _bounded(scan: Scan, floor: int, one: Written) -> Draft:
    """Apply the bounds before and behind a date."""
    low, date = scan.low, _date(one.period, one.start, one.end)
    first = max(floor, one.start - 40)
    piece = low[first : one.start]
    after = _AFTER.match(low, one.end)
    before = _BEFORE.search(piece)
    if before and _is_event(low, before, one.end):
        before = None
    if after and _takes(after, before):
        date = date._replace(end=after.end())
    else:
        after = None
    if before and _ahead_counts(before, after):
        date = date._replace(start=first + before.start())
        rough = bool(before["about"] or before["h_about"])
    else:
        before = None
        rough = bool(_ABOUT.search(piece) or low.startswith(("前后", "左右"), one.end))
    date = date._replace(approximate=date.approximate or rough)
    bound = _bound(before, after)
    if before and bound in (Bound.BY, Bound.BEFORE) and _NOT_UNTIL.search(low[: one.start]):
        bound = Bound.SINCE
    return _opened(date, bound, ends=one.period.ends)


def _takes(after: re.Match[str], before: re.Match[str] | None) -> bool:
    """Tell whether words behind a date bound it: "from 2026 on", 2030年前."""
    if not before:
        return True
    return not (before["by"] and after["after"]) and not after.group().startswith(" at ")


#: "After the 2011 disaster" is in 2011 or later, and names the year alone.
_EVENT = re.compile(
    r"[ ](?!and |or |on|until |when |with |to |for |in |at |deadline|target|goal)[a-z]{3}"
)


def _is_event(low: str, before: re.Match[str], end: int) -> bool:
    """Tell a year that names an event from one that bounds: "after the 2011 disaster"."""
    bounding = before["before"] or before["after"]
    return bool(bounding and before[0].endswith("the ") and _EVENT.match(low, end))


def _ahead_counts(before: re.Match[str], after: re.Match[str] | None) -> bool:
    """Tell whether words before a date bound it: a bare "from" or 从 compares."""
    word = before["since"] or before["h_since"]
    if before["h_by"] and after and (after["since"] or after["after"]):
        return False
    if word in ("from", "从", "自"):
        return bool(after and after["since"]) or word == "自"
    return True


def _bound(before: re.Match[str] | None, after: re.Match[str] | None) -> Bound:
    if after:
        for name in ("before", "after", "since", "by"):
            if after[name]:
                return Bound[name.upper()]
    if not before:
        return Bound.NONE
    for name in ("by", "before", "after", "since"):
        if before[name] or before[f"h_{name}"]:
            return Bound[name.upper()]
    return Bound.NONE


def _opened(date: Draft, bound: Bound, *, ends: bool) -> Draft:
    """Turn a period and its bound into days: before 2030 is until 2029-12-31."""
    since, until = date.since, date.until
    assert since
    assert until
    if bound is Bound.BEFORE and ends:  # 2026年底前 holds its last day
        bound = Bound.BY
    if bound is Bound.BY:
        return date._replace(bound=bound, since=None)
    if bound is Bound.BEFORE:
        return date._replace(bound=bound, since=None, until=period.day_before(since))
    if bound is Bound.AFTER:
        return date._replace(bound=bound, since=period.day_after(until), until=None)
    if bound is Bound.SINCE:
        return date._replace(bound=bound, until=None)
    return date
