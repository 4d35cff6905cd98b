"""Facts as the text of a facts file, for a person to read and to edit: block style, one entity after the other.

Loading the text gives the same entities and facts. A source stands once at the top; a text that would be read as
something else is given its type.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from claims.loading.formats import FACTS
from claims.loading.names import EntityNames
from claims.loading.written import read_value
from claims.model.dates import PartialDate
from claims.model.entity import Entity, Names
from claims.model.fact import Fact, Rank, Source
from claims.model.factset import FactSet
from claims.model.values import (
    Between,
    Boolean,
    DateSpan,
    EntityRef,
    ListOf,
    Not,
    Nothing,
    Number,
    Range,
    Text,
    Unknown,
    Value,
    ValueType,
    Version,
)

_SPECIAL = frozenset({"true", "false", "yes", "no", "on", "off", "null", "none", "unknown"})
_INNER = frozenset(" _-./%")
_TYPES: Mapping[type, ValueType] = {
    Text: ValueType.TEXT,
    Version: ValueType.VERSION,
    PartialDate: ValueType.DATE,
    Number: ValueType.NUMBER,
}


def facts_text(facts: FactSet) -> str:
    """The text of a facts file that holds these entities and facts."""
    writer = _Writer(facts)
    return "".join(f"{line}\n" for line in writer.lines())


def scalar(text: str) -> str:
    """A text as a YAML scalar that is read back as it is: plain where that is safe, else in double quotes."""
    safe = text[:1].isalnum() and text == text.strip() and all(char.isalnum() or char in _INNER for char in text)
    return text if safe and text.lower() not in _SPECIAL else json.dumps(text, ensure_ascii=False)


class _Writer:
    def __init__(self, facts: FactSet) -> None:
        self._facts = facts
        self._names = EntityNames.of(facts.entities.values())
        sources = dict.fromkeys(fact.source for fact in facts.facts if fact.source is not None)
        self._sources = {source: _id(source, number) for number, source in enumerate(sources, start=1)}

    def lines(self) -> Iterator[str]:
        """The lines of the file."""
        yield f"format: {FACTS}"
        if self._sources:
            yield "sources:"
            for source, id_ in self._sources.items():
                yield from _source_lines(source, id_)
        yield "entities:"
        by_entity: dict[str, list[Fact]] = {entity: [] for entity in self._facts.entities}
        for fact in self._facts.facts:
            by_entity.setdefault(fact.entity, []).append(fact)
        for id_, found in by_entity.items():
            yield from self._entity(self._facts.entities.get(id_) or Entity(id_), found)

    def _entity(self, entity: Entity, facts: Iterable[Fact]) -> Iterator[str]:
        lines = [*_head(entity), *self._facts_of(facts)]
        yield f"  {scalar(entity.id)}:{'' if lines else ' {}'}"
        yield from (f"    {line}" for line in lines)

    def _facts_of(self, facts: Iterable[Fact]) -> Iterator[str]:
        grouped: dict[str, list[Fact]] = {}
        for fact in facts:
            grouped.setdefault(fact.attribute, []).append(fact)
        if grouped:
            yield "facts:"
        for attribute, group in grouped.items():
            if len(group) == 1 and len(fields := self._fields(group[0])) == 1 and fields[0][0] == "value":
                yield f"  {scalar(attribute)}: {fields[0][1]}"
                continue
            yield f"  {scalar(attribute)}:"
            for fact in group:
                for number, (key, text) in enumerate(self._fields(fact)):
                    yield f"    {'  ' if number else '- '}{key}: {text}"

    def _fields(self, fact: Fact) -> list[tuple[str, str]]:
        fields = [*_value_fields(fact.value), *self._type(fact)]
        validity = fact.validity
        times = (("from", validity.since), ("until", validity.until), ("as_of", validity.as_of))
        fields += [(key, str(date)) for key, date in (*times, ("during", validity.during)) if date is not None]
        if fact.where:
            fields.append(("where", _flow(fact.where)))
        if fact.source is not None:
            fields.append(("source", self._sources[fact.source]))
        if fact.rank is not (fact.source.rank if fact.source else Rank.NORMAL):
            fields.append(("rank", fact.rank.name.lower()))
        if fact.quote is not None:
            fields.append(("quote", json.dumps(fact.quote, ensure_ascii=False)))
        if fact.recheck_by is not None:
            fields.append(("recheck_by", str(fact.recheck_by)))
        return fields

    def _type(self, fact: Fact) -> list[tuple[str, str]]:
        """The type, where the text alone would be read as something else."""
        type_ = _TYPES.get(type(fact.value))
        if type_ is None:
            return []
        text = _plain(fact.value)
        try:
            same = read_value(text, fact.attribute, self._facts, names=self._names) == fact.value
        except ValueError:
            same = False
        return [] if same else [("type", type_.value)]


def _id(source: Source, number: int) -> str:
    return scalar(source.id) if source.place is not None and len(source.id) < 40 else f"source-{number}"


def _source_lines(source: Source, id_: str) -> Iterator[str]:
    fields = (
        ("title", source.title),
        ("publisher", source.publisher),
        ("published", source.published),
        ("url", source.url),
        ("rank", None if source.rank is Rank.NORMAL else source.rank.name.lower()),
    )
    given = [f"    {key}: {scalar(str(value))}" for key, value in fields if value is not None]
    yield f"  {id_}:{'' if given else ' {}'}"
    yield from given


def _head(entity: Entity) -> Iterator[str]:
    if entity.type is not None:
        yield f"type: {scalar(entity.type)}"
    if entity.of is not None:
        yield f"of: {scalar(entity.of)}"
    if entity.part_of:
        yield f"part_of: [{', '.join(map(_quoted, entity.part_of))}]"
    for key, names in (("names", entity.names), ("short", entity.short), ("demonyms", entity.demonyms)):
        if any(names.values()) and not (key == "names" and names == {"": (entity.id,)}):
            yield from _name_lines(key, names)


def _name_lines(key: str, names: Names) -> Iterator[str]:
    everywhere = names.get("", ())
    if len(names) == 1 and everywhere:
        yield f"{key}: [{', '.join(map(_quoted, everywhere))}]"
        return
    yield f"{key}:"
    for language, given in names.items():
        # names for every language have no place beside those of one
        yield f"  {language or 'en'}: [{', '.join(map(_quoted, given))}]"


def _quoted(text: str) -> str:
    """A text inside brackets, where a comma would end it."""
    return scalar(text) if text.replace(" ", "").isalnum() else json.dumps(text, ensure_ascii=False)


def _flow(pairs: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{scalar(key)}: {_quoted(text)}" for key, text in pairs) + "}"


def _value_fields(value: Value) -> list[tuple[str, str]]:
    if isinstance(value, Unknown | Nothing):
        return [("value", "unknown" if isinstance(value, Unknown) else "none")]
    if isinstance(value, Boolean):
        return [("value", "true" if value.value else "false")]
    return _form(value) or [("value", scalar(_plain(value)))]


def _form(value: Value) -> list[tuple[str, str]]:
    """The fields of a value that has a form of its own."""
    match value:
        case Range(low, high, unit):
            ends = (("min", low), ("max", high))
            return [(key, _plain(Number(end, unit))) for key, end in ends if end is not None]
        case DateSpan(first, last):
            return [("min", str(first)), ("max", str(last))]
        case Between(low, high, unit):
            return [("between", f"[{_plain(Number(low, unit))}, {_plain(Number(high, unit))}]")]
        case ListOf(items, complete):
            listed = [("list", f"[{', '.join(_item(item) for item in items)}]")]
            return [*listed, ("complete", "true")] if complete else listed
        case Not(denied):
            return [("not", _item(denied))]
        case EntityRef(id_):
            return [("entity", scalar(id_))]
    return []


def _item(value: Value) -> str:
    if isinstance(value, EntityRef):
        return "{entity: " + scalar(value.id) + "}"
    return _quoted(_plain(value))


def _plain(value: Value) -> str:
    match value:
        case Number(amount, unit):
            return f"{amount:f} {unit}" if unit else f"{amount:f}"
        case Text(text):
            return text
    return str(value)
