"""A look through the whole library, on a worker, one at a time.

Who asks while one is under way is given another after it: what was read then may be old already.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from core.errors import MeipiError
from gui import work

Found = TypeVar("Found")


class Looking(QObject, Generic[Found]):
    """One question to the library; `then` hears the answer, `failed` what stood against it."""

    def __init__(
        self,
        look: Callable[[], Found],
        then: Callable[[Found], None],
        failed: Callable[[MeipiError], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look, self._then, self._failed = look, then, failed
        self._job: work.Job[Found] | None = None
        self._late = False

    @property
    def is_on(self) -> bool:
        return self._job is not None

    def begin(self) -> None:
        """Look now, or once more when what is under way has ended."""
        if self.is_on:
            self._late = True
        else:
            self._job = work.run(
                lambda _progress: self._look(), self._then, self._failed, ended=self._ended
            )

    def _ended(self) -> None:
        self._job, late, self._late = None, self._late, False
        if late:
            self.begin()
