"""The name and password that an address may hold: who is sent them, and that nobody is shown them.

They go to the server that the address names, and to no other that it redirects to.
"""

import re
from urllib.parse import unquote_to_bytes, urlsplit

USUAL = {"http": 80, "https": 443}  # ports
_HELD = re.compile(r"(https?://)([^/?#]*)@", re.IGNORECASE)
#: A password with a slash in it belongs to no address that can be asked, and is shown as little.
_SPOILT = re.compile(r"(https?://)([^/?#@:]*:(?!\d*(?:[/?#]|$)).*)@", re.IGNORECASE | re.DOTALL)


def held(address: str) -> str:
    """Give the name and password that an address holds, as written there; "" if it holds none."""
    found = _HELD.match(address)
    return found[2] if found else ""


def bare(address: str) -> str:
    """Give an address without them, as it is sent."""
    return _HELD.sub(r"\1", address, count=1)


def shown(address: str) -> str:
    """Give an address as it may be shown: with the name, and without the password."""
    found = _HELD.match(address) or _SPOILT.match(address)
    if found is None or ":" not in found[2]:
        return address
    return f"{found[1]}{found[2].partition(':')[0]}:…@{address[found.end() :]}"


def is_overheard(address: str) -> bool:
    """Tell whether its password is sent so that whoever is on the way can read it."""
    return bool(held(address)) and address.lower().startswith("http:")


def basic(told: str) -> str:
    """Say a name and password as a server is told them (RFC 7617)."""
    from base64 import b64encode  # where there are some

    name, _, word = told.partition(":")
    return f"Basic {b64encode(unquote_to_bytes(name) + b':' + unquote_to_bytes(word)).decode()}"


def lent(address: str, other: str) -> str:
    """Give another address of the same server with what this one holds."""
    told = held(address)
    if not told or not is_same_server(address, other):
        return other
    return _HELD.sub(r"\1", other, count=1).replace("://", f"://{told}@", 1)


def is_same_server(address: str, other: str) -> bool:
    """Tell whether another address is of the same server, or of its encrypted side."""
    there, here = _server(other), _server(address)
    is_safer = here[0] == "http" and there[0] == "https"
    return there[1:] == here[1:] if there[0] == here[0] else is_safer and _is_usual(here, there)


Server = tuple[str, str, int]  # scheme, host, port


def _server(address: str) -> Server:
    parts = urlsplit(bare(address))
    return parts.scheme, parts.hostname or "", parts.port or USUAL.get(parts.scheme, 0)


def _is_usual(here: Server, there: Server) -> bool:
    return here[1] == there[1] and all(port == USUAL[scheme] for scheme, _, port in (here, there))
