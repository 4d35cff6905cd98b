"""Claims that are given as such, not read from prose: files for ``claims verify``, and :func:`read_claim`.

A record is a claim (``entity``, ``attribute``, ``value``, and ``operator``, ``where``, ``date``, ``id``) or a
text to be read (``text``, and ``language``, ``date``, ``about``, ``where``, ``id``). An entity or attribute that
no fact knows is no mistake here: the verdict will say so. YAML and JSON hold a list of records, alone or as
``claims`` behind a ``format`` line; JSON Lines and CSV hold one a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from claims.dataclasses import dataclass, replace
from claims.errors import Problem
from claims.files.reading import read_text
from claims.loading.attributes import Attributes
from claims.loading.fields import Fields, items_of
from claims.loading.formats import CLAIMS, open_file
from claims.loading.mistakes import Mistakes, raise_all
from claims.loading.names import EntityNames
from claims.loading.records import parse_csv, parse_json_lines, to_node
from claims.loading.value_forms import RECORD_VALUE_KEYS, read_fields
from claims.loading.values import Context
from claims.loading.yaml_tree import ListNode, MapNode, Node, ScalarNode, parse_yaml
from claims.model.claim import Claim, ClaimTime
from claims.model.document import Block, BlockKind, Document, Run
from claims.model.factset import FactSet
from claims.model.place import Place
from claims.model.values import ValueType
from claims.model.verdict import Operator

FILE_KEYS = ("format", "claims")
CLAIM_KEYS = ("entity", "attribute", *RECORD_VALUE_KEYS, "operator", "where", "date", "id")
TEXT_KEYS = ("text", "language", "date", "about", "where", "id")
OPERATORS: Mapping[str, Operator] = {str(operator): operator for operator in Operator} | {
    "=": Operator.EQ,
    "==": Operator.EQ,
    "!=": Operator.NE,
    "≠": Operator.NE,
    "<": Operator.LT,
    "<=": Operator.LE,
    "≤": Operator.LE,
    ">": Operator.GT,
    ">=": Operator.GE,
    "≥": Operator.GE,
    "~": Operator.ABOUT,
    "≈": Operator.ABOUT,
}


@dataclass(frozen=True, slots=True)
class GivenClaim:
    """One record of a claims file: a claim, or a text to be read. ``path`` is the file it came from."""

    said: Claim | Document
    path: str
    place: Place


@dataclass(frozen=True, slots=True)
class _Scope:
    """What the records of one file are read within."""

    mistakes: Mistakes
    attributes: Attributes
    names: EntityNames

    @classmethod
    def of(cls, factset: FactSet, mistakes: Mistakes) -> _Scope:
        return cls(mistakes, Attributes(factset.attributes), EntityNames.of(factset.entities.values()))


def load_claims(path: str | Path, factset: FactSet) -> tuple[GivenClaim, ...]:
    """The records of a claims file, in its order.

    Raises :class:`~claims.errors.InputError` for a file that cannot be read and
    :class:`~claims.errors.LoadError` with every mistake in it.
    """
    text = read_text(path)
    mistakes = Mistakes(str(path), text)
    scope = _Scope.of(factset, mistakes)
    given = [_given(record, scope) for record in _records(text, Path(path).suffix.lower(), mistakes)]
    raise_all([mistakes])
    return tuple(record for record in given if record is not None)


def read_claim(record: Mapping[str, object], factset: FactSet) -> Claim:
    """The claim that a record is, as in a claims file; fields that are ``None`` are absent.

    Raises ``ValueError`` for a record that is no claim, with all that is wrong with it.
    """
    mistakes = Mistakes("claim")
    node = to_node({key: value for key, value in record.items() if value is not None}, 1, 1)
    claim = _claim(node, _Scope.of(factset, mistakes))
    if claim is None or mistakes.problems:
        raise ValueError("; ".join(map(_said_of, mistakes.problems)))
    return claim


def _said_of(problem: Problem) -> str:
    return f"{problem.message} ({problem.hint})" if problem.hint else problem.message


def _records(text: str, suffix: str, mistakes: Mistakes) -> Iterable[Node]:
    if suffix in (".jsonl", ".ndjson"):
        return parse_json_lines(text, mistakes)
    if suffix == ".csv":
        return parse_csv(text, mistakes)
    root = parse_yaml(text, mistakes)
    if root is None or isinstance(root, ListNode):
        return root.items if root else ()
    file = open_file(root, FILE_KEYS, CLAIMS, mistakes)
    return items_of(file.required("claims")) if file else ()


def _given(record: Node, scope: _Scope) -> GivenClaim | None:
    path = scope.mistakes.path
    if isinstance(record, MapNode) and "text" in record.entries:
        said: Claim | Document | None = _text(record, scope)
    else:
        said = _claim(record, scope)
    return GivenClaim(said, path, Place(path, record.line, record.column)) if said is not None else None


def _claim(record: Node, scope: _Scope) -> Claim | None:
    fields = Fields(record, CLAIM_KEYS, scope.mistakes, "a claim")
    for key in ("entity", "attribute"):
        fields.required(key)
    entity, attribute, date = fields.text("entity"), fields.text("attribute"), fields.date("date")
    operator = fields.choice_or("operator", OPERATORS, Operator.EQ)
    where, name = fields.pairs("where"), fields.text("id")
    values = Fields(_value_part(record), RECORD_VALUE_KEYS, scope.mistakes, "a claim")
    value = read_fields(values, _context(attribute or "", scope))
    if entity is None or attribute is None or value is None:
        return None
    return Claim(
        scope.names.find(entity) or entity,
        attribute,
        value,
        operator=operator,
        where=where,
        time=ClaimTime(date, date.period) if date else None,
        id=name,
        place=Place(scope.mistakes.path, record.line, record.column),
    )


def _value_part(record: Node) -> Node | None:
    """The value of a claim alone. It may be a list; that of a fact may not, since there a list is a timeline."""
    if not isinstance(record, MapNode):
        return None
    value = record.entries.get("value")
    if value is not None and isinstance(value[1], ListNode):
        return record._replace(entries={"list": (value[0]._replace(text="list"), value[1])})
    return record.only(RECORD_VALUE_KEYS)


def _context(attribute: str, scope: _Scope) -> Context:
    """A count with a unit, which a fact may not have, is for the judge to refuse."""
    known = scope.attributes.get(attribute)
    return Context(replace(known, type=ValueType.NUMBER) if known.type is ValueType.COUNT else known, scope.names)


def _text(record: Node, scope: _Scope) -> Document | None:
    fields = Fields(record, TEXT_KEYS, scope.mistakes, "a text")
    node, text = fields.node("text"), fields.text("text")
    language, date, name = fields.text("language"), fields.date("date"), fields.text("id")
    about, where = fields.texts("about"), fields.pairs("where")
    if text is None or not isinstance(node, ScalarNode):
        return None
    from claims.languages import available
    from claims.languages.detection import detect

    source = node.text
    run = Run(0, len(source), 0, len(source))
    return Document(
        name or f"{scope.mistakes.path}:{record.line}",
        source,
        (Block(BlockKind.PARAGRAPH, source, (run,)),),
        language or detect(source, available()),
        scope.mistakes.path,
        date,
        tuple(scope.names.find(entity) or entity for entity in about),
        where,
        line_starts=(0, *(index + 1 for index, char in enumerate(source) if char == "\n")),
    )
