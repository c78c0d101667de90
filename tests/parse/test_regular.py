"""A body that is read at once is read as one that is looked at closely."""

from hypothesis import example, given
from hypothesis import strategies as st

from core.parse.flat import closely, flat
from core.parse.pieces import gather
from core.parse.regular import regular
from tests.generate import articles

BODIES = [article.edition.text for article in articles(20)]
SIGNS = (
    *(" - ", "- ", " -", "-", " ", "\t- ", " -\u00a0", "\u200b- ", " – ", " — ", " -- ", "−", "*"),
    *("[1]", "[0]", "[1234]", "[2][3]", " [4] [5]", "[1, 2]", "[", "]", "【1】", ".", "。", "; "),
    *("Core Insights ", "Group 2: Supply ", "Group 3 ", "2. Core Views ", "Summary by Sections "),
    *("\x1f", "\u200b", "\ufeff", "“", "?", "a", "A", "short - term "),
)
ODD = st.tuples(st.sampled_from(SIGNS), st.integers(0, 20), st.integers(-3, 3))


def _with(body: str, odd: tuple[str, int, int]) -> str:
    """Put a sign beside one of the brackets and dashes of a body."""
    sign, which, beside = odd
    edges = [at for at, char in enumerate(body) if char in "]-"] or [0]
    at = max(0, edges[which % len(edges)] + beside)
    return body[:at] + sign + body[at:]


@given(st.sampled_from(BODIES), st.lists(ODD, max_size=3), st.integers(20, 2000))
@example(BODIES[0], [("\u200b- ", 0, 1)], 2000)
@example(BODIES[0], [("\x1f", 1, 0)], 2000)
@example("Group 1  - “License-out deals should total $124 billion [1]", [(" — ", 0, 0)], 2000)
def test_what_is_read_at_once_is_read_the_same_closely(
    body: str, odd: list[tuple[str, int, int]], end: int
) -> None:
    for one in odd:
        body = _with(body, one)
    body = body[:end].strip()
    assert gather(flat(body), last_is_cut=True) == gather(closely(body), last_is_cut=True)


def test_most_bodies_are_regular() -> None:
    assert all(map(regular, BODIES))


def test_a_dash_within_a_claim_is_left_to_a_closer_look() -> None:
    assert not regular("Core View - Prices are seen at 515 - 535 yuan [1]. - Stocks fell [2].")


def test_a_claim_without_citations_is_left_to_a_closer_look() -> None:
    assert not regular(
        "Core View - Prices rose [1]. Group 1 - Nobody knows why. - Stocks fell [2]."
    )
