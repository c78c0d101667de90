"""How often a passage is found again, after edits whose truth is known.

Every character of an edited text carries its origin, so the true place owes nothing to the code
under test. Run: python tests/bench/anchors.py [passages of each kind]. Prints a table: right, wrong
(put where the passage is not), orphan (no place though there is one) in percent, and milliseconds.
"""

import random
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.anchor import Locator, Placement, describe
from core.model import Anchoring, Article, Body, Kind, Masthead, Node, Passage
from core.outline import compose
from tests.generate import CLAIMS, PLACES, THEMES

#: A character, and the node and offset of the old edition it came from.
Cell = tuple[str, tuple[int, int] | None]
Row = list[Cell]
States = Counter[tuple[Anchoring, str]]
Edit = Callable[[random.Random, list[Row], Passage], list[Row]]

ZH = (
    "{place}{theme}产量同比增长{percent}%,达到{tons}万吨,创{years}年新高",
    "在{place}之外建立{theme}供应链可能需要{years}至{more}年,专家称难度极大",
    "{place}宣布对{theme}提供{money}亿美元支持,其中一半将在{year}年之前到位",
    "{theme}库存连续{weeks}周下降,现货升水扩大,贸易商惜售情绪升温",
    "分析师预计随着{place}订单回流,{theme}需求将增长{percent}%,龙头企业率先受益",
    "{place}与伙伴之间的关税不确定性推迟了{theme}订单,市场观望情绪浓厚",
    "{theme}价格在{year}年有望运行于{tons}至{more}元区间,中枢较去年上移",
    "业内人士认为,{theme}的国产替代进入加速期,{place}厂商的份额正在被侵蚀",
    "“万变不离{theme}”,{place}官员表示短期内没有可行的替代来源",
    "公司{theme}业务毛利率下滑{percent}个百分点,主要受{place}成本上升拖累",
)
SWAPS_ZH, SWAPS_EN = "的与在将有为对是不能会可大新高中多上下", "etaoinshrdlucmfwypvbgk"
WIDE = str.maketrans(",.:;%()!?", ",.:;%()!?")
NARROW = str.maketrans(",。:;%()!?", ",.:;%()!?")
FIGURE = re.compile(
    r"\$?\d[\d,.]*(?: ?(?:%|million|billion|to|years?|tons|yuan|basis points)"
    r"|[万亿]?(?:个百分点|亿美元|吨|年|周|元))*|eight|nine|second|third|half|yuan|tons?|years?|billion",
    re.IGNORECASE,
)
TRADITIONAL = str.maketrans(
    "产业达变资进宣对库链单误无东备议电导体国张为价还将税论钱势预计随这种给军们头华发时间现",
    "產業達變資進宣對庫鏈單誤無東備議電導體國張為價還將稅論錢勢預計隨這種給軍們頭華發時間現",
)


def main(count: int = 200) -> None:
    print(f"{'kind of edit':<28}{'right':>8}{'wrong':>8}{'orphan':>8}{'ms':>8}")
    total, states, spent_on_all = Counter[str](), States(), 0.0
    for name, edit in EDITS.items():
        tally, seen, spent = _measure(name, edit, count)
        states += seen
        total += tally
        _line(name, tally, spent / count)
        spent_on_all += spent
    _line("all", total, spent_on_all / total.total())
    for (anchoring, verdict), number in sorted(states.items()):
        print(f"{anchoring:>16} {verdict:<8}{number:>8}")
    _long_article()


def _line(name: str, tally: Counter[str], spent: float) -> None:
    share = [100 * tally[key] / tally.total() for key in ("right", "wrong", "orphan")]
    print(f"{name:<28}" + "".join(f"{part:>8.2f}" for part in share) + f"{spent * 1000:>8.2f}")


def _measure(name: str, edit: Edit, count: int) -> tuple[Counter[str], States, float]:
    chance = random.Random(name)
    tally, states, spent = Counter[str](), States(), 0.0
    for _ in range(count):
        article = old_edition(chance)
        passage = any_passage(chance, article)
        rows = edit(chance, cells(article), passage)
        new = edition_of(rows)
        began = time.perf_counter()
        placement = Locator(article.edition, new.edition).locate(passage)
        spent += time.perf_counter() - began
        verdict = judge(placement, rows, passage)
        tally[verdict] += 1
        states[placement.anchoring, verdict] += 1
    return tally, states, spent


