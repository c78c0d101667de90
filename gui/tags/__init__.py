"""The reader's own words: a field that gives a tag, chips that show the given ones, a popup.

What a tag is and how it is given is core's; these widgets only say what the reader wants.
"""

from gui.tags.chips import TagChips
from gui.tags.field import TagChoice, TagField
from gui.tags.popup import TagPopup

__all__ = ["TagChips", "TagChoice", "TagField", "TagPopup"]
