"""What the reader sees, for ``claims inspect``: as text for people, as JSON for tools.

    communique.md (en, 2024-10-01)
      12:14  entity   The Coalition     coalition
      12:35  number   85                85
      12:38  wording  members
      claim  coalition.members = 85 (high): 85 members

In JSON, ``documents[].mentions[]`` holds ``kind``, ``start``, ``end``, ``quote``, ``value``, ``unit``, ``operator``
and ``entities``; a number is its decimal text, a percentage the number before the sign, a date ``YYYY``, ``YYYY-MM``
or ``YYYY-MM-DD``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.model.claim import Claim, Unchecked
from claims.model.document import Block, Document
from claims.model.inspection import InspectedClaim, InspectedDocument, InspectedMention, InspectedValue, Inspection
from claims.model.mention import Mention
from claims.model.span import Span
from claims.reports.as_json import problem_to_json, where_to_json
from claims.reports.explanations import SIGNS
from claims.reports.findings import fact_name
from claims.reports.json_text import json_text
from claims.reports.screen import harmless
from claims.reports.summary import in_words
from claims.reports.tables import aligned
from claims.reports.values import Json, plain, unit_of


def inspect_document(
    document: Document,
    mentions: Iterable[tuple[Block, Mention]],
    claims: Iterable[Claim],
    unchecked: Iterable[Unchecked] = (),
) -> InspectedDocument:
    """What was seen in a document; mentions come with the block that their offsets are in."""
    return InspectedDocument(
        id=document.id,
        path=document.path,
        language=document.language,
        date=str(document.date) if document.date else None,
        mentions=tuple(_mention(document, block.to_source(it.span), it) for block, it in mentions),
        claims=tuple(_claim(document, claim) for claim in claims),
        unchecked=tuple(_unchecked(document, value) for value in unchecked),
    )


def _mention(document: Document, span: Span, mention: Mention) -> InspectedMention:
    quote = document.source[span.start : span.end]
    return InspectedMention(
        mention.kind.value, span.start, span.end, quote, mention.value, mention.operator, mention.entities
    )


def _unchecked(document: Document, value: Unchecked) -> InspectedValue:
    span = value.span
    return InspectedValue(span.start, span.end, document.source[span.start : span.end], value.value, value.reason)


def _claim(document: Document, claim: Claim) -> InspectedClaim:
    value_span = claim.value_span or claim.quote or Span(0, 0)
    quote = claim.quote or value_span
    return InspectedClaim(
        entity=claim.entity,
        attribute=claim.attribute,
        operator=claim.operator,
        value=claim.value,
        start=quote.start,
        end=quote.end,
        value_start=value_span.start,
        value_end=value_span.end,
        quote=document.source[quote.start : quote.end],
        where=claim.where,
        time=str(claim.time.written) if claim.time else None,
        confidence=claim.confidence,
        how=claim.how,
        reason=claim.reason,
        candidates=claim.candidates,
    )


def inspection_json(inspection: Inspection) -> str:
    """The inspection as JSON text that ends with a line end."""
    documents: Json = [_document_json(document) for document in inspection.documents]
    return json_text({"format": "claims-inspection/1", "documents": documents})


def _document_json(document: InspectedDocument) -> Json:
    return {
        "id": document.id,
        "path": document.path,
        "language": document.language,
        "date": document.date,
        "mentions": [_mention_json(mention) for mention in document.mentions],
        "claims": [_claim_json(claim) for claim in document.claims],
        "unchecked": [
            {"start": it.start, "end": it.end, "quote": it.quote, "value": plain(it.value), "reason": it.reason}
            for it in document.unchecked
        ],
        "error": problem_to_json(document.error),
    }


def _mention_json(mention: InspectedMention) -> Json:
    return {
        "kind": mention.kind,
        "start": mention.start,
        "end": mention.end,
        "quote": mention.quote,
        "value": None if mention.value is None else plain(mention.value),
        "unit": None if mention.value is None else unit_of(mention.value),
        "operator": mention.operator.value,
        "entities": list(mention.entities),
    }


def _claim_json(claim: InspectedClaim) -> Json:
    return {
        "entity": claim.entity,
        "attribute": claim.attribute,
        "where": where_to_json(claim.where),
        "operator": claim.operator.value,
        "value": plain(claim.value),
        "unit": unit_of(claim.value),
        "time": claim.time,
        "start": claim.start,
        "end": claim.end,
        "value_start": claim.value_start,
        "value_end": claim.value_end,
        "quote": claim.quote,
        "confidence": claim.confidence.value,
        "how": list(claim.how),
        "reason": claim.reason,
        "candidates": list(claim.candidates),
    }


def inspection_text(inspection: Inspection) -> str:
    """The inspection as text that ends with a line end."""
    return "\n\n".join("\n".join(_document_text(document)) for document in inspection.documents) + "\n"


def _document_text(document: InspectedDocument) -> Iterator[str]:
    details = ", ".join(filter(None, (document.language, document.date)))
    yield harmless(document.path or document.id) + (f" ({details})" if details else "")
    if document.error:
        yield f"  cannot be read: {harmless(document.error.message)}"
    elif not document.mentions:
        yield "  nothing was seen"
    rows = [_mention_cells(mention) for mention in document.mentions]
    yield from (f"  {line}" for line in aligned(rows, right=(0,)))
    for claim in document.claims:
        yield from _claim_lines(claim)
    for value in document.unchecked:
        yield f"  unchecked {harmless(value.quote)}: {in_words(value.reason)}"


def _mention_cells(mention: InspectedMention) -> list[str]:
    read = ", ".join(mention.entities)
    if mention.value is not None:
        unit = unit_of(mention.value)
        read = f"{SIGNS[mention.operator]} {plain(mention.value)}{f' {unit}' if unit else ''}"
    return [f"{mention.start}-{mention.end}", mention.kind, mention.quote, read]


def _claim_lines(claim: InspectedClaim) -> Iterator[str]:
    unit = unit_of(claim.value)
    said = f"{plain(claim.value)}{f' {unit}' if unit else ''}"
    name = fact_name(claim.entity, claim.attribute, claim.where)
    when = f" at {claim.time}" if claim.time else ""
    yield f"  claim {harmless(f'{name} {SIGNS[claim.operator]} {said}{when}')} ({claim.confidence}): " + harmless(
        claim.quote
    )
    yield from (f"    {harmless(step)}" for step in claim.how)
    if claim.reason:
        yield f"    {claim.reason}: {harmless(', '.join(claim.candidates))}"
