"""What is due: findings that wait for a judgement on a given day."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from core.finding import Finding, Status

NO_TIME = timedelta(0)


class Standing(StrEnum):
    """How a finding stands to a day.

    It runs from its first day, and is over on its last. Closed is what the reader dropped or
    settled without saying what became of it.
    """

    JUDGED = "judged"
    CLOSED = "closed"
    NEVER = "never due"
    OVER = "over"
    RUNS = "runs"
    AHEAD = "ahead"


def judge_by(one: Finding) -> date | None:
    """Give the day on which a finding can be judged at the latest: its last, or its only one."""
    return (one.due.latest or one.due.earliest) if one.due else None


def standing(one: Finding, today: date) -> Standing:
    """Say how a finding stands to a day."""
    if one.outcome is not None:
        return Standing.JUDGED
    if one.status in (Status.DROPPED, Status.SETTLED):
        return Standing.CLOSED
    last = judge_by(one)
    if one.due is None or last is None:
        return Standing.NEVER
    if last <= today:
        return Standing.OVER
    return Standing.RUNS if (one.due.earliest or today) <= today else Standing.AHEAD


def due(findings: Iterable[Finding], today: date, ahead: timedelta = NO_TIME) -> list[Finding]:
    """Give what is to be judged on a day, or so long ahead of it; what waits longest comes first.

    A finding is due on the last of its days, not before: until then it may still come true.
    """
    waiting = [
        (last, one)
        for one in findings
        if (last := judge_by(one)) is not None
        and last - today <= ahead
        and standing(one, last) is Standing.OVER
    ]
    return [one for _, one in sorted(waiting, key=lambda item: (item[0], item[1].id))]
