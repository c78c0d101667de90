"""Every question to the reader that is one box and one answer.

The window holds one Ask; a test holds its own, which answers by hand. Each question takes the
widget it stands over and gives the answer, or None if the reader would rather not.
"""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.tongue import phrase, tr

PAGES = phrase(
    "Pages (*.txt *.md *.html *.htm *.mhtml *.mht *.webarchive *.eml *.mbox *.json *.jsonl"
    " *.csv *.tsv *.rss *.atom *.xml)"
)
LIBRARIES = phrase("Meipi libraries (*.meipi *.db *.sqlite)")
SHARES = phrase("Meipi shares (*.meipi)")
MARKDOWN = phrase("Markdown (*.md)")
TEMPLATES = phrase("Templates (*.j2 *.jinja *.jinja2 *.md *.txt)")
TERMS = phrase("Lists of terms (*.csv *.tsv *.txt)")
SETTINGS = phrase("Settings (*.json)")
FEEDS = phrase("Lists of feeds (*.opml *.xml)")
ANY = phrase("All files (*)")
SCHEMES = ("http", "https", "mailto")


class Ask:
    """The questions. `nobody` is there to answer them at the end of a session."""

    nobody = False

    def files_to_import(self, parent: QWidget | None) -> tuple[Path, ...] | None:
        names, _ = QFileDialog.getOpenFileNames(
            parent, tr("Import Files"), str(Path.home()), _filters(tr(PAGES))
        )
        return tuple(Path(name) for name in names) or None

    def folder_to_import(self, parent: QWidget | None) -> Path | None:
        return _folder(parent, tr("Import a Folder"))

    def file_to_export(self, parent: QWidget | None, name: str) -> Path | None:
        """Ask where one file of Markdown goes; `name` is what it could be called."""
        return _to_save(parent, tr("Export Markdown"), name, tr(MARKDOWN))

    def folder_to_export(self, parent: QWidget | None) -> Path | None:
        """Ask for the folder that a folder of notes goes into."""
        return _folder(parent, tr("Export a Folder of Notes"))

    def terms_to_import(self, parent: QWidget | None) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(
            parent, tr("Import Terms"), str(Path.home()), _filters(tr(TERMS))
        )
        return Path(name) if name else None

    def terms_to_export(self, parent: QWidget | None) -> Path | None:
        return _to_save(parent, tr("Export Terms"), "terms.csv", tr(TERMS))

    def file_to_save(self, parent: QWidget | None, name: str) -> Path | None:
        """Ask where a picture or table goes; `name`, by its end, is what it could be called."""
        return _to_save(parent, tr("Save"), name, f"*{Path(name).suffix}")

    def template(self, parent: QWidget | None) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(
            parent, tr("Choose a Template"), str(Path.home()), _filters(tr(TEMPLATES))
        )
        return Path(name) if name else None

    def folder_to_watch(self, parent: QWidget | None) -> Path | None:
        return _folder(parent, tr("Watch a Folder"))

    def feeds_to_import(self, parent: QWidget | None) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(
            parent, tr("Import Feeds"), str(Path.home()), _filters(tr(FEEDS))
        )
        return Path(name) if name else None

    def file_for_settings(self, parent: QWidget | None) -> Path | None:
        """Ask where the settings go."""
        return _to_save(parent, tr("Export Settings"), "meipi-settings.json", tr(SETTINGS))

    def settings_to_import(self, parent: QWidget | None) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(
            parent, tr("Import Settings"), str(Path.home()), _filters(tr(SETTINGS))
        )
        return Path(name) if name else None

    def library_to_open(self, parent: QWidget | None) -> Path | None:
        """Ask for a library; a name that is not there yet will be a new one."""
        dialog = QFileDialog(parent, tr("Open or Make a Library"), str(Path.home()))
        dialog.setNameFilters([tr(LIBRARIES), tr(ANY)])
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Open", "file"))
        dialog.setDefaultSuffix("meipi")
        names = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(names[0]) if names else None

    def file_to_merge(self, parent: QWidget | None) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(
            parent, tr("Merge a Share or a Library"), str(Path.home()), _filters(tr(LIBRARIES))
        )
        return Path(name) if name else None

    def file_to_share(self, parent: QWidget | None, name: str) -> Path | None:
        """Ask where a share goes; `name` is what it could be called."""
        return _to_save(parent, tr("Share"), name, tr(SHARES))

    def show_folder(self, folder: Path) -> None:
        """Show a folder of the reader's own in the system's window for files."""
        from PySide6.QtGui import QDesktopServices  # not before it is asked for

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder.absolute())))

    def open_address(self, parent: QWidget | None, address: str | QUrl) -> QUrl | None:
        """Open a web address once the reader has seen where it leads; give what was opened.

        What is shown is what is opened: encoded, so that no letter of it can look like another.
        """
        url = web_address(address)
        if url is None:
            return None
        shown = bytes(url.toEncoded().data()).decode("ascii", "replace")
        if not self.may_open(parent, shown):
            return None
        from PySide6.QtGui import QDesktopServices  # not before it is asked for

        QDesktopServices.openUrl(url)
        return url

    def may_open(self, parent: QWidget | None, address: str) -> bool:
        """Show where a link leads and ask; Enter alone does not open it."""
        from gui.dialogs.question import Question, exactly

        question = tr("Open this address in the browser?")
        return bool(Question(question, exactly(address), tr("Open", "file"), parent).exec())

    def is_mine(self, parent: QWidget | None, library: Path) -> bool | None:
        """Ask whether a library that was never opened here is the reader's own."""
        from gui.dialogs.keeping.owning import OwningDialog

        dialog = OwningDialog(library, parent)
        return dialog.mine if dialog.exec() else None

    def may_lose_note(self, parent: QWidget | None) -> bool:
        """Ask whether to close although something that is typed could not be kept."""
        from gui.dialogs.question import Question, sentences

        detail = sentences(tr("It is still in the window. You can mend it there, or copy it."))
        question = tr("Something you typed could not be saved. Close anyway?")
        return self.nobody or bool(
            Question(question, detail, tr("Close and Lose It"), parent).exec()
        )

    def may_lose_finding(self, parent: QWidget | None) -> bool:
        """Ask whether to close although a finding is being written that was not made."""
        from gui.dialogs.question import Question, sentences

        detail = sentences(tr("What you wrote of it is still in the window."))
        question = tr("A finding is being written. Close anyway?")
        return self.nobody or bool(
            Question(question, detail, tr("Close and Lose It"), parent).exec()
        )

    def about(self, parent: QWidget | None) -> None:
        from gui.dialogs.question import Question, sentences

        Question(
            tr("Meipi 眉批 {0}").format(_version()).strip(), sentences(tr(ABOUT)), parent=parent
        ).exec()


