"""Facts as a table for people and as JSON for tools (``claims facts show``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.model.fact import Fact
from claims.reports.explanations import source_words, validity_notation
from claims.reports.findings import fact_name
from claims.reports.json_text import json_text
from claims.reports.tables import aligned
from claims.reports.values import Json, to_json, unit_of, with_unit

FORMAT = "claims-fact-list/1"


def facts_table(facts: Iterable[Fact]) -> Iterator[str]:
    """Aligned lines: the fact, its value, when it holds, who says so, and where it is written."""
    rows = [_row(fact) for fact in facts]
    if rows:
        yield from aligned([["fact", "value", "when", "source", "place"], *rows])


def _row(fact: Fact) -> list[str]:
    return [
        fact_name(fact.entity, fact.attribute, fact.where),
        with_unit(fact.value),
        validity_notation(fact.validity) or "always",
        source_words(fact.source, fact.quote) or (f"rule {fact.derivation.rule}" if fact.derivation else ""),
        str(fact.place or ""),
    ]


def facts_json(facts: Iterable[Fact]) -> str:
    """The facts as JSON text that ends with a line end."""
    return json_text({"format": FORMAT, "facts": [_fact_json(fact) for fact in facts]})


def _fact_json(fact: Fact) -> Json:
    validity = fact.validity
    dates = {"from": validity.since, "until": validity.until, "as_of": validity.as_of, "during": validity.during}
    return {
        "entity": fact.entity,
        "attribute": fact.attribute,
        "where": dict(fact.where),
        "value": to_json(fact.value),
        "unit": unit_of(fact.value),
        **{word: None if date is None else str(date) for word, date in dates.items()},
        "rank": fact.rank.name.lower(),
        "source": fact.source.id if fact.source else None,
        "quote": fact.quote,
        "recheck_by": str(fact.recheck_by) if fact.recheck_by else None,
        "rule": fact.derivation.rule if fact.derivation else None,
        "path": fact.place.path if fact.place else None,
        "line": fact.place.line if fact.place else None,
    }
