"""The JSON Schemas of the files people write, made from their shapes.

``python -m claims.loading.schemas`` writes them to ``schemas/``; a test holds them fresh.
"""

from __future__ import annotations

import json

from pydantic import BaseModel

from claims.files.shipped import schemas_folder
from claims.files.writing import write_text
from claims.loading.shapes.claims import ClaimsShape
from claims.loading.shapes.configuration import ConfigurationShape
from claims.loading.shapes.facts import FactsShape
from claims.loading.shapes.mapping import MappingShape
from claims.loading.shapes.rules import RulesShape

SHAPES: tuple[tuple[str, type[BaseModel]], ...] = (
    ("facts", FactsShape),
    ("rules", RulesShape),
    ("claims", ClaimsShape),
    ("config", ConfigurationShape),
    ("mapping", MappingShape),
)
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(shape: type[BaseModel]) -> str:
    """The JSON Schema of a shape, as the text of its file."""
    schema = {"$schema": _DRAFT, **shape.model_json_schema(by_alias=True)}
    return json.dumps(_without_nulls(schema), indent=2, ensure_ascii=False) + "\n"


def write_schemas() -> None:
    """Write the schema of every format to the folder of schemas."""
    for name, shape in SHAPES:
        write_text(schemas_folder() / f"{name}.schema.json", schema_text(shape))


def _without_nulls(schema: object) -> object:
    """Leave out what pydantic says of absent fields: to be absent is not to be null."""
    match schema:
        case {"anyOf": list(options), **rest} if {"type": "null"} in options:
            kept = [option for option in options if option != {"type": "null"}]
            merged = {**rest, **kept[0]} if len(kept) == 1 else {**rest, "anyOf": kept}
            return _without_nulls(merged)
        case dict():
            return {key: _without_nulls(value) for key, value in schema.items() if (key, value) != ("default", None)}
        case list():
            return [_without_nulls(item) for item in schema]
        case _:
            return schema


if __name__ == "__main__":
    write_schemas()
