"""The file of a document, and what is told where it cannot be written.

What is written is the document's; which name a note has is `name`'s.
"""

from pathlib import Path

from core import disk
from core.errors import DiskTrouble

#: Places of the system that are written into, never replaced.
_DEVICES = ("/dev/", "/proc/")


def write_file(path: Path, text: str) -> None:
    """Write a file, whole or not at all; a link is replaced, not followed."""
    put(path, text)
    disk.settle(path.parent)


def put(path: Path, text: str) -> None:
    """Write one of many files into a folder that is to be settled once they are all there."""
    written = text.encode("utf-8", "replace")
    try:
        if path.is_dir():
            raise DiskTrouble(f"{path} is a folder.", "Give the name of a file.")
        if _is_device(path):
            path.write_bytes(written)
        else:
            disk.put(path, written)
    except (OSError, ValueError) as error:  # ValueError: no system has such a name
        raise trouble(path, error) from error


def _is_device(path: Path) -> bool:
    return str(path.absolute()).startswith(_DEVICES) or (path.exists() and not path.is_file())


def trouble(path: Path, error: OSError | ValueError) -> DiskTrouble:
    why = (isinstance(error, OSError) and error.strerror) or "it is no name for a file"
    return DiskTrouble(
        f"{path} could not be written: {why}.", "Choose another place, or make room."
    )
