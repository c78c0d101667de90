"""The reader's own terms from the command line, over a real library."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from core import glossary
from core.cli.command import meipi
from core.errors import NotFound, Refused, Unreadable
from core.library import Library

Said = Callable[..., str]


@pytest.fixture
def said(library: Library, path: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    """Call `meipi glossary` with these words and give what it wrote."""

    def call(*words: str | Path) -> str:
        capsys.readouterr()
        verb, *rest = map(str, words)
        given = ["glossary", verb, "--library", str(path), *rest]
        assert meipi.main(given, standalone_mode=False) == 0
        return capsys.readouterr().out

    return call


def listed(said: Said) -> dict[str, list[str]]:
    return {one["zh"]: one["en"] for one in json.loads(said("list", "--json"))}


def test_a_term_is_added_and_listed(said):
    assert said("add", "国产替代", "domestic substitution") == "国产替代: domestic substitution\n"
    assert listed(said) == {"国产替代": ["domestic substitution"]}


def test_without_terms_the_list_says_so(said):
    assert said("list") == "You have no terms yet.\n"
    said("add", "稀土", "rare earth")
    assert said("list").splitlines() == ["zh    en", "稀土  rare earth"]


def test_what_no_dictionary_knows_is_told_as_that(said):
    assert said("look", "𪚥").splitlines()[1:] == ["  not in the glossary"]
    assert "  rare earth" in said("look", "稀土").splitlines()


def test_a_term_added_again_has_the_new_names_first(said):
    said("add", "稀土", "lanthanides")
    said("add", "稀土", "REE", "lanthanides")
    assert listed(said) == {"稀土": ["REE", "lanthanides"]}


def test_adding_what_is_there_is_no_deed(said, library):
    said("add", "稀土", "REE")
    said("add", "稀土", "REE")
    library.undo()
    assert listed(said) == {}


def test_a_word_can_be_taught_without_english(said):
    assert said("add", "永磁体厂", "--whole") == "永磁体厂: (one word)\n"


def test_a_note_is_kept_with_it(said):
    said("add", "稀土", "REE", "--note", "17 elements")
    assert json.loads(said("list", "--json"))[0]["note"] == "17 elements"


def test_a_term_that_is_none_is_refused(said):
    with pytest.raises(Refused):
        said("add", "\u200b", "nothing")


def test_a_file_of_terms_is_one_deed(said, library, tmp_path):
    file = tmp_path / "terms.csv"
    file.write_text('zh,en,note\n稀土,REE;lanthanides,17\n自给率,"self-supply, rate"\n', "utf-8")
    assert said("import", file) == "Imported 2 terms.\n"
    assert listed(said) == {"稀土": ["REE", "lanthanides"], "自给率": ["self-supply, rate"]}
    library.undo()
    assert listed(said) == {}


def test_a_file_taken_over_twice_changes_nothing(said, tmp_path):
    file = tmp_path / "terms.tsv"
    file.write_text("\ufeff稀土\tREE|lanthanides\n\n稀土\tRE\n", "utf-8")
    said("import", file)
    assert json.loads(said("import", file, "--json")) == {"taken": 0, "same": 1}
    assert listed(said) == {"稀土": ["REE", "lanthanides", "RE"]}


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", bytes(range(256)), b"\xff\xfe\x00", b'"' * 200_000]
)
def test_a_file_that_holds_no_terms_is_told_so(said, tmp_path, content):
    file = tmp_path / "terms.csv"
    file.write_bytes(content)
    with pytest.raises((Unreadable, Refused)):
        said("import", file)
    assert listed(said) == {}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_file_is_read_as_a_spreadsheet_wrote_it(said, tmp_path, encoding):
    file = tmp_path / "terms.csv"
    file.write_bytes("中文,英文\n稀土,REE\n永磁体,magnet\n".encode(encoding))
    said("import", file)
    assert listed(said) == {"稀土": ["REE"], "永磁体": ["magnet"]}


def test_a_term_can_be_taken_away(said):
    said("add", "稀土", "REE")
    assert said("remove", "稀土") == "Removed: 稀土: REE\n"
    assert listed(said) == {}
    with pytest.raises(NotFound):
        said("remove", "稀土")


def test_a_term_added_is_searched_for(said, library):
    said("add", "永磁体厂", "magnet works")
    found = glossary.expand("magnet works", library.terms())
    assert [one.text for one in found] == ["永磁体厂"]


def test_terms_written_to_a_file_are_read_from_it(said, library, tmp_path):
    said("add", "稀土", "REE", "--note", "17 elements", "--whole")
    before = said("list", "--json")
    file = tmp_path / "mine.csv"
    assert said("export", file) == f"Wrote 1 term to {file}.\n"
    assert file.read_bytes().startswith("\ufeffzh,en,".encode())  # for Excel
    library.undo()
    assert said("import", file) == "Imported 1 term.\n"
    assert said("import", file) == "Imported 0 terms; 1 was there already.\n"
    assert [one | {"id": ""} for one in json.loads(said("list", "--json"))] == [
        one | {"id": ""} for one in json.loads(before)
    ]


def test_terms_go_to_the_terminal_as_they_are(said):
    said("add", "稀土", "REE")
    assert said("export", "-") == "zh,en,note,whole\n稀土,REE,,\n"


def test_words_are_looked_up_with_the_readers_own_names_first(said):
    said("add", "稀土", "REE metals")
    told = said("look", "中国稀土")
    assert "稀土  xī tǔ\n  REE metals\n  rare earth\n" in told
    assert json.loads(said("look", "稀土", "--json"))[0]["own"]["en"] == ["REE metals"]
