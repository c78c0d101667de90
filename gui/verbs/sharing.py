"""The verbs of sharing: send marks to a colleague, take in hers, see where both differ.

The dialogs ask; the desk commits. A share that is looked into says so in a bar over the window.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolBar

from core.change import Change
from core.errors import MeipiError, ReadOnly
from core.library import Library
from core.model import Author
from core.settings import load, myself, place_of
from gui.desk import merge_into
from gui.libraries import Shared, make_sure_of
from gui.parts.notice import Words
from gui.tongue import tr

if TYPE_CHECKING:
    from gui.dialogs.merging import MergeDialog
    from gui.window import Window

ENDS = (".meipi", ".db", ".sqlite")


class Sharing(QObject):
    """The commands of sharing, for `actions` to tie by their names."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._bar: ShareBar | None = None

    def show_origin(self) -> None:
        """Say over a share whose it is, and offer to merge it."""
        reader = self._desk.reader
        if isinstance(reader, Shared):
            self._bar = ShareBar(reader.manifest, reader.file.name)
            self._bar.asked.clicked.connect(partial(self._merge_into_mine, reader.file))
            self._window.addToolBarBreak()
            self._window.addToolBar(self._bar)

    # Sharing

    def share(self) -> None:
        from gui.dialogs.sharing import ShareDialog

        window = self._window
        window.inspector.flush()
        articles = window.articles
        current = articles.current() or window.insights.article()
        dialog = ShareDialog(self._desk.reader, current, articles.selected(), window.ask, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # Merging

    def merge(self) -> None:
        file = self._window.ask.file_to_merge(self._window)
        if file:
            self.merge_files([file])

    def merge_files(self, files: Sequence[Path]) -> None:
        """Look at files, one after the other, and merge what is wanted of them."""
        library, window = self._desk.reader, self._window
        if not files:
            return
        if not isinstance(library, Library):
            window.notice.warn(_only_to_look(library.path))
            return
        window.inspector.flush()
        dialog = self._dialog(files[0], library.path, library.author)
        dialog.writes.connect(self._lend)
        dialog.merged.connect(self._tell)
        dialog.finished.connect(self._desk.look_again)
        dialog.finished.connect(lambda _code: self.merge_files(files[1:]))
        dialog.open()

    def _dialog(self, file: Path, ours: Path, author: Author) -> "MergeDialog":
        from gui.dialogs.merging import MergeDialog

        dialog = MergeDialog(file, ours, author, partial(merge_into, (ours, author)), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _lend(self, writing: bool) -> None:
        (self._desk.lend if writing else self._desk.take_back)()

    def _tell(self, change: Change, told: str) -> None:
        self._desk.hear(change)
        self._window.notice.say(told, undo=bool(change))

    def _merge_into_mine(self, file: Path) -> None:
        """Merge the share that is open to look at into the reader's own library."""
        author, place = myself(), place_of(None, load())
        try:
            make_sure_of(place, author)
        except MeipiError as error:
            self._window.notice.warn(error)
            return
        dialog = self._dialog(file, place, author)
        dialog.merged.connect(partial(self._tell_merged_there, place))
        dialog.open()

    def _tell_merged_there(self, place: Path, _: Change, told: str) -> None:
        assert self._bar is not None
        self._window.notice.say(told)
        self._bar.offer_library()
        self._bar.asked.clicked.disconnect()
        self._bar.asked.clicked.connect(lambda: self._window.deeds.library_asked.emit(place))


class ShareBar(QToolBar):
    """Whose share this is, and the button that merges it."""

    def __init__(self, manifest: dict[str, str], file: str) -> None:
        super().__init__(tr("Share"), movable=False)
        from gui.dialogs.merging import said  # not for a library's first picture

        self.setObjectName("share")
        self.toggleViewAction().setVisible(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        words = (said.origin(manifest, file), tr("You can look at it."), said.left_out(manifest))
        self.told = Words(self)
        self.told.setText(" ".join(filter(None, words)))
        self.told.setAccessibleName(self.told.text())
        self.told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.asked = QPushButton(tr("Merge into My Library…"))
        self.asked.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.told.setIndent(8)
        self.addWidget(self.told)
        self.addWidget(self.asked)

    def offer_library(self) -> None:
        self.asked.setText(tr("Open My Library"))


def split(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Part Meipi's own files from those that hold pages."""
    from core.share.mark import is_share  # when files come

    ours = [path for path in paths if path.suffix.lower() in ENDS or is_share(path)]
    return ours, [path for path in paths if path not in ours]


def _only_to_look(library: Path) -> ReadOnly:
    return ReadOnly(
        tr("{name} can only be read: nothing can be merged into it.").format(name=library.name),
        tr("Open your own library, then merge."),
    )
