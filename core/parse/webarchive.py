"""A page that Safari saved as one file (.webarchive, a property list), to the web page in it.

Styles, pictures and frames beside it are left where they are.
"""

from core.errors import Unreadable

_BINARY = b"bplist00"
_WRITTEN = b"<!DOCTYPE plist"  # as text, which Safari itself does not write
_HEAD = 1000  # bytes


def looks_like(read: bytes) -> bool:
    return read.startswith(_BINARY) or _WRITTEN in read[:_HEAD]


def page(read: bytes) -> bytes:
    """Give the web page; raise Unreadable where none is in it."""
    import plistlib  # few files need it
    from xml.parsers.expat import ExpatError

    try:
        held = plistlib.loads(read)["WebMainResource"]
        return str(held["WebResourceData"], held["WebResourceTextEncodingName"], "replace").encode()
    except (LookupError, TypeError, ValueError, OverflowError, ExpatError, RecursionError) as error:
        raise Unreadable(
            "There is no web page in this Safari archive, or it is damaged.",
            "Save the page again, or copy what it shows and paste it.",
        ) from error
