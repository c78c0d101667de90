"""Ids: fresh ones for what readers make, and those made of what was read, alike on every machine.

What hashes for them is loaded with the first of these: none is made before the first picture.
"""

import os
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _hashlib import HASH
    from collections.abc import Callable

SHORT, FEW = 1 << 11, 1000  # bytes, and how often they are left to Python's own SHA-256
_few = iter(range(FEW))
NAMESPACE = "6f0c2b1e-5f0a-5f52-9b0e-6d6569706900"


def fresh() -> str:
    """Give an id that nothing has: a random UUID (RFC 9562, version 4)."""
    return _spelt(os.urandom(16), version=4)


def derived(text: str) -> str:
    """Give the id of a text: a UUID of its name (RFC 9562, version 5) under Meipi's namespace."""
    return _spelt(_sha1()(_namespace() + text.encode()).digest(), version=5)


def _spelt(octets: bytes, version: int) -> str:
    """Spell an id. `uuid` makes an object of each, takes three times as long, and loads much."""
    made = bytearray(octets[:16])
    made[6] = made[6] & 0x0F | version << 4
    made[8] = made[8] & 0x3F | 0x80  # the variant
    said = made.hex()
    return f"{said[:8]}-{said[8:12]}-{said[12:16]}-{said[16:20]}-{said[20:]}"


def hashed(content: bytes) -> bytes:
    """Give the 32 bytes of SHA-256 (FIPS 180-4).

    OpenSSL's takes 4 MB, which a window needs for nothing else: it is asked where there is much.
    """
    is_little = len(content) <= SHORT and next(_few, None) is not None
    return (_own_sha256() if is_little else _sha256())(content).digest()


def mark(name: bytes) -> str:
    """Give the first eight digits of the same, of something short."""
    return hashed(name).hex()[:8]


@cache
def _own_sha256() -> "Callable[[bytes], Any]":
    for name in ("_sha2", "_sha256"):  # from Python 3.12 on, and before
        with suppress(ImportError):
            own: Callable[[bytes], Any] = import_module(name).sha256
            return own
    return _sha256()


@cache
def _namespace() -> bytes:
    return bytes.fromhex(NAMESPACE.replace("-", ""))


@cache
def _sha1() -> "Callable[[bytes], HASH]":
    from hashlib import sha1

    return sha1


@cache
def _sha256() -> "Callable[[bytes], HASH]":
    from hashlib import sha256

    return sha256
