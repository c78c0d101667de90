"""Very many claims are read by a child, and are the same; without one they are read here."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from core.library import Library
from core.progress import unheard
from core.relate import Table, ahead, claims, opened
from core.relate.ahead import read_ahead
from core.relate.read import read_all
from core.relate.terms import Lexicon
from tests.generate import articles

SHELF = [one for article in articles(140) for one in claims(article)]

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
    monkeypatch.setattr(read_ahead, "__defaults__", (1, unheard))
    assert Table().add(SHELF) == here


class CalledOff(Exception):
    """Somebody wants no more of it."""


def test_it_is_called_off_while_claims_are_still_gathered(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.commit(library.add(articles(60)).change)
    begun: list[object] = []
    monkeypatch.setattr(ahead, "_child", begun.append)
    monkeypatch.setattr(read_ahead, "__defaults__", (1, unheard))
    for words in (0, 1):  # as claims are asked for, and as they are written for the child
        left = iter(range(words))

        def heard(_done: int, _total: int, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise CalledOff

        with pytest.raises(CalledOff):
            opened(library, progress=heard)
    assert begun == []
