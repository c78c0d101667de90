"""A picture as the bytes of a file: SVG, to be scaled and edited, or PNG in twice the size."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from core.errors import DiskTrouble
from gui.ledger.picture import Picture

TWICE = 2
HIGHEST = 30_000  # pixels of a PNG; what is higher than that is cut


def write(path: Path, drawn: bytes) -> None:
    """Write a file, whole or not at all."""
    beside = path.with_name(f".{path.name}.tmp")
    try:
        beside.write_bytes(drawn)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise DiskTrouble(
            f"{path.name} could not be written: {error.strerror}.", "Choose another folder."
        ) from error


def svg(picture: Picture) -> bytes:
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415  when one is saved

    buffer, size = QBuffer(), picture.whole()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setSize(size.toSize())
    made.setViewBox(QRectF(0, 0, size.width(), size.height()))
    made.setResolution(picture.logicalDpiX())
    made.setTitle(picture.accessibleName())
    with QPainter(made) as painter:
        picture.paint_whole(painter)
    return bytes(buffer.data().data())


def png(picture: Picture) -> bytes:
    size = picture.whole().toSize() * TWICE
    image = QImage(QSize(size.width(), min(size.height(), HIGHEST)), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.scale(TWICE, TWICE)
        picture.paint_whole(painter)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
