"""What an export looks like, byte for byte.

After a wanted change, `RENEW=1 make test ARGS=tests/export` writes the files in `golden` anew; read
them before they are kept.
"""

import os
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from core.export import markdown, write_notes
from core.finding import (
    Bearing,
    Cited,
    Due,
    Figure,
    Finding,
    Outcome,
    Result,
    Row,
    Status,
)
from core.model import Anchoring, Annotated, Body, Colour, Kind, Masthead, Node, Stance
from core.outline import compose
from tests.export.marking import BORIS, BORN, annotated, mark
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


def concluded(one: Annotated) -> list[Row]:
    """Three findings: with everything, of somebody else's, and one that rests on nothing."""
    years, gone = one.placed[1].highlight, one.placed[7].highlight
    full = Finding(
        id="0f0f0f0f-0000-4000-8000-000000000001",
        statement="自给 takes *10 to 20* years",
        evidence=(),
        figure=Figure("duration", Decimal(10), Decimal(20), "year", approximate=True),
        due=Due(date(2035, 11, 9), date(2045, 11, 9), "year"),
        confidence=70,
        status=Status.SETTLED,
        outcome=Outcome(Result.PARTLY, date(2046, 1, 1)),
        note=NOTE,
        tags=(),
        author=ANNA.id,
        created=BORN,
        modified=BORN,
    )
    his = replace(
        full,
        id="1f1f1f1f-0000-4000-8000-000000000002",
        statement="It will not",
        figure=None,
        due=None,
        confidence=0,
        status=Status.OPEN,
        outcome=None,
        note="<b>*so*",
        author=BORIS.id,
    )
    lone = replace(his, id="2f2f2f2f-0000-4000-8000-000000000003", note="", author=ANNA.id)
    head = one.article.masthead
    here = (one.article.id, head.title, head.source, head.published)
    far = ("a5a5a5a5-0000-5000-8000-000000000009", "Copper [tin]", "ZACKS", "2025-01-02 03:04")
    rests = (
        Cited(full.id, years.id, Bearing.SUPPORTS, years.passage.quote, *here, True),
        Cited(full.id, gone.id, Bearing.DECIDES, gone.passage.quote, *here, True),
        Cited(full.id, "another", Bearing.CONTRADICTS, "[5] years\n", *far, False),
    )
    return [
        Row(full, rests, ("claim/forecast", "rare earth"), "Anna"),
        Row(his, rests[:1], (), "Boris"),
        Row(lone, (), (), "Anna"),
    ]


def test_findings_are_told_with_the_article_they_rest_on(minerals):
    document = markdown([minerals], findings=concluded(minerals), mine=ANNA.id)
    assert matches("concluded.md", document)


def test_the_findings_of_a_folder_are_told_in_a_note(minerals, tmp_path):
    names = ("Meipi index.md", "Meipi findings.md")
    for _ in range(2):
        paths = write_notes(tmp_path, [minerals], findings=concluded(minerals), mine=ANNA.id)
        assert [path.name for path in paths[1:]] == ["Meipi findings.md", "Meipi index.md"]
        assert matches("findings.md", (tmp_path / names[1]).read_text("utf-8"))
        assert matches("index-findings.md", (tmp_path / names[0]).read_text("utf-8"))


def test_a_note_of_the_readers_own_is_not_written_over(minerals, tmp_path):
    mine = tmp_path / "Meipi findings.md"
    mine.write_text("my own", "utf-8")
    *_, note, _ = write_notes(tmp_path, [minerals], findings=concluded(minerals))
    assert (note.name, mine.read_text("utf-8")) == ("Meipi findings 2.md", "my own")


def test_several_articles_in_one_file(minerals):
    plain = annotated(made("Why [tin] is short", "Stocks fell", "Prices rose", source="ZACKS"))
    assert matches("several.md", markdown([minerals, plain], mine=ANNA.id))


def test_an_index(minerals, tmp_path):
    plain = annotated(made("100% of <C#> & co", "Stocks fell", source="ZACKS"))
    *notes, index = write_notes(tmp_path, [minerals, plain], mine=ANNA.id)
    assert matches("index.md", index.read_text("utf-8"))
    assert notes[0].read_text("utf-8") == markdown([minerals], mine=ANNA.id)


def test_the_pages_that_an_article_came_from_are_named(minerals):
    pages = {minerals.article.id: ("稀土矿产", "Guan Cha Zhe Wang", "[[a]]: *b*")}
    assert matches("paged.md", markdown([minerals], pages=pages.__getitem__, mine=ANNA.id))
    plain = annotated(made("Why tin is short", "Stocks fell", source="ZACKS"))
    both = markdown([plain], pages=lambda _article: ("锡",))
    assert "pages:\n  - 锡\n" in both
    assert "\n\nFrom the page: 锡\n\n" in both


def test_an_article_without_anything():
    one = compose(Masthead(), [], "", Body.RAW)
    assert matches("empty.md", markdown([annotated(one)]))