# Texts


def old_edition(chance: random.Random, size: int = 24) -> Article:
    """Write an article of claims in one language, under headings."""
    chinese = chance.random() < 0.5
    theme, place = chance.choice(THEMES), chance.choice(PLACES)
    rows = []
    for k in range(size):
        if k % 6 == 0:
            topic, number = chance.choice(THEMES), k // 6 + 1
            rows.append(f"第{number}部分:{topic[0]}" if chinese else f"Group {number}: {topic[1]}")
        if chance.random() < 0.5:
            theme = chance.choice(THEMES)
        rows.append(_claim(chance, chinese, theme, place))
    return edition_of([[(char, None) for char in row] for row in dict.fromkeys(rows)])


def _claim(
    chance: random.Random, chinese: bool, theme: tuple[str, str], place: tuple[str, str]
) -> str:
    lines = chance.sample(ZH if chinese else CLAIMS, 2 if chance.random() < 0.3 else 1)
    years = chance.randint(2, 20)
    words = {
        "theme": theme[not chinese],
        "place": place[not chinese],
        "years": years,
        "more": years + chance.randint(1, 10),
        "percent": chance.randint(3, 60),
        "percent_more": chance.randint(60, 80),
        "tons": chance.randint(900, 70000),
        "tons_more": chance.randint(70000, 90000),
        "money": chance.randint(2, 90),
        "points": chance.choice((10, 14, 25)),
        "year": chance.randint(2025, 2035),
        "weeks": chance.randint(2, 9),
        "nth": chance.choice(("second", "third")),
    }
    return ("。" if chinese else ". ").join(lines).format(**words) + ("。" if chinese else ".")


def any_passage(chance: random.Random, article: Article) -> Passage:
    """Choose a stretch of a claim, now the whole, now a few words."""
    nodes = article.edition.nodes
    node = chance.choice([row for row in nodes if len(row.text) > 12])
    size = len(node.text)
    if chance.random() < 0.25:
        return describe(article, node.position, 0, size)
    start = chance.randrange(size - 6)
    return describe(article, node.position, start, min(size, start + chance.randint(6, 60)))


def cells(article: Article) -> list[Row]:
    return [
        [(char, (node.position, place)) for place, char in enumerate(node.text)]
        for node in article.edition.nodes
    ]


def edition_of(rows: list[Row]) -> Article:
    texts = ["".join(char for char, _ in row) for row in rows]
    nodes = [Node(k, 0, Kind.CLAIM, text) for k, text in enumerate(texts)]
    return compose(Masthead("稀土", "观察者网", "2025-11-09 04:46"), nodes, "", Body.SUMMARY)


# Truth


def judge(placement: Placement, rows: list[Row], passage: Passage) -> str:
    """Say whether a placement is "right", "wrong" or "orphan"."""
    truth = true_places(rows, passage)
    is_gone = len(truth) < 0.3 * len(passage.quote)
    if placement.node is None:
        if placement.anchoring is Anchoring.NUMBER_CHANGED and placement.candidates:
            is_gone = is_gone or figures_edited(rows, passage)
        return "right" if is_gone else "orphan"
    given = {(placement.node, place) for place in range(placement.start, placement.end)}
    return "right" if not is_gone and 2 * len(given & truth) >= len(given | truth) else "wrong"


def true_places(rows: list[Row], passage: Passage) -> set[tuple[int, int]]:
    """Give the new places of a passage's characters, with what was put between them."""
    places = [
        (node, place)
        for node, row in enumerate(rows)
        for place, (_, origin) in enumerate(row)
        if origin and origin[0] == passage.node and passage.start <= origin[1] < passage.end
    ]
    if len(places) < 0.3 * len(passage.quote):
        return set()
    node = Counter(node for node, _ in places).most_common(1)[0][0]
    inside = [place for row, place in places if row == node]
    return {(node, place) for place in range(min(inside), max(inside) + 1)}


