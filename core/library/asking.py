"""How the parts of a Reader ask: one question of `store`, at one moment."""

from abc import abstractmethod
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")


class Asking:
    """What is there to be asked."""

    @abstractmethod
    def _ask(self, question: Callable[..., Answer], *values: object) -> Answer:
        """Ask a question of `store`, which is given the connection and these values."""
