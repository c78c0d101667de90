"""What can go wrong outside our code, in words fit for a reader.

A bug is not here: it is an assert, or any other exception, and nobody catches it.
"""

from pathlib import Path


class MeipiError(Exception):
    """Something a reader can mend: one sentence, and a remedy that says what to do.

    The remedy is empty where nothing is wrong, as when the reader called something off.
    """

    def __init__(self, sentence: str, remedy: str) -> None:
        super().__init__(sentence, remedy)
        self.sentence = sentence
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".strip()


class Unreadable(MeipiError):
    """A file or text that holds nothing we can read."""


class NotALibrary(MeipiError):
    """A file that is no library of ours, or a damaged one."""


class NewerLibrary(MeipiError):
    """A library that a newer Meipi wrote."""


class OlderLibrary(NotALibrary):
    """A library in an older format, which is to be brought up to date before it is opened."""


class ReadOnly(MeipiError):
    """A deed on a library that may only be looked at."""


class Busy(MeipiError):
    """Another program holds the library."""


class DiskTrouble(MeipiError):
    """The disk is full, gone or failing; nothing was written."""


class Stale(MeipiError):
    """What was to be changed has been changed meanwhile."""


class NotFound(MeipiError):
    """Nothing answers to the name given."""


class Refused(MeipiError):
    """A request that would break a rule, such as a tag inside itself."""


def moved(path: Path) -> DiskTrouble:
    """Say that a library that is open is no longer where it was."""
    if path.exists():
        return DiskTrouble(
            f"{path.name} was replaced by another file; nothing was changed.",
            "Open the library again.",
        )
    return DiskTrouble(
        f"{path.name} is no longer in {path.parent}; nothing was changed.",
        "Put it back there, or open it where it is now.",
    )


def taken_away() -> NotFound:
    """Say that an article is not on the shelf."""
    return NotFound("This article is not in the library.", "It may have been taken away.")


def unread(name: object, error: OSError) -> Unreadable:
    """Say that a file could not be read."""
    return Unreadable(
        f"{name} could not be read: {error.strerror}.", "Check the file and its folder."
    )


def uncopied(error: OSError) -> DiskTrouble:
    """Say that a copy of our own, of what came from elsewhere, could not be made."""
    return DiskTrouble(
        f"No copy could be made: {error.strerror}.", "Check that the disk has room, then try again."
    )
