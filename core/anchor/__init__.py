"""Describe a passage, and find it again in another edition of its article.

The idea is W3C Web Annotation's: position, quote and context together. A place in a new edition
must be vouched for by two witnesses: what became of the old text, and a search for the quote. A
wrong place is worse than none. What to show for a highlight without a place is left to others.
"""

from core.anchor.locate import Locator, Placement, locate
from core.anchor.passage import CONTEXT, describe, snap

__all__ = ["CONTEXT", "Locator", "Placement", "describe", "locate", "snap"]
