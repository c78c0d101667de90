"""Python's collector of cycles, at rest while very many values are made that have none.

It looks through all that was made since, whoever asked it to, and Python does nothing else
meanwhile: the window would stand still. What was made in a rest is never looked through.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


class _State:
    resting = 0  # how many asked for it and are not done: workers do not end in turn
    was_enabled = False


@contextmanager
def at_rest() -> Iterator[None]:
    """Let it rest until all are done who asked for that."""
    if not _State.resting:
        _State.was_enabled = gc.isenabled()
        gc.disable()
    _State.resting += 1
    try:
        yield
    finally:
        _State.resting -= 1
        if not _State.resting and _State.was_enabled:
            gc.freeze()
            gc.enable()