def figures_edited(rows: list[Row], passage: Passage) -> bool:
    """Tell whether a digit in or at the passage was changed, or one put there."""
    kept = sorted(true_places(rows, passage))
    (node, low), (_, high) = kept[0], kept[-1]
    around = "".join(char for char, _ in rows[node][max(0, low - 8) : high + 9])
    return _figures(around) != _figures(passage.prefix[-8:] + passage.quote + passage.suffix[:8])


def _figures(text: str) -> list[str]:
    units = "%万亿年周月美元个百分点成倍"
    return [char for char in unicodedata.normalize("NFKC", text) if char.isdigit() or char in units]


# Edits


def _noise(chance: random.Random, row: Row, rate: float) -> Row:
    """Change, drop or add characters, but in no figure: these have edits of their own."""
    text = "".join(char for char, _ in row)
    kept = {
        place
        for match in FIGURE.finditer(text)
        for place in range(match.start() - 1, match.end() + 1)
    }
    return _scatter(chance, row, rate, kept)


def _scatter(chance: random.Random, row: Row, rate: float, kept: Collection[int]) -> Row:
    """Change, drop or add characters, but none at the places to keep."""
    edited: Row = []
    for place, (char, origin) in enumerate(row):
        pool = SWAPS_EN if char.isascii() else SWAPS_ZH
        if place in kept or chance.random() >= rate:
            edited.append((char, origin))
            continue
        how = chance.random()
        if how < 0.7:
            edited.append((chance.choice(pool), None))
        if how < 0.3:
            edited.append((char, origin))
    return edited


def _through(change: Callable[[str], str]) -> Edit:
    return lambda _, rows, __: [
        [(new, origin) for char, origin in row for new in change(char)] for row in rows
    ]


def _new_rows(chance: random.Random, count: int) -> list[Row]:
    article = old_edition(chance, count)
    return [[(char, None) for char in node.text] for node in article.edition.nodes]


def insert_rows(chance: random.Random, rows: list[Row], passage: Passage) -> list[Row]:
    for row in _new_rows(chance, 8):
        rows.insert(chance.randrange(len(rows) + 1), row)
    return rows


def edit_all(rate: float) -> Edit:
    return lambda chance, rows, _: [_noise(chance, row, rate) for row in rows]


def edit_quote(rate: float) -> Edit:
    def edit(chance: random.Random, rows: list[Row], passage: Passage) -> list[Row]:
        row = rows[passage.node]
        middle = _noise(chance, row[passage.start : passage.end], rate)
        rows[passage.node] = row[: passage.start] + middle + row[passage.end :]
        return rows

    return edit


def spaces(chance: random.Random, rows: list[Row], passage: Passage) -> list[Row]:
    edited = []
    for row in rows:
        now: Row = []
        for cell in row:
            space = chance.choice("\u200b\u00ad" if cell[0].isascii() else " \u200b\u3000\u00ad")
            now += [cell, *[(space, None)] * (chance.random() < 0.1)]
        edited.append(now)
    return edited


def duplicates(chance: random.Random, rows: list[Row], passage: Passage) -> list[Row]:
    """Put copies of the claim elsewhere; beside it nobody could say which is which."""
    row = rows[passage.node]
    for _ in range(3):
        far = [k for k in range(len(rows) + 1) if row not in rows[max(0, k - 1) : k + 1]]
        rows.insert(chance.choice(far), [(char, None) for char, _ in row])
    return rows


def quote_copied(chance: random.Random, rows: list[Row], passage: Passage) -> list[Row]:
    """Put the quote's words into another claim too."""
    other = chance.choice([k for k in range(len(rows)) if k != passage.node])
    at = chance.randrange(len(rows[other]) + 1)
    rows[other] = rows[other][:at] + [(char, None) for char in passage.quote] + rows[other][at:]
    return edit_all(0.03)(chance, rows, passage)


def move(chance: random.Random, rows: list[Row], passage: Passage) -> list[Row]:
    row = rows.pop(passage.node)
    rows.insert(chance.randrange(len(rows) + 1), row)
    return rows


def delete_quote(chance: random.Random, rows: list[Row], passage: Passage) -> list[Row]:
    row = rows[passage.node]
    rows[passage.node] = row[: passage.start] + row[passage.end :]
    return rows


