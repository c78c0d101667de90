"""What is done and has an opposite: halted and resumed, banned and allowed, 批准 and 否决.

Each word stands on one side of an axis. A clause that has words of both sides, or only asks, hopes
or fears, does not say for sure what was done. To what it was done is `frame`'s.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from core.relate.signs import Sign


class Deed(NamedTuple):
    """Words that say what is done: on which axis, on which side of it; weak ones give way."""

    start: int
    end: int
    axis: str
    side: int
    is_weak: bool = False


class _Axis(NamedTuple):
    """Words as signs are written, of either side in either language; those behind ~ are weak."""

    done: str
    done_han: str
    undone: str
    undone_han: str


STANDS, ALLOWS, WINS = "stands", "allows", "wins"
_AXES = {
    STANDS: _Axis(
        """
        resum* restart* reopen* start(?:s|ed|ing) begins? began launch(?:es|ed|ing) opened opens
        open(?=_in_|_until_|_through_|$) impos(?:es?|ed|ing) extend(?:s|ed|ing)? upheld uphold*
        reinstat* restor(?:es?|ed|ing) lift(?:s|ed|ing)?_(?:the|its)_suspension
        ~keeps? ~kept ~maintain* ~retain* ~continu(?:es?|ed)
        """,
        "复产 复工 复牌 复飞 复航 恢复(?![至到]) 重启 重开 开工 投产 启动 延长 ~维持 ~保留 ~继续",
        """
        suspend* (?<!lifted_the_)(?<!lifts_the_)(?<!lifted_its_)suspension grounded
        halt(?:s|ed|ing)? stop(?:s|ped|ping)? paus(?:es?|ed|ing)
        ceas(?:es?|ed|ing) shut(?:s|ting|_down)? clos(?:es|ed|ing|ure) close(?!_to)
        idl(?:es?|ed|ing) end(?:s|ed|ing) scrap(?:s|ped|ping)? cancel* abolish* revok* repeal*
        withdraw[ns]? withdrew overturn* annul* lift(?:s|ed|ing)?@ban remov(?:es?|ed|ing)@ban
        eliminat(?:es?|ed|ing)@ban waiv(?:es?|ed|ing)@ban drop(?:s|ped|ping)?@ban
        """,
        "停产 停工 停运 停飞 停航 停牌 停止 暂停 中止 叫停 中断 关停 关闭 终止 撤销 取消 解除 废除 "
        "撤回 推翻",
    ),
    ALLOWS: _Axis(
        """
        approv(?:es?|ed|ing) clear(?:s|ed) authori[sz](?:es?|ed|ing) permit(?:s|ted|ting)
        allow(?:s|ed)? accept(?:s|ed|ing)? endors(?:es?|ed) greenlight* green-light*
        """,
        "批准 核准 获批 通过(?=$|了|[,，。;；]) 同意 接受 放行 允许 准许",
        """
        reject* refus(?:es?|ed|ing) block(?:s|ed|ing)? veto* bar(?:s|red|ring) bann(?:ed|ing)
        bans(?!_on) (?<=to_)ban (?<=will_)ban prohibit* forbid* forbade turn(?:s|ed)_down
        """,
        "否决 拒绝 驳回 禁止 阻止",
    ),
    "favours": _Axis(
        "support(?:s|ed)? favou?r(?:s|ed)? welcom(?:es?|ed)",
        "支持 赞成",
        "oppos(?:es?|ed) object(?:s|ed)_to",
        "反对",
    ),
    WINS: _Axis(
        "won@law win@law wins@law", "胜诉 赢得", "lost@law lose@law loses@law", "败诉 输掉"
    ),
    "pays": _Axis(
        "repaid repay(?:s|ing)? redeem(?:s|ed)? honou?red",
        "偿还 兑付 偿付 还清",
        "default(?:s|ed)? miss(?:es|ed)",
        "违约 逾期",
    ),
    "closes": _Axis(
        "complet(?:es?|ed|ing) conclud(?:es?|ed) finali[sz](?:es?|ed)",
        "完成 达成",
        "collaps* abandon* abort* fell_through br(?:eaks?|oke)_down",
        "破裂 告吹 放弃",
    ),
    "brings": _Axis(
        "br(?:ings?|ought)_forward",
        "提前",
        "postpon* delay(?:s|ed|ing)? defer(?:s|red)? push(?:es|ed)_back",
        "推迟 延期 延后 推后",
    ),
    "rates": _Axis("upgrad(?:es?|ed)", "", "downgrad(?:es?|ed)", ""),
    "earns": _Axis("profit profitable", "盈利 扭亏", "loss loss-making unprofitable", "亏损 转亏"),
    "lacks": _Axis(
        "surplus* oversuppl* glut",
        "过剩 盈余 顺差",
        "shortages? shortfalls? deficits?",
        "短缺 缺口 赤字 逆差",
    ),
    "binds": _Axis("tighten* toughen*", "收紧", "loosen* relax(?:es|ed|ing)?", "放宽 放松"),
    "joins": _Axis(
        "join(?:s|ed|ing)?", "加入", "quit(?:s|ting)? exit(?:s|ed)? leav(?:es?|ing)", "退出"
    ),
}
#: What has to follow a word that is no deed by itself.
_FOLLOWED = {
    "@ban": "(?= .{0,60}(?:ban|curb|restrict|embargo|sanction|moratori|tariff|dut(?:y|ies)|quota"
    "|control))",
    "@law": "(?= .{0,60}(?:case|suit|appeal|vote|election|contract|tender|dispute|seat|licen))",
}
#: What is only asked for, hoped or feared, or may be.
_UNSURE = Sign(
    "may(?!_\\d) might could would if whether unless consider* urg(?:es?|ed|ing)"
    " call(?:s|ed|ing)?_for ask* wants? wanted seeks? sought propos(?:es?|ed)_to apply"
    " appl(?:ies|ied) hop(?:es?|ed|ing) fear* threat* risk* warn* discuss* mull* weigh* nearly"
    " almost partly partially",
    "可能 或 若 如果 是否 呼吁 要求 希望 考虑 建议 申请 请求 威胁 担忧 警告 讨论 部分 面临 风险",
)


def deeds(low: str) -> list[Deed]:
    """Give the deeds that a folded text tells of."""
    if not _ANY.may_be_in(low):
        return []
    runs = (run.start() for run in _RUN.finditer(low) if _begun(run[0]))
    found = [_deed(match) for at in runs if (match := _LATIN.match(low, at))]
    return found if low.isascii() else [*found, *map(_deed, _HAN.finditer(low))]


def certain(low: str, found: Sequence[Deed], start: int, end: int) -> Iterator[list[Deed]]:
    """Give the deeds of a clause that it tells for sure, by axis."""
    some = [one for one in found if start <= one.start < end]
    if not some or _UNSURE.is_in(low[start:end]):
        return
    for axis in dict.fromkeys(one.axis for one in some):
        alike = [one for one in some if one.axis == axis]
        strong = [one for one in alike if not one.is_weak] or alike
        if len({one.side for one in strong}) == 1:
            yield strong


def _deed(match: re.Match[str]) -> Deed:
    assert match.lastgroup
    side, weak, axis = match.lastgroup.split("_")
    return Deed(*match.span(), axis, 1 if side == "p" else -1, weak == "w")


def _words(*, han: bool) -> Iterator[tuple[str, str]]:
    """Give the words of a language, each with the name of its group: side, weakness, axis."""
    for name, axis in _AXES.items():
        done, undone = axis[han], axis[han + 2]
        for side, words in (("p", done), ("n", undone)):
            for word in words.split():
                yield f"{side}_{'w' if word[0] == '~' else 's'}_{name}", word.lstrip("~")


def _pattern(before: str, behind: str, *, han: bool) -> re.Pattern[str]:
    groups: dict[str, list[str]] = {}
    for name, word in _words(han=han):
        plain, mark, after = word.partition("@")
        written = plain.replace("_", " ").replace("*", "[a-z]*")
        groups.setdefault(name, []).append(written + _FOLLOWED.get(mark + after, ""))
    named = (f"(?P<{name}>(?:{'|'.join(words)}){behind})" for name, words in groups.items())
    return re.compile(f"{before}(?:{'|'.join(named)})")


_RUN = re.compile("[a-z]+")
_LATIN = _pattern("(?<![a-z-])", "(?![a-z-])", han=False)
_HAN = _pattern("", "", han=True)
#: What the English words begin with, as far as all their forms have it.
_BEGINS = tuple(
    found[1][: -1 if found[2] else None][:4]
    for _, word in _words(han=False)
    if (found := re.match(r"(?:\(\?<=.*?\))?([a-z]+)(\??)", word))
)
_ANY = Sign(" ".join(f"{begin}*" for begin in _BEGINS), " ".join(w for _, w in _words(han=True)))


@lru_cache(maxsize=1 << 14)
def _begun(run: str) -> bool:
    return run.startswith(_BEGINS)
