"""The verbs about commands: the palette of all of them, and the sheet on which keys are given."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from core import settings as preferences
from core.errors import DiskTrouble
from gui.actions import keys_of_all, native
from gui.commands import MENUS, Command, commands, menu_within, words_of
from gui.parts.binding import NEEDED
from gui.tongue import in_chinese, tr

if TYPE_CHECKING:
    from core.settings import Settings
    from gui.dialogs.keys import Bound, KeysDialog
    from gui.dialogs.palette import Entry
    from gui.window import Window

APART = " › "  # between a menu and one within it


class Commanding(QObject):
    """The commands over commands, for `actions` to tie by their names."""

    def __init__(self, window: "Window", settings: "Settings") -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._sheet: KeysDialog | None = None

    # The commands

    def palette(self) -> None:
        """Open every command over the window, to be found by a few letters."""
        from gui.dialogs.palette import Palette

        popup = Palette(self._entries(), self._window)
        popup.chosen.connect(lambda name: self._window.actions_[name].trigger())
        popup.open_over(self._window)

    def keys(self) -> None:
        from gui.dialogs.keys import KeysDialog

        self._sheet = KeysDialog(self._window)
        self._sheet.asked.connect(self._give)
        self._sheet.show_keys(self._bound())
        self._sheet.open()

    def give_all(self) -> None:
        """Let every command hear the keys that the settings name now."""
        for name, keys in self._keys().items():
            self._window.actions_.give_keys(name, keys)

    # What they show

    def _entries(self) -> "list[Entry]":
        from gui.dialogs.palette import Entry
        from gui.verbs.known import known_as

        entries = []
        for menu, group, _ in MENUS:
            for command in group:
                action = self._window.actions_[command.name]
                words = action.text().replace("&&", "&").rstrip("…")
                key = native(action.shortcut())
                menus = tuple(filter(None, (menu, menu_within(command))))
                entries.append(
                    Entry(
                        *(command.name, words, APART.join(map(tr, menus)), key, action.isEnabled()),
                        also=_other_names(command.words),
                        menus=tuple(name for one in menus for name in _other_names(one)),
                        known=known_as(command),
                    )
                )
        there = self._window.actions_
        return [one for one in entries if one.name != "palette" and there[one.name].isVisible()]

    def _bound(self) -> "list[Bound]":
        from gui.dialogs.keys import Bound

        keys = self._keys()
        return [
            Bound(
                *(command.name, tr(menu), words_of(command).rstrip("…")),
                "   ".join(native(QKeySequence(key)) for key in keys[command.name]),
                own=command.name in self._settings.keys,
            )
            for menu, group, _ in MENUS
            for command in group
        ]

    # Keys

    def _keys(self) -> dict[str, tuple[str, ...]]:
        return keys_of_all(self._settings.keys)

    def _give(self, name: str, key: str) -> None:
        """Give a command the key, or its usual ones; refuse what another one has."""
        assert self._sheet is not None
        command = next(one for one in commands() if one.name == name)
        keys = (key,) if key else command.keys
        refused = next(filter(None, (self._why_not(command, one) for one in keys)), None)
        if refused:
            self._sheet.refuse(refused)
            return
        self._settings.keys.pop(name, None)
        if keys != command.keys:
            self._settings.keys[name] = list(keys)
        self._window.actions_.give_keys(name, keys)
        self._sheet.show_keys(self._bound())
        try:
            preferences.save(self._settings)
        except DiskTrouble as error:
            from gui.tongue.said import in_words  # when something went wrong

            self._sheet.refuse(in_words(error))

    def _why_not(self, command: Command, key: str) -> str | None:
        """Say why a command cannot have a key; None where it can."""
        named = native(QKeySequence(key))
        if key in NEEDED:
            return tr(
                "{native} is needed to move around in lists and fields. Press another key."
            ).format(native=named)
        keys = self._keys()
        for other in commands():
            if other.name != command.name and key in keys[other.name]:
                words = words_of(other).rstrip("…")
                return tr(
                    "{native} is the key of “{words}”. Press another, or give that one another."
                ).format(native=named, words=words)
        return None


@cache
def _other_names(words: str) -> tuple[str, ...]:
    """Give what a command is called in English, in Chinese, and how that is read."""
    from core.glossary.reading import pinyin, plain  # when it is asked for

    chinese = in_chinese(words).rstrip("…")
    return (words.rstrip("…"), chinese, plain(pinyin(chinese)))
