"""What is at an address, over http or https and nothing else, within a size and a time.

Whoever answers is a stranger: a redirect may lead to another http address, never to a file, and a
password is sent to nobody but the server it is for; what was fetched before is asked for only if it
changed.
"""

import math
import time
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass, replace
from email.message import Message
from http.client import HTTPException, HTTPResponse, InvalidURL
from string import punctuation
from typing import IO
from urllib.parse import quote, urlsplit, urlunsplit

from core.errors import Unreadable
from core.watch import haste, secret
from core.watch.kept import HOUR, Told

SCHEMES = ("http://", "https://")
LARGEST = 8 << 20  # bytes
PATIENCE = 20  # seconds without a word from the server
LONGEST = 60  # seconds in all
PIECE = 1 << 16
REDIRECTS = 5
LATER = "It is tried again in an hour."
GONE = 410
UNKNOWN = 401
AUTHORIZATION = "Authorization"
LONGEST_ADDRESS = 2000  # letters
FOR_GOOD = (301, 308)
DAY = 86_400.0  # seconds
BROKEN_OFF = "The server broke off before its answer was complete.", LATER
PACKED = ("gzip", "x-gzip")
_GZIP = b"\x1f\x8b"  # how a file begins that lies there packed
#: What is read; servers that have several of them give the first.
_KINDS = (
    "application/atom+xml, application/rss+xml, application/feed+json;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5"
)
ANOTHER = "Look for the address of its RSS or Atom feed."
ELSEWHERE = "This address redirects to something that is not a web address.", ANOTHER


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server gave; `read` is None where nothing changed since the last time.

    `address` is where it was found after all, and `charset` what it is said to be written in;
    `moved` is where it is to be asked for from now on, if its server said so.
    """

    read: bytes | None
    etag: str = ""
    modified: str = ""
    address: str = ""
    charset: str = ""
    moved: str = ""


class Refused(Unreadable):
    """The server gave no answer but a number, and perhaps how long it wants to be left alone."""

    def __init__(
        self, sentence: str, remedy: str, *, rest: float = 0.0, gone: bool = False
    ) -> None:
        super().__init__(sentence, remedy)
        self.rest, self.gone = rest, gone


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows; `moved` is the last address to which all was redirected for good."""

    max_redirections = REDIRECTS
    max_repeats = 2

    def __init__(self) -> None:
        self.moved, self._is_for_good = "", True

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not newurl.lower().startswith(SCHEMES):
            raise Unreadable(*ELSEWHERE)
        again = super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]  # typeshed's Message
        if again is not None and secret.is_same_server(req.full_url, newurl):
            told = req.unredirected_hdrs.get(AUTHORIZATION)
            again.unredirected_hdrs |= {AUTHORIZATION: told} if told else {}
        is_open = req.full_url.startswith("https:") and newurl.lower().startswith("http:")
        self._is_for_good = self._is_for_good and code in FOR_GOOD and not is_open
        self.moved = newurl if self._is_for_good else self.moved
        return again


def fetch(address: str, before: Told) -> Answer:
    """Get what is there. Raises Unreadable with a sentence for the reader."""
    redirects = _Redirects()
    answer = _fetched(address, before, redirects)
    return replace(answer, moved=_moved(address, redirects.moved))


def _moved(address: str, there: str) -> str:
    """Give where it is from now on; with its password, which is for no other server."""
    is_there = there and len(there) <= LONGEST_ADDRESS and not secret.held(there)
    if not is_there or (secret.held(address) and not secret.is_same_server(address, there)):
        return ""
    return secret.lent(address, there)


def _fetched(address: str, before: Told, redirects: _Redirects) -> Answer:
    if not address.lower().startswith(SCHEMES):
        raise Unreadable("A feed has an address that begins with http:// or https://.", ANOTHER)
    try:
        request = urllib.request.Request(_spelt(secret.bare(address)), headers=_headers(before))  # noqa: S310  checked
        if told := secret.held(address):
            request.add_unredirected_header(AUTHORIZATION, secret.basic(told))
        opener = _opener(time.monotonic() + LONGEST, redirects)
        with opener.open(request, timeout=PATIENCE) as response:
            return _answer(response)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == 304:
            return Answer(None, before.etag, before.modified)
        if 300 <= error.code < 400 and _leads_elsewhere(error.headers):
            raise Unreadable(*ELSEWHERE) from error  # urllib itself refuses files
        if 300 <= error.code < 400:
            raise Unreadable(
                "This address redirects without end, or leads nowhere.", ANOTHER
            ) from error
        raise _refused(error.code, error.headers) from error
    except (InvalidURL, ValueError) as error:
        raise Unreadable("This is not a web address.", ANOTHER) from error
    except HTTPException as error:
        raise Unreadable("The server did not answer as a web server does.", LATER) from error
    except OSError as error:
        raise unreached(error) from error


