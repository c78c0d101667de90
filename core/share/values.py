"""Is this a value that Meipi wrote? One row of a stranger's log at a time.

Values come as bytes. A row that is wrong raises `Wrong` with the reason; what that is good for is
left to `sift`.
"""

import json
import re
from collections.abc import Callable

from core import codec
from core.change import Record
from core.finding import Bearing, Status
from core.model import Colour, Stance
from core.revision import LATEST, cut, sealed
from core.share.words import UNSEEN

LONGEST_NOTE = 1_000_000
LONGEST_NAME = 200
LONGEST_QUERY = 2_000
MOST_PARENTS = 10_000
LONGEST_STATEMENT = 1_000
KINDS = frozenset(kind.value.encode() for kind in Record)
ID = rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
is_id = re.compile(ID).fullmatch
_are_ids = re.compile(rb",".join([ID] * 3)).fullmatch
is_edition = re.compile(rb"[0-9a-f]{32}").fullmatch
_is_field = re.compile(rb"[a-z_]{1,40}(?::[\w-]{1,64})?").fullmatch

Row = tuple[bytes, bytes, bytes, bytes, bytes, int, bytes, bytes | None, bytes]
_SAID = (bytes, bytes, bytes, bytes, bytes, int, bytes, bytes, bytes)
_SHAPES = (_SAID, (*_SAID[:7], type(None), bytes))


class Wrong(Exception):
    """A row that no Meipi wrote; `str()` says what is wrong with it."""


def check(row: Row) -> None:
    """Check one revision: its hash first, then every column."""
    if tuple(map(type, row)) not in _SHAPES:
        raise Wrong("has a value of the wrong kind")
    rev, kind, record, field, parents, clock, author, value, change = row
    if sealed(row[1:]) != rev:
        raise Wrong("is not what its author wrote")
    if not _are_ids(b"%b,%b,%b" % (record, author, change)):
        raise Wrong("names something by what is no id")
    if not 0 <= clock <= LATEST:
        raise Wrong("has a time that no calendar has")
    if parents:
        _check_parents(parents)
    if kind not in KINDS:
        raise Wrong("is about nothing that Meipi knows")
    if value is None:
        _check_field(field)
    else:
        (RULES.get((kind, field)) or _rule(kind, field))(value)


def _check_parents(parents: bytes) -> None:
    if len(parents) == 16:
        return
    ids = list(cut(parents))
    if len(parents) % 16 or len(ids) > MOST_PARENTS or ids != sorted(set(ids)):
        raise Wrong("replaces what cannot be replaced")


def _check_field(field: bytes) -> None:
    if not _is_field(field):
        raise Wrong("is about a field that cannot be one")


def _rule(kind: bytes, field: bytes) -> Callable[[bytes], None]:
    """Give the check for a field named after a record; any text, if a later Meipi made it."""
    _check_field(field)
    what, _, other = field.partition(b":")
    if (kind, what) not in NAMING:
        return _any_text
    if not is_id(other):
        raise Wrong(f"names a {NAMED.get(what, 'highlight')} by what is no id")
    return NAMING[kind, what]


def text(value: object, longest: int) -> str:
    """Give the text that these bytes are; refuse what is no text, or too long."""
    if not isinstance(value, bytes):
        raise Wrong("lacks a text")
    try:
        decoded = value.decode()
    except UnicodeDecodeError:
        raise Wrong("holds what is no text") from None
    if "\0" in decoded:
        raise Wrong("holds a zero byte")
    if len(decoded) > longest:
        raise Wrong("is too long")
    return decoded


def name(value: object, longest: int = LONGEST_NAME) -> str:
    """Give a name: one short line in which nothing is unseen."""
    decoded = text(value, longest)
    if UNSEEN.search(decoded):
        raise Wrong("holds marks that cannot be seen")
    if not decoded.strip():
        raise Wrong("is empty")
    return decoded


def _any_text(value: bytes) -> None:
    text(value, LONGEST_NOTE)


def _name(value: bytes) -> None:
    name(value)


def _label(value: bytes) -> None:
    """A tag's name in another language; it may be empty."""
    if value:
        name(value)


def _tag_name(value: bytes) -> None:
    if "/" in name(value):
        raise Wrong("is no name of one tag")


def _flag(value: bytes) -> None:
    if value != b"1":
        raise Wrong("says neither yes nor no")


def _english(value: bytes) -> None:
    """The English names of a term, parted by semicolons."""
    for part in text(value, LONGEST_NOTE).split("; "):
        name(part.encode())


def _query(value: bytes) -> None:
    text(value, LONGEST_QUERY)


def _edition(value: bytes) -> None:
    if not is_edition(value):
        raise Wrong("names a text by what is no id")


def _id(value: bytes) -> None:
    if not is_id(value):
        raise Wrong("names something by what is no id")


