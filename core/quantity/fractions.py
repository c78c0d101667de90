"""Read ratios and multiples that are said in words: eight out of nine, a third, 一半, doubled.

Ratios are kept to six places, as are those that could be written exactly.
"""

import re
from decimal import Decimal

from core.quantity import bounds, nouns, numerals, units
from core.quantity.draft import Draft
from core.quantity.found import Scan
from core.quantity.numerals import Numeral
from core.quantity.value import Bound, Direction, Kind

PLACES = Decimal("0.000001")
#: Of so many marks one may have a part: 4.6 of 5.
MARKS = (5, 10, 100)

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20,
    "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_PART = "|".join(_PARTS)
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_WORDS = re.compile(
    "(?P<top>an?"
    f"|{_SMALL})(?P<gap>[ -])(?P<part>{_PART})(?P<s>s?)(?![a-z])(?P<of>[ ](?:of|the|its|their"
    "|as)(?![a-z]))?"
    "|(?P<half>half)(?=[ ](?:of|the|its|their|his|her|our|all|that|this|as)(?![a-z])|[ ]?[,.;)]|$"
    "|[ ](?:in|by|from|to|are|is|were|was|have|came|comes|went|goes)[ ])"
)
_HALF_BEFORE = re.compile(
    "(?:^|(?<![a-z]))(?:than|over|about|nearly|almost|around|roughly|by|in|to|least|under|up to"
    "|approximately|only|just|some|below|above|exceed|exceeds|exceeded)[ ]$"
)
#: Behind these a fraction in words is an ordinal, or time.
_NOT_PARTS = re.compile(
    "[ -](?:party|world|country|person|parties|time|day|place|generation|round|phase|year|month"
    "|quarter|earlier|ago|later|on|in a row|of (?:an?|one) (?:million|billion|trillion|percent|per"
    "|point|second|mile|inch|degree))(?![a-z])"
)
_WITHIN = re.compile(r"(?<![a-z])(?:in|for|within)[ ]$")
_LOST = re.compile(r"(?<![a-z])(?:lost|shed|fell|slid|dropped|rose|gained|jumped|grew)[ ]$")
#: A third cheaper is so however it came to be.
_THAN = re.compile(
    "[ ](?:lower|higher|less|more|fewer|cheaper|dearer|smaller|larger|bigger|below|above|short)"
    "(?![a-z])"
)
_LOST_IT = re.compile(r"[ ](?:in|since|from|over|after|on|this|last|to)(?![a-z])|[ ]?[,.;\[]|$")
_OUT_OF = re.compile(
    r"[ ](?P<how>out of|of|in)(?: every| the| all| all of the| some| a planned| a total of)?[ ]"
)
_TWICE = re.compile(
    "twice(?=[ ](?:as|the|that|those|its|their|his|what|last|this|more|china|u)(?![a-z])"
    "|[ ]over[.,;]?$)"
    "|(?P<fold>two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)-?fold(?![a-z])"
    "|(?P<verb>doubled|doubling|tripled|tripling|trebled|quadrupled|quadrupling|quintupled|halved"
    "|halving)(?![a-z])"
    "|(?P<bare>double|triple|treble|quadruple|halve)(?![a-z-])"
)
_WILL = re.compile(
    "(?<![a-z])(?:to|will|would|could|may|might|should|can|nearly|almost|than|roughly|about|likely"
    "|must|is|was|at)[ ]$"
)
_BETWEEN = re.compile(r"(?<![a-z])between[ ]$")
_TO_MORE = re.compile(r"[ ]?(?:-|to |or |%)[ ]?")
_FOLDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twenty": 20, "hundred": 100,
}  # fmt: skip
_VERBS = {"doub": 2, "trip": 3, "treb": 3, "quad": 4, "quin": 5}
_DIGITS = "〇零一二两三四五六七八九十百"
_HAN = re.compile(
    rf"(?P<whole>千|万|[{_DIGITS}\d]{{1,5}})分之(?P<top>[{_DIGITS}点\d.]{{1,8}})"
    "|(?P<over>过半|超半数|超过半数|超一半|半数以上)|(?P<one>一半|半数|对半)|(?P<down>减半)"
    r"|(?P<up>翻(?:了)?(?:(?P<times>[一两二三四五\d])番|番|倍)|加倍|倍增)"
    rf"|每(?P<every>[{_DIGITS}\d]{{1,4}})(?P<of>[辆人家个台名户款座架艘件])[^，。,;；:：\d]{{0,10}}?"
    rf"就?有(?P<got>[{_DIGITS}\d]{{1,4}})(?:(?P=of)|[人名个家])"
    rf"|(?P<all>[{_DIGITS}\d]{{1,4}})(?P<kind>[辆人家个名户座只])[^，。,;；:：\d]{{0,8}}?[中里][就约]?有"
    rf"(?P<some>[{_DIGITS}\d]{{1,4}})(?P=kind)"
)


#: By what a bank moves its rate: "a quarter point", no quarter of anything.
_POINT = re.compile(
    "(?:(?:an?[ ]|(?P<three>three)[ -])quarters?(?:[ -]|[ ]of[ ]an?[ ])|quarter-)"
    "(?:percentage[ -])?point(?![a-z])"
)


