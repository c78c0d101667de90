"""Rows that are sound one by one, and too many: refused as a whole, in a sentence, soon."""

import pytest

from core.errors import Unreadable
from core.share import sift
from core.share.guard import open_guarded


def test_very_many_names_of_tags_are_not_looked_through(hostile, private):
    rows = [(b"tag", b"%08x-1111-4000-8000-000000000000" % n, b"name", b"t") for n in range(20_001)]
    with pytest.raises(Unreadable, match="more than 20,000 names of tags"):
        open_guarded(hostile.saying(*rows), private / "clean.meipi")
    assert list(private.iterdir()) == []


def test_so_are_very_many_changes_of_what_is_no_highlight():
    sift._must_not_be_many(sift.MOST_BESIDE, 0)
    with pytest.raises(Unreadable, match="more than 200,000 changes of tags, terms"):
        sift._must_not_be_many(sift.MOST_BESIDE + 1, 0)
