"""Whether a report passes."""

from __future__ import annotations

from claims.model.report import Report
from claims.model.verdict import Severity, Verdict
from claims.reports.severities import is_at_least
from claims.reports.summary import plural, summarise


def failures(
    report: Report,
    *,
    fail_level: Severity = Severity.ERROR,
    require_support: bool = False,
    min_checked: int = 0,
) -> tuple[str, ...]:
    """Why the report does not pass, a phrase for each cause; empty where it passes.

    It fails on findings at or above ``fail_level``; with ``require_support`` on every value that the facts do not
    support; and where the facts decided fewer than ``min_checked`` claims.
    """
    summary = summarise(report)
    loud = sum(number for severity, number in summary.severities if is_at_least(severity, fail_level))
    causes = [f"{plural(loud, 'finding')} at or above {fail_level}"] if loud else []
    unsupported = summary.values - summary.count(Verdict.SUPPORTED)
    if require_support and unsupported:
        causes.append(f"{plural(unsupported, 'value')} without support (--require-support)")
    if summary.decided < min_checked:
        causes.append(f"{plural(summary.decided, 'claim')} decided, {min_checked} asked for (--min-checked)")
    return tuple(causes)
