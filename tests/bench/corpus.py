"""Articles in both languages to be searched, a hundred thousand of them, and queries of each class.

The library is kept for the next run, in the temporary folder.
"""

import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from pathlib import Path

from core import schema
from core.library import Library
from core.model import Article, Kind, Node
from core.outline import compose
from tests.generate import articles
from tests.given import ANNA

CHUNK = 10_000
QUERIES = 20
#: Chinese claims, for every third article.
ZH = (
    "{zh}产量同比增长{n}%,创{m}年新高",
    "建立{zh}供应链可能需要{m}至{n}年,专家称难度极大",
    "{zh}库存连续{m}周下降,现货升水扩大,贸易商惜售",
    "分析师预计{zh}需求将增长{n}%,龙头企业率先受益",
    "关税的不确定性推迟了{zh}订单,市场观望情绪浓厚",
    "{zh}价格有望运行于{n}至{m}万元区间,中枢较去年上移",
)
EN = (
    "with {en} named as the main risk",
    "while demand for {en} grew {n}%",
    "as {en} remains {m} years behind",
    "and {en} is reviewed again",
)


def vocabulary() -> list[tuple[str, str]]:
    """Give the terms of the field: few of them are in most articles, most of them in few."""
    from importlib.resources import files

    lines = files("resources").joinpath("terms.csv").read_text("utf-8").splitlines()[1:]
    terms = [(zh, en) for zh, en, *_ in (line.split(",") for line in lines)]
    random.Random(4).shuffle(terms)
    return terms


def bilingual(number: int, seed: int = 0) -> Iterator[Article]:
    """Make articles whose claims speak of terms of the field, every third of them in Chinese."""
    chance, terms = random.Random(seed), vocabulary()
    weights = [1 / (place + 3) for place in range(len(terms))]
    for count, article in enumerate(articles(number, seed)):
        spoken = iter(chance.choices(terms, weights, k=16))
        is_chinese = count % 3 == 0
        rows = [_row(node, spoken, chance, is_chinese) for node in article.edition.nodes]
        body = " ".join(node.text for node in rows)
        yield compose(article.masthead, rows, body, article.edition.body)


def _row(
    node: Node, terms: Iterator[tuple[str, str]], chance: random.Random, is_chinese: bool
) -> Node:
    if node.kind is not Kind.CLAIM:
        return node
    zh, en = next(terms)
    told = {"zh": zh, "en": en, "n": chance.randint(10, 60), "m": chance.randint(2, 9)}
    if is_chinese:
        return replace(node, text=chance.choice(ZH).format(**told))
    return replace(node, text=f"{node.text}, {chance.choice(EN).format(**told)}")


def filled(size: int) -> Path:
    """Give a library with so many of them; one that is there from the last run will do."""
    made_of = f"{schema.TABLES}{schema.INDEX}{vocabulary()}"
    form = sha256(made_of.encode()).hexdigest()[:8]
    folder = Path(tempfile.gettempdir()) / "meipi-bench"
    path = folder / f"bilingual-{size}-{form}.meipi"
    if not path.exists():
        folder.mkdir(exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        with Library(unfinished, ANNA) as library:
            for number in range(0, size, CHUNK):
                some = bilingual(min(CHUNK, size - number), seed=number)
                library.commit(library.add(some).change)
        unfinished.rename(path)
    return path


#: What many articles are about; the others are spoken of here and there.
OFTEN_ZH = (
    ("黄金", "海运", "白酒", "稀土", "铜价"),
    ("关键矿产", "稀土永磁", "数据中心", "智能驾驶"),
)
OFTEN_EN = ("copper", "gold", "shipping", "baijiu", "Indonesia", "tariffs", "margins")
OFTEN_TWO = ("rare earth", "critical minerals", "data centers", "natural rubber", "solar modules")


def classes() -> dict[str, list[str]]:
    """Give queries of each class, of frequent words and of rare ones."""
    terms = vocabulary()[: 20 * QUERIES]
    zh, en = [one for one, _ in terms], [two for _, two in terms]
    words = _some([*OFTEN_EN, *(one for one in en if one.isalpha())])
    double = [*OFTEN_TWO, *(one for one in en if one.count(" ") == 1 and one.isascii())]
    two = [f"{a} {b}" for a, b in zip(words, [*words[3:], *words], strict=False)]
    return {
        "two Han": _some([*OFTEN_ZH[0], *(one for one in zh if len(one) == 2)]),
        "four Han": _some([*OFTEN_ZH[1], *(one for one in zh if len(one) == 4)]),
        "English word": words,
        "two words": two,
        "phrase": [f'"{one}"' for one in _some(double)],
        "prefix": [f"{one[:3].lower()}*" for one in words],
        "across": _some([*OFTEN_ZH[0], *OFTEN_TWO, *double[5:]]),
    }


def _some(found: list[str]) -> list[str]:
    return list(islice(dict.fromkeys(found), QUERIES))
