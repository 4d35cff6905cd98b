"""The JSON Schemas of what a report folder holds, made from the values that are written.

``python -m claims.corpus.summing.schemas`` writes ``summary.schema.json`` (of ``summary.json``) and
``findings.schema.json`` (of one line of ``findings.jsonl``) to ``schemas/``; a test holds them fresh.
"""

from __future__ import annotations

import json
from typing import Any

from claims.corpus.rows import COLUMNS, Column, ColumnType
from claims.files.shipped import schemas_folder
from claims.files.writing import write_text
from claims.model.summary import CorpusSummary
from claims.reports.values import Json

SCHEMAS = ("summary", "findings")
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TYPES: dict[ColumnType, dict[str, Json]] = {
    ColumnType.STRING: {"type": "string"},
    ColumnType.INTEGER: {"type": "integer"},
    ColumnType.STRINGS: {"type": "array", "items": {"type": "string"}},
}


def schema_text(name: str) -> str:
    """The JSON Schema of one of :data:`SCHEMAS`, as the text of its file."""
    schema = _summary() if name == "summary" else _row()
    return json.dumps({"$schema": _DRAFT, **schema}, indent=2, ensure_ascii=False) + "\n"


def _summary() -> dict[str, Json]:
    import msgspec

    schema = msgspec.json.schema(CorpusSummary)
    return {"title": "claims-summary/1", **{key: _complete(value) for key, value in schema.items()}}


def _complete(schema: Any) -> Any:  # noqa: ANN401 - any JSON
    """Every key is always there: what has a default in the program has none in its output."""
    match schema:
        case dict():
            whole = {key: _complete(value) for key, value in schema.items() if key != "default"}
            fields = whole.get("properties")
            return {**whole, "required": list(fields), "additionalProperties": False} if fields else whole
        case list():
            return [_complete(item) for item in schema]
        case _:
            return schema


def _row() -> dict[str, Json]:
    names: list[Json] = [column.name for column in COLUMNS]
    return {
        "title": "claims-findings/1",
        "description": "One line of `findings.jsonl`, and one row of `findings.parquet`. Every key is always there.",
        "type": "object",
        "properties": {column.name: _cell(column) for column in COLUMNS},
        "required": names,
        "additionalProperties": False,
    }


def _cell(column: Column) -> Json:
    cell = dict(_TYPES[column.type])
    if column.optional:
        cell["type"] = [cell["type"], "null"]
    return {"description": f"{column.description}.", **cell}


def write_schemas() -> None:
    """Write the schemas to the folder of schemas."""
    for name in SCHEMAS:
        write_text(schemas_folder() / f"{name}.schema.json", schema_text(name))


if __name__ == "__main__":
    write_schemas()
