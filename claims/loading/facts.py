"""One fact: its value, validity, qualifiers, rank and source, from the fields of a file or a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claims.dataclasses import dataclass
from claims.loading.attributes import Attributes
from claims.loading.fields import Fields, items_of, kind_of
from claims.loading.mistakes import Mistakes
from claims.loading.names import EntityNames
from claims.loading.spelling import quoted
from claims.loading.timelines import validity
from claims.loading.value_forms import FACT_VALUE_KEYS, read_fields, read_node
from claims.loading.values import Context
from claims.loading.yaml_tree import ListNode, MapNode, Node, ScalarNode
from claims.model.attribute import Attribute
from claims.model.dates import PartialDate
from claims.model.fact import ALWAYS, Fact, Rank, Source, Validity
from claims.model.place import Place
from claims.model.values import DateSpan, Value

FACT_KEYS = ("from", "until", "as_of", "during", "where", "source", "quote", "rank", "recheck_by")
RANKS: Mapping[str, Rank] = {rank.name.lower(): rank for rank in Rank}


@dataclass(frozen=True, slots=True)
class Scope:
    """What the facts of one file are read within."""

    mistakes: Mistakes
    attributes: Attributes
    names: EntityNames
    sources: Mapping[str, Source] | None
    as_of: PartialDate | None = None


def read_facts(entity: str, key: ScalarNode, node: Node, scope: Scope) -> Iterator[Fact]:
    """The facts that a file gives under one attribute: one value, or a list of them."""
    meant = scope.attributes.misspelt(key.text)
    if meant is not None:
        scope.mistakes.add(key, f"unknown attribute {quoted(key.text)}", f"did you mean {quoted(meant)}?")
        return
    attribute = scope.attributes.get(key.text)
    for item in items_of(node):
        fact = _read_fact(entity, attribute, item, scope)
        if fact is not None:
            yield fact


def _read_fact(entity: str, attribute: Attribute, node: Node, scope: Scope) -> Fact | None:
    context = Context(attribute, scope.names)
    match node:
        case MapNode():
            fields = Fields(node, (*FACT_VALUE_KEYS, *FACT_KEYS), scope.mistakes, "a fact")
            return fact_of(entity, attribute, fields, scope)
        case ListNode():
            scope.mistakes.add(node, f"a fact must be a value or a map, not {kind_of(node)}", "write {list: [...]}")
            return None
        case _:
            value = read_node(node, context, scope.mistakes)
            return plain_fact(entity, attribute, value, node, scope) if value is not None else None


def plain_fact(entity: str, attribute: Attribute, value: Value, at: Node, scope: Scope) -> Fact:
    """A fact with nothing but a value."""
    validity = _undated(attribute, value, scope.as_of)
    return Fact(entity, attribute.id, value, validity=validity, place=Place(scope.mistakes.path, at.line, at.column))


def fact_of(entity: str, attribute: Attribute, fields: Fields, scope: Scope) -> Fact | None:
    """The fact that the fields of a map give; ``None`` once a mistake in its value is noted."""
    value = read_fields(fields, Context(attribute, scope.names))
    times = _validity(fields)
    source = _source(fields, scope)
    rank = fields.choice("rank", RANKS)
    where, quote, recheck_by = fields.pairs("where"), fields.text("quote"), fields.date("recheck_by")
    if value is None or fields.place is None:
        return None
    return Fact(
        entity,
        attribute.id,
        value,
        where=where,
        validity=times or _undated(attribute, value, scope.as_of),
        rank=rank if rank is not None else source.rank if source else Rank.NORMAL,
        source=source,
        quote=quote,
        recheck_by=recheck_by,
        place=Place(scope.mistakes.path, fields.place.line, fields.place.column),
    )


def _validity(fields: Fields) -> Validity | None:
    """The validity that a fact itself gives, or ``None`` where it gives none."""
    dates = [fields.date(key) for key in ("from", "until", "as_of", "during")]
    try:
        return validity(*dates) if any(dates) else None
    except ValueError as error:
        key = next(key for key in ("during", "until") if key in fields)
        fields.mistakes.add(fields.node(key), str(error), "`from` is the first day, `until` the first day after")
        return None


def _undated(attribute: Attribute, value: Value, as_of: PartialDate | None) -> Validity:
    """A value without a time holds always, or, where it may change, since the date that its file was true at.

    What a rules file does not call changing does not change; of an attribute that no rules file has, dates do not.
    """
    declared = attribute.type is not None or bool(attribute.wording)
    changes = attribute.changes if declared else not isinstance(value, PartialDate | DateSpan)
    return validity(as_of=as_of) if as_of is not None and changes else ALWAYS


def _source(fields: Fields, scope: Scope) -> Source | None:
    node, text = fields.node("source"), fields.text("source")
    if node is None or text is None:
        return None
    if scope.sources is None:
        return Source(text, title=text)
    if text not in scope.sources:
        scope.mistakes.add_unknown(node, "source", text, scope.sources, "give it an entry under `sources`")
    return scope.sources.get(text)
