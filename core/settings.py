"""Preferences: a dataclass and the file that keeps what differs from its defaults.

Where the window stood is not a preference; Qt keeps that. `MEIPI_HOME`, when set, is the one folder
for everything, so that Meipi can live on a stick, or in a test.
"""

import getpass
import json
import os
import uuid
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from core.errors import DiskTrouble


@dataclass(slots=True)
class Settings:
    """What a reader may set. `author` is a stable id of this reader on this machine."""

    author: str = ""
    name: str = ""
    library: str = ""
    theme: str = "system"
    colour: str = "yellow"
    zone: str = "local"
    welcomed: bool = False


def home(kind: str) -> Path:
    """Give the folder for "config" or "data"."""
    own = os.environ.get("MEIPI_HOME")
    if own:
        return Path(own)
    import platformdirs  # noqa: PLC0415  not needed where MEIPI_HOME rules

    if kind == "config":
        return platformdirs.user_config_path("meipi", appauthor=False)
    return platformdirs.user_data_path("meipi", appauthor=False)


def path() -> Path:
    return home("config") / "settings.json"


def default_library() -> Path:
    return home("data") / "library.meipi"


def load() -> Settings:
    """Read the preferences; a missing or spoilt file gives the defaults."""
    settings = Settings()
    try:
        kept = json.loads(path().read_text("utf-8"))
    except (OSError, ValueError):
        kept = {}
    for field in fields(Settings):
        value = kept.get(field.name) if isinstance(kept, dict) else None
        if isinstance(value, type(getattr(settings, field.name))):
            setattr(settings, field.name, value)
    return settings


def save(settings: Settings) -> None:
    """Write what differs from the defaults, whole or not at all."""
    defaults = asdict(Settings())
    kept = {name: value for name, value in asdict(settings).items() if value != defaults[name]}
    place = path()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_suffix(".tmp")
        beside.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", "utf-8")
        beside.replace(place)
    except OSError as error:
        raise DiskTrouble(f"The preferences could not be saved: {error.strerror}.") from error


def identify(settings: Settings) -> Settings:
    """Give this reader an id and a name, once, and keep them."""
    if not settings.author:
        settings.author = str(uuid.uuid4())
        settings.name = settings.name or _login()
        save(settings)
    return settings


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "reader"
