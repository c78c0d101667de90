"""A stroke of its own for each colour: told apart without any colour."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from core.model import Colour
from gui import theme
from gui.parts import strokes

WIDE, HIGH = 48, 12
DIFFERENT = 20  # pixels


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    yield
    strokes.apply("contrast")
    theme.apply(qapp, "light")


def drawn(paint, wide: int = WIDE, high: int = HIGH) -> QImage:
    image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
    return image


def inked(image: QImage) -> set[tuple[int, int]]:
    """Give where there is ink, whatever its colour."""
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {(x, y) for x, y in places if image.pixelColor(x, y).alpha() > 127}


def test_strokes_are_told_apart_by_their_shape_alone() -> None:
    line = QLineF(0, HIGH / 2, WIDE, HIGH / 2)
    shapes = {c: inked(drawn(lambda p, c=c: strokes.along(p, c, line))) for c in Colour}
    for one, other in combinations(Colour, 2):
        assert len(shapes[one] ^ shapes[other]) >= DIFFERENT, (one, other)


@pytest.mark.parametrize("colour", Colour)
def test_a_stroke_keeps_within_its_height(colour: Colour) -> None:
    line = QLineF(0, HIGH / 2, WIDE, HIGH / 2)
    rows = {y for _, y in inked(drawn(lambda p: strokes.along(p, colour, line)))}
    assert max(rows) - min(rows) <= strokes.HEIGHT + 1


def test_spots_have_their_stroke_under_them_only_where_strokes_are_on() -> None:
    def spot(painter: QPainter) -> None:
        strokes.spot(painter, Colour.RED, QPointF(14, 14), 9.5)

    strokes.apply("never")
    without = inked(drawn(spot, 28, 28))
    strokes.apply("always")
    assert inked(drawn(spot, 28, 28)) != without


def test_edges_of_two_colours_differ_by_shape_where_strokes_are_on() -> None:
    def edge(colour: Colour) -> set[tuple[int, int]]:
        return inked(drawn(lambda p: strokes.upright(p, colour, QRectF(4, 0, 4, 40)), 12, 40))

    strokes.apply("never")
    assert edge(Colour.RED) == edge(Colour.GREEN)
    strokes.apply("always")
    assert edge(Colour.RED) != edge(Colour.GREEN)


def test_strokes_come_with_high_contrast_unless_the_reader_says_otherwise(
    qapp: QApplication,
) -> None:
    said = []
    for wanted in ("contrast", "always", "never"):
        strokes.apply(wanted)
        for mode in ("light", "contrast_dark"):
            theme.apply(qapp, theme.mode(mode))
            said.append(strokes.on())
    assert said == [False, True, True, True, False, False]
