"""Hashes are SHA-256, whoever makes them, and ids of texts UUIDs of version 5."""

from hashlib import sha256
from uuid import RFC_4122, UUID, uuid5

import pytest

from core.ident import FEW, NAMESPACE, SHORT, derived, fresh, hashed


@pytest.mark.parametrize("length", [0, 1, 55, 56, 64, 300, SHORT - 1, SHORT, SHORT + 1, 1 << 20])
def test_long_and_short_are_hashed_alike(length: int) -> None:
    assert hashed(b"\xe7" * length) == sha256(b"\xe7" * length).digest()


def test_the_first_and_the_last_of_many_are_hashed_alike() -> None:
    assert {hashed(b"a word") for _ in range(FEW + 2)} == {sha256(b"a word").digest()}


@pytest.mark.parametrize("text", ["", "a word", "稀土", "\x1f2025-11-09 04:46", "x" * 3000])
def test_a_text_has_the_id_that_others_give_it(text: str) -> None:
    assert derived(text) == str(uuid5(UUID(NAMESPACE), text))


def test_what_a_reader_makes_has_a_random_id_and_never_the_same() -> None:
    ids = {fresh() for _ in range(1000)}
    made = [UUID(one) for one in ids]
    assert len(ids) == 1000
    assert {str(one) for one in made} == ids
    assert {(one.version, one.variant) for one in made} == {(4, RFC_4122)}
