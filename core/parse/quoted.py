"""What a mail quotes, with `>` before each line, to the lines themselves.

A line or two that begin so are left: they may tell of what is more than something else.
"""

import re

_SIGN = r"[ \t]*>"
_RUN = re.compile(rf"(?:^{_SIGN}.*(?:\n|\Z)){{3,}}", re.MULTILINE)
#: The signs, and a word for what kind of quotation it is ("[!quote]").
_SIGNS = re.compile(r"^[ \t]*(?:>[ \t]?)+(?:\[!\w+\][+-]?[ \t]*)?", re.MULTILINE)


def looks_like(text: str) -> bool:
    return "\n>" in text and _RUN.search(text) is not None


def plain(text: str) -> str:
    """Take the signs off the lines that are quoted."""
    return _RUN.sub(lambda run: _SIGNS.sub("", run[0]), text)
