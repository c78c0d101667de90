"""One text, and the quantities in it, for the tests of this room."""

from core.quantity import Quantity, quantities


def only(text: str) -> Quantity:
    """Give the one quantity of a text."""
    (found,) = quantities(text)
    return found


def said(text: str) -> list[str]:
    """Give what stands at the spans of a text's quantities."""
    return [text[one.start : one.end] for one in quantities(text)]
