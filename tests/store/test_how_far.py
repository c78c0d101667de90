"""A large deed tells how far it is, never less than before, and can be called off by who hears."""

from pathlib import Path

import pytest

from core.library import Library
from core.progress import WHOLE
from tests.generate import articles
from tests.given import ANNA

MANY = 1_200


class CalledOff(Exception):
    """What a reader does."""


def test_an_import_tells_how_far_it_is_from_nothing_to_nearly_all(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with Library(tmp_path / "a.meipi", ANNA) as library:
        change = library.add(articles(MANY, seed=1)).change
        library.commit(change, progress=lambda *far: told.append(far))
    assert {total for _, total in told} == {WHOLE}
    far = [done for done, _ in told]
    assert far == sorted(far)
    assert (far[0], len(set(far)) > 20, far[-1] > 800) == (0, True, True)


@pytest.mark.parametrize("after", [0, 200, 800])
def test_called_off_at_any_time_it_leaves_nothing(tmp_path: Path, after: int) -> None:
    def heard(done: int, _total: int) -> None:
        if done >= after:
            raise CalledOff

    with Library(tmp_path / "a.meipi", ANNA) as library:
        change = library.add(articles(MANY, seed=1)).change
        with pytest.raises(CalledOff):
            library.commit(change, progress=heard)
        assert library.count() == 0
        assert library.undoable() is None
