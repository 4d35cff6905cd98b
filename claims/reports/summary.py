"""What a run comes to, in figures: every value that was read is counted exactly once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claims.dataclasses import dataclass
from claims.model.report import DocumentReport, Report, ReportClaim
from claims.model.verdict import Severity, Verdict

_WRONG = frozenset({Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.CONFLICTING})

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a report.

    ``values`` = the five verdicts + ``consequences`` (wrong only because another claim is, not counted under a
    verdict) + ``not_checked``. ``unverifiable_reasons`` and ``unchecked_reasons`` are in the order of their first
    letter. ``silenced`` are those of the wrong ones that were set to severity ``none``.
    """

    documents: int
    unreadable: int
    verdicts: tuple[tuple[Verdict, int], ...]
    unverifiable_reasons: Counts
    unchecked_reasons: Counts
    consequences: int
    silenced: int
    severities: tuple[tuple[Severity, int], ...]
    failed_requirements: int
    inconsistencies: int
    problems: int = 0
    skimmed: int = 0

    def count(self, verdict: Verdict) -> int:
        """How many claims have this verdict."""
        return dict(self.verdicts)[verdict]

    @property
    def not_checked(self) -> int:
        """How many values bound to nothing."""
        return sum(number for _, number in self.unchecked_reasons)

    @property
    def decided(self) -> int:
        """How many claims the facts decided: all verdicts but unverifiable."""
        return sum(number for verdict, number in self.verdicts if verdict is not Verdict.UNVERIFIABLE)

    @property
    def values(self) -> int:
        """How many values were read."""
        return sum(number for _, number in self.verdicts) + self.consequences + self.not_checked


def summarise(report: Report) -> Summary:
    """Count a report."""
    counted = [claim for claim in report.claims if claim.caused_by is None]
    verdicts = Counter(claim.verdict for claim in counted)
    findings = Counter(claim.severity for claim in counted)
    findings.update(failure.severity for failure in report.requirements)
    findings.update(clash.severity for clash in report.inconsistencies)
    findings[Severity.WARNING] += len(report.all_problems)
    return Summary(
        documents=_documents(report.documents),
        unreadable=sum(document.error is not None for document in report.documents),
        verdicts=tuple((verdict, verdicts[verdict]) for verdict in Verdict),
        unverifiable_reasons=_counts(claim.reason or "no_fact" for claim in counted if _unverifiable(claim)),
        unchecked_reasons=_counts(value.reason for document in report.documents for value in document.unchecked),
        consequences=len(report.claims) - len(counted),
        silenced=sum(claim.verdict in _WRONG and claim.severity is Severity.NONE for claim in counted),
        severities=tuple((severity, findings[severity]) for severity in Severity if severity is not Severity.NONE),
        failed_requirements=len(report.requirements),
        inconsistencies=len(report.inconsistencies),
        problems=len(report.all_problems),
        skimmed=sum(document.is_skimmed for document in report.documents),
    )


def _documents(documents: Sequence[DocumentReport]) -> int:
    """How many texts and files there were: the claims of one file, each of which is reported alone, are one."""
    files = [document.path for document in documents if any(claim.quote is None for claim in document.claims)]
    return len(documents) - len(files) + len(set(files))


def _unverifiable(claim: ReportClaim) -> bool:
    return claim.verdict is Verdict.UNVERIFIABLE


def _counts(words: Iterable[str]) -> Counts:
    return tuple(sorted(Counter(str(word) for word in words).items()))


def summary_line(summary: Summary) -> str:
    """The last line of a report: ``2 documents, 9 values: 6 supported, 1 contradicted, 2 not checked (no entity)``."""
    parts = [
        f"{number} {verdict}{_reasons(summary.unverifiable_reasons) if verdict is Verdict.UNVERIFIABLE else ''}"
        for verdict, number in summary.verdicts
        if number
    ]
    if summary.consequences:
        parts.append(f"{summary.consequences} wrong because of another")
    if summary.not_checked:
        parts.append(f"{summary.not_checked} not checked{_reasons(summary.unchecked_reasons)}")
    line = f"{plural(summary.documents, 'document')}{_skimmed(summary)}, {plural(summary.values, 'value')}"
    line += f": {', '.join(parts)}" if parts else ""
    return line + "".join(f"; {extra}" for extra in _extras(summary))


def _skimmed(summary: Summary) -> str:
    """How many documents were not read: a run that found nobody to speak of must not look like a clean one."""
    if not summary.skimmed:
        return ""
    if summary.skimmed == summary.documents:
        who = "it names" if summary.documents == 1 else "none of them names"
    else:
        who = f"{summary.skimmed} of them {'names' if summary.skimmed == 1 else 'name'}"
    return f" ({who} {'any' if who.startswith('none') else 'no'}thing that the facts know)"


def _extras(summary: Summary) -> list[str]:
    extras = []
    if not summary.decided:
        extras.append("nothing was checked")
    if summary.silenced:
        extras.append(f"{summary.silenced} of them silenced")
    if summary.failed_requirements:
        extras.append(plural(summary.failed_requirements, "failed requirement"))
    if summary.inconsistencies:
        extras.append(plural(summary.inconsistencies, "inconsistency", "inconsistencies"))
    if summary.problems:
        extras.append(plural(summary.problems, "problem"))
    if summary.unreadable:
        extras.append(f"{plural(summary.unreadable, 'document')} could not be read")
    return extras


def _reasons(counts: Counts) -> str:
    if len(counts) == 1:
        return f" ({in_words(counts[0][0])})"
    return f" ({', '.join(f'{number} {in_words(reason)}' for reason, number in counts)})"


def in_words(reason: str) -> str:
    """``no_entity`` as it is said: "no entity"."""
    return reason.replace("_", " ")


def plural(number: int, one: str, several: str | None = None) -> str:
    """The number with its noun: "1 document", "2 documents"."""
    return f"{number} {one if number == 1 else several or f'{one}s'}"
