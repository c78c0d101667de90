"""The verbs for what readers conclude: findings lists and adds them, due asks for judgements, judge
gives one.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import click

from core import ledger
from core.annotate import findings as verbs
from core.change import Record
from core.cli import concluded as shapes
from core.cli import options
from core.cli.evidence import gathered, taken
from core.cli.naming import tag_path
from core.cli.options import Asked, common, examples, find, made, words
from core.cli.screen import plain, say_whole
from core.errors import NotFound
from core.finding import Bearing, Finding, Outcome, Result, Status
from core.ledger import Row
from core.ledger.written import written
from core.library import Reader
from core.outline import normal

A_DAY = click.DateTime(["%Y-%m-%d"])
#: An outcome as one word, and the word that takes one back.
RESULTS = {result.value.replace(" ", "-"): result for result in Result}
NONE = "none"
NOTHING_FOUND = "No finding matches. `meipi findings add` makes one."
STATUSES = [status.value for status in Status]


@click.group(
    invoke_without_command=True,
    epilog=examples(
        "meipi findings --status open",
        "meipi findings --csv > ledger.csv",
        'meipi findings add "Self-sufficiency takes 10 to 20 years" --evidence 3f2a:5',
    ),
)
@click.option("--article", type=words, metavar="A", help="Those that rest on this article.")
@click.option("--tag", type=words, metavar="T", help="Those with this tag or one under it.")
@click.option("--status", type=click.Choice(STATUSES), help="Those of this status.")
@click.option("--csv", "as_csv", is_flag=True, help="Answer as a table, in CSV.")
@common
@click.pass_context
def findings(
    context: click.Context,
    *,
    article: str | None,
    tag: str | None,
    status: str | None,
    as_csv: bool,
    asked: Asked,
) -> int:
    """List findings, the newest first, or `add` one."""
    if context.invoked_subcommand is not None:
        if any((article, tag, status, as_csv, asked.library, asked.as_json)):
            raise click.UsageError(f"Options go behind `{context.invoked_subcommand}`.")
        return 0
    with asked.look() as reader:
        wanted = find(reader, article) if article else None
        under = normal(tag_path(reader.tags(), tag)) if tag is not None else ""
        found = [
            row
            for row in ledger.rows(reader)
            if (wanted is None or wanted in row.articles)
            and (status is None or row.finding.status == status)
            and (tag is None or any(_is_under(path, under) for path in row.tags))
        ]
    if as_csv:
        say_whole(written(found))
    else:
        asked.answer([shapes.shape(row) for row in found], shapes.lines(found) or [NOTHING_FOUND])
    return 0


def _is_under(path: str, tag: str) -> bool:
    return f"{normal(path)}/".startswith(f"{tag}/")


@findings.command(
    epilog=examples(
        'meipi findings add "Self-sufficiency takes 10 to 20 years" --evidence 3f2a:5',
        'meipi findings add "Prices will rise" --evidence 6d88 --against 3f2a:7 --confidence 60',
    )
)
@click.argument("statement", type=words)
@click.option(
    "--evidence", multiple=True, type=words, metavar="E", help="What it rests on; repeatable."
)
@click.option(
    "--against", multiple=True, type=words, metavar="E", help="What contradicts it; repeatable."
)
@click.option("--quantity", type=words, metavar="TEXT", help="Its quantity, in words.")
@click.option("--until", type=A_DAY, metavar="DATE", help="The day to judge it by.")
@click.option("--confidence", type=click.IntRange(0, 100), metavar="N", help="In per cent.")
@options.tags(help="A tag; repeatable.")
@click.option("--note", default="", type=words, metavar="MD", help="A note, in Markdown.")
@click.option("--private", is_flag=True, help="Keep it at home when a share is made.")
@common
def add(
    *,
    statement: str,
    evidence: Sequence[str],
    against: Sequence[str],
    quantity: str | None,
    until: datetime | None,
    asked: Asked,
    **said: object,
) -> int:
    """Make a finding of STATEMENT.

    E is a claim, ARTICLE:N (N counted from 1 in reading order), which becomes a highlight, or the
    id of a highlight. The quantity, and when it is due, are read from --quantity, else from
    STATEMENT, else from the evidence.
    """
    with asked.change() as library:
        rests = [gathered(library, one, Bearing.SUPPORTS) for one in evidence]
        rests += [gathered(library, one, Bearing.CONTRADICTS) for one in against]
        figure, due = taken(statement, quantity, rests, until.date() if until else None)
        draft = verbs.Draft(
            statement,
            tuple(one.evidence for one in rests if one.evidence),
            tuple(one.passage for one in rests if one.passage),
            figure=figure,
            due=due,
            **said,  # type: ignore[arg-type]  # the options are named as its fields
        )
        change = library.commit(verbs.find(draft, library.tags()))
        row = made(ledger.rows_of(library, change.records(Record.FINDING)), "finding")
    asked.answer(shapes.shape(row), shapes.lines([row]))
    return 0


@click.command(epilog=examples("meipi due", "meipi due --on 2030-01-01 --json"))
@click.option("--on", "day", type=A_DAY, metavar="DATE", help="Another day than today.")
@click.option("--ahead", default=0, type=click.IntRange(0, 100_000), metavar="DAYS")
@common
def due(*, day: datetime | None, ahead: int, asked: Asked) -> int:
    """List the findings that are due to be judged, the longest overdue first.

    --ahead includes those that come due within so many days.
    """
    today = day.date() if day else _today()
    with asked.look() as reader:
        rows = {row.finding.id: row for row in ledger.rows(reader)}
        waiting = ledger.due(reader.findings(), today, timedelta(days=ahead))
        found = [rows[one.id] for one in waiting]
    lines = shapes.lines(found) or [f"Nothing is due on {today}."]
    asked.answer([shapes.shape(row) for row in found], lines)
    return 0


@click.command(epilog=examples("meipi judge 13a7 came-true", "meipi judge 13a7 none"))
@click.argument("finding", type=words)
@click.argument(
    "result", type=click.Choice([*RESULTS, NONE], case_sensitive=False), metavar="RESULT"
)
@click.option("--on", "day", type=A_DAY, metavar="DATE", help="When it was judged; else today.")
@common
def judge(*, finding: str, result: str, day: datetime | None, asked: Asked) -> int:
    """Say what became of FINDING, an id or the beginning of one.

    RESULT is came-true, failed, partly, unclear or moot; `none` takes a judgement back.
    """
    on = day.date() if day else _today()
    outcome = None if result == NONE else Outcome(RESULTS[result], on)
    with asked.change() as library:
        library.commit(verbs.judge(_find(library, finding), outcome))
        row = made(_rows(library, finding), "finding")
    asked.answer(shapes.shape(row), shapes.lines([row]))
    return 0


def _find(reader: Reader, name: str) -> Finding:
    found = [row.finding for row in _rows(reader, name)]
    if not found:
        raise NotFound(f"No finding has the id {name!r}.", "`meipi findings` shows them all.")
    if len(found) > 1:
        raise NotFound(f"Several findings have an id that begins {plain(name)!r}.", "Give more.")
    return found[0]


def _rows(reader: Reader, name: str) -> list[Row]:
    wanted = name.lower()
    return [row for row in ledger.rows(reader) if wanted and row.finding.id.startswith(wanted)]


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
