"""The end of a run: what is chosen of the report, how it is written, and the exit status."""

from __future__ import annotations

from claims.cli import output
from claims.cli.status import FINDINGS, OK, TROUBLE
from claims.dataclasses import dataclass
from claims.model.report import Report
from claims.model.verdict import Severity
from claims.reports import render
from claims.reports.options import RenderOptions
from claims.reports.outcome import failures
from claims.reports.summary import summarise, summary_line


@dataclass(frozen=True, slots=True)
class Presentation:
    """How a report is written: to ``file``, else to standard output or, ``on_stderr``, to standard error."""

    format: str = "text"
    file: str | None = None
    color: str = "auto"
    verbosity: int = 0
    explain: bool = False
    on_stderr: bool = False


@dataclass(frozen=True, slots=True)
class Demands:
    """What a run must come to. ``unreadable`` fails on any file that cannot be read, not only on those ``named``."""

    fail_level: Severity = Severity.ERROR
    exit_zero: bool = False
    require_support: bool = False
    min_checked: int = 0
    unreadable: bool = False
    named: tuple[str, ...] = ()


def conclude(report: Report, presentation: Presentation, demands: Demands) -> int:
    """Write the report; the exit status."""
    present(report, presentation, demands.fail_level)
    return status(report, demands)


def present(report: Report, presentation: Presentation, fail_level: Severity = Severity.ERROR) -> None:
    """Write the report to where it belongs; if that is a file, say what it comes to."""
    in_file = presentation.file is not None
    options = RenderOptions(
        color=presentation.color == "always" if in_file else output.wants_color(presentation.color),
        width=100 if in_file else output.columns(),
        verbosity=presentation.verbosity,
        explain=presentation.explain,
        fail_level=fail_level,
    )
    text = render(report, presentation.format, options)
    if presentation.on_stderr and not in_file:
        output.complain(text.removesuffix("\n"))
        return
    output.write(text, presentation.file)
    if in_file:
        output.complain(f"{summary_line(summarise(report))} (written to {presentation.file})")


def status(report: Report, demands: Demands) -> int:
    """The exit status; on standard error, why the run fails where the report itself does not say it."""
    unread = [document for document in report.documents if document.error]
    if any(demands.unreadable or document.path in demands.named for document in unread):
        return TROUBLE
    causes = failures(
        report,
        fail_level=demands.fail_level,
        require_support=demands.require_support,
        min_checked=demands.min_checked,
    )
    output.complain(*(f"claims: {cause}" for cause in causes if cause.endswith(")")))
    return FINDINGS if causes and not demands.exit_zero else OK
