"""Merging: what a file from elsewhere would bring, shown and ticked before anything is written.

`look` works on a worker: the guard, the plan, the joining. `picks` keeps what is ticked, `rows` are
Qt's view of it, `detail` shows one highlight, and `dialog` puts them together.
"""

from gui.dialogs.merging.dialog import MergeDialog

__all__ = ["MergeDialog"]
