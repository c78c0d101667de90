"""The language of the window: English as the code says it, or 简体中文.

`tr` says something now; `phrase` marks what a table holds, for `tr` to say when it is shown. What
is said is told by where it stands, so a window speaks one language as long as it is there.
`docs/translating.md` tells how the words come into `resources/translations`.
"""

import re
from functools import lru_cache
from sys import platform

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.settings import CHOICES

#: "claim(s)" is claim or claims, "entr(y|ies)" entry or entries.
ENDINGS = r"\(([a-z]+)\)|\(([a-z ]+)\|([a-z ]+)\)"
CHINESE = "zh_CN"


class _State:
    words: QTranslator | None = None  # ours
    qt: QTranslator | None = None  # of Qt's own dialogs


def phrase(text: str) -> str:
    """Mark what `tr` is given later, from a table."""
    return text


def tr(text: str, about: str = "", number: int | None = None) -> str:
    """Say this in the reader's language; `about` parts two meanings of one English word.

    With a number, %n stands for it, and the endings in "claim(s)" are for more than one.
    """
    said = _State.words.translate("", text, about, number or 0) if _State.words else ""
    if number is None:
        return _with_keys(said or text)
    return _with_keys(said or _counted(text, number)).replace("%n", f"{number:,}")


def _with_keys(text: str) -> str:
    """Name keys as a Mac writes them: what Qt calls Ctrl is ⌘ there."""
    if platform != "darwin" or "Ctrl+" not in text:
        return text
    return text.replace("Ctrl+Shift+", "⇧⌘").replace("Ctrl+", "⌘")


def called(name: str, said: str) -> str:
    """Say what something is called, and what it is or says."""
    return tr("{0}: {1}").format(name, said)


def aside(said: str, more: str) -> str:
    """Say something, and more of it in brackets."""
    return tr("{0} ({1})").format(said, more)


def _counted(text: str, number: int) -> str:
    """Give English the endings for so many."""

    def ending(found: re.Match[str]) -> str:
        one, several = (found[2], found[3]) if found[2] else ("", found[1])
        return one if number == 1 else several

    return re.sub(ENDINGS, ending, text)


def is_chinese() -> bool:
    """Tell whether the window speaks Chinese."""
    return _State.words is not None


def wear(app: QApplication, wanted: str) -> None:
    """Speak a language from now on: "en", "zh", or "system" for that of the desktop."""
    assert wanted in CHOICES["language"]
    if _State.qt is not None:
        app.removeTranslator(_State.qt)
    _State.words = _State.qt = None
    if _is_chinese(wanted):
        from PySide6.QtCore import QLibraryInfo  # English needs none

        _State.words, _State.qt = _chinese(), QTranslator(app)
        place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _State.qt.load(f"qtbase_{CHINESE}", place)
        app.installTranslator(_State.qt)
    QLocale.setDefault(QLocale(CHINESE if _State.words else "en"))


def is_spoken(wanted: str) -> bool:
    """Tell whether the window speaks so already: the desktop's language may be the one chosen."""
    return _is_chinese(wanted) == is_chinese()


def _is_chinese(wanted: str) -> bool:
    return wanted == "zh" or (wanted == "system" and _is_desktop_chinese())


def _is_desktop_chinese() -> bool:
    return any(one.startswith("zh") for one in QLocale.system().uiLanguages()[:1])


def in_chinese(text: str) -> str:
    """Say this in Chinese, whatever the window speaks."""
    return _chinese().translate("", text) or text


@lru_cache(maxsize=1)
def _chinese() -> QTranslator:
    from resources import HERE

    words = QTranslator()
    words.load(str(HERE / "translations" / f"meipi_{CHINESE}.qm"))
    return words
