"""Why a text was not read as expected: ``claims inspect --expect coalition.members=84``.

The steps from the words to the claim, up to the first that failed::

    ✓ entity: The Coalition
    ✓ value: 84
    ✗ wording: no words of members stand by 84; they are: member, member state
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.dataclasses import dataclass
from claims.errors import UsageError
from claims.model.factset import FactSet
from claims.model.inspection import InspectedClaim, InspectedDocument
from claims.reports.screen import harmless
from claims.reports.summary import in_words
from claims.reports.values import plain


@dataclass(frozen=True, slots=True)
class Expectation:
    """A claim that somebody expects to be read; ``value`` in its plain form (84, 2014-09, an id, a name)."""

    entity: str
    attribute: str
    value: str

    @classmethod
    def parse(cls, text: str) -> Expectation:
        """Read ``entity.attribute=value``. Raises :class:`~claims.errors.UsageError` for anything else."""
        name, equals, value = text.partition("=")
        entity, dot, attribute = name.strip().rpartition(".")
        if not (entity and dot and attribute and equals and value.strip()):
            raise UsageError(f"--expect {text}: write entity.attribute=value, for example coalition.members=84")
        return cls(entity, attribute, value.strip())


def expectation_text(document: InspectedDocument, expected: Expectation, facts: FactSet) -> str:
    """The steps, a line each, that end with the first one that failed or with the claim."""
    lines = []
    for good, step in _steps(document, expected, facts):
        lines.append(f"{'✓' if good else '✗'} {harmless(step)}\n")
        if not good:
            break
    return "".join(lines)


def _steps(seen: InspectedDocument, expected: Expectation, facts: FactSet) -> Iterator[tuple[bool, str]]:
    yield _entity(seen, expected, facts)
    yield _value(seen, expected)
    yield _wording(seen, expected, facts)
    yield _claim(seen, expected)


def _entity(seen: InspectedDocument, expected: Expectation, facts: FactSet) -> tuple[bool, str]:
    named = next((it.quote for it in seen.mentions if expected.entity in it.entities), None)
    bound = any(claim.entity == expected.entity for claim in seen.claims)
    if named or bound:
        return True, f"entity: {named or 'not named, but spoken of'}"
    known = facts.entities.get(expected.entity)
    if known is None:
        return False, f"entity: no facts file knows {expected.entity}"
    return False, f"entity: no name of {expected.entity} is read; they are: {', '.join(known.all_names())}"


def _value(seen: InspectedDocument, expected: Expectation) -> tuple[bool, str]:
    values = [plain(it.value) for it in seen.mentions if it.value is not None and not it.entities]
    values += [plain(claim.value) for claim in seen.claims]
    if expected.value in values:
        return True, f"value: {expected.value}"
    return False, f"value: {expected.value} is not read; read are: {', '.join(dict.fromkeys(values)) or 'none'}"


def _wording(seen: InspectedDocument, expected: Expectation, facts: FactSet) -> tuple[bool, str]:
    left = next((it for it in seen.unchecked if plain(it.value) == expected.value), None)
    if left is None or _bound(seen, expected):
        return True, "wording"
    if left.reason != "no_wording":
        return False, f"binding: {left.quote} is not checked: {in_words(left.reason)}"
    known = facts.attributes.get(expected.attribute)
    wording = known.wording.get(seen.language or "") if known else None
    words = (
        ", ".join((*wording.nouns, *wording.frames)) if wording else f"the attribute's own name, {expected.attribute}"
    )
    return False, f"wording: no words of {expected.attribute} stand by {left.quote}; they are: {words}"


def _bound(seen: InspectedDocument, expected: Expectation) -> list[InspectedClaim]:
    return [claim for claim in seen.claims if plain(claim.value) == expected.value]


def _claim(seen: InspectedDocument, expected: Expectation) -> tuple[bool, str]:
    bound = _bound(seen, expected)
    for claim in bound:
        if (claim.entity, claim.attribute) == (expected.entity, expected.attribute):
            return True, f"claim: {claim.quote} ({claim.confidence} confidence)"
    names = ", ".join(dict.fromkeys(f"{claim.entity}.{claim.attribute}" for claim in bound))
    return False, f"claim: {expected.value} is read as the value of {names or 'nothing'}"
