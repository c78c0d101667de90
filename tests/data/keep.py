"""Keep a library of the format of today, for the tests of all formats to come.

    python tests/data/keep.py

Run once for every version of the format that is released, and never again for that version.
`between-1.meipi` is of a version that was never released, but was in use: of the first format, with
tables for terms and searches and an index. A share is kept beside each library but the second.
"""

import sys
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core import annotate, schema
from core.annotate import findings, pairs, vocabulary
from core.annotate.findings import Draft
from core.codec import pair_id
from core.finding import Due, Evidence, Figure, Outcome, Relation, Result
from core.library import Library
from core.model import Article, Stance
from core.share import make
from tests.generate import mark
from tests.given import ANNA, BEN, made

FOLDER = Path(__file__).parent
PAGE = "稀土矿产"
ALIASES = ("预测", "outlook")
NOTE = "供应链 *why* 10 to 20 years?"
START = 1_762_663_572_000


def keep(path: Path) -> None:
    """Do one of each deed, so that every table has rows; the last step of undo is a tag."""
    title, small = "中国稀土替代品要找多久", "Output is small"
    one = replace(made(title, "A supply chain could take 10 to 20 years", small), page=PAGE)
    newer = made(title, "A supply chain could take 12 to 20 years", small)
    with Library(path, ANNA, iter(range(START, 2**41, 1000)).__next__) as library:
        library.commit(library.add([one, made("另一篇", "Something else")]).change)
        marked = library.commit(mark(one)).edits[0].record
        library.commit(annotate.note(library.highlight(marked), NOTE))
        library.commit(annotate.judge([library.highlight(marked)], Stance.DOUBT))
        library.commit(library.add([newer]).change)
        removed = library.commit(mark(newer)).edits[0].record
        library.commit(annotate.remove([library.highlight(removed)]))
        library.undo()
        library.redo()
        with tempfile.TemporaryDirectory() as folder:
            library.merge(_bens(Path(folder) / "ben.meipi", one), source="ben.meipi")
        library.commit(annotate.define("稀土", ["rare earth"], whole=True))
        library.commit(annotate.keep_search("mine", "稀土"))
        conclude(library, marked, one)
        known = library.tags()
        forecast = next(tag for tag in known if tag.path == "claim/forecast")
        library.commit(vocabulary.call(forecast, ALIASES, known))
        library.commit(annotate.tag([library.highlight(marked)], "claim/forecast", library.tags()))


def _bens(path: Path, one: Article) -> Path:
    """Make the library of somebody else, who marked another article."""
    other = made("第三篇", "Ben has this alone")
    with Library(path, BEN, iter(range(START + 500, 2**41, 1000)).__next__) as library:
        library.commit(library.add([other]).change)
        marked = library.commit(mark(other)).edits[0].record
        library.commit(annotate.note(library.highlight(marked), "his"))
        library.commit(annotate.keep_private([library.highlight(marked)], private=True))
    return path


def conclude(library: Library, marked: str, one: Article) -> None:
    """Make a finding, mend and judge it, and judge a pair."""
    figure = Figure("duration", Decimal(10), Decimal(20), "year", said="10 to 20 years")
    due = Due(date(2035, 11, 9), date(2045, 11, 9), "year")
    draft = Draft(
        "自给要十到二十年", (Evidence(marked),), figure=figure, due=due, tags=("claim/forecast",)
    )
    library.commit(findings.find(draft, library.tags()))
    (finding,) = library.findings()
    library.commit(findings.mend(finding, replace(finding, confidence=70, note=NOTE)))
    outcome = Outcome(Result.PARTLY, date(2036, 1, 1))
    library.commit(findings.judge(library.finding(finding.id), outcome))
    claims = (findings.whole(one, 1), findings.whole(one, 2))
    said = library.said(pair_id(Relation.ECHOES, *claims))
    library.commit(pairs.relate(Relation.ECHOES, claims, said, confirmed=False))


if __name__ == "__main__":
    place = FOLDER / f"library-{schema.VERSION}.meipi"
    place.unlink(missing_ok=True)
    keep(place)
    place.with_name(f"{place.name}-journal").unlink(missing_ok=True)
    share = FOLDER / f"share-{schema.VERSION}.meipi"
    share.unlink(missing_ok=True)
    make.make(place, share, make.Choice(), ANNA, lambda: datetime(2026, 11, 29, tzinfo=UTC))
