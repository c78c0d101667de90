"""The command `meipi` with its verbs, and what becomes of everything that can go wrong.

A bug is not caught: it ends with a traceback, as it should.
"""

import sys
from collections.abc import Sequence
from importlib import metadata

import click

from core.cli import (
    VERBS,
    checking,
    concluding,
    doing,
    exporting,
    keeping,
    looking,
    measuring,
    merging,
    relating,
    searching,
    sharing,
    stopped,
    terms,
)
from core.cli.options import examples
from core.cli.screen import complain, speak_utf8
from core.errors import MeipiError


class Verbs(click.Group):
    """The verbs in the order in which one learns them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [verb for verb in VERBS if self.get_command(ctx, verb)]


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"meipi {version()}")
        ctx.exit()


def version() -> str:
    """Give the version installed; a tree that was never installed has none."""
    try:
        return metadata.version("meipi")
    except metadata.PackageNotFoundError:
        return "(not installed)"


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "meipi import page.txt",
        'meipi highlight 3f2a --quote "10 to 20 years" --tag claim/forecast',
        "meipi export markdown --tag claim/forecast -o notes/",
    ),
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version.",
)
def meipi() -> None:
    """Meipi 眉批: read bilingual research, mark what matters, keep it on your own disk.

    Without a verb, or with a file alone, `meipi` opens its window. Every verb takes --library FILE
    and --json. Exit codes: 0 done, 1 something to mend, 2 wrong use.
    """


for command in (
    doing.import_,
    looking.parse,
    looking.list_,
    looking.show,
    searching.search_,
    measuring.quantities_,
    doing.highlight,
    concluding.findings,
    concluding.due,
    concluding.judge,
    relating.relate,
    looking.tags,
    terms.glossary,
    exporting.export,
    sharing.share,
    merging.merge,
    merging.agreement,
    doing.undo,
    doing.redo,
    looking.history,
    checking.check,
    keeping.backup,
    keeping.restore,
):
    meipi.add_command(command)


TRY = "Check its name, and that it may be used."


def run(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says and give the exit code."""
    speak_utf8()
    stopped.begin()
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except MeipiError as error:
        complain(str(error))
        return 1
    except OSError as error:
        complain(f"{error.filename or 'A file'} could not be used: {error.strerror}. {TRY}")
        return 1
    except (KeyboardInterrupt, click.Abort):
        complain(stopped.told())
        return 130


def _run(argv: Sequence[str]) -> int:
    try:
        with meipi.make_context("meipi", list(argv)) as context:
            return int(meipi.invoke(context) or 0)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
