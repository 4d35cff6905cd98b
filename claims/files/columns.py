"""Parquet: the rows of one row group at a time. pyarrow comes with the ``parquet`` extra."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claims.errors import InputError, Problem, UsageError
from claims.files.streams import opened

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_ROWS = 500


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
