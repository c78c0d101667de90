"""The service's JSON to articles: one document, `docs[]` or `items[]`, or objects in a row.

The shapes are those of its search, document and timeline calls. A summary is Markdown; chunks and
contents are the article's own words. Ids, scores and pictures are not text and are left out.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from core.errors import Unreadable
from core.model import Article, Body, Masthead, Page
from core.outline import compose
from core.parse import cites, markup, moment, named, signs
from core.parse.lines import Look, canonical, read_lines
from core.parse.numbered import listed
from core.parse.pieces import Piece, block, claim, gather, heading
from core.parse.text import MOST, refuse_crowds, refuse_length, summary
from core.progress import Progress

_CROWD = 2 * MOST  # titles, which are not all of articles
_A_WORD = 100  # documents after which we say how far it is
LONGEST = 5_000  # characters of a title, a source, a name or an address
_LISTS = ("docs", "items", "documents", "results", "data", "list", "articles")
_TITLES = ("title", "title_cn", "name")
_SOURCES = ("source", "channel_name", "institution", "institution_name", "author")
_SINCE_1970 = re.compile(r"\d{10}|\d{12,14}", re.ASCII)  # as a text
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
#: Seconds of 2001 to 2286, as what others count; and milliseconds from 1973 on.
_SECONDS, _MILLISECONDS = range(10**9, 10**10), range(10**11, 10**14)
_TIMES = ("published_at", "publish_at", "published")
_OWN_WORDS = ("content", "raw_content", "text")
#: An object's first name: so begins no page of text.
_BEGUN = re.compile(r'[\s\[]*\{\s*"(?:[^"\\\n]|\\.){1,200}"\s*:')
_NEXT = re.compile(r"\s*(?=\S)")
_CITED = re.compile(r"\[[\d,\s]*\]\s*")
#: What is looked for under other names, if it is under none of these.
_NEEDED = (_TITLES, _SOURCES, _TIMES, ("summary",), ("url",))
_OURS = {"time": "published_at"}
_TELL = frozenset(("source", "published_at", "summary", "content"))
_SIGNS = (*_LISTS, *_TITLES, "summary", "chunks", *_OWN_WORDS)


def looks_like(text: str) -> bool:
    """Tell whether a text begins as JSON does; citations alone are none."""
    begun = text.lstrip("\ufeff \t\r\n")
    return begun[:1] in ("{", "[") and not _CITED.fullmatch(begun)


def read(text: str, progress: Progress) -> Page | None:
    """Read JSON; None where a text only begins like it.

    `progress(done, total)` is told how far it is, and may raise to stop.
    Raises Unreadable for JSON that holds no documents, or is damaged.
    """
    text = text.removeprefix("\ufeff")
    if text.count('"title"') > _CROWD:
        refuse_crowds(_CROWD)
    values = _values(text)
    if values is None:
        if _BEGUN.match(text):
            raise damaged(text)
        return None
    if len(values) == 1 and _is_feed(values[0]):
        from core.parse import jsonfeed  # it reads its entries by this module

        return jsonfeed.read_items(values[0])
    documents = documents_of(values)
    if not documents:
        raise Unreadable(
            "There is no article in this JSON.",
            "Import the answer of a search, with its docs, or one document.",
        )
    refuse_crowds(len(documents))
    return Page(None, tuple(articles(documents, progress)))


def _is_feed(value: Mapping[str, Any]) -> bool:
    """Tell whether this is a feed in JSON (jsonfeed.org) with something in it."""
    from core.parse import jsonfeed

    return jsonfeed.is_one(value) and bool(value["items"])


def documents_of(values: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [one for value in values for one in _documents(value)]


def articles(documents: Sequence[Mapping[str, Any]], progress: Progress) -> Iterator[Article]:
    """Walk the articles that documents are."""
    for number, document in enumerate(documents):
        if number % _A_WORD == 0:
            progress(number, len(documents))
        yield article(document)


def _values(text: str) -> list[Any] | None:
    """Read the objects in one JSON value, or in several, one after another or one a line."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return _in_a_row(text)
    if isinstance(value, str) and looks_like(value):
        return _values(value)  # written as JSON twice
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def _in_a_row(text: str) -> list[Any] | None:
    try:
        values, end = in_a_row(text, 0)
    except (ValueError, RecursionError):
        return None
    is_all = end == len(text) and all(isinstance(one, dict) for one in values)
    return values if values and is_all else None


