"""A file at a place that the reader chose: whole or not at all, and never over what Meipi keeps.

What is written there is made elsewhere. A share may take the place of a share, and a copy of a
library that of an older copy: for these, `share` and `backup` see to it.
"""

from pathlib import Path

from core import disk, settings
from core.errors import DiskTrouble
from core.store.kind import is_ours

#: Places of the system that are written into, never replaced.
_DEVICES = ("/dev/", "/proc/")


def write(path: Path, content: bytes) -> None:
    """Write a file; a link is replaced, not followed."""
    put(path, content)
    disk.settle(path.parent)
    disk.tidy(path)


def put(path: Path, content: bytes) -> None:
    """Write one of many files into a folder that is to be settled once they are all there."""
    try:
        _must_be_free(path)
        if _is_device(path):
            path.write_bytes(content)
        else:
            disk.put(path, content)
    except (OSError, ValueError) as error:  # ValueError: no system has such a name
        raise trouble(path, error) from error


def _must_be_free(path: Path) -> None:
    """Refuse a place where there is what nobody means to write over, whatever it is called."""
    if path.is_dir():
        raise DiskTrouble(f"{path} is a folder.", "Give the name of a file.")
    if is_ours(path):
        raise DiskTrouble(f"{path} is a library of Meipi, or a share.", "Give another name.")
    if disk.whole(path) == disk.whole(settings.path()):
        raise DiskTrouble(f"{path} is where Meipi keeps your preferences.", "Give another name.")


def _is_device(path: Path) -> bool:
    return str(path.absolute()).startswith(_DEVICES) or (path.exists() and not path.is_file())


def trouble(path: Path, error: OSError | ValueError) -> DiskTrouble:
    """Say that a file could not be written."""
    why = (isinstance(error, OSError) and error.strerror) or "it is no name for a file"
    return DiskTrouble(
        f"{path} could not be written: {why}.", "Choose another place, or make room."
    )
