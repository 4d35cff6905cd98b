"""How the difference of two versions of facts is shown: as tables for people, as JSON (``claims-diff/1``) for tools."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.auditing.differences import Difference
from claims.auditing.effects import Effect
from claims.auditing.showing import place_json
from claims.model.verdict import Verdict
from claims.reports.findings import fact_name, fix
from claims.reports.json_text import json_text
from claims.reports.screen import harmless
from claims.reports.summary import plural
from claims.reports.tables import aligned
from claims.reports.values import Json, with_unit

FORMAT = "claims-diff/1"
_ABSENT = "-"
_NOT_READ = "not read"


def difference_text(found: Sequence[Difference], effects: Sequence[Effect] | None) -> str:
    """A table of what changed; where texts were given, the claims that it alters, and a line that counts."""
    lines = list(_table(found))
    if effects is not None:
        lines += [""] if lines and effects else []
        lines += [line for effect in effects for line in _effect_lines(effect)]
    return "".join(f"{line}\n" for line in (*lines, _summary(found, effects)))


def _table(found: Sequence[Difference]) -> Iterator[str]:
    rows = [
        [one.aspect.value, one.subject, one.old or _ABSENT, one.new or _ABSENT, str(one.place or "")] for one in found
    ]
    if rows:
        yield from aligned([["change", "of", "old", "new", "place"], *rows])


def _effect_lines(effect: Effect) -> Iterator[str]:
    claim = effect.claim
    place = ":".join(str(part) for part in (effect.document, claim.line, claim.column) if part is not None)
    name = fact_name(claim.entity, claim.attribute, claim.where)
    verdicts = " → ".join(_verdict(verdict) for verdict in (effect.old, effect.new))
    mended = fix(claim) if effect.is_wrong or effect.new is not None else ""
    suggestion = f"   Fix: {mended}" if mended else ""
    yield harmless(f"{place}: {verdicts}: {name} = {with_unit(claim.value)}{suggestion}")


def _verdict(verdict: Verdict | None) -> str:
    return _NOT_READ if verdict is None else verdict.value


def _summary(found: Sequence[Difference], effects: Sequence[Effect] | None) -> str:
    counted = plural(len(found), "change") if found else "no changes"
    if effects is None:
        return counted
    wrong = sum(effect.is_wrong for effect in effects)
    verdicts = f"{plural(len(effects), 'verdict')} altered" if effects else "no verdict altered"
    return f"{counted}: {verdicts}" + (f", {wrong} of them wrong now" if wrong else "")


def difference_json(found: Sequence[Difference], effects: Sequence[Effect] | None) -> str:
    """The same as JSON text that ends with a line end; ``effects`` is null where no texts were given."""
    return json_text(
        {
            "format": FORMAT,
            "changes": [_difference_json(one) for one in found],
            "effects": None if effects is None else [_effect_json(effect) for effect in effects],
        }
    )


def _difference_json(one: Difference) -> Json:
    return {"change": one.aspect.value, "of": one.subject, "old": one.old, "new": one.new, **place_json(one.place)}


def _effect_json(effect: Effect) -> Json:
    claim, new = effect.claim, effect.claim.suggestion
    return {
        "document": effect.document,
        "line": claim.line,
        "column": claim.column,
        "entity": claim.entity,
        "attribute": claim.attribute,
        "where": dict(claim.where),
        "value": with_unit(claim.value),
        "old": effect.old.value if effect.old else None,
        "new": effect.new.value if effect.new else None,
        "suggestion": {"start": new.start, "end": new.end, "text": new.text} if new else None,
    }
