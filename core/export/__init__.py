"""Articles with their highlights, as Markdown that opens well anywhere.

Nothing that a title, a text or a note contains can break a document or bring markup into it. What
is exported, and where it goes, is asked elsewhere.
"""

from core.export.document import Note, file_name, markdown, notes, write_notes
from core.export.template import BadTemplate, Template, load
from core.export.write import Beside, write_file

__all__ = [
    "BadTemplate",
    "Beside",
    "Note",
    "Template",
    "file_name",
    "load",
    "markdown",
    "notes",
    "write_file",
    "write_notes",
]
