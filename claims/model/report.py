"""The report: everything a run found, in the shape of ``schemas/report.schema.json``.

Each output format is a function ``Report -> str``. Offsets are code points in the decoded source text, half
open; lines and columns are 1-based, columns in code points.
"""

from __future__ import annotations

from claims.dataclasses import dataclass, field
from claims.errors import Problem
from claims.model.document import Document
from claims.model.fact import Where
from claims.model.values import Value
from claims.model.verdict import Confidence, Match, Operator, Reason, Severity, Silence, Verdict


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact that a verdict rests on, ready to be shown: ``statement`` is a sentence in the text's language."""

    entity: str
    attribute: str
    value: Value
    statement: str
    where: Where = ()
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    during: str | None = None
    source: str | None = None
    source_title: str | None = None
    source_publisher: str | None = None
    source_published: str | None = None
    source_url: str | None = None
    quote: str | None = None
    path: str | None = None
    line: int | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Because:
    """A node of the explanation: a sentence, and what it follows from."""

    text: str
    children: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True)
class BlamedPart:
    """The part of a claim to mend (``value``, ``entity``, ``attribute``, ``time``, ``unit``) and where it is."""

    role: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Replacement:
    """What to write instead, and where; no place for a structured claim.

    ``replaces`` are the words at the place as they read. ``is_exact`` says that they stand there letter by letter, so
    that ``text`` can be put in their place; markup may stand in it otherwise, and a person has to see to it.
    """

    start: int | None
    end: int | None
    text: str
    replaces: str | None = None
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class ReportItem:
    """One member of a list claim, with its own verdict."""

    start: int | None
    end: int | None
    value: Value
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that has to do with a claim."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReportClaim:
    """A claim with its verdict. Places are ``None`` for structured claims.

    ``line`` to ``end_column`` is the place every output shows: that of the value, or of the blamed part where
    the blame lies elsewhere. ``excerpt`` is the text of ``line``, cut around the place where the line is long; it
    begins at the 1-based ``excerpt_column``. ``fingerprint`` holds no line number. ``silenced_by`` says why a finding
    that would speak has severity ``none``.
    begins at the 1-based ``excerpt_column``. ``fingerprint`` holds no line number. ``entity_name`` is the entity's
    name in the language of the text. ``speaker`` is whose words the claim is, as the text names them; ``quoted``: it
    stands in quotation marks.
    """

    id: str
    entity: str
    attribute: str
    operator: Operator
    value: Value
    verdict: Verdict
    severity: Severity
    message: str
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    value_start: int | None = None
    value_end: int | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    where: Where = ()
    unit: str | None = None
    at: str | None = None
    match: Match | None = None
    reason: Reason | None = None
    note: str | None = None
    confidence: Confidence = Confidence.HIGH
    rule: str | None = None
    caused_by: str | None = None
    blame: BlamedPart | None = None
    items: tuple[ReportItem, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    because: tuple[Because, ...] = ()
    related: tuple[Related, ...] = ()
    suggestion: Replacement | None = None
    fingerprint: str = ""
    excerpt: str | None = None
    how: tuple[str, ...] = ()
    excerpt_column: int = 1
    silenced_by: Silence | None = None
    entity_name: str = ""
    speaker: str | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class UncheckedValue:
    """A value that was read and bound to nothing, and why."""

    start: int
    end: int
    line: int
    column: int
    kind: str
    value: Value
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What was found in one document. ``error`` is set, and the rest empty, for one that could not be read.

    ``problems`` are mistakes in what the text says to this program (its suppressions); each is a warning.
    ``text`` is the document itself, for outputs that show it or count in other units; no output writes it as data.
    One that ``is_skimmed`` was looked through and not read, since it names nothing that the facts know: all but its
    id and path is empty.
    """

    id: str
    path: str | None = None
    language: str | None = None
    date: str | None = None
    claims: tuple[ReportClaim, ...] = ()
    unchecked: tuple[UncheckedValue, ...] = ()
    error: Problem | None = None
    problems: tuple[Problem, ...] = ()
    text: Document | None = field(default=None, repr=False)
    is_skimmed: bool = False


@dataclass(frozen=True, slots=True)
class RequirementFailure:
    """A requirement that the facts do not meet."""

    rule: str
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...] = ()
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """A claim of the report, by its document and id."""

    document: str
    claim: str


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Claims that exclude each other."""

    claims: tuple[ClaimPlace, ...]
    message: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a run found, documents in the order they were given.

    ``problems`` are warnings that belong to no document, such as entries of a baseline that are out of date.
    """

    documents: tuple[DocumentReport, ...] = ()
    requirements: tuple[RequirementFailure, ...] = ()
    inconsistencies: tuple[Inconsistency, ...] = ()
    as_of: str | None = None
    version: str = field(default="")
    problems: tuple[Problem, ...] = ()

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """The problems of all documents, and those of none."""
        return (*(problem for document in self.documents for problem in document.problems), *self.problems)

    @property
    def claims(self) -> tuple[ReportClaim, ...]:
        """The claims of all documents."""
        return tuple(claim for document in self.documents for claim in document.claims)
