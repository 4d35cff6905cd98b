"""A draft as a facts file: every value with its quote, and in comments what a person has to decide."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from claims.drafting.collecting import Draft, DraftedEntity, DraftedFact, Remark
from claims.loading.facts_text import scalar
from claims.loading.formats import FACTS
from claims.model.values import ListOf, Value
from claims.model.verdict import Confidence
from claims.reports.values import plain, unit_of

_SOURCE = "text"
_INDENT = "  "


def draft_text(draft: Draft, title: str) -> str:
    """The facts file; ``title`` is what the text is called."""
    lines = [
        f"# Drafted from {_shown(title)} by `claims facts draft`. Read every line: mend what is wrong, take out what",
        "# should not be checked, and say from when to when a value holds.",
        f"format: {FACTS}",
        "",
        "sources:",
        f"  {_SOURCE}:",
        f"    title: {scalar(title)}",
    ]
    if draft.document.date:
        lines.append(f"    published: {draft.document.date}")
    lines += ["", "entities:" if draft.entities else "entities: {}"]
    for entity in draft.entities:
        lines += ("", *(f"{_INDENT}{line}" for line in _entity(entity)))
    lines += _remarks("Said, but not as a plain value:", draft.unclear)
    lines += _remarks("Values for which no attribute was found; a rules file can word one:", draft.unbound)
    others = [f"{name.text} ({name.count})" for name in draft.others]
    lines += ["", "# Only named:", *(f"#   {_shown(name)}" for name in others)] if others else []
    return "".join(f"{line}\n" for line in lines)


def _entity(entity: DraftedEntity) -> Iterator[str]:
    yield f"{scalar(entity.id)}:"
    if entity.type:
        yield f"  type: {entity.type}"
    yield f"  names: {scalar(entity.name.text)}"
    if entity.name.short:
        yield f"  short: [{', '.join(json.dumps(short, ensure_ascii=False) for short in entity.name.short)}]"
    yield "  facts:"
    by_attribute: dict[str, list[DraftedFact]] = {}
    for fact in entity.facts:
        by_attribute.setdefault(fact.attribute, []).append(fact)
    for attribute, facts in by_attribute.items():
        yield f"    {scalar(attribute)}:"
        if len({fact.as_of for fact in facts}) < len(facts):
            yield "      # the text gives several values: say when each holds, or take all but one out"
        for fact in facts:
            yield from (f"      {line}" for line in _fact(fact))


def _fact(fact: DraftedFact) -> Iterator[str]:
    if fact.confidence is not Confidence.HIGH:
        yield f"# read with {fact.confidence} confidence: check it"
    first, *rest = _value(fact.value)
    yield f"- {first}"
    yield from (f"  {line}" for line in rest)
    if fact.as_of:
        yield f"  as_of: {fact.as_of}"
    yield f"  source: {_SOURCE}"
    yield f"  quote: {scalar(fact.quote)}  # line {fact.line}"


def _value(value: Value) -> Iterator[str]:
    if isinstance(value, ListOf):
        yield "list:"
        yield from (f"  - {scalar(_worded(item))}" for item in value.items)
    else:
        yield f"value: {scalar(_worded(value))}"


def _worded(value: Value) -> str:
    unit = unit_of(value)
    return f"{plain(value)} {unit}" if unit else plain(value)


def _remarks(title: str, remarks: Iterable[Remark]) -> Iterator[str]:
    shown = [f"#   line {remark.line}: {_shown(remark.text)}" for remark in remarks]
    yield from ("", f"# {title}", *shown) if shown else ()


def _shown(text: str) -> str:
    """The text on one line of a comment."""
    return "".join(char if char.isprintable() else " " for char in text)
