"""Names that readers give, as they are kept: on one line, and of many of a kind under which field.

An article may be on many pages, and a tag may have many other names. Each is a field of its own,
made of the name: so two readers who give the same one say the same, and a merge keeps all of them.
"""

import unicodedata
from collections import Counter
from collections.abc import Mapping

from core.ident import derived
from core.outline import normal

ALIAS, PAGE = "alias:", "page:"
LONGEST = 200
SHORT_ID = 8  # characters
NOBODY = "reader"
#: Unseen, but inside a word or an emoji they belong to it.
JOINERS = "\u200c\u200d"


def alias_field(name: str) -> str:
    """Name the field of a tag that holds this other name of it."""
    return ALIAS + derived(f"alias {normal(name)}")


def page_field(name: str) -> str:
    """Name the field of an article that says it was on this page."""
    return PAGE + derived(f"page {normal(name)}")


def page_name(text: str) -> str:
    """Spell the name of a page as it is kept."""
    return _name(text)


def author_name(text: str) -> str:
    """Spell the name of a reader as it is kept; who has none is "reader"."""
    return _name(text) or NOBODY


def _name(text: str) -> str:
    return one_line(text)[:LONGEST].strip(f" {JOINERS}")


def one_line(text: str) -> str:
    """Give what somebody typed on one line, with nothing unseen in it; "" if nothing is left."""
    if not text.isprintable():  # of what is, nothing is unseen
        text = "".join(" " if is_unseen(char) else char for char in text)
    line = " ".join(text.split())
    return line if line.strip(JOINERS) else ""


def is_unseen(char: str) -> bool:
    kind = unicodedata.category(char)
    return char not in JOINERS and (kind in ("Cc", "Cf", "Cs") or kind[0] == "Z")


def told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Give names by their ids: of several who have one name, each with the beginning of the id."""
    told = dict(names)
    for _ in range(2):  # one may be called as another is told apart
        many = Counter(map(normal, told.values()))
        told |= {
            one: f"{names[one]} ({one[:SHORT_ID]})"
            for one, name in told.items()
            if name and many[normal(name)] > 1
        }
    return told
