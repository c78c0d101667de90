"""A text cut: into terms for what was typed, and into Han words for what is meant.

A run of n Han gives n terms: each pair of neighbours, and the last by itself, so that one character
is found as the beginning of a term, and two or more as a phrase. Letters and digits that touch are
apart ("7nm" is 7, nm), a number is whole ("8.5", "1,200"), and the dash and the per cent sign by
one are terms: "10–20%" is the phrase 10 - 20 %.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from core.words import han
from core.words.fold import TABLE, fold
from core.words.stem import beginnings, stem

#: Characters that are written without spaces: Han, kana, hangul.
RUN = (
    "\u3005\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
#: Put between two texts, it is a term of its own, so that no phrase goes from one to the other.
GAP = " \x01 "
BREAK = "|"
DASH = "-‐‑‒–—−~"
#: No rule looks beyond a blank, so that a text can be cut blank by blank.
PIECE = (
    "[a-z]{2,}(?![a-z.])"  # what most pieces are
    f"|[{RUN}]+"
    "|(?<![a-z0-9])[a-z](?:\\.[a-z])+(?![a-z0-9])"  # U.S.
    "|\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)*|\\d+(?:\\.\\d+)*"
    f"|[^\\W\\d_{RUN}]+"
    f"|%|\x01|(?<![a-z])[{DASH}](?=\\d)|(?<!\\S)[{DASH}](?!\\S)"
)
POSSESSIVE = "(?<=[a-z])['’]s(?![a-z])"
RUNS = f"[{RUN}]+"
#: What is written without spaces, and all that folds to it, comes late in Unicode; signs there,
#: which fold to no letter, part it.
LATE = "[^\x00-\u2e7f\u3001-\u3004\u3008-\u301f\uff01-\uff20]+"
#: No more letters with dots between them are one word.
INITIALS = 5
#: So many words are remembered with what they are as terms, none of them longer.
MOST, LONG = 100_000, 24
#: So many runs of Han, none longer, are remembered with the terms and words they are cut into.
MANY, SHORT = 20_000, 16


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when the first text comes: a window is painted sooner than this is done."""
    return re.compile(pattern)


def _is_run(piece: str) -> bool:
    return _compiled(RUNS).match(piece) is not None


@dataclass(frozen=True, slots=True)
class Term:
    """A term, and where it stands: code points of the text it was cut from, end not included."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Own:
    """The reader's own Chinese words, which go before the dictionary's."""

    words: frozenset[str] = frozenset()

    @staticmethod
    def of(words: Iterable[str]) -> "Own":
        """Take words as they were written; what holds no run of Han alone teaches nothing."""
        folded = (fold("".join(word.split())) for word in words)
        return Own(frozenset(word for word in folded if _compiled(RUNS).fullmatch(word)))

    @cached_property
    def pattern(self) -> "re.Pattern[str] | None":
        """Give what finds one of the words, of two that begin alike the longer."""
        longest_first = sorted(self.words, key=lambda word: (-len(word), word))
        return re.compile(f"({'|'.join(longest_first)})") if longest_first else None


NONE = Own()


def is_han(text: str) -> bool:
    """Tell whether there is Chinese in a text."""
    return not text.isascii() and _compiled(RUNS).search(text) is not None


# What was typed


class _Spelled(dict[str, str]):
    """Texts without blanks as terms, spaces between them; short ones are remembered."""

    def __missing__(self, chunk: str) -> str:
        pieces = _compiled(PIECE).findall(_without_possessives(fold(chunk)))
        made = " ".join(map(SAID.__getitem__, pieces))
        if len(chunk) <= LONG:
            if len(self) > MOST:
                self.clear()
            self[chunk] = made
        return made


class _Said(dict[str, str]):
    """Pieces as terms, spaces between them; short ones are remembered."""

    def __missing__(self, piece: str) -> str:
        made = _pairs(piece) if _is_run(piece) else _said(piece)
        if len(piece) <= SHORT:
            if len(self) > MANY:
                self.clear()
            self[piece] = made
        return made


SPELLED, SAID = _Spelled(), _Said()


def spell(text: str) -> str:
    """Spell the terms of a text in reading order, spaces between them."""
    return " ".join(map(SPELLED.__getitem__, text.split()))


def terms(text: str) -> list[Term]:
    """Cut a text into terms, as `spell` does, with where they stand."""
    return _outward(text, [Term(said, i, j) for i, j, said in _pieces(fold(text))])


def _pieces(folded: str) -> Iterator[tuple[int, int, str]]:
    """Give the terms of a folded text, each with its start and its end."""
    for piece in _compiled(PIECE).finditer(_without_possessives(folded)):
        start, end, said = piece.start(), piece.end(), piece[0]
        if _is_run(said):
            for i in range(start, end):
                last = min(i + 2, end)
                yield i, last, folded[i:last]
        else:
            yield start, end, _said(said)


def _pairs(run: str) -> str:
    return " ".join([*map(str.__add__, run, run[1:]), run[-1]])


def _said(piece: str) -> str:
    """Give the term of a piece that is no run of Han."""
    first = piece[0]
    if first.isalpha():
        return piece.replace(".", "") if "." in piece else _stem(piece)
    return piece.replace(",", "") if first.isdigit() else SIGNS.get(first, piece)


_stem = lru_cache(MOST)(stem)
SIGNS = {"\x01": BREAK} | dict.fromkeys(DASH, "-")


def _without_possessives(folded: str) -> str:
    """Blank out the 's of a word, and leave all else where it is."""
    if "'" not in folded and "’" not in folded:
        return folded
    return _compiled(POSSESSIVE).sub("  ", folded)


