"""A tag as Obsidian writes it: `#claim/forecast`, of letters, figures, `-`, `_` and `/`.

A tag whose name holds anything else is written as near as can be, with its own words beside it.
"""

import re
from unicodedata import category

from core.export.escape import Markdown, escape
from core.model import Tag

_EDGE = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])")


def hashtag(path: str) -> str:
    """Give a tag's path as Obsidian can hold it, without the `#`; nothing if nothing is left."""
    names = filter(None, (_name(name) for name in path.split("/")))
    tag = "/".join(names)
    return f"n-{tag}" if tag.isnumeric() else tag


def _name(name: str) -> str:
    kept = "".join(char if char == "_" or category(char)[0] in "LMN" else "-" for char in name)
    return re.sub("-+", "-", _EDGE.sub("-", kept)).strip("-")


def shown(tag: Tag) -> Markdown:
    """Give a tag for the text of a document."""
    plain = hashtag(tag.path)
    if plain == tag.path:
        return Markdown(f"#{plain}")
    words = escape(tag.path).strip(" ")
    return Markdown(f"#{plain} ({words})" if plain else words)
