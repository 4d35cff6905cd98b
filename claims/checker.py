"""The whole path on one page: bytes → document → mentions → claims → verdicts → report.

A :class:`Checker` is made once from facts and rules, is immutable and may be shared between threads. It
prints nothing and touches no disk after it was loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claims import __version__
from claims.documents import read
from claims.errors import LoadError, Problem
from claims.judging import judge, judge_all
from claims.loading import GivenClaim, load, read_claim, type_facts
from claims.model.claim import Claim
from claims.model.dates import PartialDate, Period
from claims.model.document import Document
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.inspection import Inspection
from claims.model.judgement import Judgement
from claims.model.report import DocumentReport, Inconsistency, Report, ReportClaim, RequirementFailure
from claims.model.rule import Rules
from claims.reading.reader import DocumentReading, Reader
from claims.reasoning import check_rules, derivable, derive, derive_at, failed_requirements, inconsistencies
from claims.reports.building import report_claim, report_document
from claims.reports.consistency import report_inconsistency, report_requirement
from claims.reports.inspecting import inspected

CORE = "core/1"


@dataclass(frozen=True, slots=True)
class Checker:
    """Facts and rules, ready to check texts and claims against.

    ``stated`` are the facts as given; ``facts`` has what follows from them by the rules as well.
    """

    stated: FactSet
    rules: Rules
    facts: FactSet
    reader: Reader
    requirements: tuple[RequirementFailure, ...]

    @classmethod
    def load(cls, facts: Iterable[str | Path], rules: Iterable[str | Path] = (CORE,)) -> Checker:
        """Load facts and rules from files, folders or pinned vocabularies (``core/1``).

        Raises :class:`~claims.errors.LoadError` with every mistake in them, and
        :class:`~claims.errors.InputError` for a file that cannot be read.
        """
        return cls.of(*load(tuple(facts), tuple(rules)))

    @classmethod
    def of(cls, stated: FactSet, rules: Rules) -> Checker:
        """A checker for facts and rules that are loaded already. Raises :class:`~claims.errors.LoadError`."""
        problems = check_rules(rules, stated)
        if problems:
            raise LoadError(problems)
        facts = derive(stated, rules)
        failed = tuple(
            report_requirement(failure.rule, failure.facts, failure.message, facts, steps=failure.steps)
            for failure in failed_requirements(facts, rules)
        )
        return cls(stated, rules, facts, Reader(facts, lambda e, a: derivable(facts, rules, e, a)), failed)

    def with_facts(self, facts: Iterable[Fact]) -> Checker:
        """A checker that knows these facts as well. Raises :class:`~claims.errors.LoadError` for wrong values."""
        return Checker.of(type_facts(facts, self.stated), self.rules)

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
    ) -> Report:
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
        self, documents: Iterable[Document | Problem], *, as_of: PartialDate | None = None, latest: bool = False
    ) -> Report:
        """Check documents, each at its time of judging; what could not be read is reported in its place."""
        found = [
            DocumentReport(document.path, document.path, error=document)
            if isinstance(document, Problem)
            else self._check(document, as_of, latest=latest)
            for document in documents
        ]
        return Report(
            tuple(found), self.requirements, _inconsistencies(found), as_of=str(as_of) if as_of else None, version=__version__
        )
