"""Why the system or the network did not do as it was asked, in the language of the window.

They are the words of the system, in English as mostly met; what is not known stays as it is.
"""

from functools import lru_cache

from gui.tongue import is_chinese, phrase, tr

REASONS = (
    phrase("No space left on device"),
    phrase("Disk quota exceeded"),
    phrase("Permission denied"),
    phrase("Operation not permitted"),
    phrase("Read-only file system"),
    phrase("No such file or directory"),
    phrase("Is a directory"),
    phrase("Not a directory"),
    phrase("File exists"),
    phrase("File name too long"),
    phrase("Too many open files"),
    phrase("Too many levels of symbolic links"),
    phrase("Input/output error"),
    phrase("Device or resource busy"),
    phrase("Stale file handle"),
    phrase("Transport endpoint is not connected"),
    phrase("Connection refused"),
    phrase("Connection reset by peer"),
    phrase("Connection timed out"),
    phrase("timed out"),
    phrase("No route to host"),
    phrase("Network is unreachable"),
    phrase("Name or service not known"),
    phrase("No address associated with hostname"),
    phrase("Temporary failure in name resolution"),
    phrase("nodename nor servname provided, or not known"),
)


def why(error: OSError) -> str:
    """Say why a call to the system failed."""
    return reason(error.strerror or str(error))


def reason(words: str) -> str:
    """Say what the system said."""
    return tr(words) if is_chinese() and words in _known() else words


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(REASONS)
