"""``claims facts``: the facts themselves.

    claims facts lint facts/
    claims facts show coalition.*
    claims facts draft report-2024.docx --output-file facts/report.yaml

Linting shows every mistake at once, and advice that is not one.
"""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import options as opt
from claims.cli.status import FINDINGS, OK

facts = typer.Typer(help="Look at facts and lint them.", no_args_is_help=True, rich_markup_mode=None)

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="PATH", help="Facts files or folders; none: those of the project.")
]
Trusted = Annotated[str, typer.Argument(metavar="FILE", help="A text that is known to be right.")]
Wanted = Annotated[str | None, typer.Argument(metavar="SELECTOR", help="entity.attribute, with globs; none: all.")]


@facts.command()
def lint(
    paths: Paths = None, rules: opt.Rules = None, config: opt.Config = None, isolated: opt.Isolated = False
) -> None:
    """Find the mistakes in facts and rules, all at once, and the facts that break a requirement."""
    from claims.cli import output
    from claims.cli.linting import lint_facts
    from claims.cli.project import find_project

    project = find_project(paths or (), rules or (), config=config, isolated=isolated)
    lines, clean = lint_facts(project)
    output.write("".join(f"{line}\n" for line in lines))
    raise typer.Exit(OK if clean else FINDINGS)


@facts.command()
def draft(
    file: Trusted,
    *,
    rules: opt.Rules = None,
    output_file: opt.OutputFile = None,
    language: opt.Language = None,
    date: opt.Date = None,
    about: opt.About = None,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
) -> None:
    """Propose a facts file from a text that is known to be right, for you to edit."""
    from claims.cli.drafting import draft_facts
    from claims.cli.project import find_project, read_as, start_of

    project = find_project((), rules or (), start=start_of([file]), config=config, isolated=isolated, needs_facts=False)
    draft_facts(file, project, read_as(project, language, date, about, None), output_file)


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
