"""Findings are found by what they say, in either language, and by nothing only articles have."""

import json

import pytest

from core.annotate import findings
from core.annotate.findings import Draft
from core.cli import main
from core.finding import Evidence
from core.library import Library
from core.search import conclusions
from tests.generate import mark
from tests.given import made


@pytest.fixture
def concluded(library: Library) -> Library:
    article = made("中国稀土替代品要找多久", "A chain takes 10 to 20 years")
    library.commit(library.add([article]).change)
    marked = library.commit(mark(article)).edits[0].record
    drafts = (
        Draft("稀土 self-sufficiency takes decades", (Evidence(marked),), tags=("claim/forecast",)),
        Draft("Copper will rise", note="because **magnets** need it", private=True),
        Draft("Nothing of the kind"),
    )
    for draft in drafts:
        library.commit(findings.find(draft, library.tags()))
    return library


def found(library: Library, query: str, *, literal: bool = False) -> list[str]:
    return [
        one.finding.statement.split()[0] for one in conclusions(library, query, literal=literal)
    ]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("copper", ["Copper"]),
        ("铜", ["Copper"]),
        ("rare earth", ["稀土"]),
        ('"will rise"', ["Copper"]),
        ("decade*", ["稀土"]),
        ("magnet", ["Copper"]),
        ("note:magnets", ["Copper"]),
        ("note:copper", []),
        ("tag:forecast", ["稀土"]),
        ("forecast", ["稀土"]),
        ("copper magnets", ["Copper"]),
        ("copper decades", []),
        ("copper OR decades", ["Copper", "稀土"]),
        ("copper -magnets", []),
        ("-copper", []),
        ("title:copper", []),
        ("copper after:2020", []),
        ("is:unread", []),
        ("author:anna copper", ["Copper"]),
        ("has:note copper", ["Copper"]),
        ("gallium", []),
        ("", []),
    ],
)
def test_a_query_finds_findings(concluded: Library, query: str, wanted: list[str]) -> None:
    assert found(concluded, query) == wanted


def test_a_finding_says_why_and_where(concluded: Library) -> None:
    (one,) = conclusions(concluded, "rare earth")
    assert [one.row.text[i:j] for i, j in one.row.marks] == ["稀土"]
    assert one.row.why == ("rare earth → 稀土",)
    assert found(concluded, "rare earth", literal=True) == []
    (noted,) = conclusions(concluded, "magnets")
    assert noted.row.text == "because **magnets** need it"
    assert [noted.row.text[i:j] for i, j in noted.row.marks] == ["magnets"]


def test_what_the_statement_says_goes_before_what_the_note_says(concluded: Library) -> None:
    concluded.commit(findings.find(Draft("Magnets are short")))
    concluded.commit(findings.find(Draft("Late", note="magnets")))
    assert found(concluded, "magnets") == ["Magnets", "Late", "Copper"]


def test_the_verb_tells_findings_after_articles(concluded: Library, capsys) -> None:
    (one,) = conclusions(concluded, "decades")
    concluded.close()
    where = ("--library", str(concluded.path))
    assert main(["search", "decades", *where]) == 0
    said = capsys.readouterr().out
    assert said.endswith("1 finding.\n")
    assert f"{one.finding.id[:8]}  稀土 self-sufficiency takes [decades]" in said
    assert main(["search", "稀土", "--json", *where]) == 0
    *articles, last = json.loads(capsys.readouterr().out)
    assert {row["finding"] for row in articles} == {None}
    assert (last["kind"], last["finding"]) == ("finding", one.finding.id)
    assert last["title"] == "中国稀土替代品要找多久"
    assert last.keys() == articles[0].keys()
    assert main(["search", "copper", "--json", *where]) == 0
    (alone,) = json.loads(capsys.readouterr().out)
    assert (alone["article"], alone["title"], alone["text"]) == (None, "", "Copper will rise")


def test_who_has_none_is_asked_nothing(library: Library) -> None:
    library.commit(library.add([made("Copper", "x")]).change)
    assert conclusions(library, "copper") == []
