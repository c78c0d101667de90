"""Ids are UUIDs as everybody makes them."""

from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from core import ident


@given(st.text())
def test_the_id_of_a_text_is_its_uuid(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    assert ident.derived(text) == str(uuid5(UUID(bytes=ident.NAMESPACE), text))


def test_fresh_ids_are_random_uuids() -> None:
    made = {ident.fresh() for _ in range(1000)}
    assert len(made) == 1000
    assert {(UUID(one).version, UUID(one).variant) for one in made} == {
        (4, "specified in RFC 4122")
    }