def delete_claim(chance: random.Random, rows: list[Row], passage: Passage) -> list[Row]:
    del rows[passage.node]
    return insert_rows(chance, rows, passage)


def look_alike(chance: random.Random, rows: list[Row], passage: Passage) -> list[Row]:
    """Delete the quote, and put words like it into another claim."""
    copy = _noise(chance, [(char, None) for char in passage.quote], 0.3)
    rows = delete_quote(chance, rows, passage)
    other = chance.choice([k for k in range(len(rows)) if k != passage.node])
    rows[other] += copy
    return rows


def like_claim(chance: random.Random, rows: list[Row], passage: Passage) -> list[Row]:
    """Delete the claim, and put one with two thirds of its characters elsewhere."""
    copy = _scatter(chance, [(char, None) for char, _ in rows.pop(passage.node)], 0.35, ())
    rows.insert(chance.randrange(len(rows) + 1), copy)
    return rows


def split(chance: random.Random, rows: list[Row], passage: Passage) -> list[Row]:
    row = rows[passage.node]
    at = passage.start if passage.start > len(row) - passage.end else passage.end
    rows[passage.node : passage.node + 1] = [part for part in (row[:at], row[at:]) if part]
    return rows


def renumber(chance: random.Random, rows: list[Row], passage: Passage) -> list[Row]:
    """Change every figure a little; a passage with a figure should then have no place."""
    return [
        [(str((int(c) + 1) % 10), None) if c.isdigit() else (c, origin) for c, origin in row]
        for row in rows
    ]


def everything(chance: random.Random, rows: list[Row], passage: Passage) -> list[Row]:
    for edit in (insert_rows, edit_all(0.02), spaces, EDITS["width"], EDITS["traditional"]):
        rows = edit(chance, rows, passage)
    return rows


def revised(chance: random.Random, rows: list[Row], passage: Passage) -> list[Row]:
    """Write a new edition as editors do: claims go, come, move and change."""
    for _ in range(4):
        gone = chance.randrange(len(rows))
        if rows[gone][0][1] != (passage.node, 0):
            del rows[gone]
        rows.insert(chance.randrange(len(rows)), rows.pop(chance.randrange(len(rows))))
    rows = insert_rows(chance, rows, passage)
    return [_noise(chance, row, 0.12) if chance.random() < 0.5 else row for row in rows]


EDITS: dict[str, Edit] = {
    "claims inserted": insert_rows,
    "2 % edited": edit_all(0.02),
    "10 % edited": edit_all(0.1),
    "width": _through(lambda char: char.translate(NARROW if ord(char) > 127 else WIDE)),
    "spaces, zero-width": spaces,
    "traditional": _through(lambda char: char.translate(TRADITIONAL)),
    "NFD, capitals": _through(lambda char: unicodedata.normalize("NFD", char.upper())),
    "quote 20 % edited": edit_quote(0.2),
    "quote 40 % edited": edit_quote(0.4),
    "3 copies of the claim": duplicates,
    "quote copied elsewhere": quote_copied,
    "claim moved": move,
    "claim moved, 5 % edited": lambda *args: edit_all(0.05)(args[0], move(*args), args[2]),
    "claims shuffled": lambda chance, rows, _: chance.sample(rows, len(rows)),
    "claim split": split,
    "inserted, 2 %, width, trad.": everything,
    "revised": revised,
    "figures changed": renumber,
    "quote deleted": delete_quote,
    "claim deleted, others put": delete_claim,
    "deleted, quote like it put": look_alike,
    "deleted, claim like it put": like_claim,
}


def _long_article() -> None:
    """Time a hundred highlights of a thousand claims."""
    chance = random.Random(1)
    article = old_edition(chance, 1000)
    passages = [any_passage(chance, article) for _ in range(100)]
    new = edition_of(
        revised(chance, edit_all(0.03)(chance, cells(article), passages[0]), passages[0])
    )
    began = time.perf_counter()
    locator = Locator(article.edition, new.edition)
    found = sum(locator.locate(passage).node is not None for passage in passages)
    print(f"1,000 claims, all edited: {found} of 100 placed in {time.perf_counter() - began:.2f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
