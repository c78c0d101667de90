"""What a Markdown file tells of itself before its text: names and values between two `---`.

Programs that clip pages write it so. Title, source and time are taken from it where the text has
none; all of it is kept beside the article.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.parse.layout import Found
from core.parse.lines import Line, Look
from core.parse.meta import read_meta
from core.parse.things import Top

_FENCE = "---"
_MOST = 100  # lines
_NAME = re.compile(r"([A-Za-z_][\w -]{0,40}):(?:\s|\Z)\s*(.*)")
_SOURCES = ("author", "authors", "source", "site", "publisher")
_TIMES = ("published", "date", "created")
#: Quotes about a value, or the brackets of a list or a link.
_ABOUT = re.compile(r"""(["'])(?P<quoted>.*)\1|\[(?P<listed>\[?[^\[\]]*\]?)\]""")


def taken_out(lines: list[Line]) -> tuple[list[Line], list[str]]:
    """Take it out of a page's lines, and give its own."""
    first = next((place for place, line in enumerate(lines) if line.text), 0)
    fences = [at for at, line in enumerate(lines[: first + _MOST]) if line.text == _FENCE]
    if len(fences) < 2 or fences[0] != first or not _NAME.match(lines[first + 1].text):
        return lines, []
    inside = lines[first + 1 : fences[1]]
    return lines[fences[1] + 1 :], [line.text for line in inside if line.look is not Look.BLANK]


def told(found: list[Found], matter: Sequence[str]) -> list[Found]:
    """Keep it with the first article, and tell of that what its text does not."""
    if not matter:
        return found
    one, *others = found or [Found()]
    top, values = one.top or Top(), _values(matter)
    title = top.title or values.get("title", "")
    meta = top.meta or read_meta(f"{_first(values, _SOURCES)} · {_first(values, _TIMES)}")
    if title or meta:
        one.top = replace(top, title=title, meta=meta)
    one.loose += matter
    return [one, *others]


def _values(matter: Sequence[str]) -> dict[str, str]:
    """Give the values by their names; of a list the first."""
    values, last = dict[str, str](), ""
    for line in matter:
        if (named := _NAME.match(line)) is not None:
            last = named[1].lower()
        said = _bare(named[2] if named else line.removeprefix("- "))
        values[last] = values.get(last) or said
    return values


def _bare(said: str) -> str:
    """Take off what stands about a value on both sides."""
    about = _ABOUT.fullmatch(said.strip())
    return _bare(about["quoted"] or about["listed"] or "") if about else said.strip()


def _first(values: dict[str, str], names: Sequence[str]) -> str:
    """Give the first of these that is told; an address is no name of a source."""
    said = (values.get(name, "") for name in names)
    return next((one for one in said if one and "://" not in one), "")
