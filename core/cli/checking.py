"""The verb check: is the library sound, and if not, where."""

import click

from core import backup
from core import check as checking
from core.backup import Reason
from core.cli.options import Asked, common, examples
from core.cli.prose import count
from core.cli.screen import plain, progress


@click.command(epilog=examples("meipi check", "meipi check --library team.meipi --rebuild"))
@click.option("--rebuild", is_flag=True, help="First rebuild the cache from the log.")
@common
def check(rebuild: bool, asked: Asked) -> int:
    """Say whether the library is sound.

    Checks pages, tables, keys and hashes, and compares the cache with the log. If something is
    wrong, the exit code is 1, with a line for every problem. --rebuild repairs a cache that differs
    from the log; what was read and done is never changed, and a copy is made first.
    """
    asked.look().close()
    before = None
    with progress() as tell:
        if rebuild:
            tell(f"Copying {asked.path.name} …")
            before = str(backup.keep(asked.path, Reason.REBUILD))
            tell("Rebuilding the cache …")
            checking.rebuild(asked.path)
        report = checking.check(
            asked.path, lambda done, total: tell(f"Looking … {done * 100 // total} %")
        )
    (backup.mark_sound if report.sound else backup.mark_damaged)(asked.path)
    shape: dict[str, object] = {
        "sound": report.sound,
        "articles": report.articles,
        "highlights": report.highlights,
        "revisions": report.revisions,
        "findings": list(report.findings),
    }
    lines = [plain(finding) for finding in report.findings] or [_sound(report)]
    if before:
        shape["before"] = before
        lines.insert(0, f"What was there before is kept in {plain(before)}.")
    asked.answer(shape, lines)
    return 0 if report.sound else 1


def _sound(report: checking.Report) -> str:
    held = ", ".join(
        (
            count(report.articles, "article"),
            count(report.highlights, "highlight"),
            count(report.revisions, "revision"),
        )
    )
    return f"The library is sound: {held}."
