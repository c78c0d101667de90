"""What a search finds: articles with the places that say it, and why. Loaded with the first key."""

from gui.search.pane import ResultsPane

__all__ = ["ResultsPane"]
