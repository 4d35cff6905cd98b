"""Rules files (``claims-rules/1``): attributes, names for entities, derivations, requirements, judging policies.

Expressions are kept as text with the place where they begin; the reasoning part parses and types them.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.dataclasses import dataclass, field
from claims.loading.entities import ENTITY_KEYS, Draft, draft_entity
from claims.loading.examples import read_examples
from claims.loading.fields import Fields, items_of, pairs, text_of
from claims.loading.formats import RULES, open_file
from claims.loading.mistakes import Mistakes
from claims.loading.policies import SEVERITIES, read_policies
from claims.loading.unfolding import unfolded
from claims.loading.wording import read_attribute
from claims.loading.yaml_tree import Node, ScalarNode
from claims.model.attribute import Attribute
from claims.model.example import Example
from claims.model.place import Place
from claims.model.rule import DerivationRule, JudgingPolicy, Loop, RequirementRule, Rules
from claims.model.verdict import Severity

FILE_KEYS = ("format", "attributes", "entities", "derive", "require", "judge", "examples")
DERIVATION_KEYS = ("id", "for", "set", "to", "when")
REQUIREMENT_KEYS = ("id", "for", "that", "message", "severity", "when")


@dataclass(frozen=True, slots=True)
class RulesFile:
    """What one rules file says."""

    mistakes: Mistakes
    attributes: tuple[Attribute, ...] = ()
    drafts: tuple[Draft, ...] = ()
    rules: Rules = field(default_factory=Rules)
    examples: tuple[Example, ...] = ()


def read_rules(root: Node, mistakes: Mistakes) -> RulesFile:
    """Read a rules file; what is wrong goes to ``mistakes``."""
    file = open_file(root, FILE_KEYS, RULES, mistakes)
    if file is None:
        return RulesFile(mistakes)
    attributes = pairs(file.node("attributes"), mistakes, "`attributes`")
    entities = pairs(file.node("entities"), mistakes, "`entities`")
    return RulesFile(
        mistakes,
        tuple(read_attribute(key, node, mistakes) for key, node in attributes),
        tuple(draft_entity(key, Fields(node, ENTITY_KEYS, mistakes, "an entity")) for key, node in entities),
        Rules(tuple(_derivations(file)), tuple(_requirements(file)), _policies(file)),
        tuple(read_examples(file.node("examples"), mistakes)),
    )


def _derivations(file: Fields) -> Iterator[DerivationRule]:
    for node in items_of(file.node("derive")):
        rule = Fields(node, DERIVATION_KEYS, file.mistakes, "a derivation")
        texts = [_needed(rule, "id"), _needed(rule, "set"), _expression(rule, "to", needed=True)]
        loops, condition = _loops(rule), _expression(rule, "when") or None
        if all(texts):
            places = [_content_place(rule, key) for key in ("to", "when", "set")]
            yield DerivationRule(texts[0], loops, texts[1], texts[2], condition, _place(node, rule), *places)


def _requirements(file: Fields) -> Iterator[RequirementRule]:
    for node in items_of(file.node("require")):
        rule = Fields(node, REQUIREMENT_KEYS, file.mistakes, "a requirement")
        name, that = _needed(rule, "id"), _expression(rule, "that", needed=True)
        loops, condition, message = _loops(rule), _expression(rule, "when") or None, rule.text("message")
        severity = rule.choice_or("severity", SEVERITIES, Severity.ERROR)
        if name and that:
            places = [_content_place(rule, key) for key in ("that", "when", "message")]
            yield RequirementRule(name, loops, that, message, severity, condition, _place(node, rule), *places)


def _policies(file: Fields) -> tuple[JudgingPolicy, ...]:
    return tuple(read_policies(file.node("judge"), file.mistakes))


def _needed(fields: Fields, key: str) -> str:
    """The text of a field that has to be there, or ``""`` once a mistake is noted."""
    fields.required(key)
    return fields.text(key) or ""


def _expression(fields: Fields, key: str, *, needed: bool = False) -> str:
    """The expression of a field; ``""`` where there is none, which is a mistake if it is needed."""
    text, node = _needed(fields, key) if needed else fields.text(key), fields.node(key)
    return unfolded(node, fields.mistakes) if text and isinstance(node, ScalarNode) else ""


def _loops(rule: Fields) -> tuple[Loop, ...]:
    found = pairs(rule.node("for"), rule.mistakes, "`for`")
    texts = ((key, node, text_of(node, rule.mistakes, f"`{key.text}`")) for key, node in found)
    return tuple(
        Loop(key.text, source, _content(node, rule.mistakes)) for key, node, source in texts if source is not None
    )


def _place(node: Node, fields: Fields) -> Place:
    return Place(fields.mistakes.path, node.line, node.column)


def _content_place(fields: Fields, key: str) -> Place | None:
    return _content(fields.node(key), fields.mistakes)


def _content(node: Node | None, mistakes: Mistakes) -> Place | None:
    """Where a text begins, behind its quotation mark."""
    if not isinstance(node, ScalarNode):
        return None
    return Place(mistakes.path, node.line, node.column + mistakes.is_quote(node))
