"""Lines to things: bodies, tops (a title, source and time), loose text, and the page's furniture.

Which top belongs to which body is `layout`'s to say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.model import Masthead
from core.parse import cites, headings
from core.parse.lines import (
    EMPTY,
    ICON,
    LONGEST_TITLE,
    SEARCH,
    SITE,
    TOP,
    WRAPPED,
    Line,
    Look,
    is_item,
    leads_to_citations,
)
from core.parse.meta import Meta
from core.parse.wrapped import goes_on

IN_BODY = frozenset((Look.FLAT, Look.HEADING, Look.BULLET, Look.CITED))
_TITLE = frozenset((Look.TEXT, Look.HEADING, Look.BULLET))
_SCANT = 20  # characters
_SCANTY = 80
_NEAR = 20  # lines
#: What parts a heading from its claims.
_PARTS = re.compile(r"\s[-−–—*•]\s|\.\s")
#: A title that is a link, in Markdown.
_LINKED = re.compile(r"\[(.+)\]\((https?://[^\s()]+)\)")
#: A title that is bold as a whole.
_BOLD = re.compile(r"(?P<stars>\*{1,3}|__?)(?P<words>[^*_\s](?:[^*_]*[^*_\s])?)(?P=stars)")
#: How long the reading takes, as browsers put it under a title.
_TAKES = re.compile(r"(?:\d{1,3}[-–])?\d{1,3} ?(?:min(?:utes?)?(?: read)?|分钟|分鐘)")
#: What mails and pages have about their text, and no article is called.
_BUTTONS = frozenset((
    *("unsubscribe", "view in browser", "view online", "manage preferences", "privacy policy"),
    *("logo", "share", "forward to a friend", "read more", "退订", "退訂"),
    *("取消订阅", "取消訂閱", "管理订阅", "在浏览器中查看", "在瀏覽器中查看", "隐私政策"),
    *("隱私政策", "分享", "收藏", "点赞"),
))  # fmt: skip
_BEFORE_SITE = re.compile(rf"\s+[-–—|]\s+{SITE}\Z")


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of one summary, or of raw text. `gap`: a blank line stands before it."""

    lines: tuple[Line, ...]
    raw: bool = False
    gap: bool = False

    def is_scant(self) -> bool:
        """Tell whether it is so few plain words that no article may be made of them."""
        return self.raw and sum(len(line.text) for line in self.lines) < _SCANT


@dataclass(frozen=True, slots=True)
class Top:
    """A title, or a line of source and time, or both. `gap`: a blank line stands before it."""

    title: str = ""
    meta: Meta | None = None
    gap: bool = False

    def masthead(self) -> Masthead:
        head = self.meta.masthead if self.meta else Masthead("")
        bold = _BOLD.fullmatch(self.title)
        title = bold["words"] if bold else self.title
        linked = _LINKED.fullmatch(title)
        title, url = linked.groups() if linked else (title, None)
        return Masthead(
            title, head.source, head.published, head.zone, head.company, head.symbol, url
        )


@dataclass(frozen=True, slots=True)
class Loose:
    """Text that is in no body."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is no text: here another page may begin. `page` is its name, "" where it has none."""

    page: str | None = None


Thing = Body | Top | Loose | Furniture


def without_names(lines: list[Line]) -> tuple[list[Line], list[str]]:
    """Take out the name of each page, the line before its search box; give the names too."""
    names = []
    for place, line in enumerate(lines):
        if line.look is Look.CHROME and line.text in SEARCH:
            above = _above(lines, place, furniture=ICON)
            if above >= 0 and lines[above].look in _TITLE and _may_be_name(lines, above):
                names.append(lines[above].text)
                lines[above] = Line(lines[above].text, Look.NAME)
    return lines, names


def without_site(lines: list[Line]) -> list[Line]:
    """Take the site's name off a browser's title; where it only repeats a line, take it out."""
    named = [place for place, line in enumerate(lines) if line.text.endswith(SITE)]
    texts = {line.text for line in lines} if named else set[str]()
    for place in named:
        line = lines[place]
        if (bare := _BEFORE_SITE.sub("", line.text)) != line.text:
            lines[place] = EMPTY if bare in texts else line._replace(text=bare)
    return lines


def _above(lines: Sequence[Line], place: int, furniture: frozenset[str] = frozenset()) -> int:
    """Give the nearest line above that is not blank; -1 if there is none."""
    place -= 1
    while place >= 0 and (lines[place].look is Look.BLANK or lines[place].text in furniture):
        place -= 1
    return place


