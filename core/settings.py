"""Preferences: a dataclass and the file that keeps what differs from its defaults.

Where the window stood is not a preference; Qt keeps that. `MEIPI_HOME`, when set, is the one folder
for everything, so that Meipi can live on a stick, or in a test.
"""

import json
import os
from copy import deepcopy
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core import disk
from core.errors import DiskTrouble, Unreadable
from core.ident import fresh

if TYPE_CHECKING:
    from core.model import Author

LARGEST = 1 << 24  # bytes of a file of preferences
MOST = 500  # words that a list keeps, the newest of them
#: What a preference may be, where it is one of a few. The colours are those of `model`, which would
#: take longer to load than all else that comes before the first picture.
CHOICES: dict[str, tuple[Any, ...]] = {
    "theme": ("system", "light", "dark", "contrast_light", "contrast_dark"),
    "colour": ("yellow", "red", "green", "blue", "purple", "magenta", "orange", "grey"),
    "zone": ("local", "Asia/Shanghai", "UTC", "written"),
    "text": (80, 90, 100, 110, 125, 150, 175, 200),
    "lines": ("narrow", "medium", "full"),
    "underlines": ("contrast", "always", "never"),
    "group": ("none", "day", "source", "page", "tag"),
    "sort": ("date", "oldest", "title", "source"),
    "script": ("written", "simplified", "traditional"),
    "language": ("system", "en", "zh"),
}
#: Lists to which every window adds, in whatever order.
GATHERED = ("folders", "feeds", "rules")
#: What may be taken to another machine, or given to somebody else.
EXCHANGED = (
    *("theme", "text", "lines", "underlines", "language", "colour", "zone", "quantities", "script"),
    *("pinyin", "spaced", "keys"),
)


@dataclass(slots=True)
class Settings:
    """What a reader may set. `author` is a stable id of this reader on this machine.

    `text` is how large letters are, in hundredths of their usual size.

    `quantities` are underlined in the text; `group` and `sort` are those of the list. Chinese and
    Latin are shown `spaced` from one another. `folders`
    are watched and `feeds` followed; with `clipboard`, an article that was copied is offered.
    `rules` are those by which claims were tagged, each as JSON of its words, kind, tag and,
    where it gives one, colour.
    `known` are the libraries that are the reader's own, and `told` what was said once and for all;
    `pinned` are the ids of the tags under Ctrl+1 to Ctrl+9, and `keys` the keys that the reader
    gave to commands, by the command's name.
    """

    author: str = ""
    name: str = ""
    library: str = ""
    theme: str = "system"
    text: int = 100
    lines: str = "medium"
    underlines: str = "contrast"
    language: str = "system"
    colour: str = "yellow"
    zone: str = "local"
    quantities: bool = False
    group: str = "none"
    sort: str = "date"
    script: str = "written"
    pinyin: bool = False
    spaced: bool = True
    folders: list[str] = field(default_factory=list)
    feeds: list[str] = field(default_factory=list)
    clipboard: bool = False
    rules: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    pinned: list[str] = field(default_factory=list)
    keys: dict[str, list[str]] = field(default_factory=dict)
    #: No preference: what these were when the file was last read or written; None if it was not.
    was: dict[str, Any] | None = field(default=None, repr=False, compare=False)


NAMES = tuple(one.name for one in fields(Settings) if one.name != "was")


def home(kind: str) -> Path:
    """Give the folder for "config" or "data"."""
    own = os.environ.get("MEIPI_HOME")
    if own:
        return Path(own)
    import platformdirs  # not needed where MEIPI_HOME rules

    if kind == "config":
        return platformdirs.user_config_path("meipi", appauthor=False)
    return platformdirs.user_data_path("meipi", appauthor=False)


def path() -> Path:
    return home("config") / "settings.json"


def default_library() -> Path:
    return home("data") / "library.meipi"


def place_of(path: Path | None, settings: Settings) -> Path:
    """Give the file of the library named, or of the reader's own."""
    return path or Path(settings.library or default_library())


def load() -> Settings:
    """Read the preferences; a missing or spoilt file gives the defaults."""
    settings = Settings()
    for name, value in _sound(_kept(path()) or {}).items():
        setattr(settings, name, value)
    settings.was = _said(settings)
    return settings


def _said(settings: Settings) -> dict[str, Any]:
    """Say what every preference is."""
    return {name: deepcopy(getattr(settings, name)) for name in NAMES}


def _sound(kept: dict[str, object]) -> dict[str, Any]:
    """Give of what a file says what can be a preference."""
    usual, sound = Settings(), dict[str, Any]()
    for name in NAMES:
        value = kept.get(name)
        if isinstance(value, list):
            value = _words(value)
        elif isinstance(value, dict):
            value = {name: _words(keys) for name, keys in value.items() if isinstance(keys, list)}
        possible = name not in CHOICES or value in CHOICES[name]
        possible = possible and not (isinstance(value, str) and "\0" in value)
        if possible and isinstance(value, type(getattr(usual, name))):
            sound[name] = value
    return sound


def exchanged(settings: Settings) -> bytes:
    """Give what a file says of the preferences that are no one person's, and of no one machine."""
    return _spelt({name: value for name, value in _said(settings).items() if name in EXCHANGED})


