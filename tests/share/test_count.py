"""What is counted while one chooses is what the share then holds."""

import itertools
from pathlib import Path
from typing import Any

import pytest

from core import annotate
from core.annotate import findings
from core.annotate.findings import Draft
from core.errors import Refused
from core.finding import Evidence
from core.library import Library
from core.share.count import count
from core.share.guard import open_guarded
from core.share.make import Choice, make
from core.store import connect
from tests.generate import articles, mark
from tests.given import ANNA, BEN

FLAGS: tuple[dict[str, Any], ...] = (
    {},
    {"include_private": True},
    {"author": BEN.id},
    {"without_texts": True},
)


@pytest.fixture
def filled(library: Library) -> Library:
    """Five articles, one of them taken away; marks of two readers, tagged, noted and private."""
    made = list(articles(5))
    library.commit(library.add(made).change)
    for n, article in enumerate(made[:4]):
        for words in (2, 3, 4):
            one = library.commit(mark(article, words)).edits[0].record
            tag = ("claim/forecast", "claim", "other")[(n + words) % 3]
            library.commit(annotate.tag([library.highlight(one)], tag, library.tags()))
            if words == 3:
                library.commit(annotate.note(library.highlight(one), "a note"))
            if words == 4 and n:
                library.commit(annotate.keep_private([library.highlight(one)], private=True))
    _conclude(library)
    with Library(library.path, BEN, itertools.count(1_770_000_000_000).__next__) as ben:
        ben.commit(mark(made[1], 5))
        gone = ben.commit(mark(made[2], 6)).edits[0].record
        ben.commit(annotate.remove([ben.highlight(gone)]))
    library.commit(annotate.take_away([made[3].id]))
    return library


def _conclude(library: Library) -> None:
    """Conclude on each highlight, on all of an article, on all there are, and on none."""
    marks = [
        [placed.highlight.id for placed in library.annotated(card.id).placed]
        for card in library.cards(library.order())
    ]
    every = [one for of in marks for one in of]
    groups = [*([one] for one in every), *marks, every, []]
    for number, group in enumerate(groups):
        rests = tuple(Evidence(one) for one in group)
        draft = Draft(f"Finding {number}", rests, private=number % 4 == 1)
        library.commit(findings.find(draft))


@pytest.mark.parametrize("flags", FLAGS)
@pytest.mark.parametrize("what", ["all", "article", "tag", "both"])
def test_the_count_is_what_the_share_holds(
    filled: Library, tmp_path: Path, what: str, flags: dict[str, Any]
) -> None:
    tag = next(one.id for one in filled.tags() if one.path == "claim")
    first = filled.cards(filled.order())[1].id
    chosen: dict[str, Any] = {
        "all": {},
        "article": {"articles": (first,)},
        "tag": {"tags": (tag,)},
        "both": {"articles": (first,), "tags": (tag,)},
    }[what]
    choice = Choice(**chosen, **flags)
    amount, made = count(filled.path, choice), make(filled.path, tmp_path / "s", choice, ANNA)
    assert (amount.articles, amount.highlights) == (made.articles, made.highlights)
    assert amount.findings == made.findings
    with Library(tmp_path / "other.meipi", ANNA) as other:
        clean = open_guarded(tmp_path / "s", tmp_path / "clean.meipi").path
        other.merge(clean)
        noted = [one for one in _notes(other, filled) if one]
    if not choice.without_texts:
        assert amount.notes == len(noted)


def _notes(library: Library, of: Library) -> list[str]:
    ids = [card.id for card in of.cards(of.order()) if library.row(card.id) is not None]
    return [placed.highlight.note for one in ids for placed in library.annotated(one).placed]


def test_private_highlights_are_counted_whether_they_go_or_stay(filled: Library) -> None:
    stay, go = (count(filled.path, Choice(include_private=private)) for private in (False, True))
    assert stay.private == go.private == 2
    assert go.highlights == stay.highlights + 2


def test_a_share_that_is_called_off_leaves_nothing_and_what_was_there_as_it_was(
    filled: Library, tmp_path: Path
) -> None:
    make(filled.path, tmp_path / "s.meipi", Choice(), ANNA)
    before = (tmp_path / "s.meipi").read_bytes()
    with pytest.raises(Refused, match="called off"):
        make(filled.path, tmp_path / "s.meipi", Choice(), ANNA, stop=lambda: True)
    assert (tmp_path / "s.meipi").read_bytes() == before
    assert {path.suffix for path in tmp_path.iterdir()} <= {".meipi", ".meipi-journal"}


class CalledOff(Exception):
    """Nobody waits any more."""


def test_to_count_can_be_called_off(filled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a share holds may take a second to count, and who chooses on waits for that."""

    def stop() -> None:
        raise CalledOff

    monkeypatch.setattr(connect, "STEPS", 1)
    with pytest.raises(CalledOff):
        count(filled.path, Choice(), stop)
