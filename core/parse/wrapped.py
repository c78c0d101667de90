"""A flat summary that was broken into lines of a width, as mails and PDFs are: back to one line.

A line was broken where the next word would not have gone into the width. By that the lines of a
summary are told from a title below it, which mostly would have.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from core.parse import cites, headings
from core.parse.meta import read_meta
from core.parse.together import MARGIN

WIDEST = 160  # characters
_MOST = 300  # lines
_RAGGED = 0.85  # of the width: letters are not all as wide
_WIDE = "\u2e80"  # from here on characters are as wide as high
_COLONS = (":", "：")
_CLOSING = frozenset(",;:)%，。、；：）】》」”")  # what no sentence begins with


def goes_on(text: str) -> bool:
    """Tell whether a line goes on with a sentence of the line above."""
    return text[0].islower() or text[0] in _CLOSING


def joined(lines: Sequence[str]) -> str:
    """Put lines together: Chinese without a space, and a word that a hyphen parted."""
    gaps = ("" if _is_one_word(*pair) else " " for pair in pairwise(lines))
    return "".join(chain.from_iterable(zip(lines, (*gaps, ""), strict=True)))


def _is_one_word(above: str, below: str) -> bool:
    if above[-1] == "-" and above[-2:-1].isalpha() and below[0].islower():
        return True
    narrow, wide = sorted((above[-1], below[0]))
    return wide >= _WIDE and not (narrow.isascii() and narrow.isalpha())


def whole(texts: Sequence[str], start: int) -> tuple[str, int]:
    """Give the line that begins here with all that belongs to it, and where that ends."""
    lines = list(_run(texts, start))
    if len(lines) < 2 or (len(lines) == 2 and not (_is_open(lines[0]) and _follows(lines[1]))):
        return lines[0], start + 1
    return joined(lines), start + len(lines)


def titled(texts: Sequence[str], at: int) -> str | None:
    """Give a group's heading with the line below it, where a line ended before its title."""
    head = texts[at].strip(MARGIN)
    opening = headings.OPENING.match(head) if head[-1:] in _COLONS else None
    if opening is None or opening.end() < len(head) - 1 or at + 1 == len(texts):
        return None
    title, dash, claim = texts[at + 1].strip(MARGIN).partition(" - ")
    begins = dash and headings.looks_like(title) and headings.begins_claim(claim)
    return f"{head} {title}{dash}{claim}" if begins else None


def _run(texts: Sequence[str], start: int) -> Iterator[str]:
    """Walk the lines that were one; what stands over another's time or text is its title."""
    above = texts[start].strip(MARGIN)
    yield above
    width, least, was_open = len(above), len(above), _is_open(above)
    end = min(start + _MOST, len(texts))
    lines = (texts[place].strip(MARGIN) for place in range(start + 1, end))
    for count, (line, below) in enumerate(pairwise(chain(lines, ("",)))):
        if not 0 < len(line) <= WIDEST or (count and not was_open):
            return
        width = max(width, len(line))
        least = min(least, len(above) + 1 + len(_first_word(line)))
        amid = _is_amid(above, line)
        if (least < _RAGGED * width and not amid) or _is_another(line) or _is_another(below):
            return
        yield line
        above, was_open = line, was_open or _is_open(line)


def _is_amid(above: str, line: str) -> bool:
    """Tell whether a line goes on as no title begins, or with the number of a group."""
    if above.endswith(headings.GROUPS):
        return line[0].isdigit()
    return _is_open(above) and _first_word(line).islower()


def _is_another(line: str) -> bool:
    """Tell whether a line is a time, or begins a summary."""
    opening = headings.OPENING.match(line)
    if opening is not None:
        return not (opening["n"] or opening["nth"])
    return bool(line) and read_meta(line) is not None


def _first_word(line: str) -> str:
    return line[0] if line[0] >= _WIDE else line.split(maxsplit=1)[0]


def _is_open(line: str) -> bool:
    return not cites.ends_in_one(line) and line[-1] not in ".。"


def _follows(line: str) -> bool:
    return goes_on(line) or cites.last_end(line) >= 0
