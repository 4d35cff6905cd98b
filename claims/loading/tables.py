"""Tables of facts: records with ``subject`` (or ``entity``), ``attribute``, ``value`` and the fields of a fact.

The subject is an entity by id or name; one that no facts file has is made an entity whose id and name it is.
Attributes are taken as they are. ``source`` is the title of a source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claims.dataclasses import dataclass, field, replace
from claims.loading.attributes import Attributes
from claims.loading.facts import FACT_KEYS, Scope, fact_of, plain_fact
from claims.loading.fields import Fields, text_of
from claims.loading.mistakes import MisreadError, Mistakes
from claims.loading.names import EntityNames
from claims.loading.value_forms import RECORD_VALUE_KEYS, read_node
from claims.loading.values import Context
from claims.loading.yaml_tree import MapNode, Node, ScalarNode
from claims.model.entity import Entity
from claims.model.fact import Fact, Source

RECORD_KEYS = ("subject", "entity", "attribute", *RECORD_VALUE_KEYS, *FACT_KEYS)
_FACT_KEYS = (*RECORD_VALUE_KEYS, "type", *FACT_KEYS)
_KNOWN = frozenset(RECORD_KEYS)
_PLAIN = {"value"}


@dataclass(frozen=True, slots=True)
class Row:
    """A record whose value is not read yet: ``node`` is the rest of it."""

    subject: str
    attribute: str
    node: MapNode


@dataclass(frozen=True, slots=True)
class Table:
    """The records of one file.

    ``heads`` are what a mapping says of the subjects by id, with ``of`` as written; ``sources`` what records may name
    as their source, where that is not the title of one.
    """

    mistakes: Mistakes
    rows: tuple[Row, ...]
    heads: Mapping[str, Entity] = field(default_factory=dict)
    sources: Mapping[str, Source] | None = None


def open_table(records: Iterable[Node], mistakes: Mistakes) -> Table:
    """Read who and what each record is about; what is wrong goes to ``mistakes``, an unknown field once."""
    rows: list[Row] = []
    unknown: dict[str, ScalarNode] = {}
    for record in records:
        if not isinstance(record, MapNode):
            mistakes.add(record, "a record must be a map with subject, attribute and value")
            continue
        unknown |= {key: pair[0] for key, pair in record.entries.items() if key not in _KNOWN and key not in unknown}
        row = _row(record, mistakes)
        rows.extend([row] if row else [])
    for key, node in unknown.items():
        mistakes.add_unknown(node, "field", key, RECORD_KEYS)
    return Table(mistakes, tuple(rows))


def _row(record: MapNode, mistakes: Mistakes) -> Row | None:
    subject = record.entries.get("subject") or record.entries.get("entity")
    attribute = record.entries.get("attribute")
    if subject is None or attribute is None:
        missing = "subject" if subject is None else "attribute"
        mistakes.add(record, f"a record needs `{missing}`", "its fields are subject, attribute and value")
        return None
    who, what = text_of(subject[1], mistakes, "`subject`"), text_of(attribute[1], mistakes, "`attribute`")
    return Row(who, what, record.only(_FACT_KEYS)) if who is not None and what is not None else None


def subjects(tables: Iterable[Table], names: EntityNames) -> Iterator[Entity]:
    """An entity for every subject that is none yet."""
    seen: set[str] = set()
    for table in tables:
        for subject in (*table.heads, *(row.subject for row in table.rows)):
            if subject not in seen:
                seen.add(subject)
                if names.find(subject) is None:
                    yield table.heads.get(subject) or Entity(subject, names={"": (subject,)})


def settle_subjects(entities: dict[str, Entity], tables: Iterable[Table], names: EntityNames) -> None:
    """Find the entities that the subjects of tables are ``of``; a mistake at the row for one that is none."""
    for table in tables:
        for head in table.heads.values():
            entity = entities.get(head.id)
            if entity is None or head.place is None or entity.place != head.place or head.of is None:
                continue
            try:
                entities[head.id] = replace(entity, of=names.require(head.of))
            except MisreadError as error:
                table.mistakes.add_misread(head.place, error)
                entities[head.id] = replace(entity, of=None)


def table_facts(table: Table, attributes: Attributes, names: EntityNames) -> Iterator[Fact]:
    """The facts of a table, in the order of its rows."""
    scope = Scope(table.mistakes, attributes, names, table.sources)
    for row in table.rows:
        entity = names.find(row.subject) or row.subject
        fact = _fact(entity, row, scope)
        if fact is not None:
            yield fact


def _fact(entity: str, row: Row, scope: Scope) -> Fact | None:
    attribute = scope.attributes.get(row.attribute)
    value = row.node.entries.get("value")
    if value is not None and isinstance(value[1], ScalarNode) and row.node.entries.keys() == _PLAIN:
        read = read_node(value[1], Context(attribute, scope.names), scope.mistakes)
        return plain_fact(entity, attribute, read, row.node, scope) if read is not None else None
    return fact_of(entity, attribute, Fields(row.node, _FACT_KEYS, scope.mistakes, "a record"), scope)
