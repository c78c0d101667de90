"""Lines that copying parted, put together: a claim with its sign and citations, a source and time.

A table, or boxes beside one another on the page, are copied so.
"""

import re
from collections.abc import Sequence

from core.parse.meta import read_meta

#: What may stand around a line and be no part of it.
MARGIN = " \t\u00a0\u3000\u200b\u2060\ufeff"
_MARGINS = f"[{MARGIN}]{{0,20}}"
#: Signs that are nothing but bullets, as in a class of a pattern: the last are those of Word's own
#: fonts, as they are copied out of it, and of its lists of lists. Boxes to tick are of notes apps.
BULLETS = "•▪‣◦●▎■◆▶►➢➤☐☑☒\uf000-\uf0ff"
_SIGN = rf"(?:[-–·・{BULLETS}]|0[1-9])"
_LONE = re.compile(rf"^{_MARGINS}({_SIGN}){_MARGINS}\n\s?(?=\S)", re.MULTILINE)
_LONE_SIGN = re.compile(_SIGN)
_LONGEST_LONE = 42  # with all that may stand around it
_DOT = re.compile(
    rf"^(?P<source>[^\n]{{1,80}})\n{_MARGINS}[·•・]{_MARGINS}\n(?P<time>[^\n]{{2,40}})$",
    re.MULTILINE,
)
#: Citations alone on their line, of the claim above.
_CITES = re.compile(
    rf"(?<=[^\n\s]){_MARGINS}\n(?:{_MARGINS}\n)?{_MARGINS}"
    rf"((?:\[[1-9]\d{{0,2}}\][ ,]?)+[.。]?){_MARGINS}(?=\n|\Z)"
)
#: The stop behind them, alone on the next line.
_STOP = re.compile(rf"(?<=\d\]){_MARGINS}\n{_MARGINS}([.。]){_MARGINS}(?=\n|\Z)")
_OF_CITES = frozenset("[.。")


def is_parted(lines: Sequence[str]) -> bool:
    """Tell whether a line is but a sign, or begins as citations do: most texts have none such."""
    return any(
        line[:1] in _OF_CITES
        or (len(line) <= _LONGEST_LONE and _LONE_SIGN.fullmatch(line.strip(MARGIN)))
        for line in lines
    )


def together(text: str) -> str:
    """Put together what lies so in a text."""
    if "\n[" in text:
        text = _CITES.sub(r" \1", text)
    if "\n." in text or "\n。" in text:
        text = _STOP.sub(r"\1", text)
    if _LONE.search(text) is None:
        return text
    return _LONE.sub(r"\1 ", _DOT.sub(_dotted, text))


def _dotted(found: re.Match[str]) -> str:
    joined = f"{found['source'].strip(MARGIN)} · {found['time'].strip(MARGIN)}"
    return found[0] if read_meta(joined) is None else joined
