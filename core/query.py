"""The query language: one line of text into what is wanted, and back. A small grammar, and pure.

    query   = clause*                           all are wanted, anywhere in one article
    clause  = ["-"] atom | atom ("OR" atom)+    "-" leaves out, "OR" (also "|" and 或) takes either
    atom    = [field ":"] (word ["*"] | quoted)

Every text is a query: what breaks a rule is read as the words that it is made of, and what is
unfinished at the end (`title:`, `OR`, `-`) is not there yet, so that typing on never empties a
list. Quotes, colons and minus signs may be of any width. What a word finds is search's to know.
"""

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import islice

from core.model import Colour

#: What comes after this many words, or after this many code points of one, is not read.
WORDS = 64
LONGEST = 200

#: The fields by all their names, after folding.
FIELDS = {
    "title": ("title", "标题", "標題", "题目", "題目"),
    "source": ("source", "来源", "來源"),
    "tag": ("tag", "标签", "標籤", "标记", "標記"),
    "page": ("page", "页面", "頁面", "网页", "網頁"),
    "note": ("note", "备注", "備註", "笔记", "筆記", "批注", "批註"),
    "colour": ("colour", "color", "颜色", "顏色"),
    "author": ("author", "作者", "读者", "讀者"),
    "before": ("before", "之前", "早于", "早於"),
    "after": ("after", "之后", "之後", "晚于", "晚於"),
    "has": ("has", "有"),
    "is": ("is", "是"),
}
#: The values that these fields know, by all their names.
VALUES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "has": {
        "note": ("note", "notes", *FIELDS["note"]),
        "page": ("page", "pages", *FIELDS["page"]),
    },
    "is": {
        "unread": ("unread", "未读", "未讀"),
        "read": ("read", "已读", "已讀"),
        "highlighted": ("highlighted", "已标", "已標", "高亮", "划线", "劃線"),
    },
    "colour": {
        Colour.YELLOW: ("yellow", "黄", "黄色", "黃", "黃色"),
        Colour.RED: ("red", "红", "红色", "紅", "紅色"),
        Colour.GREEN: ("green", "绿", "绿色", "綠", "綠色"),
        Colour.BLUE: ("blue", "蓝", "蓝色", "藍", "藍色"),
        Colour.PURPLE: ("purple", "紫", "紫色"),
        Colour.MAGENTA: ("magenta", "品红", "品紅", "洋红", "洋紅"),
        Colour.ORANGE: ("orange", "橙", "橙色"),
        Colour.GREY: ("grey", "gray", "灰", "灰色"),
    },
}

#: Fields that are asked for names that readers and pages gave: of any characters.
NAMED = ("tag", "page")

_FIELD_OF = {name: field for field, names in FIELDS.items() for name in names}
_VALUE_OF = {
    field: {name: value for value, names in values.items() for name in names}
    for field, values in VALUES.items()
}
_EITHER = {"OR": "or", "或": "或"}

