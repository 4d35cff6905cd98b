"""Mapping files (``claims-mapping/1``): how the columns of a table are facts.

    format: claims-mapping/1
    file: results.csv
    delimiter: ";"
    decimal_mark: ","
    as_of: 2024-06
    entity: {column: Ward, type: ward, of: northbank, names: [Ward, Code]}
    attributes: {voters: Registered voters, turnout: {column: Turnout, unit: "%"}}
    source: {title: Official results, publisher: City of Northbank}

Each row is about one entity, each mapped cell a fact. What is written as text for ``entity`` or an attribute is the
column; an attribute may have several, each with its own qualifiers or times. ``of``, qualifiers and times are the
same for all rows, or ``{column: ...}``. A cell that is empty, or one of ``missing``, is no fact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claims.dataclasses import dataclass, field
from claims.loading.facts_file import SOURCE_KEYS, read_source
from claims.loading.fields import Fields, items_of, pairs, text_of
from claims.loading.formats import MAPPING, open_file
from claims.loading.mistakes import Mistakes
from claims.loading.yaml_tree import MapNode, Node, ScalarNode
from claims.model.fact import Source

TIME_KEYS = ("from", "until", "as_of", "during")
FILE_KEYS = (
    "format",
    "file",
    "encoding",
    "delimiter",
    "decimal_mark",
    "missing",
    "entity",
    "attributes",
    "where",
    *TIME_KEYS,
    "source",
)
ENTITY_KEYS = ("column", "id", "type", "of", "names")
COLUMN_KEYS = ("column", "unit", "type", "where", *TIME_KEYS)
ENCODINGS = ("utf-8", "utf-16", "latin-1", "iso-8859-15", "windows-1252", "mac-roman")
_TAB = ("\t", "\\t", "tab")


@dataclass(frozen=True, slots=True)
class Cell:
    """A text that is the same for all rows, or stands in a column. ``at`` is where the mapping says so."""

    text: str
    is_column: bool
    at: ScalarNode


Cells = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column that holds values of an attribute, with their unit, type, qualifiers and times."""

    attribute: str
    column: Cell
    unit: str | None = None
    type: str | None = None
    where: Cells = field(default_factory=dict)
    times: Cells = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MappedEntity:
    """What each row is about. ``id`` is a text with columns in braces; without one the column's cell is the id."""

    column: Cell
    id: Cell | None = None
    type: str | None = None
    of: Cell | None = None
    names: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class TableMapping:
    """A whole mapping; ``file`` as written, relative to the mapping's folder."""

    file: ScalarNode | None
    entity: MappedEntity
    columns: tuple[MappedColumn, ...]
    encoding: str = "utf-8"
    delimiter: str | None = None
    decimal_mark: str | None = None
    missing: frozenset[str] = frozenset()
    source: Source | None = None


def is_mapping(root: Node) -> bool:
    """Whether a file says that it is a mapping."""
    given = root.entries.get("format") if isinstance(root, MapNode) else None
    return given is not None and isinstance(given[1], ScalarNode) and given[1].text == MAPPING


def read_mapping(root: Node, mistakes: Mistakes) -> TableMapping | None:
    """Read a mapping; ``None``, once the mistakes are noted, for one that maps nothing."""
    file = open_file(root, FILE_KEYS, MAPPING, mistakes)
    if file is None:
        return None
    where, times = _cells(file.node("where"), mistakes, "`where`"), _times(file)
    entity = _entity(file.required("entity"), mistakes)
    columns = tuple(_columns(file.required("attributes"), where, times, mistakes))
    options = _encoding(file), _delimiter(file), _decimal_mark(file), frozenset(file.texts("missing"))
    source, table = _source(file), file.node("file")
    if entity is None:
        return None
    return TableMapping(table if isinstance(table, ScalarNode) else None, entity, columns, *options, source)


def _entity(node: Node | None, mistakes: Mistakes) -> MappedEntity | None:
    if isinstance(node, ScalarNode):
        return MappedEntity(Cell(node.text.strip(), True, node))
    fields = Fields(node, ENTITY_KEYS, mistakes, "`entity`")
    column = _column(fields.required("column"), mistakes)
    of = _cell(fields.node("of"), mistakes, "`of`")
    name_columns = (_column(item, mistakes) for item in items_of(fields.node("names")))
    names = tuple(name for name in name_columns if name is not None)
    id_ = _cell(fields.node("id"), mistakes, "`id`")
    return MappedEntity(column, id_, fields.text("type"), of, names) if column is not None else None


def _columns(node: Node | None, where: Cells, times: Cells, mistakes: Mistakes) -> Iterator[MappedColumn]:
    for key, value in pairs(node, mistakes, "`attributes`"):
        for item in items_of(value):
            if isinstance(item, ScalarNode):
                yield MappedColumn(key.text, Cell(item.text.strip(), True, item), where=where, times=times)
                continue
            fields = Fields(item, COLUMN_KEYS, mistakes, "a mapped column")
            column = _column(fields.required("column"), mistakes)
            own_where = {**where, **_cells(fields.node("where"), mistakes, "`where`")}
            own_times = _times(fields) or times
            if column is not None:
                yield MappedColumn(key.text, column, fields.text("unit"), fields.text("type"), own_where, own_times)


def _column(node: Node | None, mistakes: Mistakes) -> Cell | None:
    text = text_of(node, mistakes, "a column")
    return Cell(text, True, node) if text is not None and isinstance(node, ScalarNode) else None


def _cell(node: Node | None, mistakes: Mistakes, what: str) -> Cell | None:
    if isinstance(node, MapNode):
        return _column(Fields(node, ("column",), mistakes, what).required("column"), mistakes)
    text = text_of(node, mistakes, what)
    return Cell(text, False, node) if text is not None and isinstance(node, ScalarNode) else None


def _cells(node: Node | None, mistakes: Mistakes, what: str) -> dict[str, Cell]:
    found = ((key.text, _cell(value, mistakes, f"`{key.text}`")) for key, value in pairs(node, mistakes, what))
    return {key: cell for key, cell in found if cell is not None}


def _times(fields: Fields) -> dict[str, Cell]:
    found = ((key, _cell(fields.node(key), fields.mistakes, f"`{key}`")) for key in TIME_KEYS)
    return {key: cell for key, cell in found if cell is not None}


def _encoding(file: Fields) -> str:
    text = file.text("encoding")
    if text is not None and text.lower() not in ENCODINGS:
        file.mistakes.add_unknown(file.node("encoding") or file_place(file), "encoding", text, ENCODINGS)
        return "utf-8"
    return (text or "utf-8").lower()


def file_place(file: Fields) -> Node:
    """The node of a whole file."""
    return file.place or ScalarNode("", True, 1, 1)


def _delimiter(file: Fields) -> str | None:
    node = file.node("delimiter")
    text = node.text if isinstance(node, ScalarNode) else None
    if node is None or text in _TAB:
        return None if node is None else "\t"
    if text is None or len(text) != 1:
        file.mistakes.add(node, "`delimiter` must be one character", 'write ",", ";" or "tab"')
        return None
    return text


def _decimal_mark(file: Fields) -> str | None:
    text, node = file.text("decimal_mark"), file.node("decimal_mark")
    if text is not None and node is not None and text not in (",", "."):
        file.mistakes.add_unknown(node, "decimal mark", text, (",", "."))
        return None
    return text


def _source(file: Fields) -> Source | None:
    node = file.node("source")
    if node is None:
        return None
    if isinstance(node, ScalarNode):
        return Source(node.text, title=node.text)
    return read_source("source", node, Fields(node, SOURCE_KEYS, file.mistakes, "a source"))
