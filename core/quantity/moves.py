"""Whether what is counted rose or fell, and against when: "year-on-year", 环比.

Told by the nearest word of the clause; the words stay outside of the quantity's span. Texts are
folded ones.
"""

import re
from bisect import bisect_left, bisect_right

from core.quantity.plain import wordset
from core.quantity.value import Direction

#: No word is looked for farther away than this.
REACH = 60
#: What a change is measured against stands near before it, or behind it, or farther before it.
NEAR, FAR = 24, 36

SIGNS = {"+": Direction.ROSE, "-": Direction.FELL}

_ROSE = (
    "rose rise rises risen rising up increase increases increased increasing grew grow grows "
    "grown growing gain gains gained gaining jump jumps jumped surge surges surged surging "
    "climb climbs climbed climbing soar soared soaring added adds adding advanced expanded "
    "expand expansion higher hike hiked hikes boosted boost improved rally rallied rebounded "
    "rebound accelerated upside doubled spiked "
)
_FELL = (
    "fell fall falls fallen falling down decrease decreases decreased decreasing decline "
    "declines declined declining drop drops dropped dropping cut cuts cutting lose lost loses "
    "slump slumped plunge plunged plunging slid slide sank sink tumbled tumble shrank shrink "
    "shrunk contracted contraction reduce reduced reduces reducing reduction lower lowered "
    "lowering slipped shed trimmed eased retreated slashed downside minus halved "
)
_WORDS = dict.fromkeys(_ROSE.split(), Direction.ROSE) | dict.fromkeys(_FELL.split(), Direction.FELL)
_HAN_ROSE = (
    "增长 上涨 上升 提高 增加 增至 涨幅 涨超 涨 攀升 回升 扩大 上调 增幅 "
    "新增 提升 加息 飙升 大增 多增 上行 走高 增 升 "
)
_HAN_FELL = (
    "下降 下跌 减少 回落 降至 跌幅 降幅 跌超 跌 缩减 下滑 下调 降低 降息 收窄 减 缩水 萎缩 "
    "少增 下行 走低 降 "
)
_HAN_WORDS = dict.fromkeys(_HAN_ROSE.split(), Direction.ROSE)
_HAN_WORDS |= dict.fromkeys(_HAN_FELL.split(), Direction.FELL)
_HAN = re.compile(
    "(?:" + "|".join(sorted(_HAN_WORDS, key=len, reverse=True)) + ")(?<!降(?=[水雨雪]))"
)
_WORD = re.compile("[a-z]+")
#: "A growth forecast" moves nothing, nor does money that is raised, nor what "makes up 10%".
_WITH_CARE = ("growth", "raise", "raises", "raised", "raising", "up")
_PARTICLE = re.compile(
    "(?:ma(?:kes?|king|de)|t(?:akes?|aking|aken|ook)|sets?|setting|builds?|building|built|comes?"
    "|came|coming|uses?|used|signs?|signed|opens?|opened|stocks?|stocked|holds?|held|backs?|backed"
    "|frees?|freed|eats?|eaten|ate|scales?|scaled)[ ]$"
)
_GROWTH = re.compile(
    r"growth(?=[ ](?:of|was|is|at|rate|by|reached|to|slowed|hit)(?![a-z])|[ ]?$)"
    r"|rais(?:es?|ed|ing)(?![a-z]|[ ][$€£¥\d])"
)


def _careful(low: str, first: int, start: int, word: str) -> Direction | None:
    at = low.rindex(word, first, start)
    if word == "up":
        return None if _PARTICLE.search(low[max(0, at - 10) : at]) else Direction.ROSE
    return Direction.ROSE if _GROWTH.match(low, at) else None


#: A fall that widens to 12% is a fall, and a rise that narrows is none.
_SPREAD = re.compile(
    "(?:(?P<down>[降跌]幅)|[涨增]幅)[^，,;；。]{0,12}(?:扩大|收窄|缩小|回落)[^，,;；。]{0,10}[至到为]$"
)
#: What is lower than something, by so much.
_COMPARED_HAN = re.compile(
    "[较比][^，,;；。]{1,12}(?:(?P<down>[低少慢跌])|[高多快])(?:出|了|约|近)?$"
)
_CLAUSE = re.compile(r"[,;:。，；：、!?！？](?!\d{3})|\.(?=\s)")
_BEHIND = re.compile(
    "[ ]?(?:[a-z-]+[ ]){0,2}?(?P<word>rise|increase|growth|gain|jump|surge|hike|expansion|rebound"
    "|rally|decline|drop|fall|cut|reduction|decrease|slump|plunge|contraction|higher|lower|more"
    "|less|above|below)s?(?![a-z])"
    "|的?(?P<han>增长|增幅|涨幅|上涨|降幅|跌幅|下降|下跌)(?![至到])"
)
_RIGHT_BEHIND = re.compile(
    "[ ](?:(?P<rose>higher|dearer|up(?=@))|lower|cheaper|down(?=@))(?![a-z])".replace(
        "@", "[ ](?:from|year|on[ ](?:last|a year|the (?:year|quarter|month|week|day|previous)))"
    )
)
_RISES = frozenset(
    ("rise", "increase", "growth", "gain", "jump", "surge", "hike", "expansion", "rebound", "rally")
) | {"higher", "增长", "增幅", "涨幅", "上涨"}
_FALLS = frozenset(
    ("decline", "drop", "fall", "cut", "reduction", "decrease", "slump", "plunge", "contraction")
) | {"lower", "降幅", "跌幅", "下降", "下跌"}
_AGAINST = {
    "year": r"year[ -]+(?:on|over)[ -]+year|(?<![a-z])yoy(?![a-z])|y/y|y-o-y|同比|"
    r"(?:from|than) a year (?:ago|earlier|before)",
    "quarter": r"quarter[ -]+(?:on|over)[ -]+quarter|(?<![a-z])qoq(?![a-z])|q/q|季环比",
    "month": r"month[ -]+(?:on|over)[ -]+month|(?<![a-z])mom(?![a-z])|m/m|月环比",
    "week": r"week[ -]+(?:on|over)[ -]+week|(?<![a-z])wow(?![a-z])|周环比",
    "period": "环比",
}
_COMPARED = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _AGAINST.items()))

