"""Very many claims are read by a child, and are the same; without one they are read here."""

import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from core.relate import Table, ahead, claims
from core.relate.ahead import read_ahead
from core.relate.read import read_all
from core.relate.terms import Lexicon
from tests.generate import articles

SHELF = [one for article in articles(60) for one in claims(article)]

NEVER_ENDS = """
import sys, threading
from core.relate.ahead import main
try:
    main(sys.argv[1:])
finally:
    threading.Event().wait()
"""


def test_a_child_reads_what_would_be_read_here() -> None:
    lexicon = Lexicon()
    with closing(read_ahead(SHELF, (), lexicon, many=1)) as found:
        assert list(found) == read_all(SHELF, lexicon)


@pytest.mark.parametrize("words", [("no such program",), (sys.executable, "-c", "")])
def test_without_a_child_they_are_read_here(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "_command", lambda: words)
    lexicon = Lexicon()
    assert list(read_ahead(SHELF, (), lexicon, many=1)) == read_all(SHELF, lexicon)


def test_without_a_place_for_what_a_child_reads_they_are_read_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    lexicon = Lexicon()
    assert list(read_ahead(SHELF, (), lexicon, many=1)) == read_all(SHELF, lexicon)


def test_who_calls_off_ends_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_command", lambda: (sys.executable, "-c", NEVER_ENDS))
    found = read_ahead(SHELF, (), Lexicon(), many=1)
    assert next(found).claim is SHELF[0]
    found.close()
    assert list(found) == []


def test_a_child_changes_nothing_in_what_is_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Table().add(SHELF)
    monkeypatch.setattr(read_ahead, "__defaults__", (1,))
    assert Table().add(SHELF) == here
