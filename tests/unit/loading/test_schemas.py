"""The JSON Schemas for editors: fresh, in step with the loader, and true of every example."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from claims.files.shipped import rules_folder, schemas_folder
from claims.loading import (
    configuration_file,
    entities,
    examples,
    facts,
    facts_file,
    given,
    mapping_file,
    policies,
    rules_file,
    value_forms,
    wording,
)
from claims.loading.schemas import SHAPES, schema_text
from claims.loading.shapes import claims as claims_shapes
from claims.loading.shapes import common
from claims.loading.shapes import configuration as configuration_shapes
from claims.loading.shapes import facts as facts_shapes
from claims.loading.shapes import mapping as mapping_shapes
from claims.loading.shapes import rules as rules_shapes

ROOT = Path(__file__).parents[3]
FILES = [*(("facts", path) for path in sorted((ROOT / "facts").glob("*.yaml")))]
FILES += [("mapping", path) for path in sorted((ROOT / "benchmarks").rglob("*.map.yaml"))]
FILES += [("rules", path) for path in sorted(rules_folder().glob("*.yaml"))]
KEYS = [
    (common.ValueShape, value_forms.VALUE_KEYS),
    (common.EntityHead, entities.ENTITY_KEYS),
    (facts_shapes.FactShape, (*value_forms.FACT_VALUE_KEYS, *facts.FACT_KEYS)),
    (facts_shapes.SourceShape, facts_file.SOURCE_KEYS),
    (facts_shapes.EntityShape, (*entities.ENTITY_KEYS, "facts")),
    (facts_shapes.FactsShape, facts_file.FILE_KEYS),
    (common.ExampleShape, examples.EXAMPLE_KEYS),
    (rules_shapes.WordingShape, wording.WORDING_KEYS),
    (rules_shapes.AttributeShape, wording.ATTRIBUTE_KEYS),
    (rules_shapes.DerivationShape, rules_file.DERIVATION_KEYS),
    (rules_shapes.RequirementShape, rules_file.REQUIREMENT_KEYS),
    (rules_shapes.PolicyShape, policies.POLICY_KEYS),
    (rules_shapes.HedgesShape, policies.HEDGE_KEYS),
    (rules_shapes.RulesShape, rules_file.FILE_KEYS),
    (claims_shapes.ClaimShape, given.CLAIM_KEYS),
    (claims_shapes.TextShape, given.TEXT_KEYS),
    (claims_shapes.ClaimsShape, given.FILE_KEYS),
    (mapping_shapes.MappingShape, mapping_file.FILE_KEYS),
    (mapping_shapes.MappedEntityShape, mapping_file.ENTITY_KEYS),
    (mapping_shapes.MappedColumnShape, mapping_file.COLUMN_KEYS),
    (configuration_shapes.PathShape, configuration_file.PATH_KEYS),
    (configuration_shapes.ConfigurationShape, configuration_file.FILE_KEYS),
]


class _EditorLoader(yaml.SafeLoader):
    """YAML as editors see it: version 1.2, in which dates are texts and only `true` and `false` are booleans."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if not tag.endswith((":timestamp", ":bool"))]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))


def _schema(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((schemas_folder() / f"{name}.schema.json").read_text("utf-8")))


def _errors(name: str, text: str) -> list[str]:
    return [error.json_path for error in _schema(name).iter_errors(yaml.load(text, _EditorLoader))]  # noqa: S506


@pytest.mark.parametrize(("name", "shape"), SHAPES, ids=[name for name, _ in SHAPES])
def test_schemas_are_fresh_and_valid(name, shape):
    """The files in `schemas/` are what `python -m claims.loading.schemas` writes."""
    text = (schemas_folder() / f"{name}.schema.json").read_text("utf-8")
    assert text == schema_text(shape)
    Draft202012Validator.check_schema(json.loads(text))


@pytest.mark.parametrize(("shape", "keys"), KEYS, ids=[shape.__name__ for shape, _ in KEYS])
def test_shapes_have_the_keys_the_loader_reads(shape, keys):
    """No key is known to the one and not to the other."""
    assert {field.alias or name for name, field in shape.model_fields.items()} == set(keys)


@pytest.mark.parametrize(("name", "path"), FILES, ids=[path.name for _, path in FILES])
def test_shipped_rules_and_example_facts_fit_their_schema(name, path):
    """An editor marks nothing in the files of this repository."""
    assert _errors(name, path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("name", "text", "path"),
    [
        ("facts", "format: claims-facts/1\n", "$"),
        ("facts", "format: claims-facts/1\nentities: {a: {tpye: x}}\n", "$.entities.a"),
        (
            "facts",
            "format: claims-facts/1\nentities: {a: {facts: {b: {value: 1, rank: best}}}}\n",
            "$.entities.a.facts.b",
        ),
        ("facts", "format: claims-facts/1\nas_of: soon\nentities: {}\n", "$.as_of"),
        ("rules", "format: claims-rules/1\nattributes: {a: {type: nmber}}\n", "$.attributes.a.type"),
        ("claims", "format: claims-claims/1\nclaims: [{entity: a}]\n", "$.claims[0]"),
        ("config", "fail_level: bad\n", "$.fail_level"),
    ],
)
def test_schemas_refuse_what_the_loader_refuses(name, text, path):
    """Mistakes are marked in the editor too."""
    assert path in _errors(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "facts",
            "format: claims-facts/1\nas_of: 2024\nentities: {a: {facts: {b: [1, {min: 2, from: 2024-10}]}}}\n",
        ),
        ("facts", "format: claims-facts/1\nentities: {a: {facts: {b: {list: [{entity: a}], complete: true}}}}\n"),
        ("claims", "format: claims-claims/1\nclaims: [{entity: a, attribute: b, value: [c, d]}, {text: x}]\n"),
        ("config", "facts: facts\nseverities: {outdated: error}\npaths: [{glob: '*', date: latest}]\n"),
    ],
)
def test_schemas_take_what_the_loader_takes(name, text):
    """What is right is not marked."""
    assert _errors(name, text) == []
