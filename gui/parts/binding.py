"""Which keys commands have: the reader's own where they can be had, else the usual ones.

Two commands with one key would both be deaf to it. A file of settings may ask for that: it was
written by hand, or by a Meipi whose usual keys are others.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtGui import QKeySequence

Keys = Mapping[str, Sequence[str]]
#: Keys without which no field, list or dialog can be used.
NEEDED = ("Esc", "Tab", "Shift+Tab", "Backtab", "Up", "Down", "Left", "Right", "Backspace")


def settled(usual: Keys, own: Keys) -> dict[str, Sequence[str]]:
    """Give of the reader's own keys those of commands that share none with another.

    `usual` are the keys of all commands; what stands there later goes back to them first.
    """
    left = {name: own[name] for name in usual if name in own and all(map(_can_be, own[name]))}
    while left and (wrong := _clashing({**usual, **left}, left)):
        del left[wrong]
    return left


def _can_be(key: str) -> bool:
    return bool(QKeySequence(key).toString()) and key not in NEEDED


def _clashing(keys: Keys, own: dict[str, Sequence[str]]) -> str:
    """Name the last command whose own key another has, too; "" where none does."""
    holders: dict[str, set[str]] = defaultdict(set)
    for name, some in keys.items():
        for key in some:
            holders[QKeySequence(key).toString()].add(name)
    shared = {name for names in holders.values() if len(names) > 1 for name in names}
    return next((name for name in reversed(own) if name in shared), "")


_now: dict[str, str] = {}


def tell(name: str, key: str) -> None:
    """Say which key a command has now, or what it is called if it has none."""
    _now[name] = key


def key_of(name: str, usual: str) -> str:
    """Name the key of a command as it is now, for a sentence that tells of it."""
    return _now.get(name, usual)
