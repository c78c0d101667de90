"""Jobs off the main thread: what they leave alone, and what becomes of them in the end."""

import gc
import subprocess
import sys
import threading
import weakref
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from pytestqt.qtbot import QtBot

from core.progress import Progress
from gui import work

AT_WORK = """
import time
from PySide6.QtCore import QCoreApplication, QTimer
from gui import work

def job(progress):
    while True:
        time.sleep(0.005)
        progress(0, 0)

app = QCoreApplication([])
work.run(job, print, print, lambda done, total: None)
QTimer.singleShot(50, app.quit)
app.exec()
"""


def test_a_program_that_ends_calls_its_jobs_off_in_silence() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", AT_WORK], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def cycles(heard: Progress) -> None:
    """Make so many that Python would look for them on this thread."""
    for n in range(50_000):
        one: list[object] = [n]
        one.append(one)
    heard(1, 1)


def test_what_qt_has_is_never_taken_away_by_a_worker(qtbot: QtBot) -> None:
    where: list[threading.Thread] = []
    direct = Qt.ConnectionType.DirectConnection
    gc.collect()
    for _ in range(10):
        one = QObject()
        one.itself = one  # type: ignore[attr-defined]  # a cycle, as windows are
        one.destroyed.connect(lambda: where.append(threading.current_thread()), direct)
        del one
    came: list[None] = []
    work.run(cycles, came.append, print)
    qtbot.waitUntil(lambda: bool(came))
    gc.collect()
    assert where == [threading.main_thread()] * 10


def looked_at(held: object, _heard: Progress) -> int:
    return id(held)


def test_a_job_that_has_ended_is_gone_with_all_it_held(qtbot: QtBot) -> None:
    class Held:
        pass

    held = Held()
    came: list[int] = []
    job = work.run(partial(looked_at, held), came.append, print)
    left = weakref.ref(job), weakref.ref(held)
    del job, held
    qtbot.waitUntil(lambda: bool(came))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [one() for one in left] == [None, None]


def test_nothing_comes_of_what_was_called_off_even_with_its_word_under_way(qtbot: QtBot) -> None:
    came: list[str] = []
    done = threading.Event()
    job = work.run(lambda _heard: done.set(), lambda _none: came.append("done"), print)
    done.wait()
    job.cancel()
    work.run(lambda _heard: "last", came.append, print)
    qtbot.waitUntil(lambda: "last" in came)
    assert came == ["last"]
