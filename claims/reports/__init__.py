"""From verdicts to what people and machines read: one report, one output format a file.

A format is a function ``render(report, options) -> str`` in a file of its own, registered in :data:`FORMATS`. To
add one, write ``as_<name>.py`` whose docstring is its manual page and add a line below.
"""

from __future__ import annotations

from collections.abc import Callable

from claims.dataclasses import dataclass
from claims.errors import UsageError
from claims.model.report import Report
from claims.reports.options import PLAIN, RenderOptions


def _text(report: Report, options: RenderOptions) -> str:
    from claims.reports import as_text

    return as_text.render(report, options)


def _json(report: Report, _options: RenderOptions) -> str:
    from claims.reports import as_json

    return as_json.render(report)


def _github(report: Report, options: RenderOptions) -> str:
    from claims.reports import as_github

    return as_github.render(report, options)


def _markdown(report: Report, options: RenderOptions) -> str:
    from claims.reports import as_markdown

    return as_markdown.render(report, options)


def _jsonl(report: Report, _options: RenderOptions) -> str:
    from claims.reports import as_jsonl

    return as_jsonl.render(report)


def _sarif(report: Report, options: RenderOptions) -> str:
    from claims.reports import as_sarif

    return as_sarif.render(report, options)


def _gitlab(report: Report, options: RenderOptions) -> str:
    from claims.reports import as_gitlab

    return as_gitlab.render(report, options)


def _junit(report: Report, options: RenderOptions) -> str:
    from claims.reports import as_junit

    return as_junit.render(report, options)


def _checkstyle(report: Report, options: RenderOptions) -> str:
    from claims.reports import as_checkstyle

    return as_checkstyle.render(report, options)


def _rdjson(report: Report, options: RenderOptions) -> str:
    from claims.reports import as_rdjson

    return as_rdjson.render(report, options)


def _claimreview(report: Report, _options: RenderOptions) -> str:
    from claims.reports import as_claimreview

    return as_claimreview.render(report)


def _html(report: Report, _options: RenderOptions) -> str:
    from claims.reports import as_html

    return as_html.render(report)


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """A way to write a report; its file is imported when it is first used."""

    name: str
    summary: str
    render: Callable[[Report, RenderOptions], str]


FORMATS = (
    OutputFormat("text", "for people at a terminal", _text),
    OutputFormat("json", "the whole report, schemas/report.schema.json", _json),
    OutputFormat("github", "annotations on a pull request", _github),
    OutputFormat("markdown", "a comment or a page", _markdown),
    OutputFormat("html", "one page to pass on, with the texts and their evidence", _html),
    OutputFormat("jsonl", "the whole report, one thing a line", _jsonl),
    OutputFormat("sarif", "code scanning and editors", _sarif),
    OutputFormat("gitlab", "a Code Quality report of GitLab", _gitlab),
    OutputFormat("junit", "the test view of build servers", _junit),
    OutputFormat("checkstyle", "XML that many build servers and editors read", _checkstyle),
    OutputFormat("rdjson", "review comments with suggestions, by reviewdog", _rdjson),
    OutputFormat("claimreview", "schema.org ClaimReview, for published fact checks", _claimreview),
)


def render(report: Report, name: str, options: RenderOptions = PLAIN) -> str:
    """The report in one of :data:`FORMATS`. Raises :class:`~claims.errors.UsageError` for another name."""
    for output in FORMATS:
        if output.name == name:
            return output.render(report, options)
    raise UsageError(f"no output format {name!r}: there are {', '.join(output.name for output in FORMATS)}")


__all__ = ["FORMATS", "OutputFormat", "RenderOptions", "render"]
