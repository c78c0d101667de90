"""Plausible bilingual articles by the thousand, the same every time.

For tests that need a full list and benches that need a hundred thousand rows. Each article has
eleven rows: a viewpoint with its claim, and two groups of three and four claims, all cited.
"""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from core import annotate
from core.change import Change
from core.model import Article, Body, Kind, Masthead, Node, Passage
from core.outline import compose

NEWEST = datetime(2025, 11, 9, 4, 46)  # noqa: DTZ001  pages write times without a zone
SOURCES = (
    "Guan Cha Zhe Wang",
    "Huan Qiu Shi Bao",
    "Hua Er Jie Jian Wen",
    "Zheng Quan Shi Bao Wang",
    "Yang Shi Xin Wen",
    "Bao Cheng Qi Huo",
    "格隆汇APP",
    "ZACKS",
    "Minmetals Securities",
)
#: (Chinese, English) of what articles are about.
THEMES = (
    ("稀土永磁", "rare earth magnets"),
    ("锂电池", "lithium batteries"),
    ("半导体设备", "semiconductor equipment"),
    ("光伏组件", "solar modules"),
    ("铜", "copper"),
    ("黄金", "gold"),
    ("天然橡胶", "natural rubber"),
    ("创新药", "innovative drugs"),
    ("智能驾驶", "intelligent driving"),
    ("港股打新", "Hong Kong listings"),
    ("人形机器人", "humanoid robots"),
    ("数据中心", "data centers"),
    ("白酒", "baijiu"),
    ("海运", "shipping"),
    ("人民币汇率", "the renminbi"),
    ("关键矿产", "critical minerals"),
)
PLACES = (
    ("美国", "the United States"),
    ("中国", "China"),
    ("欧盟", "the European Union"),
    ("日本", "Japan"),
    ("哈萨克斯坦", "Kazakhstan"),
    ("澳大利亚", "Australia"),
    ("印尼", "Indonesia"),
    ("智利", "Chile"),
)
TITLES = (
    "{place}{theme}出口管制升级,企业如何应对",
    "{theme}:供需偏紧,价格中枢有望上移{percent}%",
    "“万变不离寻找{theme}替代品”",
    "{place}与中亚五国谈{theme}合作",
    "机构:{theme}景气可延续 关注龙头公司",
    "{theme}",
    "{year}年{theme}行业深度报告:国产替代进入加速期,{place}需求成为最大变量,产业链利润重新分配",
    "【早盘】{theme}主力合约涨{percent}%|{place}政策落地",
    "{place}{theme}产量创{years}年新高!",
    "Why {place_en} worries about {theme_en}",
)
HEADINGS = (
    "Supply and Demand",
    "Market Dynamics",
    "Policy Response",
    "Financial Performance",
    "Future Outlook",
    "U.S. Dependency",
    "Industry Structure",
    "Risks & Uncertainties",
)
CLAIMS = (
    "Output of {theme} in {place} rose {percent}% year-on-year to {tons:,} tons",
    "Building a supply chain for {theme} outside {place} could take {years} to {more} years",
    "{place} announced ${money} billion of support for {theme}, half of it before {year}",
    "Inventories of {theme} fell for the {nth} week in a row, and spot premiums widened",
    "Prices of {theme} are seen between {tons:,} and {tons_more:,} yuan per ton in {year}",
    "Analysts expect {percent}%-{percent_more}% growth as orders from {place} return",
    "The share of {place} in {theme} fell to {percent}%, its lowest in {years} years",
    "Eight out of nine buyers of {theme} name {place} as their sole or primary source",
    "Margins in {theme} narrowed by {points} basis points; leaders (招商证券 notes) kept theirs",
    "Uncertainty over tariffs between {place} and its partners delays orders for {theme}",
)
NTH = ("second", "third", "fourth", "fifth", "sixth")


def articles(n: int, seed: int = 0) -> Iterator[Article]:
    """Make n articles, newest first."""
    chance = random.Random(seed)
    when = NEWEST
    for _ in range(n):
        yield _article(chance, when)
        when -= timedelta(minutes=chance.randint(1, 240))


def page(n: int, seed: int = 0) -> str:
    """Write the same articles as the text of a list page."""
    heads = ("Workflow", THEMES[seed % len(THEMES)][0], "Search documents")
    return "\n".join([*heads, *(_on_page(article) for article in articles(n, seed))])


def mark(article: Article, words: int = 4) -> Change:
    """Highlight the first words of an article's first claim."""
    node = next(node for node in article.edition.nodes if node.kind is Kind.CLAIM)
    quote = " ".join(node.text.split()[:words])
    place = (article.id, article.edition.id, node.position, 0, len(quote))
    return annotate.highlight(Passage(*place, quote))


def _on_page(article: Article) -> str:
    head = article.masthead
    return f"{head.title}\n{head.source}· {head.published}\n{article.edition.text}"


def _article(chance: random.Random, when: datetime) -> Article:
    theme, place = chance.choice(THEMES), chance.choice(PLACES)
    words = _words(chance, theme, place)
    title = chance.choice(TITLES).format(
        **(words | {"theme": theme[0], "place": place[0]}), theme_en=theme[1], place_en=place[1]
    )
    rows = _rows(chance, words)
    head = Masthead(title, chance.choice(SOURCES), f"{when:%Y-%m-%d %H:%M}")
    return compose(head, rows, _body(rows), Body.SUMMARY)


def _words(
    chance: random.Random, theme: tuple[str, str], place: tuple[str, str]
) -> dict[str, str | int]:
    years, percent, tons = chance.randint(2, 20), chance.randint(3, 60), chance.randint(900, 700000)
    return {
        "theme": theme[1],
        "place": place[1],
        "years": years,
        "more": years + chance.randint(1, 10),
        "percent": percent,
        "percent_more": percent + chance.randint(2, 20),
        "tons": tons,
        "tons_more": tons + tons // 8,
        "money": chance.randint(2, 90),
        "points": chance.choice((10, 14, 25, 34)),
        "year": chance.randint(2025, 2035),
        "nth": chance.choice(NTH),
    }


def _rows(chance: random.Random, words: dict[str, str | int]) -> list[Node]:
    first, second = chance.sample(HEADINGS, 2)
    headings = {
        0: (Kind.LEAD, "Core Viewpoint", None, None),
        2: (Kind.GROUP, f"Group 1: {first}", first, 1),
        6: (Kind.GROUP, f"Group 2: {second}", second, 2),
    }
    claims = iter(chance.sample(CLAIMS, 8))
    rows = []
    for place in range(11):
        if place in headings:
            rows.append(Node(place, 0, *headings[place]))
        else:
            text = next(claims).format(**words)
            text = text[0].upper() + text[1:]
            cited = tuple(range(place, place + chance.randint(1, 2)))
            rows.append(Node(place, 1, Kind.CLAIM, text, citations=cited))
    return rows


def _body(rows: list[Node]) -> str:
    """Write rows the way pages do, on one line."""
    parts = []
    for node in rows:
        cited = "".join(f"[{number}]" for number in node.citations)
        parts.append(f"- {node.text} {cited}." if node.kind is Kind.CLAIM else node.text)
    return " ".join(parts)
