"""Reading tables: CSV and its kin, JSON Lines, and Parquet, as rows of texts with the names of their columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from claims.dataclasses import dataclass
from claims.errors import InputError, Problem
from claims.files.project import inside_project, project_folder
from claims.files.reading import read_bytes, read_text
from claims.loading.guessing import guess_delimiter
from claims.loading.mapping_file import TableMapping
from claims.loading.mistakes import Mistakes
from claims.loading.records import parse_csv, parse_json_lines, to_node
from claims.loading.spelling import quoted
from claims.loading.yaml_tree import MapNode, Node

TABLE_SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet")
_LINES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Records:
    """The names of the columns, and the rows, which may be read only once.

    ``has_header`` says that every row has the same columns; ``delimiter`` is what parts the cells, where anything does.
    """

    header: Collection[str]
    rows: Iterable[Node]
    has_header: bool = False
    delimiter: str | None = None


def named_table(mapping_file: Path, mapping: TableMapping, root: Node, mistakes: Mistakes) -> Path | None:
    """The table that a mapping names, which lies in its project; ``None`` once a mistake is noted."""
    if mapping.file is None:
        hint = "name it, from the mapping's folder, or give the mapping to `claims facts import`"
        mistakes.add(root, "the mapping needs `file`, the table it is for", hint)
        return None
    name = mapping.file.text.strip()
    target = inside_project(mapping_file, name)
    if target is None:
        hint = f"only files in {project_folder(mapping_file)} are read"
        mistakes.add(mapping.file, f"{quoted(name)} is outside the project's folder", hint)
    elif target.suffix.lower() not in TABLE_SUFFIXES:
        mistakes.add(mapping.file, f"{quoted(name)} is no table", f"a table ends in {', '.join(TABLE_SUFFIXES)}")
    else:
        # as it was written, so that places are short and the same on every machine
        return mapping_file.parent / name
    return None


def read_records(
    path: Path, mistakes: Mistakes, mapping: TableMapping | None = None, *, guess: bool = False
) -> Records:
    """The records of a table; ``guess`` finds out what parts its cells.

    Raises :class:`~claims.errors.InputError` for one that cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return _parquet(path)
    text = read_text(path, mapping.encoding if mapping else "utf-8")
    if suffix in _LINES:
        rows = list(parse_json_lines(text, mistakes))
        return Records(dict.fromkeys(key for row in rows for key in row.entries), rows)
    usual = "\t" if suffix == ".tsv" else ","
    delimiter = (mapping.delimiter if mapping else guess_delimiter(text) if guess else None) or usual
    return Records(_header(text, delimiter), parse_csv(text, mistakes, delimiter), bool(text), delimiter)


def _header(text: str, delimiter: str) -> tuple[str, ...]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return tuple(name.strip() for name in next(rows, ()))
    except csv.Error:
        return ()


def _parquet(path: Path) -> Records:
    data = read_bytes(path)
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        hint = "install it: pip install 'claims-linter[parquet]'"
        raise InputError(Problem(str(path), None, None, "reading Parquet needs pyarrow", hint)) from None
    try:
        table = pq.read_table(pa.BufferReader(data))
    except (pa.ArrowException, OSError) as error:
        raise InputError(Problem(str(path), None, None, f"not Parquet: {error}")) from error
    return Records(tuple(table.column_names), _parquet_rows(table.to_batches()), has_header=True)


def _parquet_rows(batches: Iterable[object]) -> Iterator[MapNode]:
    """Rows as texts, numbered from 1 for their lines; what is null is left out."""
    number = 0
    for batch in batches:
        for record in batch.to_pylist():  # type: ignore[attr-defined]
            number += 1
            known = {key: _plain(value) for key, value in record.items() if value is not None}
            node = to_node(known, number, 1)
            if isinstance(node, MapNode):
                yield node


def _plain(value: object) -> object:
    """A cell as the JSON it would be: a number and a date as their text."""
    return value if isinstance(value, bool | str | dict | list) else str(value)
