"""The verbs of the preferences: the page, what is changed on it, and settings as a file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core import settings as preferences
from core.errors import MeipiError
from core.model import Colour
from core.share.words import visible
from gui.actions import own_keys
from gui.look import sizing
from gui.tongue import phrase, tr
from gui.tongue.names import colour_name
from gui.verbs.beside import Beside
from gui.verbs.following import feed_name
from gui.verbs.known import known

if TYPE_CHECKING:
    from core.settings import Settings
    from core.watch.follow import News
    from gui.dialogs.preferences import Preference, PreferencesDialog, Value
    from gui.window import Window

#: What the actions of the window see to, by what they are called there.
SWITCHES = {"pinyin": "show_pinyin", "spaced": "show_space", "quantities": "show_quantities"}
MOST_FEEDS = 200  # of one file; each is asked once an hour
FOLLOWED = phrase("You follow the feeds of this file already.")
TOO_MANY = phrase("This file names {0:,} feeds. You follow the first {1}.")
THEMES = (
    ("system", phrase("As the system")),
    ("light", phrase("Light")),
    ("dark", phrase("Dark")),
    ("contrast_light", phrase("High contrast, light")),
    ("contrast_dark", phrase("High contrast, dark")),
)
TEXT = tuple((one, f"{one}%") for one in sizing.SIZES)
LINES = (
    ("narrow", phrase("Narrow")),
    ("medium", phrase("Medium")),
    ("full", phrase("Full width")),
)
UNDERLINES = (
    ("contrast", phrase("In high contrast")),
    ("always", phrase("Always")),
    ("never", phrase("Never")),
)
LANGUAGES = (("en", "English"), ("zh", "简体中文"))  # each by its own name
SCRIPTS = (
    ("written", phrase("As written")),
    ("simplified", phrase("Simplified 简体")),
    ("traditional", phrase("Traditional 繁體")),
)
ZONES = (
    ("local", phrase("Where I am")),
    ("Asia/Shanghai", phrase("Beijing")),
    ("UTC", "UTC"),
    ("written", phrase("As the page wrote it")),
)


class Preferring(QObject):
    """The command for the preferences, for `actions` to tie by its name."""

    def __init__(self, window: "Window", settings: "Settings") -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._beside = Beside(self._make)
        window.watching.told.connect(self._show_states)
        window.watching.following.moved.connect(self._tell_move)

    def preferences(self) -> None:
        """Show the preferences beside the window."""
        if not self.is_shown():
            self._beside.get().search.setFocus()
        self._show()
        self._beside.show()

    def is_shown(self) -> bool:
        return self._beside.there is not None

    def close(self) -> None:
        """Close the page with the window."""
        self._beside.close()

    def _make(self) -> "PreferencesDialog":
        from gui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(_all(), known("preferences.csv"), self._window)
        dialog.wanted.connect(self._change)
        dialog.keys_asked.connect(self._window.actions_["keys"].trigger)
        dialog.folder_asked.connect(self._add_folder)
        dialog.feeds_asked.connect(self._add_feeds)
        dialog.exported.connect(self._export)
        dialog.imported.connect(self._import)
        return dialog

    # What the page asks

    def _change(self, name: str, value: "Value") -> None:
        actions = self._window.actions_
        if name == "theme":
            actions[str(value)].trigger()
        elif name == "lines":
            actions[f"lines_{value}"].trigger()
        elif name == "text" and isinstance(value, int):
            self._window.dressing.size_text(value)
        elif name == "underlines":
            self._window.dressing.underline(str(value))
        elif name == "language":
            actions[f"language_{value}"].trigger()
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
        window.watching.begin()
        window.show_state()
        window.articles.set_zone(self._settings.zone)
        window.show_again()

    def _save(self) -> None:
        try:
            preferences.save(self._settings)
        except MeipiError as error:
            self._refuse(error)

    def _refuse(self, error: MeipiError) -> None:
        from gui.tongue.said import in_words  # when something went wrong

        if self._beside.there is not None:
            self._beside.there.refuse(in_words(error))

    def _show(self) -> None:
        if self._beside.there is None:  # another language closed it with its window
            return
        names = (one.name for one in _all())
        self._beside.there.show_values({name: getattr(self._settings, name) for name in names})
        self._show_states()

    def _show_states(self) -> None:
        if self._beside.there is not None:
            self._beside.there.show_states(self._window.watching.status)

    def _tell_move(self, news: "News") -> None:
        said = tr("{feed} moved; it is asked at its new address from now on.")
        self._window.notice.say(said.format(feed=feed_name(news)))
        self._show()

    def _add_folder(self) -> None:
        folder = self._window.ask.folder_to_watch(self._beside.there)
        if folder is not None and str(folder) not in self._settings.folders:
            self._change("folders", [*self._settings.folders, str(folder)])

    def _add_feeds(self) -> None:
        """Follow the feeds that another program followed, as its file names them."""
        from core.watch.outlines import feeds_in  # when it is asked for

        file = self._window.ask.feeds_to_import(self._beside.there)
        if file is None:
            return
        try:
            named = feeds_in(file)
        except MeipiError as error:
            self._refuse(error)
            return
        feeds = dict.fromkeys((*self._settings.feeds, *named[:MOST_FEEDS]))
        told = "" if len(feeds) > len(self._settings.feeds) else tr(FOLLOWED)
        if len(named) > MOST_FEEDS:
            told = tr(TOO_MANY).format(len(named), MOST_FEEDS)
        self._change("feeds", list(feeds))
        if told and self._beside.there is not None:
            self._beside.there.refuse(told)

    # Settings as a file

    def _export(self) -> None:
        from core import outgoing  # when it is asked for

        place = self._window.ask.file_for_settings(self._beside.there)
        if place is None:
            return
        try:
            outgoing.write(place, preferences.exchanged(self._settings))
        except MeipiError as error:
            self._refuse(error)
            return
        self._window.notice.say(tr("Settings exported to {name}.").format(name=visible(place.name)))

    def _import(self) -> None:
        place = self._window.ask.settings_to_import(self._beside.there)
        if place is None:
            return
        try:
            taken = preferences.exported(place)
        except MeipiError as error:
            self._refuse(error)
            return
        keys = taken.pop("keys", self._settings.keys)
        language = taken.pop("language", self._settings.language)
        for name, value in taken.items():
            self._change(name, value)
        self._settings.keys = {name: list(some) for name, some in own_keys(keys).items()}
        self._save()
        self._window.commanding.give_all()
        self._say_taken(place.name, len(keys) - len(self._settings.keys))
        self._change("language", language)  # last, since another window takes this one's place

    def _say_taken(self, name: str, less: int) -> None:
        told = tr("Settings imported from {name}.")
        if less:
            told = tr("Settings imported from {name}, but not the keys of %n command(s).", "", less)
        self._window.notice.say(told.format(name=visible(name)))


def _said(choices: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((value, tr(words)) for value, words in choices)


def _all() -> "list[Preference]":
    from gui.dialogs.preferences import Preference

    colours = tuple((one.value, colour_name(one)) for one in Colour)
    return [
        Preference(
            *("name", tr("You"), tr("Your name"), tr("Others see it beside what you share.")),
            text=True,
        ),
        Preference("theme", tr("Appearance"), tr("Theme"), choices=_said(THEMES)),
        Preference("text", tr("Appearance"), tr("Size of text"), choices=TEXT),
        Preference("lines", tr("Appearance"), tr("Length of lines"), choices=_said(LINES)),
        Preference(
            *("underlines", tr("Appearance"), tr("Underline styles")),
            tr(
                "Each colour is underlined in its own way, for those who cannot tell colours apart."
            ),
            _said(UNDERLINES),
        ),
        Preference(
            "language", tr("Appearance"), tr("Language"), choices=(*_said(THEMES[:1]), *LANGUAGES)
        ),
        Preference(
            "colour", tr("Reading"), tr("New highlights"), tr("They get this colour."), colours
        ),
        Preference("zone", tr("Reading"), tr("Times of articles"), choices=_said(ZONES)),
        Preference(
            *("quantities", tr("Reading"), tr("Underline quantities")),
            tr("Point at one to see how it is read."),
        ),
        Preference(
            *("script", tr("Chinese"), tr("Characters")),
            tr("Only what is shown changes; marks, copies and exports keep the text as written."),
            _said(SCRIPTS),
        ),
        Preference("pinyin", tr("Chinese"), tr("Pinyin over titles")),
        Preference("spaced", tr("Chinese"), tr("Space between Chinese and Latin")),
        *_coming(),
    ]


def _coming() -> "tuple[Preference, ...]":
    """Give those of what comes by itself."""
    from gui.dialogs.preferences import Preference
    from gui.dialogs.watched import FOLDERS

    group = tr("Watching")
    return (
        Preference(
            *("folders", group, tr("Folders to watch")),
            tr("Pages that are saved there from now on are imported, unread."),
            many=FOLDERS,
        ),
        Preference(
            *("feeds", group, tr("Feeds to follow")),
            tr(
                "RSS, Atom or JSON Feed; each is asked once an hour while Meipi is open, through"
                " the proxy of your system if it has one."
            ),
            many=tr("Address of a feed"),
        ),
        Preference(
            *("clipboard", group, tr("Offer what you copy")),
            tr("When you copy an article in another program, Meipi offers to add it."),
        ),
    )
