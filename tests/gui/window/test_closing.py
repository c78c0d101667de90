"""A window that is closed lets go of its library, also while it waits to be deleted."""

from gui.startup import furnish
from gui.work import memory


def test_memory_is_given_back_after_a_window_was_closed_and_its_library_with_it(
    qtbot, window, library
):
    with qtbot.waitSignal(window.shelving.counted):
        furnish._warm(window.desk, window)
    window.close()
    library.close()
    memory.give_back()
    assert all(owner is not window for owner, _ in memory._held)
