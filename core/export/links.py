"""Links in notes to what Meipi knows, as links between the exported notes.

While a note is drawn it is not known yet what else is exported: a link is left `unsettled` with the
id in its address, which nothing but a reader's own note can write. `settled` then gives it its
place; a link to what is not exported is its words.
"""

import re
from collections.abc import Iterable, Mapping

from core.export.escape import escape
from core.export.sheet import Conclusion, Sheet
from core.link import SCHEME, short

_MARK = f"](<{SCHEME}:"
#: A link, or a sign that is written out: so none of these is taken for a link's beginning.
_LEFT = re.compile(rf"\\.|\[((?:[^\[\]\\\n]|\\.)*)\]\(<{SCHEME}:([0-9a-f-]{{13,36}})>\)")
#: What a link to a record says after its words, by as much of the id as a link holds.
Places = Mapping[str, str]


def unsettled(identity: str, words: str) -> str:
    return f"[{escape(words).strip(' ')}](<{SCHEME}:{identity}>)"


def has_links(text: str) -> bool:
    return _MARK in text and any(found[2] for found in _LEFT.finditer(text))


def settled(text: str, places: Places) -> str:
    """Give a document with its links settled."""
    if _MARK not in text:
        return text
    return _LEFT.sub(lambda found: _settled(found, places), text)


def _settled(found: re.Match[str], places: Places) -> str:
    if found[2] is None:
        return found[0]
    place = places.get(short(found[2]))
    return found[1] if place is None else f"[{found[1]}](<{place}>)"


def places(sheet: Sheet, file: str) -> dict[str, str]:
    """Give the places of an article and of its marks; `file` is "" within the document itself.

    An article has no place within a document: a link there would need its heading's text.
    """
    marks = {short(mark.id): f"{file}#^{mark.anchor}" for mark in sheet.marks}
    return marks | ({short(sheet.id): file} if file else {})


def places_of(findings: Iterable[Conclusion], file: str) -> dict[str, str]:
    return {short(one.id): f"{file}#^{one.anchor}" for one in findings}
