"""What a text says of the names in it.

The reader binds values to entities that it knows. So it is given the names of the text as entities of a type that
every attribute belongs to, and no facts. What it reads then, in this text alone, is the draft.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from claims.dataclasses import dataclass, replace
from claims.drafting.ids import entity_id
from claims.drafting.names import FoundName, find_names
from claims.model.attribute import Attribute
from claims.model.claim import Claim
from claims.model.dates import PartialDate
from claims.model.document import Document
from claims.model.entity import Entity
from claims.model.factset import FactSet
from claims.model.values import Boolean, EntityRef, ListOf, Number, Text, Value, Version
from claims.model.verdict import Confidence, Operator
from claims.reading.reader import DocumentReading, Reader

_ANY = "(anything)"
_REACH = 30
_PLAIN = (Boolean, EntityRef, ListOf, Number, PartialDate, Text, Version)


@dataclass(frozen=True, slots=True)
class DraftedFact:
    """A value that the text gives; ``as_of`` is when, where that can be told, and ``line`` is 1-based."""

    attribute: str
    value: Value
    quote: str
    line: int
    as_of: str | None = None
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, slots=True)
class DraftedEntity:
    """Something that the text names. ``type`` is set where only one fits all that is said of it."""

    id: str
    name: FoundName
    facts: tuple[DraftedFact, ...] = ()
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in the text for a person to look at."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a text says: ``entities`` of which something is said, ``others`` that are only named.

    ``unclear`` are values said more or less, or not at all; ``unbound`` are values that no attribute was found for.
    """

    document: Document
    entities: tuple[DraftedEntity, ...]
    others: tuple[FoundName, ...] = ()
    unclear: tuple[Remark, ...] = ()
    unbound: tuple[Remark, ...] = ()


def collect(document: Document, attributes: Mapping[str, Attribute]) -> Draft:
    """The draft of a document, in the wording of these attributes. Raises ``UsageError`` for an unknown language."""
    labels = Reader(_nothing_known({}, attributes)).labels(document.language)
    names = _with_ids(name for name in find_names(document) if not labels.is_label(name.text))
    reading = Reader(_nothing_known(names, attributes)).read(document)
    sure = {claim.entity for claim in reading.claims if claim.confidence is Confidence.HIGH}
    if dubious := {id_ for id_, name in names.items() if name.is_doubtful and id_ not in sure}:
        # what took values from the right names, and is most likely no name
        names = {id_: name for id_, name in names.items() if id_ not in dubious}
        reading = Reader(_nothing_known(names, attributes)).read(document)
    said: dict[str, list[Claim]] = defaultdict(list)
    unclear = []
    for claim in reading.claims:
        if claim.entity in names and claim.reason is None and _is_plain(claim):
            said[claim.entity].append(claim)
        else:
            unclear.append(Remark(_line(document, claim), f"{claim.attribute}: {_quote(document, claim)}"))
    entities = (
        DraftedEntity(id_, name, tuple(_facts(said[id_], document, attributes, names)), _type(said[id_], attributes))
        for id_, name in names.items()
        if said[id_]
    )
    others = tuple(name for id_, name in names.items() if not said[id_])
    return Draft(document, tuple(entities), others, tuple(unclear), tuple(_unbound(reading)))


def _is_plain(claim: Claim) -> bool:
    """Whether a claim gives a value as a facts file can have it; hedges, denials and ranges are for a person."""
    return claim.operator is Operator.EQ and isinstance(claim.value, _PLAIN)


def _with_ids(names: Iterable[FoundName]) -> dict[str, FoundName]:
    found: dict[str, FoundName] = {}
    for name in names:
        plain = id_ = entity_id(name.text)
        number = 2
        while id_ in found:
            id_, number = f"{plain}-{number}", number + 1
        found[id_] = name
    return found


def _nothing_known(names: Mapping[str, FoundName], attributes: Mapping[str, Attribute]) -> FactSet:
    entities = {
        id_: Entity(id_, _ANY, {"": (name.text,)}, {"": name.short} if name.short else {})
        for id_, name in names.items()
    }
    fitting = {id_: replace(attribute, of=(*attribute.of, _ANY)) for id_, attribute in attributes.items()}
    return FactSet(entities, fitting, ())


def _facts(
    claims: Iterable[Claim], document: Document, attributes: Mapping[str, Attribute], names: Mapping[str, FoundName]
) -> Iterator[DraftedFact]:
    """Each value once for each time, in the order of the text."""
    met = set()
    for claim in claims:
        value = _by_name(claim.value, names)
        as_of = _as_of(claim, document, attributes.get(claim.attribute))
        if (claim.attribute, repr(value), as_of) in met:
            continue
        met.add((claim.attribute, repr(value), as_of))
        line, quote = _line(document, claim), _quote(document, claim)
        yield DraftedFact(claim.attribute, value, quote, line, as_of, claim.confidence)


def _by_name(value: Value, names: Mapping[str, FoundName]) -> Value:
    """The value with names instead of the ids that were made up here."""
    match value:
        case EntityRef(id_) if id_ in names:
            return Text(names[id_].text)
        case ListOf(items):
            return replace(value, items=tuple(_by_name(item, names) for item in items))
        case _:
            return value


def _as_of(claim: Claim, document: Document, attribute: Attribute | None) -> str | None:
    if claim.time is not None:
        return str(claim.time.written)
    return str(document.date) if document.date and attribute and attribute.changes else None


def _type(claims: Iterable[Claim], attributes: Mapping[str, Attribute]) -> str | None:
    """The one type that everything said of an entity fits, if there is just one."""
    sure = (claim.attribute for claim in claims if claim.confidence is Confidence.HIGH)
    fitting = [set(it.of) for id_ in sure if (it := attributes.get(id_)) and it.of]
    common = set.intersection(*fitting) if fitting else set()
    return common.pop() if len(common) == 1 else None


def _unbound(reading: DocumentReading) -> Iterator[Remark]:
    document = reading.document
    for value in reading.unchecked:
        line, column = document.line_column(value.span.start)
        whole = document.line_text(line)
        words = whole[max(0, column - 1 - _REACH) : column - 1 + value.span.end - value.span.start + _REACH]
        said = document.source[value.span.start : value.span.end]
        yield Remark(line, f"{said} ({value.kind}) in: {' '.join(words.split())}")


def _line(document: Document, claim: Claim) -> int:
    span = claim.value_span or claim.quote
    return document.line_column(span.start)[0] if span else 1


def _quote(document: Document, claim: Claim) -> str:
    span = claim.quote
    return " ".join(document.source[span.start : span.end].split()) if span else ""
