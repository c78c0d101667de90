"""What is counted in a page, from the command line, as docs/cli.md promises it."""

from pathlib import Path

from tests.cli.conftest import SAMPLE
from tests.cli.test_shapes import documented, keys
from tests.terminal import Meipi

PAGE = (
    "稀土\nGuan Cha Zhe Wang· 2025-11-09 04:46\n"
    "Core Insights - Exports could fall 20.3% by the end of 2026 [1] Group 1: Supply - It takes"
    " 10 to 20 years to build [2] - About 187.4万亿元 is at stake [1][3]\n"
)


def test_a_page_is_measured_without_a_library(bare: Meipi, path: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    said = bare("quantities", "--json", page).json
    assert keys(said[0]) == keys(documented("quantities")[0])
    assert [(one["claim"], one["kind"], one["low"], one["high"]) for one in said] == [
        (1, "percent", 20.3, 20.3),
        (1, "date", None, None),
        (2, "duration", 10, 20),
        (3, "money", 187_400_000_000_000, 187_400_000_000_000),
    ]
    fall, end, years, stake = said
    assert (fall["direction"], fall["bound"], fall["hedged"]) == ("fell", None, True)
    assert (end["from"], end["until"], end["unit"]) == (None, "2026-12-31", None)
    assert (years["unit"], years["currency"]) == ("year", None)
    assert (stake["currency"], stake["approximate"]) == ("CNY", True)
    assert not path.exists()


def test_an_article_of_the_library_is_measured(meipi: Meipi, imported: list[str]) -> None:
    said = meipi("quantities", "--json", imported[0][:8]).json
    assert ("10 to 20 years", "duration") in [(one["text"], one["kind"]) for one in said]
    assert {one["article"] for one in said} == {imported[0]}
    assert "10–20 years" in meipi("quantities", imported[0]).out


def test_what_is_neither_a_file_nor_an_article_is_told(meipi: Meipi, imported: list[str]) -> None:
    assert imported
    said = meipi("quantities", "nothing-of-this-name")
    assert (said.code, said.out) == (1, "")


def test_a_file_without_articles_is_told(bare: Meipi, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", "utf-8")
    assert bare("quantities", empty).code == 1
    assert bare("quantities", SAMPLE).code == 0
