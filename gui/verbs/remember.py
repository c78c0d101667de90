"""Preferences kept for the next time; where that fails, the window says so."""

from typing import TYPE_CHECKING

from core.errors import MeipiError
from core.settings import Settings, save

if TYPE_CHECKING:
    from gui.parts.notice import Notice


def remember(settings: Settings, notice: "Notice") -> None:
    try:
        save(settings)
    except MeipiError as error:
        notice.warn(error)
