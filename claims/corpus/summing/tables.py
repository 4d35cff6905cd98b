"""What is counted: one table for each question that the summary answers, as a hand-written register.

A table names, for a claim of a document, the key that it is counted under, or ``None`` where it does not count. Keys
are words, so that they sort the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable

from claims.corpus.summing.groups import Key
from claims.corpus.summing.values import word_of
from claims.dataclasses import dataclass
from claims.model.report import DocumentReport, Evidence, ReportClaim
from claims.model.values import ListOf
from claims.model.verdict import Reason, Verdict
from claims.reports.findings import is_finding, qualifiers

WRONG = frozenset({Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.CONFLICTING})
MOST_GROUPS = 100_000
"""How many groups of a table are kept where there is no end to them: of values, of files. Those with most findings."""


@dataclass(frozen=True, slots=True)
class Table:
    """A question about claims. ``bounded`` ones have no more groups than there are facts, reasons or months."""

    name: str
    key: Callable[[DocumentReport, ReportClaim], Key | None]
    bounded: bool = False


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """A question about documents: all claims of one count under one key. Its groups name no places."""

    name: str
    key: Callable[[DocumentReport], Key]
    bounded: bool = False


def _all(_document: DocumentReport) -> Key:
    return ()


def _fact(_document: DocumentReport, claim: ReportClaim) -> Key:
    return claim.entity, claim.attribute


def _entity(_document: DocumentReport, claim: ReportClaim) -> Key:
    return (claim.entity,)


def _file(document: DocumentReport) -> Key:
    return (document.path or document.id,)


def _month(document: DocumentReport) -> Key:
    """``2024-10`` of a day; a date that is known less finely stands for itself."""
    date = document.date or ""
    return (date[:7] if len(date) == len("2024-10-01") else date,)


def _language(document: DocumentReport) -> Key:
    return ((document.language or "").partition("-")[0],)


def _wrong(_document: DocumentReport, claim: ReportClaim) -> Key | None:
    if claim.verdict not in WRONG or not is_finding(claim):
        return None
    known = ListOf(tuple(dict.fromkeys(fact.value for fact in claim.evidence)))
    return (
        *(claim.entity, claim.attribute, qualifiers(claim.where)),
        *(word_of(claim.value), claim.operator.value, claim.verdict.value, word_of(known)),
    )


def _change(_document: DocumentReport, claim: ReportClaim) -> Key | None:
    if claim.verdict is not Verdict.OUTDATED or not is_finding(claim) or not claim.evidence:
        return None
    now = claim.evidence[0]
    return claim.entity, claim.attribute, qualifiers(claim.where), _begun(now), word_of(now.value)


def _begun(fact: Evidence) -> str:
    return fact.since or fact.as_of or fact.during or ""


def _undecided(_document: DocumentReport, claim: ReportClaim) -> Key | None:
    if claim.verdict is not Verdict.UNVERIFIABLE or claim.caused_by is not None:
        return None
    return claim.entity, claim.attribute, (claim.reason or Reason.NO_FACT).value


def _unknown(document: DocumentReport, claim: ReportClaim) -> Key | None:
    """What no fact speaks of, at the time that the claim itself names; that of its document is none of its own."""
    if claim.verdict is not Verdict.UNVERIFIABLE or claim.reason is not Reason.NO_FACT or claim.caused_by is not None:
        return None
    at = "" if claim.at is None or claim.at == document.date else claim.at
    return claim.entity, claim.attribute, qualifiers(claim.where), at, claim.operator.value, word_of(claim.value)


DOCUMENT_TABLES = (
    DocumentTable("all", _all, bounded=True),
    DocumentTable("files", _file),
    DocumentTable("months", _month, bounded=True),
    DocumentTable("languages", _language),
)
TABLES = (
    Table("facts", _fact, bounded=True),
    Table("entities", _entity, bounded=True),
    Table("wrong", _wrong),
    Table("changes", _change, bounded=True),
    Table("undecided", _undecided, bounded=True),
    Table("unknown", _unknown),
)
UNCHECKED = "unchecked"
NAMES = (*(table.name for table in (*DOCUMENT_TABLES, *TABLES)), UNCHECKED)
CAPPED = frozenset(table.name for table in (*DOCUMENT_TABLES, *TABLES) if not table.bounded)
