"""``claims check``: texts against facts.

    claims check docs/ --facts facts/
    claims check - --stdin-filename note.md < note.md
    claims check news.jsonl --as-of 2024-10-01 --output-format json
    claims check products.json --fields "products.*.description"

Records are checked each by its own language and date; the strings of a file of data are one text.
"""

from __future__ import annotations

import typer

from claims.cli import options as opt
from claims.cli.choices import CheckOptions


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
    read_all: opt.ReadAll = False,
    fields: opt.Fields = None,
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
    options = dict(locals())  # the parameters of this command are, but for the paths, the fields of CheckOptions
    del options["paths"]
    raise typer.Exit(CheckOptions(**options).check(paths))
