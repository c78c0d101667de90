"""The verbs findings, due and judge, in the shapes that docs/cli.md promises."""

import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest

from core.library import Library
from core.settings import myself
from tests.given import made
from tests.terminal import Meipi

DOCS = Path(__file__).parents[2] / "docs" / "cli.md"
STATEMENT = "Self-sufficiency takes 10 to 20 years"


@pytest.fixture
def first(imported: list[str]) -> str:
    return imported[0][:8]


def test_a_finding_on_a_claim_takes_quantity_and_days_from_its_words(
    meipi: Meipi, first: str, path: Path
):
    made = meipi("findings add", STATEMENT, "--evidence", f"{first}:5", "--json")
    assert made.code == 0, made.err
    told = made.json
    assert told["statement"] == STATEMENT
    assert told["quantity"]["text"] == "10 to 20 years"
    assert (told["quantity"]["low"], told["quantity"]["high"]) == (10, 20)
    assert (told["from"], told["until"]) == ("2035-11-04", "2045-11-04")
    assert told["precision"] == "year"
    (evidence,) = told["evidence"]
    assert (evidence["bearing"], evidence["article"][:8]) == ("supports", first)
    assert meipi("findings", "--json").json == [told]
    with Library(path, myself()) as library:
        assert library.highlight(evidence["highlight"]).passage.quote == evidence["quote"]


def test_a_finding_rests_on_highlights_and_claims_for_and_against(
    meipi: Meipi, imported: list[str]
):
    mark = meipi("highlight", imported[0], "--claim", "5", "--json").json["id"]
    made = meipi(
        *("findings add", "It takes long", "--evidence", mark[:8]),
        *("--against", f"{imported[1]}:1", "--confidence", "70", "--tag", "claim/forecast"),
        *("--note", "*so*", "--until", "2040-12-31", "--private", "--json"),
    ).json
    bearings = {one["article"]: one["bearing"] for one in made["evidence"]}
    assert bearings == {imported[0]: "supports", imported[1]: "contradicts"}
    assert (made["confidence"], made["tags"], made["note"]) == (70, ["claim/forecast"], "*so*")
    assert (made["from"], made["until"], made["private"]) == (None, "2040-12-31", True)
    assert meipi("undo", "--json").json == {"undone": "find", "count": 1}
    assert meipi("findings", "--json").json == []


@pytest.mark.parametrize("time", ["0001-01-01 10:00", "soon"])
def test_a_finding_rests_on_an_article_without_a_day(meipi: Meipi, path: Path, time: str):
    article = made("Old", "It will take 10 years", published=time)
    with Library(path, myself()) as library:
        library.commit(library.add([article]).change)
    told = meipi("findings add", "Ten years", "--evidence", f"{article.id}:1", "--json").json
    assert (told["quantity"]["read_as"], told["from"], told["until"]) == ("10 years", None, None)


def test_a_claim_that_is_marked_already_is_not_marked_twice(meipi: Meipi, first: str):
    mark = meipi("highlight", first, "--claim", "5", "--json").json["id"]
    for _ in range(2):
        made = meipi("findings add", STATEMENT, "--evidence", f"{first}:5", "--json").json
        assert [one["highlight"] for one in made["evidence"]] == [mark]


def test_findings_are_chosen_by_article_tag_and_status(meipi: Meipi, imported: list[str]):
    for number, article in enumerate(imported[:2]):
        words = ("--evidence", f"{article}:1", "--tag", f"t/{number}")
        meipi("findings add", f"Number {number}", *words)
    said = [one["statement"] for one in meipi("findings", "--json").json]
    assert said == ["Number 1", "Number 0"]

    def chosen(*words: str) -> list[str]:
        return [one["statement"] for one in meipi("findings", "--json", *words).json]

    assert chosen("--article", imported[0]) == ["Number 0"]
    assert chosen("--tag", "t/1") == ["Number 1"]
    assert chosen("--tag", "t") == ["Number 1", "Number 0"]
    assert chosen("--status", "open", "--tag", "t/0") == ["Number 0"]
    assert chosen("--status", "settled") == []
    lines = meipi("findings").out.splitlines()
    assert lines[0].split() == ["id", "due", "sure", "status", "rests", "on", "statement"]
    assert lines[1].endswith("Number 1")


def test_the_ledger_is_a_table_for_other_programs(meipi: Meipi, first: str):
    meipi("findings add", "=HYPERLINK()", "--evidence", f"{first}:5")
    (row,) = csv.DictReader(meipi("findings", "--csv").out.splitlines())
    assert row["statement"] == "'=HYPERLINK()"
    assert row["sources"] == "Guan Cha Zhe Wang"


