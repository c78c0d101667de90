"""PySide kept from reading the text of every module.

It looks there whether a module asks for its `__feature__`, whenever one is imported, and Python
keeps what was read: a twentieth of the time to the panes, and megabytes. None of ours asks.
"""

from importlib import import_module
from typing import Any

import PySide6.QtCore  # noqa: F401  which brings what is imported below


def want_none() -> None:
    """Have every module taken for one that asks for nothing, where PySide is as we know it."""
    feature: Any = import_module("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: True  # noqa: SLF001  no other way
