"""Glosses: everything the page says of values that were read, each with what it is about and where that stands."""

from __future__ import annotations

from collections.abc import Iterator

from claims.dataclasses import dataclass
from claims.model.report import DocumentReport, ReportClaim, UncheckedValue
from claims.model.span import Span
from claims.model.verdict import Severity, Verdict
from claims.reports.page_words import Task, task_of
from claims.reports.positions import shown_span
from claims.reports.severities import ORDER

UNCHECKED = "unchecked"
ICONS = {
    Verdict.CONTRADICTED: "✗",
    Verdict.OUTDATED: "↻",
    Verdict.CONFLICTING: "≠",
    Verdict.SUPPORTED: "✓",
    Verdict.UNVERIFIABLE: "?",
    UNCHECKED: "○",
}


@dataclass(frozen=True, slots=True)
class Gloss:
    """One claim, or one value that was not checked. ``span`` is its place in the source, if it has one.

    ``kind`` is the verdict, or :data:`UNCHECKED`; ``id`` is that of its card on the page; ``said`` are the words at
    its place, as they read without markup.
    """

    id: str
    kind: str
    task: Task
    span: Span | None = None
    claim: ReportClaim | None = None
    value: UncheckedValue | None = None
    said: str = ""

    @property
    def is_finding(self) -> bool:
        """Whether somebody has to do something about it."""
        return self.task in (Task.CORRECT, Task.CHECK)

    @property
    def fix(self) -> str | None:
        """What to write at just this place instead."""
        new = self.claim.suggestion if self.claim else None
        return new.text if new and self.span and (new.start, new.end) == (self.span.start, self.span.end) else None

    @property
    def loudness(self) -> tuple[int, int]:
        """What is shown of several at one place: the most urgent task, then the severity."""
        severity = self.claim.severity if self.claim else Severity.NONE
        return self.task, -ORDER.index(severity)


def glosses_on(document: DocumentReport, number: int) -> list[Gloss]:
    """The glosses on a document, in the order of its text; ``number`` tells its cards from those of others."""
    glosses = [*_on_claims(document, number), *_on_unchecked(document, number)]
    return sorted(glosses, key=lambda gloss: gloss.span.start if gloss.span else -1)


def _on_claims(document: DocumentReport, number: int) -> Iterator[Gloss]:
    for index, claim in enumerate(document.claims, start=1):
        span = shown_span(document.text, claim) if document.text else None
        yield Gloss(f"c{number}-{index}", claim.verdict.value, task_of(claim), span and Span(*span), claim)


def _on_unchecked(document: DocumentReport, number: int) -> Iterator[Gloss]:
    for index, value in enumerate(document.unchecked, start=1):
        yield Gloss(f"u{number}-{index}", UNCHECKED, Task.UNCHECKED, Span(value.start, value.end), value=value)
