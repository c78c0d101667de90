"""The reader's tags in order: all of them, and what one is called and used by."""

from gui.dialogs.tags.dialog import TagsDialog
from gui.dialogs.tags.model import TagsModel

__all__ = ["TagsDialog", "TagsModel"]
