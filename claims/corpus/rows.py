"""Findings as flat records, one a line: ``findings.jsonl`` and ``findings.parquet`` of a report folder.

    {"kind":"claim","document":"docs/a.md","path":"docs/a.md","date":"2024-10-01","language":"en",
     "fact":"coalition.members","entity":"coalition",...,"value":"85","verdict":"contradicted",...}

Every column is there in every row, ``null`` where it has nothing to say. :data:`COLUMNS` is their list, in order, with
the type and the meaning of each; the names and types of a published version do not change. Numbers, dates and names
that were said are text (``value``, ``unit``), exactly as they were, so that nothing is rounded on its way.

A document's rows follow its text; rows of claims that exclude each other come after them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from claims.corpus.summing.clean import clean
from claims.dataclasses import dataclass, replace
from claims.model.report import DocumentReport, Evidence, Inconsistency, ReportClaim
from claims.model.row import CLAIM, INCONSISTENCY, Row
from claims.model.verdict import Verdict
from claims.reports.findings import document_name, fact_name, qualifiers, value_quote
from claims.reports.values import plain, with_unit


class ColumnType(StrEnum):
    """What a column holds, beside ``null``: text, a whole number, or a list of texts."""

    STRING = "string"
    INTEGER = "integer"
    STRINGS = "strings"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the rows."""

    name: str
    type: ColumnType
    description: str
    optional: bool = True


_TEXT, _NUMBER, _LIST = ColumnType.STRING, ColumnType.INTEGER, ColumnType.STRINGS
COLUMNS = (
    Column("kind", _TEXT, "`claim`, or `inconsistency`: claims of the document exclude each other", optional=False),
    Column(
        "document", _TEXT, "The document's name: its path; for a record also its id, `news.jsonl#r1`", optional=False
    ),
    Column("path", _TEXT, "The file"),
    Column("date", _TEXT, "The document's date, as finely as it is known: `2024`, `2024-10`, `2024-10-01`"),
    Column("language", _TEXT, "The document's language"),
    Column("fact", _TEXT, "Entity, attribute and qualifiers: `acme.price[region: eu]`", optional=False),
    Column("entity", _TEXT, "The id of the entity", optional=False),
    Column("attribute", _TEXT, "The id of the attribute", optional=False),
    Column("where", _TEXT, "The qualifiers: `region: eu, quarter: 3`"),
    Column("operator", _TEXT, "How the value is meant: `eq`, `ne`, `lt`, `le`, `gt`, `ge`, `about`, `nearly`"),
    Column("value", _TEXT, "The value as text: `84`, `3.50`, `2014-09`, `60..62`; of several, separated by commas"),
    Column("unit", _TEXT, "Its unit: `EUR`, `km`, `%`"),
    Column("at", _TEXT, "The time of judging: the claim's own, else the document's or the one that was asked for"),
    Column("verdict", _TEXT, "`supported`, `contradicted`, `outdated`, `conflicting`, `unverifiable`"),
    Column("match", _TEXT, "In what way a supported claim agrees: `exact`, `rounded`, `bound`, `coarser`, `derived`"),
    Column("reason", _TEXT, "Why no fact decides it: `no_fact`, `ambiguous_entity`, `before_first_fact`..."),
    Column("note", _TEXT, "What else there is to know: `premature`"),
    Column("severity", _TEXT, "`error`, `warning`, `note`; `none` is counted and not shown", optional=False),
    Column(
        "silenced_by", _TEXT, "Why a finding that would speak has severity `none`: `comment`, `baseline`, `selection`"
    ),
    Column("confidence", _TEXT, "How surely the claim was read: `high`, `medium`, `low`"),
    Column("start", _NUMBER, "Where the claim begins, in code points of the decoded source, markup included"),
    Column("end", _NUMBER, "Where it ends: the first code point after it"),
    Column("value_start", _NUMBER, "Where its value begins"),
    Column("value_end", _NUMBER, "Where its value ends"),
    Column("line", _NUMBER, "The line of the value, or of what is to blame, from 1; in a record, that of its text"),
    Column("column", _NUMBER, "The column there, from 1"),
    Column("end_line", _NUMBER, "The line where that ends"),
    Column("end_column", _NUMBER, "The column where that ends"),
    Column("quote", _TEXT, "The words of the claim"),
    Column("written", _TEXT, "The words of its value"),
    Column("message", _TEXT, "Why the verdict is what it is, in the language of the text", optional=False),
    Column("suggestion", _TEXT, "What to write instead"),
    Column("suggestion_start", _NUMBER, "Where to write it: the first code point to replace"),
    Column("suggestion_end", _NUMBER, "The first code point after what to replace"),
    Column("known", _LIST, "What the facts say, each value with its unit", optional=False),
    Column(
        "evidence",
        _LIST,
        "Where that is written: `facts/acme.yaml:12`, or `rule ...`; of an inconsistency the ids of its claims",
        optional=False,
    ),
    Column("rule", _TEXT, "The rule that the evidence was derived by"),
    Column("caused_by", _TEXT, "The id of the claim that this one is wrong because of"),
    Column("id", _TEXT, "The claim's id", optional=False),
    Column(
        "fingerprint", _TEXT, "What the claim is recognised by from run to run; holds no line number", optional=False
    ),
)


