"""The commands as Qt's actions: their keys, the menus and the tool bar."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QWidget

from core.model import Colour
from gui import theme
from gui.commands import GROUPS, MENUS, TOOLS, Command, commands, menu_within, words_of
from gui.look import sizing
from gui.parts import binding, overflow, strokes
from gui.parts.tip import tip as as_text
from gui.tongue import tr

#: What stands in the program's own menu on a Mac. Left to itself, Qt guesses by English words.
ROLES = {
    "preferences": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
    "quit": QAction.MenuRole.QuitRole,
}
STROKE = "/"
NONE = "section"  # an icon not seen in menus, whose words begin alike with it


class Actions:
    """The commands as Qt's actions, each tied to the method of its name in one of `does`.

    `own` are the keys that the reader gave to commands, instead of the usual ones.
    """

    def __init__(
        self, parent: QWidget, *does: object, own: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self._all = {
            command.name: _action(parent, command, _slot(command.name, does))
            for command in commands()
        }
        self._groups = {name: QActionGroup(parent) for name in GROUPS}
        for command in commands():
            if command.group:
                self._groups[command.group].addAction(self._all[command.name])
        parent.addActions([self._all[c.name] for c in commands() if not c.reading])
        if own:
            for name, keys in keys_of_all(own).items():
                self.give_keys(name, keys)

    def give_keys(self, name: str, keys: Sequence[str]) -> None:
        """Let a command hear these keys and no others."""
        _hear(self._all[name], keys)

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def hear_in(self, *widgets: QWidget) -> None:
        """Let these widgets hear the keys of the commands for reading."""
        for command in commands():
            if command.reading:
                for widget in widgets:
                    widget.addAction(self._all[command.name])

    def tick(self, name: str, *, on: bool = True) -> None:
        """Show which command of a group is in force, or whether a switch is on."""
        self._all[name].setChecked(on)

    def offer(self, name: str, words: str, *, possible: bool) -> None:
        """Say in a menu, and on the tool bar, what a command would do now."""
        action = self._all[name]
        action.setText(words.replace("&", "&&"))
        action.setEnabled(possible)
        action.setToolTip(_tip(words, action))

    def show(self, name: str, *, there: bool) -> None:
        """Show a command in its menu, or leave it out."""
        self._all[name].setVisible(there)

    # Where they stand

    def fill(self, bar: QMenuBar) -> None:
        """Put every command into its menu; the numbers say after which stands a line."""
        for title, group, lines in MENUS:
            self._fill_menu(bar.addMenu(_by_letter(title)), group, lines)
        overflow.show_button(bar, tr("More menus"))

    def _fill_menu(self, menu: QMenu, group: tuple[Command, ...], lines: tuple[int, ...]) -> None:
        within: dict[str, tuple[QMenu, str]] = {}
        for place, command in enumerate(group):
            where, title = menu, menu_within(command)
            if title:
                where, before = within.get(title) or (menu.addMenu(tr(title)), command.group)
                if before != command.group:
                    where.addSeparator()
                within[title] = where, command.group
            where.addAction(self._all[command.name])
            if place in lines:
                menu.addSeparator()

    def tools(self) -> QToolBar:
        """Make the tool bar."""
        bar = QToolBar(tr("Tools"), movable=False)
        bar.setObjectName("tools")
        bar.toggleViewAction().setVisible(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setIconSize(sizing.icons(20))
        for name in TOOLS:
            bar.addAction(self._all[name]) if name else bar.addSeparator()
        rest = QWidget(bar)
        rest.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(rest)
        overflow.show_button(bar, tr("More tools"))
        bar.addAction(self._all["show_inspector"])
        return bar

    def menu(self, names: tuple[str, ...], parent: QWidget) -> QMenu:
        """Make a menu of these commands; "colour" is a menu of its own, and "" a line."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in names:
            if name == "colour":
                menu.addMenu(tr("Colour")).addActions(self._groups[name].actions())
            elif name:
                menu.addAction(self._all[name])
            else:
                menu.addSeparator()
        return menu


def _by_letter(title: str) -> str:
    """Say a menu so that Alt and a letter open it, the same in both languages."""
    said, letter = tr(title), title[0]
    return f"&{said}" if said.startswith(letter) else f"{said}(&{letter})"


def own_keys(wanted: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Give of the keys that the reader wants for commands those that can be had."""
    return binding.settled(_usual(), wanted)


def keys_of_all(wanted: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Give the keys that every command has, where the reader wants these."""
    return binding.in_force(_usual(), wanted)


def _usual() -> dict[str, tuple[str, ...]]:
    return {command.name: command.keys for command in commands()}


def native(keys: QKeySequence) -> str:
    """Name keys as this system does."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def _tip(words: str, action: QAction) -> str:
    """Say in a tool tip what an action does, and by which key."""
    keys = native(action.shortcut())
    tip = f"{words} ({keys})" if action.isEnabled() and keys else words
    return as_text(tip) if "<" in tip else tip


def _hear(action: QAction, keys: Sequence[str]) -> None:
    """Let a command hear these keys, and whatever names them know it."""
    action.setShortcuts(list(_sequences(keys)))
    words = action.text().replace("&&", "&").rstrip("…")
    binding.tell(action.objectName(), native(action.shortcut()) or words)
    action.setToolTip(_tip(words, action))


def _slot(name: str, does: tuple[object, ...]) -> Callable[[], object]:
    """Give the method of this name, whoever has it."""
    slot: Callable[[], object] = next(getattr(one, name) for one in does if hasattr(one, name))
    return slot


def _action(parent: QWidget, command: Command, slot: Callable[[], object]) -> QAction:
    action = QAction(words_of(command), parent)
    action.setObjectName(command.name)
    _hear(action, command.keys)
    if command.reading:
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.setIcon(theme.icon(command.icon or NONE))
    action.setCheckable(bool(command.group) or command.switch)
    action.setMenuRole(ROLES.get(command.name, QAction.MenuRole.NoRole))
    action.setIconVisibleInMenu(command.name.startswith("colour_"))
    if command.name.startswith("colour_"):
        action.setIcon(strokes.dot(Colour(command.name.removeprefix("colour_"))))
    action.triggered.connect(lambda _checked=False: slot())
    return action


def _sequences(keys: Sequence[str]) -> Iterator[QKeySequence]:
    """Give the keys; a sign such as ! also with Shift, which it takes on many keyboards.

    On most of them a stroke with Shift is another sign, ?, which is a command's own.
    """
    for key in keys:
        yield QKeySequence(key)
        if len(key) == 1 and not key.isalnum() and key != STROKE:
            yield QKeySequence(f"Shift+{key}")
