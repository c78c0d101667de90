"""Claims that belong together, from the command line, as docs/cli.md promises it."""

from pathlib import Path

import pytest

from tests.cli.test_shapes import documented, keys
from tests.terminal import Meipi

PAGE = (
    "稀土\n"
    "重建供应链要多久\nGuan Cha Zhe Wang· 2025-11-09 04:46\n"
    "Core Insights - A secure rare earth supply chain could take 10 to 20 years to build [1]\n"
    "稀土供应链五年可成\nHuan Qiu Shi Bao· 2025-11-06 22:35\n"
    "Core Insights - Building a secure rare earth supply chain will take 5 years [1]\n"
)


@pytest.fixture
def two(meipi: Meipi, tmp_path: Path) -> Meipi:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    assert meipi("import", page).code == 0
    return meipi


def test_a_pair_is_listed_with_its_reason_as_documented(two: Meipi) -> None:
    (one,) = two("relate", "--json").json
    assert keys(one) == keys(documented("relate")[0])
    assert one["relation"] == "contradicts"
    assert {claim["published"] for claim in one["claims"]} == {"2025-11-09", "2025-11-06"}
    figures = {claim["text"][claim["start"] : claim["end"]] for claim in one["claims"]}
    assert figures == {"10 to 20 years", "5 years"}
    said = two("relate").out
    assert f"{one['id'][:8]}  contradicts: " in said
    assert "(Huan Qiu Shi Bao 2025-11-06)" in said


def test_those_of_one_article(two: Meipi) -> None:
    (one,) = two("relate", "--json").json
    article = one["claims"][0]["article"]
    assert [again["id"] for again in two("relate", "--article", article, "--json").json] == [
        one["id"]
    ]


@pytest.mark.parametrize("verdict", ["--confirm", "--dismiss"])
def test_a_verdict_is_remembered_until_it_is_undone(two: Meipi, verdict: str) -> None:
    (one,) = two("relate", "--json").json
    (judged,) = two("relate", verdict, one["id"][:8], "--json").json
    assert judged["id"] == one["id"]
    assert two("relate", "--json").json == []
    assert two("relate").out == "No claims contradict, echo or update one another for sure.\n"
    assert two("undo").code == 0
    assert len(two("relate", "--json").json) == 1


def test_a_verdict_may_be_changed(two: Meipi) -> None:
    (one,) = two("relate", "--json").json
    two("relate", "--dismiss", one["id"])
    (judged,) = two("relate", "--confirm", one["id"][:8], "--json").json
    assert (judged["id"], judged["reason"]) == (one["id"], None)


def test_a_verdict_on_claims_of_a_text_that_was_replaced_is_told_without_their_source(
    two: Meipi, tmp_path: Path
) -> None:
    (one,) = two("relate", "--json").json
    two("relate", "--confirm", one["id"])
    later = tmp_path / "later.txt"
    later.write_text(PAGE.replace("will take 5 years", "will take long"), "utf-8")
    assert two("import", later).code == 0
    said = two("relate", "--dismiss", one["id"]).out
    assert "Building a secure rare earth supply chain will take 5 years\n" in said
    assert "(Guan Cha Zhe Wang 2025-11-09)" in said
    assert "Huan Qiu" not in said


def test_a_pair_that_is_not_there_is_told(two: Meipi) -> None:
    said = two("relate", "--dismiss", "ffff")
    assert (said.code, said.out) == (1, "")
    assert said.err == "No pair has the id 'ffff'. `meipi relate` lists them.\n"


def test_one_thing_is_asked_at_a_time(two: Meipi) -> None:
    assert two("relate", "--confirm", "a", "--dismiss", "b").code == 2
