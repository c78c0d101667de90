"""The insight tree: what an article says, row by row, with what the reader marked."""

from gui.insights.pane import InsightPane

__all__ = ["InsightPane"]
