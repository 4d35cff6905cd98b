"""The summary of a corpus: what many documents come to, in the shape of ``schemas/summary.schema.json``.

Figures count everything; lists show the first of many and say how many there are (:class:`Top`). A *finding* is a claim
that is reported at a severity: what was silenced, and what is wrong only because another claim is, counts in the
figures and is in no list.
"""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from claims.dataclasses import dataclass
from claims.model.verdict import Operator, Reason, Severity, Verdict

Entry_co = TypeVar("Entry_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Top(Generic[Entry_co]):
    """The first of ``total`` entries.

    ``missed`` is 0 where every count is exact. Where more was said than is kept in memory, the counts of an entry may
    be too low by at most ``missed``, and entries with a lower count may be absent, and missing from ``total``.
    """

    total: int
    entries: tuple[Entry_co, ...]
    missed: int = 0


@dataclass(frozen=True, slots=True)
class VerdictCounts:
    """How many claims have which verdict; ``findings`` are those of them that are reported."""

    supported: int = 0
    contradicted: int = 0
    outdated: int = 0
    conflicting: int = 0
    unverifiable: int = 0
    findings: int = 0

    @property
    def claims(self) -> int:
        """All of them."""
        return self.supported + self.contradicted + self.outdated + self.conflicting + self.unverifiable

    def of(self, verdict: Verdict) -> int:
        """How many have this verdict."""
        return {
            Verdict.SUPPORTED: self.supported,
            Verdict.CONTRADICTED: self.contradicted,
            Verdict.OUTDATED: self.outdated,
            Verdict.CONFLICTING: self.conflicting,
            Verdict.UNVERIFIABLE: self.unverifiable,
        }[verdict]


@dataclass(frozen=True, slots=True)
class Worded:
    """A value: as files write it, with its unit (``9 EUR``, ``antony-blinken``), and in words for people."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A document where something was said ``number`` times, ``findings`` of them reported; the first at ``line``.

    ``quote`` are the first words, on one line and cut where they are long.
    """

    document: str
    number: int
    findings: int
    line: int | None
    date: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class FactSummary:
    """What was said of one attribute of one entity, in ``documents`` documents.

    ``name`` is the entity's name, ``known`` what the facts say of it now, as far as they do, ``path`` and ``line``
    where. ``worst`` are the documents with most findings.
    """

    entity: str
    attribute: str
    name: str
    known: tuple[Worded, ...]
    path: str | None
    line: int | None
    documents: int
    counts: VerdictCounts
    worst: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class EntitySummary:
    """What was said of one entity, in ``documents`` documents."""

    entity: str
    name: str
    documents: int
    counts: VerdictCounts


@dataclass(frozen=True, slots=True)
class FileSummary:
    """What was said in one file, in ``documents`` documents of it (records of a table) with a claim."""

    path: str
    documents: int
    counts: VerdictCounts


@dataclass(frozen=True, slots=True)
class MonthSummary:
    """What was said in the documents of a month.

    ``month`` is ``2024-10``; a date that is known less finely as it is (``2024``, ``2024-Q3``); ``None`` for
    documents without a date.
    """

    month: str | None
    documents: int
    counts: VerdictCounts


@dataclass(frozen=True, slots=True)
class WrongValue:
    """A value that was said and is wrong, and what the facts say instead (``known``).

    ``first`` and ``last`` are the earliest and the latest date of the
    documents that say it.
    """

    entity: str
    attribute: str
    name: str
    where: str
    operator: Operator
    value: Worded
    known: tuple[Worded, ...]
    verdict: Verdict
    claims: int
    documents: int
    first: str | None
    last: str | None
    worst: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that changed on ``since`` (or was known by then) to ``value``, and the documents that say what was.

    ``said`` are the values they give, most often first.
    """

    entity: str
    attribute: str
    name: str
    where: str
    since: str | None
    value: Worded
    said: tuple[Worded, ...]
    claims: int
    documents: int
    first: str | None
    last: str | None
    worst: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class UnstatedFact:
    """A fact that no document states, and where it is written."""

    entity: str
    attribute: str
    name: str
    known: tuple[Worded, ...]
    path: str | None
    line: int | None


@dataclass(frozen=True, slots=True)
class Undecided:
    """Claims that no fact decides, and why."""

    entity: str
    attribute: str
    name: str
    reason: Reason
    claims: int
    documents: int
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class UncheckedKind:
    """Values of one kind (``number``, ``date``...) that bound to nothing, and why."""

    reason: str
    kind: str
    values: int
    documents: int
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class SaidValue:
    """One of several values that exclude each other."""

    operator: Operator
    value: Worded
    claims: int
    documents: int
    first: str | None
    last: str | None
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Values that documents give for something that no fact decides, and that exclude each other.

    ``at`` is the time that all of them name, ``None`` where they name none. ``overlap`` says that two of them were
    said at the same time, so that it is no change that the facts do not know of. ``values`` are those of most
    documents first.
    """

    entity: str
    attribute: str
    name: str
    where: str
    at: str | None
    overlap: bool
    claims: int
    documents: int
    values: Top[SaidValue]


@dataclass(frozen=True, slots=True)
class UnreadDocument:
    """A document that could not be read, and why."""

    document: str
    message: str


@dataclass(frozen=True, slots=True)
class FailedRequirement:
    """A requirement that the facts do not meet."""

    rule: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures of the whole corpus; every value that was read is counted once.

    ``values`` = the claims of ``counts`` + ``consequences`` (wrong only because another claim is) + ``not_checked``.
    ``skimmed`` documents were not read, since they name nothing that the facts know. ``speaking`` documents have at
    least one claim, ``affected`` ones a finding. ``silenced`` are those of the wrong claims that a comment, a baseline
    or a selection silenced.
    """

    documents: int
    unreadable: int
    skimmed: int
    speaking: int
    affected: int
    values: int
    counts: VerdictCounts
    not_checked: int
    consequences: int
    silenced: int
    errors: int
    warnings: int
    notes: int
    inconsistencies: int
    problems: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusSummary:
    """What a corpus comes to.

    ``as_of`` is the time of judging that was asked for: a date, or ``latest``. ``language`` is that of most documents,
    for the pages made from this.
    """

    format: Literal["claims-summary/1"] = "claims-summary/1"
    version: str
    as_of: str | None
    language: str
    totals: Totals
    facts: Top[FactSummary]
    entities: Top[EntitySummary]
    files: Top[FileSummary]
    documents: Top[Spot]
    months: Top[MonthSummary]
    wrong_values: Top[WrongValue]
    changes: Top[Change]
    unstated: Top[UnstatedFact]
    undecided: Top[Undecided]
    unchecked: Top[UncheckedKind]
    disagreements: Top[Disagreement]
    unreadable: Top[UnreadDocument]
    requirements: Top[FailedRequirement]
