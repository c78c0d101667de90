"""What is told to whoever may refuse it, and what a refusal is of."""

from collections.abc import Callable

import pytest

from gui.parts.telling import Telling


def told(telling: Telling[str], hear: Callable[[], object]) -> bool:
    with telling.of("claim/forecast"):
        hear()
    return telling.refused


def test_what_is_refused_while_it_is_told_is_given_back() -> None:
    telling, heard = Telling[str](), list[str | None]()
    assert told(telling, lambda: heard.append(telling.refuse()))
    assert heard == ["claim/forecast"]


def test_what_is_refused_before_or_after_is_something_else() -> None:
    telling = Telling[str]()
    assert telling.refuse() is None
    assert not told(telling, lambda: None)
    assert telling.refuse() is None
    assert not telling.refused


def test_what_was_refused_once_may_be_taken_the_next_time() -> None:
    telling = Telling[str]()
    assert told(telling, telling.refuse)
    assert not told(telling, lambda: None)


def test_what_is_told_within_something_else_leaves_that_to_be_refused() -> None:
    telling = Telling[str]()
    with telling.of("outer"):
        told(telling, lambda: None)
        assert telling.refuse() == "outer"


def test_what_breaks_off_is_told_no_longer() -> None:
    telling = Telling[str]()
    with pytest.raises(ZeroDivisionError), telling.of("claim"):
        raise ZeroDivisionError
    assert telling.refuse() is None
