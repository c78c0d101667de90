"""Describe a passage: its span on grapheme borders, its quote and what stands around it.

Finding it again is `locate`'s; turning a drag of the mouse into offsets is the window's.
"""

from unicodedata import category

from core.model import Article, Passage

#: Code points kept either side of a quote, as the Hypothesis client does.
CONTEXT = 32

_JOINER = "\u200d"
_HANGUL = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))  # vowels and tails of taken-apart Korean
_MODIFIERS = range(0x1F3FB, 0x1F400)  # skin tones
_TAGS = range(0xE0020, 0xE0080)  # tails of flags such as Scotland's
_FLAGS = range(0x1F1E6, 0x1F200)  # regional indicators, which go in pairs


def describe(article: Article, node: int, start: int, end: int) -> Passage:
    """Describe code points `start` to `end` of a node, grown outward to whole graphemes.

    Quote and context are those of W3C's TextQuoteSelector, offsets of its TextPositionSelector.
    """
    text = article.edition.nodes[node].text
    assert 0 <= start < end <= len(text), "a passage is a stretch of its node's text"
    start, end = snap(text, start, end)
    return Passage(
        article=article.id,
        edition=article.edition.id,
        node=node,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """Grow a span of code points outward until it cuts no grapheme.

    The rule is UAX #29 without its lists for single scripts; where unsure it keeps together.
    """
    while _is_inside(text, start):
        start -= 1
    while _is_inside(text, end):
        end += 1
    return start, end


def _is_inside(text: str, at: int) -> bool:
    """Tell whether the place before `text[at]` is inside a grapheme."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if after.isascii():
        return before == "\r" and after == "\n"
    if before == _JOINER:
        return not after.isspace()
    return _clings(after) or (ord(after) in _FLAGS and _flags_before(text, at) % 2 == 1)


def _clings(char: str) -> bool:
    """Tell whether a character belongs to the one before it."""
    code = ord(char)
    if char in "\u200c\u200d" or code in _MODIFIERS or code in _TAGS:
        return True
    return category(char)[0] == "M" or any(code in part for part in _HANGUL)


def _flags_before(text: str, at: int) -> int:
    first = at
    while first and ord(text[first - 1]) in _FLAGS:
        first -= 1
    return at - first
