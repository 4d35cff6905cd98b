"""``shared-name``: a name that two entities have, so that a text which uses it alone speaks of neither.

Names are alike where they differ in case, accents, apostrophes or space only. Short names are left out: they count
once a full name was said.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.auditing.audited import Audited
from claims.auditing.finding import AuditFinding
from claims.loading.names import EntityNames, fold
from claims.model.entity import Entity
from claims.model.verdict import Severity


def shared_names(audited: Audited) -> Iterator[AuditFinding]:
    """Full names of several entities, each once, at the last of them."""
    entities = audited.facts.entities
    for name, owners in EntityNames.of(entities.values()).by_name.items():
        if len(owners) > 1:
            yield _finding(name, [entities[owner] for owner in owners])


def _finding(folded: str, owners: list[Entity]) -> AuditFinding:
    last, *others = sorted(owners, key=lambda entity: (entity.place is not None, entity.place or 0), reverse=True)
    name = next(name for name in last.all_names() if fold(name) == folded)
    return AuditFinding(
        "shared-name",
        Severity.WARNING,
        f"`{name}` is a name of {', '.join(sorted(owner.id for owner in owners))}",
        "leave the name to one of them, or write it under `short` where a full name comes first",
        last.place,
        tuple(other.place for other in others if other.place is not None),
    )
