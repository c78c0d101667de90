"""What two spellings of one word may differ in, folded: width, case, accents, traditional Chinese.

Character by character, so that each folded character has one place in the text it came from.
"""

import unicodedata
from functools import cache

from resources import HERE

#: Han characters, for a class in a pattern.
HAN = "㐀-鿿豈-﫿\U00020000-\U0003ffff"
#: Marks above and below letters of Latin, Greek and Cyrillic; elsewhere marks make other letters.
ACCENTS = range(0x0300, 0x0370)


class _Table(dict[int, str]):
    """What each character folds to, for `str.translate`; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold(chr(code))
        return self[code]


TABLE = _Table()


def fold(text: str) -> str:
    """Fold a text. Its length may change; `TABLE` tells what becomes of each character."""
    return text.lower() if text.isascii() else text.translate(TABLE)


def _fold(char: str) -> str:
    compatible = unicodedata.normalize("NFKC", char).casefold()
    compatible = unicodedata.normalize("NFKC", compatible)
    return "".join(_bare(one) for one in compatible)


def _bare(char: str) -> str:
    """Take a letter's accents away, and simplify a Han character."""
    if "\u3400" <= char <= "\u9fff" or char >= "\U00020000":
        return _simplify(char)
    parts = unicodedata.normalize("NFD", char)
    if len(parts) > 1 or ord(char) in ACCENTS:
        bare = "".join(part for part in parts if ord(part) not in ACCENTS)
        return bare if len(bare) < 2 else char
    return char


def _simplify(char: str) -> str:
    traditional, simplified = _pairs()
    at = traditional.find(char)
    return simplified[at] if at >= 0 else char


@cache
def _pairs() -> list[str]:
    """Give the characters that have a simpler form, and these forms in the same order."""
    return (HERE / "glossary" / "simple.txt").read_text("utf-8").split()