def _may_be_name(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is a page's name, and not the title under the last page's summary."""
    above = _above(lines, place)
    begins = above < 0 or lines[above].look is not Look.FLAT or above < place - 1
    return (begins or _is_listed(lines, above)) and len(lines[place].text) <= LONGEST_TITLE


def _is_listed(lines: Sequence[Line], body: int) -> bool:
    """Tell whether a summary has its title and time above it, as on a list."""
    top = _above(lines, body)
    meta = lines[top].meta if top >= 0 else None
    return meta is not None and meta.of_list


def find_things(lines: Sequence[Line]) -> Iterator[Thing]:
    """Walk the things that a page's lines make."""
    stream, at, gap = list(_topped(lines)), 0, False
    before: Thing | None = None
    while at < len(stream):
        one = stream[at]
        end, made = at + 1, list[Thing]()
        if isinstance(one, Top):
            made = [one]
        elif one.look in (Look.CHROME, Look.NAME):
            made = [_furniture(one)]
        elif one.look in IN_BODY:
            end = _body_end(stream, at)
            made = [Body(_whole(stream[at:end]), gap=gap)]
        elif one.look is not Look.BLANK:
            stretch = _Stretch(stream, at, _text_end(stream, at))
            end = stretch.end
            if isinstance(before, Top) and stretch.last_opens_body():
                end = _body_end(stream, end)
                made = list(_opened(stretch, end, gap))
            else:
                made = list(_texts(stretch, before, gap))
        gap = not made
        before = made[-1] if made else before
        yield from made
        at = end


def _furniture(line: Line) -> Furniture:
    """Tell what page begins, if one does here."""
    if line.look is Look.NAME:
        return Furniture(line.text)
    return Furniture("") if line.text in TOP else Furniture()


def _topped(lines: Sequence[Line]) -> Iterator[Line | Top]:
    """Join each line of source and time with the title above it, or else with that below."""
    held: list[Line] = []
    below = -1
    for place, line in enumerate(lines):
        if place == below:
            continue
        if line.meta is None:
            held.append(line)
            continue
        meta = line.meta
        title, gap = _title_off(held)
        below = -1 if title else _title_below(lines, place)
        yield from held
        held = []
        yield Top(lines[below].text if below >= 0 else title, meta, gap)
        if meta.rest:
            yield Line(meta.rest, Look.TEXT)
    yield from held


def _title_off(held: list[Line]) -> tuple[str, bool]:
    """Take the title off the lines above a time; tell whether a blank line stands before it."""
    last, title = _above(held, len(held)), ""
    if last >= 0 and _TAKES.fullmatch(held[last].text) and _above(held, last) >= 0:
        last = _above(held, last)
    if last >= 0 and _may_stand_over(held, last) and len(held[last].text) <= LONGEST_TITLE:
        title = held[last].text
        held[last:] = [line for line in held[last + 1 :] if line.text]
    return title, bool(held) and held[-1].look is Look.BLANK


def _title_below(lines: Sequence[Line], place: int) -> int:
    """Give the line between a time and a summary that opens; -1 where none alone stands there."""
    below = _next(lines, place + 1)
    opens = _next(lines, below + 1)
    if opens == len(lines) or lines[opens].look not in (Look.FLAT, Look.HEADING):
        return -1
    return below if lines[below].look is Look.TEXT and _may_be_title(lines[below]) else -1


def _next(lines: Sequence[Line], place: int) -> int:
    """Give the next line from here that is not blank; how many there are if there is none."""
    while place < len(lines) and lines[place].look is Look.BLANK:
        place += 1
    return min(place, len(lines))


def _may_stand_over(held: Sequence[Line], last: int) -> bool:
    """Tell whether the last line may be a title; one that ends in [3], only above any body."""
    if held[last].look is Look.FLAT:
        return _is_opened_alone(held[last].text)
    if held[last].look in (Look.CITED, Look.BULLET) and cites.ends_in_one(held[last].text):
        return all(line.look not in IN_BODY for line in held[:last])
    return held[last].look in _TITLE


def _is_opened_alone(text: str) -> bool:
    """Tell whether a line only begins as a summary does: a band may be called "Group 5"."""
    return len(text) <= _SCANTY and cites.last_end(text) < 0 and _PARTS.search(text) is None


def _whole(lines: Sequence[Line | Top]) -> tuple[Line, ...]:
    return tuple(line for line in lines if isinstance(line, Line) and line.text)


def _body_end(stream: Sequence[Line | Top], start: int) -> int:
    """Give where a body ends: at a thing of another kind, or where another summary opens."""
    end = at = start
    flat = _look(stream, start) is Look.FLAT
    while at < len(stream):
        look = _look(stream, at)
        if look is Look.FLAT and flat and at > start and not _counts_on(stream, start, at):
            break
        if look is not Look.BLANK:
            flat = flat and not _announces(stream, at)
            if look not in IN_BODY and (flat or not _belongs(stream, at)):
                break
            end = at + 1
        at += 1
    return end


def _counts_on(stream: Sequence[Line | Top], start: int, at: int) -> bool:
    """Tell whether a line begins with the group after the last one of the summary above it."""
    line = stream[at]
    number = headings.begins_group(line.text) if isinstance(line, Line) else None
    if number is None:
        return False
    above = _whole(stream[max(start, at - _NEAR) : at])[::-1]
    before = next(filter(None, (headings.last_group_in(one.text) for one in above)), 0)
    return number == before + 1


def _look(stream: Sequence[Line | Top], at: int) -> Look | None:
    one = stream[at]
    return one.look if isinstance(one, Line) else None


def _belongs(stream: Sequence[Line | Top], at: int) -> bool:
    """Tell whether a plain line amid a summary in lines is a heading, or the rest of a claim."""
    line, above = stream[at], stream[at - 1]
    if not isinstance(line, Line) or line.look is not Look.TEXT:
        return False
    if _beyond(stream, at + 1) in (Look.BULLET, Look.CITED):
        return len(line.text) <= LONGEST_TITLE
    if is_item(line.text):
        return _is_in_list(stream, at)
    if not isinstance(above, Line) or above.look not in (Look.BULLET, Look.TEXT):
        return False
    if goes_on(line.text):
        return True
    lines = (one for one in stream[at : at + WRAPPED] if isinstance(one, Line))
    return not cites.ends_in_one(above.text) and leads_to_citations(lines)


def _announces(stream: Sequence[Line | Top], at: int) -> bool:
    """Tell whether a line ends in a colon and claims follow: no title does."""
    line = stream[at]
    is_open = isinstance(line, Line) and line.look is Look.TEXT and line.text[-1] in ":："
    return is_open and _beyond(stream, at + 1) in (Look.BULLET, Look.CITED)


def _is_in_list(stream: Sequence[Line | Top], at: int) -> bool:
    """Tell whether a numbered line stands under a heading, or under another one."""
    above = stream[at - 2 if _look(stream, at - 1) is Look.BLANK else at - 1]
    return isinstance(above, Line) and (above.look is Look.HEADING or is_item(above.text))


def _beyond(stream: Sequence[Line | Top], at: int) -> Look | None:
    """Give the look of what comes next that is not blank; None at the end, or before a top."""
    while at < len(stream) and _look(stream, at) is Look.BLANK:
        at += 1
    return _look(stream, at) if at < len(stream) else None


# Plain lines: raw text, a title, or neither


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Plain lines from `start` to `end` of a stream."""

    stream: Sequence[Line | Top]
    start: int
    end: int

    def lines(self) -> list[Line]:
        return list(_whole(self.stream[self.start : self.end]))

    def next_is_body(self) -> bool:
        return _beyond(self.stream, self.end) in IN_BODY

    def last_opens_body(self) -> bool:
        """Tell whether the last is the heading of the claims that follow."""
        last = self.lines()[-1].text.strip("*_ ").rstrip(":：")
        follows = _beyond(self.stream, self.end)
        return follows in (Look.BULLET, Look.CITED) and headings.looks_like(last)

    def last_is_apart(self) -> bool:
        """Tell whether a blank line stands before the last one."""
        return self.end - 2 >= self.start and _look(self.stream, self.end - 2) is Look.BLANK


def _text_end(stream: Sequence[Line | Top], start: int) -> int:
    end = at = start
    while at < len(stream) and _look(stream, at) in (Look.TEXT, Look.BLANK):
        at += 1
        end = at if _look(stream, at - 1) is Look.TEXT else end
    return end


def _texts(stretch: _Stretch, before: Thing | None, gap: bool) -> Iterator[Thing]:
    """Say what plain lines are: under a top raw text, about a body a title, else loose."""
    lines = stretch.lines()
    if isinstance(before, Top):
        raw = Body(tuple(lines), raw=True, gap=gap)
        amid = raw.is_scant() and stretch.next_is_body()  # "Share", between a time and a summary
        yield Loose(tuple(line.text for line in lines)) if amid else raw
    elif isinstance(before, Body) or stretch.next_is_body():
        yield from _about_body(lines, stretch, isinstance(before, Body), gap)
    else:
        if len(lines) > 1 and _may_be_title(lines[0]):
            yield Top(lines.pop(0).text, gap=gap)
        yield Body(tuple(lines), raw=True)


def _opened(stretch: _Stretch, end: int, gap: bool) -> Iterator[Thing]:
    """Give the body that begins with a heading; a few words over that are no part of it."""
    lines = stretch.lines()
    over = Body(tuple(lines[:-1]), raw=True)
    if over.lines and over.is_scant():
        yield Loose(tuple(line.text for line in over.lines))
        lines = lines[-1:]
    yield Body((*lines, *_whole(stretch.stream[stretch.end : end])), gap=gap)


def _about_body(
    lines: list[Line], stretch: _Stretch, after_body: bool, gap: bool
) -> Iterator[Thing]:
    """Offer the line below one body, and the line above the next, as titles."""
    alone = len(lines) == 1
    if after_body and _may_be_title(lines[0]):
        yield Top(lines.pop(0).text, gap=gap)
    last = None
    if lines and stretch.next_is_body() and _may_be_title(lines[-1]):
        last = Top(lines.pop().text, gap=gap if alone else stretch.last_is_apart())
    if lines:
        yield Loose(tuple(line.text for line in lines))
    if last is not None:
        yield last


def _may_be_title(line: Line) -> bool:
    return len(line.text) <= LONGEST_TITLE and line.text.strip(" .>»").lower() not in _BUTTONS
