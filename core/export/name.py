"""Names of files made of titles: their Chinese kept, and a valid name on every system.

A name is the title, as much as fits in 120 bytes, and the first eight signs of the article's id, so
that the same article is exported to the same file. Whether a file is there already is not asked.
"""

import re
import unicodedata
from hashlib import sha256

from core.anchor import snap

BYTES = 120
EXTENSION = ".md"
#: Refused by Windows, or by links in Obsidian.
_REFUSED = re.compile(r'[<>:"/\\|?*#^\[\]]')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$) *\Z", re.IGNORECASE
)
_JOINERS = "\u200c\u200d"


def clean(title: str) -> str:
    """Give a title as the beginning of a file's name; "Untitled" where nothing is left of it."""
    text = unicodedata.normalize("NFC", _REFUSED.sub(" ", title))
    kept = "".join(filter(None, map(_kept, text)))
    name = _cut(_trimmed(kept)) or "Untitled"
    return f"_{name}" if _RESERVED.match(name.split(".")[0]) else name


def _kept(char: str) -> str:
    """Give a character, a space for one that parts words, nothing for one nobody sees."""
    kind = unicodedata.category(char)
    if kind[0] == "Z" or char in "\t\n\r\x0b\x0c\x85":
        return " "
    return char if kind[0] != "C" or char in _JOINERS else ""


def _trimmed(text: str) -> str:
    return " ".join(text.split()).strip(" .-~" + _JOINERS)


def _cut(text: str) -> str:
    """Cut text to 120 bytes, between graphemes."""
    if len(text.encode()) <= BYTES:
        return text
    end = len(text.encode()[:BYTES].decode("utf-8", "ignore"))
    while end and snap(text, end, end) != (end, end):
        end -= 1
    return _trimmed(text[:end])


def hexadecimal(identity: str) -> str:
    """Give an id as hexadecimal digits: a uuid's own, any other's hash."""
    plain = identity.replace("-", "").lower()
    return plain if re.fullmatch("[0-9a-f]{32}", plain) else sha256(_bytes(identity)).hexdigest()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


class Names:
    """The names given in one folder, no two of which are the same to any system."""

    def __init__(self, *taken: str) -> None:
        self._taken = {_key(name) for name in taken}

    def give(self, title: str, identity: str) -> str:
        """Give an article's file a name."""
        stem, digits = clean(title), hexadecimal(identity)
        for length in (8, 12, 32):
            name = f"{stem} {digits[:length]}{EXTENSION}"
            if _key(name) not in self._taken:
                break
        number = 2
        while _key(name) in self._taken:
            name, number = f"{stem} {digits} {number}{EXTENSION}", number + 1
        self._taken.add(_key(name))
        return name


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", name.casefold()).casefold()
