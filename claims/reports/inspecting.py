"""From what was read in a document to what ``claims inspect`` shows."""

from __future__ import annotations

from collections.abc import Iterable

from claims.model.claim import Claim
from claims.model.document import Block, Document
from claims.model.inspection import InspectedClaim, InspectedDocument, InspectedMention
from claims.model.mention import Mention
from claims.model.span import Span


def inspected(
    document: Document, mentions: Iterable[tuple[Block, Mention]], claims: Iterable[Claim]
) -> InspectedDocument:
    """What was seen in a document; mentions come with the block that their offsets are in."""
    return InspectedDocument(
        id=document.id,
        path=document.path,
        language=document.language,
        date=str(document.date) if document.date else None,
        mentions=tuple(_mention(document, block.to_source(it.span), it) for block, it in mentions),
        claims=tuple(_claim(document, claim) for claim in claims),
    )


def _mention(document: Document, span: Span, mention: Mention) -> InspectedMention:
    quote = document.source[span.start : span.end]
    return InspectedMention(
        mention.kind.value, span.start, span.end, quote, mention.value, mention.operator, mention.entities
    )


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
