"""What dialogs say is whole: in small and large letters, and in both languages."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from core.library import Library
from core.settings import Settings
from gui import tongue
from gui.dialogs.welcome import WelcomePane
from tests.given import ANNA
from tests.gui.window.conftest import Open

COMMANDS = (
    *("export", "share", "history", "keys", "tags", "tags_together", "terms"),
    *("preferences", "backups", "agreement"),
)


@pytest.fixture(params=["en", "zh"])
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    tongue.wear(qapp, request.param)
    yield request.param
    tongue.wear(qapp, "en")


def cut(dialog: QWidget) -> Iterator[str]:
    """Give the words that have less room than they need."""
    for label in dialog.findChildren(QLabel):
        wide, high = label.width(), label.height()
        wanted = label.sizeHint()
        need = label.heightForWidth(wide) if label.wordWrap() else wanted.height()
        if label.isVisible() and (high < need or (wide < wanted.width() and not label.wordWrap())):
            yield label.text()
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisible() and button.width() < button.minimumSizeHint().width():
            yield button.text()


def _settle() -> None:
    for _ in range(8):  # what wraps is laid out again once it knows how wide it is
        QApplication.processEvents()


@pytest.mark.parametrize("percent", [80, 100, 200])
def test_no_dialog_cuts_what_it_says(
    open_window: Open, library: Library, article: object, language: str, percent: int
) -> None:
    del article  # which is there to be exported
    settings = Settings(author=ANNA.id, theme="light", text=percent, language=language)
    window = open_window(library, settings)
    for name in COMMANDS:
        window.actions_[name].trigger()
        _settle()
        dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
        assert dialogs, name
        for dialog in dialogs:
            assert list(cut(dialog)) == [], name
            dialog.close()


def test_the_welcome_cuts_nothing_when_letters_grow(open_window: Open, library: Library) -> None:
    window = open_window(library)
    for percent in (200, 80):
        window.dressing.size_text(percent)
        _settle()
        welcome = window.findChild(WelcomePane)
        assert welcome is not None
        assert list(cut(welcome)) == []
