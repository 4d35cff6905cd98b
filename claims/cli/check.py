"""``claims check``: texts against facts.

    claims check docs/ --facts facts/
    claims check - --stdin-filename note.md < note.md
    claims check news.jsonl --as-of 2024-10-01 --output-format json

Records are checked each by its own language and date.
"""

from __future__ import annotations

import typer

from claims.cli import options as opt


def check(
    paths: opt.Texts,
    *,
    facts: opt.Facts = None,
    rules: opt.Rules = None,
    as_of: opt.AsOf = None,
    language: opt.Language = None,
    date: opt.Date = None,
    about: opt.About = None,
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
    exclude: opt.Exclude = None,
    force_exclude: opt.ForceExclude = False,
    baseline: opt.Baseline = None,
    fix: opt.Fix = False,
    diff: opt.Diff = False,
    unsafe_fixes: opt.UnsafeFixes = False,
    changed_since: opt.ChangedSince = None,
    unreadable: opt.OnUnreadable = opt.Unreadable.WARNING,
    stdin_filename: opt.StdinFilename = None,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
    no_cache: opt.NoCache = False,
) -> None:
    """Check texts against facts.

    Reports, to the character, what is contradicted, outdated or in conflict, and counts what nobody can check.
    """
    from dataclasses import replace

    from claims.cli.checking import Fixing, check_texts
    from claims.cli.concluding import Demands, Presentation
    from claims.cli.project import find_project, read_as, start_of
    from claims.cli.times import judging_time
    from claims.reports.narrowing import Choice

    project = find_project(
        facts or (), rules or (), start=start_of(paths), config=config, isolated=isolated, no_cache=no_cache
    )
    reading = read_as(project, language, date, about, exclude, stdin_filename)
    status = check_texts(
        paths,
        project,
        replace(reading, force_exclude=force_exclude, among=project.among(changed_since)),
        time=judging_time(as_of),
        choice=Choice.of(select or project.configuration.select, ignore or project.configuration.ignore),
        presentation=Presentation(output_format.value, output_file, color.value, verbose, explain),
        demands=Demands(
            project.fail_level(fail_level),
            exit_zero,
            require_support,
            min_checked,
            unreadable is opt.Unreadable.ERROR,
        ),
        known=project.known(baseline),
        fixing=Fixing(diff, unsafe_fixes) if fix or diff else None,
    )
    raise typer.Exit(status)
