"""A page that a browser saved as one file (MHTML), to the web page in it.

Styles, pictures and frames beside it are left where they are.
"""

import re
from datetime import datetime

from core.encoding import decode

_HEAD = 4000  # characters
_BEGINS = re.compile(
    r"\s*(?:From: <Saved by |(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n){0,20}MIME-Version:)"
)


def looks_like(text: str) -> bool:
    head = text[:_HEAD].replace("\r\n", "\n")
    return "multipart/" in head and _BEGINS.match(head) is not None


def saved(text: str) -> tuple[str, datetime | None] | None:
    """Give the first web page in it, and when it was saved; None where there is none."""
    import email  # noqa: PLC0415  few files need it

    try:
        whole = email.message_from_string(text.lstrip())
        for part in whole.walk():
            held = part.get_payload(decode=True)
            if part.get_content_type() == "text/html" and isinstance(held, bytes):
                return decode(held), _when(str(whole["Date"] or ""))
    except (RecursionError, ValueError, LookupError):
        return None  # it only begins like one
    return None


def _when(said: str) -> datetime | None:
    """Give the time here at which it was saved."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415  as above

    try:
        return parsedate_to_datetime(said).astimezone().replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):  # Windows knows no local time before 1970
        return None
