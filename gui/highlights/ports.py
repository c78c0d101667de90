"""What the inspector needs of the tag widgets it is handed; it knows no more of them."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance

from core.model import Tag

#: When (milliseconds), who, and what: one line of a highlight's history.
HistoryLine = tuple[int, str, str]


class GivesTags(Protocol):
    """A field: `given` tells the path typed or chosen, `left` that the reader is done."""

    @property
    def given(self) -> SignalInstance: ...
    @property
    def left(self) -> SignalInstance: ...
    def set_tags(self, tags: Sequence[Tag], /) -> None: ...


class ShowsTags(Protocol):
    """Chips: `dropped` tells the id of a tag that is no longer wanted."""

    @property
    def dropped(self) -> SignalInstance: ...
    def show_tags(self, tags: Sequence[Tag], /) -> None: ...
    def close_to_writing(self, why: str, /) -> None: ...
