"""Whatever is read, every letter and digit that is not the page's furniture is found again."""

import re
import unicodedata
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.errors import Unreadable
from core.model import Article, Page
from core.parse import parse_text
from core.parse.lines import CHROME, SEARCH, canonical

WORDS = (
    """
Rare earths|稀土|rose 5.5%|short - term|515 - 535 yuan|e-VTOL|U.S.|𠮷野|Core Insights|Core Viewpoint
|Core Points|Group 1|Group 2: Long-term Challenges|Summary by Sections|Investment Rating
|Report Summary|1. Investment Rating|a) Coal|2) Report's Core View|Market Overview Price Moves

|核心观点|搜索文档|Search documents|Workflow|icon|Guan Cha Zhe Wang· 2025-11-09 04:46
|雪球·2025-09-10 08:08|TeslaTesla(US:TSLA) 格隆汇APP·2025-06-29 08:12|2022-07-28 09:31|ยท
|Not provided
|...|**LPG**: A|### Core Views|# 标题|- a claim|* another|1. numbered|[1]|[1][3].|[2][|[12|[sic]
|［1］［2］|[1, 3]|[2]-[4]|[5-7].|–|●|核心觀點|雪球·2025/9/8 8:08|What's Next?
|(600111)|−|]−|. |é́|🇨🇳|<b>
|---|title: "镍"|author:|Ben: |created: 2025-01-02|> |>>|[镍价](https://example.org/1)|2 minutes
|¹|²,³|(1)|（3）|\\[4\\]|Page 1 of 2|- 2 -|===|01|•|·|• **Demand**|▎稀土|process-
|原创 张三 第一财经 2025-10-14 03:30 上海|Share|Guan Cha Zhe Wang|2025-11-09 04:46
|1. Supply|2. Demand|(a) Ore|（1）矿|一、供给|  - Mines|```json|```|① 甲
|２０２５－０９－１０　０８：０８|[ 3 ]|\u200b
""".replace("\n|", "|")
    .strip()
    .split("|")
)
WORDS = [
    *WORDS,
    "| A | B |\n|---|---|\n| c | d [1] |",
    "\n| c | d |\n",
    "From: a\nTo: b\nDate: c\n",
    "▎A\n• b [1]\n",
]
BETWEEN = (" - ", " - ", " [1]", "\n", "\n", "\n\n", " ")

NUMBER = re.compile(r"^\s*(?:Page 1 of 2|- 2 -)\s*$", re.MULTILINE)

pieces = st.one_of(st.sampled_from(WORDS), st.text(max_size=12), st.sampled_from(BETWEEN))
pages = st.lists(pieces, max_size=40).map("".join)


def letters(text: str) -> Counter[str]:
    """Count letters and digits, a digit of another width or height as the digit that it is."""
    found = (char for char in text if char.isalnum())
    return Counter(str(unicodedata.digit(char, char)) for char in found)


def written(text: str) -> Counter[str]:
    """Count what must be found: not furniture, nor half a citation or a damaged dot."""
    kept = Counter[str]()
    for line in canonical(text).split("\n"):
        bare = line.strip(" \t\u00a0\u3000\u200b\ufeff")
        if bare not in CHROME:
            kept += letters(re.sub(r"\[\d{0,3}$|ยท|Â·", "", bare))
    return kept


def shown(page: Page) -> Counter[str]:
    said = page.name or ""
    for article in page.articles:
        said += "".join(map(str, told(article)))
    return letters(said)


def told(article: Article) -> list[object]:
    head = article.masthead
    parts: list[object] = [
        head.title,
        head.source,
        head.published,
        head.company,
        head.symbol,
        head.url,
    ]
    for node in article.edition.nodes:
        parts += [node.text, *node.citations]
    return [part for part in parts if part is not None]


@settings(max_examples=400)
@given(pages)
@example("“")
@example("[1]")
@example("稀土矿产\nSearch documents\n")
@example("Page 1 of 2")
@example("- 2 -")
@example("ยท2022-07-28 09:31")
def test_every_letter_of_a_page_is_found_again(text):
    try:
        page = parse_text(text)
    except Unreadable:
        # A page's name or number alone is no article.
        assert not written(NUMBER.sub("", text)) or SEARCH & {
            line.strip() for line in canonical(text).split("\n")
        }
        return
    assert written(text) - shown(page) == Counter()


@settings(max_examples=150)
@given(st.text(max_size=400))
def test_every_letter_of_any_text_is_found_again(text):
    if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        return
    try:
        page = parse_text(text)
    except Unreadable:
        assert not written(text)
        return
    assert written(text) - shown(page) == Counter()


@settings(max_examples=150)
@given(st.integers(min_value=40, max_value=2000), st.sampled_from(range(3)))
def test_a_sample_cut_anywhere_keeps_its_letters(length, which):
    from core.samples import sample_texts

    text = sample_texts()[which][:length]
    assert written(text) - shown(parse_text(text)) == Counter()
