"""Which tags stand together: a table, and a square of numbers."""

from gui.dialogs.together.dialog import TogetherDialog

__all__ = ["TogetherDialog"]
