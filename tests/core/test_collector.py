"""The collector of cycles at rest: in a process of its own, where nobody else asks for rest."""

from tests.gui.apart import told_by

UNTIL_THE_LAST = """
import gc
from core import collector

frozen = gc.get_freeze_count()
one, other = collector.at_rest(), collector.at_rest()
one.__enter__()
other.__enter__()
kept = [[n] for n in range(1000)]
one.__exit__(None, None, None)
print(gc.isenabled())
other.__exit__(None, None, None)
print(gc.isenabled(), gc.get_freeze_count() >= frozen + len(kept))
"""

ON_ANOTHER_THREAD = """
import gc
import threading
from core import collector

collector.rest()
other = threading.Thread(target=collector.wake)
other.start()
other.join()
print(gc.isenabled())
collector.rest()
collector.wake()
print(gc.isenabled())
"""

BEGUN_AT_REST = """
import gc
from core import collector

collector.rest()
collector.begin()
print(gc.isenabled())
collector.wake()
print(gc.isenabled())
"""


def test_the_collector_rests_until_the_last_has_done_and_leaves_out_what_they_made() -> None:
    assert told_by(UNTIL_THE_LAST).splitlines() == ["False", "True True"]


def test_no_other_thread_wakes_it() -> None:
    assert told_by(ON_ANOTHER_THREAD).splitlines() == ["False", "True"]


def test_it_begins_after_a_rest() -> None:
    assert told_by(BEGUN_AT_REST).splitlines() == ["False", "True"]
