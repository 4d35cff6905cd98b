"""From the groups of a table to the entries of a summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.corpus.summing.groups import Group, Key
from claims.corpus.summing.stating import Stating
from claims.corpus.summing.values import value_of, word_of
from claims.model.summary import (
    Change,
    EntitySummary,
    FactSummary,
    FileSummary,
    MonthSummary,
    Spot,
    UncheckedKind,
    Undecided,
    WrongValue,
)
from claims.model.values import ListOf, Value
from claims.model.verdict import Operator, Reason, Verdict


def fact_entry(key: Key, group: Group, stating: Stating) -> FactSummary:
    """Of the table ``facts``."""
    known = stating.known(*key)
    return FactSummary(
        entity=key[0],
        attribute=key[1],
        name=stating.name(key[0]),
        known=known.values,
        path=known.path,
        line=known.line,
        documents=group.documents,
        counts=group.counts,
        worst=_with_findings(group),
    )


def entity_entry(key: Key, group: Group, stating: Stating) -> EntitySummary:
    """Of the table ``entities``."""
    return EntitySummary(key[0], stating.name(key[0]), group.documents, group.counts)


def file_entry(key: Key, group: Group, _stating: Stating) -> FileSummary:
    """Of the table ``files``."""
    return FileSummary(key[0], group.documents, group.counts)


def month_entry(key: Key, group: Group) -> MonthSummary:
    """Of the table ``months``."""
    return MonthSummary(key[0] or None, group.documents, group.counts)


def wrong_entry(key: Key, group: Group, stating: Stating) -> WrongValue:
    """Of the table ``wrong``."""
    entity, attribute, where, word, operator, verdict, known = key
    return WrongValue(
        entity=entity,
        attribute=attribute,
        name=stating.name(entity),
        where=where,
        operator=Operator(operator),
        value=stating.worded(value_of(word)),
        known=tuple(map(stating.worded, _listed(known))),
        verdict=Verdict(verdict),
        claims=group.number,
        documents=group.documents,
        first=group.first or None,
        last=group.last or None,
        worst=tuple(group.spots),
    )


def change_entry(key: Key, group: Group, stating: Stating, said: Mapping[Key, Sequence[str]]) -> Change:
    """Of the table ``changes``; ``said`` are outdated values by entity, attribute, qualifiers and present value."""
    entity, attribute, where, since, word = key
    return Change(
        entity=entity,
        attribute=attribute,
        name=stating.name(entity),
        where=where,
        since=since or None,
        value=stating.worded(value_of(word)),
        said=tuple(stating.worded(value_of(it)) for it in said.get((entity, attribute, where, word), ())),
        claims=group.number,
        documents=group.documents,
        first=group.first or None,
        last=group.last or None,
        worst=tuple(group.spots),
    )


def undecided_entry(key: Key, group: Group, stating: Stating) -> Undecided:
    """Of the table ``undecided``."""
    entity, attribute, reason = key
    return Undecided(
        entity=entity,
        attribute=attribute,
        name=stating.name(entity),
        reason=Reason(reason),
        claims=group.number,
        documents=group.documents,
        spots=tuple(group.spots),
    )


def unchecked_entry(key: Key, group: Group, _stating: Stating) -> UncheckedKind:
    """Of the table ``unchecked``."""
    reason, kind = key
    return UncheckedKind(reason, kind, group.number, group.documents, tuple(group.spots))


def _with_findings(group: Group) -> tuple[Spot, ...]:
    return tuple(spot for spot in group.spots if spot.findings)


def now_of(known: str) -> str:
    """The word of the value that holds now, from the word of all that is known."""
    return next((word_of(value) for value in _listed(known)), "")


def _listed(word: str) -> tuple[Value, ...]:
    value = value_of(word)
    return value.items if isinstance(value, ListOf) else (value,)
