"""What watching remembers: the files that were seen, and how it went with each folder and feed.

A file of its own, written whole or not at all. Without it, what is in a folder counts as seen, and
feeds are fetched once more: nothing is imported twice.
"""

import json
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from core import disk
from core.errors import DiskTrouble
from core.settings import home
from core.watch.secret import held

LARGEST = 1 << 27  # bytes
HOUR = 3600.0  # seconds
SEASON = 90 * 24 * HOUR  # for which a file that is gone is remembered
MOST_GONE = 10_000  # files, those that went last


@dataclass(frozen=True, slots=True)
class Told:
    """How it went with a folder or a feed: when it was last looked at, in seconds since 1970.

    `error` is empty where all went well; `name` is what a feed calls itself. `etag` and `modified`
    are what its server wants to hear again; `rest` is for how many seconds it wanted to be left
    alone the last time, and `gone` that it said that the feed will not come back. `entries` tells
    which article each of its entries was, as `followed` knows them, and `was` the address it had.
    """

    when: float = 0.0
    error: str = ""
    name: str = ""
    etag: str = ""
    modified: str = ""
    rest: float = 0.0
    gone: bool = False
    entries: dict[str, str] = field(default_factory=dict)
    was: str = ""


def is_due(told: Told | None, now: float) -> bool:
    """Tell whether a feed may be asked again; a clock that was set back does not hold it up."""
    if told is None:
        return True
    return not told.gone and not 0 <= now - told.when < max(HOUR, told.rest)


@dataclass(slots=True)
class Kept:
    """`files` are marks of what was seen by path; `places` tell of folders and feeds.

    `gone` tells of files that are not there any more since when. They are remembered for a while: a
    disk that was not connected brings back what is no news.
    """

    files: dict[str, str] = field(default_factory=dict)
    places: dict[str, Told] = field(default_factory=dict)
    gone: dict[str, float] = field(default_factory=dict)

    def look_through(self, folder: str, there: Collection[str], now: float) -> bool:
        """Note which files of a folder are gone, and forget the longest gone; tell if any were."""
        missing = {one for one in self.files if one not in there and lies_in(one, folder)}
        back = self.gone.keys() & there
        new = missing - self.gone.keys()
        still = {one: min(since, now) for one, since in self.gone.items() if one not in back}
        self.gone = still | dict.fromkeys(new, now)
        long = [one for one, since in self.gone.items() if now - since >= SEASON]
        left = sorted(self.gone.keys() - set(long), key=self.gone.__getitem__)
        self.forget([*long, *left[: max(0, len(left) - MOST_GONE)]])
        return bool(new or back or long)

    def forget(self, files: Iterable[str]) -> None:
        """Remember nothing of files."""
        for one in files:
            self.files.pop(one, None)
            self.gone.pop(one, None)


def lies_in(file: str, folder: str) -> bool:
    """Tell whether a file is one of a folder's own, and not in one below it."""
    inside = os.path.join(folder, "")  # noqa: PTH118  as it was joined when it was found
    return file.startswith(inside) and os.sep not in file[len(inside) :]


def path() -> Path:
    return home("config") / "watched.json"


def load() -> Kept:
    """Read what is remembered; what cannot be read is forgotten."""
    try:
        said = json.loads(disk.read(path(), LARGEST).decode())
    except (OSError, ValueError, RecursionError):
        return Kept()
    said = said if isinstance(said, dict) else {}
    files, places, gone = (_mapping(said.get(name)) for name in ("files", "places", "gone"))
    return Kept(
        _texts(files),
        {name: _told(one) for name, one in places.items() if isinstance(one, dict)},
        {name: since for name, since in gone.items() if isinstance(since, float)},
    )


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _told(said: Mapping[str, Any]) -> Told:
    usual = Told()
    sound = {
        one.name: said[one.name]
        for one in fields(Told)
        if isinstance(said.get(one.name), type(getattr(usual, one.name)))
    }
    entries = sound.get("entries", {})
    return Told(**sound | {"entries": _texts(entries)})


def _texts(said: Mapping[str, Any]) -> dict[str, str]:
    return {name: one for name, one in said.items() if isinstance(one, str)}


def save(kept: Kept) -> None:
    place = path()
    try:
        disk.make_folder(place.parent)
        names = [one.name for one in fields(Told)]
        places = {
            place: {one: getattr(told, one) for one in names} for place, told in kept.places.items()
        }
        # Laid out, it would take longer.
        said = json.dumps({"files": kept.files, "places": places, "gone": kept.gone})
        disk.write(place, f"{said}\n".encode("ascii"), secret=any(map(held, kept.places)))
    except OSError as error:
        raise DiskTrouble(
            f"What has been seen in folders and feeds could not be remembered: {error.strerror}.",
            "Check the folder and the disk.",
        ) from error
