"""What is told of a Chinese word where it stands: a card beside it.

What a word is and means is core's; the card shows it, and says what the reader wants done.
"""

from gui.glossary.card import WordCard, WordInfo

__all__ = ["WordCard", "WordInfo"]
