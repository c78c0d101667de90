"""What has several names: the terms of resources/terms.csv, and the reader's own.

A name answers to its key, whatever its case, width, plural or script; those of the table lie in
resources/glossary/names.tsv by their keys. A name with "<" before it in the table is read and not
searched for: who asks for "Chinese" is given 中国, but not vice versa.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from core.glossary.key import english
from core.glossary.table import BAR, table
from core.model import Term
from core.words import fold, is_han
from resources import HERE


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing by its names, the usual one first; by the `loose` ones it is only asked for."""

    chinese: tuple[str, ...]
    english: tuple[str, ...]
    loose: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return self.chinese + self.english + self.loose


Concepts = Mapping[str, tuple[Concept, ...]]


def key(name: str) -> str:
    """Fold what tells no names apart: a Chinese one has no spaces, an English one no plural."""
    return "".join(fold(name).split()) if is_han(name) else english(name)


@cache
def shipped() -> tuple[Concept, ...]:
    """Read the table, once."""
    text = (HERE / "terms.csv").read_text("utf-8")
    return tuple(_read(*row) for row in csv.reader(text.splitlines()[1:]))


def _read(chinese: str, usual: str, others: str) -> Concept:
    names = [name for name in others.split("|") if name]
    firm = [name for name in names if not name.startswith("<")]
    return Concept(
        (chinese, *(name for name in firm if is_han(name))),
        (usual, *(name for name in firm if not is_han(name))),
        tuple(name[1:] for name in names if name.startswith("<")),
    )


@lru_cache(maxsize=256)
def of_the_field(name: str) -> tuple[Concept, ...]:
    """Give the terms of the field that answer to a key, from where they lie."""
    return tuple(Concept(*map(_names, row)) for row in table("names.tsv").rows(name))


def _names(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(BAR)) if cell else ()


def kinds(name: str) -> tuple[str, ...]:
    """Give the Chinese for goods whose English says that they are a kind of it: 焦煤 of coal."""
    return _kinds().get(name, ())


@cache
def _kinds() -> Mapping[str, tuple[str, ...]]:
    found = defaultdict[str, list[str]](list)
    for chinese in (HERE / "glossary" / "goods.txt").read_text("utf-8").split():
        of, _, kind = key(of_the_field(chinese)[0].english[0]).rpartition(" ")
        if of:
            found[kind].append(chinese)
    return {word: tuple(names) for word, names in found.items()}


@lru_cache(maxsize=4)
def of_the_reader(own: tuple[Term, ...]) -> Concepts:
    return by_key(Concept((term.zh,), tuple(term.en)) for term in own)


def by_key(concepts: Iterable[Concept]) -> Concepts:
    """Give concepts by the keys of their names; those whose usual name it is come first."""
    usual, other = defaultdict[str, list[Concept]](list), defaultdict[str, list[Concept]](list)
    for concept in concepts:
        first = {key(names[0]) for names in (concept.chinese, concept.english) if names}
        for name in dict.fromkeys(map(key, concept.names)):
            (usual if name in first else other)[name].append(concept)
    return {name: (*usual[name], *other[name]) for name in {*usual, *other} if name}
