"""A small page to give a tag without leaving the text: a tag field over all there is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.model import Tag
from gui.parts.overlay import Overlay
from gui.tags.field import TagAmong, TagField
from gui.tags.offer_list import OfferList
from gui.tongue import tr

WIDTH, LIST_HEIGHT = 300, 224


class TagPopup(Overlay):
    """Opened at a point; closes after Enter, Esc or a click elsewhere, but not if refused."""

    given = Signal(str)
    kind: type[TagField] = TagField

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, WIDTH)
        self.setAccessibleName(tr("Give a tag"))
        self._list = OfferList(self)
        self._list.offers.modelReset.connect(self._fit)
        self.field = self.kind(self, self._list)
        self.field.given.connect(self._give)
        self.field.left.connect(self.close)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self._list)
        self.setFocusProxy(self.field)

    def open_beside(self, place: QRect, tags: Sequence[Tag]) -> None:
        """Open beside a place of the screen, where it is seen whole."""
        self.field.clear()
        self.field.set_tags(tags)
        self.field.offer_all()
        self.stand_beside(place)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        """Be as high as what there is to choose from."""
        height = min(self._list.rows_height(), LIST_HEIGHT)
        self._list.setVisible(self._list.offers.rowCount() > 0)
        self._list.setFixedHeight(height)
        self._column.activate()
        self.adjustSize()
        if self.isVisible():
            self.stay()

    def _give(self, path: str) -> None:
        self.given.emit(path)
        if self.field.text():  # it was refused
            self.field.offer_all()
        else:
            self.close()


class AmongPopup(TagPopup):
    """Opened to choose one of the tags that there are."""

    kind = TagAmong
