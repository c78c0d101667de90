"""A query into what the index is asked: what was typed, and what else would say the same.

Words that belong together are put together by the glossary, whether they were typed with spaces or
without, and each piece gets its other names. What holds words together and says nothing by itself
("of", 的) is wanted only where nothing else is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from core import glossary, sources, words
from core.glossary import Expansion
from core.library import Reader
from core.model import Tag, Term
from core.outline import normal
from core.query import Atom, Query, asked
from core.query import Clause as Typed
from core.search.marks import Hay
from core.store.needle import Clause, Needle, Sift, Want
from core.words import Own

#: A Chinese name of so many characters is looked for as it is written; a shorter one as a word.
LONG = 3
#: A piece typed without spaces is not put together of more words than this.
TOGETHER = 6


@dataclass(frozen=True)
class Known:
    """What the library tells of its reader: terms, tags and authors. `literal`: no other names."""

    reader: Reader
    literal: bool = False

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return tuple(self.reader.terms())

    @cached_property
    def own(self) -> Own:
        return Own.of(term.zh for term in self.terms if term.whole)

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        return tuple(self.reader.tags())

    @cached_property
    def called(self) -> tuple[Hay, list[str]]:
        """Give what all tags are called, to be looked through at once, and the tag of each name."""
        texts = [names(tag) for tag in self.tags]
        whose = [tag.id for tag, its in zip(self.tags, texts, strict=True) for _ in its]
        return Hay(texts, self.own), whose

    def among(self, tags: Iterable[Tag]) -> "Known":
        """Know the same of fewer tags."""
        made = replace(self)
        made.__dict__.update(terms=self.terms, own=self.own, tags=tuple(tags))
        return made

    def expand(self, text: str, field: str) -> Iterator[Expansion]:
        """Give other names of a piece; in the field of sources those that hold it, too."""
        if self.literal:
            return
        for one in glossary.expand(text, self.terms):
            yield one
            if one.kind == "pinyin" and any(one.text == each.chinese for each in sources.known()):
                yield replace(one, kind="source")
        for name in sources.matching(text) if field == "source" else ():
            yield Expansion(name, f"{text} → {name}", "source")


def wanted(query: Query, known: Known) -> tuple[Clause, ...]:
    """Give what a query asks for."""
    clauses, plain = list[Clause](), list[str]()
    for typed in query.all:
        if _is_plain(typed):
            plain.append(typed.options[0].text)
            continue
        clauses += _plain(plain, known)
        plain.clear()
        clauses.append(_clause(typed, known))
    clauses += _plain(plain, known)
    told = [one for one in clauses if not _says_nothing(one)]
    return tuple(told if any(not one.negated for one in told) else clauses)


def _is_plain(typed: Typed) -> bool:
    """Tell whether a clause is a word that the one beside it may belong to."""
    atom = typed.options[0]
    return not (typed.negated or len(typed.options) > 1 or atom.field or atom.phrase or atom.prefix)


def _says_nothing(clause: Clause) -> bool:
    return not (clause.wants or clause.sifts)


def _plain(typed: Sequence[str], known: Known) -> Iterator[Clause]:
    """Put plain words together as the glossary knows them."""
    pieces = list(_pieces(" ".join(typed), known))
    telling = [piece for piece in pieces if not glossary.holds_together(piece)]
    for piece in telling or pieces:
        yield Clause((_want(piece, "", known),))


def _pieces(text: str, known: Known) -> Iterator[str]:
    latin = list[str]()
    for word in text.split():
        if not words.is_han(word):
            latin.append(word)
            continue
        yield from glossary.cut(" ".join(latin), known.terms)
        latin.clear()
        yield from _han(word, known)
    yield from glossary.cut(" ".join(latin), known.terms)


def _han(text: str, known: Known) -> Iterator[str]:
    """Cut Chinese typed without spaces."""
    if len(text) <= 2 or _is_one(text, known):
        return iter((text,))
    return _singles_joined(_longest(_cut(text, known.own), known))


def _is_one(text: str, known: Known) -> bool:
    """Tell whether the glossary knows a text, or has other names for it."""
    others = glossary.expand(text, known.terms)
    return glossary.cut(text, known.terms) == (text,) or any(one.kind != "pinyin" for one in others)


def _cut(text: str, own: Own) -> list[str]:
    """Cut a text at the ends of its words; what is not Chinese in it stays with what is before."""
    starts = [0]
    for one in words.words(text, own):
        if one.start >= starts[-1] and one.start and one.start not in starts:
            starts.append(one.start)
    return [text[i:j] for i, j in zip(starts, [*starts[1:], len(text)], strict=True)]


def _longest(cut: Sequence[str], known: Known) -> Iterator[str]:
    """Put neighbours together that the glossary knows as one."""
    start = 0
    while start < len(cut):
        for size in range(min(TOGETHER, len(cut) - start), 0, -1):
            joined = "".join(cut[start : start + size])
            if size == 1 or _is_one(joined, known):
                yield joined
                start += size
                break


def _singles_joined(pieces: Iterable[str]) -> Iterator[str]:
    """Put single characters that stand in a row together: so a name is left that nobody knows."""
    row = ""
    for piece in pieces:
        if len(piece) == 1 and not glossary.holds_together(piece):
            row += piece
            continue
        if row:
            yield row
            row = ""
        yield piece
    if row:
        yield row


def _clause(typed: Typed, known: Known) -> Clause:
    wants, sifts = list[Want](), list[Sift]()
    for atom in typed.options:
        if atom.field == "tag":
            sifts.append(Sift("tag", _tagged(atom, known)))
        elif atom.field in SIFTED:
            sifts.append(_sift(atom, known))
        else:
            wants += _atom(atom, known)
    return Clause(tuple(wants), tuple(sifts), typed.negated)


SIFTED = ("before", "after", "colour", "author", "page", "has", "is")
NAMES = {("has", "note"): "noted", ("has", "page"): "paged"}


def _sift(atom: Atom, known: Known) -> Sift:
    if atom.field == "author":
        name = words.fold(atom.text)
        ids = (one.id for one in known.reader.authors() if name in words.fold(one.name))
        return Sift("author", tuple(ids))
    if atom.field == "page":
        return Sift("page", _pages(atom, known))
    if atom.field in ("has", "is"):
        return Sift(NAMES.get((atom.field, atom.text), atom.text), ())
    return Sift(atom.field, (atom.text,))


def _pages(atom: Atom, known: Known) -> tuple[str, ...]:
    """Give the pages whose names hold a word; a name in quotes is that of one page, if there is."""
    wanted = normal(atom.text)
    called = [(page, normal(asked(name))) for page, name in known.reader.pages()]
    these = [page for page, name in called if atom.phrase and name == wanted]
    return tuple(these or (page for page, name in called if wanted in name))


def _atom(atom: Atom, known: Known) -> Iterator[Want]:
    """Give what an atom of its own wants: several words of an option are wanted as one."""
    if atom.phrase or atom.prefix:
        yield Want((_typed(atom),), (), _tags_of(atom, known))
        return
    pieces = list(_pieces(atom.text, known))
    if len(pieces) < 2:
        yield _want(atom.text, atom.field, known)
        return
    wants = [_want(piece, atom.field, known) for piece in pieces]
    yield Want(tuple(group for want in wants for group in want.literal))


def _tags_of(atom: Atom, known: Known) -> tuple[str, ...]:
    return _tags(_typed(atom), known) if not atom.field else ()


def _typed(atom: Atom) -> tuple[Needle, ...]:
    """Give the needles of a phrase, or of the beginning of a word: one of them is enough."""
    terms, is_open = words.phrase(atom.text)
    needle = Needle(tuple(terms), is_open, field=atom.field)
    if not atom.prefix or not terms:
        return (needle,)
    *before, last = _opening(atom.text)
    ends = (Needle((*before, one), field=atom.field) for one in words.openings(last))
    return (Needle((*before, last), open=True, field=atom.field), *ends)


def _opening(text: str) -> list[str]:
    """Give the terms of a beginning; its last word is left as it was typed."""
    terms = [one.text for one in words.terms(text)]
    last = words.fold(text).split()[-1] if text.split() else ""
    if last.isascii() and last.isalpha():
        return [*terms[:-1], last]
    return words.phrase(text)[0]


def _want(piece: str, field: str, known: Known) -> Want:
    """Want a piece, each word of it anywhere or its Chinese as it is written, or another name."""
    literal = tuple(_literal(piece, field))
    meanings = tuple(_meaning(one, field, known) for one in _told(piece, field, known))
    groups = (*literal, *((one,) for one in meanings))
    tags = set[str]()
    if not field:
        tags.update(_tags(literal[0], known) if len(literal) == 1 else ())
        tags.update(tag for group in groups[len(literal) :] for tag in _tags(group, known))
    return Want(literal, meanings, tuple(sorted(tags)))


def _literal(piece: str, field: str) -> Iterator[tuple[Needle, ...]]:
    for word in piece.split():
        forms = ((words.phrase(one)) for one in (word, *_numbers(word)))
        needles = tuple(
            Needle(tuple(terms), is_open, field=field) for terms, is_open in forms if terms
        )
        if needles:
            yield needles


def _numbers(word: str) -> Iterator[str]:
    """Give an abbreviation in the other number, which is cut as another word: EV and EVs."""
    if one := _one(word):
        yield one
    elif len(word) in (2, 3) and word.isascii() and word.isalpha():
        many = f"{word}s"
        yield from (many,) if words.phrase(many) != words.phrase(word) else ()


def _one(word: str) -> str:
    """Give what EVs are many of; "" for what is no such plural."""
    return word[:-1] if word[:-1].isupper() and word[-1] == "s" and 3 <= len(word) <= 4 else ""


def _told(piece: str, field: str, known: Known) -> Iterator[Expansion]:
    """Give other names of a piece, and of what it is many of; abbreviations in both numbers."""
    for text in (piece, _one(piece)) if _one(piece) else (piece,):
        for one in known.expand(text, field):
            yield one
            yield from (replace(one, text=each) for each in _numbers(one.text))


def _meaning(one: Expansion, field: str, known: Known) -> Needle:
    """Look for another name: a short Chinese one as a word, all else as it is written."""
    name, why = one.text, one.why
    is_short = words.is_han(name) and len(name) < LONG and not any(map(str.isdecimal, name))
    if is_short and one.kind == "source":
        field = field or "source"
    is_short = is_short and field != "source"
    if is_short:
        cut = words.spell_words(name, known.own).split()
        return Needle(tuple(cut), among_words=True, field=field, why=why)
    terms, is_open = words.phrase(name)
    return Needle(tuple(terms), is_open, field=field, why=why)


def _needles(atom: Atom, known: Known) -> list[Needle]:
    """Give what a tag's name may hold."""
    bare = replace(atom, field="")
    if atom.phrase or atom.prefix:
        return list(_typed(bare))
    want = _want(atom.text, "tag", known)
    terms, is_open = words.phrase(atom.text)
    plain = [Needle(tuple(terms), is_open), *(replace(one, field="") for one in want.meanings)]
    return [one for one in plain if one.terms]


def _tagged(atom: Atom, known: Known) -> tuple[str, ...]:
    """Give the tags that a word names, or a name without any word in it (⭐)."""
    needles = _needles(atom, known)
    if any(one.terms for one in needles):
        return _tags(needles, known)
    wanted = normal(atom.text.replace("/", " / "))
    return tuple(tag.id for tag in known.tags if any(wanted in normal(n) for n in names(tag)))


def _tags(needles: Iterable[Needle], known: Known) -> tuple[str, ...]:
    """Give the tags whose name or whose names in other languages hold one of these."""
    hay, whose = known.called
    found = {whose[at] for one in needles if one.terms for at, _, _ in hay.spans(one)}
    return tuple(tag.id for tag in known.tags if tag.id in found) if found else ()


def names(tag: Tag) -> list[str]:
    """Spell all that a tag is called as a query can say it."""
    names = (tag.path.replace("/", " / "), tag.zh, tag.en, *tag.aliases)
    return [asked(name) for name in names if name]
