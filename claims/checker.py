"""The whole path on one page: bytes → document → mentions → claims → verdicts → report.

A :class:`Checker` is made once from facts and rules, is immutable and may be shared between threads. It
prints nothing, and touches no disk after it was loaded but the cache (:mod:`claims.files.cache`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claims import __version__
from claims.compiled.compiled import Compiled, Daily, compile_facts
from claims.compiled.keeping import is_large, load_compiled
from claims.compiled.lexicons import Words
from claims.dataclasses import dataclass
from claims.documents import read
from claims.errors import Problem
from claims.judging import Background, judge, judge_all, policies_for
from claims.model.claim import Claim
from claims.model.dates import PartialDate, Period
from claims.model.document import Document
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.report import DocumentReport, Inconsistency, Report, ReportClaim, RequirementFailure
from claims.model.rule import Rules
from claims.model.verdict import Reason, Severity, Verdict
from claims.reading.prefilter import Prefilter
from claims.reading.reader import Reader
from claims.reasoning.consistency import inconsistencies
from claims.reports.building import report_claim, report_document
from claims.reports.consistency import report_inconsistency
from claims.reports.outcome import failures

if TYPE_CHECKING:
    from claims.compiled.results import Results
    from claims.editing.suppressions import Suppressions
    from claims.loading.given import GivenClaim
    from claims.model.inspection import Inspection

CORE = "core/1"


@dataclass(frozen=True, slots=True)
class CheckReport(Report):
    """A report with the two questions that programs ask of it."""

    def ok(self, *, fail_level: str = "error", require_support: bool = False, min_checked: int = 0) -> bool:
        """Whether the texts pass: no finding at or above ``fail_level`` (``error``, ``warning``, ``note``).

        With ``require_support`` every value must be supported; at least ``min_checked`` claims must be decided.
        """
        level = Severity(fail_level)
        return not failures(self, fail_level=level, require_support=require_support, min_checked=min_checked)

    def feedback(self) -> str:
        """What is wrong and what to write instead, a line for each finding: stable text to hand back to a writer."""
        from claims.reports.feedback import feedback

        return feedback(self)


@dataclass(frozen=True, slots=True)
class Checker:
    """Facts and rules, ready to check texts and claims against.

    ``stated`` are the facts as given, ``facts`` has what follows from them by the rules as well, and
    ``timed`` the rules whose outcome depends on the day (ages, anniversaries). ``background`` is what judging looks
    up to tell which part of a wrong claim to mend. ``key`` names the facts and rules in the cache; ``None`` where there
    is none.
    """

    stated: FactSet
    rules: Rules
    facts: FactSet
    timed: Daily
    reader: Reader
    requirements: tuple[RequirementFailure, ...]
    background: Background
    key: str | None = None

    @classmethod
    def load(cls, facts: Iterable[str | Path], rules: Iterable[str | Path] = (CORE,)) -> Checker:
        """Load facts and rules from files, folders or pinned vocabularies (``core/1``).

        Raises :class:`~claims.errors.LoadError` with every mistake in them, and
        :class:`~claims.errors.InputError` for a file that cannot be read.
        """
        return cls._ready(load_compiled(tuple(facts), tuple(rules)))

    @classmethod
    def of(cls, stated: FactSet, rules: Rules) -> Checker:
        """A checker for facts and rules that are loaded already. Raises :class:`~claims.errors.LoadError`."""
        return cls._ready(compile_facts(stated, rules))

    @classmethod
    def _ready(cls, made: Compiled) -> Checker:
        words = Words(made.facts, made.key)
        reader = Reader(
            made.facts,
            cache(made.daily.can_derive),
            lexicon=words.lexicon,
            names=words.names,
            prefilter=words.prefilter,
        )
        return cls(
            made.stated, made.rules, made.facts, made.daily, reader, made.requirements, made.background, made.key
        )

    @property
    def prefilter(self) -> Prefilter | None:
        """What tells, before a document is read, whether it names anybody: for ``read(..., sieve=...)``.

        ``None`` where there are too many names for it, which are looked up word by word as they are.
        """
        return None if is_large(self.stated) else self.reader.prefilter

    def with_facts(self, facts: Iterable[Fact]) -> Checker:
        """A checker that knows these facts as well. Raises :class:`~claims.errors.LoadError` for wrong values."""
        from claims.loading.written import type_facts

        return Checker.of(self.stated.with_facts(type_facts(facts, self.stated)), self.rules)

    def check(
        self,
        text: str,
        *,
        language: str | None = None,
        date: str | None = None,
        about: Sequence[str] = (),
        where: Mapping[str, str] | None = None,
        path: str | None = None,
        as_of: str | None = None,
    ) -> CheckReport:
        """Check one text. Dates are ``2024``, ``2024-10`` or ``2024-10-01``.

        Raises ``ValueError`` for a date of another form and :class:`~claims.errors.InputError` for a text that
        is none.
        """
        document = read(
            text,
            path=path,
            language=language,
            date=PartialDate.parse(date) if date else None,
            about=tuple(about),
            where=tuple(sorted((where or {}).items())),
        )
        return self.check_documents([document], as_of=PartialDate.parse(as_of) if as_of else None)

    def check_documents(
        self,
        documents: Iterable[Document | Problem],
        *,
        as_of: PartialDate | None = None,
        latest: bool = False,
        results: Results | None = None,
    ) -> CheckReport:
        """Check documents, each at its time of judging; what could not be read is reported in its place.

        With ``results``, those of earlier runs are taken, and new ones added.
        """
        reports: list[DocumentReport] = []
        said: list[tuple[str, Claim]] = []
        dates: dict[str, PartialDate | None] = {}
        suppressions: dict[str, Suppressions] = {}
        for document in documents:
            if isinstance(document, Problem):
                reports.append(DocumentReport(document.path, document.path, error=document))
                continue
            if document.is_skimmed:
                reports.append(DocumentReport(document.id, document.path, is_skimmed=True))
                continue
            kept = results.find(document) if results else None
            claims, report = kept or self._check(document, as_of, latest=latest)
            if results and not kept:
                results.add(document, claims, report)
            reports.append(report)
            dates[document.id] = document.date
            if document.comments:
                from claims.editing.suppressions import read_suppressions

                suppressions[document.id] = read_suppressions(document, self.rules.ids)
            said.extend((document.id, claim) for claim in claims)
        shown = [(report.id, claim) for report in reports for claim in report.claims]
        found = CheckReport(
            documents=tuple(reports),
            requirements=self.requirements,
            inconsistencies=tuple(_inconsistencies(said, shown, self.facts, dates)),
            as_of=str(as_of) if as_of else None,
            version=__version__,
        )
        if not suppressions:
            return found
        from claims.editing.suppressions import suppress

        return suppress(found, suppressions)

    def verify(
        self,
        *,
        entity: str,
        attribute: str,
        value: str | int | bool,
        operator: str = "eq",
        where: Mapping[str, str] | None = None,
        date: str | None = None,
    ) -> ReportClaim:
        """Check one structured claim. Raises ``ValueError`` for an operator or a date that is none."""
        from claims.loading.given import read_claim

        claim = read_claim(
            {
                "entity": entity,
                "attribute": attribute,
                "value": value,
                "operator": operator,
                "where": where,
                "date": date,
            },
            self.facts,
        )
        return self._verified(claim, "claim", None)

    def verify_claims(self, given: Iterable[GivenClaim], *, as_of: PartialDate | None = None) -> CheckReport:
        """Check structured claims; a record that is a text is checked as a document."""
        at = as_of.period if as_of else None
        reports: list[DocumentReport] = []
        for number, record in enumerate(given, start=1):
            if isinstance(record.said, Claim):
                identity = record.said.id or f"{record.path}#{number}"
                claims = (self._verified(record.said, identity, at),)
                reports.append(DocumentReport(identity, record.path, claims=claims))
            else:
                reports.append(self._check(record.said, as_of, latest=False)[1])
        return CheckReport(tuple(reports), self.requirements, as_of=str(as_of) if as_of else None, version=__version__)

    def inspect(self, documents: Iterable[Document | Problem]) -> Inspection:
        """What the reader sees in documents: mentions, and claims with how each was bound; nothing is judged."""
        from claims.model.inspection import InspectedDocument, Inspection
        from claims.reports.inspection import inspect_document

        found: list[InspectedDocument] = []
        for document in documents:
            if isinstance(document, Problem):
                found.append(InspectedDocument(document.path, document.path, error=document))
                continue
            reading = self.reader.read(document)
            mentions = ((seen.block, seen.mention) for seen in reading.mentions)
            found.append(inspect_document(document, mentions, reading.claims, reading.unchecked))
        return Inspection(tuple(found))

    def _check(
        self, document: Document, as_of: PartialDate | None, *, latest: bool
    ) -> tuple[tuple[Claim, ...], DocumentReport]:
        """What a document says, and the report on it."""
        reading = self.reader.read(document)
        at = _time_of_judging(document, as_of, latest=latest)
        policies = policies_for(self.rules.policies, document.path, document.language)
        judgements = judge_all(
            reading.claims,
            self._facts_for(reading.claims, at),
            at=at,
            policies=policies,
            language=document.language,
            text=document.prose,
            as_of_given=as_of is not None,
            background=self.background,
        )
        report = report_document(
            document,
            judgements,
            self.facts,
            unchecked=reading.unchecked,
            policies=policies,
            latest=latest,
        )
        return tuple(judgement.claim for judgement in judgements), report

    def _verified(self, claim: Claim, identity: str, at: Period | None) -> ReportClaim:
        policies = policies_for(self.rules.policies, None, None)
        facts = self._facts_for((claim,), at)
        judgement = judge(claim, facts, at=at, policies=policies, as_of_given=at is not None)
        return report_claim(judgement, self.facts, claim_id=identity, policies=policies, latest=at is None)

    def _facts_for(self, claims: Iterable[Claim], at: Period | None) -> FactSet:
        """The facts, with what rules give for the days that these claims are judged at."""
        asked = dict.fromkeys(
            (claim.entity, claim.attribute, period)
            for claim in claims
            if claim.attribute in self.timed.attributes
            for period in (claim.time.period if claim.time else at,)
            if period is not None
        )
        derived = [fact for entity, attribute, period in asked for fact in self.timed.derive(entity, attribute, period)]
        return self.facts.with_facts(derived) if derived else self.facts


def _time_of_judging(document: Document, as_of: PartialDate | None, *, latest: bool) -> Period | None:
    """The option, else what the configuration says of the path, else the document's date; ``None`` is the latest."""
    if as_of is None and (latest or document.judge_latest):
        return None
    date = as_of or document.judge_at or document.date
    return date.period if date else None


def _inconsistencies(
    said: Sequence[tuple[str, Claim]],
    shown: Sequence[tuple[str, ReportClaim]],
    facts: FactSet,
    dates: Mapping[str, PartialDate | None],
) -> Iterable[Inconsistency]:
    """Claims that exclude each other; where the facts decide which of them is wrong, that has been said."""
    for group in inconsistencies(said, facts.attributes, dates):
        members = [shown[index] for index in group]
        undecided = [
            claim for _, claim in members if claim.verdict is Verdict.UNVERIFIABLE and claim.reason is Reason.NO_FACT
        ]
        if len(undecided) == len(members):
            yield report_inconsistency(members)
