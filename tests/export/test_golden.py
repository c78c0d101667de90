"""What an export looks like, byte for byte.

After a wanted change, `RENEW=1 make test ARGS=tests/export` writes the files in `golden` anew; read
them before they are kept.
"""

import os
from pathlib import Path

import pytest

from core.export import markdown, write_notes
from core.model import Anchoring, Annotated, Body, Colour, Kind, Masthead, Node, Stance
from core.outline import compose
from tests.export.marking import BORIS, annotated, mark
from tests.given import ANNA, made

GOLDEN = Path(__file__).parent / "golden"
NOTE = """Which part is the *slow* one?

- mining
- **refining**

| step | years |
|------|-------|
| mine | 10    |"""


def matches(name: str, document: str) -> bool:
    file = GOLDEN / name
    if os.environ.get("RENEW"):
        file.write_text(document, "utf-8", newline="\n")
    return file.read_bytes() == document.encode("utf-8")


@pytest.fixture
def minerals() -> Annotated:
    """An article with everything: groups, a wrapper, blocks, overlaps, notes, a lost highlight."""
    rows = [
        Node(0, 0, Kind.LEAD, "Core Viewpoint"),
        Node(1, 1, Kind.CLAIM, "The U.S. imports eight out of nine minerals", citations=(1, 3)),
        Node(2, 0, Kind.GROUP, "Group 1: Supply & Demand", "Supply & Demand", 1),
        Node(3, 1, Kind.CLAIM, "A chain could take 10 to 20 years to build", citations=(3, 5, 3)),
        Node(4, 1, Kind.CLAIM, 'The "C5+1" talks promised $8.5 billion [sic]', citations=(2,)),
        Node(5, 0, Kind.BLOCK, "附注:\n专家称“芯片自给”需要十年。之后再说\n\n* not a list"),
        Node(6, 0, Kind.SUPER, "Summary by Sections"),
        Node(7, 1, Kind.NAMED, "Future Outlook"),
        Node(8, 2, Kind.CLAIM, "产量增长20%。之后放缓", citations=(9,), truncated=True),
    ]
    head = Masthead(
        "中国稀土替代品:“要找多久”?", "Guan Cha Zhe Wang", "2025-11-09 04:46",
        company="MP Materials", symbol="US:MP", url="https://example.org/a?b=1",
    )  # fmt: skip
    one = compose(head, rows, "the body", Body.SUMMARY)
    return annotated(
        one,
        mark(one, 2, "Supply", colour=Colour.GREEN),
        mark(one, 3, "10 to 20 years", note=NOTE, tags=["t1", "t3"], stance=Stance.DOUBT),
        mark(one, 3, "20 years to build", colour=Colour.RED, tags=["t2"]),
        mark(one, 4, '"C5+1"', note="See <b>minutes</b> & **ask**", by=BORIS),
        mark(one, 5, "“芯片自给”需要十年。", stance=Stance.AGREE, note="存疑 %% 未完\n```"),
        mark(one, 8, "20%。", colour=Colour.GREY, anchoring=Anchoring.REWORDED),
        mark(one, 3, "15 years", note="It said 15", anchoring=Anchoring.NUMBER_CHANGED),
        mark(one, 1, "gone for good", tags=["t1"], anchoring=Anchoring.ORPHAN),
    )


def test_an_article_with_everything(minerals):
    assert matches("article.md", markdown([minerals], mine=ANNA.id))


def test_an_article_as_others_see_it(minerals):
    """Nobody's notes are taken for Markdown where the reader is not known."""
    assert matches("stranger.md", markdown([minerals]))


def test_several_articles_in_one_file(minerals):
    plain = annotated(made("Why [tin] is short", "Stocks fell", "Prices rose", source="ZACKS"))
    assert matches("several.md", markdown([minerals, plain], mine=ANNA.id))


def test_an_index(minerals, tmp_path):
    plain = annotated(made("100% of <C#> & co", "Stocks fell", source="ZACKS"))
    *notes, index = write_notes(tmp_path, [minerals, plain], mine=ANNA.id)
    assert matches("index.md", index.read_text("utf-8"))
    assert notes[0].read_text("utf-8") == markdown([minerals], mine=ANNA.id)


def test_an_article_without_anything():
    one = compose(Masthead(), [], "", Body.RAW)
    assert matches("empty.md", markdown([annotated(one)]))
