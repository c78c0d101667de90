"""Files written whole or not at all: beside their place first, then moved there in one step.

What is written is the document's; which name a note has is `name`'s.
"""

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from core.errors import DiskTrouble

#: Places of the system that are written into, never replaced.
_DEVICES = ("/dev/", "/proc/")


def write_file(path: Path, text: str) -> None:
    """Write a file so that after any mishap there is the old one or the new one, whole.

    A link is replaced, not followed.
    """
    put(path, text)
    settle(path.parent)


def put(path: Path, text: str) -> None:
    """Write a file as above, but for its folder's entry, which is `settle`'s."""
    written = text.encode("utf-8", "replace")
    try:
        if path.is_dir():
            raise DiskTrouble(f"{path} is a folder.", "Give the name of a file.")
        if _is_device(path):
            path.write_bytes(written)
        else:
            _replace(path, written)
    except (OSError, ValueError) as error:  # ValueError: no system has such a name
        raise trouble(path, error) from error


def _is_device(path: Path) -> bool:
    return str(path.absolute()).startswith(_DEVICES) or (path.exists() and not path.is_file())


def _replace(path: Path, written: bytes) -> None:
    beside = path.with_name(f".meipi-{secrets.token_hex(8)}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def settle(folder: Path) -> None:
    """Have the disk keep the names of a folder's new files, where the system knows how."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def trouble(path: Path, error: OSError | ValueError) -> DiskTrouble:
    why = (isinstance(error, OSError) and error.strerror) or "it is no name for a file"
    return DiskTrouble(
        f"{path} could not be written: {why}.", "Choose another place, or make room."
    )