ABOUT = phrase(
    "Read bilingual research, mark what matters, keep it all on your own disk.\n\n"
    "眉批 are the notes a reader writes in the upper margin.\n\n"
    "Free software under the GNU General Public License, version 3 or later.\n\n"
    "Its dictionary is made from CC-CEDICT, published by MDBG, under CC BY-SA 4.0; the words"
    " that Chinese is cut into are jieba's, under the MIT licence."
)


def web_address(address: str | QUrl) -> QUrl | None:
    """Give an address that may be opened at all; no file, and nothing that starts a program."""
    url = QUrl(address)
    return url if url.isValid() and url.scheme() in SCHEMES else None


def _folder(parent: QWidget | None, title: str) -> Path | None:
    """Ask for a folder. Of one that is typed, Qt chooses the folder above it as well, and first."""
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    names = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(names[-1]) if names else None


def _to_save(parent: QWidget | None, title: str, name: str, kind: str) -> Path | None:
    """Ask where a file goes; without an end of its own it gets that of `name`."""
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([kind, tr(ANY)])
    dialog.setDefaultSuffix(Path(name).suffix)
    dialog.selectFile(name)
    names = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(names[0]) if names else None


def _filters(*kinds: str) -> str:
    return ";;".join((*kinds, tr(ANY)))


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("meipi")
    except PackageNotFoundError:
        return ""
