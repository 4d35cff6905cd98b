"""``claims inspect``: what the reader sees in a text, before anything is judged.

    claims inspect docs/news.md
    claims inspect --text "The Coalition has 85 members." --facts facts/

Numbers and dates are seen without any facts; names and wording need them.
"""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import options as opt

Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH", help="As for check.")]
Text = Annotated[str | None, typer.Option("--text", metavar="TEXT", help="Inspect these words instead of a file.")]
Expect = Annotated[
    str | None,
    typer.Option(
        "--expect", metavar="ENTITY.ATTRIBUTE=VALUE", help="Show the steps to this claim, up to the first that failed."
    ),
]


def inspect(
    paths: Paths = None,
    *,
    text: Text = None,
    expect: Expect = None,
    facts: opt.Facts = None,
    rules: opt.Rules = None,
    language: opt.Language = None,
    date: opt.Date = None,
    about: opt.About = None,
    output_format: opt.ShowFormat = opt.DataFormat.TEXT,
    output_file: opt.OutputFile = None,
    exclude: opt.Exclude = None,
    stdin_filename: opt.StdinFilename = None,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
    no_cache: opt.NoCache = False,
) -> None:
    """Show what is read in texts.

    Numbers and dates are seen without any facts; names, and the claims they make together, need them.
    """
    from claims.cli.inspecting import inspect_texts
    from claims.cli.project import find_project, read_as, start_of

    project = find_project(
        facts or (),
        rules or (),
        start=start_of(paths),
        config=config,
        isolated=isolated,
        no_cache=no_cache,
        needs_facts=False,
    )
    reading = read_as(project, language, date, about, exclude, stdin_filename)
    status = inspect_texts(
        paths or [], text, project, reading, expect=expect, output_format=output_format.value, output_file=output_file
    )
    raise typer.Exit(status)
