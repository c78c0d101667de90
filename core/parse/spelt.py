"""The bytes of XML in UTF-8, whatever they came in.

A byte order mark decides, then what the document says of itself, then what its server says, if the
bytes can be read so: either is often wrong. Where neither can be, `encoding` looks what reads like
a language.
"""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress

from core.encoding import decode

_HEAD = 300  # bytes in which a document says what it is written in
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']""", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml\s[^>]{0,300}\?>")
#: What documents are written in; Python has others besides, some of which take hours.
_KNOWN = re.compile(r"utf-8|gb|hz|big5|cp\d|iso8859|iso2022|euc|shift|koi8|mac|ascii")
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "ascii": "utf-8"}
_ANYTHING = ("iso8859-1", "cp1252")  # that can be read in these, UTF-8 said to be so as well


def in_utf8(read: bytes, charset: str = "") -> bytes:
    """Give a document in UTF-8; `charset` is what its server says of it."""
    text = _DECLARATION.sub("", _text(read, charset).removeprefix("\ufeff"), count=1)
    return text.encode("utf-8", "replace")


def _text(read: bytes, charset: str) -> str:
    for name in _named(read, charset) if not read.startswith(_MARKS) else ():
        with suppress(ValueError):
            return read.decode(name)
    return decode(read)


def _named(read: bytes, charset: str) -> Iterator[str]:
    declared = _DECLARED.match(read[:_HEAD].lstrip())
    for name in (declared[1].decode() if declared else "", charset):
        with suppress(LookupError, ValueError):  # ValueError: none can have such a name
            known = codecs.lookup(name).name
            if known in _ANYTHING:
                yield "utf-8"
            if _KNOWN.match(known):
                yield _WIDER.get(known, known)
