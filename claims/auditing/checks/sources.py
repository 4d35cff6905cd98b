"""``no-source``, ``unused-source``: values that nobody is named for, and sources that nothing was taken from."""

from __future__ import annotations

from collections.abc import Iterator

from claims.auditing.audited import Audited, name_of, places
from claims.auditing.finding import AuditFinding
from claims.model.fact import Fact
from claims.model.verdict import Severity

_NAMED = 3
_PLACES = 100


def unused_sources(audited: Audited) -> Iterator[AuditFinding]:
    """Sources that no value of their file names. Two files may each have a source of one id."""
    used = {(fact.source.id, fact.source.place) for fact in audited.facts.facts if fact.source}
    for source in audited.sources:
        if (source.id, source.place) not in used:
            yield AuditFinding(
                "unused-source",
                Severity.WARNING,
                f"no value names the source {source.id}",
                f"write `source: {source.id}` at the values taken from it, or take it out",
                source.place,
            )


def unsourced(audited: Audited) -> Iterator[AuditFinding]:
    """Values without a source, one finding for each file: who names no sources at all does so on purpose."""
    files: dict[str, list[Fact]] = {}
    counts: dict[str, int] = {}
    for fact in audited.facts.facts:
        if fact.place is not None:
            counts[fact.place.path] = counts.get(fact.place.path, 0) + 1
            if fact.source is None:
                files.setdefault(fact.place.path, []).append(fact)
    for path, facts in files.items():
        yield _finding(facts, counts[path])


def _finding(facts: list[Fact], of: int) -> AuditFinding:
    names = tuple(dict.fromkeys(map(name_of, facts)))
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    found = places(facts)
    return AuditFinding(
        "no-source",
        Severity.NOTE,
        f"{len(facts)} of {of} values have no source: {', '.join(names[:_NAMED])}{more}",
        "say who says so (`source: ...`), so that a reader can check",
        found[0],
        found[1:_PLACES],
    )
