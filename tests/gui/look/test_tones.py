"""Every two colours that meet in the window, measured as the WCAG measures them."""

from collections.abc import Sequence
from itertools import combinations, product
from math import hypot

import pytest
from PySide6.QtGui import QColor

from core.model import Colour
from gui.look import dyes, tones
from gui.look.tones import Tones

READ, READ_WELL, SEEN = 4.5, 7.0, 3.0  # AA and AAA for text, and what has to be seen
THEMES = [pytest.param(one, id=name) for one, name in zip(tones.ALL, "lLdD", strict=True)]
#: Delta E (CIE 1976) from which one colour is not taken for the other, by most and by few.
APART, APART_TO_FEW = 10.0, 8.0
#: What is left of red, green and blue, in linear light, to who lacks one kind of cone (Viénot 1999;
#: for blue, Machado 2009).
BLIND = {
    "protan": ((0.1124, 0.8876, 0.0), (0.1124, 0.8876, 0.0), (0.004, -0.004, 1.0)),
    "deutan": ((0.2928, 0.7072, 0.0), (0.2928, 0.7072, 0.0), (-0.0223, 0.0223, 1.0)),
    "tritan": (
        (1.2555, -0.0767, -0.1788),
        (-0.0784, 0.9308, 0.1476),
        (0.0047, 0.6914, 0.3039),
    ),
}
PLAIN = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
WHITE = (0.9505, 1.0, 1.089)


def rgb(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def linear(colour: QColor) -> tuple[float, ...]:
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in rgb(colour))


Rows = Sequence[Sequence[float]]


def times(rows: Rows, vector: Sequence[float]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in rows)


def contrast(one: QColor, other: QColor) -> float:
    weights = ((0.2126, 0.7152, 0.0722),)
    darker, lighter = sorted(times(weights, linear(each))[0] for each in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def lab(colour: QColor, seen: Rows) -> tuple[float, float, float]:
    light = [min(max(part, 0.0), 1.0) for part in times(seen, linear(colour))]
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    x, y, z = (_root(a / b) for a, b in zip(times(to_xyz, light), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return float(part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116


def apart(one: str, other: str, seen: Rows = PLAIN) -> float:
    pairs = zip(lab(QColor(one), seen), lab(QColor(other), seen), strict=True)
    return hypot(*(a - b for a, b in pairs))


def over(ground: QColor, place: int) -> QColor:
    """Lay the tint of what a search found over a ground."""
    name, share = dyes.LIT[place]
    mixed = (
        share * tint + (1 - share) * under
        for tint, under in zip(rgb(QColor(name)), rgb(ground), strict=True)
    )
    return QColor.fromRgbF(*mixed)


@pytest.mark.parametrize("t", THEMES)
def test_text_is_read_on_every_ground(t: Tones) -> None:
    for ink, ground in product((t.text, t.faint, t.accent), (t.window, t.base, t.chosen, t.chip)):
        wanted = READ_WELL if t.contrast or ink == t.text else READ
        assert contrast(ink, ground) >= wanted, (ink.name(), ground.name())
    assert contrast(t.base, t.accent) >= (READ_WELL if t.contrast else READ)


@pytest.mark.parametrize("t", THEMES)
def test_fields_are_seen(t: Tones) -> None:
    assert min(contrast(t.edge, ground) for ground in (t.window, t.base)) >= SEEN


@pytest.mark.parametrize("t", THEMES)
def test_text_is_read_on_every_highlight_also_where_it_was_found(t: Tones) -> None:
    wanted = READ_WELL if t.contrast else READ
    for colour in Colour:
        fill = QColor(dyes.FILLS[colour][t.place])
        assert contrast(t.text, fill) >= wanted, colour
        assert contrast(t.text, over(fill, t.place)) >= wanted, colour
    assert contrast(t.text, over(t.base, t.place)) >= READ_WELL


@pytest.mark.parametrize("t", THEMES)
def test_dots_edges_and_strokes_are_seen_on_every_ground(t: Tones) -> None:
    for colour in Colour:
        strong, fill = (QColor(table[colour][t.place]) for table in (dyes.STRONG, dyes.FILLS))
        grounds = (t.window, t.base, t.chosen, t.chip)
        wanted = READ if t.contrast else SEEN
        assert min(contrast(strong, ground) for ground in grounds) >= wanted, colour
        assert contrast(strong, fill) >= SEEN, colour
    for ink in dyes.INKS:
        assert contrast(QColor(ink[t.dark]), t.base) >= SEEN


@pytest.mark.parametrize("t", [tones.CONTRAST_LIGHT, tones.CONTRAST_DARK])
def test_borders_are_seen_in_high_contrast(t: Tones) -> None:
    for ground in (t.window, t.base, t.chosen, t.chip):
        assert contrast(t.line, ground) >= READ


@pytest.mark.parametrize("t", THEMES)
def test_the_eight_colours_are_told_apart(t: Tones) -> None:
    for table in (dyes.FILLS, dyes.STRONG):
        for one, other in combinations(Colour, 2):
            assert apart(table[one][t.place], table[other][t.place]) >= APART, (one, other)


@pytest.mark.parametrize("t", THEMES)
@pytest.mark.parametrize("kind", BLIND)
def test_who_lacks_a_kind_of_cone_tells_highlights_apart(t: Tones, kind: str) -> None:
    """Strokes do so as well, where they are on: see test_strokes."""
    for one, other in combinations(Colour, 2):
        first, second = dyes.FILLS[one][t.place], dyes.FILLS[other][t.place]
        assert apart(first, second, BLIND[kind]) >= APART_TO_FEW, (one, other)
