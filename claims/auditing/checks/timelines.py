"""``conflict``, ``overlap``, ``gap``: values of one timeline that hold at one time, and times without a value.

Only attributes with one value at a time have a timeline. Values of a lower rank are shadowed by those of a higher
one and are held against their equals only. A figure for a period (``during``) is held against others for the same
period. A clash is told once for each later value, so that the work and the report grow with the facts.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator

from claims.auditing.audited import Audited, exclude, name_of, places, timelines
from claims.auditing.finding import AuditFinding
from claims.loading.timelines import cardinality_of, takes_part
from claims.model.attribute import Cardinality
from claims.model.dates import Period
from claims.model.fact import Fact
from claims.model.values import Not
from claims.model.verdict import Severity
from claims.reports.explanations import source_words
from claims.reports.values import period_text, with_unit

_FIRST, _LAST = datetime.date.min, datetime.date.max


def clashes(audited: Audited) -> Iterator[AuditFinding]:
    """Values that exclude each other and hold at the same time."""
    for timeline in (*_states(audited), *_figures(audited)):
        for group in _parted(timeline, lambda fact: (fact.rank, fact.validity.during)):
            yield from _clashes(group)


def gaps(audited: Audited) -> Iterator[AuditFinding]:
    """Times between two values of a timeline of which nothing is known."""
    for timeline in _states(audited):
        yield from _gaps(timeline)
    for timeline in _figures(audited):
        for group in _parted(timeline, lambda fact: fact.validity.during and fact.validity.during.precision):
            yield from _gaps(group)


def _states(audited: Audited) -> list[list[Fact]]:
    """The timelines of values that hold until another comes."""
    facts = (fact for fact in audited.facts.facts if takes_part(fact, audited.facts.attributes))
    return [group for group in timelines(facts).values() if len(group) > 1]


def _figures(audited: Audited) -> list[list[Fact]]:
    """The timelines of figures for periods."""
    attributes = audited.facts.attributes
    figures = (
        fact
        for fact in audited.facts.facts
        if fact.validity.during is not None
        and not isinstance(fact.value, Not)
        and cardinality_of(attributes.get(fact.attribute), fact.value) is Cardinality.ONE
    )
    return [group for group in timelines(figures).values() if len(group) > 1]


def _parted(facts: Iterable[Fact], key: Callable[[Fact], object]) -> Iterator[list[Fact]]:
    parts: dict[object, list[Fact]] = {}
    for fact in facts:
        parts.setdefault(key(fact), []).append(fact)
    return (part for part in parts.values() if len(part) > 1)


def _clashes(facts: list[Fact]) -> Iterator[AuditFinding]:
    ordered = sorted(facts, key=lambda fact: _limits(fact)[0])
    lasting = ordered[0]
    for fact in ordered[1:]:
        shared = lasting.validity.period.intersect(fact.validity.period)
        if shared is not None and exclude(lasting.value, fact.value):
            yield _clash(lasting, fact, shared)
        if _limits(fact)[1] > _limits(lasting)[1]:
            lasting = fact


def _clash(first: Fact, second: Fact, shared: Period) -> AuditFinding:
    at_once = _limits(first)[0] == _limits(second)[0]
    when = _in_words(shared)
    both = f"{with_unit(first.value)}{_according(first)} and {with_unit(second.value)}{_according(second)}"
    advice = (
        "give the better source `rank: preferred`, or each value its own time"
        if at_once
        else f"end the earlier value with `until: {shared.start}`, or give the better one `rank: preferred`"
    )
    return AuditFinding(
        "conflict" if at_once else "overlap",
        Severity.ERROR,
        f"{name_of(second)} is both {both}{when}",
        advice,
        second.place,
        places([first]),
        entity=second.entity,
        attribute=second.attribute,
    )


def _according(fact: Fact) -> str:
    who = source_words(fact.source, None)
    return f" ({who})" if who else ""


def _gaps(facts: list[Fact]) -> Iterator[AuditFinding]:
    ordered = sorted(facts, key=_limits)
    reached = _limits(ordered[0])[1]
    for fact in ordered[1:]:
        start, end = _limits(fact)
        if start > reached:
            missing = _in_words(Period(reached, start))
            yield AuditFinding(
                "gap",
                Severity.NOTE,
                f"nothing is known of {name_of(fact)}{missing}",
                "add the value, or `value: unknown`, for that time",
                fact.place,
                entity=fact.entity,
                attribute=fact.attribute,
            )
        reached = max(reached, end)


def _limits(fact: Fact) -> tuple[datetime.date, datetime.date]:
    period = fact.validity.period
    return period.start or _FIRST, period.end or _LAST


def _in_words(period: Period) -> str:
    """``in 2019``, ``from 2019-01-01 to 2019-02-28``, ``since 2019-01-01``; empty for always."""
    start, end = period.start, period.end
    text = period_text(period)
    if start is None and end is None:
        return ""
    if end is None:
        return f" since {start}"
    if start is None:
        return f" before {end}"
    return f" from {start} to {end - datetime.timedelta(days=1)}" if "/" in (text or "/") else f" in {text}"
