"""The unit of work: a shard is some pieces, a piece is a file, some lines of one, or a row group."""

from __future__ import annotations

import json
from dataclasses import astuple
from enum import StrEnum

from claims.dataclasses import dataclass
from claims.errors import Problem
from claims.files.streams import COMPRESSED

_OVERHEAD = 4096  # bytes: what opening a file costs, in bytes of text
_EXPANDS = 4  # how much longer compressed text usually gets


class Kind(StrEnum):
    """How the documents of a piece are found."""

    TEXT = "text"
    LINES = "lines"
    TABLE = "table"
    ROWS = "rows"
    PROBLEM = "problem"


KINDS = (
    (Kind.LINES, (".jsonl", ".ndjson")),
    (Kind.TABLE, (".csv", ".tsv")),
    (Kind.ROWS, (".parquet",)),
)
RECORDS = tuple(
    f"{suffix}{compressed}"
    for kind, suffixes in KINDS
    for suffix in suffixes
    for compressed in ("", *(COMPRESSED if kind is not Kind.ROWS else ()))
)
"""The suffixes of files that hold many documents."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one source, which had ``size`` bytes and the ``stamp`` of :func:`claims.files.streams.stamp`.

    ``start`` and ``stop`` are bytes of a file of lines, or the number of a row group and the one behind it;
    ``stop`` is ``None`` for a whole file. ``first`` is the number of the first line or row. A source that could
    not be looked at is a piece too: ``message`` and ``hint`` say why.
    """

    path: str
    kind: Kind
    size: int = 0
    stamp: str = ""
    start: int = 0
    stop: int | None = None
    first: int = 1
    weight: int = 0
    message: str = ""
    hint: str | None = None

    @property
    def problem(self) -> Problem:
        """Why the source could not be looked at."""
        return Problem(self.path, None, None, self.message, self.hint)

    @property
    def cost(self) -> int:
        """How much work it is, in bytes of text."""
        return _OVERHEAD + self.weight * (_EXPANDS if self.path.endswith(COMPRESSED) else 1)


@dataclass(frozen=True, slots=True)
class Shard:
    """Pieces that are checked by one worker, one after the other, into part ``number``.

    ``skip`` are documents, each by the number of its piece in the shard and its own in the piece, and ``dropped``
    pieces that are not read because they killed their worker; with what happened, ``died`` or ``stuck``.
    """

    number: int
    pieces: tuple[Piece, ...]
    skip: tuple[tuple[int, int, str], ...] = ()
    dropped: tuple[tuple[int, str], ...] = ()

    @property
    def weight(self) -> int:
        """The bytes of its pieces, as they are in their files."""
        return sum(piece.weight for piece in self.pieces)


def encode_shard(shard: Shard) -> bytes:
    """The pieces of a shard as one line of JSON, without its line end; names of files may hold any byte."""
    return json.dumps([shard.number, [astuple(piece) for piece in shard.pieces]], separators=(",", ":")).encode("ascii")


def decode_shard(line: bytes) -> Shard:
    """The shard of a line that :func:`encode_shard` made."""
    number, pieces = json.loads(line)
    return Shard(number, tuple(Piece(path, Kind(kind), *rest) for path, kind, *rest in pieces))
