"""Hashes are SHA-256, whoever makes them: Python for what is little, OpenSSL for what is much."""

from hashlib import sha256

import pytest

from core.ident import FEW, SHORT, hashed


@pytest.mark.parametrize("length", [0, 1, 55, 56, 64, 300, SHORT - 1, SHORT, SHORT + 1, 1 << 20])
def test_long_and_short_are_hashed_alike(length: int) -> None:
    assert hashed(b"\xe7" * length) == sha256(b"\xe7" * length).digest()


def test_the_first_and_the_last_of_many_are_hashed_alike() -> None:
    assert {hashed(b"a word") for _ in range(FEW + 2)} == {sha256(b"a word").digest()}
