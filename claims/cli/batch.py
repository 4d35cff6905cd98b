"""``claims batch``: a corpus against facts, by several processes, into a report folder.

    claims batch news/ archive.jsonl.zst -o report --facts facts/
    find . -name '*.md' | claims batch - -o report
    claims batch 'crawl/*.parquet' --rename text=content -o report -j 8

A run that was ended goes on when the same command is given again.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from claims.cli import options as opt


class EngineName(StrEnum):
    """What runs the workers."""

    POOL = "pool"
    RAY = "ray"


Corpus = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Texts, folders, globs, records (.jsonl, .csv, .parquet), or `-` for a list."),
]
Report = Annotated[str, typer.Option("--output", "-o", metavar="FOLDER", help="The report folder.")]
Workers = Annotated[
    int | None,
    typer.Option("--workers", "-j", metavar="N", min=1, help="How many processes (default: as many as CPUs)."),
]
FilesFrom = Annotated[
    str | None, typer.Option("--files-from", metavar="FILE", help="A list of paths, one a line or between zero bytes.")
]
Renamed = Annotated[
    list[str] | None,
    typer.Option("--rename", metavar="OURS=THEIRS", help="What records call a field: text=body. Repeatable."),
]
Restart = Annotated[bool, typer.Option("--restart", help="Check everything again, whatever is in the report folder.")]
Timeout = Annotated[
    float, typer.Option("--timeout", metavar="SECONDS", min=0, help="How long one text may take; 0 for any time.")
]
MaxSize = Annotated[int, typer.Option("--max-size", metavar="MIB", min=1, help="The largest text that is read.")]
Engine = Annotated[EngineName, typer.Option("--engine", help="What runs the workers: this machine, or Ray.")]
Address = Annotated[
    str | None, typer.Option("--address", metavar="ADDRESS", help="The Ray cluster (default: a local one).")
]


def batch(
    paths: Corpus = None,
    *,
    output: Report,
    facts: opt.Facts = None,
    rules: opt.Rules = None,
    as_of: opt.AsOf = None,
    language: opt.Language = None,
    date: opt.Date = None,
    about: opt.About = None,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    workers: Workers = None,
    restart: Restart = False,
    files_from: FilesFrom = None,
    rename: Renamed = None,
    fields: opt.Fields = None,
    timeout: Timeout = 600,
    max_size: MaxSize = 32,
    engine: Engine = EngineName.POOL,
    address: Address = None,
    read_all: opt.ReadAll = False,
    fail_level: opt.FailLevel = None,
    exit_zero: opt.ExitZero = False,
    exclude: opt.Exclude = None,
    unreadable: opt.OnUnreadable = opt.Unreadable.WARNING,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
) -> None:
    """Check a corpus against facts, into a report folder.

    Runs in several processes; one that was ended goes on where it stopped when the same command is given again.
    """
    from claims.cli.batching import Crew, Records, check_corpus
    from claims.cli.concluding import Demands
    from claims.cli.project import find_project, read_as, start_of
    from claims.cli.times import judging_time
    from claims.dataclasses import replace

    project = find_project(facts or (), rules or (), start=start_of(paths), config=config, isolated=isolated)
    status = check_corpus(
        paths or (),
        files_from,
        project,
        replace(read_as(project, language, date, about, exclude), fields=tuple(fields or ())),
        report=output,
        time=judging_time(as_of),
        selection=(select or project.configuration.select, ignore or project.configuration.ignore),
        records=Records(rename or (), max_size, read_all),
        crew=Crew(engine.value, workers, timeout or None, address),
        restart=restart,
        demands=Demands(project.fail_level(fail_level), exit_zero, unreadable=unreadable is opt.Unreadable.ERROR),
    )
    raise typer.Exit(status)
