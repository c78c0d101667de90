"""How far readers agree, held against tables that were worked out by hand."""

import pytest

from core.agreement import Mark, Place, Readings, agree, alpha, kappa, raw

#: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: four observers,
#: twelve units, some of them not seen by everybody.
OBSERVERS = (
    "123321412...",
    "1233224125.3",
    ".3332342251.",
    "12332441251.",
)


def table(*rows: tuple[int, ...]) -> list[tuple[str, str]]:
    """Make pairs of a square table of counts: what the first said down, the second across."""
    names = "abc"
    return [
        (names[i], names[j])
        for i, row in enumerate(rows)
        for j, many in enumerate(row)
        for _ in range(many)
    ]


def units(*observers: str) -> list[tuple[str, ...]]:
    return [tuple(value for value in unit if value != ".") for unit in zip(*observers, strict=True)]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        # By the formula of Cohen, "A Coefficient of Agreement for Nominal Scales" (1960):
        # of 100 cases 29 are judged alike, 35 would be by chance: (.29 - .35) / (1 - .35).
        (((25, 13, 12), (12, 2, 16), (3, 15, 2)), -0.06 / 0.65),
        # 70 alike, .6 * .5 + .3 * .3 + .1 * .2 = 41 by chance: (.70 - .41) / (1 - .41).
        (((44, 7, 9), (5, 20, 5), (1, 3, 6)), 0.29 / 0.59),
        # 35 of 50 alike; .5 * .6 + .5 * .4 = half by chance: (.7 - .5) / .5.
        (((20, 5), (10, 15)), 0.4),
        (((3, 0), (0, 4)), 1.0),
        (((0, 5), (5, 0)), -1.0),
    ],
)
def test_kappa_is_what_was_worked_out_by_hand(
    counts: tuple[tuple[int, ...], ...], expected: float
) -> None:
    assert kappa(table(*counts)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("observers", "expected"),
    [
        # Krippendorff (2011), A: two observers, ten units, two values, .095.
        (("0100000010", "1110010000"), 0.095),
        # B: two observers, twelve units, five values, .692.
        (("aabbdcccedda", "babbbccceddd"), 0.692),
        # C: OBSERVERS, .743.
        (OBSERVERS, 0.743),
    ],
)
def test_alpha_is_what_was_worked_out_by_hand(observers: tuple[str, ...], expected: float) -> None:
    assert alpha(units(*observers)) == pytest.approx(expected, abs=0.0005)


def test_nothing_can_be_told_where_all_say_the_same_of_everything() -> None:
    assert kappa([("a", "a")] * 3) is None
    assert alpha([("a", "a")] * 3) is None
    assert raw([("a", "a")] * 3) == 1
    assert (kappa([]), alpha([("a",)]), raw([("a",)])) == (None, None, None)


def test_readers_differ_only_about_what_both_have_read() -> None:
    readings = Readings(
        readers={"x": frozenset({"anna", "ben"}), "y": frozenset({"anna"})},
        claims={"x": (1, 2, 3, 4), "y": (1, 2)},
        marks=(
            Mark("x", 1, "claim", "anna"),
            Mark("x", 1, "claim", "ben"),
            Mark("x", 2, "claim", "ben"),
            Mark("y", 1, "claim", "anna"),
        ),
    )
    (told,) = agree(readings)
    assert (told.tag, told.readers, told.claims) == ("claim", ("anna", "ben"), 4)
    assert told.places == (Place("x", 1, ("anna", "ben"), ()), Place("x", 2, ("ben",), ("anna",)))
    assert told.differences == told.places[1:]
    # Three of four alike; by chance 1/4 * 2/4 + 3/4 * 2/4 = 1/2.
    assert (told.raw, told.kappa) == (0.75, 0.5)
    # Of eight values three are yes and five no, and one unit differs: 1 - 7 * 2 / (2 * 3 * 5).
    assert told.alpha == pytest.approx(1 - 14 / 30)


def test_of_three_readers_there_is_alpha_and_no_kappa() -> None:
    readings = Readings(
        readers={"x": frozenset({"anna", "ben", "chen"})},
        claims={"x": (1, 2)},
        marks=(Mark("x", 1, "claim", "anna"), Mark("x", 1, "claim", "ben")),
    )
    (told,) = agree(readings)
    assert told.kappa is None
    # Six pairs of unit 1, two alike; six of unit 2, all alike.
    assert told.raw == pytest.approx(8 / 12)
    # Unit 1 has four unlike pairs, each for a half; two yes, four no: 1 - 5 * 2 / (2 * 2 * 4).
    assert told.alpha == pytest.approx(1 - 10 / 16)
