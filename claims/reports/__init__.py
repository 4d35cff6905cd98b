"""From verdicts to what people and machines read: one report, one output format a file.

A format is a function ``render(report, options) -> str`` in a file of its own, registered in :data:`FORMATS`. To
add one, write ``as_<name>.py`` whose docstring is its manual page and add a line below.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claims.errors import UsageError
from claims.model.report import Report
from claims.reports import as_github, as_json, as_markdown, as_text
from claims.reports.options import PLAIN, RenderOptions


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """A way to write a report."""

    name: str
    summary: str
    render: Callable[[Report, RenderOptions], str]


FORMATS = (
    OutputFormat("text", "for people at a terminal", as_text.render),
    OutputFormat("json", "the whole report, schemas/report.schema.json", as_json.render),
    OutputFormat("github", "annotations on a pull request", as_github.render),
    OutputFormat("markdown", "a comment or a page", as_markdown.render),
)


def render(report: Report, name: str, options: RenderOptions = PLAIN) -> str:
    """The report in one of :data:`FORMATS`. Raises :class:`~claims.errors.UsageError` for another name."""
    for output in FORMATS:
        if output.name == name:
            return output.render(report, options)
    raise UsageError(f"no output format {name!r}: there are {', '.join(output.name for output in FORMATS)}")
