"""The forms of a value in a file: what a scalar and each kind of map means (the value table of the formats page).

A map has one form, named by its key: ``value``, ``min``/``max``, ``between``, ``about`` (with ``within``),
``list`` (with ``complete``), ``entity``, ``not``, or ``from_file`` (with ``path``). Each form is a function of
the fields, registered in :data:`_FORMS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

from claims.dataclasses import replace
from claims.loading.fields import Fields, is_empty, kind_of, share_of, text_of
from claims.loading.from_file import read_from_file
from claims.loading.mistakes import MisreadError, Mistakes
from claims.loading.numbers import read_number
from claims.loading.values import Context, by_look, read_text
from claims.loading.yaml_tree import ListNode, MapNode, Node, ScalarNode
from claims.model.dates import PartialDate
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
    Unknown,
    Value,
    ValueType,
)

VALUE_KEYS = ("value", "min", "max", "between", "about", "within", "list", "complete", "entity", "not")
# In a record of a table `entity` is whom it is about, and so no form of the value.
RECORD_VALUE_KEYS = tuple(key for key in VALUE_KEYS if key != "entity")
FACT_VALUE_KEYS = (*VALUE_KEYS, "from_file", "path", "type")
TYPES: Mapping[str, ValueType] = {str(kind): kind for kind in ValueType}
_PLAIN_WORDS: Mapping[str, Value] = {"unknown": Unknown(), "none": Nothing()}
_PLAIN_BOOLEANS: Mapping[str, Value] = {"true": Boolean(True), "false": Boolean(False)}
_SEQUENCE = "a list here is a timeline or alternatives; write {list: [...]} for several at once"
_ABOUT = (Decimal("0.05"), True)


def read_scalar(node: ScalarNode, context: Context) -> Value:
    """The value of a scalar. Raises :class:`~claims.loading.mistakes.MisreadError`."""
    if node.plain:
        if node.text in _PLAIN_WORDS:
            return _PLAIN_WORDS[node.text]
        if node.text in _PLAIN_BOOLEANS and context.attribute.type is None:
            return _PLAIN_BOOLEANS[node.text]
    text = node.text.strip()
    if is_empty(node) or not text:
        raise MisreadError("there is no value", "write one, or `unknown` or `none` where that is known")
    return read_text(text, context)


def read_node(node: Node | None, context: Context, mistakes: Mistakes) -> Value | None:
    """The value of a scalar or of a map with nothing but a value; ``None`` once a mistake is noted."""
    if node is None:
        return None
    if isinstance(node, MapNode):
        return read_fields(Fields(node, VALUE_KEYS, mistakes, "a value"), context)
    if isinstance(node, ListNode):
        mistakes.add(node, "a value, not a list, is needed here", _SEQUENCE)
        return None
    try:
        return read_scalar(node, context)
    except MisreadError as error:
        mistakes.add_misread(node, error)
        return None


def read_fields(fields: Fields, context: Context) -> Value | None:
    """The value that the fields of a map give; ``None`` once a mistake is noted."""
    forms = [key for key in _FORMS if key in fields and not (key == "max" and "min" in fields)]
    place = fields.place
    if place is None or not isinstance(place, MapNode):
        return None
    if len(forms) != 1:
        message = (
            f"{fields.what} gives two values, `{forms[0]}` and `{forms[1]}`" if forms else f"{fields.what} has no value"
        )
        fields.mistakes.add(place, message, f"give one of {', '.join(_FORMS)}")
        return None
    _check_companions(fields, forms[0])
    kind = fields.choice("type", TYPES)
    if kind is not None:
        context = replace(context, attribute=replace(context.attribute, type=kind))
    try:
        return _FORMS[forms[0]](fields, context)
    except MisreadError as error:
        fields.mistakes.add_misread(fields.node(forms[0]) or place, error)
        return None


def _check_companions(fields: Fields, form: str) -> None:
    for key, owner in (("within", "about"), ("complete", "list"), ("path", "from_file")):
        node = fields.node(key)
        if node is not None and form != owner:
            fields.mistakes.add(node, f"`{key}` goes with `{owner}` only", "take it out")


def _value(fields: Fields, context: Context) -> Value | None:
    return read_node(fields.node("value"), context, fields.mistakes)


def _range(fields: Fields, context: Context) -> Value | None:
    low, high = _limit(fields, "min", context), _limit(fields, "max", context)
    match low, high:
        case PartialDate(), PartialDate():
            if high.start < low.start:
                raise MisreadError("`min` is later than `max`", "write the earlier date first")
            return DateSpan(low, high)
        case ((Number() | None), (Number() | None)):
            unit = _common_unit(low, high)
            return Range(low.amount if low else None, high.amount if high else None, unit)
        case _:
            raise MisreadError("a range runs from a number to a number, or from a date to a date")


def _limit(fields: Fields, key: str, context: Context) -> Value | None:
    value = read_node(fields.node(key), _single(context), fields.mistakes)
    if value is not None and not isinstance(value, Number | PartialDate):
        raise MisreadError(f"`{key}` must be a number or a date")
    return value


def _single(context: Context) -> Context:
    """A context for one of the numbers or dates of an attribute whose type may be that of the whole."""
    if context.attribute.type in (ValueType.LIST, ValueType.COUNT, ValueType.ORDINAL):
        return replace(context, attribute=replace(context.attribute, type=None))
    return context


def _common_unit(low: Number | None, high: Number | None) -> str | None:
    units = {number.unit for number in (low, high) if number is not None and number.unit is not None}
    if len(units) > 1:
        raise MisreadError(f"two units, {' and '.join(sorted(units))}", "write both numbers in one unit")
    if low is not None and high is not None and low.amount > high.amount:
        raise MisreadError(f"{low.amount} is more than {high.amount}", "write the smaller number first")
    return units.pop() if units else None


def _between(fields: Fields, context: Context) -> Value | None:
    node = fields.node("between")
    if not isinstance(node, ListNode) or len(node.items) != 2:
        raise MisreadError("`between` needs two numbers", "write {between: [60, 62]}")
    values = [read_node(item, _single(context), fields.mistakes) for item in node.items]
    match values:
        case [Number() as low, Number() as high]:
            return Between(low.amount, high.amount, _common_unit(low, high))
        case [None, _] | [_, None]:
            return None
        case _:
            raise MisreadError(
                "`between` is for numbers", "a date that is not known exactly is written coarser: 2014, 199X"
            )


def _about(fields: Fields, context: Context) -> Value | None:
    text = text_of(fields.node("about"), fields.mistakes, "`about`")
    if text is None:
        return None
    number = read_number(text)
    share = share_of(fields.node("within"), fields.mistakes, "`within`") if "within" in fields else _ABOUT
    if share is None:
        return None
    spread = abs(number.amount) * share[0] if share[1] else share[0]
    unit = number.unit or context.attribute.unit
    return Between(number.amount - spread, number.amount + spread, unit)


def _list(fields: Fields, context: Context) -> Value | None:
    node = fields.node("list")
    if not isinstance(node, ListNode):
        raise MisreadError(
            f"`list` needs a list, not {kind_of(node) if node else 'nothing'}", "write {list: [Mali, Niger]}"
        )
    inner = replace(context, attribute=replace(context.attribute, type=_item_type(context)))
    items = (_item(item, inner, fields.mistakes) for item in node.items)
    return ListOf(tuple(item for item in items if item is not None), fields.flag("complete"))


def _item(node: Node, context: Context, mistakes: Mistakes) -> Value | None:
    if isinstance(node, MapNode):
        return read_fields(Fields(node, ("value", "entity"), mistakes, "an item"), context)
    return read_node(node, context, mistakes)


def _item_type(context: Context) -> ValueType | None:
    return None if context.attribute.type is ValueType.LIST else context.attribute.type


def _entity(fields: Fields, context: Context) -> Value | None:
    text = text_of(fields.node("entity"), fields.mistakes, "`entity`")
    return EntityRef(context.names.require(text)) if text is not None else None


def _not(fields: Fields, context: Context) -> Value | None:
    inner = replace(context, attribute=replace(context.attribute, type=_item_type(context)))
    node = fields.node("not")
    value = _item(node, inner, fields.mistakes) if node is not None else None
    return Not(value) if value is not None else None


def _from_file(fields: Fields, context: Context) -> Value | None:
    name = text_of(fields.node("from_file"), fields.mistakes, "`from_file`")
    if name is None:
        return None
    text = read_from_file(Path(fields.mistakes.path), name, fields.text("path"))
    return read_text(text, context) if text.strip() else by_look(text, context)


_FORMS: Mapping[str, Callable[[Fields, Context], Value | None]] = {
    "value": _value,
    "min": _range,
    "max": _range,
    "between": _between,
    "about": _about,
    "list": _list,
    "entity": _entity,
    "not": _not,
    "from_file": _from_file,
}
