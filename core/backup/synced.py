"""Libraries in folders that another program carries from machine to machine.

Such a program copies a file without asking whether somebody writes to it, and where two machines
wrote, it lays a second file beside the first. Here those are found; `merge` joins them. Nothing is
opened but for a few bytes.
"""

import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from core import disk, schema

#: What stands between the name of the first file and its ending in the name of the second.
CONFLICT = re.compile(
    r" ?\(.*(conflict|冲突|衝突).*\)"  # Dropbox, Nextcloud, in the language of the system
    r"|[._-](sync-)?(conflict|冲突|衝突).*"  # Syncthing, ownCloud, Nutstore
    r"| ([2-9]|[1-9]\d)"  # iCloud Drive
    r"| ?\([1-9]\d?\)",  # Google Drive
    re.IGNORECASE,
)
#: The name of a machine, as Windows gives them. OneDrive adds it; there, it may be any.
MACHINE = re.compile(r"-(?=.*[A-Z])[A-Z0-9-]{3,18}")
ANY_MACHINE = re.compile(r"-[\w-]{1,63}")

#: Folders by their names, and by what such a program keeps in them.
NAMES = {
    "Dropbox": r"Dropbox( \(.+\))?|Dropbox-.+",
    "OneDrive": r"OneDrive( - .+|-.+)?",
    "iCloud Drive": r"com~apple~CloudDocs|Mobile Documents|iCloud ?Drive",
    "Google Drive": r"Google ?Drive(-.+)?",
    "Nextcloud": r"Nextcloud|ownCloud",
    "Syncthing": r"Syncthing",
    "Nutstore": r"Nutstore( Files)?|我的坚果云|坚果云",
}
MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
}
HEAD = 72
MARK = schema.APPLICATION_ID.to_bytes(4, "big")


def synced_by(library: Path) -> str | None:
    """Name the program that carries the library's folder about, if one is known to."""
    for folder in disk.whole(library).parents:
        for name, pattern in NAMES.items():
            if re.fullmatch(pattern, folder.name, re.IGNORECASE):
                return name
        for marker, name in MARKERS.items():
            if (folder / marker).exists():
                return name
    return None


def conflict_copies(library: Path) -> list[Path]:
    """Find the files beside a library that look like its other selves, by name."""
    whole = library.absolute()
    with suppress(OSError):
        found = [path for path in whole.parent.iterdir() if _is_other_self(path, whole)]
        return sorted(found)
    return []


def _is_other_self(path: Path, library: Path) -> bool:
    if path.suffix != library.suffix or not path.stem.startswith(library.stem):
        return False
    added = path.stem[len(library.stem) :]
    machine = ANY_MACHINE if synced_by(library) == "OneDrive" else MACHINE
    return bool(CONFLICT.fullmatch(added) or machine.fullmatch(added)) and _is_library(path)


def _is_library(path: Path) -> bool:
    """Look at a file's first bytes, if it is a file at all and no link to one."""
    with suppress(OSError):
        how = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        opened = os.open(path, how | getattr(os, "O_BINARY", 0))
        try:
            head = os.read(opened, HEAD) if stat.S_ISREG(os.fstat(opened).st_mode) else b""
        finally:
            os.close(opened)
        return head.startswith(b"SQLite format 3\0") and head[68:] == MARK
    return False
