"""What is seen of what comes by itself: titles on the shelf, and places on the preferences."""

from core.library import Library
from gui.dialogs.preferences import PreferencesDialog
from gui.dialogs.watched import WatchedList
from gui.window import Window


def titles(library: Library) -> list[str]:
    return [card.title for card in library.cards(library.order())]


def page(window: Window) -> PreferencesDialog:
    window.actions_["preferences"].trigger()
    return next(one for one in window.findChildren(PreferencesDialog) if one.isVisible())


def places(dialog: PreferencesDialog, name: str) -> WatchedList:
    field = dialog.rows[name].field
    assert isinstance(field, WatchedList)
    return field
