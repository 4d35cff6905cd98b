"""``claims facts``: the facts themselves.

    claims facts lint facts/
    claims facts show coalition.*
    claims facts draft report-2024.docx --output-file facts/report.yaml
    claims facts diff old/facts facts docs/
    claims facts import results.csv --mapping results.map.yaml

Linting shows everything that needs a person at once: :mod:`claims.auditing.checks` lists what it looks for.
"""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import options as opt

facts = typer.Typer(
    help="Look after facts: lint, compare, import and show them.", no_args_is_help=True, rich_markup_mode=None
)

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="PATH", help="Facts files or folders; none: those of the project.")
]
Trusted = Annotated[str, typer.Argument(metavar="FILE", help="A text that is known to be right.")]
Old = Annotated[str, typer.Argument(metavar="OLD", help="Facts as they were: a file or a folder.")]
New = Annotated[str, typer.Argument(metavar="NEW", help="Facts as they are: a file or a folder.")]
Touched = Annotated[
    list[str] | None, typer.Argument(metavar="PATH", help="Texts that the change may touch, as for check.")
]
TablePath = Annotated[str, typer.Argument(metavar="FILE", help="A table: .csv, .tsv, .jsonl or .parquet.")]
Mapping = Annotated[
    str | None, typer.Option("--mapping", metavar="FILE", help="What the columns of the table are (claims-mapping/1).")
]
ShowMapping = Annotated[
    bool, typer.Option("--show-mapping", help="Show the mapping that the header gives, instead of the facts.")
]
Wanted = Annotated[str | None, typer.Argument(metavar="SELECTOR", help="entity.attribute, with globs; none: all.")]


@facts.command()
def lint(
    paths: Paths = None,
    *,
    rules: opt.Rules = None,
    as_of: opt.AsOf = None,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
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
    from claims.reports.narrowing import Choice

    project = find_project(paths or (), rules or (), config=config, isolated=isolated)
    status = lint_facts(
        project,
        time=judging_time(as_of),
        choice=Choice.of(select or (), ignore or ()),
        presentation=Presentation(output_format.value, output_file, color.value),
        demands=Demands(project.fail_level(fail_level), exit_zero),
    )
    raise typer.Exit(status)


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
def diff(
    old: Old,
    new: New,
    paths: Touched = None,
    *,
    rules: opt.Rules = None,
    as_of: opt.AsOf = None,
    output_format: opt.ShowFormat = opt.DataFormat.TEXT,
    output_file: opt.OutputFile = None,
    exit_zero: opt.ExitZero = False,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
) -> None:
    """Show what changed between two versions of facts and, given texts, every verdict that the change alters.

    Fails where a text that was right is wrong now.
    """
    from claims.cli.comparing import compare_facts
    from claims.cli.concluding import Presentation
    from claims.cli.project import find_project, start_of
    from claims.cli.times import judging_time

    before, after = (
        find_project((version,), rules or (), start=start_of(paths), config=config, isolated=isolated)
        for version in (old, new)
    )
    presentation = Presentation(output_format.value, output_file)
    status = compare_facts(before, after, paths, judging_time(as_of), presentation)
    raise typer.Exit(0 if exit_zero else status)


@facts.command("import")
def import_table(
    table: TablePath,
    *,
    mapping: Mapping = None,
    show_mapping: ShowMapping = False,
    facts: opt.Facts = None,
    rules: opt.Rules = None,
    output_file: opt.OutputFile = None,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
) -> None:
    """Make a facts file from a table (.csv, .tsv, .jsonl, .parquet).

    A mapping file says which column is what. Without one the table is read by its header, and how it was read is told:
    keep that with --show-mapping, mend it, and put it beside the facts, which then load the table themselves. --facts
    are those whose entities the table speaks of.
    """
    from claims.cli.importing import import_facts
    from claims.cli.project import find_project

    project = find_project(facts or (), rules or (), start=table, config=config, isolated=isolated, needs_facts=False)
    import_facts(table, mapping, project, output_file, show_mapping=show_mapping)


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
