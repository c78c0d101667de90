"""Icons are painted as Qt's own reader of SVG paints them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from gui.look import drawing
from resources import HERE

INK = "#334455"
ICONS = sorted(path.stem for path in (HERE / "icons").glob("*.svg"))


def bytes_of(size: int, paint: Callable[[QPainter], None]) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        paint(painter)
    return bytes(image.constBits())


@pytest.mark.parametrize("name", ICONS)
@pytest.mark.parametrize("size", [16, 20, 64])
def test_a_drawing_looks_as_qt_draws_it(name: str, size: int) -> None:
    text = (HERE / "icons" / f"{name}.svg").read_bytes().replace(b"currentColor", INK.encode())
    theirs = bytes_of(size, QSvgRenderer(QByteArray(text)).render)
    ours = bytes_of(size, lambda painter: drawing.paint(painter, name, INK))
    apart = sum(abs(one - other) for one, other in zip(ours, theirs, strict=True))
    assert apart / len(ours) < 0.5  # of 255; a line a tenth of a pixel elsewhere is 3


def test_ends_of_arcs_are_where_the_drawing_has_them() -> None:
    pencil = drawing._Pencil("M4 9h10.25a5.25 5.25 0 0 1 0 10.5H9.5")
    assert pencil.path.currentPosition().toTuple() == (9.5, 19.5)
    assert round(pencil.path.boundingRect().right(), 3) == 19.5
