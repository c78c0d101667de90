"""A flat body, all on one line: `Core Insights - claim [1][3]. Group 1: Title - claim [1] - claim`.

A dash between spaces parts two pieces only where the text before it is a claim that ends in its
citations, or such a claim and then a heading, or the heading that begins the body. Elsewhere it
belongs to the claim: research is full of `short - term` and `515 - 535 yuan`. Without any citation
a dash parts before whatever may begin a claim. Time is linear in the length of the body.
"""

import re
from collections.abc import Iterable, Iterator

from core.parse import cites, headings
from core.parse.pieces import Piece, answer, block, claim, heading

_DASH = re.compile(r"(?<=\s)[-−*•](?=\s)")
#: LaTeX has eaten the spaces and left its minus between claims.
_DAMAGED = re.compile(r"\]\.?\s?−\s?\S")
_DASH_DAMAGED = re.compile(r"(?<=\s)[-*•](?=\s)|−")
_AFTER_CITE = " \t.。"
_BEFORE = " \t:：.。"  # what may stand between a heading or a citation and a claim
_ENOUGH = headings.LONGEST  # characters beyond which text after a citation is no heading


def is_damaged(body: str) -> bool:
    return _DAMAGED.search(body) is not None


def flat(body: str) -> Iterator[Piece]:
    """Find the pieces of a body: first at the headings known by name, dash or no dash."""
    dash = _DASH_DAMAGED if is_damaged(body) else _DASH
    cited = cites.CITE.search(body) is not None
    at = 0
    for known in headings.known(body):
        if known.start(1) > at:
            yield from _stretch(body[at : known.start(1)], dash, cited=cited)
        yield from map(heading, headings.apart(known[1]))
        at = known.end(1)
    if at < len(body):
        yield from _stretch(body[at:].lstrip(":："), dash, cited=cited)


def _stretch(text: str, dash: re.Pattern[str], *, cited: bool) -> Iterable[Piece]:
    if cited and dash.search(text) is None and cites.CITE.search(text) is not None:
        return _undashed(text)
    return _Reading(dash, cited=cited).of(text)


class _Reading:
    """One stretch of a body being read, dash by dash."""

    def __init__(self, dash: re.Pattern[str], *, cited: bool) -> None:
        self._dash, self._cited = dash, cited
        self._pieces: list[Piece] = []
        self._held: list[str] = []  # what was read and not given away
        self._tail = ""  # what was read after the last citation, as far as it may be a heading
        self._has_cite = False
        self._dashed = False  # what is held came after a dash

    def of(self, text: str) -> list[Piece]:
        at = 0
        for dash in self._dash.finditer(text):
            self._take(text[at : dash.start()])
            at = dash.end()
            self._part(dash[0], text[at : at + 40].lstrip())
        self._take(text[at:])
        self._end()
        return self._pieces

    def _take(self, text: str) -> None:
        self._held.append(text)
        end = cites.last_end(text)
        if end >= 0:
            self._has_cite, self._tail = True, text[end:]
        elif len(self._tail) <= _ENOUGH:
            self._tail += text[: _ENOUGH + 1]

    def _part(self, dash: str, following: str) -> None:
        """Give away what is held, if a dash here parts it from what follows."""
        tail = self._tail.lstrip(_AFTER_CITE).rstrip()
        if (self._has_cite and not tail) or (len(self._held) == 1 and not self._held[0].strip()):
            self._give("")
        elif self._may_head() and headings.looks_like(tail) and headings.begins_claim(following):
            self._give(tail)
        elif (group := headings.last_group(self._held[-1].rstrip())) is not None:
            self._give(self._held[-1].rstrip()[group:])
        elif not self._cited and headings.begins_claim(following) and tail:
            self._give("")
        else:
            self._held.append(dash)
            self._tail += dash

    def _may_head(self) -> bool:
        """Tell whether a heading may stand here: behind citations, or first of all."""
        return self._has_cite or not (self._dashed or self._pieces)

    def _give(self, head: str) -> None:
        """Give away what is held: text, and the heading that ends it."""
        text = "".join(self._held).strip()
        if head:
            text = text[: len(text) - len(head)].rstrip()
        if text:
            self._pieces.append(claim(text) if self._dashed else answer(text))
        if head:
            self._pieces += map(heading, headings.apart(head))
        self._held, self._tail, self._has_cite, self._dashed = [], "", False, True

    def _end(self) -> None:
        tail = self._tail.lstrip(_AFTER_CITE).rstrip()
        text = "".join(self._held).strip()
        if self._has_cite and tail and _is_cut_heading(tail):
            self._give(tail)
        elif self._has_cite and _is_broken_cite(tail):
            self._pieces.append(claim(text[: len(text) - len(tail)]))
        elif text.strip("-−*• "):
            plain = not self._dashed or _NOTHING.fullmatch(text) is not None
            self._pieces.append(answer(text) if plain else claim(text))


#: An answer that says only that there is nothing to say.
_NOTHING = re.compile(
    r"(?:(?:No|Not|None|Nothing)\b|The (?:report|text|content) (?:\w+ ){1,2}(?:no|not)\b|[未无])"
    r"[^\[\]]{0,100}"
)


def _is_cut_heading(tail: str) -> bool:
    return headings.looks_like(tail) and tail[0].isalnum()


def _is_broken_cite(tail: str) -> bool:
    return re.fullmatch(r"\[\d{0,3}", tail) is not None


def _undashed(text: str) -> Iterator[Piece]:
    """Read text that has citations and no dash: each run of citations ends a claim."""
    opening = headings.OPENING.match(text)
    if opening:
        yield from map(heading, headings.apart(opening[0]))
    at = opening.end() if opening else 0
    end = -1  # of the last citation
    for found in cites.CITE.finditer(text, at):
        if end >= 0 and text[end : found.start()].strip():
            yield claim(text[at:end].lstrip(_BEFORE))
            at = end
        end = found.end()
    yield claim(text[at:end].lstrip(_BEFORE))
    rest = text[end:].strip(_BEFORE)
    if rest:
        yield block(rest)
