"""``claimreview``: schema.org ClaimReview as JSON-LD, for a page that publishes the checks of other people's claims.

    {"@context": "https://schema.org",
     "@graph": [{"@type": "ClaimReview", "identifier": "9f0c...", "inLanguage": "en",
       "claimReviewed": "The Coalition now counts 85 members",
       "itemReviewed": {"@type": "Claim", "appearance": {"@type": "CreativeWork", "name": "docs/a.md"}},
       "reviewRating": {"@type": "Rating", "ratingValue": 1, "worstRating": 1, "bestRating": 5,
                        "alternateName": "Contradicted"},
       "reviewBody": "...", "citation": [...]}]}

Ratings: 5 supported, 3 conflicting, 2 outdated, 1 contradicted. What no fact decides, what was read with low
confidence, and what is wrong only because another claim is, is no review and left out. Search engines ask for two
things that a check does not know and that you add: the ``url`` of the page that shows the review, and its
``author``. ``<`` is escaped, so that the text can stand in a ``<script type="application/ld+json">``.
"""

from __future__ import annotations

from claims.model.report import DocumentReport, Evidence, Report, ReportClaim
from claims.model.verdict import Confidence, Verdict
from claims.reports import findings
from claims.reports.json_text import json_text
from claims.reports.page_words import page_words
from claims.reports.values import Json

_RATINGS = {Verdict.SUPPORTED: 5, Verdict.CONFLICTING: 3, Verdict.OUTDATED: 2, Verdict.CONTRADICTED: 1}


def render(report: Report) -> str:
    """The reviews, in the order of the documents."""
    reviews: list[Json] = []
    for document in report.documents:
        reviews += (_review(document, claim) for claim in document.claims if _is_sure(claim))
    text = json_text({"@context": "https://schema.org", "@graph": reviews})
    return text.replace("<", "\\u003c")


def _said(document: DocumentReport, claim: ReportClaim) -> str:
    """The words of the claim; of a bare value, as in the cell of a table, what it claims."""
    is_bare = (claim.start, claim.end) == (claim.value_start, claim.value_end)
    return (None if is_bare else findings.quoted(document, claim)) or findings.equation(claim)


def _is_sure(claim: ReportClaim) -> bool:
    return claim.verdict in _RATINGS and claim.caused_by is None and claim.confidence is not Confidence.LOW


def _review(document: DocumentReport, claim: ReportClaim) -> Json:
    words = page_words(document.language or "en")
    return {
        "@type": "ClaimReview",
        "identifier": claim.fingerprint,
        "inLanguage": words.language,
        "claimReviewed": _said(document, claim),
        "itemReviewed": {"@type": "Claim", "appearance": _appearance(document)},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATINGS[claim.verdict],
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": words.verdicts[claim.verdict],
        },
        "reviewBody": " ".join((f"{claim.message[:1].upper()}{claim.message[1:]}.", *_statements(claim))),
        "citation": [_citation(fact) for fact in claim.evidence if fact.source],
    }


def _statements(claim: ReportClaim) -> list[str]:
    return [fact.statement for fact in claim.evidence]


def _appearance(document: DocumentReport) -> Json:
    return {
        "@type": "CreativeWork",
        "name": findings.document_name(document),
        **({"inLanguage": document.language} if document.language else {}),
        **({"datePublished": document.date} if document.date else {}),
    }


def _citation(fact: Evidence) -> Json:
    return {
        "@type": "CreativeWork",
        "name": fact.source_title or fact.source_publisher or fact.source or "",
        **({"publisher": {"@type": "Organization", "name": fact.source_publisher}} if fact.source_publisher else {}),
        **({"datePublished": fact.source_published} if fact.source_published else {}),
        **({"url": fact.source_url} if fact.source_url else {}),
        **({"text": fact.quote} if fact.quote else {}),
    }
