"""Documents that disagree about something that no fact decides.

What was said is held against each other by the rules for claims in one text (:mod:`claims.reasoning.consistency`): of
one entity, attribute and scope, and of one time or none. An archive speaks of years in which a value may have changed;
a disagreement whose values were never said at the same time says so (``overlap`` is false) and stands last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice, pairwise

from claims.corpus.summing.groups import Group, Key
from claims.corpus.summing.runs import Entry
from claims.corpus.summing.stating import Stating
from claims.corpus.summing.values import value_of
from claims.model.claim import Claim
from claims.model.summary import Disagreement, SaidValue, Top
from claims.model.verdict import Operator
from claims.reasoning import inconsistencies

MOST_VALUES = 1_000
"""How many different values of one thing are held against each other."""
_MOST_LISTED = 20
_SCOPE = 4


def disagreements(entries: Iterable[Entry], stating: Stating) -> Iterator[Disagreement]:
    """The disagreements among the groups of the table ``unknown``, by key."""
    for scope, same in groupby(entries, key=lambda entry: entry[0][:_SCOPE]):
        said = list(islice(same, MOST_VALUES))
        if len(said) > 1:
            claims = [("", _claim(key)) for key, _ in said]
            for members in inconsistencies(claims, stating.facts.attributes):
                yield _disagreement(scope, [said[index] for index in members], stating)


def _claim(key: Key) -> Claim:
    entity, attribute, _, _, operator, word = key
    return Claim(entity, attribute, value_of(word), operator=Operator(operator))


def _disagreement(scope: Key, members: Sequence[Entry], stating: Stating) -> Disagreement:
    entity, attribute, where, at = scope
    ranked = sorted(members, key=lambda entry: -entry[1].documents)
    return Disagreement(
        entity=entity,
        attribute=attribute,
        name=stating.name(entity),
        where=where,
        at=at or None,
        overlap=_overlap([group for _, group in members]),
        claims=sum(group.number for _, group in members),
        documents=sum(group.documents for _, group in members),
        values=Top(len(ranked), tuple(_said(key, group, stating) for key, group in ranked[:_MOST_LISTED])),
    )


def _said(key: Key, group: Group, stating: Stating) -> SaidValue:
    return SaidValue(
        operator=Operator(key[_SCOPE]),
        value=stating.worded(value_of(key[_SCOPE + 1])),
        claims=group.number,
        documents=group.documents,
        first=group.first or None,
        last=group.last or None,
        spots=tuple(group.spots),
    )


def _overlap(groups: Sequence[Group]) -> bool:
    """Whether two were said at the same time; a document without a date may be of any."""
    periods = sorted((group.first, group.last) for group in groups)
    return any(not group.last for group in groups) or any(
        later[0] <= earlier[1] for earlier, later in pairwise(periods)
    )
