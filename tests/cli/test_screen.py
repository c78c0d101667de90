"""What is long is written as it is made, and reads as if it were written at once."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.cli import main
from core.cli.screen import say_each, say_json, say_json_each
from tests.cli.conftest import SAMPLE

HEAD = {"page": "矿\u2028"}


@pytest.mark.parametrize(
    "values", [[], [{}], ["a\nb", [], {"c": ["d\u202e", None]}], [{"a": [1]}] * 5_000]
)
def test_a_list_written_value_by_value_is_the_same_json(capsys, values):
    say_json({**HEAD, "articles": values})
    whole = capsys.readouterr().out
    say_json_each(HEAD, "articles", iter(values))
    assert capsys.readouterr().out == whole
    assert json.loads(whole) == {**HEAD, "articles": values}


def test_no_value_waits_for_all_the_others(capsys):
    written = list[str]()

    def values() -> Iterator[str]:
        for letter in "ab":
            yield letter * 100_000
            written.append(capsys.readouterr().out)

    say_json_each({}, "articles", values())
    say_each(values())
    assert ["a" * 100 in out for out in written] == [True, False, True, False]
    assert ["b" * 100 in out for out in written] == [False, True, False, True]


@pytest.mark.parametrize("verb", ["list", "history", "tags", "check"])
def test_a_program_without_a_console_writes_nowhere(
    path: Path, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["import", str(SAMPLE), "--library", str(path)]) == 0
    for stream in ("stdout", "stderr"):
        monkeypatch.setattr(sys, stream, None)
    assert main([verb, "--library", str(path)]) == 0
    assert main([verb, "--library", str(path), "--json"]) == 0
