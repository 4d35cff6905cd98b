"""``claims test``: facts and rules put to the test.

    claims test --facts facts/ --rules rules/
    claims test --mutate examples/ --facts facts/

The first runs the ``examples`` that facts and rules files carry. The second swaps every value of the texts that the
facts support for a wrong one, and shows which swaps nobody would notice.
"""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import options as opt

Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH", help="With --mutate: the texts, as for check.")]
Mutate = Annotated[
    bool, typer.Option("--mutate", help="Swap values in the texts for wrong ones, and show what would go unnoticed.")
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="With --mutate: try at most N swaps.")]


def test(
    paths: Paths = None,
    *,
    mutate: Mutate = False,
    limit: Limit = 500,
    facts: opt.Facts = None,
    rules: opt.Rules = None,
    as_of: opt.AsOf = None,
    output_format: opt.ShowFormat = opt.DataFormat.TEXT,
    output_file: opt.OutputFile = None,
    verbose: opt.Verbose = 0,
    exit_zero: opt.ExitZero = False,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
    no_cache: opt.NoCache = False,
) -> None:
    """Run the examples of facts and rules files, or break texts to see whether anybody would notice."""
    from claims.cli.concluding import Presentation
    from claims.cli.project import find_project, start_of
    from claims.cli.testing import mutate_texts, run_project_examples
    from claims.cli.times import judging_time
    from claims.errors import UsageError

    if bool(paths) != mutate:
        raise UsageError("name texts together with --mutate; the examples to run are those of --facts and --rules")
    project = find_project(
        facts or (), rules or (), start=start_of(paths), config=config, isolated=isolated, no_cache=no_cache
    )
    presentation = Presentation(output_format.value, output_file, verbosity=verbose)
    if paths:
        status = mutate_texts(paths, project, judging_time(as_of), presentation, limit=limit)
    else:
        status = run_project_examples(project, presentation)
    raise typer.Exit(0 if exit_zero else status)
