"""Values that are right of something else: another entity, or another attribute.

Seen over all claims of a text (:mod:`claims.judging.blame` tells when which is blamed). The entities tried in
place of a written one are those the text speaks of, then those that have the values (:mod:`claims.judging.bearers`);
a value is held against the next few wrong ones of its entity for a swap. So the cost grows with the text.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from claims.dataclasses import replace
from claims.judging.asking import Terms, answer, question_of
from claims.judging.verdict import PREMATURE
from claims.model.claim import Claim
from claims.model.dates import PartialDate, Precision
from claims.model.judgement import Blame, BlameRole, Judgement, Suggestion
from claims.model.span import Span
from claims.model.values import EntityRef, Number, Value
from claims.model.verdict import Match, Operator, Verdict

# A text in which more names are wrong than this is not about these entities at all.
_MOST_NAMES = 20
_MOST_SPOKEN_OF = 2000
_FEW_ATTRIBUTES = 200
_NEAR = 8
_TELLING = frozenset(Match) - {Match.BOUND}


def with_mistaken_entities(judgements: Sequence[Judgement], terms: Terms) -> tuple[Judgement, ...]:
    """The judgements, with the entity blamed where one other name would make all that is said of it right."""
    named: dict[tuple[str, Span], list[int]] = {}
    for index, judgement in enumerate(judgements):
        if judgement.claim.entity_span is not None:
            named.setdefault((judgement.claim.entity, judgement.claim.entity_span), []).append(index)
    result = list(judgements)
    suspects = [(name, wrong) for name, group in named.items() if (wrong := _wrong_together(judgements, group))]
    spoken_of = dict.fromkeys(judgement.claim.entity for judgement in judgements)
    for (entity, span), wrong in suspects[:_MOST_NAMES]:
        meant = _meant(entity, [judgements[index].claim for index in wrong], spoken_of, terms)
        if meant is not None:
            _blame_entity(result, wrong, span, terms.page.name_of(meant))
    return tuple(result)


def with_mistaken_attributes(judgements: Sequence[Judgement], terms: Terms) -> tuple[Judgement, ...]:
    """The judgements, with the attribute blamed where values were swapped or one tells of another attribute."""
    by_entity: dict[str, list[int]] = {}
    for index, judgement in enumerate(judgements):
        if _is_plainly_wrong(judgement) and judgement.blame and judgement.blame.role is BlameRole.VALUE:
            by_entity.setdefault(judgement.claim.entity, []).append(index)
    blamed = {index for group in by_entity.values() for index in _swapped(group, judgements, terms)}
    blamed |= {index for group in by_entity.values() for index in group if _tells(judgements[index].claim, terms)}
    return tuple(
        replace(judgement, blame=Blame(BlameRole.ATTRIBUTE)) if index in blamed else judgement
        for index, judgement in enumerate(judgements)
    )


def _wrong_together(judgements: Sequence[Judgement], group: Sequence[int]) -> list[int]:
    """The wrong ones of what is said of one name, where nothing fits it and two independent values do not."""
    if any(judgements[index].verdict in {Verdict.SUPPORTED, Verdict.OUTDATED} for index in group):
        return []
    wrong = [index for index in group if _is_plainly_wrong(judgements[index])]
    return wrong if len({judgements[index].claim.attribute for index in wrong}) >= 2 else []


def _meant(entity: str, claims: Sequence[Claim], spoken_of: Collection[str], terms: Terms) -> str | None:
    """The one other entity of the type of which all the claims are true; one that the text speaks of comes first."""
    kind = _type_of(entity, terms)
    near = spoken_of if len(spoken_of) <= _MOST_SPOKEN_OF else ()
    for pool in (near, _bearers(claims, terms)):
        others = (other for other in pool if other != entity and _is_known(other, kind, claims, terms))
        fitting = (other for other in others if all(_fits(replace(claim, entity=other), terms) for claim in claims))
        found = list(islice(fitting, 2))
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _bearers(claims: Sequence[Claim], terms: Terms) -> Collection[str]:
    """Who has the values of all the claims, as far as that can be looked up."""
    found = [some for claim in claims if (some := terms.background.bearers.of(claim)) is not None]
    return sorted(frozenset.intersection(*found)) if found else ()


def _is_known(entity: str, kind: str | None, claims: Sequence[Claim], terms: Terms) -> bool:
    """Whether an entity is of the type and something is known of it for every claim: a look, before any judging."""
    return _type_of(entity, terms) == kind and all(terms.facts.has(entity, claim.attribute) for claim in claims)


def _blame_entity(result: list[Judgement], wrong: Sequence[int], span: Span, name: str) -> None:
    for index in wrong:
        result[index] = replace(
            result[index],
            blame=Blame(BlameRole.ENTITY, span),
            suggestion=Suggestion(span, name),
            caused_by=None if index == wrong[0] else wrong[0],
        )


def _swapped(group: Sequence[int], judgements: Sequence[Judgement], terms: Terms) -> set[int]:
    found: set[int] = set()
    for place, index in enumerate(group):
        for other in group[place + 1 : place + 1 + _NEAR]:
            if _are_swapped(judgements[index].claim, judgements[other].claim, terms):
                found |= {index, other}
    return found


def _are_swapped(one: Claim, other: Claim, terms: Terms) -> bool:
    return one.attribute != other.attribute and all(
        _fits(replace(claim, attribute=attribute), terms)
        for claim, attribute in ((one, other.attribute), (other, one.attribute))
    )


def _tells(claim: Claim, terms: Terms) -> bool:
    """Whether a value that is hardly right by chance is right of just one other attribute of the type."""
    attributes = terms.facts.attributes
    own = attributes.get(claim.attribute)
    if own is None or own.type is None or len(attributes) > _FEW_ATTRIBUTES or not _is_telling(claim):
        return False
    others = (
        other
        for other in attributes.values()
        if other.type is own.type and other.id != own.id and terms.facts.has(claim.entity, other.id)
    )
    return sum(_fits(replace(claim, attribute=other.id), terms, {Match.EXACT}) for other in others) == 1


def _is_telling(claim: Claim) -> bool:
    return claim.operator is Operator.EQ and _is_rare(claim.value)


def _is_rare(value: Value) -> bool:
    match value:
        case Number():
            return len(value.amount.normalize().as_tuple().digits) >= 3
        case PartialDate():
            return value.precision in {Precision.DAY, Precision.MONTH}
        case _:
            return isinstance(value, EntityRef)


def _fits(claim: Claim, terms: Terms, matches: Collection[Match] = _TELLING) -> bool:
    decision = answer(claim, question_of(claim, terms))
    return decision.verdict is Verdict.SUPPORTED and decision.match in matches


def _is_plainly_wrong(judgement: Judgement) -> bool:
    return judgement.verdict is Verdict.CONTRADICTED and judgement.note != PREMATURE


def _type_of(entity: str, terms: Terms) -> str | None:
    known = terms.facts.entities.get(entity)
    return None if known is None else known.type
