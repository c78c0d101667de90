"""A note as it is read, for lists that show a line or two of it: without the marks of Markdown.

Whoever knows places in what was written is told where they are in what is read.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable

Span = tuple[int, int]
#: What is left out, or for the second group shown as a dot: how a line begins, words of a link that
#: are in brackets, where it leads, and how words look.
_MARKS = re.compile(
    r"""
      ^[ \t]*(?:```|~~~)[^\n]*$                           # about code
    | ^[ \t]*(?:[-*_][ \t]*){3,}$                         # a rule between two parts
    | ^[ \t]*(?:\#{1,6}[ \t]+|(?:>[ \t]?)+)               # a heading, a quotation
    | ^[ \t]*(?P<dot>[-*+])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)  # a list
    | \[(?=[^\[\]\n]{1,400}\]\([^\s()<>]{1,2000}\))         # a link
    | (?<=[^\[\]\n])\]\([^\s()<>]{1,2000}\)
    | \\(?P<kept>[\\`*_{}\[\]()\#+.!>~|-])                 # a mark that is to be read as it is
    | \*\*|__|~~|==|`+
    | (?<![\w*])[*_](?=[^\s*_])|(?<=[^\s*_])[*_](?![\w*])  # slanted
    """,
    re.MULTILINE | re.VERBOSE,
)
DOT = "• "


def unmarked(note: str, spans: Iterable[Span] = ()) -> tuple[str, tuple[Span, ...]]:
    """Give a note without its marks, and where these places of it are then."""
    text, gone, at = list[str](), [(0, 0)], 0  # from where on a text has become so much shorter
    less = 0
    for mark in _MARKS.finditer(note):
        instead = mark["kept"] or (DOT if mark["dot"] else "")
        text += [note[at : mark.start()], instead]
        at = mark.end()
        less += at - mark.start() - len(instead)
        gone.append((at - len(mark["kept"] or ""), less))
    text.append(note[at:])
    starts = [start for start, _ in gone]

    def moved(place: int) -> int:
        return place - gone[bisect_right(starts, place) - 1][1]

    places = ((moved(start), moved(end)) for start, end in spans)
    return "".join(text), tuple((start, end) for start, end in places if start < end)
