"""The verb `search`, as a reader types it."""

import json
from pathlib import Path

import pytest

from core.cli import main
from core.library import Library
from tests.given import ANNA, made


@pytest.fixture
def shelf(path: Path) -> list[str]:
    """Fill a library; give the words that name it."""
    with Library(path, ANNA) as library:
        some = [made("稀土还要等多久", "Waiting"), made("Magnets", "Rare earths are scarce")]
        library.commit(library.add(some).change)
    return ["--library", str(path)]


def test_it_tells_what_was_found_and_why(shelf, capsys):
    assert main(["search", "稀土", *shelf]) == 0
    told = capsys.readouterr().out
    assert "稀土还要等多久" in told
    assert "[Rare earths] are scarce  (稀土 → rare earth)" in told
    assert told.endswith("2 articles.\n")


def test_it_answers_in_json(shelf, capsys):
    assert main(["search", "rare earth", "--json", *shelf]) == 0
    rows = json.loads(capsys.readouterr().out)
    claim, title = rows
    assert claim["text"] == "Rare earths are scarce"
    assert (claim["node"], claim["kind"], claim["why"]) == (1, "claim", [])
    assert [claim["text"][i:j] for i, j in claim["marks"]] == ["Rare", "earths"]
    assert (title["node"], title["kind"]) == (None, "title")
    assert title["why"] == ["rare earth → 稀土"]
    assert {"article", "title", "snippet", "score"} <= claim.keys()


def test_it_takes_a_limit_and_keeps_to_what_was_typed(shelf, capsys):
    assert main(["search", "稀土", "--limit", "1", "--json", *shelf]) == 0
    assert len({row["article"] for row in json.loads(capsys.readouterr().out)}) == 1
    assert main(["search", "稀土", "--literal", *shelf]) == 0
    assert "Magnets" not in capsys.readouterr().out


def test_what_is_not_there_is_no_error(shelf, capsys):
    assert main(["search", "gallium", *shelf]) == 0
    assert capsys.readouterr().out == "0 articles.\n"
    assert main(["search", '"((', *shelf, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_query_is_wanted(shelf):
    assert main(["search", *shelf]) == 2


@pytest.mark.parametrize("left_out", ["-magnets", "-scarce", '-"rare earths"', "-title:Magnets"])
def test_a_word_that_is_left_out_is_no_option(shelf, capsys, left_out):
    assert main(["search", "magnets", left_out, "--limit", "5", *shelf]) == 0
    assert capsys.readouterr().out == "0 articles.\n"


@pytest.mark.parametrize("left_out", ["-铜", "-28nm", "-hafnium"])
def test_what_is_left_out_and_is_not_there_changes_nothing(shelf, capsys, left_out):
    assert main(["search", "magnets", left_out, *shelf]) == 0
    assert capsys.readouterr().out.endswith("1 article.\n")


def test_help_is_no_word_to_leave_out(capsys):
    assert main(["search", "magnets", "-h"]) == 0
    assert capsys.readouterr().out.startswith("Usage: meipi search")
