"""The far left of the window: shelves, and searches that are kept."""

from gui.sidebar.pane import Shelf, Sidebar

__all__ = ["Shelf", "Sidebar"]
