"""Running the examples of facts and rules files: whether what they expect is read, and judged so.

An expectation holds where a claim of the text fits it; other claims are no failure, so that an example says only
what it is about. ``none`` holds where no claim fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.checker import Checker
from claims.dataclasses import dataclass
from claims.loading import read_value
from claims.loading.names import EntityNames
from claims.loading.spelling import did_you_mean
from claims.model.example import Example, Expected
from claims.model.report import DocumentReport, ReportClaim
from claims.model.values import Number, Value
from claims.model.verdict import Operator
from claims.reports.explanations import SIGNS
from claims.reports.findings import fact_name
from claims.reports.summary import in_words
from claims.reports.values import plain, unit_of, with_unit


@dataclass(frozen=True, slots=True)
class Failure:
    """An expectation that does not hold, and why: what was read instead, or what it names that is not there."""

    example: Example
    expected: Expected
    reason: str


@dataclass(frozen=True, slots=True)
class ExamplesRun:
    """How many examples were run, and what failed, in the order of the examples."""

    examples: int
    failures: tuple[Failure, ...]

    @property
    def failed(self) -> int:
        """How many examples failed."""
        return len({id(failure.example) for failure in self.failures})


def run_examples(checker: Checker, examples: Iterable[Example]) -> ExamplesRun:
    """Check the text of every example against what it expects."""
    names = EntityNames.of(checker.facts.entities.values())
    count, failures = 0, list[Failure]()
    for example in examples:
        count += 1
        failures += _failures(checker, example, names)
    return ExamplesRun(count, tuple(failures))


def _failures(checker: Checker, example: Example, names: EntityNames) -> Iterator[Failure]:
    report = checker.check(
        example.text,
        language=example.language,
        date=str(example.date) if example.date else None,
        about=[names.find(entity) or entity for entity in example.about],
        where=dict(example.where),
    )
    for expected in example.expected:
        reason = _missing(expected, checker, names) or _unmet(expected, report.documents[0], checker, names)
        if reason:
            yield Failure(example, expected, reason)


def _missing(expected: Expected, checker: Checker, names: EntityNames) -> str | None:
    """What an expectation names that no facts or rules know."""
    if expected.entity is None or expected.attribute is None:
        return None
    if names.find(expected.entity) is None:
        hint = did_you_mean(expected.entity, sorted(names.ids))
        return f"no facts file knows the entity {expected.entity}" + (f" ({hint})" if hint else "")
    known = {*checker.facts.attributes, *checker.timed.attributes}
    if expected.attribute not in known:
        hint = did_you_mean(expected.attribute, sorted(known))
        return f"no file knows the attribute {expected.attribute}" + (f" ({hint})" if hint else "")
    return None


def _unmet(expected: Expected, report: DocumentReport, checker: Checker, names: EntityNames) -> str | None:
    entity = expected.entity and names.find(expected.entity)
    value = None
    if expected.value is not None and expected.attribute is not None:
        try:
            value = read_value(expected.value, expected.attribute, checker.facts, names=names)
        except ValueError as error:
            return str(error)
    found = any(_fits(claim, expected, entity, value) for claim in report.claims)
    return _read_instead(report) if found == expected.absent else None


def _fits(claim: ReportClaim, expected: Expected, entity: str | None, value: Value | None) -> bool:
    if entity is not None and (claim.entity, claim.attribute) != (entity, expected.attribute):
        return False
    if value is not None and not (claim.operator is expected.operator and _same(claim.value, value)):
        return False
    return expected.outcome is None or expected.outcome in (claim.verdict, claim.reason)


def _same(said: Value, value: Value) -> bool:
    """Whether a text says a value, however finely; a value without unit stands for any unit."""
    if isinstance(said, Number) and isinstance(value, Number):
        return said.amount == value.amount and value.unit in (None, said.unit)
    return plain(said) == plain(value) and unit_of(value) in (None, unit_of(said))


def _read_instead(report: DocumentReport) -> str:
    read = [_claim_words(claim) for claim in report.claims]
    left = [f"{value.quote} is not checked ({in_words(value.reason)})" for value in report.unchecked]
    return f"read: {'; '.join(read + left)}" if read or left else "nothing is read"


def _claim_words(claim: ReportClaim) -> str:
    sign = SIGNS.get(claim.operator, SIGNS[Operator.EQ])
    outcome = f"{claim.verdict}, {in_words(claim.reason)}" if claim.reason else claim.verdict.value
    return f"{fact_name(claim.entity, claim.attribute, claim.where)} {sign} {with_unit(claim.value)} ({outcome})"
