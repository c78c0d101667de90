"""Samples of real pages, and what a perfect reader makes of them, where `MEIPI_FEEDS` has them."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from core.cli import shapes
from core.parse import parse_file

Section = tuple[Any, ...]
FEEDS = Path(os.environ.get("MEIPI_FEEDS", "-"))
NAMES = sorted(path.stem for path in FEEDS.glob("*.txt"))


def expected(section: dict[str, Any]) -> Section:
    claims = [(one["text"], one["cites"]) for one in section["bullets"]]
    return section["kind"], section.get("n"), section.get("title"), section["raw"], claims


def shown(section: dict[str, Any]) -> Section:
    claims = [(one["text"], one["citations"]) for one in section["claims"]]
    return section["kind"], section["number"], section["title"], section["heading"], claims


def without_tail(sections: list[Section], tail: str) -> list[Section]:
    """Leave out the claims and headings that the gold gives as a tail cut off."""
    kept = [(*rest, [one for one in claims if one[0] not in tail]) for *rest, claims in sections]
    return [section for section in kept if section[4] or section[3] not in tail]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_gives_its_gold(name):
    gold = json.loads((FEEDS / "gold" / f"{name}.json").read_text("utf-8"))
    page = parse_file(FEEDS / f"{name}.txt")
    assert page.name == gold.get("page_name")
    told = list(map(shapes.article, page.articles))
    articles = gold.get("articles") or [gold]
    assert [one["title"] for one in told] == [one["title"] for one in articles]
    for wanted, got in zip(articles, told, strict=True):
        for here, there in (("source", "source"), ("dt", "published"), ("symbol", "symbol")):
            assert got[there] == wanted.get(here)
        assert got["company"] == wanted.get("company")
        if not wanted["raw_only"]:
            sections = [shown(section) for section in got["sections"]]
            tail = gold.get("partial_tail") or "\0"
            assert without_tail(sections, tail) == [expected(one) for one in wanted["sections"]]


@pytest.mark.parametrize(
    "path", sorted((FEEDS.parent / "seeds").glob("*.txt")), ids=lambda p: p.stem
)
def test_the_first_document_has_two_articles_of_nine_and_eight_claims(path):
    page = parse_file(path)
    told = list(map(shapes.article, page.articles))
    counts = [sum(len(section["claims"]) for section in one["sections"]) for one in told]
    assert counts == [9, 8]
    assert all(claim["citations"] for one in told for s in one["sections"] for claim in s["claims"])
