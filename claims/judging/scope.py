"""Which qualifiers (``where:``) a claim falls under.

Facts that name another value for a qualifier of the claim are out. Of the rest, those that share most of the
claim's qualifiers count, and those with none of their own serve where nothing closer holds at the time. A claim
that leaves a qualifier open while the facts differ by it is ``ambiguous_scope``; where they agree it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from claims.judging.timeline import Held
from claims.model.fact import Fact, Where
from claims.model.values import Number, Value
from claims.model.verdict import Reason

Hold: TypeAlias = Callable[[Sequence[Fact]], Held]


def in_scope(facts: Sequence[Fact], where: Where, hold: Hold) -> Held:
    """What holds of the facts within the claim's qualifiers; ``hold`` tells what holds of facts of one scope."""
    if not any(fact.where for fact in facts):
        return hold(facts) if facts else Held(reason=Reason.NO_FACT)
    asked = dict(where)
    open_to = [fact for fact in facts if all(asked.get(key, value) == value for key, value in fact.where)]
    levels: dict[int, list[Fact]] = {}
    for fact in open_to:
        levels.setdefault(len(set(fact.where) & set(where)), []).append(fact)
    answers = [_of_level(levels[level], asked, hold) for level in sorted(levels, reverse=True)]
    return next((answer for answer in answers if answer.now or answer.reason is Reason.AMBIGUOUS_SCOPE), None) or (
        answers[0] if answers else Held(reason=Reason.NO_FACT)
    )


def _of_level(facts: Sequence[Fact], asked: dict[str, str], hold: Hold) -> Held:
    plain = [fact for fact in facts if all(key in asked for key, _ in fact.where)]
    general = hold(plain)
    if general.now:
        return general
    groups: dict[Where, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(fact.where, []).append(fact)
    holding = [answer for answer in map(hold, groups.values()) if answer.now]
    if not holding:
        return hold(facts)
    if len({frozenset(_sameness(fact.value) for fact in answer.now) for answer in holding}) > 1:
        return Held(near=tuple(fact for answer in holding for fact in answer.now), reason=Reason.AMBIGUOUS_SCOPE)
    return hold([fact for answer in holding for fact in (*answer.now, *answer.earlier, *answer.later)])


def _sameness(value: Value) -> object:
    """What makes two values one, however finely they were written."""
    return (value.amount, value.unit) if isinstance(value, Number) else value