def rows_of(
    report: DocumentReport, inconsistencies: Iterable[Inconsistency] = (), *, every: bool = False
) -> tuple[Row, ...]:
    """The rows of one document; with ``every`` also those of its supported claims.

    ``inconsistencies`` are those among the document's own claims; one without a claim of this document has no row.
    """
    wanted = (claim for claim in report.claims if every or claim.verdict is not Verdict.SUPPORTED)
    return (*(_row(report, claim) for claim in wanted), *_clashes(report, inconsistencies))


def encode_row(row: Row) -> bytes:
    r"""The row as one line of JSON, UTF-8, with its line end. Half a surrogate pair is written as ``\udc80``."""
    import msgspec

    try:
        return msgspec.json.encode(row) + b"\n"
    except UnicodeEncodeError:
        cells = {column.name: _clean(getattr(row, column.name)) for column in COLUMNS}
        return msgspec.json.encode(cells) + b"\n"


def decode_row(line: bytes) -> Row:
    """The row of a line that :func:`encode_row` wrote."""
    import msgspec

    return msgspec.json.decode(line, type=Row)


def _clean(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_clean, value))
    return clean(value) if isinstance(value, str) else value


def _row(report: DocumentReport, claim: ReportClaim) -> Row:
    new = claim.suggestion
    return Row(
        kind=CLAIM,
        document=document_name(report),
        path=report.path,
        date=report.date,
        language=report.language,
        fact=fact_name(claim.entity, claim.attribute, claim.where),
        entity=claim.entity,
        attribute=claim.attribute,
        where=qualifiers(claim.where) or None,
        operator=claim.operator,
        value=plain(claim.value),
        unit=claim.unit,
        at=claim.at,
        verdict=claim.verdict,
        match=claim.match,
        reason=claim.reason,
        note=claim.note,
        severity=claim.severity,
        silenced_by=claim.silenced_by,
        confidence=claim.confidence,
        start=claim.start,
        end=claim.end,
        value_start=claim.value_start,
        value_end=claim.value_end,
        line=claim.line,
        column=claim.column,
        end_line=claim.end_line,
        end_column=claim.end_column,
        quote=claim.quote,
        written=value_quote(claim),
        message=claim.message,
        suggestion=new.text if new else None,
        suggestion_start=new.start if new else None,
        suggestion_end=new.end if new else None,
        known=tuple(dict.fromkeys(with_unit(fact.value) for fact in claim.evidence)),
        evidence=tuple(dict.fromkeys(map(_place, claim.evidence))),
        rule=claim.rule,
        caused_by=claim.caused_by,
        id=claim.id,
        fingerprint=claim.fingerprint,
    )


def _place(fact: Evidence) -> str:
    if fact.path:
        return fact.path if fact.line is None else f"{fact.path}:{fact.line}"
    return f"rule {fact.rule}" if fact.rule else fact_name(fact.entity, fact.attribute, fact.where)


def _clashes(report: DocumentReport, inconsistencies: Iterable[Inconsistency]) -> Iterator[Row]:
    by_id = {claim.id: claim for claim in report.claims} if inconsistencies else {}
    for clash in inconsistencies:
        members = [by_id[it.claim] for it in clash.claims if it.document == report.id and it.claim in by_id]
        if members:
            yield _clash(_row(report, members[0]), clash, members)


def _clash(first: Row, clash: Inconsistency, members: list[ReportClaim]) -> Row:
    """The row of claims that exclude each other, at the place of the first: no fact decides which of them is wrong."""
    return replace(
        first,
        kind=INCONSISTENCY,
        severity=clash.severity,
        message=clash.message,
        evidence=tuple(claim.id for claim in members),
        known=(),
        operator=None,
        value=None,
        unit=None,
        written=None,
        verdict=None,
        match=None,
        reason=None,
        note=None,
        silenced_by=None,
        confidence=None,
        rule=None,
        caused_by=None,
        suggestion=None,
        suggestion_start=None,
        suggestion_end=None,
    )
