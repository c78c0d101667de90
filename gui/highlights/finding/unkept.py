"""What was typed of findings and could not be kept, or read: held until one comes back to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gui.highlights.finding.read_field import ReadField
from gui.highlights.finding.statement import Statement


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed of one finding; None of a field is nothing."""

    statement: str = ""
    fields: tuple[str | None, ...] = ()

    def take_up(self, fields: Sequence[ReadField]) -> None:
        for field, text in zip(fields, self.fields, strict=False):
            if text is not None:
                field.take_up(text)


class Unkept:
    """Holds what was typed, by finding."""

    def __init__(self) -> None:
        self._typed: dict[str, Typed] = {}

    def __bool__(self) -> bool:
        return bool(self._typed)

    def first(self) -> str:
        """Give the id of a finding of which something is held, if of any."""
        return next(iter(self._typed), "")

    def remember(self, one: str, statement: Statement, fields: Sequence[ReadField]) -> None:
        stated = statement.text() if statement.is_unkept() else ""
        texts = tuple(field.text() if field.is_unkept() else None for field in fields)
        if one and (stated or any(text is not None for text in texts)):
            self._typed[one] = Typed(stated, texts)

    def take(self, one: str) -> Typed:
        return self._typed.pop(one, Typed())

    def statements(self) -> list[str]:
        return [typed.statement for typed in self._typed.values() if typed.statement]

    def unread(self, one: str, fields: Sequence[ReadField]) -> Iterator[tuple[str, str]]:
        """Give what is held, and what `fields` cannot read of `one`, in words for their notes."""
        here = tuple(field.text() if field.is_troubled() else None for field in fields)
        held = ((each, typed.fields) for each, typed in self._typed.items())
        for finding, texts in (*held, (one, here)):
            for field, text in zip(fields, texts, strict=False):
                if text:
                    yield finding, f"{field.box.accessibleName()}: {text}"
