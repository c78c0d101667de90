"""The collector of cycles at rest."""

import gc
import threading

import pytest
from PySide6.QtCore import QThreadPool

from core import collector


@pytest.fixture(autouse=True)
def awake(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it look, whoever asked for rest in another test, and may still be at work."""
    QThreadPool.globalInstance().waitForDone()
    monkeypatch.setattr(collector._State, "resting", 0)
    monkeypatch.setattr(collector._State, "is_wanted", False)
    gc.enable()


def test_the_collector_rests_until_the_last_has_done_and_leaves_out_what_they_made() -> None:
    frozen = gc.get_freeze_count()
    one, other = collector.at_rest(), collector.at_rest()
    one.__enter__()
    other.__enter__()
    kept = [[n] for n in range(1000)]
    one.__exit__(None, None, None)
    assert not gc.isenabled()
    other.__exit__(None, None, None)
    assert gc.isenabled()
    assert gc.get_freeze_count() >= frozen + len(kept)


def test_no_other_thread_wakes_it() -> None:
    collector.rest()
    other = threading.Thread(target=collector.wake)
    other.start()
    other.join()
    assert not gc.isenabled()
    collector.rest()
    collector.wake()
    assert gc.isenabled()


def test_it_begins_after_a_rest() -> None:
    collector.rest()
    collector.begin()
    assert not gc.isenabled()
    collector.wake()
    assert gc.isenabled()
