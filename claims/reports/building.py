"""From judgements to the report: places, sentences, severities and explanations, once, for every output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from claims.model.claim import Unchecked
from claims.model.document import Document
from claims.model.factset import FactSet
from claims.model.judgement import Judgement, Suggestion
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
from claims.model.verdict import Severity, Verdict
from claims.reports.explanations import because
from claims.reports.fingerprints import fingerprint
from claims.reports.places import NOWHERE, TextPlace, locate
from claims.reports.sentences import message
from claims.reports.severities import severity_of
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
    voice = Voice.of(document.language, facts)
    claims = [
        _claim(
            judgement,
            document,
            voice,
            claim_id=_claim_id(document, number),
            fingerprint=told,
            severity=severity_of(judgement, policies, latest=latest or document.judge_latest),
            caused_by=None if judgement.caused_by is None else _claim_id(document, judgement.caused_by),
        )
        for number, (judgement, told) in enumerate(_told_apart(document, judgements))
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


def _told_apart(document: Document, judgements: Iterable[Judgement]) -> Iterator[tuple[Judgement, str]]:
    """Each judgement with its claim's fingerprint, which counts how often the same was said with the same words."""
    seen: Counter[str] = Counter()
    for judgement in judgements:
        quote = _slice(document, judgement.claim.quote)
        first = fingerprint(document.id, judgement.claim, quote)
        seen[first] += 1
        again = seen[first] > 1
        yield judgement, fingerprint(document.id, judgement.claim, quote, seen[first]) if again else first


def report_claim(
    judgement: Judgement,
    facts: FactSet,
    *,
    claim_id: str,
    policies: Iterable[JudgingPolicy] = (),
    latest: bool = False,
    language: str = "en",
) -> ReportClaim:
    """A judgement of a structured claim as the report shows it, with sentences in ``language``."""
    return _claim(
        judgement,
        None,
        Voice.of(language, facts),
        claim_id=claim_id,
        fingerprint=fingerprint(claim_id, judgement.claim, None),
        severity=severity_of(judgement, policies, latest=latest),
    )


def _claim(
    judgement: Judgement,
    document: Document | None,
    voice: Voice,
    *,
    claim_id: str,
    fingerprint: str,
    severity: Severity,
    caused_by: str | None = None,
) -> ReportClaim:
    """A judgement as the report shows it, made at once: it has too many fields to be made anew for a few of them."""
    claim, blame, suggestion = judgement.claim, judgement.blame, judgement.suggestion
    place = _place_of(judgement, document)
    wrong = judgement.verdict is Verdict.CONTRADICTED  # no other message has the value in its words
    said = (_prose(document, claim.value_span) or voice.value(claim.value)) if wrong else ""
    speaker = _prose(document, claim.speaker.span) if claim.speaker else None
    return ReportClaim(
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
        severity=severity,
        message=message(judgement, said, voice, speaker=speaker),
        fingerprint=fingerprint,
        quote=_slice(document, claim.quote),
        start=_start(claim.quote) if document else None,
        end=_end(claim.quote) if document else None,
        value_start=_start(claim.value_span) if document else None,
        value_end=_end(claim.value_span) if document else None,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        excerpt=place.excerpt,
        excerpt_column=place.excerpt_column,
        match=judgement.match,
        reason=judgement.reason,
        note=judgement.note,
        rule=next((fact.derivation.rule for fact in judgement.evidence if fact.derivation), None),
        blame=BlamedPart(blame.role.value, _start(blame.span), _end(blame.span)) if blame else None,
        items=tuple(ReportItem(_start(i.span), _end(i.span), i.value, i.verdict) for i in judgement.items),
        evidence=tuple(evidence(fact, voice) for fact in judgement.evidence),
        because=because(judgement),
        suggestion=_replacement(suggestion, document) if suggestion else None,
        speaker=speaker,
        quoted=claim.speaker is not None and claim.speaker.literal,
    )


def _place_of(judgement: Judgement, document: Document | None) -> TextPlace:
    """The place that outputs show: of what is blamed, else the value; of a structured claim, that in its file."""
    claim = judgement.claim
    if document is None:
        return TextPlace(claim.place.line, claim.place.column) if claim.place else NOWHERE
    blamed = judgement.blame.span if judgement.blame else None
    shown = blamed or claim.value_span or claim.quote
    return locate(document, shown) if shown else NOWHERE


def _replacement(suggestion: Suggestion, document: Document | None) -> Replacement:
    span = suggestion.span
    said = _prose(document, span)
    is_exact = document is None or span is None or document.is_verbatim(span)
    return Replacement(_start(span), _end(span), suggestion.text, said, is_exact)


def report_unchecked(value: Unchecked, document: Document) -> UncheckedValue:
    """A value that bound to nothing, at its place."""
    line, column = document.line_column(value.span.start)
    quote = document.source[value.span.start : value.span.end]
    return UncheckedValue(value.span.start, value.span.end, line, column, value.kind, value.value, quote, value.reason)


def _slice(document: Document | None, span: Span | None) -> str | None:
    return document.source[span.start : span.end] if document and span else None


def _prose(document: Document | None, span: Span | None) -> str | None:
    return " ".join(document.prose(span).split()) if document and span else None


def _start(span: Span | None) -> int | None:
    return span.start if span else None


def _end(span: Span | None) -> int | None:
    return span.end if span else None
