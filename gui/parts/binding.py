"""Which keys commands have: the reader's own where they can be had, else the usual ones.

Two commands with one key would both be deaf to it. A file of settings may ask for that: it was
written by hand, or by a Meipi whose usual keys are others. Of two own keys the first is kept; a
usual key gives way to an own one, so that no command that is new takes a key from the reader.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QKeySequence

Keys = Mapping[str, Sequence[str]]
#: Keys without which no field, list or dialog can be used.
NEEDED = ("Esc", "Tab", "Shift+Tab", "Backtab", "Up", "Down", "Left", "Right", "Backspace")


def settled(usual: Keys, own: Keys) -> dict[str, Sequence[str]]:
    """Give of the reader's own keys those of commands that share none with an earlier one's own.

    `usual` are the keys of all commands.
    """
    kept, taken = dict[str, Sequence[str]](), set[str]()
    for name in filter(own.__contains__, usual):
        keys = set(map(_spelled, own[name]))
        if taken.isdisjoint(keys) and keys.isdisjoint(_UNFIT):
            kept[name] = own[name]
            taken |= keys
    return kept


def in_force(usual: Keys, own: Keys) -> dict[str, tuple[str, ...]]:
    """Give the keys that each command has, where the reader wants these of her own."""
    kept = settled(usual, own)
    taken = {_spelled(key) for keys in kept.values() for key in keys}
    return {
        name: tuple(kept[name] if name in kept else (k for k in keys if _spelled(k) not in taken))
        for name, keys in usual.items()
    }


def _spelled(key: str) -> str:
    """Spell a key in one way; "" where it is none."""
    return QKeySequence(key).toString()


_UNFIT = {"", *map(_spelled, NEEDED)}
_now: dict[str, str] = {}


def tell(name: str, key: str) -> None:
    """Say which key a command has now, or what it is called if it has none."""
    _now[name] = key


def key_of(name: str, usual: str) -> str:
    """Name the key of a command as it is now, for a sentence that tells of it."""
    return _now.get(name, usual)
