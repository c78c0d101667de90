"""Python's collector of cycles, at rest while very many values are made, or workers are at work.

It looks through all that was made since, whoever asked it to, and Python does nothing else
meanwhile: the window would stand still. What is made `at_rest` is never looked through. And it
takes away what it finds on the thread it is on: what Qt has on the main thread breaks if that is
another, so that it only ever wakes on the main thread.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _State:
    resting = 0  # how many asked for it and are not done: workers do not end in turn
    is_wanted = False  # once nobody asks for rest any more
    is_much = False  # what was made in this rest


def rest() -> None:
    """Let it rest until `wake` was called as often."""
    _State.resting += 1
    if gc.isenabled():
        _State.is_wanted = True
        gc.disable()


def wake() -> None:
    """Let it look again; if this is no main thread, the next one that is lets it."""
    _State.resting -= 1
    main = threading.current_thread() is threading.main_thread()
    if main and _State.is_wanted and not _State.resting:
        if _State.is_much:
            gc.freeze()
        _State.is_wanted = _State.is_much = False
        gc.enable()


@contextmanager
def at_rest() -> Iterator[None]:
    """Let it rest until all are done who asked for that, and leave out what was made."""
    rest()
    try:
        yield
    finally:
        _State.is_much = True
        wake()


def look_at_all() -> None:
    """Look through all there is, also what was to stay: much of it has just gone."""
    gc.unfreeze()
    gc.collect()


def begin() -> None:
    """Have it look from now on, or after this rest, but not at what is there: that stays."""
    gc.freeze()
    if _State.resting:
        _State.is_wanted = True
    else:
        gc.enable()
