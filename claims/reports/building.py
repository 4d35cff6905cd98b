"""From judgements to the report: places, sentences, severities and explanations, once, for every output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from claims.dataclasses import replace
from claims.model.claim import Unchecked
from claims.model.document import Document
from claims.model.factset import FactSet
from claims.model.judgement import Judgement
from claims.model.report import (
    BlamedPart,
    DocumentReport,
    Replacement,
    ReportClaim,
    ReportItem,
    UncheckedValue,
)
from claims.model.rule import JudgingPolicy
from claims.model.span import Span
from claims.reports.explanations import because
from claims.reports.fingerprints import fingerprint
from claims.reports.places import TextPlace, locate
from claims.reports.sentences import message
from claims.reports.severities import severity_of, subject_of
from claims.reports.statements import evidence
from claims.reports.values import period_text, unit_of
from claims.reports.wording import Voice


def report_document(
    document: Document,
    judgements: Sequence[Judgement],
    facts: FactSet,
    *,
    unchecked: Sequence[Unchecked] = (),
    policies: tuple[JudgingPolicy, ...] = (),
    latest: bool = False,
) -> DocumentReport:
    """The report on one document; its claims are numbered ``<document id>#1`` and so on in the order given."""
    claims = [
        report_claim(
            judgement,
            document,
            facts,
            claim_id=_claim_id(document, number),
            policies=policies,
            latest=latest or document.judge_latest,
            occurrence=occurrence,
            caused_by=None if judgement.caused_by is None else _claim_id(document, judgement.caused_by),
        )
        for number, (judgement, occurrence) in enumerate(_counted(document, judgements))
    ]
    return DocumentReport(
        id=document.id,
        path=document.path,
        language=document.language,
        date=str(document.date) if document.date else None,
        claims=tuple(claims),
        unchecked=tuple(report_unchecked(value, document) for value in unchecked),
        text=document,
    )


def _claim_id(document: Document, index: int) -> str:
    return f"{document.id}#{index + 1}"


def _counted(document: Document, judgements: Iterable[Judgement]) -> Iterator[tuple[Judgement, int]]:
    """Each judgement with how often its claim was said so far, with the same words."""
    seen: Counter[str] = Counter()
    for judgement in judgements:
        key = fingerprint(document.id, judgement.claim, _slice(document, judgement.claim.quote))
        seen[key] += 1
        yield judgement, seen[key]


def report_claim(
    judgement: Judgement,
    document: Document | None,
    facts: FactSet,
    *,
    claim_id: str,
    policies: Iterable[JudgingPolicy] = (),
    latest: bool = False,
    occurrence: int = 1,
    caused_by: str | None = None,
    language: str = "en",
) -> ReportClaim:
    """A judgement as the report shows it.

    ``document`` is ``None`` for a structured claim, whose sentences are in ``language``. ``occurrence`` counts, from
    1, the claims of the document that say the same with the same words. ``caused_by`` is the id of the claim that this
    one fails because of.
    """
    claim = judgement.claim
    voice = Voice.of(document.language if document else language, facts)
    quote = _slice(document, claim.quote)
    said = ReportClaim(
        id=claim_id,
        entity=claim.entity,
        entity_name=voice.entity(claim.entity),
        attribute=claim.attribute,
        operator=claim.operator,
        value=claim.value,
        where=claim.where,
        unit=unit_of(claim.value),
        confidence=claim.confidence,
        how=claim.how,
        caused_by=caused_by,
        at=str(claim.time.written) if claim.time else period_text(judgement.at),
        verdict=judgement.verdict,
        severity=severity_of(judgement, policies, latest=latest),
        message=message(judgement, _slice(document, claim.value_span) or voice.value(claim.value), voice),
        fingerprint=fingerprint(document.id if document else claim_id, claim, quote, occurrence),
    )
    return _explained(_placed(said, judgement, document), judgement, voice)


def _placed(report: ReportClaim, judgement: Judgement, document: Document | None) -> ReportClaim:
    claim = judgement.claim
    if document is None:
        place = claim.place
        return replace(report, line=place.line, column=place.column) if place else report
    blamed = judgement.blame.span if judgement.blame else None
    shown = blamed or claim.value_span or claim.quote
    report = _shown_at(report, locate(document, shown)) if shown else report
    return replace(
        report,
        quote=_slice(document, claim.quote),
        start=_start(claim.quote),
        end=_end(claim.quote),
        value_start=_start(claim.value_span),
        value_end=_end(claim.value_span),
    )


def _shown_at(report: ReportClaim, place: TextPlace) -> ReportClaim:
    return replace(
        report,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        excerpt=place.excerpt,
        excerpt_column=place.excerpt_column,
    )


def _explained(report: ReportClaim, judgement: Judgement, voice: Voice) -> ReportClaim:
    blame, suggestion = judgement.blame, judgement.suggestion
    return replace(
        report,
        match=judgement.match,
        reason=judgement.reason,
        note=judgement.note,
        rule=next(iter(subject_of(judgement).rules), None),
        blame=BlamedPart(blame.role.value, _start(blame.span), _end(blame.span)) if blame else None,
        items=tuple(ReportItem(_start(i.span), _end(i.span), i.value, i.verdict) for i in judgement.items),
        evidence=tuple(evidence(fact, voice) for fact in judgement.evidence),
        because=because(judgement),
        suggestion=Replacement(_start(suggestion.span), _end(suggestion.span), suggestion.text) if suggestion else None,
    )


def report_unchecked(value: Unchecked, document: Document) -> UncheckedValue:
    """A value that bound to nothing, at its place."""
    line, column = document.line_column(value.span.start)
    quote = document.source[value.span.start : value.span.end]
    return UncheckedValue(value.span.start, value.span.end, line, column, value.kind, value.value, quote, value.reason)


def _slice(document: Document | None, span: Span | None) -> str | None:
    return document.source[span.start : span.end] if document and span else None


def _start(span: Span | None) -> int | None:
    return span.start if span else None


def _end(span: Span | None) -> int | None:
    return span.end if span else None
