"""Which facts hold at a time.

At a time, a fact holds whose period shares a day with it; where none does, one whose period touches it (a figure
known as of October serves the last day of September). A figure ``during`` a period serves only times inside it.
With no time given the latest known values hold: those without an end, else those that ended last.

Of what holds, the best rank counts; a complete list gives way to a later one; a fact whose ``recheck_by`` has
passed decides nothing. An attribute that may have many values keeps all but the deprecated ones.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from claims.dataclasses import dataclass
from claims.model.dates import Period
from claims.model.fact import Fact, Rank
from claims.model.values import ListOf
from claims.model.verdict import Reason


@dataclass(frozen=True, slots=True)
class Held:
    """Facts by how they stand to a time: ``now`` hold; ``reason`` and ``near`` say why none does, and what is near.

    ``earlier`` have ended before it, ``later`` begin after it. ``dateless`` marks figures of periods held
    against a claim that names none.
    """

    now: tuple[Fact, ...] = ()
    earlier: tuple[Fact, ...] = ()
    later: tuple[Fact, ...] = ()
    near: tuple[Fact, ...] = ()
    reason: Reason | None = None
    dateless: bool = False


def held(
    facts: Sequence[Fact], at: Period | None, *, many: bool, dated: bool = False, as_of_given: bool = False
) -> Held:
    """What of the facts on one subject and scope holds at ``at`` (``None``: the latest known).

    ``dated`` says that the claim itself names the time; ``as_of_given`` that facts may expire.
    """
    ordered = sorted(facts, key=_age, reverse=True)
    serving = _latest(ordered) if at is None else _serving(ordered, at)
    now = _superseding(_best_ranked(serving, many=many))
    fresh = _those(now, lambda fact: not (as_of_given and at is not None and _expired(fact, at)))
    rest = _those(_without(ordered, serving), lambda fact: fact.rank is not Rank.DEPRECATED)
    earlier = _those(rest, lambda fact: at is None or fact.validity.period.is_before(at))
    later = _those(rest[::-1], lambda fact: at is not None and at.is_before(fact.validity.period))
    dateless = not dated and bool(ordered) and all(fact.validity.during for fact in ordered)
    if fresh:
        replaced = _those(_without(serving, now), lambda fact: _gave_way(fact, now))
        return Held(fresh, (*replaced, *earlier), later, dateless=dateless and at is None)
    near, reason = _why_none(now, later, dateless=dateless)
    return Held((), earlier, later, near, reason)


def overlapping(one: Fact, other: Fact) -> bool:
    """Whether two facts speak of the same time, so that they disagree if they differ."""
    return one.validity.period.overlaps(other.validity.period)


def _latest(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    lasting = tuple(fact for fact in facts if fact.validity.period.end is None and not fact.validity.during)
    if lasting or not facts:
        return lasting
    last = max(_end(fact) for fact in facts)
    return tuple(fact for fact in facts if _end(fact) == last)


def _serving(facts: Sequence[Fact], at: Period) -> tuple[Fact, ...]:
    return _those(facts, lambda fact: _serves(fact, at)) or _those(
        facts, lambda fact: not fact.validity.during and fact.validity.period.touches(at)
    )


def _serves(fact: Fact, at: Period) -> bool:
    period = fact.validity.period
    return period.contains(at) if fact.validity.during else period.overlaps(at)


def _those(facts: Sequence[Fact], wanted: Callable[[Fact], bool]) -> tuple[Fact, ...]:
    return tuple([fact for fact in facts if wanted(fact)]) if facts else ()


def _without(facts: Sequence[Fact], taken: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts that are not among those ``taken`` of them."""
    if len(taken) == len(facts):
        return ()
    gone = {id(fact) for fact in taken}
    return _those(facts, lambda fact: id(fact) not in gone)


def _best_ranked(facts: tuple[Fact, ...], *, many: bool) -> tuple[Fact, ...]:
    top = max((fact.rank for fact in facts), default=Rank.NORMAL)
    least = min(top, Rank.NORMAL) if many else top
    return tuple(fact for fact in facts if fact.rank >= least)


def _superseding(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts without the complete lists that a later complete list replaces."""
    latest = max((_start(fact) for fact in facts if _is_closed(fact)), default=None)
    return facts if latest is None else tuple(f for f in facts if not _is_closed(f) or _start(f) == latest)


def _gave_way(fact: Fact, now: tuple[Fact, ...]) -> bool:
    return _is_closed(fact) and any(_is_closed(other) and _start(fact) < _start(other) for other in now)


def _is_closed(fact: Fact) -> bool:
    return isinstance(fact.value, ListOf) and fact.value.complete


def _expired(fact: Fact, at: Period) -> bool:
    return fact.recheck_by is not None and at.start is not None and fact.recheck_by.end <= at.start


def _why_none(now: tuple[Fact, ...], later: tuple[Fact, ...], *, dateless: bool) -> tuple[tuple[Fact, ...], Reason]:
    if now:
        return now, Reason.FACT_EXPIRED
    if dateless:
        return (), Reason.NO_DATE
    if later:
        first = min(_start(fact) for fact in later)
        return _those(later, lambda fact: _start(fact) == first), Reason.BEFORE_FIRST_FACT
    return (), Reason.NO_FACT


def _start(fact: Fact) -> datetime.date:
    return fact.validity.period.start or datetime.date.min


def _end(fact: Fact) -> datetime.date:
    return fact.validity.period.end or datetime.date.max


def _age(fact: Fact) -> tuple[datetime.date, datetime.date, int]:
    return _start(fact), _end(fact), fact.rank
