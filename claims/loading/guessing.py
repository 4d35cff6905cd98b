"""Reading a table by its header, where nobody wrote a mapping: a proposal, as the text of a mapping file.

The first column whose cells are all there, all different and not all numbers names what each row is about; every
other column is an attribute of its own, called as its heading without the capital. Nothing more is guessed: a person
reads the proposal and mends it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path

from claims.loading.formats import MAPPING
from claims.loading.yaml_tree import MapNode, Node, ScalarNode

_NUMERIC = frozenset("0123456789.,-+%'’ \u00a0\u202f")
_DELIMITERS = (",", ";", "\t", "|")


def guess_delimiter(text: str) -> str:
    """The sign that parts the cells of a header."""
    header = text.partition("\n")[0]
    return max(_DELIMITERS, key=header.count)


def guess_mapping(path: Path, header: Collection[str], rows: Sequence[Node], delimiter: str | None) -> str | None:
    """The text of a mapping for a table; ``None`` where no column can name what its rows are about."""
    entity = next((column for column in header if column and _names_rows(_cells(column, rows), len(rows))), None)
    if entity is None:
        return None
    lines = [f"format: {MAPPING}", f"file: {_scalar(path.name)}"]
    if delimiter not in (None, "\t" if path.suffix.lower() == ".tsv" else ","):
        lines.append(f"delimiter: {json.dumps(delimiter)}")
    lines += [f"entity: {_scalar(entity)}", "attributes:"]
    attributes = [column for column in header if column and column != entity]
    lines += [f"  {_scalar(_attribute(column))}: {_scalar(column)}" for column in attributes] or ["  {}"]
    return "\n".join(lines) + "\n"


def _attribute(column: str) -> str:
    """The id that a heading gives: without its capital, where that is not an abbreviation's."""
    return column if column[1:2].isupper() else column[:1].lower() + column[1:]


def _cells(column: str, rows: Sequence[Node]) -> list[str]:
    found = (row.entries.get(column) for row in rows if isinstance(row, MapNode))
    return [pair[1].text.strip() for pair in found if pair is not None and isinstance(pair[1], ScalarNode)]


def _names_rows(cells: Sequence[str], rows: int) -> bool:
    return len(cells) == rows > 0 and len(set(cells)) == rows and any(set(cell) - _NUMERIC for cell in cells)


def _scalar(text: str) -> str:
    """A text as YAML reads it back: as it is where it is a plain word, else in quotes."""
    plain = text[:1].isalpha() and all(char.isalnum() or char in " _-./()" for char in text)
    return text if plain and text == text.strip() else json.dumps(text, ensure_ascii=False)
