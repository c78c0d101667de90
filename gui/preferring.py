"""The verbs of the preferences: the page, what is changed on it, and settings as a file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core import settings as preferences
from core.errors import MeipiError
from core.model import Colour

if TYPE_CHECKING:
    from core.settings import Settings
    from gui.dialogs.preferences import Preference, PreferencesDialog, Value
    from gui.window import Window

#: What the actions of the window see to, by what they are called there.
SWITCHES = {"pinyin": "show_pinyin", "quantities": "show_quantities"}
THEMES = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))
SCRIPTS = (
    ("written", "As written"),
    ("simplified", "Simplified 简体"),
    ("traditional", "Traditional 繁體"),
)
ZONES = (
    ("local", "Where I am"),
    ("Asia/Shanghai", "Beijing"),
    ("UTC", "UTC"),
    ("written", "As the page wrote it"),
)


class Preferring(QObject):
    """The command for the preferences, for `actions` to tie by its name."""

    def __init__(self, window: "Window", settings: "Settings") -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._dialog: PreferencesDialog | None = None

    def preferences(self) -> None:
        """Show the preferences beside the window."""
        if self._dialog is None:
            self._dialog = self._make()
        self._show()
        self._dialog.show()
        self._dialog.activateWindow()

    def close(self) -> None:
        """Close the page with the window."""
        if self._dialog is not None:
            self._dialog.close()

    def _make(self) -> "PreferencesDialog":
        from gui.dialogs.preferences import PreferencesDialog  # noqa: PLC0415

        dialog = PreferencesDialog(_all(), self._window)
        dialog.wanted.connect(self._change)
        dialog.keys_asked.connect(self._window.actions_["keys"].trigger)
        dialog.exported.connect(self._export)
        dialog.imported.connect(self._import)
        return dialog

    # What the page asks

    def _change(self, name: str, value: "Value") -> None:
        actions = self._window.actions_
        if name == "theme":
            actions[str(value)].trigger()
        elif name == "script":
            actions[f"script_{value}"].trigger()
        elif name in SWITCHES:
            if getattr(self._settings, name) != value:
                actions[SWITCHES[name]].trigger()
        else:
            setattr(self._settings, name, value)
            self._save()
            self._apply()
        self._show()

    def _apply(self) -> None:
        """Have the window show names, colours and times as the settings say."""
        window = self._window
        window.desk.sign_as(self._settings.name)
        window.show_state()
        window.articles.set_zone(self._settings.zone)
        shown = window.insights.view.annotated
        if shown:
            window.show_article(shown.article.id)

    def _save(self) -> None:
        try:
            preferences.save(self._settings)
        except MeipiError as error:
            self._refuse(error)

    def _refuse(self, error: MeipiError) -> None:
        assert self._dialog is not None
        self._dialog.refuse(str(error))

    def _show(self) -> None:
        assert self._dialog is not None
        names = (one.name for one in _all())
        self._dialog.show_values({name: getattr(self._settings, name) for name in names})

    # Settings as a file

    def _export(self) -> None:
        place = self._window.ask.file_for_settings(self._dialog)
        if place is None:
            return
        try:
            preferences.export(self._settings, place)
        except MeipiError as error:
            self._refuse(error)

    def _import(self) -> None:
        place = self._window.ask.settings_to_import(self._dialog)
        if place is None:
            return
        try:
            taken = preferences.exported(place)
        except MeipiError as error:
            self._refuse(error)
            return
        keys = taken.pop("keys", self._settings.keys)
        for name, value in taken.items():
            self._change(name, value)
        self._settings.keys = keys
        self._save()
        self._window.commanding.give_all()


def _all() -> "list[Preference]":
    from gui.dialogs.preferences import Preference  # noqa: PLC0415

    colours = tuple((one.value, one.value.capitalize()) for one in Colour)
    return [
        Preference(
            *("name", "You", "Your name", "Others see it beside what you share."), text=True
        ),
        Preference("theme", "Appearance", "Theme", choices=THEMES),
        Preference("colour", "Reading", "New highlights", "H marks in this colour.", colours),
        Preference("zone", "Reading", "Times of articles", choices=ZONES),
        Preference(
            *("quantities", "Reading", "Underline quantities"),
            "Point at one to see how it is read.",
        ),
        Preference(
            *("script", "Chinese", "Characters"),
            "Only what is shown changes; marks, copies and exports keep the text as written.",
            SCRIPTS,
        ),
        Preference("pinyin", "Chinese", "Pinyin over titles"),
    ]
