"""Sorted runs: the groups of a table by key, as bytes that are read and merged one group at a time.

A run is a sequence of records, each a length (four bytes, big endian) and a msgpack array: the words of the key, then
the group. Keys ascend and no two are the same.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

from claims.corpus.summing.clean import clean
from claims.corpus.summing.groups import Group, Key, cleaned

Entry: TypeAlias = tuple[Key, Group]

_LENGTH = 4
_key = itemgetter(0)


def packed_run(groups: Mapping[Key, Group]) -> bytes:
    """The groups as a run."""
    return write_run(_unique(sorted(((_cleaned_key(key), group) for key, group in groups.items()), key=_key)))


def write_run(entries: Iterable[Entry]) -> bytes:
    """Entries with ascending keys as a run."""
    import msgspec

    encode = msgspec.msgpack.Encoder().encode
    run = bytearray()
    for key, group in entries:
        group.spots = [cleaned(spot) for spot in group.spots]
        record = encode([key, group.packed()])
        run += len(record).to_bytes(_LENGTH, "big")
        run += record
    return bytes(run)


def read_run(run: bytes) -> Iterator[Entry]:
    """The entries of a run, one at a time. Raises ``ValueError`` for bytes that are none."""
    import msgspec

    decode = msgspec.msgpack.Decoder(tuple[tuple[str, ...], list[Any]]).decode
    view, at = memoryview(run), 0
    while at < len(view):
        end = at + _LENGTH + int.from_bytes(view[at : at + _LENGTH], "big")
        if end > len(view):
            raise ValueError("a run of a tally ends in the middle")
        key, group = decode(view[at + _LENGTH : end])
        yield key, Group.unpacked(group)
        at = end


def merged(runs: Sequence[Iterable[Entry]]) -> Iterator[Entry]:
    """One entry for each key of several runs; what is said alike comes in the order of the runs."""
    return _unique(heapq.merge(*runs, key=_key))


def capped(run: bytes, most: int) -> tuple[bytes, int]:
    """The run with its ``most`` groups of greatest weight, and the greatest number that one left out has."""
    weights = (((*group.weight, -index), group.number) for index, (_, group) in enumerate(read_run(run)))
    ranked = sorted(weights, reverse=True)
    if len(ranked) <= most:
        return run, 0
    kept = {-weight[2] for weight, _ in ranked[:most]}
    rest = max(number for _, number in ranked[most:])
    return write_run(entry for index, entry in enumerate(read_run(run)) if index in kept), rest


def _unique(entries: Iterable[Entry]) -> Iterator[Entry]:
    for key, same in groupby(entries, key=_key):
        (_, whole), *others = same
        for _, other in others:
            whole.take(other)
        yield key, whole


def _cleaned_key(key: Key) -> Key:
    return tuple(map(clean, key))
