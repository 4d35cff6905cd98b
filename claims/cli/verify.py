"""``claims verify``: claims that are already structured, against facts.

    claims verify claims.yaml --facts facts/

A file holds ``{entity, attribute, value}`` records in YAML, JSON, JSON Lines or CSV.
"""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import options as opt

Files = Annotated[list[str], typer.Argument(metavar="FILE", help="Claims files: .yaml, .json, .jsonl or .csv.")]


def verify(
    files: Files,
    *,
    facts: opt.Facts = None,
    rules: opt.Rules = None,
    as_of: opt.AsOf = None,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    output_format: opt.Format = opt.ReportFormat.TEXT,
    output_file: opt.OutputFile = None,
    color: opt.ColorChoice = opt.Color.AUTO,
    verbose: opt.Verbose = 0,
    explain: opt.Explain = False,
    fail_level: opt.FailLevel = None,
    exit_zero: opt.ExitZero = False,
    require_support: opt.RequireSupport = False,
    min_checked: opt.MinChecked = 0,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
    no_cache: opt.NoCache = False,
) -> None:
    """Check structured claims against facts.

    A file holds records of entity, attribute and value in YAML, JSON, JSON Lines or CSV.
    """
    from claims.cli.checking import verify_files
    from claims.cli.concluding import Demands, Presentation
    from claims.cli.project import find_project, start_of
    from claims.cli.times import judging_time
    from claims.reports.narrowing import Choice

    project = find_project(
        facts or (), rules or (), start=start_of(files), config=config, isolated=isolated, no_cache=no_cache
    )
    status = verify_files(
        files,
        project,
        time=judging_time(as_of),
        choice=Choice.of(select or project.configuration.select, ignore or project.configuration.ignore),
        presentation=Presentation(output_format.value, output_file, color.value, verbose, explain),
        demands=Demands(project.fail_level(fail_level), exit_zero, require_support, min_checked),
    )
    raise typer.Exit(status)
