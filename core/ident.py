"""Ids: fresh ones for what readers make, and those made of what was read, alike on every machine.

What makes them is loaded with the first id: no id is made before the first picture.
"""

import os
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _hashlib import HASH
    from collections.abc import Callable

NAMESPACE = bytes.fromhex("6f0c2b1e5f0a5f529b0e6d6569706900")


def fresh() -> str:
    """Give an id that nothing has: a random UUID (RFC 9562, version 4)."""
    return _spelt(os.urandom(16), 4)


def derived(text: str) -> str:
    """Give the id of a text: a UUID of its name (RFC 9562, version 5) under Meipi's namespace."""
    return _spelt(_sha1()(NAMESPACE + text.encode(), usedforsecurity=False).digest(), 5)


def _spelt(content: bytes, version: int) -> str:
    """Spell the first 16 bytes as a UUID of this version."""
    made = bytearray(content[:16])
    made[6] = made[6] & 0x0F | version << 4
    made[8] = made[8] & 0x3F | 0x80
    spelt = made.hex()
    return "-".join((spelt[:8], spelt[8:12], spelt[12:16], spelt[16:20], spelt[20:]))


def hashed(content: bytes) -> bytes:
    """Give the 32 bytes of SHA-256 (FIPS 180-4)."""
    return _sha256()(content).digest()


def mark(name: bytes) -> str:
    """Give the first eight digits of the same, of something short.

    By Python's own SHA-256: no window needs the 4 MB of OpenSSL's before its first deed.
    """
    digits: str = _own_sha256()(name).hexdigest()
    return digits[:8]


def _own_sha256() -> "Callable[[bytes], Any]":
    for name in ("_sha2", "_sha256"):  # from Python 3.12 on, and before
        with suppress(ImportError):
            own: Callable[[bytes], Any] = import_module(name).sha256
            return own
    return _sha256()


@cache
def _sha1() -> "Callable[..., HASH]":
    from hashlib import sha1  # noqa: PLC0415

    return sha1


@cache
def _sha256() -> "Callable[[bytes], HASH]":
    from hashlib import sha256  # noqa: PLC0415

    return sha256
