"""From the rows of a table to facts, by a mapping (:mod:`claims.loading.mapping_file`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from claims.loading.mapping_file import Cell, Cells, MappedColumn, MappedEntity, TableMapping
from claims.loading.mistakes import Mistakes
from claims.loading.tables import Row, Table
from claims.loading.yaml_tree import MapNode, Node, ScalarNode
from claims.model.entity import Entity
from claims.model.place import Place

SOURCE = "source"
_NUMERIC = frozenset("0123456789.,-+%'’ \u00a0\u202f")
_GROUPS = str.maketrans("", "", "'’ \u00a0\u202f")


def map_table(
    mapping: TableMapping, header: Collection[str], records: Iterable[Node], said: Mistakes, table: Mistakes
) -> Table:
    """The facts of a table whose rows are read, their values not yet.

    A column that the table has not is a mistake of the mapping (``said``), what is wrong with a row one of the table.
    """
    if not _check_columns(mapping, header, said):
        return Table(table, ())
    heads: dict[str, Entity] = {}
    rows: list[Row] = []
    for record in records:
        if not isinstance(record, MapNode):
            continue
        id_ = _id(mapping.entity, record)
        if id_ is None:
            table.add(
                record, f"the row has nothing under `{mapping.entity.column.text}`", "it names what a row is about"
            )
            continue
        heads.setdefault(id_, _head(id_, mapping.entity, record, table.path))
        rows += _rows(id_, mapping, record)
    sources = {SOURCE: mapping.source} if mapping.source else None
    return Table(table, tuple(rows), heads, sources)


def _check_columns(mapping: TableMapping, header: Collection[str], said: Mistakes) -> bool:
    good = True
    for cell in _columns(mapping):
        for column in _named(cell):
            if column not in header:
                said.add_unknown(cell.at, "column", column, header)
                good = False
    return good


def _columns(mapping: TableMapping) -> Iterator[Cell]:
    entity = mapping.entity
    yield from (cell for cell in (entity.column, entity.id, entity.of, *entity.names) if cell is not None)
    for column in mapping.columns:
        yield column.column
        yield from column.where.values()
        yield from column.times.values()


def _named(cell: Cell) -> tuple[str, ...]:
    """The columns that a cell names: itself, or those in the braces of its text."""
    return (cell.text,) if cell.is_column else tuple(name for name, inside in _parts(cell.text) if inside)


def _parts(template: str) -> Iterator[tuple[str, bool]]:
    """The pieces of ``ward-{Code}`` with whether each is the name of a column."""
    for number, piece in enumerate(template.split("{")):
        name, brace, rest = piece.partition("}")
        if number and brace:
            yield name.strip(), True
            yield rest, False
        else:
            yield ("{" if number else "") + piece, False


def _text(cell: Cell | None, record: MapNode) -> str | None:
    """What a cell is in a row; ``None`` where the row has nothing there."""
    if cell is None:
        return None
    if cell.is_column:
        return _at(cell.text, record)
    pieces = [_at(piece, record) if inside else piece for piece, inside in _parts(cell.text)]
    return None if None in pieces else "".join(piece for piece in pieces if piece)


def _at(column: str, record: MapNode) -> str | None:
    found = record.entries.get(column)
    return found[1].text.strip() or None if found is not None and isinstance(found[1], ScalarNode) else None


def _id(entity: MappedEntity, record: MapNode) -> str | None:
    return _text(entity.id or entity.column, record)


def _head(id_: str, entity: MappedEntity, record: MapNode, path: str) -> Entity:
    """The entity of a row; ``of`` is as written, an id or a name."""
    names = tuple(dict.fromkeys(filter(None, (_text(cell, record) for cell in entity.names or (entity.column,)))))
    place = Place(path, record.line, record.column)
    return Entity(id_, entity.type, {"": names or (id_,)}, of=_text(entity.of, record), place=place)


def _rows(id_: str, mapping: TableMapping, record: MapNode) -> Iterator[Row]:
    for column in mapping.columns:
        found = record.entries.get(column.column.text)
        cell = found[1] if found is not None else None
        if isinstance(cell, ScalarNode) and cell.text.strip() and cell.text.strip() not in mapping.missing:
            yield Row(id_, column.attribute, _fact_node(_value(cell, column, mapping), column, mapping, record))


def _value(cell: ScalarNode, column: MappedColumn, mapping: TableMapping) -> ScalarNode:
    text = cell.text.strip()
    if mapping.decimal_mark and not set(text) - _NUMERIC:
        grouping = "." if mapping.decimal_mark == "," else ","
        text = text.translate(_GROUPS).replace(grouping, "").replace(mapping.decimal_mark, ".")
    return cell._replace(text=f"{text} {column.unit}" if column.unit else text)


def _fact_node(value: ScalarNode, column: MappedColumn, mapping: TableMapping, record: MapNode) -> MapNode:
    fields: dict[str, Node] = {"value": value}
    if column.type is not None:
        fields["type"] = _scalar(column.type, record)
    where = _map(column.where, record)
    if where is not None:
        fields["where"] = where
    for key, cell in column.times.items():
        text = _text(cell, record)
        if text is not None:
            fields[key] = _scalar(text, record)
    if mapping.source is not None:
        fields[SOURCE] = _scalar(SOURCE, record)
    return _node(fields, record)


def _map(cells: Cells, record: MapNode) -> MapNode | None:
    texts = ((key, _text(cell, record)) for key, cell in cells.items())
    fields: dict[str, Node] = {key: _scalar(text, record) for key, text in texts if text is not None}
    return _node(fields, record) if fields else None


def _node(fields: dict[str, Node], record: MapNode) -> MapNode:
    entries = {key: (_scalar(key, record), node) for key, node in fields.items()}
    return MapNode(entries, False, record.line, record.column)


def _scalar(text: str, record: MapNode) -> ScalarNode:
    return ScalarNode(text, False, record.line, record.column)
