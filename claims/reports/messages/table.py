"""The shape of a language's table of sentences."""

from __future__ import annotations

from collections.abc import Mapping

from claims.dataclasses import dataclass
from claims.model.dates import Precision
from claims.model.judgement import BlameRole
from claims.model.verdict import Match, Reason


@dataclass(frozen=True, slots=True)
class Messages:
    """Everything a report says in the language of a text.

    ``articles`` are the words that begin a short name ("the Coalition") and so tell that the full name takes one.
    ``one_below``: amounts below it take the singular.
    """

    language: str
    articles: tuple[str, ...]
    one_below: int
    on: Mapping[Precision, str]
    conjunction: str
    between: str
    up_to: str
    from_on: str
    yes: str
    no: str
    negated: str
    unknown: str
    nothing: str
    statement: str
    statements: Mapping[str, str]
    as_of: Mapping[Precision, str]
    since: Mapping[Precision, str]
    until: Mapping[Precision, str]
    since_until: str
    during: Mapping[Precision, str]
    derived: str
    supported: Mapping[Match, str]
    contradicted: str
    contradicted_by_none: str
    premature: str
    outdated: str
    outdated_now: str
    outdated_undated: str
    conflicting: str
    unverifiable: Mapping[Reason, str]
    also: str
    blamed: Mapping[BlameRole, str]
    said_by: str
    quoted: str


def by_precision(usual: str, **others: str) -> Mapping[Precision, str]:
    """A template for dates of every precision: the usual one, and those of the precisions that are named."""
    return {precision: others.get(precision.value, usual) for precision in Precision}
