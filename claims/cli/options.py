"""The options that commands share, each described once."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli.choices import Color, DataFormat, Level, ReportFormat, Unreadable

__all__ = ["Color", "DataFormat", "Level", "ReportFormat", "Unreadable"]

Many = list[str] | None

Texts = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Texts, folders of texts, records (.jsonl, .csv), or `-`.")
]
Facts = Annotated[Many, typer.Option("--facts", metavar="PATH", help="Facts: a file or a folder. May be repeated.")]
Rules = Annotated[
    Many,
    typer.Option("--rules", metavar="PATH", help="Rules, beside the core vocabulary: a file or a folder. Repeatable."),
]
Config = Annotated[
    str | None, typer.Option("--config", metavar="FILE", help="Use this configuration instead of looking for one.")
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Look for no configuration.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Use nothing from the cache, and keep nothing in it.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Judge at this date (2024, 2024-10, 2024-10-01), at `today`, or at the `latest` known values.",
    ),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="The language of the texts (en, fr) instead of finding it out."),
]
Date = Annotated[str | None, typer.Option("--date", metavar="DATE", help="When the texts were written.")]
About = Annotated[
    Many, typer.Option("--about", metavar="ENTITY", help="An entity (by id) that the texts are about. Repeatable.")
]
Exclude = Annotated[Many, typer.Option("--exclude", metavar="GLOB", help="Files and folders to leave out. Repeatable.")]
ForceExclude = Annotated[
    bool, typer.Option("--force-exclude", help="Leave excluded files out even where they are named (for hooks).")
]
StdinFilename = Annotated[
    str | None, typer.Option("--stdin-filename", metavar="NAME", help="What to call the text that comes as `-`.")
]
Fields = Annotated[
    Many,
    typer.Option(
        "--fields",
        metavar="PATH",
        help="Of .json, .yaml and .csv files: the strings to read (`products.*.description`). Repeatable.",
    ),
]
OnUnreadable = Annotated[
    Unreadable, typer.Option("--unreadable", help="What a file in a folder that cannot be read comes to.")
]
Format = Annotated[ReportFormat, typer.Option("--output-format", help="How to write the report.")]
ShowFormat = Annotated[DataFormat, typer.Option("--output-format", help="How to show it.")]
OutputFile = Annotated[
    str | None, typer.Option("--output-file", metavar="FILE", help="Write to this file instead of standard output.")
]
ColorChoice = Annotated[Color, typer.Option("--color", help="When to colour; NO_COLOR is respected.")]
Select = Annotated[
    Many,
    typer.Option(
        "--select",
        metavar="SELECTOR",
        help="Report only these: `outdated`, `acme.*`, a rule (`claims explain selectors`).",
    ),
]
Ignore = Annotated[Many, typer.Option("--ignore", metavar="SELECTOR", help="Report all but these.")]
FailLevel = Annotated[
    Level | None, typer.Option("--fail-level", help="The lowest severity that fails the run (default: error).")
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Report, but do not fail because of findings.")]
RequireSupport = Annotated[
    bool, typer.Option("--require-support", help="Fail also on every value that the facts do not support.")
]
MinChecked = Annotated[
    int, typer.Option("--min-checked", metavar="N", min=0, help="Fail where the facts decide fewer than N claims.")
]
ReadAll = Annotated[
    bool,
    typer.Option("--read-all", help="Read also texts that name nothing that the facts know, and count their values."),
]
Verbose = Annotated[
    int,
    typer.Option(
        "-v", "--verbose", count=True, help="Show what could not be checked, and why; -vv shows what is supported too."
    ),
]
Explain = Annotated[bool, typer.Option("--explain", help="Show under each finding which facts and rules led to it.")]
ChangedSince = Annotated[
    str | None,
    typer.Option("--changed-since", metavar="REF", help="Only texts that differ from this git commit, branch or tag."),
]
Baseline = Annotated[
    str | None,
    typer.Option("--baseline", metavar="FILE", help="Do not report the findings in this file (`claims baseline`)."),
]
Fix = Annotated[bool, typer.Option("--fix", help="Write the suggestions into the files, where that is safe.")]
Diff = Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")]
UnsafeFixes = Annotated[
    bool, typer.Option("--unsafe-fixes", help="Fix also what was read with medium confidence only.")
]
