"""Rows: findings of many documents as flat records, for data frames and databases.

A row is a claim whose verdict is not ``supported`` (or every claim, where that is asked for), or claims of a document
that exclude each other. Every field is text, a whole number or a list of texts, and ``None`` where there is nothing to
say, so that a row is the same in JSON Lines and in Parquet. Offsets are code points in the decoded source text, half
open; lines and columns are 1-based.
"""

from __future__ import annotations

from claims.dataclasses import dataclass
from claims.model.verdict import Confidence, Match, Operator, Reason, Severity, Silence, Verdict

CLAIM = "claim"
INCONSISTENCY = "inconsistency"


@dataclass(frozen=True, slots=True)
class Row:
    """One finding, or one claim. What each field holds is said in :data:`claims.corpus.rows.COLUMNS`."""

    kind: str
    document: str
    path: str | None
    date: str | None
    language: str | None
    fact: str
    entity: str
    attribute: str
    where: str | None
    operator: Operator | None
    value: str | None
    unit: str | None
    at: str | None
    verdict: Verdict | None
    match: Match | None
    reason: Reason | None
    note: str | None
    severity: Severity
    silenced_by: Silence | None
    confidence: Confidence | None
    start: int | None
    end: int | None
    value_start: int | None
    value_end: int | None
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    quote: str | None
    written: str | None
    message: str
    suggestion: str | None
    suggestion_start: int | None
    suggestion_end: int | None
    known: tuple[str, ...]
    evidence: tuple[str, ...]
    rule: str | None
    caused_by: str | None
    id: str
    fingerprint: str
