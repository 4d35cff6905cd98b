"""The commands, listed by hand, and what they have in common."""

from __future__ import annotations

import typer

from claims.cli.baseline import baseline
from claims.cli.batch import batch
from claims.cli.check import check
from claims.cli.explain import explain
from claims.cli.facts import facts
from claims.cli.init import init
from claims.cli.inspect import inspect
from claims.cli.schema import schema
from claims.cli.test import test
from claims.cli.verify import verify

COMMANDS = (check, verify, batch, inspect, explain, test, baseline, init, schema)

_EPILOG = "Exit status: 0 nothing found, 1 findings, 2 bad usage or bad files."

app = typer.Typer(
    help="The linter for facts: checks what texts claim against a facts file, offline and explained.",
    epilog=_EPILOG,
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for command in COMMANDS:
    app.command()(command)
app.add_typer(facts, name="facts")


@app.callback()
def main(
    version: bool = typer.Option(False, "--version", "-V", help="Show the version.", is_eager=True),
) -> None:
    """The linter for facts: checks what texts claim against a facts file, offline and explained."""
    # the version alone is answered in claims.__main__, before typer is imported; this is for the help
    if version:
        from claims import __version__

        typer.echo(f"claims {__version__}")
        raise typer.Exit
