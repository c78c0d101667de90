"""The left of the window: the bilingual list of articles."""

from gui.articles.pane import ArticlePane

__all__ = ["ArticlePane"]
