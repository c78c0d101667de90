"""What else to search for: the other names of what was typed, few and precise, the best first.

The reader's own terms come first, then those of the field; the dictionary is asked about what
neither knows. Pinyin is read where a text is no English word. How far below what was typed such a
finding ranks is search's to say.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Literal

from core import sources
from core.glossary import dictionary, figure, sound
from core.glossary.concept import Concept, key, kinds, of_the_field, of_the_reader
from core.glossary.key import holds_together, keys
from core.model import Term
from core.words import fold, is_han, spell

#: A medium, and the keys of its names.
Medium = tuple[sources.Source, tuple[str, ...]]
Kind = Literal["term", "glossary", "pinyin", "source", "variant", "figure"]
#: So many of one kind are given; a source has three names, and a term may be known by more.
MOST = {"term": 8, "glossary": 3, "pinyin": 4, "source": 9, "variant": 6, "figure": 16}
#: A source is known by this much of its Chinese name, or by these many letters of the others.
HAN, LETTERS = 3, 7
#: Of two words typed as one neither is shorter.
SHORTEST = 3
#: A longer text is no word.
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Expansion:
    """A word or phrase to search for as well; `why` says how it came from what was typed.

    Of the reader's own or of the field ("term"), of the dictionary ("glossary"), by its sound
    ("pinyin"), a name of a medium ("source"), another name in the same language ("variant"), or
    another way to write a number ("figure").
    """

    text: str
    why: str
    kind: Kind


def expand(text: str, own: Iterable[Term] = ()) -> tuple[Expansion, ...]:
    """Give what else to search for instead of one word or phrase, in either language."""
    bare = " ".join(text.split())
    if len(bare) > LONGEST or not spell(bare) or holds_together(bare):
        return ()
    found = {spell(bare): Expansion(bare, "", "variant")}
    for kind, name in _all(bare, tuple(own)):
        found.setdefault(spell(name), Expansion(name, f"{bare} → {name}", kind))
    return tuple(found.values())[1:]


def _all(text: str, own: tuple[Term, ...]) -> Iterator[tuple[Kind, str]]:
    yield from _few("figure", figure.spellings(text))
    han = is_han(text)
    concepts, known = meant(text, own)
    across = [name for one in concepts for name in _across(one, han)]
    yield from _few("term", across)
    yield from _few("term", () if han else _kinds(concepts))
    yield from _few("glossary", known)
    if han and not (concepts or known):
        yield from _few("pinyin", sound.as_a_name(text))
    is_known = bool(han or concepts or known or dictionary.has(text))
    heard = [] if han or concepts or dictionary.has(text) else _heard(text, own)
    yield from _few("pinyin", heard)
    yield from _few("pinyin", (name for one in heard[:1] for name in _in_english(one, own)))
    yield from _few("source", _of_media((text, *heard, *across), begun=not concepts))
    yield from _few("variant", (name for one in concepts for name in _beside(one, han)))
    joined = text.replace("-", "")  # start-ups
    if joined != text and joined.isascii() and joined.isalpha():
        yield "variant", joined
    if not (is_known or heard):
        yield from _few("pinyin", sound.named(text))
    for one in () if is_known or heard else _parted(text, own):
        yield "variant", one
        yield from _all(one, own)


def _parted(text: str, own: tuple[Term, ...]) -> Iterator[str]:
    """Give the two words that were typed as one: "rareearth", or else any two: "supercycle"."""
    ends = range(SHORTEST, len(text) - SHORTEST + 1) if text.isalpha() else ()
    parted = [f"{text[:at]} {text[at:]}" for at in ends]
    known = (one for one in parted if _named(key(one), own) or dictionary.has(one))
    words = (one for one in parted if all(map(dictionary.has, one.split())))
    yield from islice((*islice(known, 1), *words), 1)


def _few(kind: Kind, names: Iterable[str]) -> Iterator[tuple[Kind, str]]:
    yield from ((kind, name) for name in islice(dict.fromkeys(names), MOST[kind]))


def meant(text: str, own: tuple[Term, ...]) -> tuple[tuple[Concept, ...], tuple[str, ...]]:
    """Give the terms that a text names, the reader's own first, or else words of the dictionary.

    An English text is taken as it is, then for a form of another word: "leading" is no lead.
    """
    if is_han(text):
        concepts = _named(key(text), own)
        return concepts, () if concepts else dictionary.in_english(text)
    for one in keys(text):
        concepts = _named(one, own)
        words = () if concepts else dictionary.in_chinese(one)
        if concepts or words:
            return concepts, words
    return (), ()


def _in_english(word: str, own: tuple[Term, ...]) -> tuple[str, ...]:
    """Give the English for a word that was typed by its sound."""
    concepts, known = meant(word, own)
    return tuple(name for one in concepts for name in one.english) or known


def _named(name: str, own: tuple[Term, ...]) -> tuple[Concept, ...]:
    mine = of_the_reader(own).get(name, ()) if own else ()
    return (*mine, *of_the_field(name))


def _across(concept: Concept, han: bool) -> tuple[str, ...]:
    return concept.english if han else concept.chinese


def _kinds(concepts: Iterable[Concept]) -> Iterator[str]:
    names = (name for one in concepts for name in one.english)
    yield from (kind for name in names for kind in kinds(key(name)))


def _beside(concept: Concept, han: bool) -> tuple[str, ...]:
    return concept.chinese if han else concept.english


def _heard(text: str, own: tuple[Term, ...]) -> list[str]:
    """Give words that sound as typed, or else those whose syllables begin so."""
    mine = sound.of(tuple(term.zh for term in own)) if own else {}
    typed = sound.typed(text)
    said = [*mine.get(typed, ()), *sound.sounding(text)] if typed else []
    if said:
        return said if typed in sound.terms_by_sound() else [*said, *sound.alike(typed)]
    return [*mine.get(fold(text), ()), *sound.beginning(text), *sound.alike(typed)]


def _of_media(texts: Iterable[str], *, begun: bool) -> Iterator[str]:
    """Give the names of the media that texts name: their pinyin as pages write it, and others.

    A name may be `begun` and not ended, if it is begun well; the English one by a whole word that
    is none of the language.
    """
    for text in texts:
        mine = sources.key(fold(text))
        word = "" if not begun or is_han(text) or dictionary.has(text) else f"{fold(text)} "
        long = begun and len(mine) >= (HAN if is_han(text) else LETTERS)
        for one, told in _media() if long or word else _called(mine):
            is_begun = long and any(name.startswith(mine) for name in told[:2])
            if mine in told or is_begun or (word and fold(one.english).startswith(word)):
                yield from (one.pinyin, one.chinese, one.english)


def _called(name: str) -> Sequence[Medium]:
    """Give the media with a name of this key."""
    return _by_key().get(name, ())


@cache
def _by_key() -> dict[str, list[Medium]]:
    found = dict[str, list[Medium]]()
    for medium in _media():
        for name in dict.fromkeys(medium[1]):
            found.setdefault(name, []).append(medium)
    return found


@cache
def _media() -> tuple[Medium, ...]:
    """Give the media, each with the keys of its names, the English one last."""
    names = ((one, (one.chinese, one.pinyin, one.english)) for one in sources.known())
    return tuple((one, tuple(sources.key(name) for name in told if name)) for one, told in names)
