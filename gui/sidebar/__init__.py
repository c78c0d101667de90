"""The far left of the window: shelves, searches that are kept, tags and sources."""

from gui.sidebar.pane import Sidebar
from gui.sidebar.shelf import Shelf

__all__ = ["Shelf", "Sidebar"]
