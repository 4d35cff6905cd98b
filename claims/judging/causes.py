"""Claims that fail only because another claim of the text does.

A text that puts the founding two years early and then speaks of an anniversary two too many is wrong once. A claim on
a derived fact is caused by claims on what that fact rests on, near or far, where it would be right if they were: the
wrong values are put in place of the known ones, the fact is derived from them, and the claim is judged again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from claims.dataclasses import dataclass, replace
from claims.judging.asking import Terms, answer, question_of
from claims.judging.suggestion import WRONG
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.judgement import BlameRole, Judgement
from claims.model.values import Number, Value
from claims.model.verdict import Operator, Verdict

_DEEPEST = 1000
_MOST_CAUSES = 8
# Deriving anew is no great work, but a text of nothing but wrong sums is no reason to do it without end.
_MOST_TRIALS = 200

_Wrong: TypeAlias = dict[tuple[str, str], list[int]]


@dataclass(frozen=True, slots=True)
class _Cause:
    """A wrong claim (by index) on a fact that another one rests on, and the value it gives."""

    index: int
    fact: Fact
    value: Value


def with_causes(judgements: Sequence[Judgement], terms: Terms) -> tuple[Judgement, ...]:
    """The judgements, those that another one causes saying so."""
    wrong: _Wrong = {}
    for index, judgement in enumerate(judgements):
        if _is_wrong_itself(judgement):
            wrong.setdefault((judgement.claim.entity, judgement.claim.attribute), []).append(index)
    trials = iter(range(_MOST_TRIALS))
    return tuple(
        _with_cause(index, judgements, wrong, terms, trials) if len(wrong) > 1 else judgement
        for index, judgement in enumerate(judgements)
    )


def _is_wrong_itself(judgement: Judgement) -> bool:
    blamed = judgement.blame is not None and judgement.blame.role is BlameRole.ENTITY
    return judgement.verdict in WRONG and judgement.caused_by is None and not blamed


def _with_cause(
    index: int, judgements: Sequence[Judgement], wrong: _Wrong, terms: Terms, trials: Iterator[int]
) -> Judgement:
    judgement = judgements[index]
    if not _is_wrong_itself(judgement):
        return judgement
    causes = tuple(islice(_causes(index, judgements, wrong), _MOST_CAUSES))
    groups = [*((cause,) for cause in causes), *((causes,) if len(causes) > 1 else ())]
    for group in groups:
        if next(trials, None) is not None and _would_hold(judgement, group, terms):
            return replace(judgement, caused_by=group[0].index)
    return judgement


def _causes(index: int, judgements: Sequence[Judgement], wrong: _Wrong) -> Iterator[_Cause]:
    """The wrong claims on what the evidence rests on, the nearest first."""
    for premise in _premises(judgements[index].evidence):
        for other in wrong.get((premise.entity, premise.attribute), ()):
            cause = judgements[other]
            plain = cause.claim.operator is Operator.EQ
            if other != index and plain and any(fact is premise for fact in cause.evidence):
                yield _Cause(other, premise, _in_unit_of(cause.claim.value, premise.value))


def _premises(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Everything that derived facts rest on, nearest first, each once."""
    seen: set[int] = set()
    waiting = deque(facts)
    while waiting and len(seen) < _DEEPEST:
        fact = waiting.popleft()
        for premise in () if fact.derivation is None else fact.derivation.premises:
            if id(premise) not in seen:
                seen.add(id(premise))
                waiting.append(premise)
                yield premise


def _in_unit_of(said: Value, known: Value) -> Value:
    if isinstance(said, Number) and isinstance(known, Number) and said.unit is None:
        return Number(said.amount, known.unit, said.step)
    return said


def _would_hold(judgement: Judgement, causes: Sequence[_Cause], terms: Terms) -> bool:
    """Whether the claim is right where the facts are as the causes have them."""
    instead = [(cause.fact, cause.value) for cause in causes]
    facts = tuple(
        supposed for fact in judgement.evidence for supposed in terms.background.suppose(fact, instead, judgement.at)
    )
    if not facts:
        return False
    claim = judgement.claim
    supposed = replace(terms, facts=FactSet(terms.facts.entities, terms.facts.attributes, facts))
    return answer(claim, question_of(claim, supposed)).verdict is Verdict.SUPPORTED
