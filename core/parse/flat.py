"""A flat body, all on one line: `Core Insights - claim [1][3]. Group 1: Title - claim [1] - claim`.

A dash between spaces parts two pieces only where the text before it is a claim that ends in its
citations, or such a claim and then a heading, or the heading that begins the body. Elsewhere it
belongs to the claim: research is full of `short - term` and `515 - 535 yuan`. Bodies without any
citation are `uncited`'s. Time is linear in the length of the body.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from core.model import Kind
from core.parse import cites, headings
from core.parse.pieces import Piece, answer, block, claim, heading
from core.parse.regular import regular
from core.parse.uncited import uncited

#: LaTeX has eaten the spaces and left its minus between claims.
_DAMAGED = re.compile(r"\]\.?\s?−\s?\S")
_BEFORE = f"{cites.STOPS}:："  # what may stand between a heading or a citation and a claim
_REACH = headings.LONGEST + 20  # characters after a citation in which a heading may end
#: An answer that says only that there is nothing to say.
_NOTHING = re.compile(
    r"(?:(?:No|Not|None|Nothing)\b|The (?:report|text|content) (?:\w+ ){1,2}(?:no|not)\b|[未无])"
    r"[^\[\]]{0,100}"
)
#: A dash that no claim has within it: behind the end of a sentence, which no abbreviation is.
_STOP_AND_DASH = re.compile(
    r"(?:(?<=[a-z\d%)\"”’]{2}\.)(?<!\bvs\.)(?<!\b(?:Co|Mr|Dr|St|No)\.)(?<!\b(?:Ltd|Inc|Mrs)\.)"
    r"(?<!\bCorp\.)|(?<=。)) - (?=[A-Z\"“$*\u4e00-\u9fff])"
)
_STOPS = frozenset(".。")


class _Dash(NamedTuple):
    """What parts pieces: `anywhere`, and where it follows a citation `at_once`."""

    anywhere: re.Pattern[str]
    at_once: re.Pattern[str]


def _parted_by(signs: str, eaten: str = "") -> _Dash:
    """Make the patterns of a dash. The sign comes first in them: so they are quicker to search."""
    apart = r"(?<=[\s\u200b].)(?=[\s\u200b])"
    after = r"(?<=[\s\u200b.。;；].)(?=[\s\u200b])"
    return _Dash(
        re.compile(f"[{signs}](?:{eaten}{apart})"),
        re.compile(f"[{cites.STOPS}]*[{signs}](?:{eaten}{after})"),
    )


_WHOLE, _EATEN = _parted_by("-−*•"), _parted_by("-−*•", "(?<=−)|")
_OTHERS = "–—―－●▪◦·"
_OTHER = _parted_by(_OTHERS)
_ENDING = frozenset(f"-−*•{_OTHERS}")
#: Two hyphens, as typewriters write a dash.
_TWICE = _Dash(
    re.compile(r"--(?<=\s--)(?=\s)"), re.compile(rf"[{cites.STOPS}]*--(?<=[\s.。;；]--)(?=\s)")
)


def is_damaged(body: str) -> bool:
    return "−" in body and _DAMAGED.search(body) is not None


def flat(body: str) -> list[Piece]:
    """Find the pieces of a body, at once where it is as most are."""
    dash = _dash_of(body)
    return (regular(body) if dash is _WHOLE else []) or list(_closely(body, dash))


def closely(body: str) -> list[Piece]:
    """Find the pieces of any body."""
    return list(_closely(body, _dash_of(body)))


def _closely(body: str, dash: _Dash) -> Iterator[Piece]:
    """Find them first at the headings known by name, dash or no dash."""
    if body[-1:] in _ENDING and body[-2:-1].isspace() and cites.ends_in_one(body[:-1]):
        body = body[:-1]  # the page was cut off after a dash
    is_cited = cites.CITE.search(body) is not None
    at = 0
    for known in headings.known(body):
        if known.start(1) > at:
            yield from _stretch(body[at : known.start(1)], dash, is_cited=is_cited)
        yield from map(heading, headings.apart(known[1]))
        at = known.end(1)
    if at < len(body):
        yield from _stretch(body[at:].lstrip(":：\u200b"), dash, is_cited=is_cited)


def _dash_of(body: str) -> _Dash:
    """Tell which sign parts a body: another than a hyphen only where no hyphen follows a claim."""
    if is_damaged(body):
        return _EATEN
    if " -- " in body and " - " not in body:
        return _TWICE
    if all(sign not in body for sign in _OTHERS) or _OTHER.anywhere.search(body) is None:
        return _WHOLE
    opening = headings.OPENING.match(body)
    ends = [opening.end() if opening else 0, *(end for _, end in cites.runs(body))]
    if any(_WHOLE.at_once.match(body, end) for end in ends):
        return _WHOLE
    return _OTHER if any(_OTHER.at_once.match(body, end) for end in ends) else _WHOLE


def _stretch(text: str, dash: _Dash, *, is_cited: bool) -> Iterable[Piece]:
    if not is_cited:
        return uncited(text, dash.anywhere)
    runs = list(cites.runs(text))
    if runs and dash.anywhere.search(text) is None:
        return _undashed(text, runs)
    return _Cited(text, dash).pieces(runs)


class _Cited:
    """A stretch of a cited body, read from one run of citations to the next."""

    def __init__(self, text: str, dash: _Dash) -> None:
        self._text, self._dash = text, dash
        self._pieces: list[Piece] = []
        self._wide = [opens for opens in cites.WIDE if opens in text]
        self._groups = dict.fromkeys(headings.GROUPS, -1)  # where each stands that was looked for
        self._group = -1  # and the first of them
        self._at = 0  # where what is not given away begins
        self._dashed = False  # it came after a dash
        self._run = (0, 0)  # the citations last read
        self._looked = 0  # up to where groups were looked for

    def pieces(self, runs: Sequence[tuple[int, int]]) -> list[Piece]:
        self._begin(runs[0][0] if runs else len(self._text))
        limits = [*(start for start, _ in runs[1:]), len(self._text)]
        end = 0
        for self._run, limit in zip(runs, limits, strict=False):
            start, end = self._run
            if self._group < start:  # or the next is known to be farther: most claims have none
                self._part_groups(start)
            else:
                self._looked = start - 1
            self._part_after(end, limit)
        self._end(end if end > self._at else -1)
        return self._pieces

    def _begin(self, limit: int) -> None:
        """Take off the dash, or the heading and its dash, that the stretch begins with."""
        text = self._text
        first = self._dash.anywhere.search(text, 0, limit + 1)
        if first and not text[: first.start()].strip():
            self._at, self._dashed = first.end(), True
        elif first:
            self._part_after(0, limit)

    def _part_after(self, end: int, limit: int) -> None:
        """Give away the claim that ends here, if a dash, or a heading and a dash, follows."""
        text = self._text
        at_once = self._dash.at_once.match(text, end) if end else None
        if at_once is not None:
            self._give(end, "", at_once.end())
            return
        for dash in self._dash.anywhere.finditer(text, end, min(limit, end + _REACH)):
            tail = text[end : dash.start()].lstrip(cites.STOPS).rstrip()
            following = text[dash.end() : dash.end() + 40].lstrip()
            if headings.looks_like(tail) and headings.begins_claim(following):
                self._give(end, tail, dash.end())
                return

    def _part_groups(self, limit: int) -> None:
        """Give away uncited claims before the heading of a group; what was looked at is known."""
        text, at = self._text, max(self._at, self._looked)
        self._looked = limit - 1  # the dash there may want what comes behind
        if not self._has_group(max(self._at, at - headings.LONGEST), limit):
            return
        for dash in self._dash.anywhere.finditer(text, at, limit):
            start = max(self._at, dash.start() - 2 * headings.LONGEST)
            before = text[start : dash.start()].rstrip()
            group = headings.last_group(before)
            if group is not None:
                self._give(start + group, before[group:], dash.end())

    def _has_group(self, start: int, limit: int) -> bool:
        """Tell whether a word for a group stands there; each is looked for once."""
        if self._group < start:
            for word, place in self._groups.items():
                if place < start:
                    found = self._text.find(word, start)
                    self._groups[word] = found if found >= 0 else len(self._text)
            self._group = min(self._groups.values())
        return self._group < limit

    def _give(self, end: int, head: str, after: int) -> None:
        """Give away the text that ends here, and the heading before what comes after."""
        cited = self._cited(end) if self._dashed else None
        text = self._text[self._at : end].strip() if cited is None else ""
        if cited is not None:
            self._pieces.append(cited)
        elif text:
            self._pieces += map(claim, _sentences(text)) if self._dashed else [answer(text)]
        if head:
            self._pieces += map(heading, headings.apart(head))
        self._at, self._dashed = after, True

    def _cited(self, end: int) -> Piece | None:
        """Give the claim that ends here, if it has one run of citations, and that at its end."""
        text, (start, stop) = self._text, self._run
        if end != stop or text.find("[", self._at, start) >= 0:
            return None
        if self._wide and any(text.find(opens, self._at, start) >= 0 for opens in self._wide):
            return None
        if text.find(". - ", self._at, start) >= 0 or text.find("。 - ", self._at, start) >= 0:
            return None
        said = text[self._at : start].strip().rstrip(cites.AIR)
        return Piece(Kind.CLAIM, said, 0, cites.of_run(text, start, stop)) if said else None

    def _end(self, cited: int) -> None:
        """Give away the rest; `cited` is where its last citation ends, -1 if it has none."""
        self._part_groups(len(self._text))
        rest = self._text[self._at :].strip()
        tail = self._text[cited:].lstrip(cites.STOPS).rstrip() if cited >= 0 else ""
        if tail and headings.looks_like(tail) and tail[0].isalnum():
            self._give(cited, tail, len(self._text))
        elif tail and _is_broken_cite(tail):
            self._give(cited, "", len(self._text))
        elif self._dashed and tail[-1:] in _STOPS and self._text[cited] in _STOPS:
            self._give(cited, "", len(self._text))
            self._pieces.append(block(tail))
        elif rest.strip("-−*• "):
            plain = not self._dashed or _NOTHING.fullmatch(rest) is not None
            self._pieces += [answer(rest)] if plain else map(claim, _sentences(rest))


def _sentences(text: str) -> list[str]:
    """Part claims without citations before the last: a dash after a full stop begins another."""
    return _STOP_AND_DASH.split(text) if " - " in text else [text]


def _is_broken_cite(tail: str) -> bool:
    return re.fullmatch(r"\[\d{0,3}", tail) is not None


def _undashed(text: str, runs: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """Read text that has citations and no dash: each run of citations ends a claim."""
    opening = headings.OPENING.match(text)
    if opening:
        yield from map(heading, headings.apart(opening[0]))
    at = opening.end() if opening else 0
    for _, end in runs:
        yield claim(text[at:end].lstrip(_BEFORE))
        at = end
    rest = text[at:].strip(_BEFORE)
    if rest:
        yield block(rest)