def english(scan: Scan, at: int) -> Draft | None:
    """Read a ratio or multiple in English words that begins at a place."""
    low = scan.low
    if (match := _TWICE.match(low, at)) and (found := _multiple(scan, match)):
        return found
    if match := _POINT.match(low, at):
        part = Decimal("0.75" if match["three"] else "0.25")
        return _with_bounds(scan, Draft(at, match.end(), Kind.POINTS, part, part, unit="pp"))
    match = _WORDS.match(low, at)
    both = _between(low, match) if match else None
    if not match or both:
        return both
    if match["half"]:
        return _ratio(scan, at, match.end(), Decimal(1), Decimal(2)) if _is_half(low, at) else None
    if not _is_part(scan, match):
        return None
    return _ratio(scan, at, match.end("s"), *_top_and_whole(match))


def _top_and_whole(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    top = Decimal(1) if match["top"] in ("a", "an") else _value(match["top"])
    return top, Decimal(_PARTS[match["part"]])


def _between(low: str, match: re.Match[str]) -> Draft | None:
    """Read "between a quarter and a third", whatever it is of."""
    if not _BETWEEN.search(low, max(0, match.start() - 9), match.start()):
        return None
    end = match.end("s")
    other = _WORDS.match(low, end + 5) if low.startswith(" and ", end) else None
    if not other or match["half"] or other["half"]:
        return None
    ends = (_top_and_whole(one) for one in (match, other))
    least, most = sorted((top / whole).quantize(PLACES).normalize() for top, whole in ends)
    return Draft(match.start() - len("between "), other.end("s"), Kind.RATIO, least, most)


def factor(scan: Scan, at: int) -> Draft | None:
    """Read by what factor something grew or shrank: "by a factor of four"."""
    if not scan.low.endswith("factor of ", 0, at):
        return None
    numeral = numerals.words(scan.low, at) or numerals.digits(scan.cased, scan.low, at)
    if not numeral or _TO_MORE.match(scan.low, numeral.end):
        return None
    start = at - len("factor of ")
    return Draft(start, numeral.end, Kind.MULTIPLE, numeral.low, numeral.high)


_OTHER_HALF = re.compile(r"(?<![a-z])(?:first|second|latter|other|1st|2nd)[ ]$")
_OF_IT = re.compile(r"half[ ](?:of|the|its|their|his|her|our|all|as)(?![a-z])")


def _is_half(low: str, at: int) -> bool:
    """Tell half of something from the first half of a year, or of a match."""
    ahead = low[max(0, at - 16) : at]
    if _OTHER_HALF.search(ahead):
        return False
    return bool(_OF_IT.match(low, at) or _HALF_BEFORE.search(ahead))


def _value(word: str) -> Decimal:
    numeral = numerals.words(word, 0)
    return numeral.low if numeral else Decimal(word)


def _is_part(scan: Scan, match: re.Match[str]) -> bool:
    """Tell a third of something from a third meeting, three quarters of it from nine months."""
    low, article = scan.low, match["top"] in ("a", "an")
    if _NOT_PARTS.match(low, match.end("s")):
        return False
    if match["part"] == "quarter" and match["s"] and not _is_three_quarters(low, match):
        return False
    if article or match["part"] == "quarter":
        ahead = low[max(0, match.start() - 16) : match.start()]
        clear = match["gap"] == "-" and not article
        lost = _LOST.search(ahead) and _LOST_IT.match(low, match.end("s"))
        than = article and _THAN.match(low, match.end("s"))
        return bool(match["of"] or clear or _HALF_BEFORE.search(ahead) or lost or than)
    if match["top"] == "one":
        return match["gap"] == "-" or bool(match["of"]) or not match["s"]
    return bool(match["s"]) or match["part"] == "half"


def _is_three_quarters(low: str, match: re.Match[str]) -> bool:
    """Tell three quarters of something from time: "in three quarters", "two quarters"."""
    within = _WITHIN.search(low[max(0, match.start() - 8) : match.start()])
    return match["top"] == "three" and bool(match["of"] or not within)


def _ratio(scan: Scan, start: int, end: int, top: Decimal, whole: Decimal) -> Draft | None:
    if not whole:
        return None
    value = (top / whole).quantize(PLACES).normalize()
    return _with_bounds(scan, Draft(start, end, Kind.RATIO, value, value))


def _with_bounds(scan: Scan, one: Draft) -> Draft:
    """Apply bounds and "about" about a value said in words."""
    before = bounds.before(scan.low, scan.floor(one.start), one.start)
    is_latin = scan.low[one.end - 1].isascii() and scan.low[one.end : one.end + 1].isascii()
    after = None if is_latin else bounds.after(scan.low, one.end)
    bound = before.bound or (after.bound if after else Bound.NONE)
    rough = before.approximate or bool(after and after.approximate)
    one = one._replace(start=before.start, end=after.end if after else one.end)
    return bounds.opened(one._replace(approximate=one.approximate or rough), bound)


def _multiple(scan: Scan, match: re.Match[str]) -> Draft | None:
    """Read twice, tenfold, doubled; a bare "double" only as a verb."""
    start, end = match.span()
    if match["bare"] and not _WILL.search(scan.low[max(0, start - 10) : start]):
        return None
    if match.group().startswith("halv"):
        return _fallen(_ratio(scan, start, end, Decimal(1), Decimal(2)))
    verb = match["verb"] or match["bare"]
    times = _VERBS[verb[:4]] if verb else _FOLDS.get(match["fold"] or "", 2)
    found = Draft(start, end, Kind.MULTIPLE, Decimal(times), Decimal(times))
    return _with_bounds(scan, found._replace(direction=Direction.ROSE) if verb else found)


def _fallen(one: Draft | None) -> Draft | None:
    return one and one._replace(direction=Direction.FELL)


_SLASH = re.compile(
    r"([1-9])/([2-9]|10)(?![\d/%])(?=[ ]of[ ]|[ ]?[一-鿿，。；、]|$|(?P<mark>[,;.]))"
)


def slash(scan: Scan, at: int) -> Draft | None:
    """Read 1/3 of something; a day of a month it is elsewhere."""
    match = _SLASH.match(scan.low, at) if scan.low[at + 1 : at + 2] == "/" else None
    if not match or int(match[1]) >= int(match[2]):
        return None
    if match["mark"] and not "一" <= scan.low[at - 1 : at] <= "鿿":
        return None
    return _ratio(scan, at, match.end(), Decimal(match[1]), Decimal(match[2]))


def han(scan: Scan, at: int) -> Draft | None:
    """Read a ratio or multiple in Chinese words: 三分之二, 百分之三十, 过半, 翻两番."""
    match = _HAN.match(scan.low, at)
    if not match:
        return None
    if match["whole"]:
        return _parts(scan, match)
    if match["every"] or match["all"]:
        got, every = map(
            _han_number, (match["got"] or match["some"], match["every"] or match["all"])
        )
        return _ratio(scan, at, match.end(), got, every) if got and every and got < every else None
    if match["up"]:
        times = Decimal(2) ** (_han_number(match["times"] or "一") or Decimal(1))
        found = Draft(at, match.end(), Kind.MULTIPLE, times, times, direction=Direction.ROSE)
        return _with_bounds(scan, found)
    half = _ratio(scan, at, match.end(), Decimal(1), Decimal(2))
    if half and match["over"]:
        return bounds.opened(half, Bound.OVER)
    return _fallen(half) if match["down"] else half


_WHOLES = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}


