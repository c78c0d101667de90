"""Words that tell how a thing is said: denied, planned or foreseen, as a level or as a change.

Patterns over folded text. What they mean for two claims is `frame`'s and `contradict`'s.
"""

import re
from functools import lru_cache


class Sign:
    """Words to look for: whole English ones (_ is a space, * any ending), and Chinese ones.

    Most texts have no word that begins as one does, and that is seen sooner than a pattern is
    tried.
    """

    def __init__(self, english: str, han: str) -> None:
        latin = [word.replace("_", " ").replace("*", "[a-z]*") for word in english.split()]
        self._pattern = re.compile(
            f"(?<![a-z])(?:{'|'.join(latin)})(?![a-z])|{'|'.join(han.split())}"
        )
        self._bit = 1 << len(_BEGINS)
        _BEGINS.append(tuple(filter(None, map(_begin, latin))))
        for word in han.split():
            _HAN[word[0]] = _HAN.get(word[0], 0) | self._bit

    def is_in(self, low: str) -> bool:
        """Tell whether one of the words stands in a folded text."""
        return self.may_be_in(low) and self._pattern.search(low) is not None

    def may_be_in(self, low: str) -> bool:
        """Tell at once that no word of a folded text begins as one of these does."""
        return bool(_possible(low) & self._bit)


#: What the English words of each sign begin with, and which signs have a word from a character on.
_BEGINS: list[tuple[str, ...]] = []
_HAN: dict[str, int] = {"'": 1}
_RUN = re.compile("[a-z]+")


def _begin(word: str) -> str:
    """Give the letters that a pattern begins with; "n't" is known by its other sign."""
    found = re.match("(?:[(][?]<!.*?[)])*([a-z]+)([?]?)", word)
    return found[1].removesuffix(found[1][-1:] * len(found[2])) if found else ""


@lru_cache(maxsize=64)
def _possible(low: str) -> int:
    """Give the signs that may be in a text, as bits; asked for one after the other of one text."""
    found = 0
    for run in _RUN.findall(low):
        found |= _begun(run)
    for char in _HAN.keys() & set(low):
        found |= _HAN[char]
    return found


@lru_cache(maxsize=1 << 14)
def _begun(run: str) -> int:
    return sum(1 << bit for bit, begins in enumerate(_BEGINS) if run.startswith(begins))


NOT = Sign(
    "not(?!_only|_just|_merely|_less|_more|_until|_before) no(?!_less|_more|_fewer|\\.) never"
    " neither nor without cannot unlikely fail_to fails_to failed_to unable rule_out"
    " rules_out ruled_out"
    " den(?:y|ies|ied) doubt* lacks? [a-z]+n't",
    "不(?!过|断|足|仅|少|同|锈|动产|低于|超|高于|良|管|论|含|止|到|及|等|乏|久|变价) 未(?!来) 没有"
    " 并没 无法 难以 否认 并非 恐难 绝非",
)
AIM = Sign(
    "target targets targeted aims? aimed goals? plans? planned pledged? pledges promised? promises"
    " ambition* guidance guid(?:es|ed)_for proposes? proposed quotas? capped limit",
    "目标 计划 规划 力争 拟 承诺 配额 指引 争取",
)
_MAY = "".join(f"(?<!{word} )" for word in ["in", "since", "for", "of", "to", "from", "last", "by"])
FORECAST = Sign(
    rf"will would could {_MAY.replace(' ', '_')}may(?!_\d) might should likely unlikely expect*"
    " forecast* see sees seen projects? projected anticipat* predict* going_to set_to",
    "可能 可达 可望 或(?!者|是否) 预计 有望 预期 料 将 预测 预估 大概率"
    " 会(?<![社大机协员事商学工年峰]会)(?!议|计|员|上|见|谈|展)",
)
_ABOUT = "an?|the|just|only|about|around|nearly|roughly|some|as much as|record"
_ROUGH = rf"[ ]?(?:(?:{_ABOUT})[ ])*[约近]?$"
#: What stands before a level, and before a figure that another is compared to.
TO = re.compile(
    r"(?:(?<![a-z])(?:to|at|of|reach\w*|hit\w*|total\w*|stood at"
    r"|(?:makes?|made|takes?|took) up|is|was|are|were|be)|[至到达为]|达到|占|=)" + _ROUGH
)
FROM = re.compile(
    r"(?:(?<![a-z])(?:from|than|versus|vs\.?|against|with|previous\w*|earlier|prior|target of"
    r"|forecast of|estimate of|consensus of|expected|level of)"
    r"|从|由|自|较|比|上年(?:同期)?的?|此前的?|预期的?|原来的?|前值)" + _ROUGH
)
#: What stands before a figure by which something moved.
BY = re.compile(r"(?:(?<![a-z])by" + _ROUGH + ")")
TAKES = Sign(
    "takes? took taking taken needs? needed requires? required within wait lasts? lasted covers?"
    " lead_times? pay-?back until away for_another",
    "需 要(?!素|求|闻|点) 耗时 花 才能 内 交期 周期 用时 至少 覆盖 可用 够用",
)
EVENT = Sign(
    "opens? opened starts? started begins? began begun launch* complet* finish* ends? ended"
    " expires? expired peaks? peaked commission* operational come_online takes?_effect enter*_force"
    " enter*_into_force clos* reach* achiev* arriv* volume_production mass_production"
    " produc* list* ready deliver*",
    "投产 开工 启动 开始 完成 建成 结束 到期 见顶 达峰 上市 量产 生效 关闭 实现"
    " 交付 竣工 投运 通车",
)
#: Deeds that are done more than once: another sum is another deed.
DEED = Sign(
    "sign* announc* agree* deals? contracts? awards? awarded rais(?:e|ed|es|ing) issu* acqui* buys?"
    " bought sells? sold orders? ordered inject* repurchas* loans? bonds?",
    "签署 签订 签约 宣布 中标 订单 融资 发行 收购 回购 投放 贷款 债券 购买 采购 出售 募集",
)
#: A figure that tells which thing is meant: "300-watt", 10年期.
GRADE = re.compile(r"[\d.a-z]-[a-z]+$")
GRADE_BEFORE = re.compile(
    r"(?:(?<![a-z])(?:top|first|largest|biggest|leading|last|(?:survey|poll|sample|study) of)[ ]"
    r"|前|抽样|调查了?)$"
)
GRADE_AFTER = re.compile("[期型级款版制]|[ -]?(?:grade|class|old|long|high|wide)(?![a-z])")
#: Who has how much of a thing: that lasts.
SHARE = Sign(
    "shares? account* makes?_up made_up takes?_up hold* control* domina* suppl* refine* produc*"
    " depend* rel(?:y|ies|iant|iance) covers? comes?_from gets? imports? owns? used? uses? world's"
    " global* reserves? out_of",
    "占 份额 比重 依赖 控制 掌握 供应 全球 来自 储量 持有",
)
#: What moves here is itself a move: "the decline narrowed", 降幅收窄.
SECOND = Sign(
    "makes?_up made_up takes?_up took_up"
    " narrow* slow* accelerat* decelerat* paces? eas(?:e|ed|ing) less_than"
    " offset* despite revers*",
    "收窄 放缓 加快 加速 降幅 跌幅扩 扭转 由.{1,6}转 增速.{0,6}(?:回落|下降|回升)",
)