_BESIDE = re.compile(" (?=[a-z])(?:" + _COMPARED.pattern + ")")

#: One of these is in every text that compares.
_COMPARISONS = (
    "on-year", "on year", "over year", "over-year", "on - year", "yoy", "y/y", "y-o-y", "a year",
    "quarter", "qoq", "q/q", "month", "mom", "m/m", "week", "wow", "比",
)  # fmt: skip


_OTHERS = wordset("went going moved changed extended widened narrowed shifted swung turned")


def moves_before(low: str, start: int) -> bool:
    """Tell whether a word of change stands a little before a place."""
    words = _WORD.findall(low, max(0, start - REACH), start)
    return any(word in _WORDS or word in _OTHERS for word in words)


class Moves:
    """Where a text speaks of rising, falling and comparing; asked once for each quantity."""

    def __init__(self, low: str) -> None:
        self._low = low
        self._clauses = [match.end() for match in _CLAUSE.finditer(low)]
        self._is_han = not low.isascii()
        self._compares = any(map(low.__contains__, _COMPARISONS))

    def direction(self, start: int) -> Direction:
        """Tell whether what is counted rose or fell, by the nearest such word of its clause."""
        low, first = self._low, self._first(start, REACH)
        found, at = Direction.NONE, first
        for word in reversed(_WORD.findall(low, first, start)):
            way = _WORDS.get(word)
            if word in _WITH_CARE:
                way = _careful(low, first, start, word)
            if way:
                found, at = way, low.rindex(word, first, start)
                break
        if self._is_han:
            for word in _HAN.findall(low, at, start):
                found = _HAN_WORDS[word]
            if match := _COMPARED_HAN.search(low, at, start):
                found = Direction.FELL if match["down"] else Direction.ROSE
            if match := _SPREAD.search(low, at, start):
                found = Direction.FELL if match["down"] else Direction.ROSE
        return found

    def behind(self, end: int) -> Direction:
        """Tell it by the word behind: "a 5% rise", "a 25 basis point cut"."""
        match = _BEHIND.match(self._low, end, min(len(self._low), end + 32))
        word = (match["word"] or match["han"]) if match else ""
        if word in _RISES:
            return Direction.ROSE
        return Direction.FELL if word in _FALLS else Direction.NONE

    def beside(self, end: int) -> Direction:
        """Tell it by the word right behind: "a third lower", "13% up on the year"."""
        match = _RIGHT_BEHIND.match(self._low, end, min(len(self._low), end + 16))
        if not match:
            return Direction.NONE
        return Direction.ROSE if match["rose"] else Direction.FELL

    def _first(self, start: int, reach: int) -> int:
        """Give the place before which no word speaks of what stands at `start`."""
        clause = bisect_right(self._clauses, start) - 1
        return max(start - reach, self._clauses[clause] if clause >= 0 else 0, 0)

    def against(self, start: int, end: int) -> str:
        """Tell what a change is measured against: "year" for 同比, "" if nothing says so."""
        if not self._compares:
            return ""
        last = min(len(self._low), end + 32)
        clause = bisect_left(self._clauses, end + 1)
        if clause < len(self._clauses):
            last = min(last, self._clauses[clause])
        match = _BESIDE.match(self._low, end)
        match = match or _COMPARED.search(self._low, self._first(start, NEAR), last)
        match = match or _COMPARED.search(self._low, self._first(start, FAR), start)
        return (match.lastgroup or "") if match else ""


_PAST = re.compile(
    "(?<![a-z])(?:past|last|previous|preceding|prior)[ ](?:the[ ])?$|(?:过去|近|此前|以往)$"
)
_AGO = re.compile(r"[ ](?:ago|earlier|before)(?![a-z])|来(?!自)|以来|[以之]?前(?![景往])")


def is_past(low: str, start: int, end: int) -> bool:
    """Tell whether a duration lies behind: "the past three years", "two years ago", 近五年来."""
    return bool(_PAST.search(low[max(0, start - 14) : start]) or _AGO.match(low, end))
