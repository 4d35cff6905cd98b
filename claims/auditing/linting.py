"""Linting: everything that needs a person in facts and rules, at its place, in one run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from claims.auditing.audited import Audited
from claims.auditing.checks import CHECKS, MISTAKE
from claims.auditing.finding import Audit, AuditFinding
from claims.errors import LoadError, Problem
from claims.loading import Loaded, load_all
from claims.model.dates import PartialDate
from claims.model.place import Place
from claims.model.requirement import FailedRequirement
from claims.model.verdict import Severity
from claims.reasoning import Rulebook, derive
from claims.reasoning.requirements import failed_requirements


def audit(facts: Sequence[str | Path], rules: Sequence[str | Path], *, as_of: PartialDate | None = None) -> Audit:
    """Load facts and rules and look them through.

    Where files hold mistakes these are the findings: nothing can be said of facts that are not read.
    """
    try:
        loaded = load_all(facts, rules)
        failed = _failed(loaded)
    except LoadError as error:
        return Audit(tuple(map(_mistake, error.problems)))
    return audit_loaded(loaded, failed, as_of=as_of)


def audit_loaded(loaded: Loaded, failed: Iterable[FailedRequirement], *, as_of: PartialDate | None = None) -> Audit:
    """Look through facts that are loaded already; ``failed`` is what the rules say against them."""
    audited = Audited(loaded.facts, loaded.sources, tuple(failed), loaded.rules, as_of)
    found = [finding for check in CHECKS for finding in check.find(audited)]
    found.sort(key=_by_place)
    return Audit(tuple(found), len(loaded.facts.entities), len(loaded.facts.facts), loaded.rules.ids)


def _failed(loaded: Loaded) -> tuple[FailedRequirement, ...]:
    book = Rulebook.of(loaded.facts, loaded.rules).checked()
    return failed_requirements(derive(loaded.facts, loaded.rules, book), loaded.rules, book)


def _mistake(problem: Problem) -> AuditFinding:
    place = Place(problem.path, problem.line or 0, problem.column or 0)
    return AuditFinding(MISTAKE, Severity.ERROR, problem.message, problem.hint, place)


def _by_place(finding: AuditFinding) -> tuple[bool, str, int, int]:
    place = finding.place
    return (place is not None, "", 0, 0) if place is None else (True, place.path, place.line, place.column)
