"""The options that take one of a few words, and all options of ``claims check`` together."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from claims.dataclasses import dataclass


class ReportFormat(StrEnum):
    """The names of :data:`claims.reports.FORMATS`, which is not imported before there is a report."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    MARKDOWN = "markdown"
    HTML = "html"
    JSONL = "jsonl"
    SARIF = "sarif"
    GITLAB = "gitlab"
    JUNIT = "junit"
    CHECKSTYLE = "checkstyle"
    RDJSON = "rdjson"
    CLAIMREVIEW = "claimreview"


class DataFormat(StrEnum):
    """How facts and inspections are shown."""

    TEXT = "text"
    JSON = "json"


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Level(StrEnum):
    """The severities that can be failed at."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Unreadable(StrEnum):
    """What a file that cannot be read, found in a folder, comes to."""

    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The options of ``claims check``, by their names; :mod:`claims.cli.check` says what each is for."""

    facts: Sequence[str] | None = None
    rules: Sequence[str] | None = None
    as_of: str | None = None
    language: str | None = None
    date: str | None = None
    about: Sequence[str] | None = None
    select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    output_format: ReportFormat = ReportFormat.TEXT
    output_file: str | None = None
    color: Color = Color.AUTO
    verbose: int = 0
    explain: bool = False
    fail_level: Level | None = None
    exit_zero: bool = False
    require_support: bool = False
    min_checked: int = 0
    read_all: bool = False
    fields: Sequence[str] | None = None
    exclude: Sequence[str] | None = None
    force_exclude: bool = False
    baseline: str | None = None
    fix: bool = False
    diff: bool = False
    unsafe_fixes: bool = False
    changed_since: str | None = None
    unreadable: Unreadable = Unreadable.WARNING
    stdin_filename: str | None = None
    config: str | None = None
    isolated: bool = False
    no_cache: bool = False

    def check(self, paths: Sequence[str]) -> int:
        """Check the texts at the paths; the exit status."""
        from claims.cli.checking import check_as

        return check_as(paths, self)