def _one_of(*values: str) -> Callable[[bytes], None]:
    allowed = frozenset(value.encode() for value in values)

    def rule(value: bytes) -> None:
        if value not in allowed:
            raise Wrong("has a value that Meipi does not know")

    return rule


KEYS = ("article", "edition", "node", "start", "end", "quote", "prefix", "suffix")
LARGEST = 100_000_000


#: A name that is there twice is kept twice, and found.
_read = json.JSONDecoder(object_pairs_hook=tuple).decode


def _passage(value: bytes) -> None:
    decoded = text(value, LONGEST_NOTE)
    try:
        pairs = _read(decoded)
        keys, parts = zip(*pairs, strict=True)
    except (ValueError, TypeError, RecursionError):
        raise Wrong("describes no passage") from None
    if keys != KEYS or tuple(map(type, parts)) != (str, str, int, int, int, str, str, str):
        raise Wrong("describes no passage")
    article, edition, node, start, end, *words = parts
    if not (is_id(article.encode(errors="replace")) and edition.isascii()):
        raise Wrong("describes a passage of no article")
    _edition(edition.encode())
    if not (0 <= node < LARGEST and 0 <= start < end < LARGEST and end - start == len(words[0])):
        raise Wrong("describes a passage that cannot be")
    if any(UNSTORABLE.search(word) for word in words):
        raise Wrong("holds what is no text")


def _statement(value: bytes) -> None:
    name(value, LONGEST_STATEMENT)


def _confidence(value: bytes) -> None:
    if not re.fullmatch(rb"\d|[1-9]\d|100", value):
        raise Wrong("is no number of per cents")


def _spelled(read: Callable[[str], object], why: str) -> Callable[[bytes], None]:
    """Make the rule of what `codec` spells in one way."""

    def rule(value: bytes) -> None:
        try:
            read(text(value, LONGEST_NOTE))
        except codec.Misspelt:
            raise Wrong(why) from None

    return rule


def _claims(value: bytes) -> None:
    """Check two claims: each a passage that can be."""
    _spelled(codec.read_claims, "describes no pair of claims")(value)
    for claim in codec.read_claims(value.decode())[1:]:
        if not (is_id(claim.article.encode(errors="replace")) and claim.edition.isascii()):
            raise Wrong("describes a claim of no article")
        _edition(claim.edition.encode())
        if not (claim.node < LARGEST and claim.end < LARGEST):
            raise Wrong("describes a claim that cannot be")


UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_colour = _one_of(*Colour)
#: Fields that name another record, or are made of a name, and what they may say.
NAMING: dict[tuple[bytes, bytes], Callable[[bytes], None]] = {
    (b"highlight", b"tag"): _flag,
    (b"finding", b"tag"): _flag,
    (b"finding", b"evidence"): _one_of(*Bearing),
    (b"tag", b"alias"): _name,
    (b"article", b"page"): _name,
}
NAMED = {b"tag": "tag", b"alias": "name", b"page": "page"}
#: What the value of a field must be like. A field that is not here is kept as any text is.
RULES: dict[tuple[bytes, bytes], Callable[[bytes], None]] = {
    (b"article", b"edition"): _edition,
    (b"article", b"read"): _flag,
    (b"article", b"removed"): _flag,
    (b"highlight", b"passage"): _passage,
    (b"highlight", b"colour"): _colour,
    (b"highlight", b"note"): _any_text,
    (b"highlight", b"stance"): _one_of(*Stance),
    (b"highlight", b"private"): _flag,
    (b"highlight", b"removed"): _flag,
    (b"finding", b"statement"): _statement,
    (b"finding", b"figure"): _spelled(codec.read_figure, "is no figure"),
    (b"finding", b"due"): _spelled(codec.read_due, "names no days"),
    (b"finding", b"confidence"): _confidence,
    (b"finding", b"status"): _one_of(*Status),
    (b"finding", b"outcome"): _spelled(codec.read_outcome, "is no outcome"),
    (b"finding", b"note"): _any_text,
    (b"finding", b"private"): _flag,
    (b"finding", b"removed"): _flag,
    (b"pair", b"claims"): _claims,
    (b"pair", b"verdict"): _one_of("confirmed", "dismissed"),
    (b"pair", b"removed"): _flag,
    (b"tag", b"name"): _tag_name,
    (b"tag", b"parent"): _id,
    (b"tag", b"zh"): _label,
    (b"tag", b"en"): _label,
    (b"tag", b"colour"): _one_of("", *Colour),
    (b"tag", b"removed"): _flag,
    (b"term", b"zh"): _name,
    (b"term", b"en"): _english,
    (b"term", b"note"): _any_text,
    (b"term", b"whole"): _flag,
    (b"term", b"removed"): _flag,
    (b"search", b"name"): _name,
    (b"search", b"query"): _query,
    (b"search", b"removed"): _flag,
    (b"author", b"name"): _name,
    (b"author", b"removed"): _flag,
}
