"""Find the amounts of a text: numbers with a unit, a currency or a counted noun, and ranges.

Dates and what counts nothing are taken already when this begins.
"""

import re
from decimal import Decimal

from core.quantity import bounds, fractions, likened, lists, nouns, numerals, rates, traps, units
from core.quantity.draft import Draft
from core.quantity.found import Scan
from core.quantity.moves import moves_before
from core.quantity.numerals import Numeral
from core.quantity.side import Side, side
from core.quantity.value import Bound, Kind

_NAMES = (
    "half|halv|twice|doubl|tripl|trebl|quadrupl|quintupl|one|two|three|four|five|six|seven|eight|"
    "nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|"
    "thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|"
    "quarter(?=-(?:percentage-)?point)"
)
_AFTER_A = (
    "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth|hundred|"
    "thousand|million|billion|trillion|dozen|year|month|week|day|decade|century|hour|minute"
)
#: Where a quantity may begin.
_ANCHOR = re.compile(
    "[0-9〇零一二两三四五六七八九十百千万亿几半过超翻近倍加减对每]|"
    rf"(?<![a-z])(?=[adefhnoqst])(?:{_NAMES}|an?[ ](?=(?:{_AFTER_A})(?![a-z])))"
)
_GLUE = re.compile(
    "(?P<glue>-[ ]?to[ -]|[ ]?(?:-|~|—|至|到)[ ]?"
    r"|[ ](?:to|and|or|through)[ ])(?P<sign>[+-](?=[$€£¥\d]))?(?P<money>(?:us|hk|a|c|s|nt|r)?\$"
    r"|[€£¥]|(?:rmb|usd|cny|eur|hkd)[ ]?)?(?=[\d〇零一二两三四五六七八九十几]|[a-z])"
)
_BETWEEN = re.compile(r"(?<![a-z])between[ ]$")
_FROM = re.compile(r"(?:(?<![a-z])from[ ]|[从由自])$")
_RANGING = re.compile(
    "(?:rang|var|span|anywhere|somewhere|(?<![a-z])runs?|区间|范围|介于)[a-z]*[ ]?(?:from[ ]"
    "|[从由自])$"
)
_BY = re.compile("(?:(?<![a-z])by[ ])?$")
_LONGER = re.compile(
    "(?:延长|缩短|(?:extend|shorten|prolong|delay|lengthen)[a-z ]*[ ]by[ ])[了约]?$"
)
#: What something moved by, and what it came to, are farther apart than the ends of a range.
_SMALL, FAR = 100, 5
_OLDEST, _AGED = 120, re.compile("(?<![a-z])aged $")
#: Lower than four years ago says nothing of how long that is.
_COMPARED = re.compile("(?:high|low|larg|bigg|small)er than ")
_LIKE = 10  # times: so much smaller is the second of two that one scale is said for


def amounts(scan: Scan) -> list[Draft]:
    """Give the amounts of a text in order, without what depends on their sentences."""
    found: list[Draft] = []
    at = floor = 0
    while match := _ANCHOR.search(scan.low, at):
        start = match.start()
        if not scan.is_free(start, start + 1):
            at = floor = scan.floor(start)
            continue
        floor = max(floor, scan.floor(start))
        one = _read(scan, floor, start)
        if isinstance(one, int):
            at = one
            continue
        found.append(likened.like(scan.low, found[-1] if found else None, one))
        at = floor = one.end
    return found


def _read(scan: Scan, floor: int, at: int) -> Draft | int:
    """Read the quantity at a number, or tell where to look for the next one."""
    low = scan.low
    if not units.sign_before(low, floor, at) and (end := traps.trap(low, at)) is not None:
        return max(end, at + 1)
    if at > 1 and low[at - 1] == "/" and low[at - 2].isdecimal():  # 20/16倍
        return _past(low, at)
    special = _in_words(scan, at)
    if special and special.end <= scan.limit(at) and special.start >= floor:
        return special
    first = side(scan, floor, at)
    if not first:
        return _past(low, at)
    return _whole(scan, floor, first) or _past(low, at)


def _whole(scan: Scan, floor: int, first: Side) -> Draft | None:
    """Read the quantity that begins with an amount: alone, one of a row, or of a range."""
    if first.is_bare and (ratio := fractions.out_of(scan, first.start, first.numeral)):
        return ratio
    if first.is_bare and (row := lists.shared(scan, first)):
        return _of_row(scan, floor, *row)
    pair = _pair(scan, first)
    return _two(scan, floor, first, pair) if pair else _one(scan, floor, first)