def test_a_finding_without_a_figure_leaves_the_cells_of_one_empty(meipi: Meipi, imported):
    meipi("findings add", "Nothing is counted here")
    (row,) = csv.DictReader(meipi("findings", "--csv").out.splitlines())
    assert {row[cell] for cell in ("quantity", "kind", "low", "high", "unit", "currency")} == {""}


def test_in_lines_an_outcome_stands_in_place_of_the_status(meipi: Meipi, first: str):
    made = meipi("findings add", STATEMENT, "--evidence", f"{first}:5", "--json").json
    meipi("judge", made["id"], "came-true")
    assert " came true " in meipi("findings").out


def test_what_is_due_is_judged_and_due_no_more(meipi: Meipi, first: str):
    made = meipi("findings add", STATEMENT, "--evidence", f"{first}:5", "--json").json
    assert meipi("due", "--on", "2045-11-03", "--json").json == []
    assert meipi("due", "--on", "2045-11-03").out == "Nothing is due on 2045-11-03.\n"
    soon = meipi("due", "--on", "2045-11-03", "--ahead", "1", "--json").json
    assert soon == meipi("due", "--on", "2045-11-04", "--json").json == [made]
    judged = meipi("judge", made["id"][:8], "came-true", "--on", "2045-12-01", "--json").json
    assert (judged["outcome"], judged["judged"]) == ("came true", "2045-12-01")
    assert judged["status"] == "settled"
    assert meipi("due", "--on", "2050-01-01", "--json").json == []
    back = meipi("judge", made["id"], "none", "--json").json
    assert (back["outcome"], back["judged"], back["status"]) == (None, None, "open")


def test_today_is_the_day_where_none_is_given(meipi: Meipi, first: str):
    made = meipi("findings add", "Now", "--evidence", f"{first}:1", "--until", "2020-01-01")
    finding = made.out.splitlines()[1].split()[0]
    assert len(meipi("due", "--json").json) == 1
    judged = meipi("judge", finding, "failed", "--json").json["judged"]
    assert abs(date.fromisoformat(judged) - date.today()).days <= 1  # noqa: DTZ011


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("findings add", " "), "A finding needs a statement."),
        (("findings add", "x", "--evidence", "nowhere:1"), "No article has the id 'nowhere'."),
        (("findings add", "x", "--evidence", "ffffffff"), "No highlight has the id 'ffffffff'."),
        (("findings add", "x", "--quantity", "many"), "Nothing is counted in 'many'."),
        (("judge", "ffff", "moot"), "No finding has the id 'ffff'."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(meipi: Meipi, imported, words, said: str):
    told = meipi(*words)
    assert (told.code, told.err.split(" Say")[0].startswith(said)) == (1, True)


def test_options_before_add_are_not_lost_in_silence(bare: Meipi, imported):
    told = bare("findings", "--status", "open", "add", "x")
    assert told.code == 2
    assert "Options go behind `add`." in told.err


def test_the_shape_is_the_one_that_the_page_tells(meipi: Meipi, first: str, path: Path):
    made = meipi("findings add", STATEMENT, "--evidence", f"{first}:5", "--json").json
    section = DOCS.read_text("utf-8").split("\n## findings")[1].split("\n## ")[0]
    (told,) = json.loads(re.findall("```json\n(.*?)```", section, re.DOTALL)[0])
    assert told.keys() == made.keys()
    assert told["quantity"].keys() == made["quantity"].keys()
    assert told["evidence"][0].keys() == made["evidence"][0].keys()
    with Library(path, myself()) as library:
        assert library.findings()[0].id == made["id"]


def test_an_export_tells_the_findings(meipi: Meipi, first: str, tmp_path: Path):
    meipi("findings add", STATEMENT, "--evidence", f"{first}:5", "--confidence", "70")
    meipi("findings add", "On nothing")
    alone = meipi("export", "markdown", "--article", first).out
    assert f"- {STATEMENT} · 10–20 years · 2035–2045 · 70 % · open ^f-" in alone
    assert "On nothing" not in alone
    meipi("export", "markdown", "-o", f"{tmp_path / 'all'}/")
    note = (tmp_path / "all" / "Meipi findings.md").read_text("utf-8")
    assert "findings: 2\n" in note
    assert "- On nothing · open ^f-" in note
    meipi("export", "markdown", "--article", first, "-o", f"{tmp_path / 'one'}/")
    note = (tmp_path / "one" / "Meipi findings.md").read_text("utf-8")
    assert "findings: 1\n" in note
