"""Bytes to documents: prose blocks with a map back to the source.

:func:`read` makes one document of one file or text, :func:`read_records` many of a table of records. Nothing
here touches the disk: callers pass bytes.

- Offsets are code points of ``Document.source``, which is what decoding the bytes gives, markup, line ends and
  byte order mark included (:mod:`claims.documents.decoding`), so that ``source[start:end] == quote``.
- A block is what a reader sees, in one piece: ``**84** members`` and ``84&nbsp;members`` are two words. Each
  of its runs stands in the source code point by code point, or, where the source spells it otherwise
  (``&nbsp;``), as a whole.
- U+FFFC stands for what is no prose in the midst of it, such as a code span.
- Formats are listed in :mod:`claims.documents.formats`, and each one's module says what counts as prose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.documents.formats import DATA_SUFFIXES, SUFFIXES
from claims.documents.reading import Sieve, read

if TYPE_CHECKING:
    from claims.documents.records import read_records

__all__ = ["DATA_SUFFIXES", "SUFFIXES", "Sieve", "read", "read_records"]


def __getattr__(name: str) -> object:
    """The reader of records, imported when there are some."""
    if name != "read_records":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from claims.documents import records

    return records.read_records
