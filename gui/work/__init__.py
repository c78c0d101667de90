"""Off the main thread and back: run a function, hear what it gave, show progress, cancel.

A job is a function that returns a value; the value is handed over on the main thread, where it is
committed. What core raises for the reader goes to `failed`; anything else is a bug and is raised
on the main thread, for the crash report.
"""

import atexit
import threading
from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    Qt,
    QThreadPool,
    Signal,
    SignalInstance,
)
from shiboken6 import isValid

from core import collector
from core.errors import MeipiError
from core.progress import Progress

if TYPE_CHECKING:
    from queue import Queue

T = TypeVar("T")
MOMENT = 0.05  # seconds


class Cancelled(Exception):
    """The reader called the job off."""


class _Voice(QObject):
    done = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)
    progress = Signal()
    ended = Signal()


class Job(Generic[T]):
    """One function at work. `voice` lives on the main thread: it speaks, and is deleted, there."""

    def __init__(self, function: Callable[[Progress], T]) -> None:
        self.voice = _Voice(QCoreApplication.instance())
        self._function = function
        self._stop, self._left = threading.Event(), threading.Event()
        self._far: tuple[int, int] = (0, 0)  # done, of so many
        self._told = True  # whether the main thread heard of it

    def cancel(self) -> None:
        """Ask the job to end; it does at its next word of progress, and nothing comes of it."""
        self._stop.set()

    def hand(self, slot: Callable[[Any], None], value: object) -> None:
        """Hand something over on the main thread, but not what was on its way when called off."""
        if not self._stop.is_set() and _is_there(slot):
            slot(value)

    def tell(self, progress: Progress) -> None:
        """Say how far it is, on the main thread."""
        self._told = True
        if not self._stop.is_set() and _is_there(progress):
            progress(*self._far)

    def run(self) -> None:
        try:
            value = self._function(self._progress)
        except Cancelled:
            pass
        except MeipiError as error:
            self._say(self.voice.failed, error)
        except BaseException as error:  # noqa: BLE001  raised again on the main thread
            self._say(self.voice.crashed, error)
        else:
            self._say(self.voice.done, value)
        self.voice.ended.emit()
        self._left.set()

    def go(self) -> None:
        """Be gone with the voice, as soon as the worker has said its last with it."""
        self._left.wait()
        self.voice.deleteLater()

    def _progress(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self._far = done, total
        if self._told:  # else it will hear of this instead: a thousand words would hold it up
            self._told = False
            self.voice.progress.emit()

    def _say(self, signal: SignalInstance, value: object) -> None:
        if not self._stop.is_set():
            signal.emit(value)


_running: set[Job[Any]] = set()


def run(
    function: Callable[[Progress], T],
    then: Callable[[T], None],
    failed: Callable[[MeipiError], None],
    progress: Progress | None = None,
    ended: Callable[[], None] | None = None,
) -> Job[T]:
    """Run a function on a worker; all else is called on the main thread, `ended` at last.

    `ended` is called whatever came of it, and if it was called off.
    """
    job = Job(function)
    queued = Qt.ConnectionType.QueuedConnection
    job.voice.done.connect(lambda value: job.hand(then, value), queued)
    job.voice.failed.connect(lambda error: job.hand(failed, error), queued)
    job.voice.crashed.connect(_raise, queued)
    if progress:
        job.voice.progress.connect(lambda: job.tell(progress), queued)
    if ended:
        job.voice.ended.connect(lambda: ended() if _is_there(ended) else None, queued)
    job.voice.ended.connect(lambda: _let_go(job), queued)
    _running.add(job)
    _prepare()
    collector.rest()  # it would take away on the worker what Qt has on the main thread
    QThreadPool.globalInstance().start(job.run)
    return job


@cache
def _prepare() -> None:
    from gui.work import memory  # not before there is work

    memory.keep_together()


def _is_there(slot: Callable[..., object]) -> bool:
    """Tell whether nothing was taken away that Qt would need to be called so."""
    owner = getattr(slot.func if isinstance(slot, partial) else slot, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


def _let_go(job: Job[Any]) -> None:
    _running.discard(job)
    job.go()
    collector.wake()
    if not _running:
        from gui.work import memory

        memory.soon()


def letting_go(function: Callable[[], T], progress: Progress) -> T:
    """Within a job, run what may hang, such as a network: called off, it is left to itself.

    The job only waits for it meanwhile, and takes no place of one that has something to do.
    """
    from queue import Queue  # where there is something to wait for

    came: Queue[T | BaseException] = Queue()

    def try_it() -> None:
        try:
            came.put(function())
        except BaseException as error:  # noqa: BLE001  raised again in the job
            came.put(error)
        finally:
            collector.wake()

    collector.rest()  # also where the job has ended before
    threading.Thread(target=try_it, daemon=True).start()
    pool = QThreadPool.globalInstance()
    pool.releaseThread()
    try:
        value = _come(came, progress)
    finally:
        pool.reserveThread()
    if isinstance(value, BaseException):
        raise value
    return value


def _come(came: "Queue[T | BaseException]", progress: Progress) -> T | BaseException:
    from queue import Empty

    while True:
        progress(0, 0)
        try:
            return came.get(timeout=MOMENT)
        except Empty:
            continue


def end() -> None:
    """Call every job off, wait for what cannot be left halfway, and hold none of them any more."""
    ending = tuple(_running)
    for job in ending:
        job.cancel()
    QThreadPool.globalInstance().waitForDone()
    for job in ending:  # what they said last may be on its way still
        QCoreApplication.sendPostedEvents(job.voice, QEvent.Type.MetaCall)
        QCoreApplication.sendPostedEvents(job.voice, QEvent.Type.DeferredDelete)


atexit.register(end)  # also where a program ends with its jobs at work; before Qt takes itself away


def _raise(error: BaseException) -> None:
    raise error
