"""A picture as the bytes of a file: SVG, to be scaled and edited, or PNG, for sharp screens."""

from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter

from core.errors import Refused

TWICE = 2
HIGHEST = 30_000  # pixels of a PNG


class Picture(Protocol):
    """What can be drawn whole."""

    name: str

    def whole(self) -> QSizeF: ...

    def paint_whole(self, painter: QPainter) -> None: ...

    def logicalDpiX(self) -> int: ...


def svg(picture: Picture) -> bytes:
    from PySide6.QtSvg import QSvgGenerator  # when one is saved

    buffer, size = QBuffer(), picture.whole()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setSize(size.toSize())
    made.setViewBox(QRectF(0, 0, size.width(), size.height()))
    made.setResolution(picture.logicalDpiX())
    made.setTitle(picture.name)
    with QPainter(made) as painter:
        picture.paint_whole(painter)
    return bytes(buffer.data().data())


def png(picture: Picture) -> bytes:
    size = picture.whole()
    scale = min(TWICE, int(HIGHEST // size.height()))
    if not scale:
        raise Refused("The picture is too tall for a PNG.", "Filter the findings, or save an SVG.")
    pixels = QSize(int(size.width() * scale), int(size.height() * scale))  # whole ones, all painted
    image = QImage(pixels, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        picture.paint_whole(painter)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