def _in_words(scan: Scan, at: int) -> Draft | None:
    """Read the ratio or multiple that begins at a place, in the language that stands there."""
    if found := fractions.factor(scan, at):
        return found
    if scan.low[at].isdecimal():
        return fractions.slash(scan, at) or fractions.han(scan, at)
    return fractions.english(scan, at) if scan.low[at].isascii() else fractions.han(scan, at)


_RUN = re.compile(r"\d+(?:[.,]\d+)*|[〇零一二三四五六七八九十百千万亿两几]+|[a-z]+")


def _past(low: str, at: int) -> int:
    match = _RUN.match(low, at)
    return match.end() if match else at + 1


def _pair(scan: Scan, first: Side) -> Side | None:
    """Read the second amount of a range, if a first one is followed by such."""
    glue = _GLUE.match(scan.low, first.end)
    if not glue or not scan.is_free(first.end, glue.end() + 1):
        return None
    word = glue["glue"].strip(" -") or "-"
    if word == "and" and not _between(scan.low, first.start):
        return None
    at = glue.end()
    second = side(scan, glue.end("glue"), at)
    if not second or second.numeral.low == second.numeral.high == 0:
        return None
    if word in ("or", "through") and not _is_or(first, second):
        return None
    return second if _go_together(first, second, word) else None


def _between(low: str, at: int) -> re.Match[str] | None:
    return _BETWEEN.search(low[max(0, at - 9) : at])


def _is_or(first: Side, second: Side) -> bool:
    """Tell "two or three years" from a choice of two."""
    one, other = first.numeral.low, second.numeral.low
    return first.is_bare and one < other <= _SMALL and other - one <= max(Decimal(2), one)


def _go_together(first: Side, second: Side, word: str) -> bool:
    if first.currency and second.currency and first.currency != second.currency:
        return False
    if first.unit and second.unit and first.unit[:2] != second.unit[:2]:
        return False
    if first.unit and not second.unit:
        return bool(first.unit.kind is Kind.MONEY and second.currency == first.unit.unit)
    return not (first.currency and not second.currency and second.unit and word != "and")


def _one(scan: Scan, floor: int, first: Side) -> Draft | None:
    low, high = first.values()
    return _finished(scan, floor, first, _shaped(first)._replace(low=low, high=high))


def _of_row(scan: Scan, floor: int, first: Side, last: Side) -> Draft | None:
    """Read one of several numbers in a row; a rate is said behind the last of them."""
    return _rated_as(_one(scan, floor, first), _one(scan, last.start, last))


def _rated_as(one: Draft | None, last: Draft | None) -> Draft | None:
    if one and last and last.kind is Kind.RATE:
        return one._replace(kind=Kind.RATE, unit=last.unit, currency=last.currency)
    return one


def _shaped(one: Side) -> Draft:
    """Make a quantity of an amount's place, unit and currency."""
    kind = one.unit.kind if one.unit else Kind.MONEY if one.currency else Kind.COUNT
    money = kind is Kind.MONEY
    unit = "" if money or not one.unit else one.unit.unit
    currency = one.currency or (one.unit.unit if one.unit and money else "")
    return Draft(
        one.start, one.end, kind, unit=unit, currency=currency, approximate=one.numeral.vague
    )


def _two(scan: Scan, floor: int, first: Side, second: Side) -> Draft | None:
    """Make a range of two amounts, or the first of two values if it moved between them."""
    own = not first.is_bare or _is_grouped(scan.low[first.start : first.end])
    first = _inheriting(first, second)
    if _is_way(scan.low[first.end : second.start]) and _moved(scan.low, first, second, own=own):
        shaped = _shaped(first)._replace(end=first.end)
        low, high = first.values()
        one = _finished(scan, floor, first, shaped._replace(low=low, high=high), alone=True)
        return _rated_as(one, _one(scan, second.start, second))
    low, high = first.values()[0], second.values()[1]
    low, high = min(low, high), max(low, high)
    start = first.start
    if between := _between(scan.low, start):
        start = max(floor, start - len(between.group()))
    shaped = _shaped(second)
    shaped = shaped._replace(start=start, currency=first.currency or shaped.currency)
    kind = Kind.MONEY if shaped.currency else shaped.kind
    unit = "" if kind is Kind.MONEY else shaped.unit
    whole = second._replace(start=start, currency=first.currency or second.currency)
    return _finished(scan, floor, whole, shaped._replace(kind=kind, unit=unit, low=low, high=high))


def _inheriting(first: Side, second: Side) -> Side:
    """Give the first of two amounts the unit, currency and scale that were said once."""
    numeral, scale = first.numeral, second.numeral.scale
    shares = not numeral.scaled and second.numeral.scaled and not first.unit
    if shares and numeral.low * scale <= _LIKE * second.numeral.low:
        numeral = numeral._replace(low=numeral.low * scale, high=numeral.high * scale)
    currency = first.currency or ("" if first.unit else second.currency)
    return first._replace(numeral=numeral, unit=first.unit or second.unit, currency=currency)


