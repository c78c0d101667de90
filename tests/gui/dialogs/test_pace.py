"""How long something still takes is told once it is known, and no more exactly than it is."""

import pytest

from gui.dialogs.pace import Pace
from gui.dialogs.waiting import WaitDialog


def left(done: int, after: float, total: int = 100) -> str:
    """Give what is said when so much is done after some seconds."""
    times = iter((0.0, after))
    pace = Pace(lambda: next(times))
    assert pace.left(0, total) == ""
    return pace.left(done, total)


@pytest.mark.parametrize(
    ("done", "after", "said"),
    [
        (50, 0.9, ""),
        (0, 30, ""),
        (100, 30, ""),
        (50, 5, "a few seconds left"),
        (50, 8, "about 10 seconds left"),
        (10, 2.3, "about 20 seconds left"),
        (50, 54.9, "about 50 seconds left"),
        (50, 55, "about 1 minute left"),
        (1, 3, ""),
        (2, 6, "about 5 minutes left"),
    ],
)
def test_it_is_told_in_steps(done: int, after: float, said: str) -> None:
    assert left(done, after) == said


def test_the_bar_and_the_words_say_how_many_are_done(qtbot) -> None:
    dialog = WaitDialog("Import 10,000 articles")
    qtbot.addWidget(dialog)
    dialog.show_far(10_000, 320, 1_000)
    assert (dialog.bar.value(), dialog.bar.maximum()) == (320, 1_000)
    assert dialog.told.text() == "3,200 of 10,000"


def test_where_nobody_knows_how_far_it_is_it_says_what_it_said(qtbot) -> None:
    dialog = WaitDialog("Import 10,000 articles")
    qtbot.addWidget(dialog)
    dialog.say_how_long(200_000)
    said = dialog.told.text()
    for many, total in ((10_000, 0), (0, 1_000)):
        dialog.show_far(many, 0, total)
        assert (dialog.told.text(), dialog.bar.maximum()) == (said, 0)


def test_what_is_called_off_goes_no_further(qtbot) -> None:
    dialog = WaitDialog("Import 10,000 articles")
    qtbot.addWidget(dialog)
    dialog.reject()
    dialog.show_far(10_000, 320, 1_000)
    assert dialog.told.text().startswith("Calling it off")
