"""What every output for people says of a finding, in the same words."""

from __future__ import annotations

from collections.abc import Iterable

from claims.errors import Problem
from claims.model.fact import Where
from claims.model.report import DocumentReport, Evidence, Report, ReportClaim
from claims.model.span import Span
from claims.model.verdict import Confidence, Severity, Verdict
from claims.reports.summary import in_words
from claims.reports.values import plain

HEADLINES = {
    Verdict.SUPPORTED: "is supported",
    Verdict.CONTRADICTED: "is contradicted",
    Verdict.OUTDATED: "is outdated",
    Verdict.CONFLICTING: "has facts that disagree",
    Verdict.UNVERIFIABLE: "cannot be verified",
}


def is_finding(claim: ReportClaim) -> bool:
    """Whether a claim is shown without being asked for: it has a severity and no other claim caused it."""
    return claim.severity is not Severity.NONE and claim.caused_by is None


def shown(claims: Iterable[ReportClaim], verbosity: int) -> list[ReportClaim]:
    """The claims to show, by place: findings; from 1 on what is unverifiable, silenced or caused too; from 2 on all."""
    chosen = (
        claim
        for claim in claims
        if is_finding(claim) or verbosity > 1 or (verbosity and claim.verdict is not Verdict.SUPPORTED)
    )
    return sorted(chosen, key=lambda claim: (claim.line or 0, claim.column or 0))


def fact_name(entity: str, attribute: str, where: Where = ()) -> str:
    """``coalition.members``, with its qualifiers: ``acme.price[region: eu]``."""
    return f"{entity}.{attribute}[{qualifiers(where)}]" if where else f"{entity}.{attribute}"


def qualifiers(where: Where) -> str:
    """Qualifiers as text: ``region: eu, quarter: 3``."""
    return ", ".join(f"{key}: {word}" for key, word in where)


def headline(claim: ReportClaim) -> str:
    """One line: ``coalition.members is contradicted``; a structured claim, which shows no text, says its value."""
    name = fact_name(claim.entity, claim.attribute, claim.where) if claim.quote is not None else equation(claim)
    reason = f": {in_words(claim.reason)}" if claim.reason else ""
    return f"{name} {HEADLINES[claim.verdict]}{reason}"


def equation(claim: ReportClaim) -> str:
    """What is claimed, in the notation of the files: ``acme.price[region: eu] = 9 EUR``."""
    unit = f" {claim.unit}" if claim.unit else ""
    return f"{fact_name(claim.entity, claim.attribute, claim.where)} = {plain(claim.value)}{unit}"


def label(claim: ReportClaim) -> str:
    """The severity; ``consequence`` for what another claim caused; the verdict of what has no severity."""
    if claim.caused_by is not None:
        return "consequence"
    return claim.verdict.value if claim.severity is Severity.NONE else claim.severity.value


def remarks(claim: ReportClaim) -> list[str]:
    """What the evidence does not say by itself: what was true before, what else is to blame, how sure we are."""
    said = []
    telling = claim.verdict is not Verdict.CONTRADICTED or claim.note == "premature" or not claim.evidence
    spoken = is_finding(claim) and (claim.quoted or claim.speaker is not None)
    if telling or spoken or (claim.blame and claim.blame.role != "value"):
        said.append(f"{claim.message[:1].upper()}{claim.message[1:]}.")
    if claim.note and claim.note != "premature":
        said.append(f"Note: {in_words(claim.note)}.")
    if claim.caused_by:
        said.append(f"Follows from {claim.caused_by}.")
    if is_finding(claim) and (words := _uncertainty(claim)):
        said.append(words)
    return said


def _uncertainty(claim: ReportClaim) -> str | None:
    """Why the severity is lower than the verdict's own, where it is."""
    if claim.confidence is Confidence.LOW:
        return "Check by hand: the text may well mean something else."
    if claim.confidence is Confidence.MEDIUM and claim.verdict is Verdict.CONTRADICTED:
        return "At most a warning: the text may mean something else."
    return None


def source(fact: Evidence) -> str:
    """Who says so, when and in which words; empty where nobody is named."""
    words = ", ".join(filter(None, (fact.source_publisher or fact.source_title or fact.source, fact.source_published)))
    if fact.quote:
        return f'{words}: "{fact.quote}"' if words else f'"{fact.quote}"'
    return words


def fix(claim: ReportClaim) -> str:
    """The suggestion as ``85 → 84``; empty where there is none."""
    if claim.suggestion is None:
        return ""
    old = replaced(claim)
    return f"{old} → {claim.suggestion.text}" if old else f"write {claim.suggestion.text}"


def replaced(claim: ReportClaim) -> str | None:
    """The words that the suggestion replaces, as they read; ``None`` where it has no place in what the claim quotes."""
    new = claim.suggestion
    return (new.replaces or _within(claim, new.start, new.end)) if new else None


def value_quote(claim: ReportClaim) -> str | None:
    """The words of the value that the claim asserts."""
    return _within(claim, claim.value_start, claim.value_end)


def _within(claim: ReportClaim, start: int | None, end: int | None) -> str | None:
    if claim.quote is None or claim.start is None or start is None or end is None:
        return None
    start, end = start - claim.start, end - claim.start
    return claim.quote[start:end] if 0 <= start < end <= len(claim.quote) else None


def quoted(document: DocumentReport, claim: ReportClaim) -> str | None:
    """What a claim quotes, as it reads and on one line; ``None`` for a structured claim."""
    if claim.quote is None:
        return None
    if document.text is None or claim.start is None or claim.end is None:
        return " ".join(claim.quote.split())
    return " ".join(document.text.prose(Span(claim.start, claim.end)).split())


def document_name(document: DocumentReport) -> str:
    """The path; for one of several texts in a file also its id: ``news.jsonl#r1``."""
    path = document.path
    if path is None or document.id.startswith(path):
        return document.id
    return f"{path}#{document.id}"


def place(document: DocumentReport, claim: ReportClaim) -> str:
    """``path:line:column``, as far as they are known; those of a record count from the beginning of its text."""
    name = document_name(document) if claim.quote is not None else document.path or document.id
    return ":".join(str(part) for part in (name, claim.line, claim.column) if part is not None)


def is_whole_file(document: DocumentReport) -> bool:
    """Whether lines of the document are lines of its file, and not of a record in it."""
    return document.id == document.path


def problem_place(problem: Problem) -> str:
    """Where something cannot be read: ``path``, and the line of a record."""
    return problem.path if problem.line is None else f"{problem.path}:{problem.line}"


def problem_words(problem: Problem) -> str:
    """What is wrong and what to do."""
    return f"{problem.message} ({problem.hint})" if problem.hint else problem.message


def places(report: Report) -> dict[tuple[str, str], str]:
    """Where each claim stands, by document id and claim id."""
    return {
        (document.id, claim.id): place(document, claim) for document in report.documents for claim in document.claims
    }
