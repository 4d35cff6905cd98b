"""Why: the tree from a claim to the facts, rules and sources it was judged by.

A node is one plain sentence in the notation of the files, so that it can be found there. A fact that was explained
once is only named the second time: rules may share premises, and a tree that repeats them could grow without end.
"""

from __future__ import annotations

from collections.abc import Iterable

from claims.model.claim import Claim
from claims.model.fact import Fact, Source, Validity
from claims.model.judgement import Judgement
from claims.model.report import Because
from claims.model.verdict import Operator
from claims.reports.values import with_unit

_DEEPEST = 20
SIGNS = {
    Operator.EQ: "=",
    Operator.NE: "≠",
    Operator.LT: "<",
    Operator.LE: "≤",
    Operator.GT: ">",
    Operator.GE: "≥",
    Operator.ABOUT: "≈",
    Operator.NEARLY: "≲",
}


def because(judgement: Judgement) -> tuple[Because, ...]:
    """The tree of a judgement: how the claim was read, then the facts it was held against."""
    claim, seen = judgement.claim, set[int]()
    said = _equation(claim, SIGNS[claim.operator])
    read = Because(f"read as {said}", tuple(Because(step) for step in claim.how))
    known = [_node(fact, seen, 0) for fact in judgement.evidence]
    earlier = [Because(f"earlier: {fact_notation(fact)}", _under(fact)) for fact in judgement.replaced]
    return (read, *known, *earlier)


def explain_facts(facts: Iterable[Fact]) -> tuple[Because, ...]:
    """The same tree for facts alone, as a failed requirement shows it."""
    seen: set[int] = set()
    return tuple(_node(fact, seen, 0) for fact in facts)


def fact_notation(fact: Fact) -> str:
    """A fact as the files write it: ``coalition.members = 84 (as_of: 2024-10), facts/coalition.yaml:21``."""
    time = validity_notation(fact.validity)
    return _equation(fact, "=") + (f" ({time})" if time else "") + (f", {fact.place}" if fact.place else "")


def validity_notation(validity: Validity) -> str:
    """When a fact holds, in the words of the files: ``from: 2018-09, until: 2019-06-25``; empty for always."""
    given = (
        ("from", validity.since),
        ("until", validity.until),
        ("as_of", validity.as_of),
        ("during", validity.during),
    )
    return ", ".join(f"{word}: {date}" for word, date in given if date)


def _node(fact: Fact, seen: set[int], depth: int) -> Because:
    text = fact_notation(fact)
    if id(fact) in seen:
        return Because(f"{text} (see above)")
    seen.add(id(fact))
    if fact.derivation is None:
        return Because(text, _under(fact))
    rule = fact.derivation
    if depth >= _DEEPEST:
        return Because(text, (Because(f"rule {rule.rule}: and so on"),))
    steps = tuple(Because(step) for step in rule.steps)
    premises = tuple(_node(premise, seen, depth + 1) for premise in rule.premises)
    return Because(text, (Because(f"rule {rule.rule}: {rule.expression}", (*steps, *premises)),))


def _under(fact: Fact) -> tuple[Because, ...]:
    said = source_words(fact.source, fact.quote)
    return (Because(f"source: {said}"),) if said else ()


def source_words(source: Source | None, quote: str | None) -> str:
    """Who says so, when, and in which words; empty where nobody is named."""
    parts = [] if source is None else [source.publisher or source.title or source.id]
    if source and source.published:
        parts.append(str(source.published))
    words = ", ".join(parts)
    if quote:
        words = f'{words}: "{quote}"' if words else f'"{quote}"'
    return words


def _equation(said: Claim | Fact, sign: str) -> str:
    qualifiers = f"[{', '.join(f'{key}: {word}' for key, word in said.where)}]" if said.where else ""
    return f"{said.entity}.{said.attribute}{qualifiers} {sign} {with_unit(said.value)}"
