"""Compiled facts in the cache folder: found again as long as the files say the same.

An entry is named by what was asked for (the paths as given, the folder they are seen from, this program) and holds
what was asked of the disk on the way (:mod:`claims.files.asked`) before what came of it. It counts while every
question has the answer it had: a file that changed, came or went, wherever it took part, makes it anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from claims.compiled.compiled import Compiled, Daily, compile_facts
from claims.dataclasses import replace
from claims.files.asked import Question, digest, holds, noting
from claims.files.cache import cache_folder, entry_name, from_json, keep, recall, to_json
from claims.files.project import here
from claims.model.factset import FactSet

if TYPE_CHECKING:
    from claims.compiled.codec import Plain

T = TypeVar("T")

LARGE = 20_000
"""From so many facts and entities on they are kept in a table (:mod:`claims.compiled.large`)."""
_IN_TABLE = "in a table"

UNFIT = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What reading an entry can raise that no run of this version has written."""


def load_compiled(facts: Sequence[str | Path], rules: Sequence[str | Path]) -> Compiled:
    """The compiled facts and rules of these files, from the cache if nothing has changed.

    Raises as :func:`claims.loading.load` does.
    """
    name = entry_name("facts", here(), *map(str, facts), "--", *map(_asked_for, rules))
    found = recalled(name, partial(_compiled, name))
    if found is not None:
        return replace(found[0], key=found[1])
    from claims.loading import load

    with noting() as questions:
        compiled = compile_facts(*load(tuple(facts), tuple(rules)))
    return replace(compiled, key=kept(name, questions, partial(_packed, name, compiled)))


def is_large(facts: FactSet) -> bool:
    """Whether facts are so many that they are kept in a table."""
    return facts.size >= LARGE


def recalled(name: str, read: Callable[[Plain], T]) -> tuple[T, str] | None:
    """What is kept under a name, read, with its digest; ``None`` where nothing is, or no longer holds."""
    questions, _, body = (recall(name) or b"").partition(b"\n")
    if not body:
        return None
    try:
        return (read(from_json(body)), digest(body)) if holds(from_json(questions)) else None
    except UNFIT:
        return None


def kept(name: str, questions: Sequence[Question], pack: Callable[[], Plain]) -> str | None:
    """Keep what came of these questions; the digest of it, or ``None`` where there is no cache."""
    if cache_folder() is None:
        return None
    try:
        body = to_json(pack())
    except UNFIT:  # facts that a program made of values of its own
        return None
    keep(name, to_json(list(dict.fromkeys(questions))) + b"\n" + body)
    return digest(body)


def _asked_for(rules: str | Path) -> str:
    """A path is another thing than the pinned vocabulary of that form."""
    return f"./{rules}" if isinstance(rules, Path) else rules


def _packed(name: str, compiled: Compiled) -> Plain:
    from claims.compiled.codec import Packer

    packer, stated = Packer(), len(compiled.stated.facts)
    rest = [packer.pack(part) for part in (compiled.rules, compiled.daily.types, compiled.requirements)]
    if is_large(compiled.stated):
        from claims.compiled.large import keep_large

        return [_IN_TABLE, *(keep_large(name, compiled.facts, stated) or ()), *rest]
    facts = [packer.pack(fact) for fact in compiled.facts.facts]
    named = [packer.pack(part) for part in (compiled.stated.entities, compiled.stated.attributes)]
    return [packer.table, facts, stated, *named, *rest]


def _compiled(name: str, data: Plain) -> Compiled:
    from claims.compiled.codec import Unpacker

    if data[0] == _IN_TABLE:
        from claims.compiled.large import open_large

        first, facts, packed = open_large(name, data[1:])
        rest = tuple(map(Unpacker([]).unpack, packed))
    else:
        table, all_facts, stated, entities, attributes, *packed_rest = data
        unpack = Unpacker(table).unpack
        known = tuple(map(unpack, all_facts))
        first = FactSet(unpack(entities), unpack(attributes), known[:stated])
        facts = first.with_facts(known[stated:]) if len(known) > stated else first
        rest = tuple(map(unpack, packed_rest))
    rules, types, requirements = rest
    return Compiled(first, rules, facts, Daily(first, facts, rules, types), requirements)
