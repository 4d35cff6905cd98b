"""Parquet: reading the rows of one row group at a time, and writing. pyarrow comes with the ``parquet`` extra."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from claims.errors import InputError, Problem, UsageError
from claims.files.streams import opened

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_ROWS = 500
_GROUP = 10_000


def row_groups(path: str) -> tuple[tuple[int, int], ...]:
    """Of each row group, how many rows and how many bytes of data it holds. Raises ``InputError``."""
    with _table(path) as table:
        footer = table.metadata
        groups = (footer.row_group(number) for number in range(footer.num_row_groups))
        return tuple((group.num_rows, group.total_byte_size) for group in groups)


def rows(path: str, group: int, columns: Collection[str]) -> Iterator[Mapping[str, object]]:
    """The rows of a row group, by those of the columns that there are; null is left out, dates are ISO texts.

    Raises ``InputError`` for a file that is damaged, after the rows before the damage.
    """
    with _table(path) as table:
        there = [name for name in table.schema_arrow.names if name in columns]
        for batch in table.iter_batches(_ROWS, row_groups=[group], columns=there, use_threads=False):
            for row in batch.to_pylist():
                yield {name: _plain(value) for name, value in row.items() if value is not None}


def column_names(path: str) -> Sequence[str]:
    """The names of the columns of a file. Raises ``InputError``."""
    with _table(path) as table:
        return tuple(table.schema_arrow.names)


def can_write() -> bool:
    """Whether pyarrow is installed."""
    return find_spec("pyarrow") is not None


def write_lines(file: BinaryIO, columns: Mapping[str, str], lines: Iterable[bytes]) -> None:
    """Write lines of JSON objects as Parquet; ``columns`` are ``string``, ``integer`` or ``strings``.

    The same lines give the same bytes with the same version of pyarrow. Some thousand rows are held at once.
    """
    import msgspec
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"string": pa.string(), "integer": pa.int64(), "strings": pa.list_(pa.string())}
    schema = pa.schema([(name, types[kind]) for name, kind in columns.items()])
    decode = msgspec.json.Decoder().decode
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for some in _some(lines, _GROUP):
            writer.write_table(pa.Table.from_pylist([decode(line) for line in some], schema))


def _some(lines: Iterable[bytes], number: int) -> Iterator[list[bytes]]:
    rest = iter(lines)
    while some := list(islice(rest, number)):
        yield some


@contextmanager
def _table(path: str) -> Iterator[ParquetFile]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise UsageError(f"{path}: reading Parquet needs pyarrow: install the `parquet` extra") from None
    with opened(path) as stream:
        try:
            yield pq.ParquetFile(stream)
        except pa.ArrowException as error:
            raise InputError(Problem(path, None, None, f"not Parquet, or damaged: {error}")) from error


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value
