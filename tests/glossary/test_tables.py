"""The tables that ship are sorted, whole, and those that the terms of today make."""

import csv
import re
from importlib.resources import files

import pytest

from core.glossary import concept
from core.glossary.key import english
from core.glossary.table import table
from core.words import fold, is_han

FOLDER = files("resources") / "glossary"


def keys(name: str) -> list[str]:
    return [line.split("\t")[0] for line in (FOLDER / name).read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", ["chinese.tsv", "english.tsv", "pinyin.tsv", "names.tsv"])
def test_a_table_is_sorted_so_that_every_key_is_found(name):
    mine = keys(name)
    assert mine == sorted(mine)
    assert all(one in table(name) for one in (mine[0], mine[-1], *mine[::997]))
    assert all(one + "\u0001" not in table(name) for one in mine[::997])


def test_what_no_table_can_hold_is_in_none():
    for odd in ("", "\n", "\t", "稀\t土", "\udc80", "\x00", "a" * 10**6):
        assert odd not in table("chinese.tsv")


def test_every_row_has_its_columns():
    widths = {"chinese.tsv": 6, "english.tsv": 2, "pinyin.tsv": 2, "terms.tsv": 2, "names.tsv": 4}
    for name, width in widths.items():
        lines = (FOLDER / name).read_text("utf-8").splitlines()
        assert {line.count("\t") + 1 for line in lines} == {width}


def test_keys_are_folded_as_questions_are():
    assert all(english(key) == key for key in keys("english.tsv")[::97])
    assert all(fold(key) == key for key in keys("chinese.tsv")[::97])


def test_how_terms_are_read_was_made_from_the_terms_of_today():
    read = keys("terms.tsv")
    wanted = dict.fromkeys(name for one in concept.shipped() for name in one.chinese)
    assert read == [name for name in wanted if re.fullmatch("[一-鿿]+", name)]


def test_terms_by_their_names_were_made_from_the_terms_of_today():
    wanted = concept.by_key(concept.shipped())
    assert set(keys("names.tsv")) == wanted.keys()
    assert all(concept.of_the_field(key) == told for key, told in wanted.items())


def test_a_term_stands_in_the_table_once_with_its_name_in_both_languages():
    rows = list(csv.reader((files("resources") / "terms.csv").read_text("utf-8").splitlines()))
    assert rows[0] == ["zh", "en", "aliases"]
    assert len(rows) > 1000
    assert len({row[0] for row in rows}) == len(rows)
    for zh, en, aliases in rows[1:]:
        assert (is_han(zh), is_han(en)) == (True, False)
        names = [zh, en, *(one.lstrip("<") for one in aliases.split("|") if aliases)]
        assert all(name == " ".join(name.split()) and name for name in names)


def test_the_dictionary_is_named_with_its_licence():
    assert "Attribution-ShareAlike 4.0" in (FOLDER / "CC-BY-SA-4.0.txt").read_text("utf-8")
    told = (FOLDER / "README.md").read_text("utf-8")
    assert "CC-CEDICT" in told
    assert "2023-11-07" in told
    assert "Sun Junyi" in (FOLDER / "jieba-MIT.txt").read_text("utf-8")
    assert "jieba-MIT.txt" in told
