"""Digits and number words that count nothing: citations, codes, versions, clock times, names.

Asked at each number before anything else is tried there; what is found is passed over by all.
"""

import re

from core.quantity.plain import wordset

#: Words whose number names them, whatever follows: "Article 301", "Boeing 737 jets".
_LABELS = wordset(
    """
    article articles section sections chapter chapters group groups table figure fig chart
    exhibit annex appendix clause paragraph rule phase stage level tier category class grade
    type version ver model no nos item step round page route highway gate pier season
    episode scope catalogue resolution generation web industry agenda vision pillar csi s&p
    sp nasdaq nasdaq-100 russell nikkei ftse stoxx dax kospi chinext msci sse sse50 fortune
    forbes boeing airbus iphone ipad galaxy redmi mate pura windows ios android harmonyos
    gpt chatgpt llama qwen claude gemini grok deepseek ernie rtx gtx geforce snapdragon
    kirin ryzen dimensity ascend exynos playstation xbox switch bluetooth wifi wi-fi usb
    hdmi pcie ddr iso iec gb gb/t basel solvency shenzhou tianwen falcon formula interstate
    starship hopper blackwell kimi topix division question part expo schedule annexe
    scenario option catch form studio gen mk mark
    """
)
#: Words whose number is counted up in words too: "round two".
_ORDERED = wordset("round phase part chapter stage group level tier grade step option act")
_PHRASES = (
    "hang seng", "long march", "made in china", "chang'e", "double", "euro stoxx", "csi all share",
    "gb/t", "s & p", "pub. l.", "executive order",
)  # fmt: skip
_HAN_LABELS = (
    "沪深", "中证", "上证", "科创", "创业板", "深证", "国证", "恒生", "标普", "纳斯达克", "纳指",
    "罗素", "日经", "富时", "财富", "世界", "胡润", "中国制造", "愿景", "波音", "空客", "苹果",
    "小米", "长征", "神舟", "嫦娥", "天问", "麒麟", "骁龙", "昇腾", "工业", "第", "图", "表",
    "附件", "双", "歼", "轰", "东风", "东方红", "道琼斯", "星期", "礼拜", "航班", "版本",
    "型号", "代码", "编号", "电话", "热线",
)  # fmt: skip
_SCALED = re.compile(
    r"[\d,.]*[ -]?(?:million|billion|trillion|bn|mn|%|percent|per cent|pct|basis|bps|[万亿])"
)

_AT = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?(?![\d:])(?:[ ]?[ap]\.?m\.?(?![a-z]))?"  # 08:30
    r"|\d{1,2}(?:\.\d\d)?[ ]?[ap](?:m(?![a-z])|\.m\.)"
    r"|\d{1,5}年一遇|\d{1,3}分\d{1,2}(?:\.\d{1,3})?秒"
    r"|\d{1,2}[点时]\d{1,2}分?|\d{1,2}时许?(?!间)|\d{1,2}点(?:半|钟|整|许)"
    r"|(?!(?:19|20)\d\d\.\d{1,2}\.\d{1,2}(?!\d))\d{1,2}\.\d{1,3}\.\d{1,2}(?:\.\d{1,9}){0,9}(?![\d,])"
    r"|1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d|[ ]?[a-z%万亿吨元个家])"
    r"|0\d{2,3}-\d{7,8}(?!\d)"  # telephones
    r"|[48]00-?\d{3}-?\d{4}(?!\d)|\d{3}-\d{3}-\d{4}(?!\d)|\d{3}-\d{4}(?!\d|[ ]?[a-z%一-鿿])"
    r"|\d+(?:st|nd|rd|th)(?![a-z])(?:[ -]+five-year plan)?|\d{1,5}号(?!召)"
    r"|(?:three|five|ten|[35]|10)[ -]year (?:action |development )?plan|"
    r"[35三五](?:个)?年(?:行动)?(?:规划|计划)"
    r"|\d+(?:\.\d+)?[ -]?(?:nm|nanomet(?:er|re)s?|纳米)(?![a-z])"
    r"|(?:10|十)股(?=拟?(?:派|分)[发现送息红]{0,2}(?:现金)?(?:红利|股利)?[ ]?\d)"
    r"|(?:24/7|7/24|9/11|50/50)(?!\d)|[248]k(?![a-z\d])"
    r"|\d{1,4}(?:/\d{1,4}){2,9}|\d{1,9}(?:-\d{1,9}){3,9}"
    r"|\d{4,6}\.(?:sh|sz|bj|hk|ss|tw|us)(?![a-z])"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ ](?:o'clock|a\.m\.|"
    r"p\.m\.)"
    r"|one[ -]on[ -]one|(?:two|three|\d)-thousand-and-\w+"
)
#: What counts something for certain: it is no clock time, version or telephone.
_SURE = re.compile(r"\d{1,6}(?:\.\d+)?[%万亿元吨家个]")
_BRACKETED = re.compile(
    r"\[\d{1,3}(?:[ ]?[,-][ ]?\d{1,3})*(?:\]|$)"  # [3], and one that the page cut off
    r"|\((?!(?:19|20)\d\d\))\d{4,6}(?:\.[a-z]{1,3})?\)"  # (600111)
    # 〔2025〕3号, (2024)沪01民终1234号
    r"|[\[(【〔](?:19|20)\d\d[\])】〕][ ]?(?:第?|[一-鿿][一-鿿\d]{1,12}?)\d+[ ]?号"
    r"|\+\d{1,3}[ -]\(?\d{1,4}\)?(?:[ -]\d{2,4}){1,4}"
)
_NUMBER = re.compile("[0-9.〇零一二两三四五六七八九十百千-]+|[a-z]+")
_CODE = re.compile(r"[a-z0-9_+./&-]{0,60}[a-z0-9_]")
_CLOCK_BEFORE = re.compile(r"(?:[上下][午]|[早晚]上?|凌晨|中午|傍晚|夜间)$")
_OF_DAY = "午早晚上晨傍间"
_CLOCK = re.compile(r"[一二三四五六七八九十\d]{1,3}[点时](?:[一二三四五六七八九十半\d]{1,3}分?)?")


