"""Claims that fail only because another claim of the text does.

A text that puts the founding two years early and then speaks of an anniversary two too many is wrong once. A
claim on a derived fact is caused by a claim on one of the fact's premises, near or far, where both are off by the
same amount: which is what follows through sums, differences and ages, and does not by chance.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claims.dataclasses import replace
from claims.judging.suggestion import WRONG
from claims.model.dates import PartialDate
from claims.model.fact import Fact
from claims.model.judgement import Judgement
from claims.model.values import Number, Value

_DEEPEST = 1000


def with_causes(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements, those that another one causes saying so."""
    wrong: dict[tuple[str, str], list[int]] = {}
    for index, judgement in enumerate(judgements):
        if judgement.verdict in WRONG:
            wrong.setdefault((judgement.claim.entity, judgement.claim.attribute), []).append(index)
    return tuple(_with_cause(index, judgements, wrong) for index in range(len(judgements)))


def _with_cause(index: int, judgements: Sequence[Judgement], wrong: dict[tuple[str, str], list[int]]) -> Judgement:
    judgement = judgements[index]
    if judgement.verdict not in WRONG or judgement.caused_by is not None:
        return judgement
    for premise in _premises(judgement.evidence):
        for other in wrong.get((premise.entity, premise.attribute), ()):
            if other != index and _follows(judgement, judgements[other], premise):
                return replace(judgement, caused_by=other)
    return judgement


def _premises(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Everything that derived facts rest on, nearest first."""
    waiting = deque(facts)
    for _ in range(_DEEPEST):
        if not waiting:
            return
        fact = waiting.popleft()
        if fact.derivation is not None:
            waiting.extend(fact.derivation.premises)
            yield from fact.derivation.premises


def _follows(judgement: Judgement, cause: Judgement, premise: Fact) -> bool:
    if premise not in cause.evidence:
        return False
    ours = {_off_by(judgement.claim.value, fact.value) for fact in judgement.evidence}
    theirs = _off_by(cause.claim.value, premise.value)
    return theirs is not None and theirs != 0 and theirs in ours


def _off_by(said: Value, known: Value) -> Decimal | None:
    one, other = _measure(said), _measure(known)
    return None if one is None or other is None else abs(one - other)


def _measure(value: Value) -> Decimal | None:
    if isinstance(value, PartialDate):
        return Decimal(value.year)
    return value.amount if isinstance(value, Number) else None
