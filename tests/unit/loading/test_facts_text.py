"""Facts written as the text of a facts file are the facts that were read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claims.loading import load
from claims.loading.facts_text import facts_text, scalar
from claims.loading.mistakes import Mistakes
from claims.loading.yaml_tree import ScalarNode, parse_yaml

ROOT = Path(__file__).parents[3]
FORMS = """\
format: claims-facts/1
sources:
  a: {title: "A: the source", published: 2024, rank: preferred, url: "https://example.org/a#b"}
entities:
  x: {type: thing, names: {en: [X, "X, the Other"], fr: [Ixe]}, short: {en: [it]}, demonyms: {en: [Xian]}}
  "1634: a novel":
    of: x
    part_of: [x]
    names: ["1634: A Novel"]
    facts:
      count: 84
      price: 9.90 EUR
      share: 12.5 %
      day: 2014-09
      range: {min: -20, max: 40}
      open range: {min: 3}
      between: {between: [60, 62]}
      years: {min: 2014, max: 2019}
      list: {list: ["Mali, Niger", Togo, {entity: x}], complete: true}
      open list: {list: [1, 2]}
      denied: {not: Senegal}
      entity: {entity: x}
      unknown: unknown
      none: none
      word: "unknown"
      yes: true
      text number: {value: "84", type: text}
      version: {value: 3.10, type: version}
      name: "O'Neil: \\"the\\" #1"
      timeline:
        - {value: 1, from: 2018-09, until: 2019, source: a, quote: 'one: "1"'}
        - {value: 2, as_of: 2020, where: {region: "eu, west"}, rank: deprecated, recheck_by: 2025-01}
        - {value: 3, during: 2024-Q1}
"""


def _entity(entity):
    names = {language: given for language, given in entity.names.items() if given}
    return replace(entity, place=None, names=names)


def _read(paths, rules):
    facts, _ = load(paths, rules)
    entities = {key: _entity(entity) for key, entity in facts.entities.items()}
    found = [replace_source(fact) for fact in facts.facts]
    return facts, entities, sorted(found, key=repr)


def replace_source(fact):
    """The fact without where it stands, and its source without what its file calls it."""
    source = fact.source and replace(fact.source, place=None, id="")
    return (fact.entity, fact.attribute, fact.value, fact.where, fact.validity, fact.rank, source, fact.quote)


@pytest.mark.parametrize("rules", [[], ["core/1"]], ids=["bare", "core"])
@pytest.mark.parametrize("folder", ["facts", "examples/election/facts", "benchmarks/coalition"])
def test_written_facts_are_read_back(folder, rules, tmp_path):
    """Entities, values, times, qualifiers, ranks and sources of every facts file of the project come back."""
    facts, entities, found = _read([ROOT / folder], rules)
    (tmp_path / "again.yaml").write_text(facts_text(facts), encoding="utf-8")
    assert _read([tmp_path / "again.yaml"], rules)[1:] == (entities, found)


def test_every_form_of_a_value_is_read_back(tmp_path):
    """Ranges, lists, denials and texts that look like something else are written so that they stay what they are."""
    (tmp_path / "forms.yaml").write_text(FORMS, encoding="utf-8")
    facts, entities, found = _read([tmp_path / "forms.yaml"], [])
    (tmp_path / "again.yaml").write_text(facts_text(facts), encoding="utf-8")
    assert _read([tmp_path / "again.yaml"], [])[1:] == (entities, found)
    assert facts_text(_read([tmp_path / "again.yaml"], [])[0]) == facts_text(facts)


@pytest.mark.parametrize(
    "text",
    ["84", "a b", "none", "yes", "a: b", "- a", "a #b", "'a'", '"', "é", "", " a", "a\nb", "[a]", "a,b", "~", "%x"],
)
def test_a_scalar_is_read_back_as_it_was(text):
    """Whatever the text, YAML gives it back, and never as a special word."""
    node = parse_yaml(f"key: {scalar(text)}\n", Mistakes("x"))
    value = node.entries["key"][1]
    assert isinstance(value, ScalarNode)
    assert value.text == text
    assert not (value.plain and text in ("none", "yes", "~", ""))
