"""What the expressions of a rules file may name: worked out once from the facts and the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claims.dataclasses import dataclass
from claims.expressions.checking import Scope
from claims.expressions.kinds import Kind, kind_of_type, kind_of_value
from claims.languages.units import units
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.rule import DerivationRule, Rules


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The attributes that are stated, worded or derived, with the kind of their values; types, qualifiers, units."""

    facts: FactSet
    kinds: Mapping[str, Kind]
    types: frozenset[str]
    qualifiers: frozenset[str]
    units: frozenset[str | None]

    @classmethod
    def of(cls, facts: FactSet, rules: Rules) -> Surroundings:
        """Look through facts and rules once."""
        kinds = {id_: kind_of_type(attribute.type) for id_, attribute in facts.attributes.items()}
        untyped = {id_ for id_, attribute in facts.attributes.items() if attribute.type is None}
        kinds |= _kinds_of_values(facts.facts, untyped, kinds)
        for rule in rules.derivations:
            kinds.setdefault(target_attribute(rule), Kind.ANY)
        types = {entity.type for entity in facts.entities.values() if entity.type is not None}
        types.update(type_ for attribute in facts.attributes.values() for type_ in attribute.of)
        qualifiers = frozenset(key for fact in facts.facts for key, _ in fact.where)
        own_units = frozenset(attribute.unit for attribute in facts.attributes.values())
        return cls(facts, kinds, frozenset(types), qualifiers, own_units)

    def scope(self, variables: tuple[str, ...], *, now: bool = True) -> Scope:
        """What an expression with these variables may name."""
        return Scope(self.kinds, variables, self.facts.entities, self.types, self.qualifiers, now, self._has_unit)

    def _has_unit(self, unit: str) -> bool:
        return unit in self.units or unit in units()


def target_attribute(rule: DerivationRule) -> str:
    """The attribute that a rule sets, as far as can be told before it is parsed."""
    return rule.target.partition(".")[2].strip().strip("`")


def _kinds_of_values(facts: Iterable[Fact], untyped: set[str], typed: Mapping[str, Kind]) -> dict[str, Kind]:
    """The kind of each attribute that has no type, where all its values are of one kind."""
    found: dict[str, Kind] = {}
    for fact in facts:
        if fact.attribute in typed and fact.attribute not in untyped:
            continue
        kind = kind_of_value(fact.value)
        if kind is None:
            found.setdefault(fact.attribute, Kind.ANY)
        elif found.setdefault(fact.attribute, kind) is not kind:
            found[fact.attribute] = Kind.ANY
    return found
