"""A library opened whatever happens: where it does not, a copy is put back or another is opened."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.errors import DiskTrouble, MeipiError, NotALibrary
from core.library import Reader
from core.settings import Settings, place_of, save
from gui.libraries import make_folder
from gui.startup import terminal
from gui.startup.opening import NotOpened, open_library
from gui.tongue import tr

if TYPE_CHECKING:
    from core.backup import Copy
    from gui.ask import Ask


class Opener:
    """Opens one library after the other. Without `ask`, nobody is there to be asked.

    `told` is what is to be said once the window is there.
    """

    def __init__(self, settings: Settings, ask: "Ask | None") -> None:
        self._settings, self.ask = settings, ask
        self.told: str | MeipiError = ""

    def first(self, path: Path | None) -> Reader | None:
        """Open the library that Meipi was started with; None: the reader gave up."""
        try:
            return open_library(path, self._settings, self.ask)
        except NotOpened:
            return None
        except MeipiError as error:
            place = place_of(path, self._settings)
            terminal.tell(f"{_safely(str(_with_a_way_back(error, place)))}\n")
            return self._rescue(place, error, None)

    def another(self, path: Path, parent: QWidget) -> Reader | None:
        """Open another library instead of the one shown; what is no library of hers is raised."""
        try:
            other: Reader | None = open_library(path, self._settings, self.ask, parent)
        except NotOpened:
            return None
        except MeipiError as error:
            if not _copied(error, path):
                raise
            other = self._rescue(path, error, parent)
        return other and self._kept(other, path)

    def _kept(self, library: Reader, path: Path) -> Reader:
        """Open the same library the next time; if that cannot be kept, it is no great loss."""
        if library.path != path:
            return library  # a clean copy of somebody else's
        self._settings.library = str(path.absolute())
        try:
            save(self._settings)
        except DiskTrouble as error:
            terminal.tell(f"{error}\n")
        return library

    def restore(self, place: Path, copy: "Copy") -> Reader | None:
        """Put a copy in the place of a library that is closed, and open it."""
        error = self._put_back(place, copy)
        if error:
            self.told = error
        return self.first(place)

    def _rescue(self, place: Path, error: MeipiError, parent: QWidget | None) -> Reader | None:
        """Offer the copies of a library, or to open another, until one is open."""
        if self.ask is None:
            return None
        from gui.dialogs.keeping.rescue import RescueDialog  # where there is trouble

        wrong: MeipiError | None = error
        while wrong:
            dialog = RescueDialog(place, wrong, self._settings.zone, self.ask, parent)
            if not dialog.exec():
                return None
            if dialog.anew:
                return open_library(place, self._settings, self.ask, parent, anew=True)
            if dialog.other:
                other = self.first(dialog.other)
                return other and self._kept(other, dialog.other)
            assert dialog.copy is not None
            wrong = self._put_back(place, dialog.copy)
        return self.first(place)

    def _put_back(self, place: Path, copy: "Copy") -> MeipiError | None:
        from gui.dialogs.keeping.restoring import RestoringDialog
        from gui.dialogs.keeping.said import when

        try:
            make_folder(place.parent)  # it may have gone with the library
        except DiskTrouble as error:
            return error
        dialog = RestoringDialog(place, copy.path)
        dialog.exec()
        if dialog.restored:
            before = dialog.restored.before
            kept = (
                tr("What was there before is kept as {name}.").format(name=before.name)
                if before
                else ""
            )
            back = tr("Went back to the copy of {when}.").format(
                when=when(copy, self._settings.zone)
            )
            self.told = f"{back} {kept}".strip()
        return dialog.failed


def _copied(error: MeipiError, place: Path) -> bool:
    """Tell whether it is the library itself that does not open, and there are copies of it."""
    if not isinstance(error, NotALibrary):
        return False
    from core.backup import copies  # where there is trouble

    return bool(copies(place))


def _safely(text: str) -> str:
    from core.share.words import spelled  # where there is trouble

    return spelled(text)


def _with_a_way_back(error: MeipiError, place: Path) -> MeipiError:
    if not isinstance(error, NotALibrary):
        return error
    from core.backup import with_a_way_back  # where there is trouble

    return with_a_way_back(error, place)
