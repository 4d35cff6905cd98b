"""What documents come to, in figures that can be added: of a part, and of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from claims.dataclasses import replace
from claims.model.report import Report
from claims.model.verdict import Severity, Verdict
from claims.reports.summary import Summary, summarise

Figures = Mapping[str, int]
"""How many of each: ``documents``, ``verdict:outdated``, ``unchecked:no_entity``, ``severity:error``..."""

_NONE = Summary(0, 0, (), (), (), 0, 0, (), 0, 0)
_PLAIN = ("documents", "unreadable", "consequences", "silenced", "inconsistencies", "problems", "skimmed")


def figures_of(report: Report) -> Figures:
    """The figures of a report, its requirements aside: these are about the facts, and the same in every part."""
    summary = summarise(replace(report, requirements=()))
    found = {name: getattr(summary, name) for name in _PLAIN}
    found |= {f"verdict:{verdict.value}": number for verdict, number in summary.verdicts}
    found |= {f"severity:{severity.value}": number for severity, number in summary.severities}
    found |= {f"reason:{reason}": number for reason, number in summary.unverifiable_reasons}
    found |= {f"unchecked:{reason}": number for reason, number in summary.unchecked_reasons}
    return {name: number for name, number in found.items() if number}


def summary_of(figures: Figures, about_facts: Report | None = None) -> Summary:
    """The summary that the figures stand for, with the failed requirements of a report without documents."""
    facts = summarise(about_facts) if about_facts else _NONE
    severities = Counter(dict(facts.severities))
    severities.update({severity: figures.get(f"severity:{severity.value}", 0) for severity in Severity})
    return Summary(
        verdicts=tuple((verdict, figures.get(f"verdict:{verdict.value}", 0)) for verdict in Verdict),
        unverifiable_reasons=_below(figures, "reason:"),
        unchecked_reasons=_below(figures, "unchecked:"),
        severities=tuple((severity, severities[severity]) for severity in Severity if severity is not Severity.NONE),
        failed_requirements=facts.failed_requirements,
        **{name: figures.get(name, 0) for name in _PLAIN},
    )


def _below(figures: Figures, prefix: str) -> tuple[tuple[str, int], ...]:
    found = ((name.removeprefix(prefix), number) for name, number in figures.items() if name.startswith(prefix))
    return tuple(sorted(found))