def in_a_row(text: str, at: int) -> tuple[list[Any], int]:
    """Read the objects and lists that stand here, one after another; tell where they end.

    Raises ValueError, or RecursionError, where one is damaged.
    """
    read, values = json.JSONDecoder().raw_decode, list[Any]()
    while (begun := _NEXT.match(text, at)) is not None and text[begun.end()] in "{[":
        value, at = read(text, begun.end())
        values += value if isinstance(value, list) else [value]
        refuse_crowds(len(values))
    return values, at if begun else len(text)


def damaged(text: str) -> Unreadable:
    """Say where JSON goes wrong: of an object a line, in which of them."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    wrong = [number for number, line in lines if _wrong(line)]
    at = wrong[0] if wrong and lines[0][0] not in wrong else _wrong(text)
    return Unreadable(
        f"This JSON is damaged in line {at}, or ends there too soon.",
        "Save it again, whole, and import that.",
    )


def _wrong(text: str) -> int:
    """Give the line in which JSON goes wrong; 0 where it does not."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return error.lineno
    except (ValueError, RecursionError):  # a number of thousands of digits, or very deep
        return 1
    return 0


def _documents(value: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Walk the documents in an object: those of its list, or itself."""
    for name in _LISTS:
        inside = value.get(name)
        if isinstance(inside, dict):
            yield from _documents(inside)
            return
        if isinstance(inside, list):
            yield from (one for one in inside if isinstance(one, dict) and _is_document(one))
            return
    if _is_document(value):
        yield value


def _is_document(value: Mapping[str, Any]) -> bool:
    if any(value.get(name) for name in _SIGNS):
        return True
    others = _by_other_names(value).keys()
    return "title" in others and len(others & _TELL) > 0


def _by_other_names(document: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a document calls by names that are not the service's, under those.

    A text under such a name is a summary only if it is surely one, and a time only if it is read.
    """
    told = dict[str, Any]()
    for name, said in document.items():
        field = named.field_of(name)
        if field and isinstance(said, str | int | float) and said:
            told.setdefault(_OURS.get(field, field), said)
    if "published_at" in told and _time(told["published_at"]) is None:
        del told["published_at"]
    if isinstance(content := told.get("content"), str) and _is_summary(_plain(content)):
        told.setdefault("summary", content)
    return told


def _known(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a document under the service's names, where something is missing under these."""
    inside = document.get("doc")
    known = {**inside, **document} if isinstance(inside, dict) else document
    missing = [names for names in _NEEDED if not any(known.get(name) for name in names)]
    others = _by_other_names(known) if missing else {}
    found = {name: others[name] for names in missing for name in names if name in others}
    if told := found.get("summary"):
        found |= {name: None for name in _OWN_WORDS if known.get(name) == told}
    known = {**known, **found} if found else known
    if any(known.get(name) for name in (*_OWN_WORDS, "chunks")):
        return known
    words = [said for said in _words_elsewhere(known) if said != known.get("summary")]
    return {**known, "content": "\n\n".join(words)} if words else known


def _words_elsewhere(document: Mapping[str, Any]) -> Iterator[str]:
    """Walk the article's own words, where they are called by other names."""
    for name, said in document.items():
        if isinstance(said, str) and named.field_of(name) == "content":
            yield said


def _is_summary(text: str) -> bool:
    """Tell whether a text that is called another thing is one of claims and their citations."""
    looks = {line.look for line in read_lines(canonical(text))}
    is_listed = Look.HEADING in looks and bool(looks & {Look.BULLET, Look.CITED})
    return (Look.FLAT in looks or is_listed) and cites.CITE.search(text) is not None


def article(document: Mapping[str, Any]) -> Article:
    """Give the article that one document is."""
    known = _known(document)
    told = signs.usual(canonical(_plain(_first(known, ("summary",)))))
    refuse_length(told.count("\n"))
    words = [canonical(text) for text in _own_words(known)]
    pieces, kind = list[Piece](), Body.RAW
    if told.strip():
        read = [line for line in read_lines(told) if line.look is not Look.BLANK]
        pieces, kind = summary(listed(read))
        if not any(piece.text.strip() for piece in pieces):
            pieces = [block(told.strip())]
    pieces += [*_key_points(known), *map(block, words)]
    rows = gather(pieces, last_is_cut=False)
    return compose(_masthead(known), rows, "\n".join([told, *words]).strip(), kind)


def _key_points(document: Mapping[str, Any]) -> Iterator[Piece]:
    points = document.get("key_points")
    texts = [one for one in points if isinstance(one, str)] if isinstance(points, list) else []
    if texts:
        yield heading("Key Points")
        yield from (claim(canonical(text)) for text in texts)


def _own_words(document: Mapping[str, Any]) -> Iterator[str]:
    texts = [_first(document, (name,)) for name in _OWN_WORDS]
    chunks = document.get("chunks")
    some = chunks if isinstance(chunks, list) else []
    texts += [_first(one, ("content", "summary")) for one in some if isinstance(one, dict)]
    yield from (_plain(text).strip() for text in texts if text.strip())


def _plain(text: str) -> str:
    """Give a text without the tags that some services write it with."""
    return markup.plain(text) if markup.looks_like(text) else text


def _first(value: Mapping[str, Any], names: Iterable[str]) -> str:
    """Give the first of these that is a text and not empty."""
    texts = (value.get(name) for name in names)
    return next((text for text in texts if isinstance(text, str) and text.strip()), "")


def _masthead(document: Mapping[str, Any]) -> Masthead:
    title = _line(_first(document, _TITLES))
    source = _line(_first(document, _SOURCES)) or None
    company, symbol = _company(document)
    url = canonical(_first(document, ("url",)))
    is_web = url.startswith(("http://", "https://")) and len(url) <= LONGEST
    return Masthead(
        title,
        source,
        published(document),
        company=company,
        symbol=symbol,
        url=url if is_web else None,
    )


def _line(text: str) -> str:
    """Give text on one line, of a length that a share takes."""
    return " ".join(canonical(text).split())[:LONGEST]


def _company(document: Mapping[str, Any]) -> tuple[str | None, str | None]:
    names, symbols = list[str](), list[str]()
    companies = document.get("companies")
    for one in companies if isinstance(companies, list) else ():
        if isinstance(one, dict):
            names.append(_first(one, ("name",)))
            stocks = one.get("stocks")
            some = stocks if isinstance(stocks, list) else ()
            symbols += [_first(stock, ("symbol",)) for stock in some if isinstance(stock, dict)]
    names = names or [_first(document, ("company_name",))]
    symbols = symbols or [_first(document, ("symbol",))]
    return _joined(names), _joined(symbols)


def _joined(texts: Iterable[str]) -> str | None:
    return _line(", ".join(filter(None, texts))) or None


def published(document: Mapping[str, Any]) -> str | None:
    """Give the time in UTC: from milliseconds or seconds since 1970, or from a text.

    A day alone stays one. Any other text is given as it is.
    """
    value = next((document[name] for name in _TIMES if document.get(name)), None)
    return _time(value) or (_line(value)[:40] if isinstance(value, str) else None)


def _time(value: object) -> str | None:
    """Read a time; None where it is none, or one that no calendar has."""
    try:
        when = _moment(value)
    except (ValueError, OverflowError):
        return moment.told(value) or None if isinstance(value, str) else None
    said = when.replace(tzinfo=None).isoformat(" ", "minutes") if when else None
    is_day = isinstance(value, str) and _DAY.fullmatch(value.strip()) is not None
    return said[:10] if said and is_day else said


def _moment(value: object) -> datetime | None:
    if isinstance(value, str) and _SINCE_1970.fullmatch(value.strip()):
        value = int(value)
    if isinstance(value, int | float):
        return _since_1970(value)
    if not isinstance(value, str):
        return None
    moment = _read_time(value.strip())
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)


def _since_1970(count: float) -> datetime | None:
    """Read a count of milliseconds or seconds, whichever can be meant; None if neither can."""
    begun = datetime(1970, 1, 1, tzinfo=UTC)
    if not count < 10**14:  # nor what is no number
        return None
    if int(count) in _MILLISECONDS:
        return begun + timedelta(milliseconds=count)
    return begun + timedelta(seconds=count) if int(count) in _SECONDS else None


def _read_time(text: str) -> datetime:
    """Read a time in ISO 8601, or as mails and the web write it (RFC 5322)."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        from email.utils import parsedate_to_datetime  # few write so

        return parsedate_to_datetime(text)
