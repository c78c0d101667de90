"""A way to every dialog and page that lies over the window, by the class of each.

They are found by themselves: one that no way leads to is told by `left_out`.
"""

import importlib
import inspect
import itertools
import pkgutil
import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

import gui
from core import backup
from core.backup import Reason
from core.change import Change, Edit, Record
from core.errors import NotALibrary
from core.library import Library
from core.share.make import Choice, make
from gui import work
from gui.dialogs.keeping.backups import BackupsDialog
from gui.dialogs.keeping.owning import OwningDialog
from gui.dialogs.keeping.rescue import RescueDialog
from gui.dialogs.keeping.restoring import RestoringDialog
from gui.dialogs.question import Question, sentences
from gui.dialogs.report import Report
from gui.dialogs.settling import SettleDialog
from gui.dialogs.tags import TagsDialog
from gui.dialogs.waiting import WaitDialog
from gui.parts.overlay import Overlay
from gui.window import Window
from tests.generate import mark, page
from tests.given import BEN, made

Way = Callable[[Window], object]


def command(name: str) -> Way:
    return lambda window: window.actions_[name].trigger()


def _ready(window: Window) -> None:
    """Have a highlight with a tag, a finding, and a saved copy."""
    window.actions_["highlight"].trigger()
    window.desk.tag(window.inspector.current() or "", "claim/forecast")
    window.actions_["find"].trigger()
    window.concluding.stating.page.make_button.click()
    backup.take(window.desk.reader.path, Reason.DAILY)


def _share(window: Window) -> Path:
    """Make a share of Ben's, with an article that is new."""
    other = window.desk.reader.path.with_name("ben.meipi")
    clock = itertools.count(1_760_000_000_000, 1000).__next__
    with Library(other, BEN, clock) as library:
        article = made("日本的磁铁", "Magnets are five years away")
        library.commit(library.add([article]).change)
        library.commit(mark(article))
    return make(other, other.with_name("from-ben.meipi"), Choice(), BEN).path


def _join(window: Window) -> None:
    """Ask which tag is to be joined with the first."""
    window.actions_["tags"].trigger()
    (dialog,) = (one for one in window.findChildren(TagsDialog) if one.isVisible())
    dialog.list.setCurrentIndex(dialog.model.index(0))
    dialog.form.join.click()


def _settle(window: Window) -> None:
    """Let a tag be called otherwise here and there, and settle it."""
    library, tag = window.desk.reader, window.desk.reader.tags()[0]
    assert isinstance(library, Library)

    def rename(name: str) -> Change:
        return Change("rename tag", (Edit(Record.TAG, tag.id, "name", tag.name, name),))

    there = library.path.with_name("ben.meipi")
    shutil.copy(library.path, there)
    with Library(there, BEN) as other:
        other.commit(rename("his"))
    library.commit(rename("hers"))
    library.merge(there)
    SettleDialog(library, Record.TAG, tag.id, window).open()


def _check(window: Window) -> None:
    window.actions_["backups"].trigger()
    backups = QApplication.activeModalWidget()
    assert isinstance(backups, BackupsDialog)
    backups.check_asked.emit()


BRIEF = ("RestoringDialog",)  # which goes when it is done
#: What is one field, in which Tab takes what is offered.
FIELDS = ("AmongPopup", "FindingPopup", "Palette", "TagPopup")
WAYS: dict[str, Way] = {
    "AmongPopup": _join,
    "AgreementDialog": command("agreement"),
    "BackupsDialog": command("backups"),
    "CheckDialog": _check,
    "ExportDialog": command("export"),
    "FindingPopup": command("add_to_finding"),
    "HistoryDialog": command("history"),
    "ImportDialog": lambda window: window.deeds.import_text(page(3)),
    "KeysDialog": command("keys"),
    "MergeDialog": lambda window: window.sharing.merge_files([_share(window)]),
    "OwningDialog": lambda window: OwningDialog(window.desk.reader.path, window).open(),
    "Palette": command("palette"),
    "PreferencesDialog": command("preferences"),
    "Question": lambda window: Question("Merge?", sentences("It is."), "Merge", window).open(),
    "Report": lambda window: Report("Something failed.", "Traceback", window).open(),
    "RescueDialog": lambda window: RescueDialog(
        window.desk.reader.path,
        NotALibrary("It is damaged.", "Take a copy."),
        "UTC",
        window.ask,
        window,
    ).open(),
    "RestoringDialog": lambda window: RestoringDialog(
        window.desk.reader.path, window.desk.reader.path, window
    ).show(),
    "RuleDialog": command("tag_by_rule"),
    "SettleDialog": _settle,
    "ShareDialog": command("share"),
    "TagPopup": command("tag"),
    "TagsDialog": command("tags"),
    "TermDialog": lambda window: window.aids._edit("稀土"),
    "TermsDialog": command("terms"),
    "TogetherDialog": command("tags_together"),
    "WaitDialog": lambda window: WaitDialog("Merging", window).open(),
}


def left_out() -> set[str]:
    """Name the dialogs that no way leads to, and the ways that lead nowhere."""
    names = (one.name for one in pkgutil.walk_packages(gui.__path__, "gui."))
    modules = [importlib.import_module(one) for one in names if not one.endswith("__main__")]
    found = {
        one.__name__
        for module in modules
        for one in vars(module).values()
        if inspect.isclass(one) and issubclass(one, QDialog | Overlay)
        if one.__module__.startswith("gui.") and one is not Overlay
    }
    return found ^ set(WAYS)


def opened(window: Window, name: str, qtbot: QtBot) -> QWidget:
    """Open a dialog by its way, and wait until it shows what it has."""
    _ready(window)
    WAYS[name](window)
    if name not in BRIEF:
        qtbot.waitUntil(lambda: not work._running)
    dialogs = (one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog))
    over = [*dialogs, *window.findChildren(Overlay)]
    shown = [one for one in over if one.isVisible() and type(one).__name__ == name]
    assert len(shown) == 1, f"{name} is not on the screen"
    return shown[0]
