"""Findings for the pictures of the ledger: what some papers said of minerals, and when.

Their articles are made here; the texts are our own.
"""

from datetime import date

from core import annotate
from core.anchor import describe
from core.annotate import findings
from core.annotate.findings import Draft
from core.finding import Due, Evidence, Outcome, Result, Status
from core.ledger import due_of, figure_of
from core.library import Library
from core.model import Article, Body, Colour, Kind, Masthead, Node
from core.outline import compose
from core.quantity import quantities

TODAY = date(2026, 11, 29)
#: source, title, day, claim, statement, confidence, tags, status
SAID: tuple[
    tuple[str, str, str, str, str, int | None, tuple[str, ...], Status], ...
] = (
    ("Caixin", "重稀土分离产能扩张", "2025-08-01", "重稀土分离产能预计将在三到五年内翻一番。",
     "重稀土分离产能翻一番", 70, ("claim/forecast", "稀土"), Status.WATCHED),
    ("Reuters", "美国磁铁厂", "2025-12-29", "The magnet plant in Texas opens within six months.",
     "A magnet plant in Texas opens", 80, ("claim/forecast",), Status.OPEN),
    ("Jie Mian Xin Wen", "镓价上涨", "2025-12-20",
     "Gallium prices stay above $500 per kilogram until the end of 2026.",
     "Gallium stays above 500 USD/kg", 55, ("claim/figure",), Status.OPEN),
    ("Xin Hua She", "出口许可", "2025-10-09", "Export licences are lifted by March 2026.",
     "Export licences are lifted", 40, ("policy",), Status.OPEN),
    ("Reuters", "Kalgoorlie", "2026-01-03", "The first batch leaves the plant by June 2026.",
     "The first batch leaves the plant in Kalgoorlie", 90, ("claim/forecast",), Status.OPEN),
    ("Cai Lian She", "回收", "2025-05-21", "Recycling covers 20% of demand from 2031.",
     "Recycling covers a fifth of demand", 30, ("claim/forecast", "稀土"), Status.WATCHED),
    ("Guan Cha Zhe Wang", "光刻机", "2025-08-01", "三年内实现28纳米光刻机自主。",
     "三年内实现28纳米光刻机自主", 35, ("芯片",), Status.OPEN),
    ("Reuters", "产能份额", "2025-11-02", "Over 85% of separation capacity stays in China by 2030.",
     "Over 85% of capacity stays in China", 75, ("claim/figure", "稀土"), Status.OPEN),
    ("Caixin", "损耗", "2025-11-05", "15% to 20% of oxides are lost in the last stages.",
     "15% to 20% of oxides are lost", None, ("claim/figure",), Status.OPEN),
    ("Xin Lang Cai Jing", "人才", "2025-03-08",
     "It takes at least a decade to train enough chemists.",
     "At least a decade for chemists", 50, ("claim/forecast", "稀土"), Status.DROPPED),
)  # fmt: skip
JUDGED = {
    "Export licences are lifted": Outcome(Result.FAILED, date(2026, 4, 2)),
    "The first batch leaves the plant in Kalgoorlie": Outcome(Result.CAME_TRUE, date(2026, 6, 16)),
}
RIVAL = (
    "Building a secure rare earth supply chain will take 5 years, the minister said.",
    "A secure rare earth supply chain could take 10 to 20 years to build, analysts say.",
)


def gather(library: Library, years: str) -> None:
    """Make the findings, one on the highlight `years`, and two claims that contradict."""
    made = [_article(*each[:4]) for each in SAID]
    library.commit(library.add([*made, *_rivals()]).change)
    for article, said in zip(made, SAID, strict=True):
        _, _, day, claim, statement, confidence, tags, status = said
        whole = describe(article, 1, 0, len(claim))
        mark = library.commit(annotate.highlight(whole, Colour.YELLOW)).edits[0].record
        found = quantities(claim)
        published = date.fromisoformat(day)
        dues = [due for one in found if (due := due_of(one, published))]
        figures = [figure_of(one, claim) for one in found if one.kind != "date"]
        draft = Draft(
            statement,
            evidence=(Evidence(mark),),
            figure=figures[0] if figures else None,
            due=dues[0] if dues else None,
            confidence=confidence,
            status=status,
            tags=tags,
        )
        library.commit(findings.find(draft, library.tags()))
    for one in library.findings():
        if one.statement in JUDGED:
            library.commit(findings.judge(one, JUDGED[one.statement]))
    _gather_years(library, years)


def _gather_years(library: Library, highlight: str) -> None:
    """Make the finding that readers make first."""
    said = "10 to 20 years"
    (years,) = quantities(said)
    draft = Draft(
        "10–20 years to self-sufficiency in separation",
        evidence=(Evidence(highlight),),
        figure=figure_of(years, said),
        due=Due(date(2035, 11, 9), date(2045, 11, 9), "year"),
        confidence=60,
        tags=("claim/forecast", "稀土"),
    )
    library.commit(findings.find(draft, library.tags()))


def _article(source: str, title: str, day: str, claim: str) -> Article:
    rows = [Node(0, 0, Kind.GROUP, "Group 1: Supply", "Supply", 1)]
    rows.append(Node(1, 1, Kind.CLAIM, claim, citations=(1,)))
    head = Masthead(title, source, f"{day} 04:46")
    return compose(head, rows, f"Group 1: Supply - {claim} [1]", Body.SUMMARY)


def _rivals() -> tuple[Article, ...]:
    one, other = RIVAL
    return (
        _article("Reuters", "美国称五年内摆脱依赖", "2025-11-11", one),
        _article("Caixin", "稀土替代品要找多久", "2025-11-08", other),
    )
