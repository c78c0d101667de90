"""What is changed of findings in the ledger: a field mended, findings removed, one judged.

Each is one deed; the desk does it, and says why where it cannot.
"""

from dataclasses import replace

from core.annotate import findings
from core.change import Change, Record
from core.errors import Refused
from core.finding import Bearing, Evidence, Outcome
from gui.desk import Desk


def mend(desk: Desk, one: str, field: str, value: object) -> bool:
    """Let one field of a finding say something else; one that is gone comes back by it."""

    def change() -> Change:
        said = _confidence(value) if field == "confidence" else value
        was = desk.reader.finding(one)
        return findings.mend(was, replace(was, **{field: said}))  # type: ignore[arg-type]

    return desk.write(Record.FINDING if value else None, one, change)


def remove(desk: Desk, ones: tuple[str, ...]) -> None:
    desk.commit(lambda: findings.remove([desk.reader.finding(one) for one in ones]))


def judge(desk: Desk, one: str, outcome: Outcome, mark: str) -> None:
    """Say what became of a finding, and by which highlight that is known, "" for none."""

    def change() -> Change:
        was = desk.reader.finding(one)
        judged = findings.judge(was, outcome)
        if not mark:
            return judged
        others = (each for each in was.evidence if each.highlight != mark)
        now = replace(was, evidence=(*others, Evidence(mark, Bearing.DECIDES)))
        return replace(judged, edits=(*judged.edits, *findings.mend(was, now).edits))

    desk.commit(change)


def _confidence(value: object) -> int | None:
    """Read a confidence out of what was typed; nothing is none."""
    from gui.highlights.finding.figures import typed_percent  # once one is typed

    typed = "" if value is None else str(value).strip()
    sure = typed_percent(typed)
    if typed and sure is None:
        raise Refused("A confidence is a whole number from 0 to 100.", "Leave it empty for none.")
    return sure
