"""A flat summary that was broken into lines of a width, as mails and PDFs are: back to one line.

A line was broken where the next word would not have gone into the width. By that the lines of a
summary are told from a title below it, which mostly would have.
"""

from collections.abc import Sequence

from core.parse import cites
from core.parse.meta import read_meta
from core.parse.together import MARGIN

WIDEST = 160  # characters
_MOST = 300  # lines
_RAGGED = 0.85  # of the width: letters are not all as wide
_WIDE = "\u2e80"  # from here on characters are as wide as high
_CLOSING = frozenset(",;:)%，。、；：）】》」”")  # what no sentence begins with


def goes_on(text: str) -> bool:
    """Tell whether a line goes on with a sentence of the line above."""
    return text[0].islower() or text[0] in _CLOSING


def joined(above: str, below: str) -> str:
    """Put two lines together: Chinese without a space, and a word that a hyphen parted."""
    is_parted = above[-1] == "-" and above[-2:-1].isalpha() and below[0].islower()
    beside = sorted((above[-1], below[0]))
    is_chinese = beside[1] >= _WIDE and not (beside[0].isascii() and beside[0].isalpha())
    return f"{above}{below}" if is_parted or is_chinese else f"{above} {below}"


def whole(texts: Sequence[str], start: int) -> tuple[str, int]:
    """Give the line that begins here with all that belongs to it, and where that ends."""
    lines = _run(texts, start)
    width = least = len(lines[0])
    end = 1
    while end < len(lines):
        width = max(width, len(lines[end]))
        least = min(least, len(lines[end - 1]) + 1 + len(_first_word(lines[end])))
        if least < _RAGGED * width:
            break
        end += 1
    if not any(map(_is_open, lines[: end - 1])) or (end == 2 and not _follows(lines[1])):
        return lines[0], start + 1
    text = lines[0]
    for line in lines[1:end]:
        text = joined(text, line)
    return text, start + end


def _run(texts: Sequence[str], start: int) -> list[str]:
    """Give the lines from here that none blank parts; the one over a time is another's title."""
    lines = list[str]()
    for text in texts[start : start + _MOST]:
        line = text.strip(MARGIN)
        if not line or len(line) > WIDEST:
            break
        if lines and read_meta(line) is not None:
            return lines[:-1] or lines
        lines.append(line)
    return lines


def _first_word(line: str) -> str:
    return line[0] if line[0] >= _WIDE else line.split(maxsplit=1)[0]


def _is_open(line: str) -> bool:
    return not cites.ends_in_one(line) and line[-1] not in ".。"


def _follows(line: str) -> bool:
    return goes_on(line) or cites.last_end(line) >= 0