def _is_way(glue: str) -> bool:
    """Tell "from $38bn to $42bn" from "from $38bn-$42bn", which is where something came from."""
    return glue.strip(" -—~") != ""


def _moved(low: str, first: Side, second: Side, *, own: bool) -> bool:
    """Tell "rose from 25% to 100%" (two values) from "10 to 20 years" (one range)."""
    piece = low[max(0, first.start - 24) : first.start]
    if own and _LONGER.search(piece):
        return True
    if own and _far(first, second) and (match := _BY.search(piece)):
        return moves_before(low[: first.start], first.start - len(match.group()))
    if not _FROM.search(piece) or _RANGING.search(piece):
        return False
    if second.unit and second.unit.kind is Kind.DURATION:
        return own
    return own or moves_before(low, first.start)


def _far(first: Side, second: Side) -> bool:
    """Tell "fell by 2 billion to 19 billion" from "rose by 5% to 10%"."""
    return bool(second.numeral.low > FAR * first.numeral.high)


def _finished(
    scan: Scan, floor: int, amount: Side, one: Draft, *, alone: bool = False
) -> Draft | None:
    """Add to an amount its noun or rate, its bounds, and what makes it rough."""
    if alone and amount.is_bare and not _is_grouped(scan.low[amount.start : amount.end]):
        return None
    if one.kind is Kind.COUNT and scan.low.endswith(
        " per ", 0, amount.start
    ):  # 37 per 1,000 births
        return None
    counted = one if alone else _counted(scan, floor, amount, one)
    if not counted:
        return None
    rated = counted if alone else rates.behind(scan, counted)
    return rates.ahead(scan, floor, _bounded(scan, floor, rated, more=amount.numeral.more))


def _bounded(scan: Scan, floor: int, one: Draft, *, more: bool) -> Draft:
    """Apply the bounds and the "about" around an amount."""
    before = bounds.before(scan.low, floor, one.start)
    if _lasts(one) and bounds.is_during(scan.low, before.start) and not _is_old(scan.low, one.end):
        before = bounds.Before(one.start)
    if one.kind is Kind.DURATION and _COMPARED.match(scan.low, before.start):
        before = bounds.Before(one.start)
    after = bounds.after(scan.low, one.end)
    if after.end > scan.limit(one.start):
        after = bounds.After(one.end)
    bound = before.bound or after.bound or (Bound.OVER if more else Bound.NONE)
    rough = one.approximate or before.approximate or after.approximate
    one = one._replace(start=before.start, end=after.end, approximate=rough)
    return bounds.opened(one, bound)


def _is_old(low: str, end: int) -> bool:
    return low.startswith((" old", "-old"), end)


def _lasts(one: Draft) -> bool:
    return one.kind is Kind.DURATION or one.unit in ("season", "session", "game", "match")


def _counted(scan: Scan, floor: int, amount: Side, one: Draft) -> Draft | None:
    """Find what a number without a unit counts; a small number that counts nothing is none."""
    if not amount.is_bare:
        return one
    if _is_age(scan.low, amount, one.start):
        return one._replace(kind=Kind.DURATION, unit="year")
    numeral, written = amount.numeral, scan.low[amount.start : amount.end]
    is_part = not numeral.scaled and "." in written and not _is_grouped(written)
    if is_part and written.endswith(".0"):  # the 2.0 systems
        return None
    if not numeral.scaled and (
        (numeral.low <= 1 and not is_part) or nouns.is_name(scan.cased, floor, amount.start)
    ):
        return None
    found = nouns.noun(scan.cased, one.end, scan.limit(one.start))
    if found and not (is_part and " " in scan.cased[one.end + 1 : found.end]):
        return one._replace(unit=found.head, end=found.end)
    return one if _is_grouped(written) or _is_large(numeral, written) else None


def _is_age(low: str, amount: Side, start: int) -> bool:
    """Tell the years of "aged 45 to 75"."""
    return amount.numeral.high <= _OLDEST and bool(_AGED.search(low[max(0, start - 6) : start]))


def _is_grouped(written: str) -> bool:
    """Tell a number that is written with commas: 240,000 is one of something."""
    return "," in written and len(written) > len("1,00") and written[-1] not in numerals.SHORT


def _is_large(numeral: Numeral, written: str) -> bool:
    """Tell "3.6 million" and 超过千亿 from 3.2B and 过万, which may be names or sayings."""
    if not numeral.scaled or numeral.scale < 100:
        return False
    if not written[0].isascii() and not written[0].isdecimal():
        return numeral.low >= 10**8
    return not (written[-1] in numerals.SHORT and written[-2].isdecimal())
