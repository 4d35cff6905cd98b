"""Facts files (``claims-facts/1``): sources, entities and their facts.

A file is read in two steps. :func:`open_facts` reads what others may refer to (sources, the heads of entities);
:func:`facts_of` reads the values, once the entities and attributes of all files are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claims.dataclasses import dataclass, field
from claims.loading.attributes import Attributes
from claims.loading.entities import ENTITY_KEYS, Draft, draft_entity
from claims.loading.examples import read_examples
from claims.loading.facts import RANKS, Scope, read_facts
from claims.loading.fields import Fields, pairs
from claims.loading.formats import FACTS, open_file
from claims.loading.mistakes import Located, Mistakes
from claims.loading.names import EntityNames
from claims.loading.yaml_tree import Node
from claims.model.dates import PartialDate
from claims.model.example import Example
from claims.model.fact import Fact, Rank, Source
from claims.model.place import Place

FILE_KEYS = ("format", "as_of", "sources", "entities", "examples")
SOURCE_KEYS = ("title", "publisher", "published", "url", "rank")


@dataclass(frozen=True, slots=True)
class FactsFile:
    """A facts file whose values are not read yet. ``subjects`` are entity ids with what stands under ``facts``."""

    mistakes: Mistakes
    as_of: PartialDate | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)
    drafts: tuple[Draft, ...] = ()
    subjects: tuple[tuple[str, Node], ...] = ()
    examples: tuple[Example, ...] = ()


def open_facts(root: Node, mistakes: Mistakes) -> FactsFile:
    """Read sources and entities; what is wrong goes to ``mistakes``."""
    file = open_file(root, FILE_KEYS, FACTS, mistakes)
    if file is None:
        return FactsFile(mistakes)
    drafts, subjects = [], []
    for key, node in pairs(file.required("entities"), mistakes, "`entities`"):
        fields = Fields(node, (*ENTITY_KEYS, "facts"), mistakes, "an entity")
        drafts.append(draft_entity(key, fields))
        facts = fields.node("facts")
        if facts is not None:
            subjects.append((key.text, facts))
    sources = {
        key.text: read_source(key.text, key, Fields(node, SOURCE_KEYS, mistakes, "a source"))
        for key, node in pairs(file.node("sources"), mistakes, "`sources`")
    }
    examples = tuple(read_examples(file.node("examples"), mistakes))
    return FactsFile(mistakes, file.date("as_of"), sources, tuple(drafts), tuple(subjects), examples)


def read_source(id_: str, at: Located, fields: Fields) -> Source:
    """A source that stands at a place."""
    return Source(
        id_,
        title=fields.text("title"),
        publisher=fields.text("publisher"),
        published=fields.date("published"),
        url=fields.text("url"),
        rank=fields.choice_or("rank", RANKS, Rank.NORMAL),
        place=Place(fields.mistakes.path, at.line, at.column),
    )


def facts_of(file: FactsFile, attributes: Attributes, names: EntityNames) -> Iterator[Fact]:
    """The facts of a file, in the order they were written."""
    scope = Scope(file.mistakes, attributes, names, file.sources, file.as_of)
    for entity, node in file.subjects:
        for key, value in pairs(node, file.mistakes, "`facts`"):
            yield from read_facts(entity, key, value, scope)