#: What parts words (a comma does not part digits), what may stand in one but not begin it, quotes.
_BETWEEN = r"\s|、。〈〉《》【】〔〕{}()\[\];!?"
_EDGE = ".,:*'’‘`_/&~…·—–−-"
_QUOTE = '"“”„‟'
_QUOTES = f"{_QUOTE}«»「」『』"
_WITHOUT_QUOTES = dict.fromkeys(map(ord, _QUOTES), " ")
_QUOTED = (
    rf"[{_QUOTE}](?P<quoted>[^{_QUOTE}]*)[{_QUOTE}]"
    r"|[「『](?P<cornered>[^「」『』]*)[」』]|«(?P<angled>[^«»]*)»"
)
_INSIDE = rf"(?:[^,{_BETWEEN}{_QUOTES}]|(?<=\d),(?=\d))"
_TOKEN = re.compile(
    rf"(?P<bar>\|)|(?P<minus>(?<!\S)[-−]+)?"
    rf"(?:(?P<field>(?ai:{'|'.join(_FIELD_OF)})):\s*)?"
    rf"(?:{_QUOTED}|(?(field)[{_QUOTES}]*)(?P<word>(?![{_EDGE}]){_INSIDE}+))"
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*(?:%|[.,]\d+)")
_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, the beginning of one (`prefix`) or a phrase to be taken literally, in one field.

    `field` is "" or a key of `FIELDS`. The text is as typed, but for width (NFKC); that of `has`,
    `is` and `colour` is one of `VALUES`, that of `before` and `after` a date: "2025", "2025-11" or
    "2025-11-09". What is dated on or after the beginning of that time is `after` it.
    """

    text: str
    field: str = ""
    phrase: bool = False
    prefix: bool = False

    def __str__(self) -> str:
        text = f'"{self.text}"' if self.phrase else self.text + "*" * self.prefix
        return f"{self.field}:{text}" if self.field else text


@dataclass(frozen=True, slots=True)
class Clause:
    """Atoms of which one is enough; one alone if it is `negated`."""

    options: tuple[Atom, ...]
    negated: bool = False

    def __str__(self) -> str:
        return "-" * self.negated + " OR ".join(map(str, self.options))


@dataclass(frozen=True, slots=True)
class Query:
    """What is wanted: each clause of `all` is to hold. `str()` writes it in its normal form."""

    all: tuple[Clause, ...] = ()

    @property
    def words(self) -> str:
        """Give the plain words in their order: what stands in no field and is not left out."""
        plain = (c.options[0] for c in self.all if len(c.options) == 1 and not c.negated)
        return " ".join(atom.text for atom in plain if not (atom.field or atom.phrase))

    def __str__(self) -> str:
        return " ".join(map(str, self.all))


def spelt(field: str, name: str) -> str:
    """Give the query for what has just this name in a field; quotes would end it, and are left."""
    return str(Atom(unquoted(name), field, phrase=True))


def renamed(text: str, was: str, now: str, still: Container[str] = ()) -> str:
    """Have a query name a tag by its new path, and those below it; all else stays as it is.

    So does what names another tag, which has such a path `still`, spelt as `folded` does.
    """
    read, parts, at = _plain(text), list[str](), 0
    old = folded(was)
    for found in _TOKEN.finditer(read):
        atom = Atom("") if found["bar"] else _atom(found)
        name, below = atom.text[: len(old)], atom.text[len(old) :]
        is_named = atom.field == "tag" and name.casefold() == old and below[:1] in ("", "/")
        if is_named and folded(atom.text) not in still:
            new = replace(atom, text=unquoted(now) + below, phrase=True)
            parts += (read[at : found.start()], "-" * bool(found["minus"]), str(_bare(new)))
            at = found.end()
    return "".join((*parts, read[at:])) if parts else text


def folded(name: str) -> str:
    """Give a name as it is told from others."""
    return asked(name).casefold()


def unquoted(name: str) -> str:
    """Give a name without quotes."""
    return " ".join(name.translate(_WITHOUT_QUOTES).split())


def asked(name: str) -> str:
    """Give a name as a query can say it: without quotes, and what nobody sees."""
    return unquoted(_plain(name))


def parse(text: str) -> Query:
    """Read a query; there is no text that is not one."""
    clauses: list[Clause] = []
    either: str | None = None  # the operator that stands after the last clause
    for one in islice(_tokens(_plain(text)), WORDS):
        if isinstance(one, str):
            either = _operator(one, either, clauses)
            continue
        taken = clauses.pop().options if either is not None and not one.negated else ()
        if either and not taken:
            clauses.append(Clause((Atom(either),)))
        clauses.append(replace(one, options=taken + one.options))
        either = None
    return Query(tuple(clauses))


@lru_cache(maxsize=1 << 15)  # a side bar asks for each of its rows
def form(text: str) -> str:
    """Give the form in which a query is told from others: `标签：Sup` and `tag:"sup"` are one."""
    clauses = (replace(c, options=tuple(map(_bare, c.options))) for c in parse(text).all)
    return str(Query(tuple(clauses))).casefold()


def _bare(atom: Atom) -> Atom:
    """Give a name of one word without its quotes. Of a page they say that it is the whole name."""
    bare = replace(atom, phrase=False)
    is_name = atom.phrase and atom.field in ("tag", "source")
    return bare if is_name and parse(str(bare)).all == (Clause((bare,)),) else atom


def _plain(text: str) -> str:
    """Fold width; what controls is a space, what only formats is nothing."""
    return "".join(
        " " if kind in ("Cc", "Cs") else "" if kind == "Cf" else char
        for char in unicodedata.normalize("NFKC", text)
        for kind in (unicodedata.category(char),)
    )


def _operator(word: str, before: str | None, clauses: list[Clause]) -> str | None:
    """Take an operator that has something to choose from; another is the word that it is."""
    if before is not None:
        return before
    if clauses and not clauses[-1].negated:
        return word
    if word:
        clauses.append(Clause((Atom(word),)))
    return None


def _tokens(text: str) -> Iterator[Clause | str]:
    """Give clauses of one atom each, and operators as the words they are if nothing is chosen."""
    end = len(text.rstrip())
    for found in _TOKEN.finditer(text):
        if found["bar"]:
            yield ""
            continue
        atom = _atom(found)
        if not _says_something(atom) or (found.end() == end and _is_begun(found)):
            continue
        if atom.text in _EITHER and atom == Atom(atom.text) and not found["minus"]:
            yield _EITHER[atom.text]
        elif found["minus"] and atom == Atom(atom.text) and _FIGURE.fullmatch(atom.text):
            yield Clause((Atom("-" + atom.text),))
        else:
            yield Clause((atom,), negated=bool(found["minus"]))


def _says_something(atom: Atom) -> bool:
    """Tell whether there is a letter or digit, or a name in quotes that has neither (⭐)."""
    is_name = atom.phrase and atom.field in NAMED
    return any(map(str.isalnum, atom.text)) or bool(is_name and atom.text)


def _is_begun(found: re.Match[str]) -> bool:
    """Tell whether a token is a field still without its value."""
    word = (found["word"] or "").casefold()
    return word.endswith(":") and word[:-1] in _FIELD_OF


def _atom(found: re.Match[str]) -> Atom:
    written = found["field"] or ""
    field = _FIELD_OF[written.lower()] if written else ""
    if found["word"] is None:
        text, prefix = _phrase(found), False
    else:
        text, prefix = _word(found["word"])
    if field in _VALUE_OF or field in ("before", "after"):
        value = _VALUE_OF[field].get(text.lower()) if field in _VALUE_OF else _date(text)
        return Atom(value, field) if value else Atom(f"{written}:{text}", phrase=True)
    return Atom(text, field, phrase=found["word"] is None, prefix=prefix)


def _phrase(found: re.Match[str]) -> str:
    text = found["quoted"] or found["cornered"] or found["angled"] or ""
    return " ".join(re.sub(f"[{_QUOTES}]", " ", text)[:LONGEST].split())


def _word(written: str) -> tuple[str, bool]:
    """Give a word without what trails behind it, and whether a star did."""
    text = written[:LONGEST].rstrip(_EDGE)
    return text, "*" in written[len(text) :]


def _date(text: str) -> str | None:
    """Write a year, month or day as the file does; None if there is no such time."""
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = found.groups()
    try:
        exact = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return None
    return exact if day else exact[:7] if month else exact[:4]
