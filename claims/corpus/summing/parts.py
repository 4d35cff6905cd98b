"""What a shard contributes to the summary, as bytes, and several of them put together.

The same report gives the same bytes. :func:`merge_parts` of parts is a part again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from claims.corpus.summing.clean import clean
from claims.corpus.summing.groups import Group, Key, cleaned, loudest
from claims.corpus.summing.runs import capped, merged_run, packed_run
from claims.corpus.summing.tables import CAPPED, MOST_GROUPS, NAMES
from claims.dataclasses import dataclass, field
from claims.model.summary import Spot, UnreadDocument

FORMAT = "claims-tally/1"
MOST_DOCUMENTS = 1_000
MOST_UNREAD = 100
_LEAST = 8_000_000
_EACH = 1_000


@dataclass(frozen=True, slots=True)
class Part:
    """What one shard, or several, come to.

    ``figures`` are counts by name, ``runs`` a sorted run for each table, ``missed`` by how much the counts of a table
    that was cut may be too low. ``worst`` are the documents with most findings, ``unread`` the first that could not
    be read.
    """

    figures: Mapping[str, int]
    runs: Mapping[str, bytes]
    missed: Mapping[str, int] = field(default_factory=dict)
    worst: Sequence[Spot] = ()
    unread: Sequence[UnreadDocument] = ()


def part_of(
    figures: Mapping[str, int],
    groups: Mapping[str, Mapping[Key, Group]],
    worst: Iterable[Spot],
    unread: Iterable[UnreadDocument],
) -> Part:
    """The part of one shard."""
    return Part(
        dict(sorted(figures.items())),
        {name: packed_run(groups[name]) for name in NAMES},
        worst=[cleaned(spot) for spot in loudest(worst, MOST_DOCUMENTS)],
        unread=[UnreadDocument(clean(it.document), clean(it.message)) for it in islice(unread, MOST_UNREAD)],
    )


def packed(part: Part) -> bytes:
    """The part as bytes (msgpack)."""
    import msgspec

    return msgspec.msgpack.encode((FORMAT, part))


def unpacked(data: bytes) -> Part:
    """The part that was packed. Raises ``ValueError`` for bytes that are none."""
    import msgspec

    form, part = msgspec.msgpack.decode(data, type=tuple[str, Part])
    if form != FORMAT:
        raise ValueError(f"not a tally of this version: {form!r}")
    return part


def merge_parts(parts: Iterable[bytes], *, most: int = MOST_GROUPS) -> Part:
    """All parts as one, in their order, keeping ``most`` groups of an unbounded table.

    Parts wait until they are together as large as what was merged before them: so each byte is read a few times, and
    no more is held than twice what is kept.
    """
    whole: list[Part] = []
    waiting: list[Part] = []
    kept = size = 0
    for data in parts:
        waiting.append(unpacked(data))
        size += len(data) + _EACH
        if size >= max(kept, _LEAST):
            whole = [_merged((*whole, *waiting), most)]
            waiting, kept, size = [], sum(map(len, whole[0].runs.values())), 0
    return _merged((*whole, *waiting), most)


def _merged(parts: Sequence[Part], most: int) -> Part:
    figures: Counter[str] = Counter()
    for part in parts:
        figures.update(part.figures)
    cut = {name: _merged_run(name, parts, most) for name in NAMES}
    return Part(
        dict(sorted(figures.items())),
        {name: run for name, (run, _) in cut.items()},
        {name: missed for name, (_, missed) in cut.items() if missed},
        loudest((spot for part in parts for spot in part.worst), MOST_DOCUMENTS),
        list(islice(_unread(parts), MOST_UNREAD)),
    )


def _merged_run(name: str, parts: Sequence[Part], most: int) -> tuple[bytes, int]:
    run = merged_run([part.runs[name] for part in parts])
    run, cut = capped(run, most) if name in CAPPED else (run, 0)
    return run, cut + sum(part.missed.get(name, 0) for part in parts)


def _unread(parts: Iterable[Part]) -> Iterator[UnreadDocument]:
    return (it for part in parts for it in part.unread)
