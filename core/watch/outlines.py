"""The feeds that another program follows, out of the file that it exports them to (OPML)."""

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError  # the error; what reads is defusedxml

from core import disk
from core.encoding import decode
from core.errors import Unreadable, unread
from core.watch.fetch import SCHEMES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST = 2 << 20  # bytes
_REMEDY = "Export your feeds as OPML from the program that follows them, and choose that file."


def feeds_in(file: Path) -> tuple[str, ...]:
    """Give the addresses of the feeds that a file names, each once, in its order."""
    try:
        read = disk.read(file, LARGEST + 1)
    except OSError as error:
        raise unread(file.name, error) from error
    if len(read) > LARGEST:
        raise Unreadable("This list of feeds is larger than 2 MB.", _REMEDY)
    found = (one.get("xmlUrl", "").strip() for one in _root(read).iter("outline"))
    feeds = tuple(dict.fromkeys(one for one in found if one.lower().startswith(SCHEMES)))
    if not feeds:
        raise Unreadable("This file names no feed.", _REMEDY)
    return feeds


def _root(read: bytes) -> "Element":
    from defusedxml import DefusedXmlException  # when a file is chosen
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(decode(read), forbid_dtd=True)
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise Unreadable("This file names no feed.", _REMEDY) from error
    return root
