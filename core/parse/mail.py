"""A mail, a box of mails, or a page that a browser saved as one file (MHTML), to the texts in it.

Of several forms of one text the web page is read, if an article is seen in it; pictures, styles and
frames are left where they are. What the mail says of itself is told only of an article that has no
title of its own.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from core.encoding import decode
from core.errors import Unreadable
from core.model import Article, Page
from core.parse import markup, quoted
from core.parse.lines import PIECE, Look, canonical, read_lines
from core.parse.text import DIVIDE, read_page, refuse_crowds, refuse_length
from core.progress import Progress

if TYPE_CHECKING:  # few files need what reads them
    from email.message import Message

_HEAD = 1 << 16  # characters
_NAMES = re.compile(r"\s*(?:From [^\n]*\n)?(?:[!-9;-~]{1,80}:[^\n]*\n(?:[ \t][^\n]*\n)*+)++")
_IS_MAIL = re.compile(
    r"^(?:MIME-Version:|Content-Type:\s*(?:text|multipart|message)/)", re.MULTILINE | re.IGNORECASE
)
#: What stands over each mail in a box of them (mbox): who sent it, and when.
_OF_BOX = r"From \S[^\n]{0,200}?\d\d:\d\d[^\n]{0,60}\n(?=[!-9;-~]{1,80}:)"
_BOX, _NEXT = re.compile(rf"\s*{_OF_BOX}"), re.compile(rf"(?<=\n\n){_OF_BOX}")
#: Of such a length that nobody but a machine gone wrong wrote it; to take it apart takes for ever.
_ENDLESS = re.compile(r"^Content-Type:(?:[^\n]|\n[ \t]){5000}", re.MULTILINE | re.IGNORECASE)
_ADDRESS = re.compile(r"(?<=\S)\s*<[^<>]*>\Z")
_MOST_PARTS = 50_000  # of one mail, or lines that begin as those between them do
_MOST_LINES = 1_000_000  # with those of pictures, which are not read
_LONGEST = 2000  # characters that are read of a name or a title
_SAVED = "<Saved by"  # whom a browser names as the sender
_TEXTS = ("text/html", "text/plain", "text/markdown")
_SEEN = frozenset((Look.META, Look.FLAT, Look.HEADING))
_ENCODED = ("quoted-printable", "base64", "x-uuencode", "uuencode", "uue", "x-uue")
#: An end of a line that is none, where a mail says that its text flows.
_SOFT = re.compile(r"(?<=[^\s-]) \n(?=[^\s>])")


def looks_like(text: str) -> bool:
    head = text[:_HEAD].replace("\r\n", "\n")
    names = _NAMES.match(head)
    return names is not None and (_IS_MAIL.search(names[0]) or _BOX.match(head)) is not None


def read(text: str, progress: Progress) -> Page | None:
    """Read the articles in it; None where it holds no text, and only begins like one."""
    refuse_length(text.count("\n"), _MOST_LINES)
    if _ENDLESS.search(text):
        return None
    mails = _mails(text.replace("\r\n", "\n")) if _BOX.match(text) else [text]
    if len(mails) == 1:
        return _read(text, progress)
    articles = list[Article]()
    for number, one in enumerate(mails):
        page = _read(one, lambda *_, done=number: progress(done, len(mails)))
        articles += page.articles if page else ()
        refuse_crowds(len(articles))
    return Page(None, tuple(articles)) if articles else None


def _mails(text: str) -> list[str]:
    """Give the mails in a box, which has a line over each, and a sign before any other such."""
    begun = [0, *(found.start() for found in _NEXT.finditer(text))]
    parts = (text[start:end] for start, end in pairwise((*begun, len(text))))
    return [re.sub(r"^>(>*From )", r"\1", part, flags=re.MULTILINE) for part in parts]


def _read(text: str, progress: Progress) -> Page | None:
    from email.errors import MessageError  # few texts are mail

    if text.count("\n--") > _MOST_PARTS:
        raise Unreadable(f"There are more than {_MOST_PARTS:,} parts in this text.", DIVIDE)
    try:
        whole = _whole(text.lstrip())
        body = "\n\n".join(_texts(whole))
    except (RecursionError, ValueError, LookupError, MessageError):
        return None
    if not body.strip():
        return None
    when = _when(whole)
    here = _here(when) if when else None
    is_saved = str(whole["From"]).startswith(_SAVED)
    return read_page(body, progress, here, () if is_saved else _told(whole, when))


def _whole(text: str) -> "Message":
    """Take a mail apart, piece by piece: all at once takes room four times as large."""
    from email.feedparser import FeedParser

    parser = FeedParser()
    for start in range(0, len(text), PIECE):
        parser.feed(text[start : start + PIECE])
    return parser.close()


def _texts(part: "Message") -> Iterator[str]:
    """Walk the texts of a mail, and of the mails in it."""
    kind = part.get_content_type()
    held = part.get_payload()
    if not isinstance(held, list):
        if kind in _TEXTS:
            yield _text(part, is_page=kind == "text/html")
        return
    inside = cast("list[Message]", held)
    if kind == "multipart/alternative":
        yield _fullest("\n\n".join(_texts(one)) for one in sorted(inside, key=_rank))
        return
    found = (text for one in inside for text in _texts(one))
    if kind == "multipart/related":
        yield next(found, "")
    else:
        yield from found


def _fullest(forms: Iterable[str]) -> str:
    """Give the first form in which an article is seen; where none is, the first with words."""
    first = ""
    for text in forms:
        if any(line.look in _SEEN for line in read_lines(canonical(text[:_HEAD]))):
            return text
        first = first if first.strip() else text
    return first


def _rank(form: "Message") -> int:
    """Say which of the forms of one text comes first: a page, alone or with its pictures."""
    kind = form.get_content_type()
    if kind == "text/html" or form.is_multipart():
        return 0
    return 1 if kind in _TEXTS else 2


def _text(part: "Message", *, is_page: bool) -> str:
    """Give the text of a part, which was encoded for the way or was not."""
    coded = str(part["Content-Transfer-Encoding"] or "").strip().lower() in _ENCODED
    held = part.get_payload(decode=True) if coded else part.get_payload()
    text = _decoded(held, part) if isinstance(held, bytes) else str(held)
    text = text.replace("\r\n", "\n")
    if is_page:
        return markup.plain(text)
    text = _SOFT.sub(" ", text) if part.get_param("format") == "flowed" else text
    return quoted.plain(text) if quoted.looks_like(text) else text


def _decoded(held: bytes, part: "Message") -> str:
    """Give bytes as text: in the encoding that the part names, unless they are none of it."""
    try:
        return held.decode(part.get_content_charset() or "")
    except (LookupError, ValueError):
        return decode(held)


def _when(whole: "Message") -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(str(whole["Date"] or "")[:_LONGEST]).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _here(when: datetime) -> datetime | None:
    """Tell what the clock here said: it has no year 10000, and in Windows nothing before 1970."""
    try:
        return when.astimezone().replace(tzinfo=None)
    except (OverflowError, OSError):
        return None


def _told(whole: "Message", when: datetime | None) -> list[str]:
    """Give what a mail says of itself, line by line, as the head of a Markdown file does."""
    sender = _ADDRESS.sub("", _readable(whole["From"])).strip("\"' ")
    published = when.strftime("%Y-%m-%d %H:%M") if when else ""
    values = {"title": _readable(whole["Subject"]), "author": sender, "date": published}
    return [f"{key}: {_quoted(value)}" for key, value in values.items() if value]


def _quoted(value: str) -> str:
    """Put quotes about what begins as if it stood in some already."""
    return f'"{value}"' if value[0] in "\"'[-" else value


def _readable(value: object) -> str:
    """Give a header's words on one line; those that are encoded wrongly as they are."""
    from email.errors import MessageError
    from email.header import decode_header, make_header

    said = str(value or "")[:_LONGEST]
    with suppress(LookupError, ValueError, MessageError):
        said = str(make_header(decode_header(said)))
    return " ".join(said.split())
