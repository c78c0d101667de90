"""Where words begin and end in a laid-out text, in UTF-16 units."""

from PySide6.QtCore import QTextBoundaryFinder

from gui.units import Units, length

Kind = QTextBoundaryFinder.BoundaryType
HAN = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003fffd"))


def grapheme(text: str, offset: int, by: int) -> int:
    """Give the next (by 1) or last (by -1) place where a caret may stand."""
    return _step(Kind.Grapheme, text, offset, by)


def word(text: str, offset: int, by: int) -> int:
    """Give the end of this or the next word (by 1), or the beginning of the last (by -1)."""
    finder = QTextBoundaryFinder(Kind.Word, text)
    finder.setPosition(offset)
    wanted = QTextBoundaryFinder.BoundaryReason
    wanted_here = wanted.EndOfItem if by > 0 else wanted.StartOfItem
    while True:
        place = finder.toNextBoundary() if by > 0 else finder.toPreviousBoundary()
        if place < 0:
            return length(text) if by > 0 else 0
        if finder.boundaryReasons() & wanted_here:
            return place


def around(text: str, offset: int) -> tuple[int, int]:
    """Give the word at a place: between the borders of Unicode's UAX 29, or as Chinese is cut.

    Of a space it is the word before.
    """
    start, end = _chinese(text, offset) or _between(text, offset)
    units = Units(text)
    space = text[units.to_core(start) : units.to_core(end)].isspace()
    return around(text, grapheme(text, start, -1)) if space and start else (start, end)


def _chinese(text: str, offset: int) -> tuple[int, int] | None:
    units = Units(text)
    place = units.to_core(offset)
    if place >= len(text) or not is_han(text[place]):
        return None
    from core.glossary import word_at  # not for the first picture

    found = word_at(text, place)
    return (units.to_qt(found.start), units.to_qt(found.end)) if found else None


def _between(text: str, offset: int) -> tuple[int, int]:
    finder = QTextBoundaryFinder(Kind.Word, text)
    finder.setPosition(offset)
    start = offset if finder.isAtBoundary() else max(finder.toPreviousBoundary(), 0)
    finder.setPosition(offset)
    end = finder.toNextBoundary()
    return start, end if end >= 0 else length(text)


def is_han(character: str) -> bool:
    return any(first <= character <= last for first, last in HAN)


def _step(kind: Kind, text: str, offset: int, by: int) -> int:
    finder = QTextBoundaryFinder(kind, text)
    finder.setPosition(offset)
    place = finder.toNextBoundary() if by > 0 else finder.toPreviousBoundary()
    return max(place, 0) if by < 0 else (place if place >= 0 else length(text))