def exported(place: Path) -> dict[str, Any]:
    """Read preferences from a file that `export` wrote."""
    sound = _sound(_kept(place) or {})
    taken = {name: value for name, value in sound.items() if name in EXCHANGED}
    if not taken:
        raise Unreadable(
            f"{place.name} holds no preferences of Meipi.",
            "Choose a file that the preferences exported.",
        )
    return taken


def _spelt(said: dict[str, object]) -> bytes:
    text = json.dumps(said, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "replace")


def _words(values: list[object]) -> list[str]:
    return [word for word in values if isinstance(word, str) and "\0" not in word]


def is_known(settings: Settings, library: Path) -> bool:
    """Tell whether a library is the reader's own: the usual one, the preferred, one remembered."""
    whole = disk.whole(library)
    usual = (default_library(), *map(Path, filter(None, (settings.library, *settings.known))))
    return any(disk.whole(one) == whole for one in usual)


def remember(settings: Settings, library: Path) -> None:
    """Count a library among the reader's own, now and in future."""
    if not is_known(settings, library):
        _add(settings, "known", str(disk.whole(library)))


def tell_once(settings: Settings, what: str) -> bool:
    """Tell whether this is still to be said; it is not, the next time."""
    if what in settings.told:
        return False
    _add(settings, "told", what)
    return True


def _add(settings: Settings, name: str, word: str) -> None:
    """Put a word at the end of a list, with what another window put there meanwhile."""
    words = list(dict.fromkeys((*getattr(settings, name), *getattr(load(), name), word)))
    setattr(settings, name, words[-MOST:])
    save(settings)


def _kept(place: Path) -> dict[str, object] | None:
    """Give what a file says, None if it is not what we write, or cannot be read just now."""
    try:
        return _held(place)
    except OSError:
        return None


def _held(place: Path) -> dict[str, object] | None:
    """Give what a file says, None if there is none, or it is not what we write."""
    try:
        kept = json.loads(disk.read(place, LARGEST).decode())
    except (FileNotFoundError, ValueError, RecursionError):
        return None
    return kept if isinstance(kept, dict) else None


def save(settings: Settings) -> None:
    """Write what differs from the defaults, whole or not at all.

    What another window wrote meanwhile stays where it was not changed here, and so does what a
    newer Meipi wrote; a spoilt file is laid aside, for somebody to look at. One that cannot be read
    just now is left alone.
    """
    mine, place = _said(settings), path()
    try:
        disk.make_folder(place.parent)
        before = _held(place)
        if before is None and place.exists():
            place.replace(place.with_suffix(".spoilt.json"))
        secret = any("@" in one for one in settings.feeds)
        disk.write(place, _spelt(_joined(before, mine, settings.was)), secret=secret)
    except OSError as error:
        raise DiskTrouble(
            f"The preferences could not be saved: {error.strerror}.",
            "Check the folder and the disk.",
        ) from error
    settings.was = mine


def _joined(
    before: dict[str, object] | None, mine: dict[str, Any], was: dict[str, Any] | None
) -> dict[str, object]:
    """Join what a file says with what differs here from what it `was`, and from the defaults."""
    said, defaults = dict(mine), _said(Settings())
    if before is not None and was is not None:
        there = defaults | _sound(before)
        said |= {name: there[name] for name in NAMES if mine[name] == was[name]}
        said |= {name: _both(mine[name], was[name], there[name]) for name in GATHERED}
        said["keys"] = _both_keys(mine["keys"], was["keys"], there["keys"])
        if there["author"] and not was["author"]:  # who the reader is was not known here as yet
            said |= {name: there[name] for name in ("author", "name")}
    kept = {name: value for name, value in (before or {}).items() if name not in said}
    return kept | {name: value for name, value in said.items() if value != defaults[name]}


def _both(mine: list[str], was: list[str], there: list[str]) -> list[str]:
    """Join two lists that were one: what was taken out of either is gone.

    What is new here, or stands in another place than it did, is last, in the order it has here.
    """
    before, gone = iter(was), {one for one in was if one not in mine or one not in there}
    new = [one for one in mine if one not in before and one not in gone]
    return [*(one for one in there if one not in gone and one not in new), *new]


Keys = dict[str, list[str]]


def _both_keys(mine: Keys, was: Keys, there: Keys) -> Keys:
    """Join the keys that two windows gave to commands."""
    new = {name: keys for name, keys in mine.items() if keys != was.get(name)}
    usual = was.keys() - mine.keys()  # again
    return {name: keys for name, keys in there.items() if name not in usual} | new


def identify(settings: Settings) -> Settings:
    """Give this reader an id and a name, once, and keep them; another program may be first."""
    if not settings.author:
        settings.author = fresh()
        settings.name = settings.name or _login()
        save(settings)
        there = load()
        if there.author:
            settings.author, settings.name = there.author, there.name
    return settings


def myself() -> "Author":
    """Give who does deeds on this machine."""
    from core.model import Author  # takes longer to load than these

    me = identify(load())
    return Author(me.author, me.name)


def _login() -> str:
    try:
        import getpass  # once

        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "reader"
