"""The collector of cycles at rest."""

import gc

from core import collector


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
