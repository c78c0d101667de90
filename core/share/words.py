"""Strangers' words inside our sentences: short, on one line, with what is unseen made visible."""

import re

LONGEST = 80
#: Controls, marks that turn text round or take no room, and lone halves of surrogate pairs.
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """Give text for a sentence: what cannot be seen in it is spelled out, what is long is cut."""
    return spelled(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")


def spelled(text: str) -> str:
    """Give text in which nothing is unseen, and nothing turns the line round."""
    return UNSEEN.sub(lambda found: f"‹U+{ord(found[0]):04X}›", text)
