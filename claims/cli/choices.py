"""The options that take one of a few words."""

from __future__ import annotations

from enum import StrEnum


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
