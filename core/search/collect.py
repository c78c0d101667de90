"""Which claims of an article a query is about, so that those of many can be read together.

A query finds articles. Of one that was found, the claims are told that say the words, carry the
tag or are marked in the colour: those of which all that was asked is true, where there are any,
else those of which some is. Where nothing was asked of a claim (`source:`, `is:unread`, words of a
title) it is all of them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from core.errors import NotFound
from core.library import Reader
from core.model import Annotated, Highlight, Node, Placed
from core.outline import parents
from core.query import parse
from core.search.marks import Hay, Span, holds, joined
from core.search.wanted import Known, wanted
from core.store.needle import Clause, Needle, Sift, Want
from core.words import Own

#: By the row that says something, where.
Lit = dict[int, list[Span]]

#: What is asked of a highlight, where an article is asked for one.
ASKS: Mapping[str, Callable[[Highlight, Sequence[str]], bool]] = {
    "tag": lambda one, tags: not set(tags).isdisjoint(one.tags),
    "colour": lambda one, colours: one.colour in colours,
    "author": lambda one, authors: one.author in authors,
    "noted": lambda one, _: bool(one.note),
    "highlighted": lambda _one, _: True,
}


@dataclass(frozen=True, slots=True)
class Part:
    """What was asked for of one article: the claims, and where the words stand in them.

    `rows` are the claims with the sections they stand under, in reading order.
    """

    annotated: Annotated
    rows: tuple[int, ...]
    claims: frozenset[int]
    lit: Mapping[int, tuple[Span, ...]]

    def alone(self) -> Annotated:
        """Give the article as if there were nothing in it but these rows and their marks."""
        edition = self.annotated.article.edition
        at = {row: number for number, row in enumerate(self.rows)}
        nodes = tuple(replace(edition.nodes[row], position=n) for row, n in at.items())
        marks = (one for one in self.annotated.placed if one.node in at)
        placed = tuple(replace(one, node=at[one.node]) for one in marks if one.node is not None)
        article = replace(self.annotated.article, edition=replace(edition, nodes=nodes))
        return replace(self.annotated, article=article, placed=placed)


def collect(
    reader: Reader, text: str, articles: Iterable[str], hidden: frozenset[str] = frozenset()
) -> list[Part]:
    """Give the claims that a query is about, by article; one that is gone is left out.

    Marks of the authors `hidden` are left out.
    """
    known = Known(reader)
    clauses = [one for one in wanted(parse(text), known) if not one.negated]
    shown = [_without(one, hidden) for one in _there(reader, articles)]
    rows = [(number, node) for number, one in enumerate(shown) for node in _nodes(one)]
    hay = Hay([[node.text] for _, node in rows], known.own)
    told = [[Lit() for _ in shown] for _ in clauses]
    for clause, lit in zip(clauses, told, strict=True):
        for row, spans in _said(clause, hay).items():
            number, node = rows[row]
            lit[number][node.position] = spans
    return [
        _part(one, [_Asked(c, lit[n], known.own) for c, lit in zip(clauses, told, strict=True)])
        for n, one in enumerate(shown)
    ]


def _there(reader: Reader, articles: Iterable[str]) -> Iterator[Annotated]:
    for one in articles:
        try:
            yield reader.annotated(one)
        except NotFound:
            continue


def _without(one: Annotated, hidden: frozenset[str]) -> Annotated:
    placed = tuple(p for p in one.placed if p.highlight.author not in hidden)
    return replace(one, placed=placed) if hidden else one


def _nodes(one: Annotated) -> Sequence[Node]:
    return one.article.edition.nodes


def _said(clause: Clause, hay: Hay) -> Lit:
    """Give the rows that say one thing of a clause: all of what was typed, or another name."""
    found = defaultdict[int, list[Span]](list)
    for want in clause.wants:
        groups = [_spans(group, hay) for group in want.literal]
        all_ = set(groups[0]).intersection(*groups[1:]) if groups else ()
        for group in groups:
            for row in all_:
                found[row] += group[row]
        for row, spans in _spans(want.meanings, hay).items():
            found[row] += spans
    return {row: list(hay.outward(row, joined(spans))) for row, spans in found.items()}


def _spans(needles: Iterable[Needle], hay: Hay) -> Lit:
    found = defaultdict[int, list[Span]](list)
    for needle in needles:
        for row, start, end in () if needle.field else hay.spans(needle):
            found[row].append((start, end))
    return found


@dataclass(frozen=True, slots=True)
class _Asked:
    """A clause, asked of the claims of one article; `lit` are the rows that say its words."""

    clause: Clause
    lit: Lit
    own: Own

    @property
    def is_of_claims(self) -> bool:
        """Tell whether claims answer it, or the article as a whole."""
        return (
            any(sift.field in ASKS for sift in self.clause.sifts)
            or any(_is_of_text(want) for want in self.clause.wants)
            or bool(self.lit)
        )

    def claims(self, marks: Iterable[Placed]) -> set[int]:
        carry = (m.node for m in marks if m.node is not None and self._is_of(m.highlight))
        return {*self.lit, *carry}

    def _is_of(self, one: Highlight) -> bool:
        return any(_answers(one, sift) for sift in self.clause.sifts) or any(
            _names(one, want) or _notes(one, want, self.own) for want in self.clause.wants
        )


def _is_of_text(want: Want) -> bool:
    needles = [one for group in want.literal for one in group] + list(want.meanings)
    return any(one.field in ("", "note") for one in needles)


def _answers(one: Highlight, sift: Sift) -> bool:
    return sift.field in ASKS and ASKS[sift.field](one, sift.values)


def _names(one: Highlight, want: Want) -> bool:
    return not set(want.tags).isdisjoint(one.tags)


def _notes(one: Highlight, want: Want, own: Own) -> bool:
    """Tell whether a note says what was typed."""
    groups = want.literal if one.note else ()
    wanted_there = (any(_noted(one, needle, own) for needle in group) for group in groups)
    return bool(groups) and all(wanted_there)


def _noted(one: Highlight, needle: Needle, own: Own) -> bool:
    return needle.field in ("", "note") and holds(one.note, replace(needle, field=""), own)


def _part(one: Annotated, asked: Sequence[_Asked]) -> Part:
    nodes = _nodes(one)
    markable = {n.position for n in nodes if n.text and not n.kind.is_section}
    apart = [each.claims(one.placed) & markable for each in asked if each.is_of_claims]
    found = set.intersection(*apart) or set.union(*apart) if apart else markable
    above, rows = parents(nodes), set[int]()
    for claim in found:
        at: int | None = claim
        while at is not None and at not in rows:
            rows.add(at)
            at = above[at]
    lit = defaultdict[int, list[Span]](list)
    for row, spans in ((row, spans) for each in asked for row, spans in each.lit.items()):
        if row in rows:
            lit[row] += spans
    marks = {row: _side_by_side(nodes[row].text, joined(at)) for row, at in sorted(lit.items())}
    return Part(one, tuple(sorted(rows)), frozenset(found), marks)


def _side_by_side(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Give places with nothing but a blank between them as one."""
    made = list[Span]()
    for start, end in spans:
        if made and not text[made[-1][1] : start].strip():
            made[-1] = (made[-1][0], end)
        else:
            made.append((start, end))
    return tuple(made)