def _leads_elsewhere(headers: Message) -> bool:
    """Tell whether a redirect names something that is asked for in another way than over http."""
    there = str(headers.get("Location", "")).strip()
    return ":" in there.partition("/")[0] and not there.lower().startswith(SCHEMES)


def _refused(code: int, headers: Message) -> Refused:
    """Say what an error is, and when it is tried again."""
    if code == GONE:
        return Refused(
            "The server says that this feed is gone for good.",
            "Remove it, or look for another address.",
            gone=True,
        )
    if code == UNKNOWN:
        return Refused(
            "The server wants to be told a name and a password.",
            "Write them into the address: https://name:password@example.org/feed",
        )
    hours = math.ceil(_rest(headers) / HOUR)
    later = LATER if hours <= 1 else f"It is tried again in {hours} hours."
    return Refused(f"The server answered {code}.", later, rest=hours * HOUR)


def _rest(headers: Message) -> float:
    """Give for how many seconds a server wants to be left alone; of a day and more, a day."""
    from email.utils import parsedate_to_datetime  # where a server is in trouble

    said = str(headers.get("Retry-After", "")).strip()
    try:
        wait = (
            int(said) if said.isdecimal() else parsedate_to_datetime(said).timestamp() - time.time()
        )
    except (ValueError, OverflowError, OSError):  # no number, no time, or one of no calendar
        return 0.0
    return min(max(0.0, wait), DAY)


def _spelt(address: str) -> str:
    """Spell an address as a server hears it: browsers show and copy Chinese letters in one."""
    if address.isascii():
        return address
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode()
    return quote(urlunsplit(parts._replace(netloc=host)), safe=punctuation)


def unreached(error: Exception) -> Unreadable:
    """Tell a server that is not there from one whose certificate is not known here."""
    from ssl import SSLCertVerificationError  # loaded with the first https address

    if isinstance(getattr(error, "reason", None), SSLCertVerificationError):
        # Python's own installer for macOS brings no certificates.
        return Unreadable(
            "The server could not prove who it is.",
            "Open the address in a browser; if it opens there, this Python lacks certificates.",
        )
    return Unreadable(f"The server could not be reached: {_why(error)}.", LATER)


def _opener(end: float, redirects: _Redirects) -> urllib.request.OpenerDirector:
    """Give what opens http and https; urllib's usual one opens files, too."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        haste.Plain(end),
        haste.Secure(end),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        redirects,
    ):
        opener.add_handler(handler)
    return opener


def _headers(before: Told) -> dict[str, str]:
    told = {"If-None-Match": before.etag, "If-Modified-Since": before.modified}
    usual = {"User-Agent": "Meipi", "Accept": _KINDS, "Accept-Encoding": "identity"}
    return usual | {name: value for name, value in told.items() if value}


def _answer(response: HTTPResponse) -> Answer:
    said = response.headers.get("Content-Encoding", "").lower().split(",")
    packed = [one for name in said if (one := name.strip()) not in ("", "identity")]
    if packed and (len(packed) > 1 or packed[0] not in PACKED):
        raise Unreadable("The server compressed its answer, though it was asked not to.", LATER)
    read = bytearray()
    while piece := response.read1(PIECE):
        read += piece
        _must_not_be_too_large(read)
    if response.length:
        raise Unreadable(*BROKEN_OFF)
    etag, modified = (_short(response.headers.get(name)) for name in ("ETag", "Last-Modified"))
    whole = _unpacked(read) if packed or read.startswith(_GZIP) else bytes(read)
    charset = response.headers.get_content_charset("")
    return Answer(whole, etag, modified, response.geturl(), charset)


def _unpacked(read: bytes | bytearray) -> bytes:
    """Unpack what some servers keep packed whatever they are asked for, no further than need be."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        whole = unpacker.decompress(read, LARGEST + 1)
    except zlib.error as error:
        raise Unreadable(*BROKEN_OFF) from error
    _must_not_be_too_large(whole)
    if not unpacker.eof:
        raise Unreadable(*BROKEN_OFF)
    return whole


def _must_not_be_too_large(read: bytes | bytearray) -> None:
    if len(read) > LARGEST:
        raise Unreadable("What is at this address is larger than 8 MB.", ANOTHER)


def _short(said: str | None) -> str:
    """Give what a server wants to hear again, if it can be said in a header."""
    return said if said and said.isascii() and said.isprintable() and len(said) < 500 else ""


def _why(error: Exception) -> str:
    reason = getattr(error, "reason", None)
    within = reason if isinstance(reason, OSError) else error
    told = getattr(within, "strerror", None) or str(within) or type(within).__name__
    return " ".join(str(told).split())[:200].rstrip(".")