def _parts(scan: Scan, match: re.Match[str]) -> Draft | None:
    """Read 三分之二 as a ratio, 百分之三十 as a percent."""
    top = _han_number(match["top"])
    whole = _WHOLES.get(match["whole"]) or _han_number(match["whole"])
    if top is None or not whole:
        return None
    if match["whole"] in ("百", "100"):
        one = Draft(match.start(), match.end(), Kind.PERCENT, top, top)
        return _with_bounds(scan, one)
    return _ratio(scan, match.start(), match.end(), top, whole)


def _han_number(word: str) -> Decimal | None:
    if re.fullmatch(r"\d+(?:\.\d+)?", word):
        return Decimal(word)
    numeral = numerals.han(word, 0)
    return numeral.low if numeral and numeral.end == len(word) else None


def out_of(scan: Scan, at: int, top: Numeral) -> Draft | None:
    """Read "eight out of nine minerals", "two of the five plants", "one in three"."""
    low = scan.low
    match = _OUT_OF.match(low, top.end)
    if not match or top.scaled:
        return None
    whole = numerals.words(low, match.end()) or numerals.digits(scan.cased, low, match.end())
    if not whole or whole.scaled or not 0 < top.low <= whole.low:
        return None
    if top.low != int(top.low) and whole.low not in MARKS:
        return None
    if whole.end > scan.limit(at) or not _counts(scan, at, match["how"], top, whole):
        return None
    noun = nouns.noun(scan.cased, whole.end, scan.limit(whole.end))
    value = (top.low / whole.low).quantize(PLACES).normalize()
    one = Draft(
        at, noun.end if noun else whole.end, Kind.RATIO, value, value,
        noun=noun.head if noun else "", parts=(top.low, whole.low),
    )  # fmt: skip
    return _with_bounds(scan, one)


_MORE_DIGITS = re.compile(r"[.,]\d|%|/|(?:st|nd|rd|th)(?![a-z])")


def _counts(scan: Scan, at: int, how: str, top: Numeral, whole: Numeral) -> bool:
    """Tell a share of things from numbers that only stand side by side: "25 in 3 years"."""
    if how == "out of":
        return True
    behind = units.unit(scan.cased, scan.low, whole.end)
    if _MORE_DIGITS.match(scan.low, whole.end) or (behind and behind.unit.kind is not Kind.COUNT):
        return False
    if how == "of":
        return top.low < whole.low and not scan.low.startswith("one of", at)
    few = top.low <= 10 and top.low < whole.low <= 1000
    return few and "in the" not in scan.low[top.end : whole.end]
