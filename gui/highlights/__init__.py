"""What was marked: the list of an article's highlights, and all about the chosen one."""

from gui.highlights.inspector import Inspector

__all__ = ["Inspector"]
