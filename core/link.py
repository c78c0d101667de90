"""Links in a note: to an article, a highlight or a finding, as text that reads well anywhere.

`[[meipi:3f2a1b2c-4d5e|10 to 20 years]]`: the beginning of an id, and the words that are read. In
Obsidian that is a link called "10 to 20 years". What an id leads to is asked of the library; how a
link is shown is told by those who show it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

SCHEME = "meipi"
LENGTH = 13  # letters of an id that a link holds: no two are alike in them by chance
LONGEST = 120  # characters of its words
#: Of a link in a note: the id, and the words.
PATTERN = rf"\[\[{SCHEME}:([0-9a-f-]{{{LENGTH},36}})\|([^\[\]\n|]{{1,400}})\]\]"
#: What would end the words, or begin another link in them.
_WITHIN = str.maketrans({"[": "(", "]": ")", "|": "/"})


class Target(NamedTuple):
    """What a link leads to: "article", "highlight" or "finding", its words, and what is below them.

    `article` is the one to open, empty where there is none.
    """

    kind: str
    id: str
    words: str
    below: str = ""
    article: str = ""


def short(identity: str) -> str:
    """Give as much of an id as a link holds."""
    return identity[:LENGTH]


def written(identity: str, words: str) -> str:
    """Give a link as it stands in a note."""
    plain = " ".join(words.translate(_WITHIN).split())
    cut = plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + "…"
    return f"[[{SCHEME}:{short(identity)}|{cut or '…'}]]"


def address(identity: str) -> str:
    """Give a link as an address, for what shows notes with links to click on."""
    return f"{SCHEME}:{short(identity)}"


def addressed(address: str) -> str | None:
    """Give what of an id an address holds; None where it is another kind of address."""
    scheme, _, identity = address.partition(":")
    known = scheme == SCHEME and re.fullmatch("[0-9a-f-]{13,36}", identity)
    return identity if known else None


def linked(note: str) -> Iterator[tuple[str, str]]:
    """Walk the links of a note: what of an id each holds, and its words."""
    for found in re.finditer(PATTERN, note):
        yield found[1], found[2]


def plain(note: str) -> str:
    """Give a note with the words of its links in their place."""
    return re.sub(PATTERN, lambda found: found[2], note) if f"[[{SCHEME}:" in note else note
