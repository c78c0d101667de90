"""What the window does itself of a large deed: little, and no more of a larger one."""

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from core.library import Library
from core.progress import Progress
from gui import work
from gui.window import Window
from tests.generate import articles
from tests.gui.window.conftest import Open


def asked(window: Window, library: Library, qtbot: QtBot, many: int, seed: int) -> int:
    """Count what the window asks of its library while so many articles come."""
    statements = list[str]()
    before = window.articles.count()
    library._connection.set_trace_callback(statements.append)
    window.deeds.add(list(articles(many, seed=seed)))
    assert window.turning.lending.at_work(), "it is a worker's"
    qtbot.waitUntil(lambda: window.articles.count() == before + many)
    library._connection.set_trace_callback(None)
    return len(statements)


def test_an_import_of_many_asks_no_more_of_the_window_than_one_of_fewer(
    library: Library, open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(library)
    few, many = (asked(window, library, qtbot, n, n) for n in (250, 1000))
    assert many <= few + 20


def test_a_job_that_tells_how_far_it_is_a_thousand_times_is_heard_when_there_is_time(
    qtbot: QtBot,
) -> None:
    heard = list[tuple[int, int]]()

    def job(progress: Progress) -> None:
        for n in range(1001):
            progress(n, 1000)

    ended = list[bool]()
    work.run(
        job,
        lambda _: None,
        lambda error: pytest.fail(str(error)),
        lambda *far: heard.append(far),
        lambda: ended.append(True),
    )
    QThreadPool.globalInstance().waitForDone()
    qtbot.waitUntil(lambda: bool(ended))
    assert heard == [(1000, 1000)]


def test_a_window_that_is_closed_asks_nothing_of_its_library(window: Window) -> None:
    window.hearing.begin()
    window.hearing._heard()
    window.close()
    assert not window.hearing._settling.isActive()
    window.hearing._heard()
    assert not window.hearing._settling.isActive()
