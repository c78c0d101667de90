"""How Chinese is shown: in which script, with pinyin over titles, with a space beside Latin.

Like the theme it is one for the whole window, and is asked while something is laid out. What is
written stays as it is: only what is seen is turned, character for character.
"""

from functools import lru_cache

from core.settings import Settings

SCRIPTS = ("written", "simplified", "traditional")


class _State:
    script = "written"
    pinyin = False
    space = True


def apply(settings: Settings) -> None:
    """Show Chinese from now on as the settings say."""
    _State.script = settings.script if settings.script in SCRIPTS else "written"
    _State.pinyin = settings.pinyin
    _State.space = settings.spaced


def script() -> str:
    """Tell in which script Chinese is shown."""
    return _State.script


def has_pinyin() -> bool:
    """Tell whether titles have pinyin over them."""
    return _State.pinyin


def has_space() -> bool:
    """Tell whether a little space is shown between Chinese and Latin."""
    return _State.space


def shown(text: str) -> str:
    """Give a text as it is shown: of the same length, in code points and in Qt's units."""
    if _State.script == "written" or text.isascii():
        return text
    return _turned(text, _State.script)


@lru_cache(maxsize=2048)
def _turned(text: str, script: str) -> str:
    from core.words.script import in_script  # few turn it

    return in_script(text, "traditional" if script == "traditional" else "simplified")
