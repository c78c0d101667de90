"""The front door: Reader looks, Library commits, undoes and redoes.

Panes are handed a Reader; only the desk (or the command line) holds a Library. A connection belongs
to the thread that opened it: a worker opens a Reader of its own.
"""

from core.library.reader import Reader
from core.library.writer import Library
from core.store.write import Past

__all__ = ["Library", "Past", "Reader"]
