"""``claims baseline``: write down what is found now, so that only new findings speak.

    claims baseline docs/ -o .claims-baseline.json
    claims check docs/ --baseline .claims-baseline.json

The options that change what is found have to be those of ``claims check``.
"""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import options as opt

Output = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output-file",
        metavar="FILE",
        help="Where to write it (default: what the configuration names, or .claims-baseline.json).",
    ),
]


def baseline(
    paths: opt.Texts,
    *,
    output_file: Output = None,
    facts: opt.Facts = None,
    rules: opt.Rules = None,
    as_of: opt.AsOf = None,
    language: opt.Language = None,
    date: opt.Date = None,
    about: opt.About = None,
    exclude: opt.Exclude = None,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
    no_cache: opt.NoCache = False,
) -> None:
    """Write down what is found now, for `claims check --baseline`."""
    from claims.cli.known import write_known
    from claims.cli.project import find_project, read_as, start_of
    from claims.cli.times import judging_time

    project = find_project(
        facts or (), rules or (), start=start_of(paths), config=config, isolated=isolated, no_cache=no_cache
    )
    reading = read_as(project, language, date, about, exclude)
    raise typer.Exit(write_known(paths, project, reading, time=judging_time(as_of), path=output_file))
