"""Lean dataclasses do what Python's own do."""

import dataclasses
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import lean


def both(
    make: Callable[[Any, Any], type], frozen: bool = True, slots: bool = True
) -> tuple[type, type]:
    """Make the same class with Python's decorator and with ours."""
    return tuple(
        one.dataclass(frozen=frozen, slots=slots)(make(one.field, one))
        for one in (dataclasses, lean)
    )


def place(field: Any, _module: Any) -> type:
    class Place:
        """Where something is."""

        WIDEST: ClassVar[int] = 9
        node: int
        start: int = 0
        said: str = field(default="", compare=False)
        names: tuple[str, ...] = field(default_factory=tuple, repr=False)
        length: int = field(default=1, init=False)

    return Place


KINDS = [(frozen, slots) for frozen in (True, False) for slots in (True, False)]
numbers = st.integers(0, 2)
given_fields = st.fixed_dictionaries(
    {"node": numbers},
    optional={"start": numbers, "said": st.sampled_from("ab"), "names": st.just(("x",))},
)


@given(st.sampled_from(KINDS), given_fields, given_fields)
def test_they_are_made_compared_spelt_and_hashed_alike(
    kind: tuple[bool, bool], one: dict[str, Any], other: dict[str, Any]
) -> None:
    theirs, ours = both(place, *kind)
    for first, second in ((one, other), (one, one)):
        a, b, c, d = theirs(**first), theirs(**second), ours(**first), ours(**second)
        assert (a == b, a != b) == (c == d, c != d)
        assert repr(a).split(".")[-1] == repr(c).split(".")[-1]
        assert dataclasses.asdict(a) == dataclasses.asdict(c)
        if kind[0]:
            assert hash(a) == hash(c)
        else:
            with pytest.raises(TypeError):
                hash(c)


@pytest.mark.parametrize("slots", [True, False])
def test_what_is_frozen_cannot_be_changed_and_another_is_made(slots: bool) -> None:
    theirs, ours = both(place, slots=slots)
    with pytest.raises(dataclasses.FrozenInstanceError):
        ours(1).node = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del ours(1).node
    for replace in (lean.replace, dataclasses.replace):
        changed: Any = replace(ours(1, 2, "said"), start=3)
        assert dataclasses.asdict(changed) == dataclasses.asdict(theirs(1, 3, "said"))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_wrong_is_told_alike(kind: tuple[bool, bool]) -> None:
    theirs, ours = both(place, *kind)
    for words in ({}, {"node": 1, "nothing": 2}, {"node": 1, "length": 2}):
        with pytest.raises(TypeError) as error:
            theirs(**words)
        with pytest.raises(TypeError) as told:
            ours(**words)
        assert str(told.value) == str(error.value)


@lean.dataclass(frozen=True, slots=True)
class Claim:
    """Something said."""

    text: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Claim)

    __hash__ = None  # type: ignore[assignment]


@lean.dataclass(frozen=True, slots=True)
class Cited(Claim):
    """Something said somewhere."""

    page: int = 0

    def __post_init__(self) -> None:
        assert self.page >= 0


def test_one_that_stands_on_another_has_the_fields_of_both() -> None:
    assert [one.name for one in lean.fields(Cited)] == ["text", "page"]
    assert list(Cited.__slots__) == ["page"]
    match Cited("so", 3):
        case Cited(text, page):
            assert (text, page) == ("so", 3)
    with pytest.raises(AssertionError):
        Cited("so", -1)


def test_what_a_class_says_itself_stands() -> None:
    assert Claim("one") == Claim("other")
    assert Cited("one") != Cited("other")


def test_they_travel_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(Cited("so", 3))) == Cited("so", 3)


def test_a_window_defines_its_values_without_what_reads_signatures() -> None:
    program = "import sys, core.library; print('dataclasses' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert told.stdout == "False\n"
