"""Libraries that can only be looked at, and a place where the reader's own is made.

Which of them is opened is told in `startup.opening`.
"""

from pathlib import Path

from core.errors import DiskTrouble, MeipiError, NotALibrary, ReadOnly
from core.library import Library, Reader
from core.model import Author
from gui.tongue import tr


class ReadOnlyLibrary(Reader):
    """A library of the reader's own that can only be looked at; `why` says what stands against."""

    def __init__(self, path: Path, why: MeipiError | None = None) -> None:
        super().__init__(path)
        self.why = why


class Shared(Reader):
    """A share to look into: a clean copy of it, what it says of itself, and where the file lies.

    `why` says what stands against writing to it.
    """

    def __init__(self, file: Path) -> None:
        from core.share.manifest import manifest  # few libraries are shares
        from core.share.opening import as_library

        super().__init__(as_library(file))
        self.file = file
        self.manifest = manifest(self.path)
        self.why = ReadOnly(
            tr("{name} can only be read: it is a share.").format(name=file.name),
            tr("Merge it into your library to mark its articles."),
        )


def make_sure_of(place: Path, author: Author) -> None:
    """Make the reader's library where there is none yet."""
    if not place.exists():
        refuse_lost(place)
    make_folder(place.parent)
    Library(place, author).close()


def refuse_lost(place: Path) -> None:
    """Have no library made at a place where copies tell that there was one."""
    from core.backup import copies  # where there is no library

    if copies(place):
        raise NotALibrary(
            tr("{name} is no longer in {parent}.").format(
                name=place.name, parent=place.absolute().parent
            ),
            tr("Put it back there, or restore a copy of it."),
        )


def make_folder(folder: Path) -> None:
    """Make the folder that a library is to be in."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        from gui.tongue.reasons import why  # when something went wrong

        raise DiskTrouble(
            tr("The folder {folder} could not be made: {strerror}.").format(
                folder=folder, strerror=why(error)
            ),
            tr("Make it by hand."),
        ) from error
