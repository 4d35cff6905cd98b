"""Rows of tables as nodes: JSON Lines, and CSV with a header. A row is a map at its line.

In a CSV file an empty cell is an absent field, and ``where`` is written ``region=eu; quarter=3``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claims.loading.mistakes import Mistakes
from claims.loading.spelling import quoted
from claims.loading.yaml_tree import ListNode, MapNode, Node, ScalarNode

_MAX_DEPTH = 16


def parse_json_lines(text: str, mistakes: Mistakes) -> Iterator[MapNode]:
    """The records of JSON Lines; blank lines are skipped, bad ones go to ``mistakes``."""
    import json

    decoder = json.JSONDecoder(parse_float=str, parse_int=str, object_pairs_hook=_unique)
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            node = to_node(decoder.decode(line), number, 1)
        except json.JSONDecodeError as error:
            mistakes.add(ScalarNode("", True, number, error.colno), f"not JSON: {error.msg}", "one record a line")
        except (RecursionError, ValueError) as error:
            text_of_error = "nested too deep" if isinstance(error, RecursionError) else str(error)
            mistakes.add(ScalarNode("", True, number, 1), f"not a record: {text_of_error}")
        else:
            if isinstance(node, MapNode):
                yield node
            else:
                mistakes.add(node, "a line must be a record: {...}")


def parse_csv(text: str, mistakes: Mistakes, delimiter: str = ",") -> Iterator[MapNode]:
    """The records of a CSV text with a header; rows that do not fit it go to ``mistakes``."""
    import csv
    import io

    rows = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    header: list[str] | None = None
    line = 1
    try:
        for row in rows:
            if header is None:
                header = [name.strip() for name in row]
            elif len(row) > len(header):
                message = f"{len(row)} cells, where the header has {len(header)}"
                mistakes.add(ScalarNode("", True, line, 1), message, "quote a cell that holds a comma")
            elif any(row):
                yield _row(header, row, line)
            line = rows.line_num + 1
    except csv.Error as error:
        mistakes.add(ScalarNode("", True, line, 1), f"not CSV: {error}")


def to_node(data: object, line: int, depth: int) -> Node:
    """JSON data as a node. Raises ``ValueError`` for data nested too deep."""
    if depth > _MAX_DEPTH:
        raise ValueError("nested too deep")
    match data:
        case str():
            return ScalarNode(data, False, line, 1)
        case dict():
            entries = {
                key: (ScalarNode(key, False, line, 1), to_node(item, line, depth + 1)) for key, item in data.items()
            }
            return MapNode(entries, False, line, 1)
        case list():
            return ListNode([to_node(item, line, depth + 1) for item in data], line, 1)
        case None:
            return ScalarNode("null", True, line, 1)
        case _:
            return ScalarNode(str(data).lower(), True, line, 1)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"{quoted(twice)} comes twice")
    return record


def _row(header: list[str], row: list[str], line: int) -> MapNode:
    entries: dict[str, tuple[ScalarNode, Node]] = {}
    for name, cell in zip(header, row, strict=False):
        if cell.strip():
            node: Node = _where(cell, line) if name == "where" else ScalarNode(cell, False, line, 1)
            entries[name] = (ScalarNode(name, False, line, 1), node)
    return MapNode(entries, False, line, 1)


def _where(cell: str, line: int) -> Node:
    """``region=eu; quarter=3`` as a map; a text of another form as it is, for the reader to refuse."""
    parts = [part.partition("=") for part in cell.split(";")]
    if not all(equals for _, equals, _ in parts):
        return ScalarNode(cell, False, line, 1)
    return to_node({name.strip(): value.strip() for name, _, value in parts}, line, 1)
