"""Where in a text the words stand for which it was found, and what to show of it.

What is marked is what the index found: a text is looked through as it was cut, in short ways where
there are any.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from core import words
from core.store.needle import Needle
from core.words import NONE, Own, Term

Span = tuple[int, int]
#: How much is shown of a long text, and of that before the first word that is marked.
LONGEST, BEFORE = 180, 50
#: Of a number of so many digits or fewer, none are set apart by commas.
THOUSAND = 3


#: Between texts that are looked through together: in no text, and no needle goes across it.
GAP = "\x00"


class Hay:
    """The texts of some articles, looked through all at once for several needles."""

    def __init__(self, articles: Sequence[Sequence[str]], own: Own = NONE) -> None:
        self._texts = [text for texts in articles for text in texts]
        self._whose = [number for number, texts in enumerate(articles) for _ in texts]
        self._own = own
        self._apart = [one.lower() if one.isascii() else _met(one) for one in self._texts]
        self._folded = GAP.join(self._apart)
        self._cut = dict[tuple[int, bool], list[Term]]()

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(text) + 1 for text in self._apart)]

    def spans(self, needle: Needle) -> list[tuple[int, int, int]]:
        """Give where a needle stands: which text of all, and where in it as it is folded.

        An article that says it in the short way is not asked whether it does in another as well.
        """
        written = "" if needle.among_words else _written(needle.terms, needle.open)
        if written:
            return list(self._as_written(written))
        if not may_hold(self._folded, needle):
            return []
        found = list(self._short(needle))
        if self._is_told_by_short(needle):
            return found
        had = {self._whose[at] for at, _, _ in found}
        return [*found, *self._long(needle, had)]

    def _is_told_by_short(self, needle: Needle) -> bool:
        """Tell whether what was not found in the short way is not there."""
        if needle.among_words or _short_way(needle.terms, needle.open) is None:
            return False
        (first, *more) = needle.terms
        return not (more or words.is_odd(self._folded, first))

    def _as_written(self, han: str) -> Iterator[tuple[int, int, int]]:
        starts, start = self._starts, self._folded.find(han)
        while start >= 0:
            at = bisect_right(starts, start) - 1
            yield at, start - starts[at], start - starts[at] + len(han)
            start = self._folded.find(han, start + len(han))

    def _short(self, needle: Needle) -> Iterator[tuple[int, int, int]]:
        """Find English words with one blank or hyphen between them."""
        pattern = None if needle.among_words else _short_way(needle.terms, needle.open)
        if pattern is None:
            return
        starts, folded, is_told = self._starts, self._folded, dict[str, bool]()
        at, beyond = -1, 0
        for match in pattern.finditer(folded):
            start, end = match.span()
            said = folded[start:end]
            told = is_told.get(said)
            if told is None:
                told = needle.open or all(map(_is, match.groups(), needle.terms))
                is_told[said] = told
            if not told or (start and "a" <= folded[start - 1] <= "z"):
                continue
            while beyond <= start:
                at += 1
                beyond = starts[at + 1]
            yield at, start - starts[at], end - starts[at]

    def _long(self, needle: Needle, had: Collection[int]) -> Iterator[tuple[int, int, int]]:
        """Find what stands in another way in the other articles, as the index cuts them."""
        for at in self._likely(needle):
            folded = self._apart[at]
            if self._whose[at] not in had and may_hold(folded, needle):
                found = self._terms(at, folded, needle.among_words)
                yield from ((at, start, end) for start, end in _rows(found, needle))

    def _likely(self, needle: Needle) -> Iterable[int]:
        """Give the texts that may hold a needle: its first Han word, or its English words alone."""
        loose = _loosely(needle)
        if loose is None or any(words.is_odd(self._folded, term) for term in needle.terms):
            return range(len(self._apart))
        found = (
            bisect_right(self._starts, one.start()) - 1 for one in loose.finditer(self._folded)
        )
        return list(dict.fromkeys(found))

    def _terms(self, at: int, folded: str, among_words: bool) -> list[Term]:
        found = self._cut.get((at, among_words))
        if found is None:
            found = words.words(folded, self._own) if among_words else words.terms(folded)
            self._cut[at, among_words] = found
        return found

    def outward(self, at: int, spans: Sequence[Span]) -> Sequence[Span]:
        """Lead places in a folded text back to the text: code points, the end not included."""
        text = self._texts[at]
        places = _origins(text) if spans and not text.isascii() else range(0)
        if isinstance(places, range):
            return spans
        return [(places[start], places[end - 1] + 1) for start, end in spans]


#: Key by key the same articles are found again.
_met = lru_cache(4096)(words.fold)
_origins = lru_cache(4096)(words.origins)


def may_hold(folded: str, needle: Needle) -> bool:
    """Tell quickly whether a folded text may hold a needle; nothing holds one of no terms."""
    terms = needle.terms[:-1] if needle.open else needle.terms
    return bool(needle.terms) and all(words.holds(folded, term) for term in terms)


@lru_cache(256)
def _written(terms: tuple[str, ...], is_open: bool) -> str:
    """Give Chinese as it is written, of which these are the terms; of others, nothing."""
    if not terms or not all(map(words.is_han, terms)):
        return ""
    links = all(len(a) == 2 and a[1] == b[0] for a, b in pairwise(terms))
    is_whole = links and (len(terms[-1]) == 2 or is_open)
    return terms[0] + "".join(term[1:] for term in terms[1:]) if is_whole else ""


@lru_cache(256)
def _short_way(terms: tuple[str, ...], is_open: bool) -> "re.Pattern[str] | None":
    """Give what finds English words in a folded text where they stand in the usual way."""
    if not all(_is_english(term) for term in terms) or (is_open and len(terms) > 1):
        return None
    if is_open:
        return re.compile(f"({terms[0]}[a-z]*)")
    forms = (f"((?:{'|'.join(words.beginnings(term))})[a-z]*)" for term in terms)
    return re.compile("[ -]".join(forms))


@lru_cache(256)
def _loosely(needle: Needle) -> "re.Pattern[str] | None":
    """Give what finds a needle, and more: English words with whatever between them is no word."""
    if needle.among_words:
        return re.compile(needle.terms[0]) if words.is_han(needle.terms[0]) else None
    if needle.open or not all(_is_english(term) or _is_short(term) for term in needle.terms):
        return None
    return re.compile("".join(map(_after, ("", *needle.terms), needle.terms)))


def _after(before: str, term: str) -> str:
    """Give what finds a term, and the end of the one before, apart from it if both are words."""
    begun = term if term.isdigit() else f"(?:{'|'.join(words.beginnings(term))})"
    apart = "+" if before.isalpha() and term.isalpha() else "*"
    return f"[a-z]*(?:['’]s)?[^a-z0-9{GAP}]{apart}{begun}" if before else begun


def _is_short(term: str) -> bool:
    """Tell whether a term is a number too short for commas."""
    return term.isascii() and term.isdigit() and len(term) <= THOUSAND


def _is_english(term: str) -> bool:
    return term.isascii() and term.isalpha()


@lru_cache(4096)
def _is(word: str, term: str) -> bool:
    return words.stem(word) == term


def _rows(found: Sequence[Term], needle: Needle) -> Iterator[Span]:
    """Give the places where the terms of a needle stand in a row."""
    *terms, last = needle.terms
    for i in range(len(found) - len(terms)):
        ends = found[i + len(terms)]
        if terms and found[i].text != terms[0]:
            continue
        if ends.text != last and not (needle.open and ends.text.startswith(last)):
            continue
        if all(found[i + k].text == term for k, term in enumerate(terms)):
            is_begun = needle.open and words.is_han(last)
            yield found[i].start, ends.start + 1 if is_begun else ends.end


def holds(text: str, needle: Needle, own: Own = NONE) -> bool:
    """Tell whether a needle stands in a text."""
    return bool(needle.terms and Hay([[text]], own).spans(needle))


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Give the spans in their order, those that touch or overlap as one."""
    made, in_order = list[Span](), sorted(spans)
    if len(in_order) == 1:
        return (in_order[0],)
    for start, end in in_order:
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)


def snippet(text: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Give what is to be shown of a text on one line, and where the words stand in that."""
    if len(text) <= LONGEST and text.isprintable():
        return text, tuple(spans)
    first = spans[0][0] if spans else 0
    start = 0 if first <= LONGEST - BEFORE else _blank_before(text, first - BEFORE)
    end = min(len(text), start + LONGEST)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shown = text[start:end]
    shown = shown if shown.isprintable() else BLANK.sub(" ", shown)
    shift = len(before) - start
    seen = (span for span in spans if start <= span[0] < end)
    return before + shown + after, tuple((i + shift, min(j, end) + shift) for i, j in seen)


BLANK = re.compile(r"\s")


def _blank_before(text: str, place: int) -> int:
    """Give a place not far after this one where a word begins, if there is one."""
    blank = text.find(" ", place, place + BEFORE // 2)
    return blank + 1 if blank >= 0 else place
