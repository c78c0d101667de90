"""`meipi share`, as somebody types it."""

import json
import sqlite3
from contextlib import closing

import click
import pytest

from core import annotate
from core.anchor import describe
from core.cli.command import meipi
from core.errors import NotFound
from core.share.mark import is_share
from tests.given import ANNA
from tests.share.conftest import ARTICLE


@pytest.fixture
def say(library, path, capsys):
    """Type the verb; give what it answers."""
    library.commit(library.add([ARTICLE]).change)
    passage = describe(ARTICLE, 1, 0, 6)
    library.commit(annotate.highlight(passage, note="first", tags=["claim/forecast"]))

    def said(*words: str) -> str:
        given = ["share", *words, "--library", str(path)]
        assert meipi.main(given, standalone_mode=False) == 0
        return str(capsys.readouterr().out)

    return said


def test_it_tells_what_is_in_the_share_and_what_is_not(say, tmp_path):
    out = tmp_path / "for-ben.meipi"
    assert say(str(out)).splitlines() == [
        f"Shared 1 article, 1 highlight in {out}.",
    ]
    assert is_share(out)


def test_it_tells_how_many_highlights_are_private(say, library, tmp_path):
    marks = (one.highlight for one in library.annotated(ARTICLE.id).placed)
    library.commit(annotate.keep_private(marks, private=True))
    said = say(str(tmp_path / "for-ben.meipi")).splitlines()
    assert said[1:] == ["1 private highlight was left out."]


def test_it_answers_in_json(say, tmp_path):
    out = tmp_path / "for-ben.meipi"
    told = json.loads(say(str(out), "--current", "--without-texts", "--json"))
    assert told["share"] == str(out)
    assert (told["articles"], told["highlights"]) == (1, 1)
    assert told["left_out"] == [
        "The texts of the articles were left out.",
        "Earlier versions were left out.",
    ]


def test_it_takes_an_author_by_name_and_a_tag_by_path(say, tmp_path):
    out = tmp_path / "for-ben.meipi"
    words = ("--author", "anna", "--tag", "claim", "--article", ARTICLE.title)
    assert "1 highlight" in say(str(out), *words)
    assert "0 highlights" in say(str(out), "--author", "me")
    with closing(sqlite3.connect(out)) as rows:
        assert rows.execute("SELECT count(*) FROM highlights").fetchone() == (0,)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--tag", "nonsense"), "no tag 'nonsense'"),
        (("--author", "Nobody"), "No author is called 'Nobody'"),
        (("--article", "nothing"), "No article has the id"),
    ],
)
def test_what_is_not_there_is_told(say, tmp_path, words, sentence):
    with pytest.raises(NotFound, match=sentence):
        say(str(tmp_path / "for-ben.meipi"), *words)
    assert not (tmp_path / "for-ben.meipi").exists()


def test_it_needs_a_place(say):
    with pytest.raises(click.UsageError):
        say()


def test_it_is_signed_by_who_works_on_this_machine(say, tmp_path):
    out = tmp_path / "for-ben.meipi"
    say(str(out))
    with closing(sqlite3.connect(out)) as rows:
        (by,) = rows.execute("SELECT value FROM manifest WHERE key = 'by'").fetchone()
    assert by
    assert by != ANNA.id
