"""A page that a browser saved as one file (MHTML), to the web page in it.

Styles, pictures and frames beside it are left where they are.
"""

import re

from core.parse.encoding import decode

_HEAD = 4000  # characters
_BEGINS = re.compile(
    r"\s*(?:From: <Saved by |(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n){0,20}MIME-Version:)"
)


def looks_like(text: str) -> bool:
    head = text[:_HEAD].replace("\r\n", "\n")
    return "multipart/" in head and _BEGINS.match(head) is not None


def page(text: str) -> str | None:
    """Give the first web page in it; None where there is none."""
    import email  # noqa: PLC0415  few files need it

    try:
        for part in email.message_from_string(text.lstrip()).walk():
            held = part.get_payload(decode=True)
            if part.get_content_type() == "text/html" and isinstance(held, bytes):
                return decode(held)
    except (RecursionError, ValueError, LookupError):
        return None  # it only begins like one
    return None
