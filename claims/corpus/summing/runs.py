"""Sorted runs: the groups of a table by key, as bytes that are read and merged one group at a time.

A run is a sequence of records, each the words of the key and the group, both msgpack behind a length (four bytes, big
endian). Keys ascend and no two are the same. Merging reads only the groups whose key several runs have; all others are
copied as they are.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

from claims.corpus.summing.clean import clean
from claims.corpus.summing.groups import Group, Key

Entry: TypeAlias = tuple[Key, Group]
_Record: TypeAlias = tuple[Key, memoryview | bytes]

_LENGTH = 4
_key = itemgetter(0)


def packed_run(groups: Mapping[Key, Group]) -> bytes:
    """The groups as a run."""
    ordered = sorted(((_cleaned(key), _pack(group)) for key, group in groups.items()), key=_key)
    return _written(_unique(ordered))


def read_run(run: bytes) -> Iterator[Entry]:
    """The entries of a run, one at a time. Raises ``ValueError`` for bytes that are none."""
    return ((key, _unpack(group)) for key, group in _records(run))


def merged_run(runs: Sequence[bytes]) -> bytes:
    """One run with each key of several; what is said alike comes in the order of the runs."""
    kept = [run for run in runs if run]
    return kept[0] if len(kept) == 1 else _written(_unique(heapq.merge(*map(_records, kept), key=_key)))


def capped(run: bytes, most: int) -> tuple[bytes, int]:
    """The run with its ``most`` groups of greatest weight, and the greatest number that one left out has."""
    if sum(1 for _ in _records(run)) <= most:
        return run, 0
    weights = (((*group.weight, -index), group.number) for index, (_, group) in enumerate(read_run(run)))
    ranked = sorted(weights, reverse=True)
    kept = {-weight[2] for weight, _ in ranked[:most]}
    rest = max(number for _, number in ranked[most:])
    return _written(record for index, record in enumerate(_records(run)) if index in kept), rest


def _records(run: bytes) -> Iterator[_Record]:
    import msgspec

    decode = msgspec.msgpack.Decoder(tuple[str, ...]).decode
    view, at = memoryview(run), 0
    while at < len(view):
        key, at = _part(view, at)
        group, at = _part(view, at)
        yield decode(key), group


def _part(view: memoryview, at: int) -> tuple[memoryview, int]:
    start = at + _LENGTH
    end = start + int.from_bytes(view[at:start], "big")
    if end > len(view):
        raise ValueError("a run of a tally ends in the middle")
    return view[start:end], end


def _written(records: Iterable[_Record]) -> bytes:
    import msgspec

    encode = msgspec.msgpack.Encoder().encode
    run = bytearray()
    for key, group in records:
        for part in (encode(key), group):
            run += len(part).to_bytes(_LENGTH, "big")
            run += part
    return bytes(run)


def _unique(records: Iterable[_Record]) -> Iterator[_Record]:
    for key, same in groupby(records, key=_key):
        (_, first), *others = same
        if others:
            whole = _unpack(first)
            for _, other in others:
                whole.take(_unpack(other))
            first = _pack(whole)
        yield key, first


def _pack(group: Group) -> bytes:
    import msgspec

    return msgspec.msgpack.encode(group.packed())


def _unpack(packed: memoryview | bytes) -> Group:
    import msgspec

    return Group.unpacked(msgspec.msgpack.decode(packed, type=list[Any]))


def _cleaned(key: Key) -> Key:
    return tuple(map(clean, key))
