"""TOML as the same nodes as YAML, each at the line its key was written in.

The standard library's parser tells no places; they are looked up afterwards, by the table headers and keys of
the text. Where a key is written in a way that is not found (quoted, dotted), the place is that of its table.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from claims.loading.mistakes import Mistakes
from claims.loading.yaml_tree import ListNode, MapNode, Node, ScalarNode

_HEADER = re.compile(r"\s*\[\[?([\w.\- ]+)\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*([\w\-]+)\s*=")
_SYNTAX_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_Places = dict[tuple[str, ...], list[tuple[int, int]]]


def parse_toml(text: str, mistakes: Mistakes, table: tuple[str, ...] = ()) -> Node | None:
    """The tree of a TOML text, or of one table of it; ``None`` where that is not there or cannot be read."""
    import tomllib

    try:
        data: Any = tomllib.loads(text, parse_float=str)
    except (ValueError, RecursionError) as error:
        place = _SYNTAX_PLACE.search(str(error))
        at = ScalarNode("", True, int(place[1]), int(place[2])) if place else None
        mistakes.add(at, f"not TOML: {str(error).split(' (at ')[0]}")
        return None
    for key in table:
        data = data.get(key) if isinstance(data, Mapping) else None
    return _node(data, table, _places(text), (1, 1)) if data is not None else None


def _places(text: str) -> _Places:
    found: _Places = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.fullmatch(line.rstrip("\r")):
            table = tuple(part.strip() for part in header[1].split("."))
            found.setdefault(table, []).append((number, 1))
        elif key := _KEY.match(line):
            found.setdefault((*table, key[1]), []).append((number, key.start(1) + 1))
    return found


def _node(data: object, path: tuple[str, ...], places: _Places, outer: tuple[int, int], index: int = 0) -> Node:
    here = places.get(path, [outer])
    line, column = here[min(index, len(here) - 1)]
    match data:
        case Mapping():
            entries: dict[str, tuple[ScalarNode, Node]] = {}
            for key, value in data.items():
                node = _node(value, (*path, key), places, (line, column), index)
                entries[key] = (ScalarNode(key, False, node.line, node.column), node)
            return MapNode(entries, False, line, column)
        case list():
            return ListNode([_node(item, path, places, (line, column), i) for i, item in enumerate(data)], line, column)
        case bool():
            return ScalarNode(str(data).lower(), True, line, column)
        case str():
            return ScalarNode(data, False, line, column)
        case datetime.date() | datetime.time():
            return ScalarNode(data.isoformat(), True, line, column)
        case _:
            return ScalarNode(str(data), True, line, column)
