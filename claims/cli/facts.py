"""``claims facts``: the facts themselves.

    claims facts lint facts/
    claims facts show coalition.*

Linting shows everything that needs a person at once: :mod:`claims.auditing.checks` lists what it looks for.
"""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import options as opt

facts = typer.Typer(help="Look at facts and lint them.", no_args_is_help=True, rich_markup_mode=None)

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="PATH", help="Facts files or folders; none: those of the project.")
]
Wanted = Annotated[str | None, typer.Argument(metavar="SELECTOR", help="entity.attribute, with globs; none: all.")]


@facts.command()
def lint(
    paths: Paths = None,
    *,
    rules: opt.Rules = None,
    as_of: opt.AsOf = None,
    output_format: opt.ShowFormat = opt.DataFormat.TEXT,
    output_file: opt.OutputFile = None,
    color: opt.ColorChoice = opt.Color.AUTO,
    fail_level: opt.FailLevel = None,
    exit_zero: opt.ExitZero = False,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
) -> None:
    """Find all that needs a person in facts and rules, each with its place and what to do.

    Mistakes in the files, facts that break a rule, sources that disagree, gaps and overlaps in timelines, names that
    two entities share, values without a time or a source; with --as-of also those that are due to be looked at again.
    """
    from claims.cli.concluding import Demands, Presentation
    from claims.cli.linting import lint_facts
    from claims.cli.project import find_project
    from claims.cli.times import judging_time

    project = find_project(paths or (), rules or (), config=config, isolated=isolated)
    status = lint_facts(
        project,
        judging_time(as_of),
        Presentation(output_format.value, output_file, color.value),
        Demands(project.fail_level(fail_level), exit_zero),
    )
    raise typer.Exit(status)


@facts.command()
def show(
    selector: Wanted = None,
    facts: opt.Facts = None,
    rules: opt.Rules = None,
    output_format: opt.ShowFormat = opt.DataFormat.TEXT,
    output_file: opt.OutputFile = None,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
) -> None:
    """Show facts as a table: value, time, source and place."""
    from claims.cli import output
    from claims.cli.linting import selected_facts
    from claims.cli.project import find_project
    from claims.reports.facts import facts_json, facts_table

    project = find_project(facts or (), rules or (), config=config, isolated=isolated)
    found = selected_facts(project, selector)
    text = facts_json(found) if output_format is opt.DataFormat.JSON else "\n".join(facts_table(found)) + "\n"
    output.write(text, output_file)