def trap(low: str, at: int) -> int | None:
    """Give where the reader may go on if the number at a place counts nothing, else None."""
    ahead = low[at - 1] if at else " "
    if (code := code_end(low, at)) is not None:
        return code
    if ahead in "[(+【〔" and (match := _BRACKETED.match(low, at - 1)):
        return match.end()
    if ahead not in ".," and not _SURE.match(low, at) and (match := _AT.match(low, at)):
        return match.end()
    if _is_label(low, at):
        match = _NUMBER.match(low, at)
        return match.end() if match else at + 1
    if ahead in _OF_DAY and _CLOCK_BEFORE.search(low[max(0, at - 2) : at]):
        match = _CLOCK.match(low, at)
        return match.end() if match else None
    return _first_of_year(low, at) if ahead in "前 " else None


#: A capacity is told with the power it gives: 100 MW/200 MWh.
_POWER = re.compile(r"\d[ ]?[kmgt]wh?/$")


#: A part of a year that is not named: "the first ten months", 前10个月.
_FIRST = re.compile(
    r"(?:\d{1,2}|[二两三四五六七八九十]{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven)"
    r"(?:[ ](?:months|quarters)|个?月|个?季度)(?!前)"
)


def _first_of_year(low: str, at: int) -> int | None:
    said = low.startswith("前", at - 1) or low.startswith("first ", at - 6)
    match = _FIRST.match(low, at) if at and said else None
    return match.end() if match else None


def code_end(low: str, at: int) -> int | None:
    """Give the end of the code that a number is part of: JM2601, C5+1, COVID-19, US:600111."""
    if not at or not low[at].isdecimal():
        return None
    last, one = low[at - 1], low[at - 2] if at > 1 else " "
    glued = _is_letter(last) or (last in "-+/_:&.'" and _is_letter(one))
    if last == "/" and _POWER.search(low[max(0, at - 12) : at]):
        return None
    if not glued or (last == "." and not (at > 2 and low[at - 3] == "v")):
        return None
    match = _CODE.match(low, at)
    return match.end() if match else at + 1


def _is_letter(char: str) -> bool:
    return "a" <= char <= "z"


def _is_label(low: str, at: int) -> bool:
    piece = low[max(0, at - 24) : at]
    if not piece or piece[-1].isdecimal():
        return False
    if not piece[-1].isascii():
        named = piece.endswith(_HAN_LABELS)
        return named and (low[at].isdecimal() or piece[-1] in "第双")
    ahead = piece.rstrip(" #-.")
    word = ahead[ahead.rfind(" ") + 1 :]
    if not low[at].isdecimal():
        return word in _ORDERED
    named = word.lstrip("(\"'“*") in _LABELS or ahead.endswith(_PHRASES)
    return named and not _SCALED.match(low, at)


#: Han words with a numeral in them that count nothing. The plans come first, being the longest.
_FIXED = re.compile(
    "第?十[一二三四五六]个?五年规划|第十[一二三四五六]个五年"
    "|十[二三四五六]五(?=[规时期开的末首，。“”、]|以来|$)|五年规划|五年计划|一带一路|千方百计"
    "|百度(?!电)|三星|万科|四川|九江|三农|十分(?![钟之])|百年未有|百年变局|两个一百年|四大行|三峡"
    "|三亚|三明市|三一重工|九牧|五粮液|五矿|六安市|七匹狼|八方股份|一汽|[二十九]{1,3}届"
    "|[二三四五六七]中全会|[一二三四五六]年级|一年一度|三年五载|九牛一毛|万无一失|一心一意|三番五次"
    "|四面八方|五花八门|七上八下|十全十美|百花齐放|一成不变|数[十百千万亿]+|(?<!十)几[十百千万亿]+"
    "|[一二三五十百千万]{1,3}年一遇|成百上千|千万[不别要]|百分百|一年到头"
    "|一[些定样直起般旦切体致流路律度举系线级步边味贯手块片点]|万[一能象华达]"
    "|千[古禧]|千万(?![元人家吨个辆台户名套件份次只亩股桶片美港欧])|百[姓货合科]|三[元里农]股份|三元(?=锂|电池|材料|正极|前驱体)|九[寨龙]|六[盘福]|五[金行道湖指]"
    "|十[堰字足]|四[季维通方]|一天天|一年年|三家村|八一|七一|[一二三四五六七八九十]{1,3}(?:月|号)"
    "|双[十百][一二]"
)


def fixed_names(low: str) -> list[tuple[int, int]]:
    """Give the spans of Han words with numerals that count nothing, in order."""
    return [] if low.isascii() else [match.span() for match in _FIXED.finditer(low)]


_DAMAGE = re.compile(r"\d(?:[A-Za-z]{14}|′[a-z])|\d(?<=[A-Za-z]{22}\d)")


def is_damaged(text: str) -> bool:
    """Tell a text whose spaces and signs were eaten; no number in it can be trusted."""
    return bool(_DAMAGE.search(text))
