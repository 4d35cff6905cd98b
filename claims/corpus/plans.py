"""The plan of a run on the disk: its shards, one a line, read one after the other.

A run that goes on keeps its plan, and only looks whether the sources are still those of the plan.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import zip_longest
from pathlib import Path

from claims.corpus.entries import name_of
from claims.corpus.shards import Kind, Piece, Shard, decode_shard, encode_shard
from claims.dataclasses import dataclass
from claims.errors import InputError, Problem
from claims.files.logs import read_lines
from claims.files.replacing import replacing
from claims.files.streams import stamp


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is: shards, sources, and their bytes as they are in their files."""

    shards: int = 0
    sources: int = 0
    weight: int = 0


def write_plan(path: Path, shards: Iterable[Shard]) -> None:
    """Write a plan. Raises ``OSError`` where there is no room for it."""
    with replacing(path) as file:
        for shard in shards:
            file.write(encode_shard(shard) + b"\n")


def read_plan(path: Path, but: Collection[int] = ()) -> Iterator[Shard]:
    """The shards of a plan, without those of some numbers."""
    return (shard for shard in map(decode_shard, read_lines(path)) if shard.number not in but)


def extent_of(path: Path) -> Extent:
    """How much a plan covers."""
    shards = sources = weight = 0
    for shard in read_plan(path):
        shards, weight = shards + 1, weight + shard.weight
        sources += sum(piece.first == 1 and piece.start == 0 for piece in shard.pieces)
    return Extent(shards, sources, weight)


def first_change(path: Path, sources: Iterable[str | Problem]) -> str | None:
    """What is not as it was when the plan was made; ``None`` where all is."""
    for was, now in zip_longest(_planned(path), sources):
        there = now.path if isinstance(now, Problem) else now
        if was is None or was.path != there:
            return f"{name_of(there)} was not there" if there and was is None else _moved(was, there)
        if isinstance(now, Problem) != (was.kind is Kind.PROBLEM and not was.stamp):
            return f"{name_of(there)} can be read now, or cannot any more"
        if isinstance(now, str) and _stamp(now) != (was.size, was.stamp):
            return f"{name_of(there)} has changed"
    return None


def _moved(was: Piece | None, there: str | None) -> str:
    before = name_of(was.path) if was else "nothing"
    return f"{before} is gone" if there is None else f"where {before} was, there is {name_of(there)}"


def _planned(path: Path) -> Iterator[Piece]:
    """The first piece of each source."""
    before = None
    for shard in read_plan(path):
        for piece in shard.pieces:
            if piece.path != before:
                yield piece
            before = piece.path


def _stamp(path: str) -> tuple[int, str]:
    try:
        return stamp(path)
    except InputError:
        return 0, ""
