"""Keep a library of the format of today, for the tests of all formats to come.

    python tests/data/keep.py

Run once for every version of the format that is released, and never again for that version.
"""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core import annotate, schema
from core.library import Library
from core.model import Stance
from tests.generate import mark
from tests.given import ANNA, made

FOLDER = Path(__file__).parent
NOTE = "供应链 *why* 10 to 20 years?"


def keep(path: Path) -> None:
    """Do one of each deed, so that every table has rows; the last step of undo is a tag."""
    title, small = "中国稀土替代品要找多久", "Output is small"
    one = made(title, "A supply chain could take 10 to 20 years", small)
    newer = made(title, "A supply chain could take 12 to 20 years", small)
    with Library(path, ANNA, iter(range(1_762_663_572_000, 2**41, 1000)).__next__) as library:
        library.commit(library.add([one, made("另一篇", "Something else")]).change)
        marked = library.commit(mark(one)).edits[0].record
        library.commit(annotate.note(library.highlight(marked), NOTE))
        library.commit(annotate.judge([library.highlight(marked)], Stance.DOUBT))
        library.commit(library.add([newer]).change)
        removed = library.commit(mark(newer)).edits[0].record
        library.commit(annotate.remove([library.highlight(removed)]))
        library.undo()
        library.redo()
        library.commit(annotate.tag([library.highlight(marked)], "claim/forecast", library.tags()))


if __name__ == "__main__":
    place = FOLDER / f"library-{schema.VERSION}.meipi"
    place.unlink(missing_ok=True)
    keep(place)
    place.with_name(f"{place.name}-journal").unlink(missing_ok=True)