def phrase(text: str) -> tuple[list[str], bool]:
    """Give the terms that stand in a row wherever the text stands; and whether the last is open.

    An open one is the beginning of a term: the last Han of a query may have a neighbour elsewhere.
    """
    found = [said for _, _, said in _pieces(fold(text))]
    if not found or not _is_run(found[-1]):
        return found, False
    is_end = len(found) > 1 and len(found[-2]) == 2 and found[-2][1] == found[-1]
    return (found[:-1], False) if is_end else (found, True)


def openings(beginning: str) -> list[str]:
    """Give the terms of words that may go on as this beginning does: of "pricin", price.

    Words are kept without their endings, so that no term begins as far as somebody has typed.
    """
    cut = [beginning.removesuffix(ending) for ending in ENDINGS]
    some = [rest for rest in cut if rest != beginning and len(rest) > 2]
    if not (beginning.isascii() and beginning.isalpha()):
        return []
    return list(dict.fromkeys(map(stem, [beginning, *some, *(f"{rest}e" for rest in some)])))


#: What may have been typed of an ending.
ENDINGS = ("e", "ed", "es", "i", "in", "ing", "ie", "ies", "ied", "s", "y")


# What is meant


def words(text: str, own: Own = NONE) -> list[Term]:
    """Cut the Han of a text into words, and long words into the words at their ends.

    The parts of a word come before it.
    """
    found = list[Term]()
    for run in _compiled(RUNS).finditer(fold(text)):
        start = run.start()
        for word in _words_of(run[0], own):
            for part in han.parts(word) if len(word) > 1 else ():
                at = start if word.startswith(part) else start + len(word) - len(part)
                found.append(Term(part, at, at + len(part)))
            found.append(Term(word, start, start + len(word)))
            start += len(word)
    return _outward(text, found)


def spell_words(text: str, own: Own = NONE) -> str:
    """Spell the Han words of a text, spaces between them and a break between runs."""
    if text.isascii():
        return ""
    runs = map(_runs(own).__getitem__, _compiled(LATE).findall(text))
    return f" {BREAK} ".join(filter(None, runs))


class _Runs(dict[str, str]):
    """What stands between signs as the Han words in it; short ones are remembered."""

    def __init__(self, own: Own) -> None:
        self._own = own

    def __missing__(self, written: str) -> str:
        runs = _compiled(RUNS).findall(fold(written))
        made = f" {BREAK} ".join([self._spell(run) for run in runs])
        if len(written) <= SHORT:
            if len(self) > MANY:
                self.clear()
            self[written] = made
        return made

    def _spell(self, run: str) -> str:
        return " ".join([PARTED[word] for word in _words_of(run, self._own)])


#: One for the words that the reader has, and one for those before a deed.
_runs = lru_cache(2)(_Runs)


class _Parted(dict[str, str]):
    """Words with their parts before them, spaces between; they are remembered."""

    def __missing__(self, word: str) -> str:
        if len(self) > MOST:
            self.clear()
        made = self[word] = " ".join([*han.parts(word), word]) if len(word) > 1 else word
        return made


PARTED = _Parted()


def _words_of(run: str, own: Own) -> list[str]:
    """Give the words of a run in their order."""
    if own.pattern is None:
        return han.cut(run)
    pieces = filter(None, own.pattern.split(run))
    return [word for one in pieces for word in ([one] if one in own.words else han.cut(one))]


def forget() -> None:
    """Let go of what is remembered only to be quicker, as after a large text."""
    for remembered in (SPELLED, SAID, PARTED):
        remembered.clear()
    _runs.cache_clear()
    _stem.cache_clear()


def origins(text: str) -> Sequence[int]:
    """Give for each place in the folded text the place in the text."""
    if text.isascii():
        return range(len(text))
    sizes = [len(TABLE[ord(char)]) for char in text]
    if all(size == 1 for size in sizes):
        return range(len(text))
    return [place for place, size in enumerate(sizes) for _ in range(size)]


def _outward(text: str, found: list[Term]) -> list[Term]:
    """Lead places in the folded text back to the text."""
    places = origins(text)
    if isinstance(places, range):
        return found
    return [Term(one.text, places[one.start], places[one.end - 1] + 1) for one in found]


def holds(folded: str, term: str) -> bool:
    """Tell quickly whether a folded text may hold a term; where it does, it is never denied."""
    if not term.isascii():
        return term in folded
    if not term.isalpha():
        return not term.isdigit() or len(term) > 3 or term in folded
    return any(begun in folded for begun in beginnings(term)) or is_odd(folded, term)


def is_odd(folded: str, term: str) -> bool:
    """Tell whether a term may be in a folded text with dots in it: us is the term of U.S."""
    return 1 < len(term) <= INITIALS and ".".join(term) in folded
